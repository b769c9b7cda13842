"""Columns decided by their cells: what says points is a calculation, bare figures are the maxima."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chamdiem.annex.amounts import read_points
from chamdiem.annex.blocks import Line
from chamdiem.annex.columns import Columns
from chamdiem.annex.level_columns import find_levels
from chamdiem.annex.markup import one_line

_SAYS_POINTS = re.compile(r"\d\s*(?:điểm|đ)\b|\bđiểm\s*[=:]|\bđiểm tối đa\b|\bkhông có điểm\b", re.IGNORECASE)
_AMOUNTS = re.compile(r"\d\s*(?:điểm|đ)\b", re.IGNORECASE)
_CALCULATES = re.compile(r"[=%×*/≥≤<>]|\d\s*x|x\s*\d|\bđiểm\b|\btỷ lệ\b|\d\s*đ\b", re.IGNORECASE)
# What is filled in may tell its points too; only what gives several of them is a calculation.
_ANSWERED = re.compile(r"\b(?:tự|thẩm định|hội đồng|phúc tra|chênh lệch|thực tế|đạt được)\b", re.IGNORECASE)
_FILLED_IN = re.compile(rf"{_ANSWERED.pattern}|kết quả|đánh giá", re.IGNORECASE)
_OF_POINTS = re.compile(r"\bđiểm\b|\bba-?\s?rem\b|\bmax\b|tối đa", re.IGNORECASE)
# Such columns hold a calculation where their cells say points.
_OPEN = ("ignored", "instructions", "note", "deadline", "unit", "data_source", "max")
_OPEN_TO_POINTS = ("ignored", "instructions", "method")
_FEWEST_AMOUNTS = 2


def settled_by_contents(columns: Columns, below: Sequence[Line]) -> Columns:
    """The columns; what their cells say goes before what their headings may mean, and is told.

    Args:
        columns: What each column holds by its heading.
        below: Lines under the header, as wide as it is.
    """
    if find_levels(columns.headings) or "method_points" in columns:
        return columns
    roles, told = list(columns.roles), []
    method = _method(columns, below)
    if method is not None:
        roles = [_beside(role, place, method) for place, role in enumerate(roles)]
        roles[method] = "method"
        told.append(columns.headings[method])
    if "max" not in roles and (points := _points(columns, roles, below)) is not None:
        roles[points] = "max"
        told.append(columns.headings[points])
    return replace(columns, roles=tuple(roles), by_contents=tuple(told)) if told else columns


def _beside(role: str, place: int, method: int) -> str:
    """What a column holds beside the one that is the calculation."""
    return "instructions" if role == "method" and place != method else role


def _method(columns: Columns, below: Sequence[Line]) -> int | None:
    """The only column whose cells say points where the one for them is lacking or calculates nothing."""
    own = [place for place, role in enumerate(columns.roles) if role == "method"]
    if any(_CALCULATES.search(text) for place in own for text in _filled(place, below)):
        return None
    names = [place for place, role in enumerate(columns.roles) if role == "name"]
    places = [
        place
        for place, role in enumerate(columns.roles)
        if columns.headings[place]
        and (role in _OPEN or place in names[1:])
        and (role != "max" or _points(columns, columns.roles, below) is not None)
    ]
    found = [place for place in places if _says_points(columns.headings[place], [*_filled(place, below)])]
    return found[0] if len(found) == 1 else None


def _says_points(heading: str, texts: Sequence[str]) -> bool:
    """Whether most cells give points in words, not the amount alone; several where it is filled in."""
    giving = [text for text in texts if read_points(text) is None and _SAYS_POINTS.search(text)]
    if _FILLED_IN.search(heading):
        giving = [text for text in giving if len(_AMOUNTS.findall(text)) >= _FEWEST_AMOUNTS]
    return 0 < len(texts) <= 2 * len(giving)


def _points(columns: Columns, roles: Sequence[str], below: Sequence[Line]) -> int | None:
    """The first column with a heading of points and nothing but figures below, where none is known."""
    for place, role in enumerate(roles):
        heading, texts = columns.headings[place], [*_filled(place, below)]
        if role not in _OPEN_TO_POINTS or not _OF_POINTS.search(heading) or _ANSWERED.search(heading):
            continue
        if texts and all(read_points(text) is not None for text in texts):
            return place
    return None


def _filled(place: int, below: Sequence[Line]) -> Iterator[str]:
    return (text for line in below if place < len(line.cells) and (text := one_line(line.cells[place])))
