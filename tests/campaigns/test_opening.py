"""Opening in the background: participants, offices, assignments; run twice, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.audit.models import Event
from chamdiem.campaigns import hooks, selectors, services
from chamdiem.campaigns.models import Assignment, OfficeMatch, Participant
from chamdiem.campaigns.preparing import OPENING
from chamdiem.campaigns.works import open_campaign
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from tests.people import NOW, Cast

from .drafts import choose, make_draft, make_ready, save_track


@pytest.fixture
def told() -> Iterator[list[str]]:
    """What an app above was told."""
    names: list[str] = []

    def follow(participants: Sequence[Participant], now: datetime) -> None:
        names.extend(each.name for each in participants)

    hooks.when_joined(follow)
    hooks.when_joined(follow)
    yield names
    hooks._joined.remove(follow)


def test_opening_asks_for_background_work(cast: Cast) -> None:
    campaign = make_ready(cast)
    job = services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    campaign.refresh_from_db()
    assert campaign.status == "opening"
    assert (job.kind, job.total, job.arguments) == (OPENING, 2, {"campaign_id": campaign.pk})
    assert Event.objects.filter(action="campaign.start_opening").count() == 1
    assert campaign not in selectors.list_campaigns(actor=cast.an)


def test_the_work_opens_the_campaign_and_says_how_far_it_is(cast: Cast, told: list[str]) -> None:
    campaign = make_ready(cast)
    job = services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    assert open_campaign(job)["participants"] == 2
    job.refresh_from_db()
    assert (job.done, job.total) == (2, 2)
    campaign.refresh_from_db()
    assert campaign.status == "entry"
    assert campaign.opened_at is not None
    assert sorted(told) == ["Sở Xây dựng", "Sở Y tế"]
    assert Event.objects.get(action="campaign.open").actor == cast.giang
    assert campaign in selectors.list_campaigns(actor=cast.an)


def test_a_worker_finds_the_work_and_does_it_once(cast: Cast) -> None:
    campaign = make_ready(cast)
    job = services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    for _ in range(2):
        run_job(job.pk)
    job.refresh_from_db()
    assert (job.status, job.result["participants"]) == ("done", 2)
    assert Event.objects.filter(action="campaign.open").count() == 1


def test_run_again_it_makes_nothing_twice(cast: Cast) -> None:
    campaign = make_ready(cast)
    services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    for _ in range(2):
        made = services.create_participants(campaign_id=campaign.pk, now=NOW)
        assert len(made) == 2
    assert campaign.participants.count() == 2
    counts = (OfficeMatch.objects.count(), Assignment.objects.count())
    services.create_participants(campaign_id=campaign.pk, now=NOW)
    assert (OfficeMatch.objects.count(), Assignment.objects.count()) == counts
    for _ in range(2):
        services.finish_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    assert Event.objects.filter(action="campaign.open").count() == 1


def test_offices_are_matched_and_criteria_assigned_from_them(cast: Cast) -> None:
    campaign = make_ready(cast, cast.body_a, cast.body_b)
    made = {
        each.organisation_id: each for each in services.create_participants(campaign_id=campaign.pk, now=NOW)
    }
    in_a = {match.printed: match.office for match in made[cast.body_a.pk].office_matches.all()}
    assert in_a == {"Văn phòng": cast.head_office, "Phòng Công nghệ thông tin": cast.it_office}
    given = {
        (each.criterion_key, each.office, each.is_lead) for each in made[cast.body_a.pk].assignments.all()
    }
    assert given == {
        ("1.1", cast.head_office, True),
        ("2.1", cast.it_office, True),
        ("2.1", cast.head_office, False),
    }
    in_b = made[cast.body_b.pk]
    assert in_b.office_matches.filter(office__isnull=True, is_confirmed=False).count() == 2
    assert not in_b.assignments.exists()


@pytest.mark.parametrize(
    ("grouped_by", "group"), [("kind", "Sở"), ("track", "Sở, ban, ngành"), ("peer_group", "Khối I")]
)
def test_the_peer_group_is_kept_as_it_is_at_joining(cast: Cast, grouped_by: str, group: str) -> None:
    cast.body_a.peer_group = "Khối I"
    cast.body_a.save()
    campaign = save_track(cast, make_draft(cast), grouped_by=grouped_by)
    choose(cast, campaign, cast.body_a, unranked=(cast.body_a.pk,))
    (participant,) = services.create_participants(campaign_id=campaign.pk, now=NOW)
    cast.body_a.peer_group, cast.body_a.name = "Khối khác", "Tên khác"
    cast.body_a.save()
    participant.refresh_from_db()
    assert (participant.peer_group, participant.name, participant.is_ranked) == (group, "Sở Xây dựng", False)


def test_what_is_not_prepared_is_not_opened(cast: Cast) -> None:
    campaign = make_draft(cast)
    with pytest.raises(Incomplete) as refused:
        services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    assert refused.value.facts == {"count": "3"}
    campaign.refresh_from_db()
    assert campaign.status == "draft"
    assert not Job.objects.exists()


def test_it_is_opened_once_at_a_time_and_again_after_a_failure(cast: Cast) -> None:
    campaign = make_ready(cast)
    job = services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    with pytest.raises(Conflict):
        services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    job.status = Job.Status.FAILED
    job.save()
    assert services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW).pk != job.pk


def test_after_a_failure_it_becomes_a_draft_again_and_who_had_joined_leaves(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    campaign = make_ready(cast)
    job = services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    services.create_participants(campaign_id=campaign.pk, now=NOW)
    Job.objects.filter(pk=job.pk).update(status=Job.Status.FAILED)
    giang, address = opened("giang"), reverse("campaigns:back_to_draft", args=[campaign.pk])
    page = giang.get(reverse("campaigns:show_opening", args=[campaign.pk])).content.decode()
    assert f'action="{address}"' in page
    assert giang.post(address)["Location"] == reverse("campaigns:prepare_review", args=[campaign.pk])
    campaign.refresh_from_db()
    assert campaign.status == "draft"
    assert not campaign.participants.exists()
    event = Event.objects.get(action="campaign.back_to_draft")
    assert (event.actor, event.facts) == (cast.giang, {"participants": 2})
    again = services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    assert open_campaign(again)["participants"] == 2


def test_what_is_being_opened_or_is_open_does_not_become_a_draft(cast: Cast) -> None:
    campaign = make_ready(cast)
    job = services.start_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    with pytest.raises(Conflict, match="opening_already"):
        services.take_back_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    open_campaign(job)
    with pytest.raises(WrongStage):
        services.take_back_opening(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    assert campaign.participants.count() == 2
    assert not Event.objects.filter(action="campaign.back_to_draft").exists()


def test_an_open_campaign_is_not_opened_again_and_nobody_else_opens_one(cast: Cast) -> None:
    with pytest.raises(WrongStage):
        services.start_opening(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    for name in ("an", "chi", "ha"):
        with pytest.raises(NotAllowed):
            services.start_opening(actor=cast.people[name], campaign_id=cast.campaign.pk, now=NOW)
    for name in ("nga", "lan"):
        with pytest.raises(NotFound):
            services.start_opening(actor=cast.people[name], campaign_id=cast.campaign.pk, now=NOW)
