"""Texts without tables: lines that say how the row above is scored are no rows of their own."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex


def annex_of(text: str) -> Annex:
    return read_annex(text.encode(), "a.txt")


@pytest.mark.parametrize(
    "line",
    [
        "Điểm đạt được = số thôn có mạng x 2 (không vượt quá 10 điểm)",
        "Số điểm đạt được bằng số thôn có mạng nhân 2 (không quá 10 điểm)",
        "Mỗi thôn có mạng được 2 điểm (tối đa 10 điểm).",
        "- Treo băng rôn (5 điểm), phát thanh (3 điểm), hình thức khác (2 điểm)",
        "+ Treo băng rôn (5 điểm); phát thanh (5 điểm)",
    ],
)
def test_a_line_that_scores_the_row_above_is_no_row(line: str) -> None:
    annex = annex_of(
        f"I. Hạ tầng (20 điểm)\n1. Mạng (10 điểm)\n{line}\n2. Máy (10 điểm)\n- Có: 10 điểm; không: 0 điểm"
    )
    assert [row.name for row in annex.rows] == ["Hạ tầng", "Mạng", "Máy"]
    assert annex.rows[1].method == line
    assert annex.rows[1].rule is not None
    assert not annex.rows[1].rule.is_manual


def test_items_with_points_and_a_calculation_of_their_own_stay_rows() -> None:
    items = "- Họp, mỗi cuộc 2 điểm (tối đa 6 điểm)\n- Tin bài, mỗi tin 1 điểm (tối đa 4 điểm)"
    annex = annex_of(f"I. Hạ tầng (20 điểm)\n1. Tuyên truyền (10 điểm)\n{items}\n2. Máy (10 điểm)")
    assert [row.level for row in annex.rows] == [0, 1, 2, 2, 1]
