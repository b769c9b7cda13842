"""Who is reminded of a campaign's days, and when; the leader hears of it when the day is over."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chamdiem.assessments.models import Assessment
from chamdiem.assessments.services.reminding import remind
from chamdiem.campaigns.models import Assignment, Campaign, Extension
from chamdiem.notices.models import Notice
from tests.people import LOCAL, NOW, Cast


@pytest.fixture(autouse=True)
def _with_gaps(cast: Cast) -> None:
    Assessment.objects.filter(pk__in=(cast.a.pk, cast.b.pk)).update(gap_count=5)


def _days(day: date, days: int) -> datetime:
    """Half past seven, so many days from a day."""
    return datetime.combine(day, datetime.min.time(), LOCAL) + timedelta(days=days, hours=7.5)


def _told(start: str = "dossier:") -> set[tuple[str, str]]:
    notices = Notice.objects.filter(key__startswith=start).select_related("user")
    return {(notice.user.name, notice.detail[:11]) for notice in notices}


@pytest.mark.parametrize(
    ("days", "said"), [(-7, "Còn 7 ngày,"), (-3, "Còn 3 ngày,"), (-1, "Còn 1 ngày,"), (0, "Hạn là hôm ")]
)
def test_officers_are_reminded_at_each_moment(cast: Cast, days: int, said: str) -> None:
    remind(now=_days(cast.campaign.entry_until, days))
    assert _told() == {("Nguyễn Văn An", said), ("Lê Thị Bình", said)}


def test_between_the_moments_nobody_is_disturbed(cast: Cast) -> None:
    counts = []
    for days in range(-8, 1):
        remind(now=_days(cast.campaign.entry_until, days))
        counts.append(Notice.objects.filter(key__startswith="dossier:").count())
    assert counts == [0, 2, 2, 2, 2, 4, 4, 6, 8]


def test_once_over_the_leader_hears_of_it_and_nobody_twice(cast: Cast) -> None:
    remind(now=_days(cast.campaign.entry_until, 1))
    told = Notice.objects.count()
    assert remind(now=_days(cast.campaign.entry_until, 2)) == 0
    assert Notice.objects.count() == told
    escalated = Notice.objects.filter(key__startswith="dossier:", is_escalation=True)
    assert {notice.user.name for notice in escalated} == {"Trần Văn Dũng", "Phạm Quang Minh"}


def test_a_dossier_without_gaps_reminds_its_leader_and_one_sent_nobody(cast: Cast) -> None:
    Assessment.objects.filter(pk=cast.a.pk).update(gap_count=0)
    Assessment.objects.filter(pk=cast.b.pk).update(status="submitted", submitted_at=NOW)
    remind(now=_days(cast.campaign.entry_until, -3))
    assert {name for name, _ in _told()} == {"Nguyễn Văn An", "Trần Văn Dũng"}
    assert "chờ duyệt và gửi" in Notice.objects.filter(key__startswith="dossier:")[0].title


def test_an_extension_moves_the_reminders_of_one_organisation(cast: Cast) -> None:
    later = cast.campaign.entry_until + timedelta(days=10)
    Extension.objects.create(
        participant=cast.a.participant, until=later, reason="Bão", given_by=cast.giang, given_at=NOW
    )
    remind(now=_days(cast.campaign.entry_until, -3))
    assert {name for name, _ in _told()} == {"Lê Thị Bình"}
    remind(now=_days(later, -3))
    assert ("Nguyễn Văn An", "Còn 3 ngày,") in _told()


def test_more_time_for_one_criterion_moves_its_reminder_and_not_that_of_the_dossier(cast: Cast) -> None:
    Assessment.objects.filter(pk=cast.a.pk).update(tally={"1.1": [-1, 1, 0]})
    later = cast.campaign.entry_until + timedelta(days=10)
    Extension.objects.create(
        participant=cast.a.participant,
        criterion_key="1.1",
        until=later,
        reason="Bão",
        given_by=cast.giang,
        given_at=NOW,
    )
    remind(now=_days(cast.campaign.entry_until, -3))
    assert ("Nguyễn Văn An", "Còn 3 ngày,") in _told()
    assert _told("criteria:") == set()
    remind(now=_days(later, -3))
    assert _told("criteria:") == {("Nguyễn Văn An", "Còn 3 ngày,")}


def test_a_part_given_to_an_office_reminds_its_people_until_it_is_done(cast: Cast) -> None:
    Assessment.objects.filter(pk=cast.a.pk).update(tally={"2.1": [-1, 1, 0], "1.1": [-1, 1, 0]})
    remind(now=_days(cast.campaign.entry_until, -3))
    part = Notice.objects.get(key__startswith="part:")
    assert part.user.name == "Đỗ Trung Kiên"
    assert part.title == "Sở Xây dựng: phần được giao còn thiếu: 2.1"
    Assessment.objects.filter(pk=cast.a.pk).update(tally={"2.1": [0, 0, 0]})
    Notice.objects.all().delete()
    remind(now=_days(cast.campaign.entry_until, -1))
    assert not Notice.objects.filter(key__startswith="part:").exists()


def test_parts_of_an_office_and_of_one_of_its_people_are_told_each_to_all(cast: Cast) -> None:
    """One of the office has a part of her own: neither hides the other."""
    given = Assignment.objects.get(participant=cast.a.participant, criterion_key="2.1")
    Assignment.objects.create(
        participant=given.participant,
        criterion_key="1.1",
        office=given.office,
        user=cast.kien,
        given_by=cast.an,
        given_at=NOW,
    )
    Assessment.objects.filter(pk=cast.a.pk).update(tally={"2.1": [-1, 1, 0], "1.1": [-1, 1, 0]})
    remind(now=_days(cast.campaign.entry_until, -3))
    (part,) = Notice.objects.filter(key__startswith="part:")
    assert part.title.endswith(("2.1, 1.1", "1.1, 2.1"))


def test_who_has_not_explained_is_reminded(cast: Cast) -> None:
    Campaign.objects.filter(pk=cast.campaign.pk).update(status="explanation")
    Assessment.objects.filter(pk=cast.a.pk).update(status="explanation", submitted_at=NOW)
    remind(now=_days(cast.campaign.explanation_until, -1))
    assert _told("explanation:") == {("Nguyễn Văn An", "Còn 1 ngày,")}
    assert _told() == set()


def test_the_cost_does_not_grow_with_the_dossiers(cast: Cast) -> None:
    now = _days(cast.campaign.entry_until, -3)
    with CaptureQueriesContext(connection) as both:
        remind(now=now)
    Assessment.objects.filter(pk=cast.b.pk).update(status="submitted", submitted_at=NOW)
    with CaptureQueriesContext(connection) as one:
        remind(now=now)
    assert len(both) == len(one)
