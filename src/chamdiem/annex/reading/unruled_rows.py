"""Lines of a PDF table without ruling lines joined to rows, and their words to cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chamdiem.annex.reading.segments import EDGE, Segment, TextLine

# Between rows the space is wider by this factor; by so many points, where rows with numbers show how wide.
_WIDE, _SHOWN = 1.35, 0.5


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far apart lines are within one cell, and in front of a row; 0 is unknown."""

    step: float = 0
    row: float = 0

    @property
    def is_seen(self) -> bool:
        """Whether the space in front of a row is a wider one."""
        return self.row > self.step + _SHOWN


def rows_of(
    lines: Sequence[TextLine], columns: Sequence[float], known: Spacing
) -> tuple[list[tuple[str, ...]], Spacing]:
    """Lines joined to rows, and how they are spaced; ``known``: on the pages before."""
    numbered = [any(column_of(each, columns) == 0 for each in line.segments) for line in lines]
    spaces = [0.0, *(below.top - above.top for above, below in pairwise(lines))]
    spacing = _spacing(lines, columns, spaces, numbered, known)
    begins = _beginnings(spaces, numbered, spacing)
    rows: list[list[TextLine]] = []
    for line, is_first in zip(lines, begins, strict=True):
        if not rows or is_first:
            rows.append([])
        rows[-1].append(line)
    return [cells_of(row, columns) for row in rows], spacing


def _spacing(
    lines: Sequence[TextLine],
    columns: Sequence[float],
    spaces: Sequence[float],
    numbered: Sequence[bool],
    known: Spacing,
) -> Spacing:
    """Rows that are seen to begin, by their numbers, show how wide the space in front of one is."""
    step = min((each for each in (_least_step(lines, columns), known.step) if each), default=0)
    above = [space for space, is_numbered in zip(spaces[1:], numbered[1:], strict=True) if is_numbered]
    return Spacing(step, min((each for each in (*above, known.row) if each), default=0))


def _beginnings(spaces: Sequence[float], numbered: Sequence[bool], spacing: Spacing) -> list[bool]:
    """Which lines begin a row: behind a wider space, else those with a number."""
    if spacing.is_seen:
        return [space > (spacing.step + spacing.row) / 2 for space in spaces]
    wide = [space > _WIDE * spacing.step for space in spaces]
    # A single wide space is that around a heading, or above a note.
    return wide if any(wide) and 2 * sum(wide) >= sum(numbered[1:]) else list(numbered)


def cells_of(row: Sequence[TextLine], columns: Sequence[float]) -> tuple[str, ...]:
    """The cells of a row; what begins a column in one of its lines does so in all."""
    parts = [part for line in row for segment in line.segments for part in segment.parted(columns)]
    taken = [edge for edge in columns if any(abs(part.start - edge) < EDGE for part in parts)]
    cells: list[list[str]] = [[] for _ in columns]
    for line in row:
        own: dict[int, list[str]] = {}
        for part in (part for each in line.segments for part in each.parted(columns, taken)):
            own.setdefault(column_of(part, columns), []).append(part.text)
        for column, texts in own.items():
            cells[column].append(" ".join(texts))
    return tuple("\n".join(cell) for cell in cells)


def _least_step(lines: Sequence[TextLine], columns: Sequence[float]) -> float:
    """How far apart the lines of one cell are: cells beside it may have theirs between them."""
    tops: dict[int, float] = {}
    steps: list[float] = []
    for line in lines:
        for column in {column_of(each, columns) for each in line.segments}:
            if column in tops:
                steps.append(line.top - tops[column])
            tops[column] = line.top
    return min((step for step in steps if step > 0), default=0)


def column_of(segment: Segment, columns: Sequence[float]) -> int:
    """The column a segment begins in."""
    return max((place for place, left in enumerate(columns) if segment.start >= left - 2), default=0)
