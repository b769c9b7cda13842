"""Letters told apart by case, quotients in words, percentages as letters, scores as levels, and min."""

# Texts stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import read

# Name, maximum and text of a row, and its rule.
READ: dict[tuple[str, int, str], Any] = {
    (
        "Tỷ lệ máy tính trên cán bộ",
        6,
        "Số máy tính/số cán bộ = 1: 6 điểm; số máy tính/số cán bộ ≥ 0,8: 4 điểm; còn lại 0 điểm",
    ): {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "0.8", "points": "4"}],
        "if_zero": "not_applicable",
    },
    (
        "Tỷ lệ máy tính trên cán bộ",
        6,
        "x/y = 1: 6 điểm; x/y ≥ 0,8: 4 điểm; còn lại 0 điểm. Trong đó x là số máy tính, y là số cán bộ",
    ): {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "0.8", "points": "4"}],
        "if_zero": "not_applicable",
    },
    (
        "Tỷ lệ máy tính trên cán bộ",
        6,
        "x: số hồ sơ đúng hạn; y: tổng số hồ sơ. x/y = 1: 6 điểm; 0,8 ≤ x/y < 1: 4 điểm; x/y < 0,8: 0 điểm",
    ): {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "0.8", "points": "4"}],
        "if_zero": "not_applicable",
    },
    ("Dịch vụ công trực tuyến", 10, "Điểm = tỷ lệ dịch vụ công trực tuyến mức 2 x 10"): {
        "kind": "ratio",
        "value": "a / b",
        "if_zero": "not_applicable",
    },
    ("Hồ sơ", 10, "Điểm = 6a + 4b, trong đó a là tỷ lệ hồ sơ đúng hạn, b là tỷ lệ hồ sơ trực tuyến"): {
        "kind": "ratio",
        "value": "(6 * a / 100 + 4 * b / 100) / 10",
    },
    ("Hồ sơ", 10, "Điểm = 6a + 4b (a: tỷ lệ % hồ sơ đúng hạn; b: tỷ lệ % hồ sơ trực tuyến)"): {
        "kind": "ratio",
        "value": "(6 * a / 100 + 4 * b / 100) / 10",
    },
    (
        "Xếp loại",
        10,
        "Mức 1 (dưới 50 điểm): 2 điểm; Mức 2 (50 đến dưới 70 điểm): 5 điểm; Mức 3 (từ 70 điểm): 10 điểm",
    ): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"less_than": "50", "points": "2"}, {"less_than": "70", "points": "5"}],
        "otherwise": "full",
    },
    ("Số hóa", 10, "Điểm = n/N x 10, trong đó n là số hồ sơ đã số hóa, N là tổng số hồ sơ"): {
        "kind": "ratio",
        "value": "a / b",
        "if_zero": "not_applicable",
    },
    (
        "Số hóa",
        10,
        "n: số hồ sơ đã số hóa; N: tổng số hồ sơ. n/N ≥ 80%: 10 điểm; n/N < 80%: điểm = n/N x 10",
    ): {"kind": "ratio", "value": "a / b", "full_at": "0.8", "below": "ratio", "if_zero": "not_applicable"},
    ("Số hóa", 10, "Điểm = min(10; a/b x 12). a: số hồ sơ số hóa; b: tổng số hồ sơ"): {
        "kind": "ratio",
        "value": "1.2 * a / b",
        "if_zero": "not_applicable",
    },
    ("Số hóa", 10, "Điểm = min(1, a/(0,8 x b)) x 10. a: số hồ sơ số hóa; b: tổng số hồ sơ"): {
        "kind": "ratio",
        "value": "a / (0.8 * b)",
        "if_zero": "not_applicable",
    },
    ("Mô hình", 5, "Điểm = min(5, số mô hình x 2)"): {
        "kind": "count",
        "parts": [{"of": "a", "points_each": "2"}],
    },
    ("Số hóa", 10, "Điểm = tỷ lệ tài liệu số hóa mức độ 2 x 10 điểm"): {
        "kind": "ratio",
        "value": "a / b",
        "if_zero": "not_applicable",
    },
    ("Hồ sơ", 10, "Điểm = 10a, a là tỷ lệ hồ sơ đúng hạn"): {"kind": "ratio", "value": "10 * a / 100 / 10"},
    (
        "Số hóa",
        10,
        "Điểm = (n/N + m/M)/2 x 10; n: số hồ sơ số hóa; N: tổng số hồ sơ; m: số kết quả số hóa; M: tổng số kết quả",
    ): {"kind": "ratio", "value": "a / b + c / d", "full_at": "2", "if_zero": "not_applicable"},
    ("Số hóa", 10, "x/y ≥ 0,8: 10 điểm; x/y < 0,8: x/y x 10. Với x: số hồ sơ số hóa; y: tổng số hồ sơ"): {
        "kind": "ratio",
        "value": "a / b",
        "full_at": "0.8",
        "below": "ratio",
        "if_zero": "not_applicable",
    },
    ("Xếp loại", 10, "Mức 1 (dưới 50%): 2 điểm; Mức 2 (50 đến dưới 70%): 5 điểm; Mức 3 (từ 70%): 10 điểm"): {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "0.7", "give": "full"}, {"at_least": "0.5", "points": "5"}],
        "otherwise": {"points": "2"},
        "if_zero": "not_applicable",
    },
    (
        "Chỉ số",
        10,
        "Từ 90 điểm trở lên: 10 điểm; từ 70 điểm đến dưới 90 điểm: 7 điểm; dưới 70 điểm: 0 điểm",
    ): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "90", "give": "full"}, {"at_least": "70", "points": "7"}],
    },
    ("Chỉ số", 10, "Đạt từ 90 - 100 điểm: 10 điểm; từ 70 - dưới 90 điểm: 7 điểm; dưới 70 điểm: 0 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "90", "give": "full"}, {"at_least": "70", "points": "7"}],
    },
    ("Chỉ số", 10, "≥ 90 điểm: điểm tối đa; 70 ≤ điểm < 90: 7 điểm; < 70 điểm: 0 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "90", "give": "full"}, {"at_least": "70", "points": "7"}],
    },
    ("Chỉ số", 10, "Từ 5 điểm cầu trở lên: 10 điểm; dưới 5 điểm cầu: 5 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "5", "give": "full"}],
        "otherwise": {"points": "5"},
    },
    ("Chỉ số", 10, "Đạt 10 điểm: đầy đủ; 5 điểm: chưa đầy đủ"): {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "đầy đủ", "give": "full"},
            "m2": {"label": "chưa đầy đủ", "points": "5"},
            "m0": {"label": "Không thuộc các mức trên", "give": "none"},
        },
    },
    ("Máy tính", 10, "Số máy tính/số công chức ≥ 1: 10 điểm; từ 0,8 đến dưới 1: 6 điểm; dưới 0,8: 0 điểm"): {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "0.8", "points": "6"}],
        "if_zero": "not_applicable",
    },
    ("Số hóa", 10, "Điểm = min(10; tỷ lệ sử dụng x 12)"): {
        "kind": "ratio",
        "value": "1.2 * a / b",
        "if_zero": "not_applicable",
    },
    ("Số hóa", 10, "Điểm = min(10; a x 12). a: số mô hình"): {
        "kind": "count",
        "parts": [{"of": "a", "points_each": "12"}],
    },
    ("Số hóa", 10, "Điểm = min(10; a x 2). a: số mô hình"): {
        "kind": "count",
        "parts": [{"of": "a", "points_each": "2"}],
    },
    ("Phát thanh", 5, "Tối thiểu 01 lần/tuần: 5 điểm; 02 lần/tháng: 3 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "52", "give": "full"}, {"at_least": "24", "points": "3"}],
    },
    ("Phát thanh", 5, "Tối thiểu 01 lần/tuần: 5 điểm; 02 lần/tháng: 3 điểm; còn lại: 0 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "52", "give": "full"}, {"at_least": "24", "points": "3"}],
    },
    ("Phát thanh", 3, "Ít nhất 1 lần/tuần: 3 điểm; 2 lần/tháng: 2 điểm; 1 lần/tháng: 1 điểm"): {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_least": "52", "give": "full"},
            {"at_least": "24", "points": "2"},
            {"at_least": "12", "points": "1"},
        ],
    },
    ("Số hóa", 10, "Điểm = N/n x 10, N là số hồ sơ đã số hóa, n là tổng số hồ sơ"): {
        "kind": "ratio",
        "value": "a / b",
        "if_zero": "not_applicable",
    },
    ("Số hóa", 10, "Điểm = (N - n)/N x 10, n là số hồ sơ chưa số hóa, N là tổng số hồ sơ"): {
        "kind": "ratio",
        "value": "(b - a) / b",
        "if_zero": "not_applicable",
    },
    ("Điểm số hóa", 10, "Đ = 10 × (k/K), k: số tài liệu đã số hóa, K: số tài liệu phải số hóa"): {
        "kind": "ratio",
        "value": "a / b",
        "if_zero": "not_applicable",
    },
    (
        "Tỷ lệ hài lòng",
        10,
        "P = (n/N) × 100%. P ≥ 90%: 10 điểm; 80% ≤ P < 90%: 8 điểm; P < 80%: 5 điểm. Trong đó n là số phiếu hài lòng; N là tổng số phiếu",
    ): {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.8", "points": "8"}],
        "otherwise": {"points": "5"},
        "if_zero": "not_applicable",
    },
    (
        "Xếp hạng DTI",
        10,
        "Từ 0,8 điểm trở lên: 10 điểm; từ 0,6 đến dưới 0,8 điểm: 7 điểm; dưới 0,6 điểm: 3 điểm",
    ): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "0.8", "give": "full"}, {"at_least": "0.6", "points": "7"}],
        "otherwise": {"points": "3"},
    },
    (
        "Điểm kiểm tra",
        5,
        "Đạt 90 điểm trở lên: 5 điểm; đạt 80 đến dưới 90 điểm: 4 điểm; dưới 80 điểm: 2 điểm",
    ): {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_least": "90", "give": "full"}, {"at_least": "80", "points": "4"}],
        "otherwise": {"points": "2"},
    },
    ("Giao dịch", 10, "Điểm = min(10, 20 x a/b), a: số giao dịch trực tuyến; b: tổng số giao dịch"): {
        "kind": "ratio",
        "value": "2 * a / b",
        "if_zero": "not_applicable",
    },
    (
        "Giao dịch",
        10,
        "Điểm = (a/b) x 12 nhưng không quá 10 điểm; a: số giao dịch trực tuyến; b: tổng số giao dịch",
    ): {"kind": "ratio", "value": "1.2 * a / b", "if_zero": "not_applicable"},
}
# Near them, and not for a rule to decide.
PEOPLE = (
    (
        "Số hóa",
        10,
        "Điểm = min(a/b; c/d) x 10. a: số hồ sơ số hóa; b: tổng số hồ sơ; c: số kết quả; d: tổng số kết quả",
    ),
    ("Dịch vụ công", 10, "Điểm = tỷ lệ mức 2 x 4 + tỷ lệ mức 3 x 6"),
    ("Dịch vụ công", 10, "Tỷ lệ dịch vụ công mức 3 x 4; tỷ lệ dịch vụ công mức 4 x 6"),
    ("Hồ sơ", 10, "Điểm = 6a + 4b, a là tỷ lệ hồ sơ đúng hạn, b là số mô hình"),
    ("Hồ sơ", 10, "Điểm = 6a + 6b, a là tỷ lệ hồ sơ đúng hạn, b là tỷ lệ hồ sơ trực tuyến"),
    ("Số hóa", 10, "Điểm = n/N x 10, n là số hồ sơ đã số hóa"),
    ("Số hóa", 10, "Điểm = n/N x 10, N là tổng số hồ sơ, n là tỷ lệ hồ sơ số hóa"),
    ("Máy tính", 6, "Số máy tính/số cán bộ ≥ 1: 4 điểm; số máy in/số cán bộ ≥ 0,2: 2 điểm"),
    ("Trừ điểm", 10, "Mỗi lỗi trừ 1 điểm; từ 5 điểm trở lên: 0 điểm"),
    ("Số hóa", 10, "Điểm = min(8; tỷ lệ sử dụng x 12)"),
    ("Số hóa", 10, "Điểm = min(10; tỷ lệ sử dụng x 8)"),
    ("Phát thanh", 3, "Ít nhất 1 lần/tháng: 3 điểm; 1 lần/tuần: 2 điểm"),
    ("Phát thanh", 3, "Ít nhất 1 lần/tuần: 3 điểm; từ 2 - 3 lần/tháng: 2 điểm"),
    ("Phát thanh", 3, "Ít nhất 1 lần/tuần: 3 điểm; 80% số thôn: 2 điểm"),
    ("Phát thanh", 3, "Ít nhất 1 lần/tuần: 3 điểm; 2 lần: 2 điểm"),
    ("Phát thanh", 3, "Tối thiểu 01 tin/tuần: 3 điểm; 02 video/tháng: 2 điểm"),
    ("Số hóa", 10, "Điểm = n/N x 8 + 2 nếu có kế hoạch; n là số hồ sơ đã số hóa, N là tổng số hồ sơ"),
    ("Số hóa", 10, "n/N ≥ 80%: 10 điểm; n/N ≥ 50%: 6 điểm; n là số hồ sơ đã số hóa"),
    (
        "Hồ sơ",
        10,
        "Điểm = 6a + 4b - c; a là tỷ lệ hồ sơ đúng hạn, b là tỷ lệ hồ sơ trực tuyến, c là số hồ sơ trễ",
    ),
    ("Hồ sơ", 10, "Điểm = 14a - 4b; a là tỷ lệ hồ sơ đúng hạn, b là tỷ lệ hồ sơ trễ"),
    ("Hồ sơ", 10, "Điểm = 10a - 2b; a là tỷ lệ hồ sơ đúng hạn, b là tỷ lệ hồ sơ trễ"),
    ("Hồ sơ", 10, "Điểm = 6a + 4b; a là tỷ lệ hồ sơ đúng hạn; b bằng 1 nếu có kế hoạch, bằng 0 nếu không"),
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
