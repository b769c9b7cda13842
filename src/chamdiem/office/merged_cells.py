"""Merged cells: one value over several cells that each need their own, so nobody knows whose it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from chamdiem.errors import Problem
from chamdiem.office.grid import Cell, Grid


def merged_problems(
    grid: Grid, lines: Collection[int], positions: Collection[int], *, is_turned: bool = False
) -> Iterator[Problem]:
    """The same as problems of a table of answers."""
    for value, count in list_merged(grid, lines, positions, is_turned=is_turned):
        yield Problem("answer.merged", {"value": value.text, "count": str(count)}, grid.place(value))


def list_merged(
    grid: Grid, lines: Collection[int], positions: Collection[int], *, is_turned: bool = False
) -> Iterator[tuple[Cell, int]]:
    """Every value in merged cells that spread over, or into, these cells, and over how many of them."""
    for area in grid.merged:
        down, across = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
        if is_turned:
            down, across = across, down
        value = grid.lines.get(down[0], {}).get(across[0])
        if value is None:
            continue
        count = _shared(down, lines) * _shared(across, positions)
        stands_alone = count == 1 and down[0] in lines and across[0] in positions
        if count and not stands_alone:
            yield value, count


def _shared(span: range, wanted: Collection[int]) -> int:
    """How many of the wanted numbers lie in a span, counted over the shorter of the two."""
    if len(span) < len(wanted):
        return sum(number in wanted for number in span)
    return sum(number in span for number in wanted)
