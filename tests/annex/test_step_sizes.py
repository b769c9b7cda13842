"""How many make a step: the number behind "cứ", and no other one of the words that follow."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

# Text → (how many make a step, what is counted).
SIZES: dict[str, tuple[str, str]] = {
    "Cứ 10 m2 nhà văn hóa xây mới được 1 điểm, tối đa 4 điểm": ("10", "M2 nhà văn hóa xây mới"),
    "Cứ 2 hệ thống cấp độ 3 được phê duyệt thì được 1 điểm, tối đa 4 điểm": ("2", "Hệ thống cấp độ 3 được phê duyệt"),
    "Cứ 5 hồ sơ mức độ 4 được 1 điểm, tối đa 4 điểm": ("5", "Hồ sơ mức độ 4"),
    "Cứ 3 doanh nghiệp nộp thuế qua eTax 2.0 được 1 điểm, tối đa 4 điểm": ("3", "Doanh nghiệp nộp thuế qua eTax 2.0"),
    "Cứ 10 học sinh lớp 9 tốt nghiệp được 1 điểm, tối đa 4 điểm": ("10", "Học sinh lớp 9 tốt nghiệp"),
    "Cứ có 2 sản phẩm OCOP 4 sao được 1 điểm, tối đa 4 điểm": ("2", "Sản phẩm OCOP 4 sao"),
    "Cứ 5 hộ thuộc Đề án 06 được cấp tài khoản tính 1 điểm, tối đa 4 điểm": ("5", "Hộ thuộc Đề án 06 được cấp tài khoản"),
    "Cứ đủ 20 tài khoản VNeID mức 2 được 1 điểm, tối đa 4 điểm": ("20", "Tài khoản VNeID mức 2"),
    "Cứ 3 hộ dùng biogas 10 m3 được 1 điểm, tối đa 4 điểm": ("3", "Hộ dùng biogas 10 m3"),
    "Cứ 2 camera 4K lắp mới được 1 điểm, tối đa 4 điểm": ("2", "Camera 4K lắp mới"),
    "Cứ 3 trạm quan trắc CO2 được 1 điểm; tối đa 4 điểm": ("3", "Trạm quan trắc CO2"),
    "Cứ một nghìn m2 đất được số hóa được 1 điểm, tối đa 4 điểm": ("1000", "M2 đất được số hóa"),
    "Cứ 2 máy tính Core i5 được 1 điểm, tối đa 4 điểm": ("2", "Máy tính Core i5"),
    "Cứ 3 cuộc họp trực tuyến từ 2 điểm cầu được 1 điểm, tối đa 4 điểm": ("3", "Cuộc họp trực tuyến từ 2 điểm cầu"),
    # The number behind what is done.
    "Cứ tổ chức được 3 hội nghị được 1 điểm, tối đa 4 điểm": ("3", "Tổ chức được hội nghị"),
    "Cứ xử lý 5 hồ sơ mức độ 4 được 1 điểm, tối đa 4 điểm": ("5", "Xử lý hồ sơ mức độ 4"),
    "Cứ số hóa hồ sơ mức độ 4 đủ 20 hồ sơ được 1 điểm, tối đa 4 điểm": ("20", "Số hóa hồ sơ mức độ 4 đủ hồ sơ"),
    "Mỗi khi đăng 4 tin được 1 điểm, tối đa 4 điểm": ("4", "Đăng tin – Kết quả"),
    "Cứ đăng 4 tin trong tháng 6 được 1 điểm, tối đa 4 điểm": ("4", "Đăng tin trong tháng 6"),
    # Right behind a deed, whatever its last syllable.
    "Cứ nâng cấp 5 phòng học được 1 điểm, tối đa 4 điểm": ("5", "Nâng cấp phòng học"),
    "Cứ cấp 5 thẻ được 1 điểm, tối đa 4 điểm": ("5", "Cấp thẻ – Kết quả"),
    "Cứ cung cấp 5 bộ dữ liệu được 1 điểm, tối đa 4 điểm": ("5", "Cung cấp bộ dữ liệu"),
    "Cứ phân loại 5 tấn rác được 1 điểm, tối đa 4 điểm": ("5", "Phân loại rác (tấn)"),
    "Cứ xếp hạng 5 di tích được 1 điểm, tối đa 4 điểm": ("5", "Xếp hạng di tích"),
    "Cứ nâng hạng 5 trạm được 1 điểm, tối đa 4 điểm": ("5", "Nâng hạng trạm"),
    "Cứ đầu tư 5 tỷ đồng được 1 điểm, tối đa 4 điểm": ("5", "Số tiền đầu tư"),
    "Cứ định mức 5 sản phẩm được 1 điểm, tối đa 4 điểm": ("5", "Định mức sản phẩm"),
    "Cứ phân nhóm 5 hộ được 1 điểm, tối đa 4 điểm": ("5", "Phân nhóm hộ – Kết quả"),
    "Cứ khóa 2 tài khoản giả mạo được 1 điểm, tối đa 4 điểm": ("2", "Khóa tài khoản giả mạo"),
    "Mỗi khi trợ cấp 5 hộ thì được 1 điểm, tối đa 4 điểm": ("5", "Trợ cấp hộ – Kết quả"),
    "Mỗi nâng cấp 5 phòng học được 1 điểm, tối đa 4 điểm": ("5", "Nâng cấp phòng học"),
    "Cứ nâng cấp 1,5 km đường được 1 điểm, tối đa 4 điểm": ("1.5", "Nâng cấp đường (km)"),
    "Cứ tổ chức hai hội nghị được 1 điểm, tối đa 4 điểm": ("2", "Tổ chức hội nghị"),
    "Cứ vận động hai mươi hộ được 1 điểm, tối đa 4 điểm": ("20", "Vận động hộ – Kết quả"),
    "Cứ tiếp nhận 5 nghìn lượt được 1 điểm, tối đa 4 điểm": ("5000", "Tiếp nhận lượt"),
    "Cứ tổ chức 5 (năm) hội nghị được 1 điểm, tối đa 4 điểm": ("5", "Tổ chức hội nghị"),
    "Mỗi cải tạo 5 nhà được 1 điểm, tối đa 4 điểm": ("5", "Cải tạo nhà – Kết quả"),
    # Without a number of its own every one counts.
    "Cứ sửa đường cấp 5 được 1 điểm, tối đa 4 điểm": ("", "Sửa đường cấp 5"),
    "Mỗi khóa 2 tháng được 1 điểm, tối đa 4 điểm": ("", "Khóa 2 tháng – Kết quả"),
    "Mỗi lớp 5 tuổi được 1 điểm, tối đa 4 điểm": ("", "Lớp 5 tuổi – Kết quả"),
    "Cứ hệ thống cấp độ 3 được phê duyệt được 1 điểm, tối đa 4 điểm": ("", "Hệ thống cấp độ 3 được phê duyệt"),
    "Cứ sản phẩm OCOP 4 sao được 1 điểm, tối đa 4 điểm": ("", "Sản phẩm OCOP 4 sao"),
    "Mỗi dịch vụ công mức độ 4 được 0,5 điểm, tối đa 4 điểm": ("", "Dịch vụ công mức độ 4"),
    "Mỗi thôn có 5 hộ bán hàng trực tuyến được 1 điểm, tối đa 4 điểm": ("", "Thôn có 5 hộ bán hàng trực tuyến"),
}  # fmt: skip
COSTS: dict[str, tuple[str, str]] = {
    "Cứ 2 vụ vi phạm Nghị định 100 trừ 1 điểm": ("2", "Vụ vi phạm Nghị định 100"),
    "Cứ 2 văn bản QH15 chậm ban hành trừ 0,5 điểm": ("2", "Văn bản QH15 chậm ban hành"),
    "Cứ 02 ngày chậm quá hạn 15 ngày trừ 1 điểm": ("2", "Ngày chậm quá hạn 15 ngày"),
    "Cứ 2 lần chậm 5 ngày trừ 1 điểm": ("2", "Lần chậm 5 ngày"),
    "Cứ 1 hồ sơ chậm 5 ngày trừ 1 điểm": ("", "Hồ sơ chậm 5 ngày"),
    "Cứ văn bản trái Nghị định 30 trừ 1 điểm": ("", "Văn bản trái Nghị định 30"),
    "Cứ cấp 5 giấy phép sai trừ 1 điểm": ("5", "Cấp giấy phép sai"),
    "Cứ từ chối 2 hồ sơ trừ 1 điểm": ("2", "Từ chối hồ sơ"),
    "Cứ chậm 5 ngày trừ 1 điểm": ("5", "Số ngày chậm – Kết quả"),
}


@pytest.mark.parametrize("text", SIZES | COSTS)
def test_the_number_of_a_step_is_its_own(text: str) -> None:
    every, label = (SIZES | COSTS)[text]
    reading, _ = read(text, name="Kết quả", maximum=4)
    assert isinstance(reading.rule, dict)
    (part,) = reading.rule["parts"]
    assert part.get("every", "") == every
    assert reading.inputs[part["of"]]["label"] == label


def test_full_steps_are_counted() -> None:
    reading, _ = read("Cứ 2 hệ thống cấp độ 3 được phê duyệt thì được 1 điểm", name="An toàn", maximum=4)
    criterion = criterion_of(reading, Fraction(4))
    points = [result_of(Case(given={"n": each}), criterion).points for each in ("1", "2", "3", "8", "9")]
    assert points == [0, 1, 1, 4, 4]


def test_none_of_what_is_ranked_can_be_said() -> None:
    reading, _ = read("Cứ xếp hạng 5 di tích được 1 điểm, tối đa 4 điểm", name="Di tích", maximum=4)
    criterion = criterion_of(reading, Fraction(4))
    assert [result_of(Case(given={"n": each}), criterion).points for each in ("0", "4", "10")] == [0, 0, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Cứ 100 dân có 20 thuê bao được 1 điểm, tối đa 4 điểm",
        "Cứ tổ giúp việc 3 người được 1 điểm, tối đa 4 điểm",
        "Cứ chậm quá 5 ngày trừ 1 điểm",
        "Cứ nâng cấp năm phòng học được 1 điểm, tối đa 4 điểm",
        "Cứ vận động hai mươi lăm hộ được 1 điểm, tối đa 4 điểm",
        "Cứ mười hai hộ được 1 điểm, tối đa 4 điểm",
        "Cứ tổ 3 người tuần tra được 1 điểm, tối đa 4 điểm",
        "Cứ hạ hạng 2 bậc trừ 1 điểm",
        "Cứ áp dụng định mức 5 sản phẩm được 1 điểm, tối đa 4 điểm",
        "Cứ nâng cấp từ 5 phòng học trở lên được 1 điểm, tối đa 4 điểm",
        "Cứ trồng cây, chăm sóc 5 ha được 1 điểm, tối đa 4 điểm",
    ],
)
def test_a_number_that_may_be_either_is_for_people(text: str) -> None:
    assert read(text, name="Kết quả", maximum=4)[0].is_manual


@pytest.mark.parametrize(
    "text",
    [
        "Cứ 10 hộ nghèo hoặc 20 hộ cận nghèo được hỗ trợ được 1 điểm, tối đa 4 điểm",
        "Cứ 10 hộ nghèo hoặc hai mươi hộ cận nghèo được 1 điểm, tối đa 4 điểm",
        "Cứ 5 (năm) hộ hoặc 10 (mười) người được 1 điểm, tối đa 4 điểm",
        "Cứ 2 lớp và 50 học viên được 1 điểm, tối đa 4 điểm",
        "Cứ mở 2 lớp với 50 học viên được 1 điểm, tối đa 4 điểm",
        "Cứ 2 đến 3 buổi được 1 điểm, tối đa 4 điểm",
        "Cứ tổ chức 2 đến 3 buổi được 1 điểm, tối đa 4 điểm",
        "Cứ 2 đến 3 ngày chậm trừ 1 điểm",
        "Cứ chậm 2 đến 3 ngày trừ 1 điểm",
        "Cứ 2 mô hình cấp xã, 1 mô hình cấp tỉnh được 1 điểm, tối đa 4 điểm",
        "Cứ 5 hồ sơ trễ trên tổng số 100 hồ sơ trừ 1 điểm",
        "Cứ 5 hồ sơ trễ trong 100 hồ sơ trừ 1 điểm",
        "Cứ 5 hồ sơ trễ trên 100 hồ sơ trừ 1 điểm",
    ],
)
def test_two_quantities_in_one_step_are_for_people(text: str) -> None:
    assert read(text, name="Kết quả", maximum=4)[0].is_manual


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Cứ 3 tin, bài được 1 điểm, tối đa 4 điểm", "Tin, bài – Kết quả"),
        ("Cứ 2 vụ trong 3 tháng trừ 1 điểm", "Vụ trong 3 tháng"),
        ("Mỗi hồ sơ chậm từ 1 đến 3 ngày trừ 1 điểm", "Hồ sơ chậm từ 1 đến 3 ngày"),
        (
            "Mỗi thôn có 5 hộ bán hàng và 2 hộ làm du lịch được 1 điểm, tối đa 4 điểm",
            "Thôn có 5 hộ bán hàng và 2 hộ làm du lịch",
        ),
    ],
)
def test_numbers_of_one_thing_are_no_second_quantity(text: str, label: str) -> None:
    reading, _ = read(text, name="Kết quả", maximum=4)
    assert reading.inputs["n"]["label"] == label
