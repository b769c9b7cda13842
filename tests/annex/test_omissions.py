"""Rows that seem to be lacking are told: totals, numbers that jump, tables that were not recognised."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from chamdiem.annex.drafting import draft_set
from chamdiem.annex.heading import level_names
from chamdiem.annex.importing import read_file
from chamdiem.annex.rows import Annex

HEADER = "| STT | Tiêu chí | Điểm tối đa | Cách tính |\n|---|---|---|---|\n"
ROWS = (
    "| | Tổng cộng | 100 | |",
    "| I | Lãnh đạo | 60 | |",
    "| 1 | Có kế hoạch | 20 | Có: 20 điểm; không: 0 điểm |",
    "| 2 | Có báo cáo | 20 | Có: 20 điểm; không: 0 điểm |",
    "| 3 | Có tổ công tác | 20 | Có: 20 điểm; không: 0 điểm |",
    "| II | Hạ tầng | 40 | |",
    "| 1 | Có mạng nội bộ | 40 | Có: 40 điểm; không: 0 điểm |",
)


def read(folder: Path, text: str) -> Annex:
    file = folder / "a.md"
    file.write_text(f"# BỘ TIÊU CHÍ\n\n{text}\n", encoding="utf-8")
    return read_file(file)[0]


def codes(annex: Annex) -> set[str]:
    return {each.code for row in annex.rows for each in row.warnings if not each.code.startswith("rule.")}


def test_a_whole_table_warns_of_nothing(tmp_path: Path) -> None:
    assert codes(read(tmp_path, HEADER + "\n".join(ROWS))) == set()


@pytest.mark.parametrize(
    ("lost", "code"),
    [(3, "number.gap"), (1, "max.sum"), (5, "total.differs")],
)
def test_a_lost_row_is_told(tmp_path: Path, lost: int, code: str) -> None:
    lines = [line for place, line in enumerate(ROWS) if place != lost]
    assert code in codes(read(tmp_path, HEADER + "\n".join(lines)))


def test_points_on_top_are_no_part_of_the_total(tmp_path: Path) -> None:
    bonus = "| III | Điểm thưởng | 5 | |\n| 1 | Có sáng kiến | 5 | Có: 5 điểm; không: 0 điểm |"
    assert "total.differs" not in codes(read(tmp_path, HEADER + "\n".join((*ROWS, bonus))))


def test_lines_with_points_above_the_first_table_that_was_recognised_are_told(tmp_path: Path) -> None:
    strange = "| Alpha | Beta | Gamma | Delta |\n|---|---|---|---|\n"
    strange += "\n".join(f"| {n} | Hạng mục {n} của bảng lạ | 10 | x | \n" for n in range(1, 3)).replace(
        "\n\n", "\n"
    )
    annex = read(tmp_path, f"{strange}\n\nBảng chính\n\n{HEADER}" + "\n".join(ROWS))
    told = [each.facts["count"] for each in annex.rows[0].warnings if each.code == "lines.left_out"]
    assert told == ["2"]


@pytest.mark.parametrize(("groups", "criteria"), [(2, 4), (3, 5)])
def test_a_stated_count_may_have_the_bonus_rows_in_it(tmp_path: Path, groups: int, criteria: int) -> None:
    bonus = "| III | Điểm thưởng | 5 | |\n| 1 | Có sáng kiến | 5 | Có: 5 điểm; không: 0 điểm |"
    stated = f"Bộ tiêu chí gồm {groups} nhóm và {criteria} tiêu chí.\n\n"
    assert "declared.differs" not in codes(read(tmp_path, stated + HEADER + "\n".join((*ROWS, bonus))))


def test_a_stated_count_that_neither_way_comes_out_is_told(tmp_path: Path) -> None:
    assert "declared.differs" in codes(
        read(tmp_path, "Bộ tiêu chí gồm 4 nhóm.\n\n" + HEADER + "\n".join(ROWS))
    )


def test_a_total_that_counts_the_bonus_is_told_as_that_and_is_no_maximum(tmp_path: Path) -> None:
    rows = (
        "| A | Chung | 20 | |\n| 1 | Có quỹ | 20 | Có: 20 điểm; không: 0 điểm |",
        "| B | Điểm thưởng | 3 | |\n| 1 | Có sáng kiến | 3 | Có: 3 điểm; không: 0 điểm |",
        "| C | Điểm trừ | -5 | |\n| 1 | Báo cáo chậm | -5 | Mỗi lần chậm trừ 0,5 điểm |",
        "| | TỔNG CỘNG (A+B-C) | 23 | |",
    )
    for places in ((0, 1, 2, 3), (0, 1, 3)):
        annex = read(tmp_path, HEADER + "\n".join(rows[place] for place in places))
        assert {"total.with_bonus", "total.differs"} & set(codes(annex)) == {"total.with_bonus"}
        drafted = draft_set(annex).indicator_set
        assert (drafted.max_points, drafted.bonus_cap) == (Fraction(20), Fraction(3))


def test_a_stated_count_of_the_top_gives_the_first_printed_name_to_it(tmp_path: Path) -> None:
    header = HEADER.replace("Tiêu chí", "Lĩnh vực/tiêu chí")
    below = (
        "| a) | Có loa | 20 | Có: 20 điểm; không: 0 điểm |",
        "| b) | Có bảng tin | 20 | Có: 20 điểm; không: 0 điểm |",
    )
    rows = (*ROWS[:-1], "| 1 | Truyền thông | 40 | |", *below)
    annex = read(tmp_path, "Bộ tiêu chí gồm 02 lĩnh vực, 05 tiêu chí.\n\n" + header + "\n".join(rows))
    assert level_names(annex) == ["Lĩnh vực", "Tiêu chí", "Tiêu chí con"]
    assert "declared.differs" not in codes(annex)
    other = read(tmp_path, "Bộ tiêu chí gồm 04 lĩnh vực.\n\n" + header + "\n".join(rows))
    assert level_names(other) == ["Trụ cột", "Lĩnh vực", "Tiêu chí"]
