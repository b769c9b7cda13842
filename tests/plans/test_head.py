"""What a plan says besides its entries: from the browser and from Excel, and printed in the report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.library.plans import load_plan
from chamdiem.office.plan_writing import write_plan_book
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.content import printed
from chamdiem.plans.head import changed_head, head_of
from chamdiem.plans.models import Plan, Round
from chamdiem.plans.official import official_report
from tests.people import Cast

from .loaded import AFTER, draft_plan

Opened = Callable[[str], Client]
GIVEN = {
    "title": "Kế hoạch nâng cao chỉ số chuyển đổi số",
    "issuer": "Ủy ban nhân dân tỉnh Ví Dụ",
    "document": "Dự thảo",
    "from_year": "2026",
    "to_year": "2027",
    "criteria_set": "thu-nghiem-2026",
}
BASIS = "Quyết định 749/QĐ-TTg | Thủ tướng Chính phủ | Quyết định số 749/QĐ-TTg ngày 03/6/2020"


def _posted(opened: Opened, plan: Plan, **given: str) -> Plan:
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/sua/", {**GIVEN, "seen": str(plan.revision), **given})
    assert answer.status_code == 302
    return Plan.objects.get(pk=plan.pk)


def _body_of_report(plan: Plan) -> tuple[str, str]:
    round_ = Round(plan=plan, year=2026, quarter=3, due_on=date(2026, 10, 5), opened_at=AFTER)
    round_.save()
    report = official_report(consolidate(round_), AFTER.date())
    return report.superior, report.body


def test_the_head_of_a_plan_is_written_in_the_browser(cast: Cast, opened: Opened) -> None:
    plan = _posted(
        opened, draft_plan(cast), reports_to="Sở Xây dựng", basis=BASIS, recipients="Các Sở\nLưu: VT"
    )
    content = printed(plan)
    (duty,), (basis,) = content.reporting, content.legal_basis
    assert (duty.every, duty.to, duty.by) == (
        "quarter",
        "Sở Xây dựng",
        ("Các Sở, ban, ngành", "Sở Xây dựng", "Sở Y tế"),
    )
    assert (basis.document, basis.issuer) == ("Quyết định 749/QĐ-TTg", "Thủ tướng Chính phủ")
    assert [each.text for each in content.recipients] == ["Các Sở", "Lưu: VT"]
    page = opened("giang").get(f"/ke-hoach/{plan.pk}/sua/").content.decode()
    assert BASIS in page
    again = _posted(opened, plan, reports_to="Sở Xây dựng", basis=BASIS, recipients="Các Sở\nLưu: VT")
    assert printed(again) == content
    assert _body_of_report(again) == ("Ủy ban nhân dân tỉnh Ví Dụ", "Sở Xây dựng")


def test_a_basis_of_one_part_is_refused_with_its_line(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    given = {**GIVEN, "seen": "1", "basis": f"{BASIS}\nLuật Công nghệ thông tin"}
    answer = opened("giang").post(f"/ke-hoach/{plan.pk}/sua/", given)
    assert answer.status_code == 422
    assert "“Luật Công nghệ thông tin” chưa đủ ba phần" in answer.content.decode()
    assert not printed(plan).legal_basis


def test_where_no_body_puts_reports_together_the_one_that_issued_the_plan_is_named(cast: Cast) -> None:
    assert _body_of_report(draft_plan(cast)) == ("", "Ủy ban nhân dân tỉnh Ví Dụ")


@pytest.mark.parametrize("key", ["ninhthuan-2021-plan"])
def test_a_head_shown_and_saved_as_it_is_changes_nothing(key: str) -> None:
    plan = load_plan(key)
    shown = head_of(plan)
    change = changed_head(
        reports_to=shown["reports_to"],
        basis=[tuple(line.split(" | ")) for line in shown["basis"].splitlines()],
        recipients=shown["recipients"].splitlines(),
    )
    assert plan.legal_basis
    assert plan.recipients
    assert change(plan) == plan


def test_a_new_plan_from_excel_brings_its_head(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    book = SimpleUploadedFile("kh.xlsx", write_plan_book(load_plan("ninhthuan-2021-plan")))
    answer = client.post("/ke-hoach/nap-tep/", {"owner": cast.province.pk, "file": book})
    assert client.post(f"{answer['Location']}nap/").status_code == 302
    plan, source = Plan.objects.get(), load_plan("ninhthuan-2021-plan")
    assert plan.reports_to == "Sở Thông tin và Truyền thông"
    content = printed(plan)
    assert [each.document for each in content.legal_basis] == [each.document for each in source.legal_basis]
    assert len(content.recipients) == len(source.recipients)
