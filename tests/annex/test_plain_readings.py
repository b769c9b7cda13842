"""What a person must look at is a warning; how a plain text was read is none."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.notices import doubts_a_rule, is_reading
from chamdiem.annex.report import report_data
from tests.annex.test_rules import read

_LADDER = "từ 95% trở lên: 10 điểm; từ 80% đến dưới 95%: 5 điểm; dưới 80%: 0 điểm"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tỷ lệ hồ sơ đúng hạn", _LADDER),
        ("Tỷ lệ học sinh bỏ học", "Dưới 0,5%: 10 điểm; 0,5% - 1%: 5 điểm; trên 1%: 0 điểm"),
        ("Tỷ lệ cơ quan chuyên môn được kiểm tra", "Từ 30% số cơ quan chuyên môn trở lên: 10 điểm; dưới 30%: 0 điểm"),
        ("Tỷ lệ người tham gia bảo hiểm", _LADDER),
        ("Hồ sơ đúng và trước hạn", "Đạt từ 98% trở lên: 10 điểm; dưới 98%: 0 điểm"),
        ("Máy tính cài phần mềm phòng chống mã độc", "Tỷ lệ x 10"),
        # One of them is the least there can be.
        ("Sáng kiến", "Có từ 02 sáng kiến trở lên: 10; có 01 sáng kiến: 5; không có sáng kiến: 0"),
        ("Mô hình", "Triển khai đủ 4 lớp: 10 điểm; 3 lớp: 6 điểm; 2 lớp: 4 điểm; 1 lớp: 2 điểm; chưa triển khai: 0 điểm"),
        ("Yêu cầu", "Đáp ứng 3/3 yêu cầu: 10 điểm; 2/3 yêu cầu: 6 điểm; 1/3 yêu cầu: 3 điểm"),
        ("Kế hoạch CCHC", "Hoàn thành 100% kế hoạch: 10 điểm; từ 80% đến dưới 100% kế hoạch: 5 điểm; dưới 80% kế hoạch: 0 điểm"),
        ("Báo cáo", "Đúng hạn 10đ; chậm từ 1-3 ngày 5đ; chậm từ 4-7 ngày 2đ; chậm trên 7 ngày 0đ"),
        ("Doanh nghiệp số", "So sánh với địa phương có số doanh nghiệp cao nhất: điểm = giá trị của đơn vị/giá trị cao nhất × 10"),
        ("Mức độ", "Đạt mức 1: 2 điểm; đạt mức 2: 5 điểm; đạt mức 3: 10 điểm; không đạt: 0 điểm"),
    ],
)  # fmt: skip
def test_a_plain_text_has_no_warning(name: str, text: str) -> None:
    reading, row = read(text, name=name)
    assert not reading.is_manual
    assert all(is_reading(notice) for notice in row.warnings)
    assert not any(doubts_a_rule(notice) for notice in row.warnings)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        # What the whole is is not said.
        ("Thanh toán trực tuyến", _LADDER),
        ("Tỷ trọng kinh tế số trên GRDP", _LADDER),
        ("Tỷ lệ hộ có đất đã được cấp giấy", _LADDER),
        ("Tỷ lệ học sinh lớp 5", _LADDER),
        ("Tỷ lệ doanh nghiệp nhỏ sử dụng hóa đơn", _LADDER),
        ("Tỷ lệ hộ kinh doanh thanh toán không tiền mặt", _LADDER),
        # The percentage may be one of a plan.
        ("Văn bản được ban hành", _LADDER),
        ("Hồ sơ đúng hạn", "Từ 95% kế hoạch năm trở lên: 10 điểm; dưới 95%: 0 điểm"),
        # Nothing says what less than these gives, or more than all.
        ("Số mô hình", "Từ 2 mô hình trở lên: 10 điểm"),
        ("Sáng kiến", "Đạt 4 sáng kiến: 10 điểm; 3 sáng kiến: 6 điểm; dưới 3: 0 điểm"),
        ("Yêu cầu", "Đáp ứng 3/3 yêu cầu: 10 điểm; 2/3 yêu cầu: 6 điểm"),
        ("Giải thưởng", "Mỗi giải Nhất: 1 điểm; giải Nhì: 0,75 điểm; tổng không quá 10 điểm"),
        (
            "Tội phạm",
            "Giảm từ 5% trở lên so với năm trước: 10 điểm; giảm dưới 5%: 3 điểm; không giảm: 0 điểm",
        ),
        (
            "Chuyên mục",
            "Có ít nhất 01 tin, bài/tuần: 10 điểm; có ít nhất 01 tin, bài/tháng: 5 điểm; ít hơn: 0 điểm",
        ),
        # Levels of a share are asked for as options, and prices of others of them are presumed.
        ("Chi", "Không vượt: 10 điểm; vượt dưới 3%: 2 điểm; vượt từ 3% trở lên: 0 điểm"),
        ("Mô hình", "Mỗi mô hình cấp tỉnh: 2 điểm; cấp huyện: 1 điểm"),
        ("Mô hình", "Mỗi lớp: 2 điểm; riêng lớp trực tuyến: 1 điểm"),
        # The text says more than the name.
        ("Tỷ lệ hồ sơ đúng hạn", "Từ 95% hồ sơ trực tuyến trở lên: 10 điểm; dưới 95%: 0 điểm"),
        # What is not printed gives nothing.
        ("Số mô hình", "10 mô hình: 5 điểm; 20 mô hình: 10 điểm"),
        ("Tỷ lệ hồ sơ đúng hạn", "Từ 95%: 10 điểm; từ 80%: 5 điểm"),
    ],
)
def test_what_may_be_read_otherwise_is_a_warning(name: str, text: str) -> None:
    reading, row = read(text, name=name)
    assert reading.is_manual or any(doubts_a_rule(notice) for notice in row.warnings)


def test_the_report_parts_warnings_and_readings() -> None:
    text = f"| TT | Tiêu chí | Điểm tối đa | Cách tính |\n|---|---|---|---|\n| 1 | Tỷ lệ hồ sơ đúng hạn | 10 | {_LADDER} |\n| 2 | Thanh toán trực tuyến | 10 | {_LADDER} |\n"
    rows = report_data(read_annex(text.encode(), "x.md"))["rows"]
    assert [[each["code"] for each in row["warnings"]] for row in rows] == [[], ["rule.assumed"]]
    assert [each["code"] for each in rows[0]["readings"]] == ["rule.read_as", "rule.zero_unsaid"]
