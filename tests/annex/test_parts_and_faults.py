"""Parts without marks, several faults with costs of their own, signs, and conditions beside ratios."""

# Texts stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import read

# Name, maximum and text of a row, and its rule.
READ: dict[tuple[str, int, str], Any] = {
    ("Tỷ lệ đúng hạn", 4, "Tỷ lệ đúng hạn x 4; nếu có hồ sơ quá hạn trên 30 ngày thì không được điểm"): {
        "kind": "gate",
        "when": "not x",
        "then": {"kind": "ratio", "value": "a / b", "if_zero": "not_applicable"},
        "else": "none",
    },
    ("Báo cáo", 6, "Đủ 4 báo cáo: 6 điểm. Thiếu 1 trừ 1,5, chậm 1 trừ 0,5"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "1.5"}, {"of": "m", "points_each": "0.5"}],
    },
    ("Báo cáo", 6, "Gửi đủ 4 báo cáo: 6 điểm; thiếu 1 báo cáo trừ 1,5 điểm; chậm 1 báo cáo trừ 0,5 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "1.5"}, {"of": "m", "points_each": "0.5"}],
    },
    ("Vi phạm", 2, "Mỗi lần để lộ lọt thông tin: -0,5 điểm; tối đa -2 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "0.5"}],
    },
    ("Vi phạm", 5, "Mỗi lần vi phạm: -0,5 điểm; tối đa -2 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "0.5", "cap": {"points": "2"}}],
    },
    ("Tỷ lệ đúng hạn", 8, "Tỷ lệ hồ sơ giải quyết đúng hạn x 8. Có hồ sơ quá hạn trên 30 ngày: 0 điểm"): {
        "kind": "gate",
        "when": "not x",
        "then": {"kind": "ratio", "value": "a / b", "if_zero": "not_applicable"},
        "else": "none",
    },
    (
        "Tỷ lệ đúng hạn",
        8,
        "Từ 95%: 8 điểm; từ 80% đến dưới 95%: 5 điểm; dưới 80%: 0 điểm; có hồ sơ quá hạn trên 30 ngày: 0 điểm",
    ): {
        "kind": "gate",
        "when": "not x",
        "then": {
            "kind": "tiers",
            "value": "a / b",
            "tiers": [{"at_least": "0.95", "give": "full"}, {"at_least": "0.8", "points": "5"}],
            "if_zero": "not_applicable",
        },
        "else": "none",
    },
    (
        "Số ngày quá hạn",
        8,
        "Không có hồ sơ quá hạn: 8 điểm; có hồ sơ quá hạn từ 10 đến 30 ngày: 4 điểm; có hồ sơ quá hạn trên 30 ngày: 0 điểm",
    ): {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "Không có hồ sơ quá hạn", "give": "full"},
            "m2": {"label": "có hồ sơ quá hạn từ 10 đến 30 ngày", "points": "4"},
            "m0": {"label": "có hồ sơ quá hạn trên 30 ngày", "give": "none"},
        },
    },
    ("Nhiệm vụ", 10, "Hoàn thành đúng hạn: 10 điểm; 01 nhiệm vụ chưa hoàn thành trừ 02 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "2"}],
    },
    ("ATTT", 5, "Không để xảy ra sự cố: 5 điểm. Mỗi sự cố: -1 điểm; tối đa -3 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "1", "cap": {"points": "3"}}],
    },
    ("ATTT", 5, "Không để xảy ra sự cố: 5 điểm. Mỗi sự cố trừ 1 điểm. Trừ tối đa 3 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "1", "cap": {"points": "3"}}],
    },
    ("ATTT", 5, "Mỗi sự cố: -1 điểm, tối đa -3 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "1", "cap": {"points": "3"}}],
    },
    ("ATTT", 5, "Mỗi lần để lộ lọt thông tin: -0,5 điểm; tối đa -2 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "0.5", "cap": {"points": "2"}}],
    },
    ("ATTT", 10, "Đánh giá: - 5 điểm nếu chưa đầy đủ; - 10 điểm nếu đầy đủ"): {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "chưa đầy đủ", "points": "5"},
            "m2": {"label": "đầy đủ", "give": "full"},
            "m0": {"label": "Không thuộc các mức trên", "give": "none"},
        },
    },
    (
        "Cổng thông tin",
        10,
        "Có chuyên mục: 2 điểm; có đầu mối: 2 điểm; số tin bài: từ 50 trở lên: 6 điểm, từ 20 đến dưới 50: 3 điểm, dưới 20: 0 điểm",
    ): {
        "kind": "sum",
        "parts": [
            {"points": "2", "rule": {"kind": "yes_no", "when": "x"}},
            {"points": "2", "rule": {"kind": "yes_no", "when": "a"}},
            {
                "points": "6",
                "rule": {
                    "kind": "tiers",
                    "value": "n",
                    "tiers": [{"at_least": "50", "give": "full"}, {"at_least": "20", "points": "3"}],
                },
            },
        ],
    },
    (
        "Cổng",
        10,
        "- Có trang thông tin điện tử: 2 điểm\n- Công khai đầy đủ thông tin: 3 điểm\n- Tin, bài đăng tải: từ 50 tin trở lên: 5 điểm; từ 20 đến dưới 50 tin: 3 điểm; dưới 20 tin: 0 điểm",
    ): {
        "kind": "sum",
        "parts": [
            {"points": "2", "rule": {"kind": "yes_no", "when": "x"}},
            {"points": "3", "rule": {"kind": "yes_no", "when": "a"}},
            {
                "points": "5",
                "rule": {
                    "kind": "tiers",
                    "value": "n",
                    "tiers": [{"at_least": "50", "give": "full"}, {"at_least": "20", "points": "3"}],
                },
            },
        ],
    },
    (
        "Thanh tra, kiểm tra",
        6,
        "Tổ chức kiểm tra ≥ 30% đơn vị: 3 điểm; 20% – dưới 30%: 2 điểm; dưới 20%: 0 điểm. 100% vấn đề phát hiện được xử lý: 3 điểm; từ 70% đến dưới 100%: 1,5 điểm; dưới 70%: 0 điểm",
    ): {
        "kind": "sum",
        "parts": [
            {
                "points": "3",
                "rule": {
                    "kind": "tiers",
                    "value": "a / b",
                    "tiers": [{"at_least": "0.3", "give": "full"}, {"at_least": "0.2", "points": "2"}],
                    "if_zero": "zero",
                },
            },
            {
                "points": "3",
                "rule": {
                    "kind": "tiers",
                    "value": "c / d",
                    "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "0.7", "points": "1.5"}],
                    "if_zero": "zero",
                },
            },
        ],
    },
    ("Kế hoạch", 10, "Có kế hoạch: 4 điểm\nTỷ lệ hoàn thành: từ 80%: 6 điểm; dưới 80%: 0 điểm"): {
        "kind": "checklist",
        "parts": [{"when": "x", "points": "4"}, {"when": "y", "points": "6"}],
    },
    ("Kế hoạch", 10, "Có kế hoạch: 4 điểm; có báo cáo: 6 điểm, nộp muộn: 3 điểm, không nộp: 0 điểm"): {
        "kind": "sum",
        "parts": [
            {"points": "4", "rule": {"kind": "yes_no", "when": "x"}},
            {
                "points": "6",
                "rule": {
                    "kind": "choice",
                    "of": "a",
                    "options": {
                        "m1": {"label": "có báo cáo", "give": "full"},
                        "m2": {"label": "nộp muộn", "points": "3"},
                        "m0": {"label": "không nộp", "give": "none"},
                    },
                },
            },
        ],
    },
    (
        "Kế hoạch",
        10,
        "Có kế hoạch: 4 điểm\nCó báo cáo đúng hạn: 6 điểm; báo cáo muộn: 3 điểm; không báo cáo: 0 điểm",
    ): {
        "kind": "sum",
        "parts": [
            {"points": "4", "rule": {"kind": "yes_no", "when": "x"}},
            {
                "points": "6",
                "rule": {
                    "kind": "choice",
                    "of": "a",
                    "options": {
                        "m1": {"label": "Có báo cáo đúng hạn", "give": "full"},
                        "m2": {"label": "báo cáo muộn", "points": "3"},
                        "m0": {"label": "không báo cáo", "give": "none"},
                    },
                },
            },
        ],
    },
    ("Sáng kiến", 6, "Có sáng kiến được công nhận cấp tỉnh +4 điểm, cấp huyện +2 điểm"): {
        "kind": "checklist",
        "parts": [{"when": "x", "points": "4"}, {"when": "y", "points": "2"}],
    },
    ("Sáng kiến", 5, "Có mô hình: 3 điểm; mô hình được nhân rộng: +2 điểm"): {
        "kind": "checklist",
        "parts": [{"when": "x", "points": "3"}, {"when": "y", "points": "2"}],
    },
    ("Khen", 5, "Được khen cấp tỉnh hoặc cấp bộ: +3 điểm, cấp huyện: +2 điểm"): {
        "kind": "checklist",
        "parts": [{"when": "x", "points": "3"}, {"when": "y", "points": "2"}],
    },
    ("Vi phạm", 5, "Có vi phạm: -1 điểm/lần, tối đa trừ 5 điểm"): {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "1"}],
    },
    (
        "Văn bản",
        6,
        "Ban hành đầy đủ 3 văn bản: 6 điểm, thiếu mỗi văn bản trừ 2 điểm, chậm mỗi văn bản trừ 1 điểm",
    ): {"kind": "deduct", "parts": [{"of": "n", "points_each": "2"}, {"of": "m", "points_each": "1"}]},
    ("Tỷ lệ đúng hạn", 10, "Điểm = tỷ lệ đúng hạn x 10. Nếu để xảy ra khiếu nại đúng thì không được điểm"): {
        "kind": "gate",
        "when": "not x",
        "then": {"kind": "ratio", "value": "a / b", "if_zero": "not_applicable"},
        "else": "none",
    },
    (
        "Tỷ lệ đúng hạn",
        10,
        "Tỷ lệ đúng hạn từ 95%: 10 điểm; dưới 95%: 5 điểm; nếu có hồ sơ trễ hạn trên 6 tháng thì 0 điểm",
    ): {
        "kind": "gate",
        "when": "not x",
        "then": {
            "kind": "tiers",
            "value": "a / b",
            "tiers": [{"at_least": "0.95", "give": "full"}],
            "otherwise": {"points": "5"},
            "if_zero": "not_applicable",
        },
        "else": "none",
    },
    (
        "Liên thông",
        5,
        "Kết nối đủ 5 hệ thống: 5 điểm; mỗi hệ thống chưa kết nối trừ 1 điểm; kết nối không ổn định trừ 0,5 điểm/hệ thống",
    ): {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}, {"of": "m", "points_each": "0.5"}]},
}
# Near them, and not for a rule to decide.
PEOPLE = (
    ("Báo cáo", 6, "Gửi đủ 4 báo cáo: 6 điểm; thiếu 1 báo cáo trừ 1,5 điểm; thiếu 2 báo cáo trừ 4 điểm"),
    ("Báo cáo", 6, "Gửi đủ 4 báo cáo: 6 điểm; thiếu 1 báo cáo trừ 1,5 điểm; thiếu 1 báo cáo trừ 2 điểm"),
    (
        "Báo cáo",
        6,
        "Gửi đủ 4 báo cáo: 6 điểm; thiếu 1 báo cáo trừ 1,5 điểm, tối đa 3 điểm; chậm 1 báo cáo trừ 0,5 điểm",
    ),
    ("ATTT", 5, "Không để xảy ra sự cố: 5 điểm. Mỗi sự cố trừ 1 điểm. Tối đa 3 điểm"),
    ("ATTT", 5, "Mỗi sự cố trừ 1 điểm; mỗi cảnh báo trừ 0,5 điểm; trừ tối đa 3 điểm"),
    ("ATTT", 10, "Mức điểm: -5 điểm: chưa đạt; 10 điểm: đạt"),
    (
        "Kế hoạch",
        10,
        "Có kế hoạch riêng: 4 điểm\nCó kế hoạch lồng ghép: 6 điểm, có nội dung chi tiết: 3 điểm, không có: 0 điểm",
    ),
    ("Kế hoạch", 10, "Có kế hoạch: 4 điểm\nHoặc tỷ lệ hoàn thành: từ 80%: 6 điểm; dưới 80%: 0 điểm"),
    (
        "Kế hoạch",
        10,
        "Có kế hoạch: 4 điểm\nTỷ lệ hoàn thành: từ 80%: 6 điểm; dưới 80%: 0 điểm\nTổng điểm không quá 8 điểm",
    ),
    (
        "Kế hoạch",
        6,
        "Tỷ lệ hoàn thành từ 80%: 3 điểm; dưới 80%: 0 điểm. Tỷ lệ hoàn thành từ 90%: 3 điểm; dưới 90%: 0 điểm",
    ),
    ("Kế hoạch", 6, "Từ 80%: 3 điểm; dưới 80%: 0 điểm. Từ 90%: 3 điểm; dưới 90%: 0 điểm"),
    (
        "Kế hoạch",
        10,
        "Có kế hoạch: 4 điểm\nHoàn thành 100% nhiệm vụ: 6 điểm; từ 80%: 3 điểm; còn lại: 0 điểm\nKhông có kế hoạch: 0 điểm toàn bộ tiêu chí",
    ),
    ("Sáng kiến", 8, "Có sáng kiến được công nhận cấp tỉnh +4 điểm, cấp huyện +2 điểm; tối đa 8 điểm"),
    ("Sáng kiến", 4, "Có sáng kiến được công nhận cấp tỉnh +4 điểm, cấp huyện +2 điểm"),
    ("Sáng kiến", 5, "Đạt yêu cầu: 5 điểm; xuất sắc: +2 điểm"),
    ("Sáng kiến", 4, "Cấp tỉnh +4 điểm; cấp huyện +2 điểm; cấp xã +1 điểm"),
    ("Báo cáo", 6, "Đủ 4 báo cáo: 6 điểm. Thiếu 1 báo cáo trừ 1 điểm, chậm 1 ngày trừ 0,5 điểm"),
    (
        "Báo cáo",
        6,
        "Đủ 4 báo cáo: 6 điểm. Thiếu 1 trong 4 báo cáo trừ 1 điểm, thiếu 2 báo cáo trở lên: 0 điểm",
    ),
    ("Báo cáo", 6, "Đủ 4 báo cáo đúng hạn: 6 điểm. Không gửi 1 báo cáo trừ 2 điểm"),
    ("Tỷ lệ", 10, "Tỷ lệ đúng hạn x 10; có hồ sơ quá hạn dưới 10 ngày trừ 1 điểm"),
    ("Tỷ lệ", 10, "Tỷ lệ đúng hạn x 10; có hồ sơ quá hạn trên 10 ngày: 5 điểm"),
    ("Tỷ lệ", 10, "Tỷ lệ đúng hạn x 10; nếu có trên 5 hồ sơ quá hạn thì 0 điểm"),
    ("Họp", 4, "Họp đúng kế hoạch: không trừ; chậm kế hoạch: trừ 1 điểm/lần; không họp: trừ 4 điểm"),
    ("Họp", 4, "Họp đúng kế hoạch: không trừ; chậm kế hoạch: trừ 1 điểm; thiếu biên bản: trừ 1 điểm"),
    ("Khen", 5, "Được khen cấp tỉnh: +3 điểm, cấp huyện: +2 điểm (chỉ tính mức cao nhất)"),
    ("Vi phạm", 5, "Bị nhắc nhở: -1 điểm; bị phê bình: -2 điểm; bị kỷ luật: -5 điểm"),
)


@pytest.mark.parametrize("row", READ, ids=lambda row: row[2])
def test_ordinary_wordings_become_rules(row: tuple[str, int, str]) -> None:
    name, maximum, text = row
    reading, _ = read(text, name=name, maximum=maximum)
    assert reading.rule == READ[row], reading.why_not


@pytest.mark.parametrize("row", PEOPLE, ids=lambda row: row[2])
def test_their_neighbours_are_left_to_people(row: tuple[str, int, str]) -> None:
    name, maximum, text = row
    reading, _ = read(text, name=name, maximum=maximum)
    assert reading.is_manual, reading.rule
