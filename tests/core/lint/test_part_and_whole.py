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
    assert _told(name, *reversed(labels), rule) == []


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
    converted = body.replace("b: {unit: việc", "b: {unit: nghìn việc")
    assert keys(method(text, converted), "method.formula") == []


@pytest.mark.parametrize("each", ["0.5", "1"])
def test_points_taken_off_for_each_missing_one_are_points_for_each_there_is(each: str) -> None:
    rule = f"{{kind: count, parts: [{{of: n, points_each: {each}}}]}}"
    text = 'method: "- Có từ 20 tin bài trở lên: 10 điểm\\n- Thiếu mỗi tin bài trừ 0,5 điểm"'
    counted = ruled(rule, "{n: {label: Số tin bài, unit: bài}}", text)
    assert keys(counted, "method.other_sign") == []
    assert keys(counted, "method.threshold_not_used") == ["1.1"] * (each == "1")
