"""Static checks of what a rule leaves open: its checks, its labels, its way of comparing."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from .documents import INCIDENTS, found, keys, ruled

_DOSSIERS = "{a: {label: Tổng hồ sơ, unit: hồ sơ}, b: {label: Một phần, unit: hồ sơ}, c: {label: Toàn trình, unit: hồ sơ}}"


@pytest.mark.parametrize(
    ("checks", "is_open"),
    [
        ("[b + c <= a]", False),
        ("[a <= b + c]", True),
        ("[]", True),
        ("[{that: b + c <= a, soft: yes}]", True),
    ],
)
def test_a_share_with_full_marks_early_needs_a_check_that_holds_it_below_one(
    checks: str,
    is_open: bool,  # noqa: FBT001
) -> None:
    rule = "{kind: ratio, value: (b + c) / a, full_at: 80%, if_zero: zero}"
    assert keys(ruled(rule, _DOSSIERS, f"checks: {checks}"), "ratio.unchecked") == ["1.1"] * is_open
    per_head = _DOSSIERS.replace("Tổng hồ sơ, unit: hồ sơ", "Dân số, unit: người")
    assert keys(ruled(rule, per_head, "cross_unit: yes"), "ratio.unchecked") == []


@pytest.mark.parametrize(
    ("tiers", "is_open"),
    [
        ("[{at_least: 1%}, {at_least: 0.5%, give: 1/2}]", True),
        ("[{at_least: 120%}, {at_least: 90%, give: 1/2}]", False),
        ("[{at_most: 5%}, {at_most: 10%, give: 1/2}]", False),
    ],
)
def test_bands_of_a_share_need_such_a_check_too(
    tiers: str,
    is_open: bool,  # noqa: FBT001
) -> None:
    rule = f"{{kind: tiers, value: b / a, tiers: {tiers}, if_zero: zero}}"
    assert keys(ruled(rule, _DOSSIERS), "ratio.unchecked") == ["1.1"] * is_open
    assert keys(ruled(rule, _DOSSIERS, "checks: [b <= a]"), "ratio.unchecked") == []


@pytest.mark.parametrize(("soft", "is_refuted"), [("b > c + a", True), ("b > a", True), ("b > c", False)])
def test_a_reminder_that_contradicts_what_must_hold_is_seen(
    soft: str,
    is_refuted: bool,  # noqa: FBT001
) -> None:
    rule = "{kind: ratio, value: (b + c) / a, if_zero: zero}"
    checks = f"checks: [b + c <= a, {{that: {soft}, soft: yes}}]"
    assert keys(ruled(rule, _DOSSIERS, checks), "checks.refuted") == ["1.1"] * is_refuted


def test_two_figures_of_a_row_with_one_label_are_seen() -> None:
    rule = "{kind: ratio, value: b / a, if_zero: zero}"
    twice = "{a: {label: Tổng hồ sơ}, b: {label: Tổng hồ sơ}}"
    assert found(ruled(rule, twice), "input.same_label").id == "input.same_label:1.1:b"
    assert keys(ruled(rule, _DOSSIERS), "input.same_label") == []


@pytest.mark.parametrize(
    ("text", "method", "is_other"),
    [
        ("Theo Min-Max, dựa vào tỷ lệ của xã với xã chi cao nhất", "min_max", True),
        ("Theo Min-Max, dựa vào tỷ lệ của xã với xã chi cao nhất", "share_of_max", False),
        ("Điểm = (doanh thu của xã / doanh thu của xã cao nhất) x 10", "min_max", True),
        ("Điểm = (doanh thu của xã / doanh thu của xã cao nhất) x 10", "share_of_max", False),
        ("Điểm = (x - thấp nhất) / (cao nhất - thấp nhất) x 10", "min_max", False),
        ("Tính theo phương pháp Min-Max", "share_of_max", True),
        ("Xã cao nhất được 10 điểm, xã thấp nhất 0 điểm", "share_of_max", True),
        ("Xã cao nhất được 10 điểm, xã thấp nhất 0 điểm", "min_max", False),
        ("Các xã khác lấy số của xã chia cho số lớn nhất nhân 10", "min_max", True),
        ("Các xã khác lấy số của xã chia cho số lớn nhất nhân 10", "share_of_max", False),
        ("Tính theo phương pháp Min-Max", "min_max", False),
        ("Xã nào nhiều nhất thì điểm tối đa", "min_max", False),
    ],
)
def test_the_text_may_compare_in_another_way_than_the_rule(
    text: str,
    method: str,
    is_other: bool,  # noqa: FBT001
) -> None:
    peers = ruled(f"{{kind: peer, value: n, method: {method}}}", INCIDENTS, f'method: "{text}"')
    assert keys(peers, "method.other_comparison") == ["1.1"] * is_other


@pytest.mark.parametrize(
    ("text", "better", "label", "expected"),
    [
        ("Xã có số hồ sơ nhiều nhất được 10 điểm, xã ít nhất 0 điểm", "low", "Số hồ sơ", ["1.1"]),
        ("Xã cao nhất: điểm tối đa", "low", "Số lớp", ["1.1"]),
        ("Xã có thời gian ngắn nhất được 10 điểm", "high", "Số giờ", ["1.1"]),
        ("Xã thấp nhất đạt 10 điểm", "high", "Số sự cố", ["1.1"]),
        ("Xã có số hồ sơ nhiều nhất được 10 điểm, xã ít nhất 0 điểm", "high", "Số hồ sơ", []),
        ("Xã cao nhất đạt 10 điểm", "low", "Số hồ sơ trễ hạn", []),
        ("Xã thấp nhất được 0 điểm", "high", "Số lớp", []),
        ("Mức điểm cao nhất là 10 điểm", "low", "Số sự cố", []),
        ("Xã cao nhất đạt 10 điểm; xã thấp nhất cũng được 10 điểm", "low", "Số lớp", []),
    ],
)
def test_who_is_given_everything_is_held_against_the_direction(
    text: str, better: str, label: str, expected: list[str]
) -> None:
    rule = f"{{kind: peer, value: n, method: min_max, better: {better}}}"
    peers = ruled(rule, f"{{n: {{label: {label}}}}}", f'method: "{text}"')
    assert keys(peers, "method.other_comparison") == expected
