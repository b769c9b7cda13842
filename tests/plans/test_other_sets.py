"""A plan bound to another indicator set: which codes would mean something else is said, and asked twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.errors import Conflict
from chamdiem.plans.editing import Change
from chamdiem.plans.marks import mark_of
from chamdiem.plans.models import Plan, PlanFile
from chamdiem.plans.rebinding import Rebound
from chamdiem.plans.services import approve_plan, change_content, move_plan
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .loaded import AFTER, CONTENT, draft_plan, plan_in_force

Opened = Callable[[str], Client]
NAME = "Có chuyên mục chuyển đổi số trên trang thông tin điện tử"
SUCCESSOR = EDITION.replace("key: thu-nghiem-2026", "key: thu-nghiem-2027").replace(
    "edition: '2026'", "edition: '2027'"
)
OTHER = SUCCESSOR.replace("thu-nghiem-2027", "bo-khac-2027").replace(NAME, "Tổ chức hội nghị chuyển đổi số")
HEADER = {
    "title": "Kế hoạch nâng cao chỉ số chuyển đổi số",
    "document": "Dự thảo",
    "from_year": "2026",
    "to_year": "2027",
    "seen": "1",
}


def _bound_to(key: str) -> Change:
    def change(plan: PrintedPlan) -> PrintedPlan:
        return replace(plan, criteria_set=key)

    return change


def test_codes_that_mean_something_else_are_asked_about(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    make_edition(OTHER)
    giang, page = opened("giang"), f"/ke-hoach/{plan.pk}/sua/"
    given = {**HEADER, "criteria_set": "bo-khac-2027"}
    asked = giang.post(page, given)
    text = asked.content.decode()
    assert asked.status_code == 422
    assert f"1.2 “{NAME}” → “Tổ chức hội nghị chuyển đổi số”" in text
    assert Plan.objects.get().criteria_set == "thu-nghiem-2026"
    mark = text.partition('name="links_seen" value="')[2].partition('"')[0]
    # A mark of something else is no answer to this list.
    assert giang.post(page, {**given, "links_seen": "x"}).status_code == 422
    assert giang.post(page, {**given, "links_seen": mark}).status_code == 302
    assert Plan.objects.get().criteria_set == "bo-khac-2027"


def test_a_new_edition_of_the_same_criteria_asks_nothing(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    make_edition(SUCCESSOR)
    given = {**HEADER, "criteria_set": "thu-nghiem-2027"}
    assert opened("giang").post(f"/ke-hoach/{plan.pk}/sua/", given).status_code == 302
    assert Plan.objects.get().criteria_set == "thu-nghiem-2027"


def test_the_use_case_itself_refuses(cast: Cast) -> None:
    plan = draft_plan(cast)
    make_edition(OTHER)
    with pytest.raises(Conflict) as refused:
        change_content(
            actor=cast.giang, plan_id=plan.pk, change=_bound_to("bo-khac-2027"), seen=1, what="", now=NOW
        )
    assert refused.value.code == "plan.links_rebound"


def test_a_file_says_it_before_it_is_applied(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    make_edition(OTHER)
    giang = opened("giang")
    text = CONTENT.replace("criteria_set: thu-nghiem-2026", "criteria_set: bo-khac-2027")
    upload = SimpleUploadedFile("ke-hoach.yaml", text.encode())
    answer = giang.post(
        f"/ke-hoach/{plan.pk}/nap-tep/", {"owner": cast.province.pk, "file": upload}, follow=True
    )
    page = answer.content.decode()
    assert f"1.2 “{NAME}” → “Tổ chức hội nghị chuyển đổi số”" in page
    giang.post(f"/ke-hoach/tep/{PlanFile.objects.get().pk}/nap/")
    assert Plan.objects.get().criteria_set == "bo-khac-2027"


def _amended(cast: Cast, text: str, *rebound: Rebound) -> Plan:
    """The plan in force, being amended to another set, whose codes of other criteria were seen."""
    plan = plan_in_force(cast)
    edition = make_edition(text)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Bộ mới", now=AFTER)
    plan.refresh_from_db()
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=_bound_to(edition.key),
        seen=plan.revision,
        what="",
        now=AFTER,
        links_seen=mark_of(list(rebound)) if rebound else "",
    )
    plan.refresh_from_db()
    return plan


def test_who_approves_and_who_reads_a_version_is_told(cast: Cast, opened: Opened) -> None:
    plan = _amended(cast, OTHER, Rebound("1.2", NAME, "Tổ chức hội nghị chuyển đổi số"))
    said = f"1.2 “{NAME}” → “Tổ chức hội nghị chuyển đổi số”"
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/phe-duyet/").content.decode()
    warned, _, changes = page.partition("Chờ phê duyệt")
    assert said in warned.partition("các mã này nay chỉ tiêu chí khác")[2]
    assert said in changes.partition("Mã nay chỉ tiêu chí khác:")[2]
    approve_plan(
        actor=cast.giang,
        plan_id=plan.pk,
        decision="99/QĐ-UBND",
        decided_on=AFTER.date(),
        note="",
        now=AFTER,
    )
    version = unescape(opened("an").get(f"/ke-hoach/{plan.pk}/phien-ban/2/noi-dung/").content.decode())
    changed = version.partition("Thay đổi so với phiên bản 1")[2].partition("</table>")[0]
    assert said in changed.partition("Mã nay chỉ tiêu chí khác:")[2]


def test_codes_that_keep_their_criterion_are_no_matter(cast: Cast, opened: Opened) -> None:
    plan = _amended(cast, SUCCESSOR)
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/phe-duyet/").content.decode()
    assert "thu-nghiem-2026 → thu-nghiem-2027" in page
    assert "nay chỉ tiêu chí khác" not in page
