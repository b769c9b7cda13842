"""Ratios turned round although labels, rule and check agree, or changed by numbers nobody printed."""

from __future__ import annotations

import pytest

from tests.core.lint.documents import criterion, keys, method, ruled

_RATIO = "{kind: ratio, value: a / b}"
_TIERS = "{kind: tiers, value: a / b, tiers: [{at_least: 90%}]}"
_IN_TIME = "Số hồ sơ đã giải quyết", "Số hồ sơ giải quyết đúng hạn"
_ONLINE = "Số TTHC", "Số TTHC được cung cấp toàn trình"
_ADDRESS = "Tổng số hộ gia đình", "Hộ gia đình có địa chỉ số"
_TAUGHT = "Cán bộ hiện có", "Cán bộ đã tập huấn"


def _told(name: str, above: str, below: str, rule: str = _RATIO, text: str = "") -> list[str]:
    """The rows that divide the wrong way, where the check says so too."""
    labels = f"{{a: {{label: '{above}', min: 1}}, b: {{label: '{below}', min: 1}}}}"
    printed = f'method: "{text}"\n' if text else ""
    body = f"{printed}rule: {rule}\ninputs: {labels}\nchecks: [a <= b]"
    return keys(criterion(body, name=name), "ratio.reversed")


@pytest.mark.parametrize("rule", [_RATIO, _TIERS])
@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Tỷ lệ hồ sơ giải quyết đúng hạn", _IN_TIME),
        ("Tỷ lệ thủ tục hành chính được cung cấp toàn trình", _ONLINE),
        ("Tỷ lệ TTHC cung cấp toàn trình trong năm", _ONLINE),
        ("Tỷ lệ hộ gia đình có địa chỉ số trong tổng số hộ gia đình", _ADDRESS),
        ("Tỷ lệ cán bộ được tập huấn kỹ năng số trên tổng số cán bộ", _TAUGHT),
    ],
)
def test_the_name_of_the_row_tells_part_from_whole(name: str, labels: tuple[str, str], rule: str) -> None:
    assert _told(name, *labels, rule) == ["1.1"]
    assert _told(name, *labels[::-1], rule) == []


def test_letters_that_the_text_explains_the_other_way_round_are_seen() -> None:
    text = "a là %s; b là %s; Điểm = 10 x a/b"
    above, below = "Số hệ thống đã duyệt cấp độ", "Tổng số hệ thống đang vận hành"
    given = text % (above.lower(), below.lower()), text % (below.lower(), above.lower())
    assert [_told("Phê duyệt cấp độ", above, below, text=each) for each in given] == [[], ["1.1"]]


@pytest.mark.parametrize(
    ("name", "whole", "part"),
    [
        ("Tỷ lệ cán bộ được tập huấn", "Tổng số cán bộ", "Số cán bộ được tập huấn"),
        ("Tập huấn cán bộ", "Tổng số cán bộ của xã", "Số cán bộ của xã được tập huấn"),
        ("Tỷ lệ người dân có căn cước", "Tổng số người dân", "Số người dân có căn cước"),
        ("Tỷ lệ hộ tiếp cận mạng", "Tổng số hộ", "Số hộ tiếp cận mạng"),
    ],
)
def test_staff_and_identity_cards_are_nothing_needed(name: str, whole: str, part: str) -> None:
    labels = f"{{a: {{label: {whole}, min: 1}}, b: {{label: {part}, min: 1}}}}"
    assert keys(criterion(f"rule: {_RATIO}\ninputs: {labels}", name=name), "ratio.reversed") == ["1.1"]
    assert _told("Lắp đặt máy tính", "Số máy tính", "Số máy tính cần lắp đặt") == []


@pytest.mark.parametrize(
    ("name", "above", "expected"),
    [
        ("Tỷ trọng chi cho chuyển đổi số", "Tổng dự toán chi thường xuyên", ["1.1"]),
        ("Tỷ trọng chi cho chuyển đổi số", "Tổng chi cho chuyển đổi số của xã", []),
        ("Chi cho chuyển đổi số", "Tổng dự toán chi thường xuyên", []),
    ],
)
def test_a_total_above_what_the_name_calls_the_share_of(name: str, above: str, expected: list[str]) -> None:
    assert _told(name, above, "Chi cho chuyển đổi số") == expected


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [
        ("Tỷ lệ hồ sơ trực tuyến trên hồ sơ tiếp nhận", "Số hồ sơ", "Số hồ sơ tiếp nhận"),
        ("Tỷ lệ người dân trưởng thành có tài khoản", "Số người dân", "Số người dân trưởng thành"),
        ("Tỷ lệ hỗ trợ hộ nghèo", "Số hộ", "Số hộ nghèo"),
        ("Tỷ lệ cán bộ, công chức", "Số cán bộ", "Số cán bộ, công chức"),
        ("Tỷ lệ nhiệm vụ được giao", "Số nhiệm vụ", "Số nhiệm vụ được giao"),
        ("Tỷ lệ xã có mạng trên tổng số thôn", "Số thôn có mạng", "Số xã có mạng"),
        ("Số máy tính của cán bộ", "Số máy tính", "Số máy tính của cán bộ"),
    ],
)
def test_a_label_that_says_too_little_is_no_reversal(name: str, above: str, below: str) -> None:
    assert _told(name, above, below) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số biên lai điện tử phát hành / tổng số lượt nộp phí, lệ phí", []),
        ("Tổng số lượt nộp phí, lệ phí / Số biên lai điện tử đã phát hành", ["1.1"]),
        ("Lấy số lượt nộp phí, lệ phí chia cho số biên lai điện tử được phát hành", ["1.1"]),
        ("Lấy tổng số lượt nộp phí, lệ phí trong năm / số biên lai điện tử phát hành", ["1.1"]),
        ("Số lượt nộp phí / số biên lai", []),
        ("Số lượt nộp phí, lệ phí\nsố biên lai điện tử phát hành", []),
    ],
)
def test_a_formula_in_words_is_held_against_the_labels(text: str, expected: list[str]) -> None:
    above, below = "Số biên lai điện tử phát hành", "Số lượt nộp phí, lệ phí"
    text = text.replace("\n", "\\n")
    assert _told("Nộp trực tuyến", above, below, text=text) == expected


