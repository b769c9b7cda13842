"""What the two figures of a ratio are called: the whole without what is said of its part, names that oppose their text."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

LADDER = "Từ 95%: 10 điểm; dưới 95%: 0 điểm"
FIGURES = [
    # What is said of the part is left out of the whole.
    ("Tỷ lệ trẻ em được tiêm chủng", LADDER, "Số đạt: trẻ em được tiêm chủng", "Tổng số: trẻ em"),
    ("Tỷ lệ trẻ em dưới 5 tuổi được tiêm chủng", LADDER, "Số đạt: trẻ em dưới 5 tuổi được tiêm chủng", "Tổng số: trẻ em dưới 5 tuổi"),
    ("Tỷ lệ phụ nữ mang thai được quản lý thai", LADDER, "Số đạt: phụ nữ mang thai được quản lý thai", "Tổng số: phụ nữ mang thai"),
    ("Tỷ lệ hộ nghèo có thẻ BHYT", LADDER, "Số hộ nghèo có thẻ BHYT", "Tổng số: hộ nghèo"),
    ("Tỷ lệ hồ sơ trực tuyến được giải quyết đúng hạn", LADDER, "Số hồ sơ trực tuyến được giải quyết đúng hạn", "Tổng số: hồ sơ trực tuyến"),
    ("Tỷ lệ thanh toán không dùng tiền mặt", LADDER, "Số đạt: thanh toán không dùng tiền mặt", "Tổng số: thanh toán"),
    ("Tỷ lệ trẻ chưa tiêm chủng", "≥ 95% trẻ được tiêm: 10 điểm; < 95%: 0 điểm", "Số đạt: trẻ đã tiêm chủng", "Tổng số: trẻ"),
    # These belong to the things themselves.
    ("Tỷ lệ người có công được hỗ trợ", LADDER, "Số người có công được hỗ trợ", "Tổng số: người có công"),
    ("Tỷ lệ hồ sơ đúng hạn", LADDER, "Số hồ sơ đúng hạn", "Tổng số: hồ sơ"),
    ("Tỷ lệ giải ngân vốn", LADDER, "Số đạt: giải ngân vốn", "Tổng số: giải ngân vốn"),
    # What the percentage is of.
    ("Chi trả qua tài khoản", "từ 80% số người hưởng trở lên: 10 điểm; dưới 80%: 0 điểm", "Số người hưởng đạt: chi trả qua tài khoản", "Tổng số người hưởng"),
    ("Khám sức khỏe định kỳ", "Trên 90% tổng số người cao tuổi: 10 điểm; còn lại: 0 điểm", "Số người cao tuổi đạt: khám sức khỏe định kỳ", "Tổng số người cao tuổi"),
    ("Hỗ trợ sinh kế", "từ 70% số hộ nghèo trở lên: 10 điểm; dưới 70%: 0 điểm", "Số hộ nghèo đạt: hỗ trợ sinh kế", "Tổng số hộ nghèo"),
    ("Số hộ nghèo được vay vốn", "Từ 50% tổng số hộ nghèo: 10 điểm; dưới 50%: 0 điểm", "Số hộ nghèo được vay vốn", "Tổng số hộ nghèo"),
    ("Cho vay vốn", "Từ 50% tổng số hộ nghèo: 10 điểm; dưới 50%: 0 điểm", "Số hộ nghèo đạt: cho vay vốn", "Tổng số hộ nghèo"),
    ("Tỷ lệ người dân và doanh nghiệp có tài khoản", LADDER, "Số người dân và doanh nghiệp có tài khoản", "Tổng số: người dân và doanh nghiệp"),
    # It names the part.
    ("Chi trả qua tài khoản", "từ 80% số người hưởng được chi trả: 10 điểm; dưới 80%: 0 điểm", "Số người hưởng được chi trả", "Tổng số: người hưởng"),
    ("Giải quyết thủ tục hành chính", "từ 90% số hồ sơ đúng hạn: 10 điểm; dưới 90%: 0 điểm", "Số hồ sơ đúng hạn", "Tổng số: hồ sơ"),
    ("Dịch vụ công", "từ 90% tổng số hồ sơ trực tuyến: 10 điểm; dưới 90%: 0 điểm", "Số hồ sơ trực tuyến", "Tổng số: hồ sơ"),
    # An aim is no part of what is counted.
    ("Giảm tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo dưới 2%: 10 điểm; từ 2% đến dưới 5%: 5 điểm; từ 5%: 0 điểm", "Số hộ nghèo", "Tổng số: hộ"),
    ("Giảm tỷ lệ hồ sơ trễ hạn", "Dưới 2%: 10 điểm; từ 2% đến 5%: 5 điểm; trên 5%: 0 điểm", "Số hồ sơ trễ hạn", "Tổng số: hồ sơ"),
    ("Giảm tỷ lệ học sinh bỏ học", "≤ 1%: 10 điểm; > 1%: 0 điểm", "Số học sinh bỏ học", "Tổng số: học sinh"),
    ("Nâng cao tỷ lệ hộ có nước sạch", LADDER, "Số hộ có nước sạch", "Tổng số: hộ"),
    ("Tăng tỷ lệ hồ sơ trực tuyến", LADDER, "Số hồ sơ trực tuyến", "Tổng số: hồ sơ"),
    # The text says the opposite of the name.
    ("Tỷ lệ bệnh nhân bỏ điều trị", "hoàn thành điều trị ≥ 85%: 10 điểm; dưới 85%: 0 điểm", "Số đạt: bệnh nhân hoàn thành điều trị", "Tổng số: bệnh nhân"),
    ("Tỷ lệ bệnh nhân lao gián đoạn điều trị", "duy trì điều trị từ 90%: 10 điểm; dưới 90%: 0 điểm", "Số đạt: bệnh nhân lao duy trì điều trị", "Tổng số: bệnh nhân lao"),
    ("Tỷ lệ đất bỏ hoang", "Đất canh tác từ 95%: 10 điểm; dưới 95%: 0 điểm", "Số đạt: đất canh tác", "Tổng số: đất"),
    ("Tỷ lệ người cai nghiện tái nghiện", "Không tái nghiện từ 80%: 10 điểm; dưới 80%: 0 điểm", "Số người cai nghiện không tái nghiện", "Tổng số: người cai nghiện"),
    ("Tỷ lệ bệnh nhân bỏ điều trị", "bỏ điều trị dưới 5%: 10 điểm; từ 5%: 0 điểm", "Số đạt: bệnh nhân bỏ điều trị", "Tổng số: bệnh nhân"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "part", "whole"), FIGURES)
def test_part_and_whole_are_called_so(name: str, text: str, part: str, whole: str) -> None:
    reading, _ = read(text, name=name)
    assert [given["label"] for given in reading.inputs.values()] == [part, whole]


def test_things_are_counted_also_where_their_row_speaks_of_money() -> None:
    reading, _ = read("Từ 50% tổng số hộ nghèo: 10 điểm; dưới 50%: 0 điểm", name="Cho vay vốn")
    assert not any("unit" in given for given in reading.inputs.values())


OPPOSED = [
    ("Tỷ lệ nợ thuế", "thu đủ ≥ 95%: 10 điểm; < 95%: 0 điểm"),
    ("Tỷ lệ thuốc tồn đọng", "cấp phát từ 90%: 10 điểm; dưới 90%: 0 điểm"),
    ("Tỷ lệ hồ sơ thiếu thành phần", "bổ sung xong từ 90%: 10 điểm; dưới 90%: 0 điểm"),
    ("Giảm tỷ lệ hồ sơ trễ hạn", "Từ 98%: 10 điểm; dưới 98%: 0 điểm"),
    ("Giảm tỷ lệ hộ nghèo", "Từ 90%: 10 điểm; từ 80% đến dưới 90%: 5 điểm; dưới 80%: 0 điểm"),
]


@pytest.mark.parametrize(("name", "text"), OPPOSED)
def test_a_name_that_may_oppose_its_text_is_for_people(name: str, text: str) -> None:
    assert read(text, name=name)[0].is_manual


def test_a_fall_is_asked_as_such_and_told() -> None:
    text = "Từ 2% trở lên: 10 điểm; từ 1% đến dưới 2%: 5 điểm; dưới 1%: 0 điểm"
    reading, _ = read(text, name="Giảm tỷ lệ hộ nghèo")
    assert reading.rule == {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "2", "give": "full"}, {"at_least": "1", "points": "5"}],
    }
    assert reading.inputs["n"]["unit"] == "%"
    assert any("mức giảm" in each for each in reading.assumed)


def test_what_is_done_about_something_bad_is_no_opposition() -> None:
    reading, _ = read("giải quyết xong từ 90%: 10 điểm; dưới 90%: 0 điểm", name="Xử lý hồ sơ tồn đọng")
    assert not reading.is_manual
