"""What a newer accepted report takes back is not offered to a dossier; who said otherwise alone counts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from chamdiem.assessments.offers import OfferedFigure, list_offers
from chamdiem.plans.models import ItemReport, PlanItem, RoundReport, Task
from chamdiem.plans.services import (
    LineDraft,
    TaskPlan,
    TaskProgress,
    carry_out_task,
    close_round,
    create_task,
    judge_report,
    open_round,
    save_line,
    submit_report,
)
from tests.people import LOCAL, Cast

from .loaded import FOURTH, IN_TIME, report_of, third_quarter

FIGURE = OfferedFigure("Hồ sơ nộp trực tuyến", Decimal("82.5"), "%")
WHY = "Số liệu quý III nhập nhầm, đã kiểm tra lại."
LINK = "https://vi-du.example/quyet-dinh-12"
DONE = LineDraft(state="done", percent=100, done="Đã xong.", figures={"CT1-1": "82,5"})
BEHIND = LineDraft(state="behind", percent=50, done="Chưa xong.", difficulty=WHY, figures={"CT1-1": "41,25"})
STOPPED = LineDraft(state="stopped", percent=30, done="Dừng.", difficulty="Quyết định 12 bị hủy bỏ.")


@pytest.fixture
def third(cast: Cast) -> RoundReport:
    """The report of Sở Xây dựng for the third quarter: CT1 done, accepted, the round closed."""
    round_ = third_quarter(cast)
    report = report_of(round_, cast.body_a)
    _say(cast, report, DONE)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=IN_TIME)
    close_round(actor=cast.giang, round_id=round_.pk, reason="Đủ báo cáo cần thiết.", now=IN_TIME)
    return report


def _say(cast: Cast, report: RoundReport, draft: LineDraft, leader: str = "dung") -> None:
    """What is said of CT1; everything else goes on as it should."""
    now = FOURTH if report.round.quarter == 4 else IN_TIME
    for line in ItemReport.objects.filter(report=report, is_lead=True).select_related("item"):
        other = LineDraft(state="on_track", percent=40, done="Đang làm.")
        said = draft if line.item.key == "CT1" else other
        save_line(actor=cast.people[leader], line_id=line.pk, draft=said, seen=line.version, now=now)
    submit_report(actor=cast.people[leader], report_id=report.pk, now=now)


def _fourth(cast: Cast, third: RoundReport, draft: LineDraft) -> RoundReport:
    plan_id = third.round.plan_id
    round_ = open_round(actor=cast.giang, plan_id=plan_id, year=2026, quarter=4, now=FOURTH)
    report = report_of(round_, cast.body_a)
    _say(cast, report, draft)
    return report


def _accept(cast: Cast, report: RoundReport) -> None:
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=FOURTH)


@pytest.mark.parametrize("draft", [BEHIND, STOPPED])
def test_what_a_newer_accepted_report_takes_back_is_not_offered(
    cast: Cast, third: RoundReport, draft: LineDraft
) -> None:
    assert [each.figures for each in list_offers(cast.a, "1.2")] == [(FIGURE,)]
    fourth = _fourth(cast, third, draft)
    # Only what the standing body accepted speaks against what it accepted before.
    assert [each.figures for each in list_offers(cast.a, "1.2")] == [(FIGURE,)]
    _accept(cast, fourth)
    assert list_offers(cast.a, "1.2") == []


def test_it_is_not_offered_for_the_period_before_either(cast: Cast, third: RoundReport) -> None:
    _accept(cast, _fourth(cast, third, BEHIND))
    cast.a.participant.campaign.reference_until = date(2026, 9, 30)
    assert list_offers(cast.a, "1.2") == []


def test_what_another_body_says_takes_nothing_back(cast: Cast, third: RoundReport) -> None:
    round_ = open_round(actor=cast.giang, plan_id=third.round.plan_id, year=2026, quarter=4, now=FOURTH)
    other = report_of(round_, cast.body_b)
    _say(cast, other, STOPPED, "minh")
    _accept(cast, other)
    assert [each.figures for each in list_offers(cast.a, "1.2")] == [(FIGURE,)]


def _finished_task(cast: Cast, day: date) -> None:
    planned = TaskPlan(name="Ban hành", starts_on=day, due_on=day + timedelta(days=3), user_id=cast.an.pk)
    task = create_task(
        actor=cast.an,
        item_id=PlanItem.objects.get(key="CT1").pk,
        organisation_id=cast.body_a.pk,
        planned=planned,
        now=IN_TIME,
    )
    progress = TaskProgress(state="done", percent=100, result="Đã ban hành", link=LINK)
    carry_out_task(actor=cast.an, task_id=task.pk, progress=progress, seen=1, now=IN_TIME)


def test_what_was_finished_for_it_by_then_goes_with_it(cast: Cast, third: RoundReport) -> None:
    _finished_task(cast, IN_TIME.date())
    Task.objects.update(finished_on=IN_TIME.date())
    assert LINK in [each.link for each in list_offers(cast.a, "1.2")]
    _accept(cast, _fourth(cast, third, STOPPED))
    assert list_offers(cast.a, "1.2") == []
    # Begun again after the quarter that stopped it: it counts by itself.
    Task.objects.update(finished_on=date(2027, 1, 15))
    cast.a.participant.campaign.reference_until = date(2027, 12, 31)
    assert [each.link for each in list_offers(cast.a, "1.2")] == [LINK]


@pytest.mark.parametrize(("days", "links"), [(0, []), (1, [LINK])])
def test_what_was_finished_after_the_word_was_sent_counts_by_itself(
    cast: Cast, third: RoundReport, days: int, links: list[str]
) -> None:
    _finished_task(cast, IN_TIME.date())
    _accept(cast, _fourth(cast, third, STOPPED))
    # Sent before its quarter was over: of the days left it knew nothing.
    Task.objects.update(finished_on=FOURTH.date() + timedelta(days=days))
    cast.a.participant.campaign.reference_until = date(2026, 12, 31)
    assert [each.link for each in list_offers(cast.a, "1.2")] == links


def test_what_was_finished_before_a_word_that_came_late_goes_with_it(cast: Cast, third: RoundReport) -> None:
    _finished_task(cast, IN_TIME.date())
    _accept(cast, _fourth(cast, third, STOPPED))
    sent = datetime(2027, 1, 6, 9, 0, tzinfo=LOCAL)
    RoundReport.objects.filter(round__quarter=4).update(submitted_at=sent)
    Task.objects.update(finished_on=date(2027, 1, 4))
    cast.a.participant.campaign.reference_until = date(2027, 12, 31)
    assert list_offers(cast.a, "1.2") == []
