"""Checks between figures that are turned round."""

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.findings import finding_sentence

from .documents import found, keys, method, ruled

_RATIO = "{kind: ratio, value: a / b, if_zero: not_applicable}"
_COUNT = "{kind: count, parts: [{of: a, points_each: 1}]}"
_BANDS = "{kind: tiers, value: a / b, tiers: [{at_least: 80%}, {at_least: 50%, give: 1/2}], if_zero: zero}"


def _checked(
    check: str, rule: str = _RATIO, a: str = "Số hộ có kết nối", b: str = "Tổng số hộ"
) -> IndicatorSet:
    return ruled(rule, f"{{a: {{label: {a}, unit: hộ}}, b: {{label: {b}, unit: hộ}}}}", f"checks: [{check}]")


@pytest.mark.parametrize("rule", [_RATIO, _COUNT, _BANDS])
@pytest.mark.parametrize(
    ("right", "turned"), [("a <= b", "a >= b"), ("b >= a", "b <= a"), ("a < b", "a > b")]
)
def test_a_check_that_makes_the_whole_a_part_is_told(rule: str, right: str, turned: str) -> None:
    assert keys(_checked(right, rule), "checks.reversed") == []
    assert keys(_checked(turned, rule), "checks.reversed") == ["1.1"]


def test_the_remedy_is_the_check_the_other_way_round() -> None:
    sentence = finding_sentence(found(_checked("a > b"), "checks.reversed"))
    assert "ràng buộc a > b ngược chiều" in sentence
    assert "“Số hộ có kết nối” là một phần của “Tổng số hộ”" in sentence
    assert "sửa thành a ≤ b" in sentence


def test_a_check_by_which_everybody_earns_all_is_told_whatever_the_labels_say() -> None:
    names = {"a": "Hồ sơ trực tuyến", "b": "Hồ sơ tiếp nhận"}
    assert keys(_checked("a >= b", _RATIO, **names), "checks.reversed") == ["1.1"]
    assert keys(_checked("a >= b", _BANDS, **names), "checks.reversed") == ["1.1"]
    assert keys(_checked("a >= b", _COUNT, **names), "checks.reversed") == []
    growth = _RATIO.replace("if_zero", "full_at: 120%, if_zero")
    assert keys(_checked("a >= b", growth, **names), "checks.reversed") == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Số máy chủ", "Số máy chủ và máy trạm"),
        ("Tổng số hồ sơ trễ hạn", "Số hồ sơ tiếp nhận"),
        ("Số phiếu hài lòng", "Số phiếu hài lòng trở lên"),
        ("Số lớp đã mở", "Số lớp phải mở theo kế hoạch"),
        ("Số hộ", "Tổng số hộ"),
        ("Dân số", "Dân số quy đổi gồm cả khách"),
    ],
)
def test_labels_that_only_share_words_are_left_alone(a: str, b: str) -> None:
    assert keys(_checked("a <= b", _COUNT, a, b), "checks.reversed") == []


@pytest.mark.parametrize("b", ["Tổng số hồ sơ tiếp nhận", "Hồ sơ", "Hồ sơ tiếp nhận"])
def test_where_the_ratio_stands_on_its_head_the_check_does_not(b: str) -> None:
    rule = _RATIO.replace("a / b", "b / a")
    inputs = f"{{a: {{label: Hồ sơ trực tuyến, unit: hồ sơ}}, b: {{label: {b}, unit: hồ sơ}}}}"
    text = "Tỷ lệ = a/b; điểm = tỷ lệ * điểm tối đa"
    found = method(text, f"rule: {rule}\ninputs: {inputs}\nchecks: [a <= b]")
    assert keys(found, "checks.reversed") == []
