"""Rows called "2a" behind "2": parts of it, or one more criterion that a later version put in between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.numbering import read_number
from chamdiem.annex.rows import Annex

_GLUED = re.compile(r"\d{1,3}(?:\.\d{1,3})*[a-zđ]")


def settle_lettered(annex: Annex) -> None:
    """Put lettered rows beside the row they follow where that one is a criterion of its own; each says so.

    The points of the group decide, or the total; where neither comes out, rows that do not make up the
    points of the one above are no parts of it.
    """
    for place, row in enumerate(annex.rows):
        parts = lettered_below(annex, place)
        if not parts or not row.method or row.max_points is None or not _stand_beside(annex, place, parts):
            continue
        for each in parts:
            annex.rows[each].parent = row.parent
            annex.rows[each].warn("number.beside", number=annex.rows[each].number, above=row.number)


def lettered_below(annex: Annex, place: int) -> list[int]:
    """The rows below one, if all of them have its number with a letter, and points."""
    own, below = read_number(annex.rows[place].number), annex.children(place)
    numbers = [(annex.rows[each], read_number(annex.rows[each].number)) for each in below]
    is_lettered = own is not None and all(
        number is not None
        and number.parts[:-1] == own.parts
        and _GLUED.fullmatch(row.number.strip(" .)("))
        and row.max_points is not None
        for row, number in numbers
    )
    return below if is_lettered else []


def _stand_beside(annex: Annex, place: int, parts: Sequence[int]) -> bool:
    row = annex.rows[place]
    own, added = row.max_points or Fraction(0), _sum(annex, parts)
    printed = annex.total if row.parent is None else annex.rows[row.parent].max_points
    beside = _sum(annex, [each for each, one in enumerate(annex.rows) if one.parent == row.parent])
    if printed in (beside, beside + added):
        return printed != beside
    return added != own or len(parts) == 1


def _sum(annex: Annex, places: Sequence[int]) -> Fraction:
    return sum((annex.rows[each].max_points or Fraction(0) for each in places), Fraction(0))
