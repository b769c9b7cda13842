"""Rows called “Điểm cộng” or “Điểm trừ” that have no number: where they stand."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

METHOD = "Mỗi lần bị phê bình trừ 1 điểm, trừ tối đa 3 điểm"


def annex_of(*lines: str) -> Annex:
    table = ["| TT | Tiêu chí | Điểm tối đa | Cách chấm điểm |", "|---|---|---|---|", *lines]
    return read_annex("\n".join(table).encode(), "a.md")


def above(annex: Annex) -> list[tuple[str, str]]:
    """Every name, with the name of the row it stands below."""
    rows = annex.rows
    return [(row.name, "" if row.parent is None else rows[row.parent].name) for row in rows]


BEFORE = (
    "| A | Thể chế số | 10 | |",
    "| 1 | Quy chế | 10 | Có: 10 điểm; không: 0 điểm |",
    "| B | Xã hội số | 10 | |",
    "| 2 | Tổ công nghệ | 10 | Có: 10 điểm; không: 0 điểm |",
)


@pytest.mark.parametrize(
    "name", ["Điểm trừ", "ĐIỂM TRỪ", "Các nội dung trừ điểm", "Điểm trừ (tối đa 3 điểm)"]
)
def test_the_last_row_without_a_number_stands_on_top(name: str) -> None:
    annex = annex_of(*BEFORE, f"| | {name} | 3 | {METHOD} |")
    last, criterion = annex.rows[-1], annex.rows[-2]
    assert (last.parent, last.role) == (None, "deduction")
    assert "number.missing_on_top" in [notice.code for notice in last.warnings]
    assert criterion.rule is not None
    assert not criterion.rule.is_manual


def test_what_is_printed_below_it_belongs_to_it() -> None:
    annex = annex_of(
        *BEFORE,
        "| | Điểm cộng | 5 | |",
        "| 1 | Sáng kiến | 5 | Mỗi sáng kiến 1 điểm, tối đa 5 điểm |",
        "| | Điểm trừ | 3 | |",
        f"| | Bị phê bình | 3 | {METHOD} |",
        f"| | Chậm báo cáo | 3 | {METHOD} |",
    )
    assert above(annex)[4:] == [
        ("Điểm cộng", ""),
        ("Sáng kiến", "Điểm cộng"),
        ("Điểm trừ", ""),
        ("Bị phê bình", "Điểm trừ"),
        ("Chậm báo cáo", "Điểm trừ"),
    ]


def test_a_row_inside_a_branch_that_is_not_the_last_stays_there() -> None:
    annex = annex_of(*BEFORE[:2], f"| | Điểm trừ | 3 | {METHOD} |", *BEFORE[2:])
    assert above(annex)[2] == ("Điểm trừ", "Thể chế số")


def test_a_row_whose_points_make_up_its_branch_stays_there() -> None:
    annex = annex_of(
        "| A | Thể chế số | 12 | |",
        "| 1 | Quy chế | 10 | Có: 10 điểm; không: 0 điểm |",
        "| | Điểm thưởng | 2 | Có sáng kiến: 2 điểm |",
    )
    assert above(annex)[2] == ("Điểm thưởng", "Thể chế số")


def test_parts_of_a_numbered_branch_of_added_points_stay_in_it() -> None:
    annex = annex_of(
        *BEFORE,
        "| C | Điểm cộng, điểm trừ | | |",
        "| | Điểm cộng | 5 | Mỗi sáng kiến 1 điểm, tối đa 5 điểm |",
        f"| | Điểm trừ | 3 | {METHOD} |",
    )
    assert above(annex)[5:] == [("Điểm cộng", "Điểm cộng, điểm trừ"), ("Điểm trừ", "Điểm cộng, điểm trừ")]


def test_a_criterion_that_loses_its_rule_to_rows_below_it_says_so() -> None:
    annex = annex_of(
        "| 1 | Quy chế | 10 | Có: 10 điểm; không: 0 điểm |",
        "| a | Khen thưởng | 3 | Có: 3 điểm; không: 0 điểm |",
    )
    assert "rule.lost_to_rows" in [notice.code for notice in annex.rows[0].warnings]


def test_a_group_whose_points_are_those_of_its_rows_loses_nothing() -> None:
    annex = annex_of(
        "| 1 | Quy chế | 10 | Có: 10 điểm; không: 0 điểm |",
        "| a | Ban hành | 6 | Có: 6 điểm; không: 0 điểm |",
        "| b | Công khai | 4 | Có: 4 điểm; không: 0 điểm |",
    )
    assert not annex.rows[0].warnings


def test_points_taken_off_without_a_maximum_ask_for_it() -> None:
    row = annex_of(*BEFORE, f"| | Điểm trừ | | {METHOD} |").rows[-1]
    assert row.rule is None
    assert "max.missing" in [notice.code for notice in row.warnings]
