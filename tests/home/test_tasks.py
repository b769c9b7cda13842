"""What waits for whom, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from chamdiem.accounts.models import RoleAssignment, User
from chamdiem.assessments.models import Approval, Assessment
from chamdiem.campaigns.calendar import ends
from chamdiem.campaigns.models import AppraiserDuty, Campaign, Extension, Participant
from chamdiem.home.selectors import list_tasks
from tests.appraisals.staging import begin_second_round
from tests.assessments.filling import fill
from tests.people import NOW, Cast

State, Stage = Assessment.Status, Campaign.Status


def _titles(actor: User) -> list[str]:
    return [task.title for task in list_tasks(actor=actor, now=NOW)]


def _urls(actor: User) -> list[str]:
    return [task.url for task in list_tasks(actor=actor, now=NOW)]


def test_an_officer_continues_the_dossier_of_her_own_body(cast: Cast) -> None:
    (task,) = list_tasks(actor=cast.an, now=NOW)
    assert task.url == reverse("assessments:show", args=[cast.a.pk])
    assert task.due == cast.campaign.entry_until


def test_a_contributor_finds_the_first_of_her_criteria_that_is_open(cast: Cast) -> None:
    (task,) = list_tasks(actor=cast.kien, now=NOW)
    assert task.url == reverse("assessments:criterion", args=[cast.a.pk, "2.1"])
    assert str(task.verb) == "Kê khai tiêu chí 2.1"
    assert "đã trả lời 0/1 tiêu chí được giao" in task.detail
    assert "còn thiếu ở: 2.1" in task.detail
    assert task.due == date(2026, 10, 31)


def test_a_contributor_is_told_what_was_sent_back_and_when_her_part_is_whole(cast: Cast) -> None:
    fill(cast)
    (task,) = list_tasks(actor=cast.kien, now=NOW)
    assert (task.state, str(task.word), task.due) == ("complete", "Phần được giao đã đủ", None)
    assert "còn thiếu" not in task.detail
    Assessment.objects.filter(pk=cast.a.pk).update(
        status=State.RETURNED, submitted_at=NOW, return_reason="Thiếu phụ lục"
    )
    (task,) = list_tasks(actor=cast.kien, now=NOW)
    assert task.state == "returned"
    assert "Thiếu phụ lục" in task.detail


def test_an_approval_and_its_sending_are_no_matter_of_a_contributor(cast: Cast) -> None:
    Assessment.objects.filter(pk=cast.a.pk).update(gap_count=0)
    Approval.objects.create(
        assessment=cast.a, content_hash="0", revision=0, approved_by=cast.dung, approved_at=NOW
    )
    (task,) = list_tasks(actor=cast.kien, now=NOW)
    assert "review" not in task.url
    assert "gửi" not in f"{task.verb} {task.word} {task.detail}".lower()


def test_a_leader_reads_and_approves_what_is_whole(cast: Cast) -> None:
    Assessment.objects.filter(pk=cast.a.pk).update(gap_count=0)
    assert _urls(cast.dung) == [reverse("assessments:review", args=[cast.a.pk])]
    assert _urls(cast.an) == [reverse("assessments:show", args=[cast.a.pk])]


def test_what_is_approved_waits_to_be_sent(cast: Cast) -> None:
    Assessment.objects.filter(pk=cast.a.pk).update(gap_count=0)
    Approval.objects.create(
        assessment=cast.a, content_hash="0", revision=0, approved_by=cast.dung, approved_at=NOW
    )
    assert _urls(cast.an) == [reverse("assessments:review", args=[cast.a.pk])]


@pytest.mark.parametrize("state", [State.DRAFT, State.RETURNED])
def test_a_contributor_who_is_late_is_told_which_of_her_criteria_are_open(
    cast: Cast, state: Assessment.Status
) -> None:
    Assessment.objects.update(status=state, submitted_at=NOW if state == State.RETURNED else None)
    (task,) = list_tasks(actor=cast.kien, now=NOW + timedelta(days=30))
    assert (task.state, task.due) == ("late", cast.campaign.entry_until)
    assert "còn thiếu ở: 2.1" in task.detail
    assert "hãy báo chuyên viên đầu mối của đơn vị" in task.detail
    assert "gia hạn" in task.detail


@pytest.mark.parametrize("name", ["an", "dung"])
@pytest.mark.parametrize("state", [State.DRAFT, State.RETURNED])
def test_what_was_not_sent_in_time_is_late_and_says_what_can_be_done(
    cast: Cast, name: str, state: Assessment.Status
) -> None:
    Assessment.objects.update(status=state, submitted_at=NOW if state == State.RETURNED else None)
    late = NOW + timedelta(days=30)
    (task,) = list_tasks(actor=cast.people[name], now=late)
    assert (task.state, task.due) == ("late", cast.campaign.entry_until)
    assert "hãy đề nghị Tỉnh Ví Dụ gia hạn" in task.detail
    assert task.url == reverse("assessments:show", args=[cast.a.pk])
    Campaign.objects.update(status=Stage.EXPLANATION)
    assert list_tasks(actor=cast.people[name], now=late) == []


def test_what_was_extended_is_not_late(cast: Cast) -> None:
    late = NOW + timedelta(days=30)
    until = (late + timedelta(days=2)).date()
    Extension.objects.create(
        participant=cast.a.participant, until=until, reason="Bão", given_by=cast.giang, given_at=NOW
    )
    assert [task.due for task in list_tasks(actor=cast.an, now=late)] == [until]


def test_an_appraiser_finds_the_tracks_in_which_dossiers_wait(cast: Cast) -> None:
    assert _titles(cast.chi) == []
    AppraiserDuty.objects.create(campaign=cast.campaign, user=cast.chi, track=cast.track)
    Campaign.objects.update(status=Stage.APPRAISAL)
    Assessment.objects.update(status=State.SUBMITTED, submitted_at=NOW)
    chi = User.objects.get(pk=cast.chi.pk)
    assert _titles(chi) == ["Sở, ban, ngành: 2 hồ sơ chờ thẩm định"]
    assert _urls(chi) == [f"{reverse('appraisals:queue')}?track={cast.track.pk}&state=open"]


def test_the_organisation_explains_and_the_council_rules(cast: Cast) -> None:
    Campaign.objects.update(status=Stage.EXPLANATION)
    Assessment.objects.update(status=State.EXPLANATION, submitted_at=NOW)
    assert _urls(cast.an) == [reverse("appraisals:explanation", args=[cast.a.pk])]
    assert _urls(cast.ha) == []
    Campaign.objects.update(status=Stage.RULING)
    assert _urls(cast.ha) == [reverse("appraisals:board")]


def test_the_standing_body_is_told_how_many_did_not_hand_in_in_time(cast: Cast) -> None:
    late = NOW + timedelta(days=30)
    Extension.objects.create(
        participant=cast.b.participant, until=late.date(), reason="Bão", given_by=cast.giang, given_at=NOW
    )
    (task,) = list_tasks(actor=cast.giang, now=late)
    assert task.detail == "0/2 đơn vị đã gửi hồ sơ, 1 đơn vị quá hạn"
    Assessment.objects.filter(pk=cast.a.pk).update(status=State.SUBMITTED, submitted_at=NOW)
    (task,) = list_tasks(actor=cast.giang, now=late)
    assert task.detail == "1/2 đơn vị đã gửi hồ sơ"


@pytest.mark.parametrize("name", ["an", "dung"])
def test_an_explanation_that_is_late_stays_and_says_what_can_be_done(cast: Cast, name: str) -> None:
    Campaign.objects.update(status=Stage.EXPLANATION)
    Assessment.objects.update(status=State.EXPLANATION, submitted_at=NOW)
    late = ends(cast.campaign.explanation_until)
    (task,) = list_tasks(actor=cast.people[name], now=late)
    assert (task.state, task.due) == ("late", cast.campaign.explanation_until)
    assert "hãy đề nghị Tỉnh Ví Dụ lùi hạn giải trình" in task.detail
    assert task.url == reverse("appraisals:explanation", args=[cast.a.pk])
    assert list_tasks(actor=cast.kien, now=late) == []


def test_what_was_explained_is_looked_at_again_until_the_council_begins(cast: Cast) -> None:
    begin_second_round(cast)
    first, again = list_tasks(actor=User.objects.get(pk=cast.chi.pk), now=NOW)
    assert (first.title, first.due) == (
        "Sở, ban, ngành: 1 hồ sơ chờ thẩm định",
        cast.campaign.appraisal_until,
    )
    assert (again.title, again.due) == (
        "Sở, ban, ngành: 1 giải trình chờ xem lại",
        cast.campaign.ruling_until,
    )


def test_the_standing_body_watches_what_it_runs(cast: Cast) -> None:
    (task,) = list_tasks(actor=cast.giang, now=NOW)
    assert task.url == reverse("campaigns:show_board", args=[cast.campaign.pk])
    assert "0/2" in task.detail
    assert list_tasks(actor=cast.nga, now=NOW) == []


def test_the_standing_body_is_told_of_duties_of_who_appraises_no_more(cast: Cast) -> None:
    AppraiserDuty.objects.create(campaign=cast.campaign, user=cast.chi, track=cast.track)
    assert len(list_tasks(actor=cast.giang, now=NOW)) == 1
    RoleAssignment.objects.filter(user=cast.chi).update(ended_at=NOW)
    first, _board = list_tasks(actor=cast.giang, now=NOW)
    assert first.detail == "1 việc thẩm định đang giao cho người không còn vai trò"
    assert first.url == reverse("campaigns:list_duties", args=[cast.campaign.pk])


def test_the_nearest_deadline_comes_first(cast: Cast) -> None:
    until = cast.campaign.entry_until + timedelta(days=5)
    Extension.objects.create(
        participant=cast.a.participant, until=until, reason="Bão", given_by=cast.giang, given_at=NOW
    )
    second = Participant.objects.create(
        campaign=cast.campaign,
        track=cast.campaign.tracks.create(name="Khối khác", edition=cast.edition),
        organisation=cast.body_a,
        code="A2",
        name="Hồ sơ thứ hai",
        joined_at=NOW,
    )
    Assessment.objects.create(participant=second)
    days = [task.due for task in list_tasks(actor=cast.an, now=NOW)]
    assert days == [cast.campaign.entry_until, until]


@pytest.mark.parametrize(
    ("stage", "state", "name", "due_of"),
    [
        (Stage.ENTRY, State.DRAFT, "an", "hạn gửi hồ sơ"),
        (Stage.ENTRY, State.DRAFT, "giang", "hạn các đơn vị gửi hồ sơ"),
        (Stage.APPRAISAL, State.SUBMITTED, "chi", "hạn thẩm định"),
        (Stage.EXPLANATION, State.EXPLANATION, "an", "hạn giải trình"),
        (Stage.RULING, State.SETTLED, "ha", "hạn hội đồng xem xét"),
        (Stage.CLOSED, State.FINAL, "giang", "ngày công bố dự kiến"),
    ],
)
def test_every_deadline_says_of_what_it_is(
    cast: Cast, stage: Campaign.Status, state: Assessment.Status, name: str, due_of: str
) -> None:
    AppraiserDuty.objects.create(campaign=cast.campaign, user=cast.chi, track=cast.track)
    Campaign.objects.filter(pk=cast.campaign.pk).update(status=stage)
    Assessment.objects.update(status=state, submitted_at=NOW)
    assert {str(task.due_of) for task in list_tasks(actor=cast.people[name], now=NOW)} == {due_of}


@pytest.mark.parametrize("name", ["an", "dung", "chi", "giang", "ha", "lan"])
def test_the_page_says_what_waits(cast: Cast, opened: Callable[[str], Client], name: str) -> None:
    later = date(2099, 1, 1)
    Campaign.objects.update(
        entry_until=later,
        appraisal_until=later,
        explanation_until=later,
        ruling_until=later,
        publication_on=later,
    )
    page = opened(name).get("/").content.decode()
    assert "Việc cần làm" in page
    assert ("Sở Xây dựng" in page) == (name in ("an", "dung"))
    assert ("hạn gửi hồ sơ 01/01/2099" in page) == (name in ("an", "dung"))


@pytest.mark.parametrize("count", [3, 60])
def test_the_number_of_queries_stays_whatever_the_number_of_dossiers(
    cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        track = cast.campaign.tracks.create(name=f"Khối {number}", edition=cast.edition)
        participant = Participant.objects.create(
            campaign=cast.campaign,
            track=track,
            organisation=cast.body_a,
            code=f"{number}",
            name=f"Đơn vị {number}",
            joined_at=NOW,
        )
        Assessment.objects.create(participant=participant)
    an = User.objects.get(pk=cast.an.pk)
    with django_assert_num_queries(6):
        assert len(list_tasks(actor=an, now=NOW)) == count + 1


def test_the_nearest_day_is_that_of_a_criterion_still_missing(cast: Cast) -> None:
    campaign = cast.campaign
    campaign.entry_until = campaign.appraisal_until = date(2026, 11, 20)
    campaign.explanation_until = campaign.ruling_until = campaign.publication_on = date(2026, 12, 20)
    campaign.save()
    own_day = date(2026, 10, 31)  # that of criterion 2.1 in the edition

    def days(person: str, now: datetime = NOW) -> list[date | None]:
        return [task.due for task in list_tasks(actor=cast.people[person], now=now)]

    assert days("an") == [own_day]
    assert days("kien") == [own_day]
    assert days("an", NOW + timedelta(days=20)) == [campaign.entry_until]
    Extension.objects.create(
        participant=cast.a.participant,
        criterion_key="2.1",
        until=date(2026, 11, 10),
        reason="Chờ số liệu",
        given_by=cast.giang,
        given_at=NOW,
    )
    assert days("an", NOW + timedelta(days=20)) == [date(2026, 11, 10)]
    fill(cast)
    assert days("an") == [campaign.entry_until]
