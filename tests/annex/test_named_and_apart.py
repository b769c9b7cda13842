"""Indices by their name, parts with a price of their own, none of the part, only the best, units in brackets."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.annex.importing import read_annex
from tests.annex.test_rules import read

UNDERSTOOD: dict[str, Any] = {
    "PAPI từ 85% trở lên: 10 điểm; từ 70% đến dưới 85%: 6 điểm; dưới 70%: 2 điểm": {"kind": "tiers", "value": "n", "tiers": [{"at_least": "85", "give": "full"}, {"at_least": "70", "points": "6"}], "otherwise": {"points": "2"}},
    "PAR INDEX ≥ 92,5%: 10 điểm; PAR INDEX < 92,5%: 0 điểm": {"kind": "tiers", "value": "n", "tiers": [{"at_least": "92.5", "give": "full"}]},
    "Mỗi hội nghị 2 điểm; riêng hội nghị trực tuyến 1 điểm": {"kind": "count", "parts": [{"of": "n", "points_each": "2"}, {"of": "m", "points_each": "1"}]},
    "Số cán bộ được tập huấn/Tổng số cán bộ x 10 (điểm)": {"kind": "ratio", "value": "a / b", "if_zero": "not_applicable"},
    "Từ 60% hộ trở lên: 10 điểm; dưới 60% hộ: 4 điểm; không có hộ nào: 0 điểm": {"kind": "tiers", "value": "a / b", "tiers": [{"at_least": "0.6", "give": "full"}, {"more_than": "0", "points": "4"}], "if_zero": "zero"},
}  # fmt: skip


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_a_text_is_read_into_its_rule(text: str) -> None:
    reading, _ = read(text, name="Kết quả thực hiện")
    assert reading.rule == UNDERSTOOD[text]


def test_an_index_is_called_by_its_name_and_asked_as_a_percentage() -> None:
    reading, _ = read("PAPI từ 85% trở lên: 10 điểm; dưới 85%: 0 điểm", name="Kết quả thực hiện")
    (given,) = reading.inputs.values()
    assert given["label"] == "Kết quả PAPI đã công bố"
    assert given["unit"] == "%"


@pytest.mark.parametrize("whose", ["DVC", "xã có DTI", "người dân biết PAPI"])
def test_a_ratio_whose_name_ends_in_capitals_is_no_index(whose: str) -> None:
    reading, _ = read(f"Tỷ lệ {whose} đạt từ 80% trở lên: 10 điểm; dưới 80%: 0 điểm", name="Kết quả")
    assert isinstance(reading.rule, dict)
    assert reading.rule["value"] == "a / b"


def test_a_part_apart_is_told_to_be_counted_by_itself() -> None:
    _, row = read("Mỗi hội nghị 2 điểm; riêng hội nghị trực tuyến 1 điểm", name="Kết quả thực hiện")
    assert any("không gồm “hội nghị trực tuyến”" in str(each.facts) for each in row.warnings)


def test_only_the_best_is_one_of_several_and_no_sum() -> None:
    best = "Giải nhất: 10 điểm; giải nhì: 7 điểm; giải ba: 3 điểm (chỉ lấy giải cao nhất)"
    options = read(best)[0].rule
    assert isinstance(options, dict)
    assert options["kind"] == "choice"
    assert read("Giải nhất: 7 điểm; giải nhì: 3 điểm (chỉ lấy giải cao nhất)")[0].is_manual


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi nhiệm vụ hoàn thành đúng hạn 2 điểm, trễ hạn 1 điểm; tối đa 10 điểm",
        "Mỗi dự án đúng tiến độ 3 điểm, chậm tiến độ 1 điểm, không triển khai 0 điểm; tối đa 10 điểm",
    ],
)
def test_another_price_in_the_same_sentence_is_no_point_on_top(text: str) -> None:
    assert read(text, name="Kết quả thực hiện")[0].is_manual


@pytest.mark.parametrize(
    ("line", "is_sum"),
    [
        ("| | Cộng trụ cột Chính quyền số | 20 | |", True),
        ("| | Tổng điểm Chính quyền số | 20 | |", True),
        # Another sum, another group: rows of their own.
        ("| | Cộng trụ cột Chính quyền số | 15 | |", False),
        ("| | Cộng đồng dùng nền tảng số | 20 | |", False),
    ],
)
def test_a_sum_that_names_its_group_is_no_row(line: str, *, is_sum: bool) -> None:
    lines = [
        "# Bộ chỉ số",
        "",
        "| STT | Tiêu chí | Điểm tối đa | Cách tính |",
        "|---|---|---|---|",
        "| I | Chính quyền số | 20 | |",
        "| 1 | Kế hoạch | 20 | Đã ban hành: 20 điểm; chưa: 0 điểm |",
        line,
    ]
    names = [row.name for row in read_annex("\n".join(lines).encode(), "a.md").rows]
    assert (len(names) == 2) == is_sum
