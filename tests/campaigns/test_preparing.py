"""The steps of the wizard: each is saved on its own and can be come back to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from chamdiem.audit.models import Event
from chamdiem.campaigns import selectors, services
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.selectors.preparing import (
    list_candidates,
    list_gaps,
    list_kinds,
    list_owners,
    list_peer_groups,
)
from chamdiem.errors import Conflict, Incomplete, Invalid, NotAllowed, NotFound, WrongStage
from chamdiem.web.folding import search_text
from tests.people import NOW, Cast

from .drafts import DAYS, choose, make_draft, make_ready, save_track


def test_a_draft_begins_with_a_calendar_to_change(cast: Cast) -> None:
    campaign = make_draft(cast)
    assert campaign.status == "draft"
    assert campaign.entry_from == NOW.date() + timedelta(days=7)
    assert campaign.prepared == []
    assert Event.objects.get(action="campaign.create").campaign_id == campaign.pk


@pytest.mark.parametrize("name", ["an", "dung", "chi", "ha", "lan", "nga"])
def test_only_the_standing_body_of_the_authority_makes_one(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        services.create_campaign(
            actor=cast.people[name], owner_id=cast.province.pk, name="Khác", year=2027, now=NOW
        )
    assert Campaign.objects.count() == 1
    assert not Event.objects.exists()


def test_an_authority_that_is_not_there_is_refused_alike(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        services.create_campaign(actor=cast.giang, owner_id=0, name="Khác", year=2027, now=NOW)


def test_a_name_is_given_once(cast: Cast) -> None:
    with pytest.raises(Conflict):
        make_draft(cast, cast.campaign.name)
    with pytest.raises(Incomplete):
        make_draft(cast, "  ")


def test_a_draft_is_known_only_to_those_who_run_it(cast: Cast) -> None:
    campaign = make_draft(cast)
    for name, person in cast.people.items():
        seen = campaign in selectors.list_campaigns(actor=person)
        assert seen == (name == "giang")


@pytest.mark.parametrize("name", ["an", "chi", "ha", "lan", "nga"])
def test_an_outsider_cannot_learn_of_a_draft_by_changing_it(cast: Cast, name: str) -> None:
    campaign = make_draft(cast)
    with pytest.raises(NotFound):
        services.save_policies(actor=cast.people[name], campaign_id=campaign.pk, policies=Policies(), now=NOW)
    with pytest.raises(NotFound):
        services.delete_draft(actor=cast.people[name], campaign_id=campaign.pk, now=NOW)
    campaign.refresh_from_db()
    assert campaign.prepared == []


def test_tracks_are_saved_renamed_and_left_out(cast: Cast) -> None:
    campaign = save_track(cast, make_draft(cast))
    first = campaign.tracks.get()
    drafts = [
        services.TrackDraft(name="Huyện", edition_id=cast.edition.pk),
        services.TrackDraft(id=first.pk, name="Sở", edition_id=cast.edition.pk, grouped_by="track"),
    ]
    _save_tracks(cast, campaign, drafts)
    assert [(track.name, track.pk == first.pk) for track in campaign.tracks.all()] == [
        ("Huyện", False),
        ("Sở", True),
    ]
    second = campaign.tracks.get(name="Huyện")
    exchanged = [
        services.TrackDraft(id=second.pk, name="Sở", edition_id=cast.edition.pk),
        services.TrackDraft(id=first.pk, name="Huyện", edition_id=cast.edition.pk),
    ]
    _save_tracks(cast, campaign, exchanged)
    first.refresh_from_db()
    assert first.name == "Huyện"
    _save_tracks(cast, campaign, exchanged[:1])
    assert [track.pk for track in campaign.tracks.all()] == [second.pk]


def _save_tracks(cast: Cast, campaign: Campaign, drafts: list[services.TrackDraft]) -> None:
    services.save_tracks(
        actor=cast.giang, campaign_id=campaign.pk, name=campaign.name, year=2027, tracks=drafts, now=NOW
    )


def test_tracks_need_names_of_their_own_and_an_issued_edition(cast: Cast) -> None:
    campaign = make_draft(cast)
    good = services.TrackDraft(name="Sở", edition_id=cast.edition.pk)
    with pytest.raises(Incomplete):
        _save_tracks(cast, campaign, [])
    with pytest.raises(Incomplete):
        _save_tracks(cast, campaign, [replace(good, name=" ")])
    with pytest.raises(Conflict):
        _save_tracks(cast, campaign, [good, good])
    with pytest.raises(NotFound):
        _save_tracks(cast, campaign, [replace(good, edition_id=0)])
    assert not campaign.tracks.exists()
    campaign.refresh_from_db()
    assert campaign.prepared == []


def test_organisations_are_chosen_and_left_out_and_the_rest_stays(cast: Cast) -> None:
    campaign = save_track(cast, make_draft(cast))
    choose(cast, campaign, cast.body_a, cast.body_b, unranked=(cast.body_b.pk,))
    track = campaign.tracks.get()
    assert track.chosen == sorted([cast.body_a.pk, cast.body_b.pk])
    assert track.unranked == [cast.body_b.pk]
    gone = services.Choice(left_out=frozenset([cast.body_b.pk]))
    services.choose_participants(
        actor=cast.giang, campaign_id=campaign.pk, track_id=track.pk, choice=gone, now=NOW
    )
    track.refresh_from_db()
    assert (track.chosen, track.unranked) == ([cast.body_a.pk], [])


def test_an_organisation_of_another_authority_cannot_be_chosen(cast: Cast) -> None:
    campaign = save_track(cast, make_draft(cast))
    with pytest.raises(NotFound):
        choose(cast, campaign, cast.elsewhere)
    assert campaign.tracks.get().chosen == []


def test_a_track_of_another_campaign_is_not_found(cast: Cast) -> None:
    campaign = make_draft(cast)
    with pytest.raises(NotFound):
        services.choose_participants(
            actor=cast.giang,
            campaign_id=campaign.pk,
            track_id=cast.track.pk,
            choice=services.Choice(),
            now=NOW,
        )


def test_candidates_are_filtered_by_kind_group_and_words_without_accents(cast: Cast) -> None:
    cast.body_a.peer_group = "Sở chuyên ngành"
    cast.body_a.search_text = search_text(cast.body_a.name)
    cast.body_a.save()
    campaign = make_draft(cast)
    assert list(list_candidates(campaign, typed="xay DUNG")) == [cast.body_a]
    assert cast.elsewhere not in list_candidates(campaign)
    assert [each.label for each in list_kinds(campaign)] == ["Sở", "Tỉnh"]
    assert [(each.value, each.count) for each in list_peer_groups(campaign)] == [("Sở chuyên ngành", 1)]
    assert list(list_candidates(campaign, peer_group="Sở chuyên ngành")) == [cast.body_a]
    assert list(list_candidates(campaign, kind_id=cast.province.kind_id)) == [cast.province]
    assert list(list_owners(actor=cast.giang)) == [cast.province]
    assert list(list_owners(actor=cast.lan)) == []


def test_a_body_that_has_ended_is_no_candidate(cast: Cast) -> None:
    campaign = make_draft(cast)
    cast.body_a.valid_to = campaign.entry_from - timedelta(days=1)
    cast.body_a.save()
    assert cast.body_a not in list_candidates(campaign)
    cast.body_a.valid_to = campaign.entry_from
    cast.body_a.save()
    assert cast.body_a in list_candidates(campaign)


def test_days_must_follow_each_other_and_every_wrong_one_is_named(cast: Cast) -> None:
    campaign = make_draft(cast)
    days = replace(DAYS, entry_until=DAYS.entry_from - timedelta(days=1), publication_on=DAYS.entry_from)
    with pytest.raises(Invalid) as refused:
        services.save_calendar(actor=cast.giang, campaign_id=campaign.pk, days=days, now=NOW)
    assert [problem.place.path for problem in refused.value.problems] == ["entry_until", "publication_on"]
    campaign.refresh_from_db()
    assert campaign.entry_until == DAYS.entry_until
    one_day = replace(DAYS, entry_until=DAYS.entry_from)
    services.save_calendar(actor=cast.giang, campaign_id=campaign.pk, days=one_day, now=NOW)


def test_policies_are_kept_and_every_step_leaves_an_event(cast: Cast) -> None:
    campaign = make_ready(cast)
    assert campaign.prepared == ["editions", "participants", "calendar", "policies"]
    actions = set(Event.objects.filter(campaign_id=campaign.pk).values_list("action", flat=True))
    assert actions == {
        "campaign.create",
        "campaign.save_tracks",
        "campaign.choose_participants",
        "campaign.save_calendar",
        "campaign.save_policies",
    }
    assert Policies.from_data(campaign.policies) == Policies()


def test_what_is_missing_is_named_step_by_step(cast: Cast) -> None:
    campaign = make_draft(cast)
    assert [gap.code for gap in list_gaps(campaign)] == [
        "track_missing",
        "calendar_not_confirmed",
        "policies_not_confirmed",
    ]
    save_track(cast, campaign)
    campaign.refresh_from_db()
    assert list_gaps(campaign)[0].code == "nobody_chosen"
    ready = make_ready_again(cast, campaign)
    assert list_gaps(ready) == []
    cast.body_a.valid_to = ready.entry_from - timedelta(days=1)
    cast.body_a.save()
    assert [(gap.code, gap.subject) for gap in list_gaps(ready)] == [("organisation_gone", "Sở Xây dựng")]


def make_ready_again(cast: Cast, campaign: Campaign) -> Campaign:
    choose(cast, campaign, cast.body_a)
    services.save_calendar(actor=cast.giang, campaign_id=campaign.pk, days=DAYS, now=NOW)
    services.save_policies(actor=cast.giang, campaign_id=campaign.pk, policies=Policies(), now=NOW)
    campaign.refresh_from_db()
    return campaign


def test_a_draft_can_be_thrown_away_and_an_open_campaign_cannot(cast: Cast) -> None:
    campaign = make_ready(cast)
    services.delete_draft(actor=cast.giang, campaign_id=campaign.pk, now=NOW)
    assert not Campaign.objects.filter(name=campaign.name).exists()
    with pytest.raises(WrongStage):
        services.delete_draft(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    with pytest.raises(WrongStage):
        services.save_policies(actor=cast.giang, campaign_id=cast.campaign.pk, policies=Policies(), now=NOW)
