"""Tables on screen. Prose wraps; figures and codes never lose a letter, however narrow the terminal.

What does not stand beside each other follows in blocks below, each with the columns that
say whose line it is. A file or another program gets lines as long as they need to be.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from rich.console import Console, RenderableType
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

# How a column is set: prose may break, codes and numbers stay whole.
Setting = Literal["prose", "code", "number"]

# Wider than any table.
_ENDLESS = 10_000
# Prose narrower than this is a ladder of syllables.
_PROSE_LEAST = 20
_GAP = 2


def columns(*headings: tuple[str, Setting]) -> Table:
    """A table without lines, of columns with a heading and a setting."""
    table = _bare()
    for text, setting in headings:
        justify: Literal["left", "right"] = "right" if setting == "number" else "left"
        table.add_column(text, justify=justify, overflow="fold", no_wrap=setting != "prose")
    return table


def print_table(table: Table, screen: Console, *, leading: int = 2, in_one_line: bool = False) -> None:
    """Print a table so that nothing of it is lost.

    Args:
        table: Made by ``columns``.
        screen: Where to; what does not fit makes it wider where no terminal ends the lines.
        leading: So many columns say whose line it is, and are repeated in each block.
        in_one_line: Whether each row takes one line where no terminal ends the lines.
    """
    is_free = not screen.is_terminal and "COLUMNS" not in os.environ
    if is_free and in_one_line:
        screen.width = max(screen.width, _width(_natural(table, screen)))
    elif is_free:
        screen.width = max(screen.width, _width(_least(table, screen)))
    for place, block in enumerate(_blocks(table, screen, leading)):
        if place:
            screen.print()
        _print_block(block, screen)


def _print_block(block: Table, screen: Console) -> None:
    """One block; one that is too wide even alone is left to the terminal to break."""
    usual = screen.width
    screen.width = max(usual, _width(_least(block, screen)))
    screen.print(block)
    screen.width = usual


def _blocks(table: Table, screen: Console, leading: int) -> list[Table]:
    """The table as it is where it fits, else with headings on several lines, else in parts."""
    if _width(_least(table, screen)) <= screen.width:
        return [table]
    table = _with_low_headings(table, screen)
    least = _least(table, screen)
    if _width(least) <= screen.width:
        return [table]
    head = list(range(leading))
    parts: list[list[int]] = [[]]
    for position in range(leading, len(table.columns)):
        widths = [least[each] for each in (*head, *parts[-1], position)]
        if parts[-1] and _width(widths) > screen.width:
            parts.append([])
        parts[-1].append(position)
    return [_part(table, [*head, *part]) for part in parts]


def _part(table: Table, positions: Sequence[int]) -> Table:
    """Some columns of a table."""
    part = _bare()
    part.columns = [replace(table.columns[each], _index=place) for place, each in enumerate(positions)]
    part.rows = table.rows
    return part


def _with_low_headings(table: Table, screen: Console) -> Table:
    """The same table, headings of codes and figures broken at blanks to the width of what stands below."""
    lowered = _part(table, range(len(table.columns)))
    for column in lowered.columns:
        if column.no_wrap:
            heading = Text(str(column.header))
            width = max(
                _widest(column.cells, screen), Measurement.get(screen, screen.options, heading).minimum
            )
            column.header = "\n".join(line.plain.rstrip() for line in heading.wrap(screen, width))
    return lowered


def _least(table: Table, screen: Console) -> list[int]:
    """How narrow each column can be without losing anything."""
    natural = _natural(table, screen)
    return [
        width if column.no_wrap else min(width, _PROSE_LEAST)
        for column, width in zip(table.columns, natural, strict=True)
    ]


def _natural(table: Table, screen: Console) -> list[int]:
    """How wide each column would like to be."""
    return [_widest([column.header, *column.cells], screen) for column in table.columns]


def _widest(cells: Iterable[RenderableType], screen: Console) -> int:
    endless = screen.options.update(max_width=_ENDLESS)
    return max((Measurement.get(screen, endless, cell).maximum for cell in cells), default=0)


def _width(widths: Sequence[int]) -> int:
    """The width of columns side by side."""
    return sum(widths) + _GAP * (len(widths) - 1)


def _bare() -> Table:
    return Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
