"""Ordinary wordings that become rules: floors, zero first, so much each below a threshold, peers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.annex.markup import plain
from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.rules.giving import rule_of
from tests.annex.test_rules import NA, read

LETTERS = "a: số hồ sơ đúng hạn; b: tổng số hồ sơ"
UNDERSTOOD: dict[str, Any] = {
    f"r = a/b; {LETTERS}. r ≥ 80%: 10 điểm; r < 80%: r/80% × 10": {
        "kind": "ratio",
        "value": "a / b",
        "full_at": "0.8",
        **NA,
    },
    f"Tỷ lệ = a/b. ≥ 90%: 10 điểm. 50% ≤ tỷ lệ < 90%: tỷ lệ/90% × 10. Tỷ lệ < 50%: 0 điểm. {LETTERS}": {
        "kind": "gate",
        "when": "b > 0 and a / b >= 0.5",
        "then": {"kind": "ratio", "value": "a / b", "full_at": "0.9", "if_zero": "zero"},
        "else": "none",
    },
    f"{LETTERS}. Tỷ lệ = a/b: 0%: 10 điểm; trên 0% đến 1%: 3 điểm; trên 1%: 0 điểm": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_most": "0", "give": "full"}, {"at_most": "0.01", "points": "3"}],
        **NA,
    },
    "Từ 10 camera trở lên: 10 điểm; dưới 10 camera: mỗi camera 1 điểm": {
        "kind": "count",
        "parts": [{"of": "n", "points_each": "1"}],
    },
    "Từ 70% trở lên: 10 điểm; dưới 70%: tính theo tỷ lệ (tỷ lệ đạt/70% × 10)": {
        "kind": "ratio",
        "value": "a / b",
        "full_at": "0.7",
        **NA,
    },
    "Đạt 70% trở lên thì được 10 điểm, nếu dưới 70% thì cứ 7% được 1 điểm": {
        "kind": "count",
        "parts": [{"of": "100 * a / b", "points_each": "1", "every": "7"}],
    },
    "10 × lượt truy cập / lượt của đơn vị cao nhất": {"kind": "peer", "value": "n", "method": "share_of_max"},
    "Điểm = 10 × số lượt của đơn vị / số lượt của đơn vị cao nhất": {
        "kind": "peer",
        "value": "n",
        "method": "share_of_max",
    },
    "Lấy tỷ lệ thực tế chia cho tỷ lệ cao nhất trong các đơn vị, nhân với 10": {
        "kind": "peer",
        "value": "a / b",
        "method": "share_of_max",
        **NA,
    },
}


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_an_ordinary_wording_is_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == UNDERSTOOD[text]


@pytest.mark.parametrize(
    "text",
    [
        "Từ 10 camera trở lên: 10 điểm; dưới 10 camera: mỗi camera 0,5 điểm",
        "Đạt 70% trở lên thì được 10 điểm, nếu dưới 70% thì cứ 10% được 1 điểm",
    ],
)
def test_steps_that_do_not_come_to_the_maximum_at_the_threshold_stay_with_people(text: str) -> None:
    reading, _ = read(text)
    assert reading.is_manual


@pytest.mark.parametrize(
    "text",
    [
        "Điểm = số hồ sơ của đơn vị / bình quân chung của tỉnh × 3 + số hồ sơ / tổng số hồ sơ × 7",
        "a: số lượt truy cập; b: số lượt truy cập của huyện cao nhất. Điểm = a/b × 10",
    ],
)
def test_the_best_of_all_is_no_figure_of_one_body(text: str) -> None:
    reading, _ = read(text)
    assert reading.is_manual or (isinstance(reading.rule, dict) and reading.rule["kind"] == "peer")


def test_a_stroke_of_latex_about_letters_needs_no_brackets() -> None:
    assert plain(r"$r = \frac{a}{b}$; $\frac{r}{80\%}$; $\frac{a + b}{c}$") == "r = a/b; r/80%; (a + b)/c"


def _taken(text: str, maximum: int) -> Any:
    row = AnnexRow(
        number="1",
        texts={"method": text, "name": "Vi phạm"},
        max_points=Fraction(maximum),
        role="deduction",
    )
    return rule_of(row, Fraction(maximum)).rule


def test_a_row_of_deductions_counts_what_is_taken_off() -> None:
    each = {"kind": "count", "parts": [{"of": "n", "points_each": "1"}]}
    assert _taken("Mỗi vụ việc trừ 1 điểm, tối đa trừ 3 điểm", 3) == each
    assert _taken("Mỗi báo cáo gửi chậm trừ 1 điểm", 3) == each
    assert _taken("Mỗi báo cáo gửi chậm: 1 điểm", 3) == each
    assert _taken("Mỗi báo cáo không gửi: 1 điểm", 3) == each
    assert _taken("Mỗi báo cáo gửi chậm 1 điểm", 3) == each
    assert _taken("Mỗi vụ cháy: 1 điểm", 3) == each
    assert _taken("Mỗi lần chậm 1 ngày: 1 điểm", 3)["kind"] == "manual"
    assert _taken("Không thực hiện: trừ 2 điểm", 2) == {"kind": "yes_no", "when": "x"}
    assert _taken("Chậm dưới 5 ngày: trừ 1 điểm; từ 5 ngày trở lên: trừ 2 điểm", 2) == {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "5", "give": "full"}],
        "otherwise": {"points": "1"},
    }
