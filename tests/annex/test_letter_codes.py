"""Rows numbered by a letter and a figure: A, A1, B, B1, … D, D1, E."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex

_HEADER = "| STT | Tiêu chí | Điểm tối đa | Cách tính |\n|---|---|---|---|\n"
_CODES = ("A", "A1", "A2", "B", "B1", "C", "C1", "D", "D1", "D2", "E", "E1")


def _read(*codes: str) -> Annex:
    lines = [
        f"| {code} | Nội dung số {place} | {10 if len(code) < 2 else 5} |"
        f" {'' if len(code) == 1 else 'Có: 5 điểm; không: 0 điểm'} |"
        for place, code in enumerate(codes)
    ]
    return read_annex(f"# BỘ TIÊU CHÍ\n\n{_HEADER}{chr(10).join(lines)}\n".encode(), "a.md")


@pytest.mark.parametrize("stop", ["", "."])
def test_a_letter_with_a_figure_stands_below_the_letter(stop: str) -> None:
    codes = [code[0] + (stop + code[1] if code[1:] else "") for code in _CODES]
    annex = _read(*codes)
    parents = [annex.rows[row.parent].number if row.parent is not None else "" for row in annex.rows]
    assert parents == ["" if len(code) == 1 else code[0] for code in codes]
    warned = {notice.code for row in annex.rows for notice in row.warnings}
    assert {"number.missing", "number.gap"}.isdisjoint(warned)
    assert all(row.rule is not None and not row.rule.is_manual for row in annex.rows if not row.is_group)


def test_rows_keep_their_printed_code_as_key() -> None:
    assert [row.key for row in _read(*_CODES).rows] == list(_CODES)


def test_the_mark_of_a_row_without_number_is_none_that_is_printed() -> None:
    annex = _read("", "D", "D1")
    assert [row.key for row in annex.rows][1:] == ["D", "D1"]
    assert annex.rows[0].key not in ("D", "D1")
