"""What the figures of a ratio are called where the text only says what it must reach."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.rules.giving import rule_of
from chamdiem.annex.rules.naming import name_of_ratio
from chamdiem.annex.rules.reading import RuleReading


def read(text: str, name: str) -> RuleReading:
    return rule_of(AnnexRow(texts={"method": text, "name": name}), Fraction(10))


NAMED = {
    "Tỷ lệ đạt 100%": "Hồ sơ trực tuyến",
    "Nếu tỷ lệ ≥ 50%": "Hồ sơ trực tuyến",
    "Từ 60% đến dưới 80%": "Hồ sơ trực tuyến",
    "80 - 100%": "Hồ sơ trực tuyến",
    "Tỷ lệ hồ sơ nộp trực tuyến đạt 100%": "Hồ sơ trực tuyến – Tỷ lệ hồ sơ nộp trực tuyến",
    "Có từ 80% xã trở lên dùng": "Hồ sơ trực tuyến – Có xã dùng",
    "từ 85% số hộ trở lên": "Hồ sơ trực tuyến – số hộ",
    "Tỷ lệ người từ 14 tuổi có định danh mức 2: ≥ 70%": "Tỷ lệ người từ 14 tuổi có định danh mức 2",
}  # fmt: skip


@pytest.mark.parametrize("condition", NAMED)
def test_a_threshold_is_no_name(condition: str) -> None:
    assert name_of_ratio(condition, "Hồ sơ trực tuyến") == NAMED[condition]


def test_words_that_say_nothing_are_weighed_at_once() -> None:
    assert name_of_ratio("tỷ lệ " * 200 + "hộ", "Hộ nghèo") == "Hộ nghèo"


def test_a_ratio_that_is_only_compared_has_the_name_of_its_row() -> None:
    reading = read("Tỷ lệ đạt 100%: 10 điểm; dưới 100%: 0 điểm", "Thôn có wifi")
    assert [given["label"] for given in reading.inputs.values()] == [
        "Số thôn có wifi",
        "Tổng số: thôn",
    ]


def test_figures_the_text_defines_keep_their_labels() -> None:
    text = "a: số hộ có mạng; b: tổng số hộ. Đạt từ 80% trở lên: 10 điểm; dưới 80%: 0 điểm"
    reading = read(text, "Hạ tầng")
    assert [given["label"] for given in reading.inputs.values()] == ["Số hộ có mạng", "Tổng số hộ"]


def test_invoices_of_tills_are_no_money() -> None:
    reading = read("≥ 95%: 10 điểm; < 95%: 0 điểm", "Hóa đơn điện tử từ máy tính tiền")
    assert all("unit" not in given for given in reading.inputs.values())
