"""Conditions without points, counts and totals that sentences state, and headings numbered with a dash."""

# Lines of tables stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.numbering import split_number
from chamdiem.annex.rows import Annex

HEADER = "STT\tTiêu chí\tĐiểm tối đa\tCách đánh giá"
SCORED = ("II\tTIÊU CHÍ CHẤM ĐIỂM\t12\t", "1\tTin, bài\t6\tCó: 6 điểm; không: 0 điểm", "2\tTập huấn\t6\tCó: 6 điểm; không: 0 điểm")  # fmt: skip


def read(*lines: str, above: str = "") -> Annex:
    return read_annex("\n".join([above, HEADER, *lines]).encode(), "a.txt")


@pytest.mark.parametrize(
    ("name", "points", "method"),
    [
        ("ĐIỀU KIỆN XÉT CÔNG NHẬN", "", "Đạt/Không đạt"),
        ("TIÊU CHÍ ĐIỀU KIỆN", "", "Bắt buộc"),
        ("Yêu cầu chung", "", "Đạt/ Không đạt"),
        ("Yêu cầu chung", "Đạt/Không đạt", "Không có cá nhân bị kỷ luật trong năm"),
        ("Yêu cầu chung", "Bắt buộc", ""),
        ("Các điều kiện để được xếp loại", "", "Theo biên bản kiểm tra"),
    ],
)
def test_rows_without_points_that_are_met_or_not_are_conditions(name: str, points: str, method: str) -> None:
    first = (f"I\t{name}\t\t", f"1\tKhông có sai phạm\t{points}\t{method}")
    data = "\n".join([HEADER, *first, *SCORED]).encode()
    annex, draft = import_annex(data, "a.txt")
    assert [row.role for row in annex.rows] == ["condition", "condition", "scored", "scored", "scored"]
    assert "max.missing" not in {each.code for each in annex.rows[1].warnings}
    assert draft.indicator_set.rows[1].role == "condition"


@pytest.mark.parametrize("name", ["Yêu cầu chung", "Yêu cầu chung (điều kiện bắt buộc)", "Điều kiện chung"])
def test_a_group_of_conditions_and_scored_rows_is_scored_and_its_conditions_are_not(name: str) -> None:
    lines = (f"I\t{name}\t\t", "1\tCó quy chế\tĐạt/Không đạt\t", "2\tKinh phí\t6\tCó: 6 điểm; không: 0 điểm")
    annex = read(*lines, *SCORED)
    assert [row.role for row in annex.rows[:3]] == ["scored", "condition", "scored"]
    assert "role.guessed" in {each.code for each in annex.rows[1].warnings}


def test_conditions_that_have_points_are_scored() -> None:
    annex = read("I\tĐiều kiện bảo đảm\t6\t", "1\tKinh phí\t6\tCó: 6 điểm; không: 0 điểm", *SCORED)
    assert {row.role for row in annex.rows} == {"scored"}


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("Bộ tiêu chí gồm 01 nhóm, 03 tiêu chí.", [("nhóm", 1), ("tiêu chí", 2)]),
        ("Bộ tiêu chí gồm 01 nhóm, 02 tiêu chí, tổng 12 điểm.", [("nhóm", 1), ("tiêu chí", 2)]),
        ("Tổng điểm là 12 điểm; gồm 03 tiêu chí thành phần.", [("tiêu chí thành phần", 2)]),
        ("Kế hoạch gồm 05 nhóm nhiệm vụ.", []),
    ],
)
def test_counts_of_levels_the_table_does_not_name_are_compared(
    above: str, found: list[tuple[str, int]]
) -> None:
    annex = read(*SCORED, above=above)
    assert [(each.what, each.found) for each in annex.declared] == found
    differing = [each for each in annex.declared if each.found != each.count]
    told = [each for each in annex.rows[0].warnings if each.code == "declared.differs"]
    assert len(told) == len(differing)


@pytest.mark.parametrize(
    ("above", "total"),
    [
        ("Bộ tiêu chí gồm 01 nhóm, 02 tiêu chí, tổng 12 điểm.", 12),
        ("Tổng điểm là 15 điểm; gồm 02 tiêu chí.", 15),
        ("Bộ chỉ số có tổng số điểm tối đa là 12 điểm", 12),
        ("Thang điểm chung của bộ chỉ số là 12 điểm.", 12),
        ("Trụ cột Chính quyền số có tổng 20 điểm.", None),
    ],
)
def test_a_total_stated_in_a_sentence_is_read_and_compared(above: str, total: int | None) -> None:
    annex = read(*SCORED, above=above)
    assert annex.total == total
    codes = [each.code for each in annex.rows[0].warnings]
    assert ("total.differs" in codes) == (total == 15)


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("I - NHẬN THỨC SỐ", "I", "NHẬN THỨC SỐ"),
        ("I – Nhận thức số", "I", "Nhận thức số"),
        ("A - NHẬN THỨC SỐ", "A", "NHẬN THỨC SỐ"),
        ("1 - Họp ban chỉ đạo", "1", "Họp ban chỉ đạo"),
        ("1.2 - Họp ban chỉ đạo", "1.2", "Họp ban chỉ đạo"),
        ("Phần I: Nhận thức số", "I", "Nhận thức số"),
        ("Phần I - Nhận thức số", "I", "Nhận thức số"),
        ("5 - 10 lớp tập huấn", "", "5 - 10 lớp tập huấn"),
        ("a - b là hiệu số", "", "a - b là hiệu số"),
    ],
)
def test_a_number_may_be_parted_from_its_name_by_a_dash(text: str, number: str, name: str) -> None:
    assert split_number(text) == (number, name)


def test_headings_numbered_with_a_dash_are_groups_in_a_text() -> None:
    lines = ["I - NHẬN THỨC SỐ (Tối đa 20 điểm)", "1) Họp ban chỉ đạo (tối đa 10 điểm)", "- Đã họp: 10 điểm", "- Chưa họp: 0 điểm", "2) Tuyên truyền (tối đa 10 điểm)", "- Đã có: 10 điểm", "- Chưa có: 0 điểm"]  # fmt: skip
    annex = read_annex("\n".join(["BỘ TIÊU CHÍ", *lines]).encode(), "a.txt")
    assert [(row.number, row.name, row.level) for row in annex.rows] == [
        ("I", "NHẬN THỨC SỐ", 0), ("1)", "Họp ban chỉ đạo", 1), ("2)", "Tuyên truyền", 1),
    ]  # fmt: skip
