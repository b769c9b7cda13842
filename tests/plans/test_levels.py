"""An open round keeps the levels of the day it was opened; a raised one asks again for what was finished."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from fractions import Fraction
from types import MappingProxyType

import pytest
from django.test import Client

from chamdiem.core.improvement_plan import Operator, Years
from chamdiem.errors import Incomplete
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.editing import MeasureDraft, with_entry
from chamdiem.plans.models import ItemReport, Measure, Plan, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.seen import seen_of
from chamdiem.plans.selectors.standings import list_standings
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

from .loaded import AFTER, FOURTH, IN_TIME, line_of, report_of, third_quarter

Opened = Callable[[str], Client]
SHARE = "Hồ sơ nộp trực tuyến"
LEADS = {"text": "90% hồ sơ được nộp trực tuyến", "number": "1", "lead": ("Các Sở, ban, ngành",)}


def amend(
    cast: Cast,
    operator: Operator,
    threshold: int,
    unit: str = "%",
    at: datetime = AFTER,
    more: Mapping[str, object] = MappingProxyType({}),
    also: Callable[[str], None] = lambda _what: None,
) -> None:
    """The target gets another level, approved by a decision; ``also`` is done to the draft before."""
    plan = Plan.objects.get()
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Đổi mức", now=at)
    plan.refresh_from_db()
    draft = MeasureDraft(label=SHARE, operator=operator, threshold=Fraction(threshold), unit=unit)
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=with_entry("target", "CT1", {**LEADS, **more}, [draft]),
        seen=plan.revision,
        what="CT1",
        now=at,
    )
    also("CT1")
    approve_plan(
        actor=cast.giang, plan_id=plan.pk, decision="99/QĐ-UBND", decided_on=at.date(), note="", now=at
    )


def save(cast: Cast, line: ItemReport, figure: str, at: datetime = IN_TIME, why: str = "") -> ItemReport:
    """Dũng says that the target is done with a figure."""
    line.refresh_from_db()
    draft = LineDraft(state="done", figures={"CT1-1": figure}, difficulty=why)
    return save_line(actor=cast.dung, line_id=line.pk, draft=draft, seen=line.version, now=at)


def _said(round_: Round) -> dict[str, object]:
    return next(each for each in consolidate(round_)["items"] if each["key"] == "CT1")


def test_the_open_round_asks_for_the_level_it_was_opened_with(cast: Cast, opened: Opened) -> None:
    round_ = third_quarter(cast)
    line = line_of(round_, cast.body_a, "CT1")
    save(cast, line, "80")
    amend(cast, "more_than", 80)
    assert Measure.objects.get(key="CT1-1").operator == "more_than"
    page = opened("an").get(f"/ke-hoach/dong/{line.pk}/").content.decode()
    assert "Mức phải đạt: tối thiểu 80 %." in page
    assert "80% hồ sơ được nộp trực tuyến" in page
    assert "90% hồ sơ" not in page
    assert save(cast, line, "80", AFTER).state == "done"
    vb1 = line_of(round_, cast.body_a, "VB1")
    save_line(actor=cast.dung, line_id=vb1.pk, draft=LineDraft(state="done"), seen=1, now=AFTER)
    submit_report(actor=cast.dung, report_id=line.report_id, now=AFTER)
    said = _said(round_)
    assert said["text"] == "80% hồ sơ được nộp trực tuyến"
    assert said["measures"] == [
        {"key": "CT1-1", "label": SHARE, "unit": "%", "operator": "at_least", "threshold": "80"}
    ]


def test_an_easier_level_counts_from_the_next_round_too(cast: Cast) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    amend(cast, "at_least", 50)
    with pytest.raises(Incomplete) as refused:
        save(cast, line, "60", AFTER)
    assert (refused.value.code, refused.value.facts["threshold"]) == ("report.threshold_missed", "80")
    assert refused.value.facts["operator"] == "≥"


def test_a_figure_nobody_had_given_is_asked_in_its_new_unit(cast: Cast, opened: Opened) -> None:
    line = line_of(third_quarter(cast), cast.body_a, "CT1")
    amend(cast, "at_least", 900, "hồ sơ")
    page = opened("an").get(f"/ke-hoach/dong/{line.pk}/").content.decode()
    assert "Mức phải đạt: tối thiểu 900 hồ sơ." in page
    assert save(cast, line, "950", AFTER).figures == {"CT1-1": "950"}


def test_what_is_measured_is_not_done_without_its_figure(cast: Cast, opened: Opened) -> None:
    round_ = third_quarter(cast)
    line = line_of(round_, cast.body_a, "CT1")
    typed = {"state": "done", "seen": line.version, "done": "Xong."}
    answer = opened("an").post(f"/ke-hoach/dong/{line.pk}/", typed)
    assert answer.status_code == 422
    assert f"chưa có số liệu “{SHARE}”, mức phải đạt là ≥ 80 %." in answer.content.decode()
    typed["difficulty"] = "Số liệu tháng 12 chưa có."
    assert opened("an").post(f"/ke-hoach/dong/{line.pk}/", typed).status_code == 302
    vb1 = line_of(round_, cast.body_a, "VB1")
    save_line(actor=cast.dung, line_id=vb1.pk, draft=LineDraft(state="done"), seen=1, now=AFTER)
    # As saved before the figure was asked for.
    ItemReport.objects.filter(pk=line.pk).update(difficulty="")
    with pytest.raises(Incomplete) as refused:
        submit_report(actor=cast.dung, report_id=line.report_id, now=AFTER)
    assert (refused.value.code, refused.value.facts["label"]) == ("report.done_unmeasured", SHARE)
    ItemReport.objects.filter(pk=line.pk).update(difficulty="Số liệu tháng 12 chưa có.")
    submit_report(actor=cast.dung, report_id=line.report_id, now=AFTER)
    judged = opened("giang").get(f"/ke-hoach/bao-cao/{line.report_id}/").content.decode()
    assert re.search(rf"{SHARE}</span>: <svg.*?</svg>\s*chưa có số liệu", judged, re.DOTALL)
    said = official_report(consolidate(round_), AFTER.date()).annexes[0].table.rows[0].cells[-1]
    assert f"Sở Xây dựng: Xong. {SHARE}: chưa có số liệu." in said


def test_who_only_helps_gives_no_figure_of_the_whole(cast: Cast) -> None:
    round_ = third_quarter(cast)
    line = line_of(round_, cast.body_a, "CT1")
    ItemReport.objects.filter(pk=line.pk).update(is_lead=False)
    line = save_line(
        actor=cast.dung, line_id=line.pk, draft=LineDraft(state="done"), seen=line.version, now=IN_TIME
    )
    assert line.state == "done"


def test_what_misses_its_level_is_not_sent_without_a_reason(cast: Cast, opened: Opened) -> None:
    round_ = third_quarter(cast)
    line = line_of(round_, cast.body_a, "CT1")
    save(cast, line, "80")
    vb1 = line_of(round_, cast.body_a, "VB1")
    save_line(actor=cast.dung, line_id=vb1.pk, draft=LineDraft(state="done"), seen=1, now=AFTER)
    # As saved before a round kept its levels.
    ItemReport.objects.filter(pk=line.pk).update(figures={"CT1-1": "79"})
    seen = {"seen": seen_of(report_of(round_, cast.body_a))}
    answer = opened("dung").post(f"/ke-hoach/bao-cao/{line.report_id}/duyet/", seen)
    assert answer.status_code == 422
    assert "là 79 %, chưa đạt mức ≥ 80 % của kỳ này" in answer.content.decode()
    assert report_of(round_, cast.body_a).status == "draft"
    save(cast, line, "79", AFTER, "Ba xã chưa có mạng.")
    submit_report(actor=cast.dung, report_id=line.report_id, now=AFTER)
    assert report_of(round_, cast.body_a).status == "submitted"


WHY = "Phần còn lại do huyện làm."


def _third_accepted(cast: Cast, figure: str | None = "80", why: str = WHY) -> Round:
    """Both bodies are done in the third quarter, Sở Xây dựng with a figure, and accepted; it is closed."""
    third = third_quarter(cast)
    for body, leader in ((cast.body_a, "dung"), (cast.body_b, "minh")):
        report = report_of(third, body)
        for line in report.lines.filter(is_lead=True).select_related("item"):
            figures = {"CT1-1": figure} if figure and leader == "dung" and line.item.key == "CT1" else {}
            draft = LineDraft(state="done", figures=figures, difficulty=why)
            save_line(actor=cast.people[leader], line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
        submit_report(actor=cast.people[leader], report_id=report.pk, now=IN_TIME)
        judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=AFTER)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)
    return third


def _fourth() -> Round:
    (fourth,) = open_due_rounds(now=FOURTH)
    return fourth


def test_a_raised_level_asks_again_for_what_was_finished_below_it(cast: Cast, opened: Opened) -> None:
    _third_accepted(cast)
    amend(cast, "at_least", 100)
    fourth = _fourth()
    mine, other = (line_of(fourth, body, "CT1") for body in (cast.body_a, cast.body_b))
    # The other gave no figure: nobody knows that it reaches the new level.
    assert (mine.is_settled, other.is_settled) == (False, False)
    assert line_of(fourth, cast.body_a, "VB1").is_settled
    assert report_of(fourth, cast.body_a).is_required
    said = _said(fourth)
    assert (said["state"], said["settled"]) == ("", 0)
    page = opened("dung").get(f"/ke-hoach/bao-cao/{mine.report_id}/").content.decode()
    why = (
        "Đã hoàn thành (Quý III/2026), nay phải báo cáo lại. Hồ sơ nộp trực tuyến: mức phải đạt đã đổi "
        "từ ≥ 80 % thành ≥ 100 %. Số liệu đã được chấp nhận là 80 %."
    )
    assert why in page
    assert why in opened("an").get(f"/ke-hoach/dong/{mine.pk}/").content.decode()
    row = official_report(consolidate(fourth), FOURTH.date()).annexes[0].table.rows[0].cells
    assert "Mức phải đạt: Hồ sơ nộp trực tuyến ≥ 100%." in row[-1]
    assert (
        "Hồ sơ nộp trực tuyến: mức phải đạt đã đổi từ ≥ 80% thành ≥ 100%; đã hoàn thành theo mức cũ nay báo "
        "cáo lại: Sở Xây dựng; Sở Y tế."
    ) in row[-1]


@pytest.mark.parametrize(
    ("operator", "threshold", "is_settled"),
    [
        ("at_least", 80, True),
        ("at_least", 70, True),
        ("more_than", 79, True),
        ("more_than", 80, False),
        ("exactly", 80, True),
        ("at_most", 80, True),
        ("at_most", 79, False),
    ],
)
def test_what_was_accepted_is_held_against_the_new_level(
    cast: Cast, operator: Operator, threshold: int, *, is_settled: bool
) -> None:
    _third_accepted(cast)
    amend(cast, operator, threshold)
    assert line_of(_fourth(), cast.body_a, "CT1").is_settled is is_settled


@pytest.mark.parametrize(("threshold", "is_settled"), [(80, True), (70, True), (90, False)])
@pytest.mark.parametrize(("figure", "why"), [("12,5", WHY), (None, "Chưa có số liệu.")])
def test_what_was_accepted_without_reaching_it_stays_until_the_level_is_raised(
    cast: Cast, figure: str | None, why: str, threshold: int, *, is_settled: bool
) -> None:
    _third_accepted(cast, figure, why)
    amend(cast, "at_least", threshold)
    assert line_of(_fourth(), cast.body_a, "CT1").is_settled is is_settled


def test_another_unit_asks_again(cast: Cast, opened: Opened) -> None:
    _third_accepted(cast, None)
    amend(cast, "at_least", 900, "hồ sơ")
    line = line_of(_fourth(), cast.body_a, "CT1")
    assert not line.is_settled
    page = opened("an").get(f"/ke-hoach/dong/{line.pk}/").content.decode()
    assert "kế hoạch đã thêm mức phải đạt ≥ 900 hồ sơ." in page
    row = official_report(consolidate(line.report.round), FOURTH.date()).annexes[0].table.rows[0].cells
    assert "mức phải đạt được bổ sung, đã hoàn thành trước đó nay báo cáo lại" in row[-1]


def test_a_past_item_is_asked_for_again(cast: Cast) -> None:
    _third_accepted(cast)
    years = {"years": Years(start=2025, end=2025)}
    amend(cast, "at_least", 80, more=years)
    assert not ItemReport.objects.filter(report__round=_fourth(), item__key="CT1").exists()
    amend(cast, "at_least", 90, more=years, at=FOURTH + timedelta(days=20))
    (first,) = open_due_rounds(now=FOURTH + timedelta(days=90))
    assert not line_of(first, cast.body_a, "CT1").is_settled


def test_the_plan_does_not_call_done_what_a_raised_level_asks_for_again(cast: Cast, opened: Opened) -> None:
    _third_accepted(cast)
    plan = Plan.objects.get()
    item = plan.items.get(key="CT1")
    assert list_standings(plan)[item.pk].state == "done"
    amend(cast, "at_least", 100)
    plan.refresh_from_db()
    standing = list_standings(plan)[item.pk]
    assert (standing.state, standing.percent) == ("under_way", None)
    assert list_standings(plan)[plan.items.get(key="VB1").pk].state == "done"
    assert "Đang triển khai" in opened("an").get(f"/ke-hoach/muc/{item.pk}/").content.decode()
