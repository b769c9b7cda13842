"""A share that prints its whole as well is divided once."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import NA, read

ONCE = {
    "Tỷ lệ hồ sơ đúng hạn/tổng số hồ sơ x 10": ("Số hồ sơ đúng hạn", "Tổng số hồ sơ"),
    "Tỷ lệ văn bản ký số/tổng số văn bản đi x 10 điểm": ("Số văn bản ký số", "Tổng số văn bản đi"),
    "Điểm = Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ x 10": ("Số hồ sơ trực tuyến", "Tổng số hồ sơ"),
    "Tỷ lệ thôn có mạng/tổng số thôn nhân với 10 điểm": ("Số thôn có mạng", "Tổng số thôn"),
    "Điểm = (Tỷ lệ hộ có tài khoản/tổng số hộ) x điểm tối đa": ("Số hộ có tài khoản", "Tổng số hộ"),
    "Điểm = Tỷ lệ hộ có mạng : tổng số hộ x 10": ("Số hộ có mạng", "Tổng số hộ"),
    "Tỷ lệ % hộ có mạng/tổng số hộ x 10": ("Số hộ có mạng", "Tổng số hộ"),
    "Điểm đạt = 10 x tỷ lệ hộ có mạng/tổng số hộ": ("Số hộ có mạng", "Tổng số hộ"),
    "Điểm = tỷ lệ số hộ có mạng/số hộ trong xã x 10": ("Số hộ có mạng", "Số hộ trong xã"),
    "Điểm = Tỷ lệ hộ có mạng chia cho tổng số hộ x 10": ("Số hộ có mạng", "Tổng số hộ"),
    "Điểm = tỷ trọng vốn giải ngân/tổng số vốn x 10": ("Số vốn giải ngân", "Tổng số vốn"),
    "Điểm = tỷ lệ giải ngân/tổng vốn được giao x 10": ("Số giải ngân", "Tổng vốn được giao"),
}


@pytest.mark.parametrize("text", ONCE)
def test_a_share_of_its_printed_whole_divides_once(text: str) -> None:
    reading, _ = read(text, name="Kết quả")

    assert reading.rule == {"kind": "ratio", "value": "a / b", **NA}
    assert tuple(each["label"] for each in reading.inputs.values()) == ONCE[text]


def test_levels_of_such_a_share_and_its_complement_divide_once() -> None:
    levels, _ = read("Tỷ lệ cán bộ có chữ ký số/tổng số cán bộ: từ 90% trở lên: 10 điểm; dưới 90%: 5 điểm")
    less, _ = read("Điểm = 10 - tỷ lệ hồ sơ trễ hạn/tổng số hồ sơ x 10")

    assert levels.rule["value"] == "a / b"  # type: ignore[index]
    assert less.rule["value"] == "1 - a / b"  # type: ignore[index]


def test_levels_of_a_share_of_money_name_both_figures() -> None:
    reading, _ = read("Tỷ lệ kinh phí chi cho CĐS/tổng chi thường xuyên ≥ 1%: điểm tối đa; < 1%: 0 điểm")

    labels = [each["label"] for each in reading.inputs.values()]
    assert labels == ["Số kinh phí chi cho CĐS", "Tổng chi thường xuyên"]


def test_a_share_of_other_things_is_left_to_people() -> None:
    reading, row = read("Điểm = tỷ lệ hộ có mạng/số thôn x 10", name="Hộ")

    assert reading.is_manual
    assert "chia hai lần" in f"{row.warnings[0].facts['text']}"


def test_a_share_of_a_target_still_counts_to_the_target() -> None:
    reading, _ = read("Điểm = tỷ lệ doanh nghiệp nộp thuế điện tử/80% x 10", name="Thuế")

    assert reading.rule == {"kind": "ratio", "value": "a / b", "full_at": "0.8", **NA}
