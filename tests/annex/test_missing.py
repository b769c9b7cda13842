"""Levels of what is missing, and texts that trip up the reader."""

# Texts stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.rules import giving
from tests.annex.test_rules import read

_LADDER = [
    {"at_least": "3", "give": "none"},
    {"at_least": "2", "points": "3"},
    {"at_least": "1", "points": "6"},
]
_TIERS = {"kind": "tiers", "value": "n", "tiers": _LADDER, "otherwise": "full"}
READ: dict[str, Any] = {
    "Ban hành đủ 5 văn bản: 10 điểm; thiếu 01 văn bản: 6 điểm; thiếu 02 văn bản: 3 điểm; thiếu từ 03 văn bản: 0 điểm": _TIERS,
    "Báo cáo đầy đủ 4 quý: 10 điểm; thiếu 01 báo cáo: 6 điểm; thiếu 02 báo cáo: 3 điểm; thiếu trên 02 báo cáo: 0 điểm": _TIERS,
    "Đủ: 10 điểm; thiếu 1: 6 điểm; thiếu 2: 3 điểm": _TIERS,
    "Phủ sóng 100% thôn, bản: 10 điểm; còn thôn chưa phủ sóng: mỗi thôn trừ 1 điểm": {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "1"}],
    },
}
# More is asked for than that none is missing, or a level that is not a number of them: one of several levels.
LEVELS = (
    "Ban hành đầy đủ, kịp thời: 10 điểm; thiếu 01 văn bản: 6 điểm; thiếu từ 02 văn bản trở lên: 0 điểm",
    "Đủ số lượng: 10 điểm; thiếu 01 báo cáo hoặc chậm: 5 điểm; thiếu 02 báo cáo: 0 điểm",
    "Ban hành đủ văn bản: 10 điểm; thiếu 01 văn bản: 6 điểm; thiếu 03 văn bản: 3 điểm",
)


@pytest.mark.parametrize("text", READ)
def test_levels_of_what_is_missing(text: str) -> None:
    assert read(text, name="Báo cáo định kỳ")[0].rule == READ[text]


@pytest.mark.parametrize("text", LEVELS)
def test_what_asks_for_more_stays_a_choice(text: str) -> None:
    rule = read(text)[0].rule
    assert isinstance(rule, dict)
    assert rule["kind"] == "choice"


def test_more_missing_than_is_printed_is_told() -> None:
    assert (
        "thiếu nhiều hơn 2: 0 điểm; văn bản không nói"
        in read("Đủ: 10 điểm; thiếu 1: 6 điểm; thiếu 2: 3 điểm")[0].assumed
    )


def test_a_fault_is_called_as_it_is_printed() -> None:
    inputs = read(list(READ)[-1])[0].inputs
    assert inputs["n"]["label"] == "Thôn chưa phủ sóng"


def test_a_quotient_with_nothing_above_is_left_to_people() -> None:
    assert read("Điểm = ( / Tổng số hộ trên địa bàn) x Điểm tối đa")[0].is_manual


def test_a_text_that_stops_the_reader_costs_its_own_rule_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(*_: object) -> None:
        raise IndexError

    monkeypatch.setattr(giving, "read_rule", stops)
    row = AnnexRow(number="1", texts={"method": "Đạt: 5 điểm", "name": "A"}, max_points=Fraction(5))
    assert giving.rule_of(row, Fraction(5)).is_manual
    assert "dừng giữa chừng" in f"{row.warnings}"
