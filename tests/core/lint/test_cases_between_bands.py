"""Lines that are no band beside bands, two numbers for one band, and formulas with a name of their own."""

from __future__ import annotations

import pytest

from chamdiem.core.expression import Letter
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint
from chamdiem.core.lint.calculation import read_calculation

from .documents import RATIO, method

_MEETINGS = "inputs: {n: {label: Số cuộc họp, unit: cuộc}}"
_TIERS = f"rule: {{kind: tiers, value: n, tiers: [{{at_least: 4}}, {{at_least: 2, points: 2}}]}}\n{_MEETINGS}"


def _meetings(text: str) -> IndicatorSet:
    return method(text, _TIERS, maximum="4", name="Số cuộc họp của Ban Chỉ đạo")


def _told(faulty: IndicatorSet) -> list[str]:
    return [each.code for each in lint(faulty) if each.code.startswith("method.")]


@pytest.mark.parametrize(
    "text",
    [
        "Đủ 4 cuộc/năm: 4 điểm; 02-03 cuộc/năm: 2 điểm; các trường hợp còn lại: 0 điểm",
        "Họp hàng quý (04 cuộc/năm): 4 điểm; 02-03 cuộc/năm: 2 điểm; các trường hợp còn lại: 0 điểm",
        "Họp hàng quý được 4 điểm; 02-03 cuộc: 2 điểm; còn lại: 0 điểm",
        "Họp hàng quý: 4 điểm; 2-3 cuộc: 2 điểm; dưới 1 cuộc: 0 điểm",
        "Từ 4 cuộc trở lên: 100%; 2 hoặc 3 cuộc: 50%; dưới 2 cuộc: 0 điểm",
        "Từ 4 cuộc trở lên: 100%; 2, 3 cuộc: 50%; dưới 2 cuộc: 0 điểm",
    ],
)
def test_a_case_that_is_no_band_may_be_any_value(text: str) -> None:
    assert _told(_meetings(text)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Từ 4 cuộc: 4 điểm; 2 hoặc 3 cuộc: 1 điểm; dưới 2 cuộc: 0 điểm", "method.other_points"),
        ("Từ 4 cuộc: 4 điểm; 2-3 cuộc: 2 điểm; chưa tổ chức: 0 điểm; còn lại: 1 điểm", "method.other_points"),
        ("Từ 4 cuộc: 4 điểm; 1 hoặc 2 cuộc: 2 điểm", "method.gap"),
        ("Từ 4 cuộc: 4 điểm; 2 cuộc: 2 điểm; không họp: 0 điểm; 1 cuộc: 0 điểm", "method.gap"),
    ],
)
def test_what_is_read_for_sure_is_still_compared(text: str, code: str) -> None:
    assert code in _told(_meetings(text))


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ=a:b",
        "a: Số hộ có kết nối\nb: Tổng số hộ\nTỷ lệ = a : b",
        "Tỷ lệ = a ÷ b",
        "T = a/b x 100%. Điểm = T x 10",
        "T = a : b\nĐiểm = T x điểm tối đa",
    ],
)
def test_a_ratio_may_be_printed_with_a_colon_or_under_a_name(text: str) -> None:
    assert _told(method(text)) == []


@pytest.mark.parametrize("text", ["Tỷ lệ=b:a", "T = b/a x 100%. Điểm = T x 10"])
def test_a_ratio_of_the_other_way_is_told_in_these_writings_too(text: str) -> None:
    assert "method.formula" in _told(method(text, RATIO))


@pytest.mark.parametrize("text", ["Tỷ lệ = a: Số hộ", "Tỷ lệ = a: b là tổng số hộ", "Tỷ lệ = a: b = Số hộ"])
def test_a_colon_that_explains_divides_nothing(text: str) -> None:
    assert read_calculation(text).formulas[0].term == Letter("a")
