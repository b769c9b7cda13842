"""A file of a plan: what it changes, what it is refused for; it never overwrites what others saved."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from chamdiem.core.improvement_plan import Expectation, Years
from chamdiem.errors import Conflict
from chamdiem.library.plans import write_plan
from chamdiem.office.plan_writing import write_plan_book
from chamdiem.plans.content import printed
from chamdiem.plans.editing import without_entry
from chamdiem.plans.models import Plan, PlanFile
from chamdiem.plans.services import apply_file, change_content, check_file_again, hand_in_file, move_plan
from tests.people import NOW, Cast

from .loaded import CONTENT, draft_plan, third_quarter

Opened = Callable[[str], Client]


def _checked_then_changed(cast: Cast) -> tuple[Plan, PlanFile]:
    """A file that gives the plan another title; an item is taken out after it was handed in."""
    plan = draft_plan(cast)
    data = write_plan(replace(printed(plan), title="Tên theo tệp")).encode()
    file = hand_in_file(
        actor=cast.giang, owner_id=cast.province.pk, plan_id=plan.pk, name="kh.yaml", data=data, now=NOW
    )
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=without_entry("project", "DA1"),
        seen=plan.revision,
        what="DA1",
        now=NOW,
    )
    plan.refresh_from_db()
    return plan, file


def test_a_file_checked_before_a_change_is_refused_and_names_the_change(cast: Cast) -> None:
    plan, file = _checked_then_changed(cast)
    with pytest.raises(Conflict) as refused:
        apply_file(actor=cast.giang, file_id=file.pk, now=NOW)
    assert refused.value.code == "plan.file_outdated"
    assert refused.value.facts["changed"] == "DA1 (Nâng cấp mạng truyền số liệu)"
    after = Plan.objects.get(pk=plan.pk)
    assert (after.document, after.revision) == (plan.document, plan.revision)


def test_checked_again_it_is_applied_to_the_plan_as_it_is_now(cast: Cast) -> None:
    plan, file = _checked_then_changed(cast)
    check_file_again(actor=cast.giang, file_id=file.pk)
    apply_file(actor=cast.giang, file_id=file.pk, now=NOW)
    plan.refresh_from_db()
    assert plan.title == "Tên theo tệp"
    assert plan.items.filter(key="DA1").exists()


def test_the_page_shows_what_changed_since_and_offers_to_check_again(cast: Cast, opened: Opened) -> None:
    _, file = _checked_then_changed(cast)
    client = opened("giang")
    refused = client.post(f"/ke-hoach/tep/{file.pk}/nap/")
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "Nâng cấp mạng truyền số liệu" in page
    assert "Nạp tệp này" not in page
    assert client.post(f"/ke-hoach/tep/{file.pk}/kiem-tra-lai/").status_code == 302
    page = client.get(f"/ke-hoach/tep/{file.pk}/").content.decode()
    assert "Tên theo tệp" in page
    assert "Nạp tệp này" in page


def _look(client: Client, plan: Plan, name: str, data: bytes) -> str:
    """The page of what a file would do to a plan."""
    answer = client.post(
        f"/ke-hoach/{plan.pk}/nap-tep/",
        {"owner": plan.owner_id, "file": SimpleUploadedFile(name, data)},
    )
    return client.get(str(answer["Location"])).content.decode()


def test_what_was_exported_and_is_loaded_again_changes_nothing(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    client = opened("giang")
    book = client.get(f"/ke-hoach/{plan.pk}/xuat-excel/").content
    for name, data in (("a.xlsx", book), ("a.yaml", plan.document.encode())):
        page = _look(client, plan, name, data)
        assert "Tệp giống hệt kế hoạch hiện nay" in page
        assert "Chưa nạp được tệp" not in page


def test_what_was_meant_in_the_browser_is_no_fault_of_the_export(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    content = printed(plan)
    early = replace(content.projects[0], years=Years(start=2020, end=2021))
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=lambda known: replace(known, projects=(early, *known.projects[1:])),
        seen=plan.revision,
        what="DA1",
        now=NOW,
    )
    client = opened("giang")
    book = client.get(f"/ke-hoach/{plan.pk}/xuat-excel/").content
    assert "Tệp giống hệt kế hoạch hiện nay" in _look(client, plan, "a.xlsx", book)


@pytest.mark.parametrize("name", ["a.xlsx", "a.yaml"])
def test_of_a_file_of_another_plan_only_that_is_said(cast: Cast, opened: Opened, name: str) -> None:
    plan = draft_plan(cast)
    content = printed(plan)
    (goal,) = content.goals
    odd = replace(content, key="ke-hoach-khac", goals=(replace(goal, year=2035),))
    data = write_plan_book(odd) if name.endswith("xlsx") else write_plan(odd).encode()
    page = _look(opened("giang"), plan, name, data)
    assert "Tệp này là của kế hoạch “ke-hoach-khac”, không phải “vi-du-plan”" in page
    assert "2035" not in page


def test_before_it_is_loaded_a_file_shows_what_each_entry_says(cast: Cast, opened: Opened) -> None:
    file = SimpleUploadedFile("kh.yaml", CONTENT.encode())
    client = opened("giang")
    answer = client.post("/ke-hoach/nap-tep/", {"owner": cast.province.pk, "file": file})
    page = client.get(str(answer["Location"])).content.decode()
    for said in ("Hồ sơ nộp trực tuyến ≥ 80 %", "2026–2027", "Các Sở, ban, ngành", "1.500", "1.2: 4"):
        assert f"{said}</span>" in page, said


def test_before_it_is_loaded_a_level_beside_a_text_that_says_another_is_named(
    cast: Cast, opened: Opened
) -> None:
    plan = draft_plan(cast)
    raised = CONTENT.replace("operator: at_least, threshold: 80,", "operator: at_least, threshold: 75,")
    page = _look(opened("giang"), plan, "kh.yaml", raised.encode())
    assert "“Hồ sơ nộp trực tuyến”: mức phải đạt 75%, nội dung ghi 80%." in page


def test_a_changed_entry_shows_what_it_said_and_says(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    content = printed(plan)
    odd = replace(content, projects=(replace(content.projects[0], budget=Fraction(2000)),))
    page = _look(opened("giang"), plan, "a.yaml", write_plan(odd).encode())
    assert "1.500 → 2.000</span>" in page


def test_a_heading_the_plan_does_not_have_is_named_before_it_is_added(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    book = load_workbook(BytesIO(write_plan_book(printed(plan))))
    sheet = book["Dự án"]
    (at,) = (cell.column for cell in sheet[1] if cell.value == "Nhóm")
    sheet.cell(2, at).value = "A. Phát triển hạ tầng mới"
    data = BytesIO()
    book.save(data)
    page = _look(opened("giang"), plan, "a.xlsx", data.getvalue())
    assert "“Phát triển hạ tầng mới” chưa có trong các đề mục, nhóm của kế hoạch" in page


@pytest.mark.parametrize("name", ["a.xlsx", "a.yaml"])
def test_both_kinds_of_files_are_refused_for_the_same_values(cast: Cast, opened: Opened, name: str) -> None:
    plan = draft_plan(cast)
    content = printed(plan)
    (goal,), (target, *targets) = content.goals, content.targets
    (measure,) = goal.measures
    odd = replace(
        content,
        goals=(replace(goal, year=2035, measures=(replace(measure, threshold=Fraction(-80)),)),),
        targets=(replace(target, expected=(Expectation(criterion="1.2", points=Fraction(400)),)), *targets),
    )
    data = write_plan_book(odd) if name.endswith("xlsx") else write_plan(odd).encode()
    client = opened("giang")
    page = _look(client, plan, name, data)
    assert "Năm 2035 nằm ngoài thời gian của kế hoạch (2026–2027)" in page
    assert "Ngưỡng -80 của “Hồ sơ nộp trực tuyến” nhỏ hơn 0" in page
    assert "Điểm dự kiến 400 của tiêu chí 1.2 lớn hơn điểm tối đa" in page
    assert client.post(f"/ke-hoach/tep/{PlanFile.objects.get().pk}/nap/").status_code == 422
    plan.refresh_from_db()
    assert printed(plan) == content


def test_letters_in_two_pieces_in_a_text_file_are_the_same_letters(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    text = unicodedata.normalize("NFD", plan.document.replace("Sở Y tế", "Sở\xa0Y tế"))
    assert "Tệp giống hệt kế hoạch hiện nay" in _look(opened("giang"), plan, "a.yaml", text.encode())


def _hidden_book(plan: Plan, opened: Opened) -> bytes:
    book = load_workbook(BytesIO(opened("giang").get(f"/ke-hoach/{plan.pk}/xuat-excel/").content))
    sheet = book["Dự án"]
    sheet.row_dimensions[sheet.max_row].hidden = True
    book["Văn bản"].sheet_state = "hidden"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_hidden_lines_and_sheets_are_said_before_they_are_loaded(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    page = _look(opened("giang"), plan, "a.xlsx", _hidden_book(plan, opened))
    assert "Cần xem lại trong tệp" in page
    assert "Trang tính “Dự án”: Các dòng đang bị ẩn vẫn được đọc và tính" in page
    assert "Trang tính “Văn bản”: Trang đang bị ẩn vẫn được đọc và nạp" in page


def test_reports_and_legal_bases_of_a_file_are_counted_and_named(cast: Cast, opened: Opened) -> None:
    plan = draft_plan(cast)
    book = load_workbook(BytesIO(opened("giang").get(f"/ke-hoach/{plan.pk}/xuat-excel/").content))
    rows = {
        "Báo cáo": {"Mã": "BC1", "Kỳ báo cáo": "quý", "Đơn vị báo cáo": "Sở Y tế", "Gửi về": "Sở Xây dựng"},
        "Căn cứ": {
            "Mã": "CC1",
            "Nội dung": "Căn cứ Quyết định 749/QĐ-TTg",
            "Văn bản": "Quyết định 749/QĐ-TTg",
            "Cơ quan ban hành": "Thủ tướng Chính phủ",
        },
    }
    for title, row in rows.items():
        sheet = book[title]
        head = next(line for line in sheet.iter_rows() if line[0].value == "Mã")
        for cell in head:
            if cell.value in row:
                sheet.cell(cell.row + 1, cell.column, row[str(cell.value)])
    budget = next(cell for line in book["Dự án"].iter_rows() for cell in line if str(cell.value) == "1500")
    budget.value = "1,500"
    target = BytesIO()
    book.save(target)
    page = _look(opened("giang"), plan, "a.xlsx", target.getvalue())
    assert "Báo cáo của Sở Y tế" in page
    assert "Gửi về:" in page
    assert "Căn cứ Quyết định 749/QĐ-TTg" in page
    assert "Thủ tướng Chính phủ" in page
    assert '<dt>Căn cứ</dt><dd class="digits">thêm 1</dd>' in page
    assert '<dt>Báo cáo</dt><dd class="digits">thêm 1</dd>' in page
    assert "ghi “1,500”, được đọc là 1,5 (dấu phẩy là dấu thập phân)" in page


def test_what_is_in_use_and_would_be_lost_is_said_before_it_is_loaded(cast: Cast, opened: Opened) -> None:
    round_ = third_quarter(cast)
    plan = round_.plan
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Bổ sung", now=NOW)
    odd = without_entry("project", "DA1")(printed(plan))
    page = _look(opened("giang"), plan, "a.yaml", write_plan(odd).encode())
    assert "Chưa nạp được tệp" in page
    assert "Không bỏ được “1. Nâng cấp mạng truyền số liệu” vì đã có nhiệm vụ hoặc báo cáo" in page
    assert "Tệp không có lỗi" not in page
    file = PlanFile.objects.get()
    assert opened("giang").post(f"/ke-hoach/tep/{file.pk}/nap/").status_code == 422


def test_a_text_that_is_called_a_workbook_is_told_as_such(cast: Cast, opened: Opened) -> None:
    page = _look(opened("giang"), draft_plan(cast), "a.xlsx", "Kế hoạch".encode())
    assert "Tệp không phải là Excel (.xlsx)" in page


def test_a_file_of_a_new_plan_whose_key_is_taken_is_told_before_it_is_loaded(
    cast: Cast, opened: Opened
) -> None:
    plan = draft_plan(cast)
    file = hand_in_file(
        actor=cast.giang,
        owner_id=cast.province.pk,
        plan_id=None,
        name="moi.yaml",
        data=plan.document.encode(),
        now=NOW,
    )
    page = opened("giang").get(f"/ke-hoach/tep/{file.pk}/").content.decode()
    assert "Cơ quan đã có kế hoạch mang mã “vi-du-plan”" in page
    assert "Nạp tệp này" not in page
