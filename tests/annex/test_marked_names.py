"""Numbers and marks in front of names, beside an empty cell of numbers; fields that are counted elsewhere."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from tests.annex.test_group_numbers import HEADER, annex_of, codes, group, row

NAMES = ["Có kế hoạch", "Có báo cáo"]
MARKS = [
    ("①", "②", ["①", "②"]),
    ("(1)", "(2)", ["1)", "2)"]),
    ("1.", "2.", ["1.", "2."]),
    ("a)", "b)", ["a)", "b)"]),
    ("(a)", "(b)", ["a)", "b)"]),
    ("-", "-", ["", ""]),
    ("+", "+", ["", ""]),
]


@pytest.mark.parametrize(("one", "other", "numbers"), MARKS)
def test_marks_below_a_number_are_no_part_of_the_name(one: str, other: str, numbers: list[str]) -> None:
    below = (row("", f"{one} {NAMES[0]}", 4), row("", f"{other} {NAMES[1]}", 6))
    annex = annex_of(group("1", "Nhận thức số", 10), *below, group("2", "Thể chế số", 10), *below)
    assert [each.name for each in annex.rows] == ["Nhận thức số", *NAMES, "Thể chế số", *NAMES]
    assert [each.number for each in annex.rows] == ["1", *numbers, "2", *numbers]
    assert [each.parent for each in annex.rows] == [None, 0, 0, None, 3, 3]
    assert len({each.key for each in annex.rows}) == len(annex.rows)


@pytest.mark.parametrize(("one", "other", "numbers"), MARKS[:3])
def test_marks_of_all_rows_are_their_numbers(one: str, other: str, numbers: list[str]) -> None:
    annex = annex_of(row("", f"{one} Nhận thức số", 4), row("", f"{other} Thể chế số", 6))
    assert [each.number for each in annex.rows] == numbers
    assert [each.name for each in annex.rows] == ["Nhận thức số", "Thể chế số"]


def test_dotted_numbers_in_front_of_all_names_make_the_tree() -> None:
    lines = (group("", "1. Nhận thức", 10), row("", "1.1. Kế hoạch", 4), row("", "1.2. Báo cáo", 6))
    annex = annex_of(*lines, row("", "2. Thể chế", 10))
    assert [each.parent for each in annex.rows] == [None, 0, 0, None]


@pytest.mark.parametrize(
    "names",
    [
        ("(1) Có kế hoạch", "(3) Có báo cáo"),
        ("① Có kế hoạch", "(2) Có báo cáo"),
        ("(1) Có kế hoạch", "Có báo cáo (2)"),
        ("-5 độ trở xuống", "-3 độ trở xuống"),
        ("(2) Có kế hoạch", "(3) Có báo cáo"),
        ("- Có kế hoạch", "Có báo cáo"),
    ],
)
def test_what_may_belong_to_a_name_stays_in_it(names: tuple[str, str]) -> None:
    annex = annex_of(group("1", "Nhận thức số", 10), row("", names[0], 4), row("", names[1], 6))
    assert [each.name for each in annex.rows[1:]] == list(names)


def test_a_mark_alone_stays_in_its_name() -> None:
    annex = annex_of(row("1", "Kế hoạch", 5), row("2", "(06) Đề án", 5), row("", "(1) Mức độ", 5))
    assert annex.rows[-1].name == "(1) Mức độ"


TABLE = HEADER + row("1", "Có kế hoạch", 5) + row("2", "Có báo cáo", 5)


@pytest.mark.parametrize(
    "text",
    [
        "Văn phòng phụ trách gồm 03 lĩnh vực công tác.",
        "Sở Nông nghiệp quản lý, gồm 03 lĩnh vực: trồng trọt, chăn nuôi, thủy sản.",
        "Phạm vi áp dụng: các đơn vị, gồm 03 lĩnh vực",
        "Bộ tiêu chí đánh giá công chức gồm 03 lĩnh vực quản lý",
        "Bộ tiêu chí áp dụng với 03 lĩnh vực: y tế, giáo dục, đất đai.",
        "Cơ quan có trên 03 lĩnh vực quản lý được cộng điểm.",
        "Bộ tiêu chí gồm 02 lĩnh vực.",
    ],
)
def test_fields_of_something_else_are_no_declared_count(text: str) -> None:
    annex = read_annex(f"{text}\n\n{TABLE}".encode(), "a.md")
    assert "declared.differs" not in codes(annex, 0)


@pytest.mark.parametrize(
    "text", ["Bộ tiêu chí gồm 03 lĩnh vực và 02 tiêu chí.", "Gồm 03 lĩnh vực", "Bộ chỉ số bao gồm 3 lĩnh vực"]
)
def test_fields_of_the_set_that_do_not_come_out_are_told(text: str) -> None:
    annex = read_annex(f"{text}\n\n{TABLE}".encode(), "a.md")
    assert "declared.differs" in codes(annex, 0)
