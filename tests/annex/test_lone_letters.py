"""Letters that are only compared, counts below the last one named, and points that need not be said."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.annex.importing import read_annex


def _rule(name: str, maximum: int, method: str) -> Any:
    lines = method.replace("<", "&lt;").replace("\n", "<br>")
    headings = "".join(f"<th>{each}</th>" for each in ("TT", "Tiêu chí", "Điểm tối đa", "Cách tính"))
    cells = "".join(f"<td>{each}</td>" for each in ("1", name, maximum, lines))
    page = f"<p>BỘ TIÊU CHÍ</p><table><tr>{headings}</tr><tr>{cells}</tr></table>"
    (row,) = read_annex(page.encode(), "a.html").rows
    assert row.max_points == Fraction(maximum)
    assert row.rule is not None
    return row.rule


@pytest.mark.parametrize(
    "defined", ["x = số tin, bài trong năm", "x là số tin, bài trong năm", "Gọi x là số tin"]
)
@pytest.mark.parametrize("levels", ["x ≥ 48: 10 điểm\n24 ≤ x < 48: 5 điểm\nx < 24: 0 điểm"])
def test_a_letter_that_is_only_compared_is_what_it_stands_for(defined: str, levels: str) -> None:
    rule = _rule("Tuyên truyền", 10, f"{defined}\n{levels}")
    assert rule.rule == {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "48", "give": "full"}, {"at_least": "24", "points": "5"}],
    }
    assert "ố tin" in rule.inputs["n"]["label"]


def test_a_letter_that_is_calculated_with_is_kept() -> None:
    rule = _rule("Tuyên truyền", 10, "x là số tin, bài trong năm\nx ≥ 48: 10 điểm\nx < 48: điểm = x/48 x 10")
    assert rule.rule["kind"] != "tiers"


@pytest.mark.parametrize("last", ["dưới 2 yêu cầu: 0 điểm", "đạt dưới 2 yêu cầu: 0 điểm"])
def test_single_counts_may_end_with_what_is_below_them(last: str) -> None:
    rule = _rule(
        "Chất lượng", 10, f"Đạt 4 yêu cầu: 10 điểm; đạt 3 yêu cầu: 7 điểm; đạt 2 yêu cầu: 4 điểm; {last}"
    )
    assert rule.rule["tiers"] == [
        {"at_least": "4", "give": "full"},
        {"at_least": "3", "points": "7"},
        {"at_least": "2", "points": "4"},
    ]
    assert "nhiều hơn 4: như 4" in rule.assumed


def test_single_counts_with_one_left_out_are_left_to_people() -> None:
    rule = _rule("Chất lượng", 10, "Đạt 4 yêu cầu: 10 điểm; đạt 2 yêu cầu: 4 điểm; dưới 2 yêu cầu: 0 điểm")
    assert rule.is_manual


@pytest.mark.parametrize(
    "words", ["Tính điểm theo tỷ lệ, tối đa 5 điểm", "Chấm theo tỷ lệ đạt được, tối đa 5 điểm"]
)
def test_a_share_may_say_what_all_of_it_gives(words: str) -> None:
    assert _rule("Tỷ lệ hộ dùng hóa đơn điện tử", 5, words).rule["kind"] == "ratio"
    assert _rule("Tỷ lệ hộ dùng hóa đơn điện tử", 8, words).is_manual


@pytest.mark.parametrize(
    "nothing", ["Không có phản ánh: 15 điểm", "Không phát sinh phản ánh được điểm tối đa"]
)
def test_nothing_to_find_fault_with_costs_nothing(nothing: str) -> None:
    rule = _rule("Xử lý phản ánh", 15, f"Mỗi phản ánh quá hạn trừ 1 điểm. {nothing}.")
    assert rule.rule == {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}
    others = _rule("Xử lý phản ánh", 15, "Mỗi phản ánh quá hạn trừ 1 điểm. Không có hệ thống: 0 điểm.")
    assert others.rule["kind"] != "deduct"
