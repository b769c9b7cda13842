"""What the quarter before said stands in the next report as it was closed, and bodies as they were asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.office.official import Annex, OfficialReport
from chamdiem.plans.combining import mean_percent
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import ItemReport, Measure, Plan, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.services import (
    LineDraft,
    approve_plan,
    change_content,
    close_round,
    judge_report,
    move_plan,
    open_due_rounds,
    save_line,
    submit_report,
)
from tests.people import Cast

from .loaded import AFTER, FOURTH, IN_TIME, accept_all, report_of, third_quarter

_PERCENTS = {"a": 50, "b": 33}


def _sent(cast: Cast, round_: Round, side: str, percent: int) -> None:
    body, officer, leader = {"a": (cast.body_a, "an", "dung"), "b": (cast.body_b, "binh", "minh")}[side]
    report = report_of(round_, body)
    for line in ItemReport.objects.filter(report=report, is_lead=True).select_related("item"):
        figures = {"CT1-1": "1200"} if line.item.key == "CT1" else {}
        draft = LineDraft(state="on_track", percent=percent, done="Đã làm.", figures=figures)
        save_line(actor=cast.people[officer], line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.people[leader], report_id=report.pk, now=IN_TIME)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)


def _fourth_after_third(cast: Cast) -> tuple[Round, Round]:
    """The third quarter closed with 50% and 33%, the fourth just opened."""
    third = third_quarter(cast)
    Measure.objects.filter(key="CT1-1").update(unit="hồ sơ")
    for side, percent in _PERCENTS.items():
        _sent(cast, third, side, percent)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    (fourth,) = open_due_rounds(now=FOURTH)
    return Round.objects.get(pk=third.pk), fourth


def _report(round_: Round) -> OfficialReport:
    return official_report(consolidate(Round.objects.get(pk=round_.pk)), FOURTH.date())


def _column(annex: Annex, heading: str) -> list[str]:
    at = [column.heading for column in annex.table.columns].index(heading)
    return [row.cells[at] for row in annex.table.rows if not row.is_group]


@pytest.mark.parametrize(
    ("percents", "mean"),
    [([60, 100, 10, 33], 51), ([50, 33], 42), ([1, 2, 2], 2), ([0, 1, 1, 0], 1), ([None, 7], 7), ([], None)],
)
def test_means_are_rounded_half_up(percents: list[int | None], mean: int | None) -> None:
    assert mean_percent(percents) == mean


@pytest.mark.parametrize("reporting", ["", "a", "ab"])
def test_the_quarter_before_is_printed_as_it_was_closed_whoever_reports_now(
    cast: Cast, reporting: str
) -> None:
    third, fourth = _fourth_after_third(cast)
    for side in reporting:
        _sent(cast, fourth, side, 90)
    closed = {item["key"]: (item["state"], item["percent"]) for item in third.content["items"]}
    assert closed == {"CT1": ("on_track", 42), "VB1": ("on_track", 50), "DA1": ("on_track", 33)}
    items = consolidate(fourth)["items"]
    assert {item["key"]: (item["state_before"], item["percent_before"]) for item in items} == closed
    before = [_column(annex, "Tiến độ quý III/2026") for annex in _report(fourth).annexes[:3]]
    assert before == [["42%"], ["50%"], ["33%"]]


def test_both_quarters_have_a_column_though_nobody_has_reported_yet(cast: Cast) -> None:
    _, fourth = _fourth_after_third(cast)
    for annex in _report(fourth).annexes[:3]:
        assert _column(annex, "Tiến độ kỳ này") == ["–"]


def test_figures_of_who_is_silent_now_stand_beside(cast: Cast) -> None:
    _, fourth = _fourth_after_third(cast)
    _sent(cast, fourth, "a", 90)
    (said,) = _column(_report(fourth).annexes[0], "Kết quả, số liệu trong kỳ")
    assert "Sở Y tế: Hồ sơ nộp trực tuyến: kỳ này chưa có (kỳ trước 1.200 hồ sơ)." in said
    assert "Sở Xây dựng: Đã làm. Hồ sơ nộp trực tuyến: 1.200 hồ sơ (kỳ trước 1.200 hồ sơ)." in said


def test_totals_stand_above_those_of_the_quarter_before(cast: Cast) -> None:
    third, fourth = _fourth_after_third(cast)
    results = _report(fourth).sections[1]
    assert results.table is not None
    rows = [list(row.cells[:3]) for row in results.table.rows]
    assert rows[:2] == [["Chỉ tiêu", "1", "0"], ["– quý III/2026", "1", "0"]]
    assert rows[-2:] == [["Cộng", "3", "0"], ["– quý III/2026", "3", "0"]]
    assert "là 0,0% (quý III/2026: 0,0%)." in results.paragraphs[-1]
    assert len(official_report(third.content, AFTER.date()).sections[1].table.rows) == 4  # type: ignore[union-attr]


def test_a_quarter_not_yet_closed_stands_beside_as_it_is_now(cast: Cast) -> None:
    third = third_quarter(cast)
    accept_all(cast, third)
    (fourth,) = open_due_rounds(now=FOURTH)
    items = consolidate(fourth)["items"]
    assert [item["percent_before"] for item in items] == [40, 40, 40]


def test_a_project_shows_its_years_and_its_budget(cast: Cast) -> None:
    projects = _report(third_quarter(cast)).annexes[2]
    assert _column(projects, "Thời gian") == ["2026–2027"]
    assert _column(projects, "Kinh phí (triệu đồng)") == ["1.500"]


def _with_other_lead(plan: PrintedPlan) -> PrintedPlan:
    """The document led by Sở Y tế instead of Sở Xây dựng."""
    (document,) = plan.documents
    return replace(plan, documents=(replace(document, lead=("Sở Y tế",), coordinating=()),))


def _adjusted(cast: Cast, plan: Plan) -> None:
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Đổi đơn vị chủ trì", now=AFTER)
    plan.refresh_from_db()
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=_with_other_lead,
        seen=plan.revision,
        what="VB1",
        now=AFTER,
    )


def test_an_open_round_names_the_bodies_it_asked_until_the_next_one(
    cast: Cast, opened: Callable[[str], Client]
) -> None:
    third = third_quarter(cast)
    _adjusted(cast, third.plan)
    page = opened("giang").get(f"/ke-hoach/{third.plan_id}/phe-duyet/").content.decode()
    assert "Kỳ báo cáo đang mở giữ nguyên như ngày mở" in page
    approve_plan(
        actor=cast.giang,
        plan_id=third.plan_id,
        decision="99/QĐ-UBND",
        decided_on=AFTER.date(),
        note="",
        now=AFTER,
    )
    content = consolidate(Round.objects.get(pk=third.pk))
    (document,) = (item for item in content["items"] if item["key"] == "VB1")
    assert (document["lead"], document["coordinating"]) == (["Sở XD"], ["Sở Y tế"])
    assert ItemReport.objects.get(report__round=third, item__key="VB1", is_lead=True).report.organisation == (
        cast.body_a
    )
    accept_all(cast, third)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    (fourth,) = open_due_rounds(now=FOURTH)
    (document,) = (item for item in consolidate(fourth)["items"] if item["key"] == "VB1")
    assert (document["lead"], document["percent_before"]) == (["Sở Y tế"], 40)
