"""Numbers that no heading announces: codes below "Tiêu chí", and letters in front of names."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

YES = "Đã có: 5 điểm; chưa có: 0 điểm"
ROWS = (
    ("A", "Dạy và học", "", "10"),
    ("A.1", "Kho học liệu số", YES, "5"),
    ("A.2", "Dạy học trực tuyến", YES, "5"),
    ("B", "Quản trị nhà trường", "", "5"),
    ("B.1", "Học bạ số", YES, "5"),
    ("C", "Đội ngũ và hạ tầng", "", "5"),
    ("C.1", "Máy tính phục vụ học tập", YES, "5"),
)
NAMES = ["Dạy và học", "Quản trị nhà trường", "Đội ngũ và hạ tầng"]


def _read(header: str, *rows: tuple[str, ...]) -> Annex:
    lines = [f"| {header} |", "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    return read_annex("\n".join(lines).encode(), "a.md")


def _groups(annex: Annex) -> list[str]:
    assert not any(row.repairs for row in annex.rows)
    return [row.name for row in annex.rows if row.parent is None]


def test_codes_below_a_heading_of_names_are_the_numbers() -> None:
    annex = _read("Tiêu chí | Nội dung đánh giá | Hướng dẫn chấm | Điểm", *ROWS)
    assert annex.tables[0].roles == ("number", "name", "method", "max")
    assert [row.number for row in annex.rows] == [row[0] for row in ROWS]
    assert _groups(annex) == NAMES


def test_names_of_groups_beside_names_stay_groups() -> None:
    rows = [(f"Nhóm {each}", name, method or YES, "5") for each, name, method, _ in ROWS]
    annex = _read("Tiêu chí | Nội dung đánh giá | Hướng dẫn chấm | Điểm", *rows)
    assert annex.tables[0].roles[0] != "number"


def test_letters_in_front_of_names_that_go_on_are_numbers_and_no_damage() -> None:
    rows = [("", f"{number} {name}", method, points) for number, name, method, points in ROWS if not method]
    below = [row for row in ROWS if row[2]]
    annex = _read(
        "STT | Nội dung | Cách tính | Điểm", rows[0], *below[:2], rows[1], below[2], rows[2], below[3]
    )
    assert [row.number for row in annex.rows] == [row[0] for row in ROWS]
    assert _groups(annex) == NAMES


def test_a_letter_that_does_not_go_on_is_left() -> None:
    annex = _read(
        "STT | Nội dung | Cách tính | Điểm",
        ("", "B Quản trị", "", "5"),
        ("1", "Học bạ số", YES, "5"),
    )
    assert annex.rows[0].number == ""


def _sheet(*numbers: tuple[object, str]) -> bytes:
    """A sheet whose rows have these numbers, each a value and its format."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["STT", "Tiêu chí", "Điểm tối đa", "Cách tính"])
    for place, (value, form) in enumerate(numbers, start=2):
        sheet.append([value, f"Tiêu chí thứ {place}", 2.5, YES])
        sheet.cell(place, 1).number_format = form
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def _plainly(*values: object) -> list[tuple[object, str]]:
    return [(value, "General") for value in values]


@pytest.mark.parametrize(
    ("numbers", "read", "guesses"),
    [
        (_plainly(1, 1.1, "1.1.1", 1.2), ["1", "1.1", "1.1.1", "1.2"], 0),
        (_plainly(1, 1.8, 1.9, 1.1, "1.11"), ["1", "1.8", "1.9", "1.10", "1.11"], 1),
        (_plainly(1.19, 1.2, 1.21), ["1.19", "1.20", "1.21"], 1),
        ([(1.8, "General"), (1.9, "0.0"), (1.1, "0.00")], ["1.8", "1.9", "1.10"], 0),
        ([(1.1, "0.00"), (1.2, "0.00")], ["1.1", "1.2"], 0),
        (_plainly(1.9, 2.1), ["1.9", "2.1"], 0),
        (_plainly("1,1", "1,2", "1,3"), ["1,1", "1,2", "1,3"], 0),
    ],
)
def test_numbers_that_are_figures_of_a_sheet_keep_their_dot_and_their_nought(
    numbers: list[tuple[object, str]], read: list[str], guesses: int
) -> None:
    annex = read_annex(_sheet(*numbers), "a.xlsx")
    assert [row.number for row in annex.rows] == read
    told = [each.facts["text"] for each in annex.warnings if each.code == "reader.note"]
    assert len(told) == guesses
    assert all("chứa số 1," in each and "vì dòng trước là “1." in each for each in told)
    assert {str(row.max_points) for row in annex.rows} == {"5/2"}


@pytest.mark.parametrize(
    ("tops", "below"), [(("①", "②"), ("1", "2")), (("Một", "Hai"), ("1", "2")), (("I", "II"), ("-", "+"))]
)
def test_rings_words_and_marks_in_the_column_of_numbers_are_no_part_of_names(
    tops: tuple[str, str], below: tuple[str, str]
) -> None:
    yes = "Có: 5 điểm; không: 0 điểm"
    lines = "\n".join(
        f"| {number} | {name} | {points} |"
        for place, top in enumerate(tops)
        for number, name, points in (
            (top, f"Nhóm {place}", "10 | "),
            (below[0], "Có quy chế", f"5 | {yes}"),
            (below[1], "Có kế hoạch", f"5 | {yes}"),
        )
    )
    text = f"| STT | Tiêu chí | Điểm tối đa | Cách tính |\n|---|---|---|---|\n{lines}\n"
    annex = read_annex(text.encode(), "a.md")
    numbers = [each if each.isalnum() else "" for each in below]
    assert [(row.number, row.name, row.level) for row in annex.rows] == [
        row
        for place, top in enumerate(tops)
        for row in ((top, f"Nhóm {place}", 0), (numbers[0], "Có quy chế", 1), (numbers[1], "Có kế hoạch", 1))
    ]
