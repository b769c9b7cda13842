"""Every sentence about a workbook of a plan: it names what stands in the cell, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from chamdiem.core.sentences.problem_texts_plans import TEXTS
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidPlan, Problem
from chamdiem.office.plan_reading import read_plan_book
from tests.office.ninh_thuan import NINH_THUAN, criteria_of, written

Spoiling = Callable[[Any], object]
# Words of the format, which no official knows, and places that are not named.
STRANGE = re.compile(r"khoá|khóa|ô này|trong trường|None|[Ôô] \.|\?|\b[a-z]+_[a-z]+\b|yaml|YAML|docs/")


def _problems(spoil: Spoiling) -> list[Problem]:
    book = openpyxl.load_workbook(BytesIO(written()))
    spoil(book)
    target = BytesIO()
    book.save(target)
    with pytest.raises(InvalidPlan) as refused:
        read_plan_book(target.getvalue(), "a.xlsx", criteria_of, over=NINH_THUAN)
    return list(refused.value.problems)


def _cells(sheet: str, **cells: object) -> Spoiling:
    def spoil(book: Any) -> None:
        for cell, value in cells.items():
            book[sheet][cell] = value

    return spoil


def _in_billions(book: Any) -> None:
    """A budget that its cell shows in another unit."""
    sheet = book["Dự án"]
    (column,) = (cell.column for cell in sheet[1] if str(cell.value).startswith("Kinh phí"))
    cell = sheet.cell(2, column)
    cell.value, cell.number_format = 1.25, '0.00" tỷ"'


def _without_bodies(book: Any) -> None:
    """Leave out who is named by clauses only."""
    page = book["Cơ quan"]
    used = {name for item in NINH_THUAN.items for name in (*item.lead, *item.coordinating)}
    used |= {name for duty in NINH_THUAN.reporting for name in (*duty.by, duty.to, duty.consolidated_for)}
    for number in range(page.max_row, 1, -1):
        if not {page.cell(number, 1).value, *(page.cell(number, 2).value or "").split("; ")} & used:
            page.delete_rows(number)


def _loose_measure(book: Any) -> None:
    book["Chỉ tiêu"].insert_rows(2)
    book["Chỉ tiêu"]["H2"] = "Hồ sơ"


# What is done to the workbook → code, sheet, cell, and what the sentence says.
SPOILED: list[tuple[Spoiling, str, str, str, str]] = [
    (_cells("Kế hoạch", B1="kế hoạch 1"), "planbook.key", "Kế hoạch", "B1",
     "“kế hoạch 1” không dùng làm mã ở cột “Mã kế hoạch” được"),
    (_cells("Kế hoạch", B2=None), "planbook.cell_missing", "Kế hoạch", "B2",
     "Thiếu “Tên kế hoạch”: ghi vào ô B2."),
    (_cells("Kế hoạch", B4=None), "planbook.cell_missing", "Kế hoạch", "B4",
     "Thiếu “Văn bản ban hành”: ghi vào ô B4."),
    (_cells("Kế hoạch", B5=None), "planbook.cell_missing", "Kế hoạch", "B5", "Thiếu “Từ năm”: ghi vào ô B5."),
    (_cells("Kế hoạch", B6=None), "planbook.cell_missing", "Kế hoạch", "B6",
     "Thiếu “Đến năm”: ghi vào ô B6."),
    (_cells("Kế hoạch", B5="đầu năm"), "planbook.year", "Kế hoạch", "B5",
     "“đầu năm” ở cột “Từ năm” không phải là năm: ghi bốn chữ số, ví dụ 2026."),
    (_cells("Kế hoạch", B6="2019"), "plan.years_reversed", "Kế hoạch", "B6",
     "Năm kết thúc 2019 đứng trước năm bắt đầu 2021"),
    (_cells("Kế hoạch", B7="bo-la"), "plan.unknown_set", "Kế hoạch", "B7", "Không có bộ chỉ số “bo-la”"),
    (_cells("Kế hoạch", B7=None), "plan.criteria_without_set", "Kế hoạch", "B7",
     "thêm mã bộ chỉ số của kế hoạch"),
    (_cells("Kế hoạch", B2="#REF!"), "planbook.formula", "Kế hoạch", "B2", "“#REF!” là công thức bị lỗi"),
    (_cells("Kế hoạch", A3="Khác"), "planbook.line_missing", "Kế hoạch", "",
     "Thiếu dòng “Cơ quan ban hành” ở cột A"),
    (_cells("Kế hoạch", A9="Mã kế hoạch"), "planbook.line_twice", "Kế hoạch", "A9",
     "Dòng “Mã kế hoạch” có hai lần"),
    (_cells("Cơ quan", A3="Sở Thông tin và Truyền thông"), "plan.spelling_twice", "Cơ quan", "A3",
     "chỉ giữ ở một cơ quan"),
    (_cells("Cơ quan", C2="tập thể"), "planbook.yes_no", "Cơ quan", "C2",
     "“tập thể” ở cột “Là tên chung” không phải là có hay không"),
    (_without_bodies, "planbook.body_still_named", "Cơ quan", "", "vẫn được nêu ở phần điều khoản (mã “"),
    (_cells("Dự án", B2=date(2026, 1, 1)), "planbook.number_day", "Dự án", "B2",
     "“01/01/2026” ở cột STT là một ngày"),
    (_cells("Mục tiêu", A2=None), "planbook.cell_missing", "Mục tiêu", "A2", "Thiếu “Mã”: ghi vào ô A2."),
    (_cells("Mục tiêu", A2="2025 a"), "planbook.key", "Mục tiêu", "A2",
     "“2025 a” không dùng làm mã ở cột “Mã” được"),
    (_cells("Mục tiêu", D3="2025.5"), "planbook.year", "Mục tiêu", "D3", "“2025.5” ở cột “Năm”"),
    (_cells("Mục tiêu", D3="2019"), "plan.years_outside", "Mục tiêu", "D3",
     "Năm 2019 nằm ngoài thời gian của kế hoạch (2021–2030)"),
    (_cells("Mục tiêu", F2=None), "planbook.cell_missing", "Mục tiêu", "F2",
     "Thiếu “Chỉ số đo”: ghi vào ô F2."),
    (_cells("Mục tiêu", G2="cỡ"), "planbook.operator", "Mục tiêu", "G2", "“cỡ” không phải là cách so sánh"),
    (_cells("Mục tiêu", H2="gần hết"), "answer.not_a_number", "Mục tiêu", "H2",
     "“gần hết” không phải là số: nhập “Ngưỡng” bằng chữ số"),
    (_cells("Mục tiêu", H2="1.838"), "answer.ambiguous_decimal", "Mục tiêu", "H2", "nhập “Ngưỡng” là 1838"),
    (_cells("Mục tiêu", H2=-5), "plan.threshold_negative", "Mục tiêu", "H2", "Ngưỡng -5 của “Dịch vụ công"),
    (_cells("Mục tiêu", I2=None), "plan.threshold_without_unit", "Mục tiêu", "I2",
     "chưa có đơn vị tính: ghi rõ %, người, xã…"),
    (_cells("Mục tiêu", H2="100%", I2="xã"), "planbook.percent", "Mục tiêu", "H2",
     "Ngưỡng “100%” ghi theo % nhưng đơn vị tính là “xã”"),
    (_cells("Mục tiêu", J2="9.9.9"), "plan.unknown_criterion", "Mục tiêu", "J2",
     "không có tiêu chí mang mã “9.9.9”"),
    (_cells("Mục tiêu", J2="tiêu chí 1"), "planbook.key", "Mục tiêu", "J2",
     "“tiêu chí 1” không dùng làm mã ở cột “Tiêu chí” được"),
    (_loose_measure, "planbook.line_loose", "Chỉ tiêu", "A2", "Dòng này chỉ có mức phải đạt"),
    (_cells("Chỉ tiêu", A3="PL1.1"), "planbook.key_twice", "Chỉ tiêu", "A3",
     "Mã “PL1.1” đã dùng ở “Chỉ tiêu” A2: đặt mã khác"),
    (_cells("Chỉ tiêu", L2="2031.z"), "plan.unknown_goal", "Chỉ tiêu", "L2",
     "Không có mục tiêu mang mã “2031.z”"),
    (_cells("Chỉ tiêu", N2="5.8.1:2"), "planbook.expected", "Chỉ tiêu", "N2",
     "“5.8.1:2” không phải là điểm dự kiến"),
    (_cells("Chỉ tiêu", N2="7.2.1=30"), "plan.points_above_maximum", "Chỉ tiêu", "N2",
     "Điểm dự kiến 30 của tiêu chí 7.2.1 lớn hơn điểm tối đa 3"),
    (_cells("Chỉ tiêu", N2="7.2.1=-1"), "plan.points_negative", "Chỉ tiêu", "N2", "Điểm dự kiến -1"),
    (_cells("Chỉ tiêu", N2="7.2.1=1; 7.2.1=2"), "plan.points_twice", "Chỉ tiêu", "N2",
     "Tiêu chí 7.2.1 có hai điểm dự kiến trong cùng một nội dung"),
    (_cells("Chỉ tiêu", M2="7.2.1;7.2.1"), "plan.criterion_twice", "Chỉ tiêu", "M2",
     "Tiêu chí 7.2.1 được ghi hai lần: chỉ giữ một"),
    (_cells("Chỉ tiêu", L2="2025.a; 2025.a"), "plan.goal_twice", "Chỉ tiêu", "L2",
     "Mục tiêu 2025.a được ghi hai lần"),
    (_cells("Chỉ tiêu", N2="9.9.9=1"), "plan.unknown_criterion", "Chỉ tiêu", "N2", "“9.9.9”"),
    (_cells("Chỉ tiêu", O2=-5), "plan.budget_negative", "Chỉ tiêu", "O2", "Kinh phí -5 nhỏ hơn 0"),
    (_cells("Chỉ tiêu", O2="5 tỷ"), "answer.not_a_number", "Chỉ tiêu", "O2",
     "nhập “Kinh phí (triệu đồng)” bằng chữ số"),
    (_cells("Báo cáo", B2="tuần"), "planbook.frequency", "Báo cáo", "B2",
     "“tuần” không phải là kỳ báo cáo: chọn một trong tháng, quý"),
    (_cells("Báo cáo", D2="Sở Lạ"), "plan.unknown_body", "Báo cáo", "D2", "Cơ quan “Sở Lạ” không có"),
    (_cells("Căn cứ", E2="hôm qua"), "planbook.day", "Căn cứ", "E2", "“hôm qua” không phải là ngày"),
    (_cells("Văn bản", D3=None), "planbook.cell_missing", "Văn bản", "D3",
     "Thiếu “Loại văn bản”: ghi vào ô D3."),
    (_cells("Dự án", E4="2025", F4="2021"), "plan.years_reversed", "Dự án", "F4", "Năm kết thúc 2021"),
    (_cells("Dự án", E4="2021", F4=None), "planbook.cell_missing", "Dự án", "F4",
     "Thiếu “Đến năm”: ghi vào ô F4."),
    (_cells("Dự án", E4="2019", F4="2022"), "plan.years_unexplained", "Dự án", "E4",
     "nêu lý do ở phần ghi chú của nội dung đó"),
    (_cells("Dự án", E4="2021", F4="2035"), "plan.years_unexplained", "Dự án", "F4",
     "nêu lý do ở phần ghi chú của nội dung đó"),
    (_cells("Dự án", G4="Sở Nội vu"), "plan.unknown_body", "Dự án", "G4", "(gần giống: Sở Nội vụ)"),
    (_cells("Dự án", G4="Sở Nội vụ; Sở Nội vụ"), "plan.body_twice", "Dự án", "G4",
     "Cơ quan “Sở Nội vụ” được ghi hai lần"),
    (_cells("Dự án", G4="Sở Nội vụ", H4="Sở Nội vụ"), "plan.body_leads_and_helps", "Dự án", "H4",
     "“Sở Nội vụ” vừa chủ trì vừa phối hợp"),
    (_cells("Dự án", C4="=1+1"), "planbook.formula", "Dự án", "C4", "“=1+1” là công thức bị lỗi"),
    (_cells("Dự án", G1="Đơn vị"), "planbook.column_missing", "Dự án", "", "Thiếu cột “Chủ trì”"),
    (_cells("Dự án", G1="Đơn vị"), "planbook.column_unknown", "Dự án", "G1",
     "Cột “Đơn vị” không có trong tệp mẫu"),
    (_cells("Dự án", Z1="Chủ trì"), "planbook.column_twice", "Dự án", "Z1", "Cột “Chủ trì” có hai lần"),
    (_cells("Dự án", A1="Khác"), "planbook.heading_missing", "Dự án", "", "Không thấy dòng tiêu đề"),
    (_cells("Dự án", D4="A. Hạ tầng > "), "planbook.heading_gap", "Dự án", "D4",
     "thiếu tên đề mục ở một bên dấu “>”"),
    (_cells("Cơ quan", A20="sở nội  vụ"), "plan.bodies_alike", "Cơ quan", "A20",
     "“sở nội vụ” và “Sở Nội vụ” chỉ khác chữ hoa"),
    (_in_billions, "planbook.unit_printed", "Dự án", "P2", "Ô hiển thị “1,25 tỷ”"),
    (lambda book: book["Dự án"].merge_cells("G2:G4"), "planbook.merged", "Dự án", "G2", "bỏ gộp ô"),
    (lambda book: book.create_sheet("Dự án (2)"), "planbook.sheet_twice", "Dự án (2)", "",
     "Có hai trang tính mang tên “Dự án”"),
    (lambda book: book.remove(book["Dự án"]), "planbook.sheet_missing", "", "", "Thiếu trang tính “Dự án”"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("spoil", "code", "sheet", "cell", "said"), SPOILED, ids=[f"{each[1]}:{each[4][:30]}" for each in SPOILED]
)
def test_a_fault_is_told_with_its_cell_in_words_of_the_sheet(
    spoil: Spoiling, code: str, sheet: str, cell: str, said: str
) -> None:
    problems = _problems(spoil)
    found = [
        each for each in problems if (each.code, each.place.sheet, each.place.cell) == (code, sheet, cell)
    ]
    assert found, [(each.code, each.place.sheet, each.place.cell) for each in problems]
    assert said in problem_text(found[0])
    assert not [problem_text(each) for each in problems if STRANGE.search(problem_text(each))]


def test_every_sentence_about_workbooks_of_plans_is_among_them() -> None:
    assert {code for code in TEXTS if code.startswith("planbook.")} <= {each[1] for each in SPOILED}


def test_one_fault_is_told_once() -> None:
    alone = [
        each for each in SPOILED if each[1] in ("planbook.key_twice", "planbook.formula", "planbook.year")
    ]
    assert [len(_problems(each[0])) for each in alone] == [1] * len(alone)


def test_what_is_wrong_on_two_lines_of_one_key_is_told_on_the_line_it_stands_on() -> None:
    problems = _problems(_cells("Mục tiêu", A3="2025.a", I2=None, J3="9.9.9"))
    found = {(each.code, each.place.cell) for each in problems}
    assert found >= {
        ("planbook.key_twice", "A3"),
        ("plan.threshold_without_unit", "I2"),
        ("plan.unknown_criterion", "J3"),
    }


def test_what_is_no_number_where_nothing_is_measured_is_told_once() -> None:
    (told,) = _problems(_cells("Dự án", K2=True))
    assert (told.place.sheet, told.place.cell) == ("Dự án", "K2")
    assert "không phải là số" in problem_text(told)
