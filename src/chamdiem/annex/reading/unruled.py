"""Tables of a PDF page without ruling lines: columns by the gaps between words, rows by wider line spaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from chamdiem.annex.blocks import Line, Spot
from chamdiem.annex.column_words import role_of
from chamdiem.annex.columns import read_columns

_FEWEST_COLUMNS, _FEWEST_ROWS, _MOST_CANDIDATES = 3, 3, 60
# Within one cell words stand closer than this share of their height; columns may be no further apart.
_SPACE = 0.36
_NARROWEST_GAP = 4
# Words begin a column this close to its edge, behind a gap wider than a space by this factor.
_EDGE, _WIDER = 1.5, 1.1
# A gap counts although one line in so many runs across it: the name of a group, a note.
_ACROSS = 12
_WIDE = 1.35


@dataclass(slots=True)
class Segment:
    """Words printed together in one line of text."""

    words: list[tuple[float, float, str]]

    @property
    def start(self) -> float:
        """Its left edge."""
        return self.words[0][0]

    @property
    def end(self) -> float:
        """Its right edge."""
        return self.words[-1][1]

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(text for _, _, text in self.words)

    def parted(self, columns: Sequence[float], taken: Collection[float] = ()) -> Iterator[Segment]:
        """The segment, parted where a column begins that is taken, or behind a wider gap than its others."""
        gaps = [after[0] - before[1] for before, after in pairwise(self.words)]
        begun = 0
        for place, (gap, (left, _, _)) in enumerate(zip(gaps, self.words[1:], strict=True), start=1):
            edge = next((each for each in columns if abs(left - each) < _EDGE), None)
            is_wider = gap > _WIDER * min(gaps[begun:], default=gap)
            if edge is not None and (edge in taken or is_wider):
                yield Segment(self.words[begun:place])
                begun = place
        yield Segment(self.words[begun:])


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


def find_unruled(words: Sequence[dict[str, Any]], before: Unruled | None = None) -> Unruled | None:
    """The table of a page; ``before``: that of the page before, which may go on."""
    lines = lines_of(words)
    for start, line in enumerate(lines[:_MOST_CANDIDATES]):
        if len(line.segments) < _FEWEST_COLUMNS or not _may_head(line):
            continue
        own = lines[_top_of(lines, start) :]
        if before is not None and (again := _rows(own, before.columns))[0] == before.rows[0]:
            return Unruled(again, own[0].top, own[-1].bottom, before.columns)
        found = _table(own)
        if found is not None and read_columns(Line(found.rows[0], Spot())) is not None:
            return found
    return _gone_on(lines, before) if before is not None else None


def _top_of(lines: Sequence[TextLine], place: int) -> int:
    """The first line of a row whose cells are printed in its middle: they reach beside each other."""
    while place and lines[place - 1].bottom > lines[place].top and len(lines[place - 1].segments) > 1:
        place -= 1
    return place


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
        own = (word["x0"], word["x1"], word["text"])
        if segments and word["x0"] - segments[-1].end < _SPACE * height:
            segments[-1].words.append(own)
        else:
            segments.append(Segment([own]))
    return lines


def _gone_on(lines: list[TextLine], before: Unruled) -> Unruled | None:
    """A table that goes on from the page before without its header."""
    known = before.columns
    fitting = [line for line in lines if _fits(line, known)]
    if len(fitting) * 2 < len(lines):
        return None
    return Unruled(_rows(lines, known), lines[0].top, lines[-1].bottom, known)


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
    least = _least_step(lines, columns)
    wide = [step > _WIDE * least for step in steps]
    by_space = any(wide)
    rows: list[list[TextLine]] = []
    for place, line in enumerate(lines):
        is_numbered = any(_column_of(each, columns) == 0 for each in line.segments)
        if not rows or (wide[place - 1] if by_space else is_numbered):
            rows.append([])
        rows[-1].append(line)
    return [_cells(row, columns) for row in rows]


def _cells(row: Sequence[TextLine], columns: tuple[float, ...]) -> tuple[str, ...]:
    """The cells of a row; what begins a column in one of its lines does so in all."""
    parts = [part for line in row for segment in line.segments for part in segment.parted(columns)]
    taken = [edge for edge in columns if any(abs(part.start - edge) < _EDGE for part in parts)]
    cells: list[list[str]] = [[] for _ in columns]
    for line in row:
        own: dict[int, list[str]] = {}
        for part in (part for each in line.segments for part in each.parted(columns, taken)):
            own.setdefault(_column_of(part, columns), []).append(part.text)
        for column, texts in own.items():
            cells[column].append(" ".join(texts))
    return tuple("\n".join(cell) for cell in cells)


def _least_step(lines: Sequence[TextLine], columns: tuple[float, ...]) -> float:
    """How far apart the lines of one cell are: cells beside it may have theirs between them."""
    tops: dict[int, float] = {}
    steps: list[float] = []
    for line in lines:
        for column in {_column_of(each, columns) for each in line.segments}:
            if column in tops:
                steps.append(line.top - tops[column])
            tops[column] = line.top
    return min((step for step in steps if step > 0), default=0)


def _column_of(segment: Segment, columns: tuple[float, ...]) -> int:
    return max((place for place, left in enumerate(columns) if segment.start >= left - 2), default=0)
