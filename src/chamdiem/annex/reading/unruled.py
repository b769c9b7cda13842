"""Tables of a PDF page without ruling lines: columns by the gaps between words, rows by wider line spaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chamdiem.annex.blocks import Line, Spot
from chamdiem.annex.column_words import role_of
from chamdiem.annex.columns import read_columns
from chamdiem.annex.reading.segments import TextLine
from chamdiem.annex.reading.unruled_rows import Spacing, cells_of, rows_of

_FEWEST_COLUMNS, _FEWEST_ROWS, _MOST_CANDIDATES = 3, 3, 60
# A header has so many lines at most.
_HIGHEST_HEADER = 8
# Columns may be no further apart than this.
_NARROWEST_GAP = 4
# A gap counts although one line in so many runs across it: the name of a group, a note.
_ACROSS = 12


@dataclass(frozen=True, slots=True)
class Unruled:
    """A table found on a page: its rows of cells, from where to where, and the left edges of its columns.

    ``spacing``: how its lines are spaced, on this page and those before. ``header``: its first
    row where the table begins.
    """

    rows: list[tuple[str, ...]]
    top: float
    bottom: float
    columns: tuple[float, ...]
    spacing: Spacing
    header: tuple[str, ...]


def find_unruled(lines: Sequence[TextLine], before: Unruled | None = None) -> Unruled | None:
    """The table of a page; ``before``: that of the page before, which may go on."""
    for start, line in enumerate(lines[:_MOST_CANDIDATES]):
        if len(line.segments) < _FEWEST_COLUMNS or not may_head(line):
            continue
        own = lines[_top_of(lines, start) :]
        if before is not None and (again := _repeated(own, before)) is not None:
            return again
        found = _table(own)
        if found is not None and read_columns(Line(found.rows[0], Spot())) is not None:
            return found
    return _gone_on(lines, before) if before is not None else None


def _top_of(lines: Sequence[TextLine], place: int) -> int:
    """The first line of a row whose cells are printed in its middle: they reach beside each other."""
    while place and lines[place - 1].bottom > lines[place].top and len(lines[place - 1].segments) > 1:
        place -= 1
    return place


def may_head(line: TextLine) -> bool:
    """Whether at least two texts of a line can be headings, or the first lines of them."""
    return sum(bool(role_of(each.text)) for each in line.segments) > 1


def _repeated(lines: Sequence[TextLine], before: Unruled) -> Unruled | None:
    """A table that goes on below its header: that is parted from the rest of a row by its words alone."""
    for height in range(1, min(_HIGHEST_HEADER, len(lines)) + 1):
        if cells_of(lines[:height], before.columns) == before.header:
            rest = _gone_on(lines[height:], before, is_certain=True)
            return replace(
                rest or before, rows=[before.header, *(rest.rows if rest else [])], top=lines[0].top
            )
    return None


def _gone_on(lines: Sequence[TextLine], before: Unruled, *, is_certain: bool = False) -> Unruled | None:
    """A table that goes on from the page before without its header."""
    known = before.columns
    fitting = [line for line in lines if _fits(line, known)]
    if not lines or (len(fitting) * 2 < len(lines) and not is_certain):
        return None
    rows, spacing = rows_of(lines, known, before.spacing)
    return Unruled(rows, lines[0].top, lines[-1].bottom, known, spacing, before.header)


def _fits(line: TextLine, columns: tuple[float, ...]) -> bool:
    return all(any(abs(each.start - left) < _NARROWEST_GAP for left in columns) for each in line.segments)


def _table(lines: Sequence[TextLine]) -> Unruled | None:
    columns = _columns(lines)
    rows, spacing = rows_of(lines, columns, Spacing())
    if len(columns) < _FEWEST_COLUMNS or len(rows) < _FEWEST_ROWS:
        return None
    return Unruled(rows, lines[0].top, lines[-1].bottom, columns, spacing, rows[0])


def _columns(lines: Sequence[TextLine]) -> tuple[float, ...]:
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
