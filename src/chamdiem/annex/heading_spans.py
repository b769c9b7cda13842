"""Headings over several columns: names indented below "Chỉ số" in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.amounts import read_points
from chamdiem.annex.blocks import Line
from chamdiem.annex.columns import Columns
from chamdiem.annex.level_columns import pairs_of_levels
from chamdiem.annex.numbering import read_number

_LEVELS = re.compile(r"\b(?:mức|thang|kết quả)\b", re.IGNORECASE)
_ANY_POINTS = re.compile(r"\bđiểm\b", re.IGNORECASE)
_POINTS = re.compile(r"(?:.{0,30}\s)?(?:số |mức )?điểm(?: số)?", re.IGNORECASE)
# What may be filled in later too: the points of the levels tell.
_ATTAINED = re.compile(
    r"(?:số )?điểm (?:đạt(?: được)?|được|tương ứng|được hưởng|của mức|theo mức|từng mức)|mức điểm(?: đạt)?",
    re.IGNORECASE,
)


def spread(columns: Columns, header: Line, below: Sequence[Line]) -> Columns:
    """The columns; one without a heading is read as the column to its left where it belongs to it.

    Args:
        columns: What each column holds by its own heading.
        header: The upper line of the header, which tells what is merged.
        below: Lines under the header, as wide as it is.
    """
    roles = list(columns.roles)
    for place in range(1, len(roles)):
        left = roles[place - 1]
        if columns.headings[place] or roles[place] != "ignored" or left == "ignored":
            continue
        pairs = [(line.cells[place - 1].strip(), line.cells[place].strip()) for line in below]
        beside = [one for one, other in pairs if one and other]
        is_under = any(other and not one for one, other in pairs)
        if place in header.merged and (not beside or left == "name"):
            roles[place] = left
            if beside and left == "name":
                roles[place - 1] = _role_beside(beside)
        elif left == "name" and is_under and not beside and _are_names(pairs):
            roles[place] = left
    _find_levels(roles, columns.headings, below)
    _find_points_of_levels(roles, columns.headings, below)
    return replace(columns, roles=tuple(roles))


def _find_levels(roles: list[str], headings: Sequence[str], below: Sequence[Line]) -> None:
    """Levels printed one in a line, their points in a column of their own beside them, are the method."""
    if not {"number", "name", "max"} <= set(roles):
        return
    own = [place for place, role in enumerate(roles) if role in ("number", "name")]
    for place in range(1, len(roles)):
        is_attained = bool(_ATTAINED.fullmatch(headings[place]))
        is_levels = roles[place - 1] == "method" or (
            roles[place - 1] == "ignored" and _LEVELS.search(headings[place - 1])
        )
        if (
            roles[place] not in ("ignored", "method")
            or not is_levels
            or not (_POINTS.fullmatch(headings[place]) or is_attained)
        ):
            continue
        lines = [line for line in below if line.cells[place].strip()]
        pairs = [pairs_of_levels(line.cells[place - 1], line.cells[place]) for line in lines]
        # A line without number and name is one more level of the row above it, as is one more in a cell.
        are_several = any(len(each) > 1 for each in pairs) or any(
            not any(line.cells[each].strip() for each in own) for line in lines
        )
        is_sure = not is_attained or _reach_the_most(below, own, place, roles.index("max"))
        if all(pairs) and are_several and is_sure:
            roles[place - 1 : place + 1] = ["method", "method_points"]


def _reach_the_most(below: Sequence[Line], own: Sequence[int], place: int, most: int) -> bool:
    """Whether the highest points of each row are its maximum: they are levels, not what was attained."""
    rows: list[tuple[str, list[str]]] = []
    for line in below:
        if any(line.cells[each].strip() for each in own):
            rows.append((line.cells[most], []))
        if rows and line.cells[place].strip():
            rows[-1][1].extend(line.cells[place].split("\n"))
    pairs = [(read_points(maximum), [*map(read_points, texts)]) for maximum, texts in rows if texts]
    return all(
        None not in points and max(each or Fraction(0) for each in points) == maximum
        for maximum, points in pairs
    )


def _find_points_of_levels(roles: list[str], headings: Sequence[str], below: Sequence[Line]) -> None:
    """Points beside the maxima, of lines that have no number and no maximum, are read as in one column."""
    if not {"number", "name", "max"} <= set(roles):
        return
    own = roles.index("max")
    above = [place for place, role in enumerate(roles) if role in ("number", "max")]
    for place, heading in enumerate(headings):
        if roles[place] not in ("ignored", "method") or not _ANY_POINTS.search(heading) or place < own:
            continue
        levels = [line for line in below if line.cells[place].strip()]
        are_points = all(
            read_points(line.cells[place]) is not None and not any(line.cells[each].strip() for each in above)
            for line in levels
        )
        if levels and are_points:
            roles[place] = "max"
            return


def _role_beside(texts: Sequence[str]) -> str:
    """What stands to the left of names, under one heading with them: their numbers, or their groups."""
    return "number" if all(read_number(text) is not None for text in texts) else "group"


def _are_names(pairs: Sequence[tuple[str, str]]) -> bool:
    texts = [other for _, other in pairs if other]
    return all(any(letter.isalpha() for letter in text) for text in texts)
