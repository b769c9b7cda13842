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
