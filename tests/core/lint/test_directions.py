"""Which way a rule rewards: days that pass, and what grows less."""

from __future__ import annotations

import pytest

from .documents import CHECK, criterion, keys, method, ruled

_DEDUCT = "{kind: deduct, parts: [{of: n, points_each: 0.1}]}"
_COUNT = "{kind: count, parts: [{of: n, points_each: 1}]}"


@pytest.mark.parametrize(
    "name",
    [
        "Ngày hoàn thành cập nhật cơ sở dữ liệu hộ tịch",
        "Thời gian hoàn thành báo cáo",
        "Số ngày chậm hoàn thành",
        "Số ngày cần để hoàn thành",
        "Thời điểm báo cáo được hoàn thành",
    ],
)
@pytest.mark.parametrize("shown", ["label: {}, type: date, since: 2025-06-30", "label: {}", ""])
def test_finishing_later_is_not_more_of_something_good(name: str, shown: str) -> None:
    inputs = f"{{n: {{{shown.format(name)}}}}}"
    faulty = criterion(f"rule: {_DEDUCT}\ninputs: {inputs}", name=name)
    assert keys(faulty, "rule.punishes_wanted") == []


@pytest.mark.parametrize("label", ["Số nhiệm vụ hoàn thành", "Số ngày hoàn thành trước hạn"])
def test_what_is_finished_must_not_earn_less(label: str) -> None:
    assert keys(ruled(_DEDUCT, f"{{n: {{label: {label}}}}}"), "rule.punishes_wanted") == ["1.1"]


@pytest.mark.parametrize(
    "name", ["Giảm tỷ lệ hồ sơ quá hạn so với năm trước", "Tỷ lệ hồ sơ quá hạn so với năm trước"]
)
def test_what_there_was_before_is_no_fault_of_now(name: str) -> None:
    rule = "{kind: tiers, value: (a - b) / a, tiers: [{at_least: 10%}], if_zero: full}"
    inputs = "{a: {label: Số hồ sơ quá hạn năm trước}, b: {label: Số hồ sơ quá hạn năm nay}}"
    faulty = criterion(f"rule: {rule}\ninputs: {inputs}", name=name)
    assert keys(faulty, "rule.rewards_unwanted") == []


@pytest.mark.parametrize("name", ["Mức giảm số sự cố an toàn thông tin", "Giảm số vụ lừa đảo"])
def test_there_should_be_much_of_what_grows_less(name: str) -> None:
    inputs = "inputs: {n: {label: Số sự cố an toàn thông tin}}"
    assert keys(criterion(f"rule: {_COUNT}\n{inputs}", name=name), "rule.rewards_unwanted") == []
    of_now = criterion(f"rule: {_COUNT}\n{inputs}", name="Số sự cố an toàn thông tin")
    assert keys(of_now, "rule.rewards_unwanted") == ["1.1"]


def test_more_overdue_now_must_not_earn_more() -> None:
    rule = "{kind: ratio, value: b / a, if_zero: full}"
    inputs = "{a: {label: Tổng số hồ sơ năm trước}, b: {label: Số hồ sơ quá hạn năm nay}}"
    assert keys(ruled(rule, inputs, CHECK.replace("a <= b", "b <= a")), "rule.rewards_unwanted") == ["1.1"]


_COMPARED = "rule: {kind: peer, value: a, method: %s, better: %s}\ninputs: {a: {label: %s, unit: hộ}}"
_HIGHER = [
    "Càng cao điểm càng cao",
    "Tỷ lệ càng cao thì điểm càng lớn",
    "Điểm = (a − thấp nhất)/(cao nhất − thấp nhất) × 10",
    "Điểm = (tỷ lệ của xã - tỷ lệ thấp nhất)/(tỷ lệ cao nhất - tỷ lệ thấp nhất) x 10",
    "Điểm = (X - Xmin)/(Xmax - Xmin) × 10",
    "giá trị của đơn vị/giá trị cao nhất × 10",
    "Điểm = 10 × giá trị của đơn vị/giá trị cao nhất",
    "Đơn vị cao nhất 10 điểm, thấp nhất 0 điểm",
]


@pytest.mark.parametrize("way", ["min_max", "share_of_max"])
@pytest.mark.parametrize("text", _HIGHER)
def test_a_comparison_that_goes_against_its_text_is_found(text: str, way: str) -> None:
    given = (method(text, _COMPARED % (way, better, "Số hộ có kết nối")) for better in ("low", "high"))
    assert [keys(each, "method.other_direction") for each in given] == [["1.1"], []]


@pytest.mark.parametrize(
    "text",
    [
        "Điểm = (Xmax - X)/(Xmax - Xmin) × 10",
        "Điểm = (1 − a/giá trị cao nhất) × 10",
        "Điểm = (cao nhất - a)/cao nhất × 10",
        "Xã/phường có thứ hạng cao nhất được khen",
        "Điểm cao nhất 10 điểm",
        "Đơn vị thấp nhất 10 điểm, cao nhất 0 điểm",
    ],
)
def test_a_text_that_wants_few_is_no_contradiction(text: str) -> None:
    given = method(text, _COMPARED % ("min_max", "low", "Số hộ có kết nối"))
    assert keys(given, "method.other_direction") == []


def test_who_compares_the_late_is_spared() -> None:
    late = method(_HIGHER[0], _COMPARED % ("min_max", "low", "Số hồ sơ trễ hạn"), name="Hồ sơ trễ hạn")
    assert keys(late, "method.other_direction") == []


@pytest.mark.parametrize(
    "label",
    [
        "Số máy trạm nhiễm vi rút",
        "Số lần mất kết nối",
        "Số cán bộ bị xử lý kỷ luật",
        "Số vụ lộ thông tin cá nhân",
    ],
)
def test_there_should_be_few_of_such_things(label: str) -> None:
    assert keys(ruled(_COUNT, f"{{n: {{label: {label}}}}}"), "rule.rewards_unwanted") == ["1.1"]
    assert not keys(ruled(_DEDUCT, f"{{n: {{label: {label}}}}}"), "rule.punishes_wanted")


@pytest.mark.parametrize("label", ["Số máy nhiễm vi rút đã xử lý", "Số vụ vi phạm đã xử lý"])
def test_what_was_mended_of_them_may_earn(label: str) -> None:
    assert not keys(ruled(_COUNT, f"{{n: {{label: {label}}}}}"), "rule.rewards_unwanted")


@pytest.mark.parametrize(
    ("label", "is_told"),
    [
        ("Số lớp tập huấn đã mở", True),
        ("Số tài khoản đã kích hoạt", True),
        ("Số giao dịch không dùng tiền mặt", True),
        ("Số điểm phát wifi miễn phí", True),
        ("Số camera đã lắp đặt", True),
        ("Số tài khoản chưa kích hoạt", False),
        ("Chi phí camera đã lắp đặt", False),
        ("Số giao dịch không dùng tiền mặt bị lỗi", False),
    ],
)
def test_who_has_most_of_it_is_ahead(label: str, *, is_told: bool) -> None:
    rule = "{kind: peer, value: n, method: share_of_max, better: %s}"
    inputs = f"{{n: {{label: {label}}}}}"
    assert bool(keys(ruled(rule % "low", inputs), "rule.punishes_wanted")) is is_told
    assert not keys(ruled(rule % "high", inputs), "rule.punishes_wanted")