_EARNS = "Tỷ lệ = a/b (a: đã làm; b: được giao). Điểm = Tỷ lệ * Điểm tối đa"


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("a / b / 2 + 1/2", _EARNS, ["1.1"]),
        ("a / b * 0.8", _EARNS, ["1.1"]),
        ("1 - a / b", _EARNS, ["1.1"]),
        ("a / b", _EARNS, []),
        ("a / b / 2 + 1/2", f"{_EARNS} / 2, cộng một nửa số điểm khi có kế hoạch", []),
        ("a / b * 0.8", f"{_EARNS} * 80%", []),
        ("1 - a / b", "Tỷ lệ = a/b. Tỷ lệ càng thấp điểm càng cao", []),
    ],
)
def test_a_ratio_changed_by_numbers_that_are_not_printed_is_an_error(
    value: str, text: str, expected: list[str]
) -> None:
    body = f"rule: {{kind: ratio, value: {value}}}\ninputs: {{a: {{unit: việc}}, b: {{unit: việc, min: 1}}}}"
    assert keys(method(text, body), "method.formula") == expected
    for printed, told in (("Điểm = 10 x a/b", []), ("Điểm = 10 x b/a", ["1.1"]), ("Tỷ lệ = a/b x 100", [])):
        assert value != "a / b" or keys(method(printed, body), "method.formula") == told
    converted = body.replace("b: {unit: việc", "b: {unit: nghìn việc")
    assert keys(method(text, converted), "method.formula") == []


@pytest.mark.parametrize("each", ["0.5", "1"])
def test_points_taken_off_for_each_missing_one_are_points_for_each_there_is(each: str) -> None:
    rule = f"{{kind: count, parts: [{{of: n, points_each: {each}}}]}}"
    text = 'method: "- Có từ 20 tin bài trở lên: 10 điểm\\n- Thiếu mỗi tin bài trừ 0,5 điểm"'
    counted = ruled(rule, "{n: {label: Số tin bài, unit: bài}}", text)
    assert keys(counted, "method.other_sign") == []
    assert keys(counted, "method.threshold_not_used") == ["1.1"] * (each == "1")


@pytest.mark.parametrize(("factor", "expected"), [("10", []), ("8", ["1.1"]), ("100", [])])
def test_what_a_formula_multiplies_by_is_held_against_the_maximum(factor: str, expected: list[str]) -> None:
    rule = "{kind: peer, value: n, method: share_of_max}"
    text = f'method: "Điểm = (số lớp của xã / số lớp của xã cao nhất) x {factor}"'
    assert keys(ruled(rule, "{n: {label: Số lớp}}", text), "method.reward_not_used") == expected


def test_what_two_things_together_give_comes_on_top_of_what_one_gives() -> None:
    parts = "[{when: x, give: 1/2}, {when: x and y, give: 1/2, label: Có kế hoạch và có kinh phí}]"
    text = 'method: "Có kế hoạch và có kinh phí: 10 điểm; chỉ có kế hoạch: 5 điểm"'
    inputs = "{x: {type: yes_no, label: Có kế hoạch}, y: {type: yes_no, label: Có kinh phí}}"
    assert keys(ruled(f"{{kind: checklist, parts: {parts}}}", inputs, text), "method.other_case") == []


@pytest.mark.parametrize(("value", "expected"), [("a / b", []), ("b / a", ["1.1"])])
def test_a_ratio_that_bodies_are_compared_by_may_stand_on_its_head_too(
    value: str, expected: list[str]
) -> None:
    rule = f"{{kind: peer, value: {value}, method: share_of_max, better: high, if_zero: not_applicable}}"
    inputs = "{a: {label: Số phiếu hài lòng, unit: phiếu}, b: {label: Tổng số phiếu, unit: phiếu}}"
    text = "Đơn vị có tỷ lệ cao nhất được 10 điểm, đơn vị khác tính theo tỷ lệ so với đơn vị cao nhất"
    found = method(text, f"rule: {rule}\ninputs: {inputs}\nchecks: [a <= b]")
    assert keys(found, "ratio.reversed") == expected


def test_all_of_something_is_its_total() -> None:
    whole, part = "Toàn bộ hộ gia đình", "Hộ gia đình đã nối mạng"
    labels = "{a: {label: %s, min: 1}, b: {label: %s, min: 1}}"
    told = [
        keys(criterion(f"rule: {_RATIO}\ninputs: {labels % each}", name="Kết nối mạng"), "ratio.reversed")
        for each in ((whole, part), (part, whole))
    ]
    assert told == [["1.1"], []]
