"""Numbers that no heading announces: codes below "Tiêu chí", and the letter in front of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chamdiem.annex.blocks import Line
from chamdiem.annex.columns import Columns
from chamdiem.annex.markup import one_line
from chamdiem.annex.numbering import CODE, read_number
from chamdiem.annex.rows import AnnexRow

_FEWEST_CODES, _FEWEST_LETTERS = 3, 2
# Lists go through the Latin alphabet or the Vietnamese one.
_ORDERS = ("ABCDEFGHIJKLMN", "ABCDEGHIKLMN", "ABCDĐEGHIKLMN")
_LETTERED = re.compile(r"([A-ZĐ])\s+(?=[^\W\d_]{2})")


def with_numbers(columns: Columns, below: Sequence[Line]) -> Columns:
    """The columns; one to the left of the names that holds nothing but codes is the one of numbers."""
    names = [place for place, role in enumerate(columns.roles) if role == "name"]
    if "number" in columns or not names:
        return columns
    for place in range(names[-1]):
        role = columns.roles[place]
        if role in ("name", "ignored", "code") and _are_codes(place, below, is_name=role == "name"):
            roles = list(columns.roles)
            roles[place] = "number"
            return replace(columns, roles=tuple(roles))
    return columns


def _are_codes(place: int, below: Sequence[Line], *, is_name: bool) -> bool:
    texts = [text for line in below if (text := one_line(line.cells[place]))]
    # Figures that come back are amounts, or numbers of groups, unless names are said to stand there.
    is_counting = is_name or len(set(texts)) == len(texts)
    return is_counting and len(texts) >= _FEWEST_CODES and all(map(_is_code, texts))


def _is_code(text: str) -> bool:
    return read_number(text) is not None or CODE.fullmatch(text) is not None


def take_letters(rows: Sequence[AnnexRow]) -> None:
    """Letters in front of names that go on A, B, C from row to row are the numbers of those rows."""
    found = [(row, match) for row in rows if not row.number and (match := _LETTERED.match(row.name))]
    letters = "".join(match[1] for _, match in found)
    if len(found) < _FEWEST_LETTERS or not any(order.startswith(letters) for order in _ORDERS):
        return
    for row, match in found:
        row.number, row.texts["name"] = match[1], row.name[match.end() :]
