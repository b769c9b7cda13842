"""What must not happen, from a size on: the number is a part of the thing, and no level to reach."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

# Text → what is asked: yes gives all points.
ASKED = {
    "Không xảy ra ngộ độc thực phẩm từ 30 người mắc trở lên: 4 điểm; có xảy ra: 0 điểm": "Không xảy ra ngộ độc thực phẩm từ 30 người mắc trở lên",
    "Không để xảy ra khiếu kiện đông người từ 10 người trở lên: 4 điểm; để xảy ra: 0 điểm": "Không để xảy ra khiếu kiện đông người từ 10 người trở lên",
    "Không xảy ra vụ cháy gây thiệt hại từ 500 triệu đồng trở lên: 4 điểm; có xảy ra: 0 điểm": "Không xảy ra vụ cháy gây thiệt hại từ 500 triệu đồng trở lên",
    "Không để xảy ra sự cố gián đoạn từ 4 giờ trở lên: 4 điểm; để xảy ra: 0 điểm": "Không để xảy ra sự cố gián đoạn từ 4 giờ trở lên",
    "Không có vụ cháy rừng diện tích từ 1 ha trở lên: 4 điểm; có: 0 điểm": "Không có vụ cháy rừng diện tích từ 1 ha trở lên",
    "Không nợ lương từ 3 tháng trở lên: 4 điểm; có nợ lương: 0 điểm": "Không nợ lương từ 3 tháng trở lên",
    "Không có đơn thư kéo dài quá 6 tháng: 4 điểm; có đơn thư kéo dài: 0 điểm": "Không có đơn thư kéo dài quá 6 tháng",
    "Không xảy ra tai nạn làm chết từ 2 người trở lên: đạt điểm tối đa; ngược lại: 0 điểm": "Không xảy ra tai nạn làm chết từ 2 người trở lên",
    "Không phát hiện vụ hàng giả trị giá từ 100 triệu đồng trở lên: 4 điểm; phát hiện: 0 điểm": "Không phát hiện vụ hàng giả trị giá từ 100 triệu đồng trở lên",
    "Không nghỉ học từ 3 buổi trở lên: 4 điểm; nghỉ học từ 3 buổi: 0 điểm": "Không nghỉ học từ 3 buổi trở lên",
    "Đơn vị không bị nhắc nhở từ 2 lần trở lên: 4 điểm; bị nhắc nhở từ 2 lần trở lên: 0 điểm": "Đơn vị không bị nhắc nhở từ 2 lần trở lên",
    "Chưa để xảy ra mất điện trên 4 giờ: 4 điểm; nếu để xảy ra thì không được điểm": "Chưa để xảy ra mất điện trên 4 giờ",
    "Trong năm, địa bàn không xảy ra cháy lớn từ 1 tỷ đồng trở lên được 4 điểm": "Trong năm, địa bàn không xảy ra cháy lớn từ 1 tỷ đồng trở lên",
    "Không để xảy ra quá tải trên 120% công suất: 4 điểm; để xảy ra: 0 điểm": "Không để xảy ra quá tải trên 120% công suất",
    "Không có công chức đi muộn từ 5 lần trở lên: điểm tối đa": "Không có công chức đi muộn từ 5 lần trở lên",
}  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_that_it_did_not_happen_gives_all_points(text: str) -> None:
    reading, _ = read(text, name="An toàn", maximum=4)
    (letter,) = reading.inputs
    assert reading.inputs[letter] == {"type": "yes_no", "label": ASKED[text]}
    criterion = criterion_of(reading, Fraction(4))
    points = [result_of(Case(given={letter: each}), criterion).points for each in ("yes", "no")]
    assert points == [4, 0]


@pytest.mark.parametrize(
    "text",
    [
        "Không xảy ra vụ ngộ độc có từ 5 người mắc trở lên: 4 điểm; xảy ra 01 vụ: 2 điểm; xảy ra từ 02 vụ trở lên: 0 điểm",
        "Không phát sinh ổ dịch từ 10 ca mắc trở lên: 4 điểm; phát sinh 1 ổ dịch: 2 điểm; phát sinh từ 2 ổ dịch: 0 điểm",
        "Không có thiệt hại về tài sản trên 1 tỷ đồng: 4 điểm; thiệt hại dưới 1 tỷ đồng: 2 điểm; trên 1 tỷ đồng: 0 điểm",
        "Không có tai nạn làm chết từ 3 người trở lên: 4 điểm; làm chết 1-2 người: 2 điểm; từ 3 người: 0 điểm",
        "Hộ không có Internet từ 10 hộ trở lên: 4 điểm; dưới 10 hộ: 0 điểm",
        "Không để xảy ra cháy từ 500 triệu đồng trở lên: 4 điểm; mỗi vụ trừ 1 điểm",
    ],
)
def test_numbers_of_two_things_are_for_people(text: str) -> None:
    assert read(text, name="An toàn", maximum=4)[0].is_manual


# What is counted is named in front of its denial, or the denial belongs to the number.
COUNTED = {
    "Số xã không có tội phạm từ 10 xã trở lên: 4 điểm; dưới 10 xã: 0 điểm": {"n": ("9", "10")},
    "Không dưới 4 lần: 4 điểm; dưới 4 lần: 0 điểm": {"n": ("3", "4")},
    "Từ 5 mô hình không phát sinh chi phí trở lên: 4 điểm; dưới 5: 0 điểm": {"n": ("4", "5")},
}


@pytest.mark.parametrize("text", COUNTED)
def test_a_number_to_reach_stays_one(text: str) -> None:
    reading, _ = read(text, name="Kết quả", maximum=4)
    criterion = criterion_of(reading, Fraction(4))
    ((letter, values),) = COUNTED[text].items()
    assert [result_of(Case(given={letter: each}), criterion).points for each in values] == [0, 4]


def test_a_share_of_what_is_not_used_stays_one() -> None:
    text = "Không dùng tiền mặt từ 70% trở lên: 4 điểm; dưới 70%: 0 điểm"
    reading, _ = read(text, name="Thanh toán", maximum=4)
    assert isinstance(reading.rule, dict)
    assert reading.rule["value"] == "a / b"


def test_what_each_costs_may_name_the_number_too() -> None:
    text = "Không có hồ sơ quá hạn trên 5 ngày: 4 điểm; mỗi hồ sơ quá hạn trên 5 ngày trừ 0,5 điểm"
    reading, _ = read(text, name="Hồ sơ", maximum=4)
    assert reading.rule == {"kind": "deduct", "parts": [{"of": "n", "points_each": "0.5"}]}
