"""The tables as the file prints them, so that people can say what each column holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chamdiem.annex.blocks import Block, Line, Paragraph
from chamdiem.annex.markup import one_line
from chamdiem.errors import InvalidAnnex, Problem

if TYPE_CHECKING:
    from chamdiem.annex.table import Table

# What people may say of a column; the reader knows some more.
ROLES = (
    *("number", "group", "group_max", "name", "max", "method", "method_points", "instructions", "evidence"),
    *("lead", "coordinating", "verifying", "deadline", "code", "unit", "data_source", "note", "ignored"),
)
_SHOWN_LINES = 8
_LONGEST_CELL = 160
_MOST_TABLES = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """What people said of one table: the role of each column, and how many lines its header takes."""

    roles: tuple[str, ...]
    header: int = 1


# Place of the first line among the blocks of the document → what people said of the table.
Choices = Mapping[int, Choice]


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """The first lines of one printed table. ``roles`` is empty where no header was recognised.

    ``place`` names the table in ``Choices``; ``continues``: it was read as the rest of the table before.
    """

    place: int
    spot: str
    lines: tuple[tuple[str, ...], ...]
    count: int
    roles: tuple[str, ...] = ()
    header: int = 0
    is_guessed: bool = False
    continues: bool = False


class NoRows(InvalidAnnex):
    """The file holds no rows with points; ``printed`` are the tables it has all the same."""

    def __init__(self, problems: list[Problem], printed: Sequence[PrintedTable]) -> None:
        super().__init__(problems)
        self.printed = tuple(printed)


def list_printed(blocks: Sequence[Block], tables: Sequence[Table]) -> list[PrintedTable]:
    """Every printed table, in printed order.

    A table begins where the reader began one, below a text, and where the file says so.
    """
    known = {table.place: table for table in tables if table.place >= 0}
    starts = _starts(blocks, known)
    ends = [*starts[1:], len(blocks)]
    printed: list[PrintedTable] = []
    for start, end in zip(starts[:_MOST_TABLES], ends, strict=False):
        lines = [block for block in blocks[start:end] if isinstance(block, Line) and not block.is_blank]
        # What nobody chooses otherwise is read on with the table before, as the reader would.
        alike = any(len(each.lines[0]) == len(lines[0].cells) for each in printed)
        continues = start not in known and (alike or any(place < start for place in known))
        printed.append(_printed(start, lines, known.get(start), continues=continues))
    return printed


def _starts(blocks: Sequence[Block], known: Mapping[int, Table]) -> list[int]:
    starts, before, inside = [], None, -1
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            before = None if len(block.text.strip()) > 2 and not block.text.strip().isdigit() else before
        elif not block.is_blank and place > inside:
            part = (block.spot.sheet, block.spot.table)
            if place in known or part != before:
                starts.append(place)
                inside = place + (known[place].header - 1 if place in known else 0)
            before = part
    return starts


def _printed(place: int, lines: Sequence[Line], table: Table | None, *, continues: bool) -> PrintedTable:
    shown = tuple(
        tuple(one_line(cell)[:_LONGEST_CELL] for cell in line.cells) for line in lines[:_SHOWN_LINES]
    )
    if table is None:
        return PrintedTable(place, lines[0].spot.text, shown, len(lines), continues=continues)
    roles, header = table.columns.roles, table.header
    return PrintedTable(
        place, lines[0].spot.text, shown, len(lines), roles, header, is_guessed=table.is_guessed
    )
