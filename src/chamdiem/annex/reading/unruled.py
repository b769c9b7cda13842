"""Tables of a PDF page without ruling lines: columns by the gaps between words, rows by wider line spaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from chamdiem.annex.blocks import Line, Spot
from chamdiem.annex.column_words import role_of
from chamdiem.annex.columns import read_columns

_FEWEST_COLUMNS, _FEWEST_ROWS, _MOST_CANDIDATES = 3, 3, 60
# Within one cell words stand closer than this share of their height.
_SPACE = 0.7
_NARROWEST_GAP = 4
# A gap counts although one line in so many runs across it: the name of a group, a note.
_ACROSS = 12
_WIDE = 1.35


@dataclass(slots=True)
class Segment:
    """Words printed together in one line of text."""

    start: float
    end: float
    text: str


@dataclass(slots=True)
class TextLine:
    """One line of text, from left to right."""

    top: float
    bottom: float
    segments: list[Segment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table found on a page: its rows of cells, from where to where, and the left edges of its columns."""

    rows: list[tuple[str, ...]]
    top: float
    bottom: float
    columns: tuple[float, ...]


def find_unruled(words: Sequence[dict[str, Any]], known: tuple[float, ...] = ()) -> Unruled | None:
    """The table of a page; ``known``: the columns of the page before, for one without a header of its own."""
    lines = lines_of(words)
    for start, line in enumerate(lines[:_MOST_CANDIDATES]):
        if len(line.segments) < _FEWEST_COLUMNS or not _may_head(line):
            continue
        found = _table(lines[start:])
        if found is not None and read_columns(Line(found.rows[0], Spot())) is not None:
            return found
    return _gone_on(lines, known) if known else None


def _may_head(line: TextLine) -> bool:
    """Whether at least two texts of a line can be headings, or the first lines of them."""
    return sum(bool(role_of(each.text)) for each in line.segments) > 1


def lines_of(words: Sequence[dict[str, Any]]) -> list[TextLine]:
    """Words sorted into lines, and those that stand close together joined."""
    lines: list[TextLine] = []
    for word in sorted(words, key=lambda each: (round(each["top"]), each["x0"])):
        height = word["bottom"] - word["top"]
        if not lines or abs(lines[-1].top - word["top"]) > height / 2:
            lines.append(TextLine(word["top"], word["bottom"]))
        segments = lines[-1].segments
        if segments and word["x0"] - segments[-1].end < _SPACE * height:
            segments[-1].text += f" {word['text']}"
            segments[-1].end = word["x1"]
        else:
            segments.append(Segment(word["x0"], word["x1"], word["text"]))
    return lines


def _gone_on(lines: list[TextLine], known: tuple[float, ...]) -> Unruled | None:
    """A table that goes on from the page before without its header."""
    fitting = [line for line in lines if _fits(line, known)]
    if len(fitting) * 2 < len(lines):
        return None
    rows = _rows(lines, known)
    return Unruled(rows, lines[0].top, lines[-1].bottom, known)


def _fits(line: TextLine, columns: tuple[float, ...]) -> bool:
    return all(any(abs(each.start - left) < _NARROWEST_GAP for left in columns) for each in line.segments)


def _table(lines: list[TextLine]) -> Unruled | None:
    columns = _columns(lines)
    rows = _rows(lines, columns)
    if len(columns) < _FEWEST_COLUMNS or len(rows) < _FEWEST_ROWS:
        return None
    return Unruled(rows, lines[0].top, lines[-1].bottom, columns)


def _columns(lines: list[TextLine]) -> tuple[float, ...]:
    """The left edges of the columns: where words begin again behind a gap that hardly any line crosses."""
    ends = Counter[float]()
    for line in lines:
        for each in line.segments:
            ends[each.start] += 1
            ends[each.end] -= 1
    edges = sorted(ends)
    most = len(lines) // _ACROSS
    left: list[float] = [edges[0]] if edges else []
    gap_from: float | None = None
    # Segments of one line do not overlap: as many lines cross as segments are open.
    crossing = 0
    for one in edges[:-1]:
        crossing += ends[one]
        if crossing <= most:
            gap_from = one if gap_from is None else gap_from
            continue
        if gap_from is not None and one - gap_from >= _NARROWEST_GAP:
            left.append(one)
        gap_from = None
    return tuple(left)


def _rows(lines: list[TextLine], columns: tuple[float, ...]) -> list[tuple[str, ...]]:
    """Lines joined to rows: by the wider space between them, or by the number a row begins with."""
    steps = [below.top - above.top for above, below in pairwise(lines)]
    least = min((step for step in steps if step > 0), default=0)
    wide = [step > _WIDE * least for step in steps]
    by_space = any(wide)
    rows: list[list[list[str]]] = []
    for place, line in enumerate(lines):
        cells: list[list[str]] = [[] for _ in columns]
        for each in line.segments:
            cells[_column_of(each, columns)].append(each.text)
        begins = not rows or (wide[place - 1] if by_space else bool(cells[0]))
        if begins:
            rows.append(cells)
        else:
            for own, more in zip(rows[-1], cells, strict=True):
                own.extend(more)
    return [tuple("\n".join(cell) for cell in row) for row in rows]


def _column_of(segment: Segment, columns: tuple[float, ...]) -> int:
    return max((place for place, left in enumerate(columns) if segment.start >= left - 2), default=0)
