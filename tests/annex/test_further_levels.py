"""Levels beyond the last one printed, levels that take off, and one level alone in a cell."""

# Texts stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import read

# Name, maximum and text of a row, and its rule.
READ: dict[tuple[str, int, str], Any] = {
    ("Kênh tương tác", 5, "Có từ 2 kênh: 3 điểm; thêm mỗi kênh 1 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "4", "give": "full"},
            {"at_least": "3", "points": "4"},
            {"at_least": "2", "points": "3"},
        ],
    },
    ("Kênh tương tác", 5, "Có 2 kênh được 3 điểm, thêm mỗi kênh được cộng 1 điểm, tối đa 5 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "4", "give": "full"},
            {"at_least": "3", "points": "4"},
            {"at_least": "2", "points": "3"},
        ],
    },
    ("Mô hình", 10, "Có 01 mô hình: 6 điểm; mỗi mô hình tăng thêm được 2 điểm (tối đa 10 điểm)"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "3", "give": "full"},
            {"at_least": "2", "points": "8"},
            {"at_least": "1", "points": "6"},
        ],
    },
    ("Chợ 4.0", 5, "Có 1 chợ: 3 điểm; có thêm 1 chợ cộng 1 điểm; tối đa 5 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "3", "give": "full"},
            {"at_least": "2", "points": "4"},
            {"at_least": "1", "points": "3"},
        ],
    },
    ("Chợ 4.0", 5, "Không có chợ: 0 điểm; có 1 chợ: 3 điểm; từ chợ thứ hai, mỗi chợ thêm được 1 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "3", "give": "full"},
            {"at_least": "2", "points": "4"},
            {"at_least": "1", "points": "3"},
        ],
    },
    ("Kênh", 6, "Có 1 kênh: 1 điểm; 2 kênh: 3 điểm; thêm mỗi kênh 1 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "5", "give": "full"},
            {"at_least": "4", "points": "5"},
            {"at_least": "3", "points": "4"},
            {"at_least": "2", "points": "3"},
            {"at_least": "1", "points": "1"},
        ],
    },
    ("Họp", 4, "Họp đúng kế hoạch: không trừ; chậm kế hoạch: trừ 1 điểm; không họp: trừ 4 điểm"): {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "Họp đúng kế hoạch", "give": "full"},
            "m2": {"label": "chậm kế hoạch", "points": "3"},
            "m0": {"label": "không họp", "give": "none"},
        },
    },
    ("Họp", 5, "Chưa hiệu quả: trừ 2 điểm; không hoạt động: trừ 5 điểm"): {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "Không bị trừ điểm", "give": "full"},
            "m2": {"label": "Chưa hiệu quả", "points": "3"},
            "m0": {"label": "không hoạt động", "give": "none"},
        },
    },
    ("Kênh", 5, "Có 2 kênh hoạt động: 3 điểm; thêm mỗi kênh 1 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "4", "give": "full"},
            {"at_least": "3", "points": "4"},
            {"at_least": "2", "points": "3"},
        ],
    },
    (
        "Sản phẩm số",
        5,
        "01 sản phẩm đầu tiên được 2 điểm, từ sản phẩm thứ hai trở đi mỗi sản phẩm được 1 điểm",
    ): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "4", "give": "full"},
            {"at_least": "3", "points": "4"},
            {"at_least": "2", "points": "3"},
            {"at_least": "1", "points": "2"},
        ],
    },
    (
        "Chuyên trang",
        5,
        "Hoạt động thường xuyên: không trừ điểm; hoạt động không thường xuyên: trừ 3 điểm; không có chuyên trang: trừ 5 điểm",
    ): {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "Hoạt động thường xuyên", "give": "full"},
            "m2": {"label": "hoạt động không thường xuyên", "points": "2"},
            "m0": {"label": "không có chuyên trang", "give": "none"},
        },
    },
}
# Near them, and not for a rule to decide.
PEOPLE = (
    ("Chợ 4.0", 5, "Có 1 chợ: 3 điểm; từ chợ thứ 3, mỗi chợ thêm được 1 điểm"),
    ("Kênh", 5, "Có 2 kênh: 3 điểm; thêm mỗi mô hình 1 điểm"),
    ("Kênh", 5, "Có kênh tương tác: 3 điểm; thêm mỗi kênh 1 điểm"),
    ("Kênh", 5, "Từ 60% kênh: 3 điểm; thêm mỗi kênh 1 điểm"),
    ("Kênh", 5, "Có 2 kênh: 5 điểm; thêm mỗi kênh 1 điểm"),
    ("Kênh", 5, "Có 2 kênh: 3 điểm; thêm mỗi kênh 1 điểm; kênh do xã tự lập cộng 1 điểm"),
    ("Kênh", 6, "Có 2 kênh: 3 điểm; thêm mỗi kênh 1 điểm, tối đa 5 điểm"),
    ("Kênh", 5, "Có 2 kênh: 3 điểm; thiếu mỗi kênh trừ 1 điểm"),
    ("Họp", 5, "Chưa hiệu quả: trừ 2 điểm; không báo cáo: trừ 1 điểm"),
    ("Họp", 5, "Không có biên bản: trừ 2 điểm; không báo cáo: trừ 1 điểm; không họp: trừ 5 điểm"),
    ("Họp", 5, "Hiệu quả: 5 điểm; chưa hiệu quả: trừ 2 điểm"),
    ("Họp", 5, "Chưa hiệu quả: trừ 2 điểm"),
    ("Họp", 5, "Mỗi lần không họp: trừ 2 điểm; không báo cáo: trừ 5 điểm"),
    ("Họp", 5, "Chưa hiệu quả: trừ 2 điểm; không hoạt động: trừ 6 điểm"),
    ("Tỷ lệ hồ sơ", 5, "Mức 2 (60%)"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "60% - dưới 80%"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Mức 3: từ 60% đến dưới 80%"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Mức 2 (60% điểm)"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Mức 1 (100% điểm)"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Mức 1 (100%)"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Mức 1: đạt từ 80% trở lên"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Mức khá: 60%"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Bậc 2: 60%"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Khá (60%)"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Mức 2 - 60%"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "60%"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Mức 2: 3 điểm"),
    ("Tỷ lệ hồ sơ trực tuyến", 5, "Từ 60% đến dưới 80%: 3 điểm"),
    ("Kênh", 5, "Có 2 kênh: 3 điểm; thêm mỗi kênh có tương tác tốt 1 điểm"),
    ("Kênh", 5, "Có 2 kênh: 3 điểm; mỗi kênh thêm 1 điểm nếu có trên 1000 lượt"),
    ("Kênh", 5, "Có 2 kênh: 3 điểm; thêm mỗi kênh 1 điểm; không cập nhật: trừ 1 điểm"),
    ("Kênh", 5, "Có ít nhất 2 kênh: 3 điểm; mỗi kênh cộng thêm 1 điểm"),
    ("Sản phẩm số", 5, "Có sản phẩm: 2 điểm; mỗi sản phẩm tiếp theo thêm 1 điểm, tối đa 5 điểm"),
    ("Tỷ lệ", 10, "Tốt (≥ 90%)"),
    ("Tỷ lệ", 10, "Đạt mức 3"),
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
