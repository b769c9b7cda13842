"""While a plan is amended everybody works by what is in force; who amends or approves it sees the marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from chamdiem.errors import Conflict
from chamdiem.plans.content import printed
from chamdiem.plans.editing import Change, with_body, with_entry, without_entry
from chamdiem.plans.models import ItemReport, Plan, PlanItem
from chamdiem.plans.services import (
    TaskPlan,
    approve_plan,
    change_content,
    create_task,
    move_plan,
    open_round,
)
from tests.people import Cast

from .loaded import AFTER, IN_TIME, plan_in_force, report_of

Opened = Callable[[str], Client]
NEW = {"text": "Tập huấn kỹ năng số", "lead": ("Sở Y tế",), "kind": "Kế hoạch"}
OLD_TEXT, NEW_TEXT = "Nâng cấp mạng truyền số liệu", "Nâng cấp mạng và trung tâm dữ liệu"


def _change(cast: Cast, plan: Plan, change: Change, what: str) -> None:
    plan.refresh_from_db()
    change_content(
        actor=cast.giang, plan_id=plan.pk, change=change, seen=plan.revision, what=what, now=IN_TIME
    )


@pytest.fixture
def amended(cast: Cast) -> Plan:
    """A document more, one less, another wording and another lead of the project."""
    plan = plan_in_force(cast)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Điều chỉnh", now=IN_TIME)
    _change(cast, plan, with_entry("document", "VB2", NEW, ()), "VB2")
    _change(cast, plan, without_entry("document", "VB1"), "VB1")
    wording = {"text": NEW_TEXT, "group": "A", "lead": ("Sở Xây dựng",)}
    _change(cast, plan, with_entry("project", "DA1", wording, ()), "DA1")
    plan.refresh_from_db()
    return plan


def _approve(cast: Cast, plan: Plan) -> None:
    approve_plan(
        actor=cast.giang,
        plan_id=plan.pk,
        decision="99/KH-UBND",
        decided_on=date(2026, 10, 8),
        note="",
        now=AFTER,
    )


def test_bodies_see_what_is_in_force(cast: Cast, amended: Plan, opened: Opened) -> None:
    for name in ("an", "dung"):
        for part in ("noi-dung/", "van-ban/", "tien-do/"):
            page = opened(name).get(f"/ke-hoach/{amended.pk}/{part}").content.decode()
            assert part == "van-ban/" or "Kế hoạch đào tạo kỹ năng số" in page
            assert "Tập huấn kỹ năng số" not in page
            assert NEW_TEXT not in page
            assert "phê duyệt:" not in page
    item = PlanItem.objects.get(key="DA1")
    page = opened("an").get(f"/ke-hoach/muc/{item.pk}/").content.decode()
    assert OLD_TEXT in page
    assert NEW_TEXT not in page


def test_who_amends_sees_both(cast: Cast, amended: Plan, opened: Opened) -> None:
    page = opened("giang").get(f"/ke-hoach/{amended.pk}/noi-dung/").content.decode()
    for said in (OLD_TEXT, NEW_TEXT, "Kế hoạch đào tạo kỹ năng số", "Tập huấn kỹ năng số"):
        assert said in page
    assert page.count("chờ phê duyệt: sửa") == 1
    assert page.count("chờ phê duyệt: bỏ") == 1
    assert f"/ke-hoach/{amended.pk}/sua/document/VB2/" in page
    assert f"/ke-hoach/{amended.pk}/sua/document/VB1/" not in page
    asked = opened("giang").get(f"/ke-hoach/{amended.pk}/phe-duyet/").content.decode()
    assert "Chờ phê duyệt" in asked
    assert "Tập huấn kỹ năng số" in asked


def test_a_round_asks_for_what_is_in_force(cast: Cast, amended: Plan, opened: Opened) -> None:
    round_ = open_round(actor=cast.giang, plan_id=amended.pk, year=2026, quarter=3, now=IN_TIME)
    asked = ItemReport.objects.filter(report__round=round_, is_lead=True)
    led = {(line.item.key, line.report.organisation_id) for line in asked.select_related("item", "report")}
    assert ("VB1", cast.body_a.pk) in led
    assert ("DA1", cast.body_b.pk) in led
    assert not any(key == "VB2" or (key, body) == ("DA1", cast.body_a.pk) for key, body in led)
    page = opened("an").get(f"/ke-hoach/bao-cao/{report_of(round_, cast.body_a).pk}/").content.decode()
    assert "Tập huấn kỹ năng số" not in page


def test_the_approval_puts_it_in_force(cast: Cast, amended: Plan, opened: Opened) -> None:
    _approve(cast, amended)
    assert set(amended.items.values_list("key", flat=True)) == {"CT1", "VB2", "DA1"}
    assert PlanItem.objects.get(key="DA1").text == NEW_TEXT
    page = opened("an").get(f"/ke-hoach/{amended.pk}/noi-dung/").content.decode()
    assert "Tập huấn kỹ năng số" in page
    assert "Chờ phê duyệt" not in page


def test_what_was_worked_at_meanwhile_is_not_lost(cast: Cast, amended: Plan) -> None:
    item = PlanItem.objects.get(key="VB1")
    task = TaskPlan(name="Dự thảo", starts_on=IN_TIME.date(), due_on=AFTER.date())
    create_task(actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=task, now=IN_TIME)
    with pytest.raises(Conflict) as refused:
        _approve(cast, amended)
    assert refused.value.code == "plan.item_in_use"
    amended.refresh_from_db()
    assert amended.status == "revising"
    assert amended.items.filter(key="VB1").exists()


def test_the_title_changes_with_the_approval(cast: Cast, amended: Plan, opened: Opened) -> None:
    _change(cast, amended, lambda plan: replace(plan, title="Tên mới của kế hoạch"), "tên")
    address = f"/ke-hoach/{amended.pk}/"
    assert "Tên mới của kế hoạch" not in opened("an").get(address).content.decode()
    assert "Tên mới của kế hoạch" in opened("giang").get(f"{address}sua/").content.decode()
    _approve(cast, amended)
    assert "Tên mới của kế hoạch" in opened("an").get(address).content.decode()


def test_a_new_body_can_be_told_before_the_approval(cast: Cast, amended: Plan, opened: Opened) -> None:
    _change(cast, amended, with_body("Sở Văn hóa", ["Sở VH"], is_collective=False), "Sở Văn hóa")
    renamed = with_body("Sở Y tế tỉnh", ["Sở Y tế"], is_collective=False, old="Sở Y tế")
    _change(cast, amended, renamed, "Sở Y tế")
    page = opened("giang").get(f"/ke-hoach/{amended.pk}/co-quan/").content.decode()
    assert page.count("chờ phê duyệt: thêm") == 2
    assert page.count("chờ phê duyệt: bỏ") == 1
    gone = amended.bodies.get(name="Sở Y tế")
    assert opened("giang").get(f"/ke-hoach/{amended.pk}/co-quan/{gone.pk}/sua/").status_code == 404
    new = amended.bodies.get(name="Sở Văn hóa")
    assert (
        'value="Sở VH"'
        in opened("giang").get(f"/ke-hoach/{amended.pk}/co-quan/{new.pk}/sua/").content.decode()
    )
    assert printed(Plan.objects.get()).body_called("Sở Y tế").name == "Sở Y tế tỉnh"


def test_the_workbook_is_what_each_may_see(cast: Cast, amended: Plan, opened: Opened) -> None:
    def said(name: str) -> str:
        content = opened(name).get(f"/ke-hoach/{amended.pk}/xuat-excel/").content
        rows = load_workbook(BytesIO(content))["Văn bản"].iter_rows(values_only=True)
        return " ".join(str(cell) for row in rows for cell in row if cell)

    assert "Tập huấn kỹ năng số" not in said("an")
    assert "Tập huấn kỹ năng số" in said("giang")
