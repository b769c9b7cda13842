"""Items whose bodies in charge lie outside the system: told, counted nowhere, kept as at the opening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.test import Client

from chamdiem.organisations.models import Organisation
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.editing import without_entry
from chamdiem.plans.models import Plan, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.official_annexes import state_text
from chamdiem.plans.selectors.charges import list_unreported_items
from chamdiem.plans.services import (
    LineDraft,
    approve_plan,
    change_content,
    move_plan,
    open_round,
    resolve_body,
    save_line,
)
from tests.people import NOW, Cast

from .loaded import AFTER, CONTENT, IN_TIME, draft_plan, plan_in_force, report_of, send_report

Opened = Callable[[str], Client]
# The document is led by businesses, which lie outside, and helped by Sở Y tế.
LED_OUTSIDE = CONTENT.replace("      - Sở XD\n    coordinating:", "      - Doanh nghiệp\n    coordinating:")
# The same without anybody to help.
ALL_OUTSIDE = CONTENT.replace("      - Sở XD\n    coordinating:\n      - Sở Y tế\n", "      - Doanh nghiệp\n")

_SECOND_PROJECT = """\
  - key: DA2
    group: A
    number: '2'
    text: Phủ sóng vùng lõm
    years: {from: 2026, to: 2027}
    lead:
      - Doanh nghiệp
    budget: 200
"""


def opened_round(cast: Cast) -> Round:
    """The third quarter of a plan whose only document is led from outside."""
    plan = plan_in_force(cast, LED_OUTSIDE)
    return open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)


def told(round_: Round) -> dict[str, str]:
    """The sections of the report by their number."""
    report = official_report(consolidate(Round.objects.get(pk=round_.pk)), AFTER.date())
    return {section.heading[:1]: "\n".join(section.paragraphs) for section in report.sections}


def _resolve(cast: Cast, plan: Plan, body: Organisation | None = None, now: datetime = IN_TIME) -> None:
    resolve_body(
        actor=cast.giang,
        plan_id=plan.pk,
        body_id=plan.bodies.get(name="Doanh nghiệp").pk,
        organisation_ids=[body.pk] if body else [],
        is_outside=body is None,
        now=now,
    )


def _unreported(round_: Round) -> list[tuple[str, bool]]:
    return [(each.key, each.is_removed) for each in list_unreported_items(Round.objects.get(pk=round_.pk))]


def _worries(round_: Round) -> str:
    return told(Round.objects.get(pk=round_.pk))["3"]


def test_whoever_approves_is_told_what_nobody_will_report(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast, LED_OUTSIDE)
    pages = [f"/ke-hoach/{plan.pk}/{page}/" for page in ("phe-duyet", "co-quan")]
    warning = "Nội dung có cơ quan chủ trì đều không thuộc hệ thống"
    giang = opened("giang")
    assert not any(warning in giang.get(page).content.decode() for page in pages)
    _resolve(cast, plan, now=NOW)
    for page in pages:
        told_now = giang.get(page).content.decode()
        assert warning in told_now
        assert "Kế hoạch đào tạo kỹ năng số" in told_now
        assert "Nâng cấp mạng truyền số liệu" not in told_now


def test_a_body_resolved_later_changes_nothing_in_an_open_round(cast: Cast, opened: Opened) -> None:
    round_ = opened_round(cast)
    before = told(round_)
    assert "Có 1 nội dung không đơn vị nào phải báo cáo" in before["2"]
    assert "Trong 2 nội dung phải báo cáo" in before["2"]
    giang, address = opened("giang"), f"/ke-hoach/{round_.plan_id}/co-quan/"
    body = round_.plan.bodies.get(name="Doanh nghiệp")
    for page in (address, f"{address}{body.pk}/"):
        assert "được tính từ kỳ sau" in giang.get(page).content.decode()
    _resolve(cast, round_.plan, cast.body_a)
    assert told(round_) == before


def test_an_item_added_by_an_adjustment_is_none_of_an_open_round(cast: Cast) -> None:
    round_ = opened_round(cast)
    plan = Plan.objects.get(pk=round_.plan_id)
    version = plan.versions.get()
    assert _unreported(round_) == [("VB1", False)]
    # As if the document had come by an approved adjustment after the opening, in place of another.
    plan.document = version.document.replace("VB1", "VB9")
    plan.save()
    plan.items.filter(key="VB1").update(key="VB9")
    assert _unreported(round_) == [("VB1", True)]


def test_an_item_taken_out_by_an_adjustment_stays_in_an_open_round_and_says_so(cast: Cast) -> None:
    plan = plan_in_force(cast, ALL_OUTSIDE)
    round_ = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    before = _worries(round_)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Thôi ban hành văn bản", now=AFTER)
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=without_entry("document", "VB1"),
        seen=Plan.objects.get(pk=plan.pk).revision,
        what="VB1",
        now=AFTER,
    )
    assert _worries(round_) == before
    approve_plan(
        actor=cast.giang,
        plan_id=plan.pk,
        decision="99/KH-UBND",
        decided_on=AFTER.date(),
        note="",
        now=AFTER,
    )
    assert _unreported(round_) == [("VB1", True)]
    removed = "chưa có số liệu; đã đưa ra khỏi kế hoạch sau khi mở kỳ báo cáo."
    assert _worries(round_) == before.replace("chưa có số liệu.", removed)
    assert removed in _worries(round_)


def test_what_a_helping_body_reported_there_is_told(cast: Cast) -> None:
    round_ = opened_round(cast)
    report = report_of(round_, cast.body_b)
    line = report.lines.get(item__key="VB1")
    draft = LineDraft(state="behind", percent=25, difficulty="Thiếu kinh phí")
    save_line(actor=cast.minh, line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
    send_report(cast, report, "minh")
    worries = told(round_)["3"]
    named = (
        "Phụ lục II, mục 1: Kế hoạch đào tạo kỹ năng số (Doanh nghiệp); cơ quan chủ trì không thuộc hệ thống"
    )
    assert f"{named} báo cáo, theo đơn vị phối hợp: Sở Y tế: chậm tiến độ, đạt 25%." in worries
    (item,) = (each for each in consolidate(round_)["items"] if each["key"] == "VB1")
    assert state_text(item) == "Không ai phải báo cáo"


def test_what_nobody_in_the_system_is_charged_with_stands_in_its_annex_with_its_money(cast: Cast) -> None:
    outside = ALL_OUTSIDE.replace("    budget: 1500\n", "    budget: 1500\n" + _SECOND_PROJECT)
    plan = plan_in_force(cast, outside)
    round_ = open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)
    annexes = official_report(consolidate(round_), AFTER.date()).annexes
    (document,) = annexes[1].table.rows
    assert document.cells[:3] == ["1", "Kế hoạch đào tạo kỹ năng số", "Doanh nghiệp"]
    assert "Chưa giao trong hệ thống" in document.cells
    assert "(Kế hoạch)" in document.cells
    rows = [row.cells for row in annexes[2].table.rows if not row.is_group]
    assert [row[0] for row in rows] == ["1", "2", ""]
    assert {"Cộng kinh phí", "1.700"} <= set(rows[-1])
    assert "Chưa giao trong hệ thống" in rows[1]
