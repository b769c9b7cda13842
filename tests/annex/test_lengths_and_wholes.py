"""Lengths of time as printed, what nothing gives, growth that falls, and what a percentage is of."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.annex.test_rules import read


def test_months_stay_months_where_nothing_else_is_named() -> None:
    reading, _ = read(
        "Từ 06 tháng trở lên: 10 điểm; từ 03 tháng đến dưới 06 tháng: 3 điểm; dưới 03 tháng: 0 điểm",
        name="Lưu nhật ký",
    )
    tiers = [{"at_least": "6", "give": "full"}, {"at_least": "3", "points": "3"}]
    assert reading.rule == {"kind": "tiers", "value": "n", "tiers": tiers}
    assert reading.inputs["n"]["label"] == "Lưu nhật ký (tháng)"
    assert reading.inputs["n"]["type"] == "decimal"


def test_months_beside_days_are_told_to_have_thirty() -> None:
    reading, _ = read("Dưới 7 ngày: 10 điểm; dưới 1 tháng: 5 điểm; từ 1 tháng: 0 điểm", name="Thời gian trễ")
    assert "1 tháng được tính là 30 ngày" in reading.assumed


def test_what_was_not_provided_earns_nothing_where_there_is_nothing_to_divide_by() -> None:
    levels = "Có bố trí, giải ngân trên 90%: 10 điểm; có bố trí, giải ngân từ 50% đến 90%: 3 điểm; có bố trí, giải ngân dưới 50%: 1 điểm; "
    none = read(f"{levels}không bố trí: 0 điểm", name="Kinh phí")[0].rule
    failed = read("Từ 50% tiểu thương dùng mã: 10 điểm; nếu không đạt thì không có điểm", name="Chợ")[0].rule
    assert isinstance(none, dict)
    assert isinstance(failed, dict)
    assert (none["if_zero"], failed["if_zero"]) == ("zero", "not_applicable")


def test_growth_may_fall_and_none_is_no_fall() -> None:
    reading, _ = read(
        "Tốc độ tăng ≥ 30%/năm: 10 điểm; từ 15% đến dưới 30%/năm: 3 điểm; dưới 15%/năm: 1 điểm; giảm so với năm trước: 0 điểm",
        name="Doanh thu",
    )
    assert isinstance(reading.rule, dict)
    assert reading.rule["tiers"][-1] == {"at_least": "0", "points": "1"}
    assert reading.inputs["n"]["min"] == "-100"


@pytest.mark.parametrize("rest", ["còn lại: không đạt", "chưa gắn đủ: không đạt"])
def test_reached_or_not_is_all_or_nothing(rest: str) -> None:
    reading, _ = read(f"Đã gắn mã địa chỉ số cho 100% hộ: đạt; {rest}", name="Bản đồ số")
    assert reading.rule == {"kind": "yes_no", "when": "x"}


def test_what_stands_within_a_number_is_part_of_its_condition() -> None:
    reading, _ = read(
        "Tối thiểu 100 tin/năm, trong đó có ít nhất 20 tin tự viết: 10 điểm; không đủ: 2 điểm", name="Tin"
    )
    assert "Tối thiểu 100 tin/năm, trong đó có ít nhất 20 tin tự viết" in f"{reading.rule}"
    assert not reading.unread


def test_what_is_lacking_is_called_so() -> None:
    reading, _ = read("Từ 6 văn bản trở lên được 10 điểm, cứ ít hơn 1 văn bản trừ 1 điểm", name="Văn bản")
    assert reading.inputs["n"]["label"] == "Số văn bản còn thiếu"


@pytest.mark.parametrize(
    ("name", "first", "labels"),
    [
        ("Hệ thống camera", "Số thôn lắp camera từ 70%", ["Số thôn lắp camera", "Tổng số: thôn"]),
        ("Hồ sơ sức khỏe", "Trên 80% dân số", ["Số đạt: hồ sơ sức khỏe", "Dân số"]),
        ("Hồ sơ sức khỏe", "Từ 80% số hộ", ["Số đạt: hồ sơ sức khỏe", "Tổng số hộ"]),
        ("Chi cho an toàn", "Từ 80% tổng kinh phí CNTT", ["Kinh phí CNTT: chi cho an toàn", "Tổng kinh phí CNTT"]),
        ("Tỷ lệ tài liệu số", "Trường hợp tỷ lệ đạt trên 70%", ["Số tài liệu số", "Tổng số: tài liệu"]),
    ],
)  # fmt: skip
def test_a_percentage_is_of_what_it_says(name: str, first: str, labels: list[str]) -> None:
    reading, _ = read(f"{first}: 10 điểm; từ 50%: 3 điểm; còn lại: 0 điểm", name=name)
    assert [reading.inputs[letter]["label"] for letter in "ab"] == labels
