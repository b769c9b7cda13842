"""Plain text and Markdown → blocks: cells between tabs or bars, everything else paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from chamdiem.annex.blocks import Document, Line, Paragraph, Spot
from chamdiem.annex.columns import read_columns
from chamdiem.annex.markup import plain, plain_paragraph
from chamdiem.annex.numbering import read_number
from chamdiem.annex.reading.indented_lists import IndentedLists

# A line under the header, of hyphens: between bars one is enough, "|-|:-:|".
_RULE = re.compile(r"\s*(?:\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?|:?-{2,}:?)\s*")
_MARKS = re.compile(r"#{1,6}(?= )")
_FEWEST_BARS = 3
_BAR = re.compile(r"(?<!\\)\|")
# A cell per line, cells parted by a line that holds only a bar: the way some law sites copy.
_LONGEST_CELL = 60
_ONLY_A_BAR = re.compile(r"\s*\|\s*")


def read_text(text: str, kind: str) -> Document:
    """The blocks of a text; tabs or bars part the cells of a table."""
    lines = text.splitlines()
    document = Document(kind)
    if sum(bool(_ONLY_A_BAR.fullmatch(line)) for line in lines) > 10:
        lines = _joined_cells(lines)
    table = row = 0
    in_table = is_ruled = False
    lists = IndentedLists()
    for place, line in enumerate(lines, start=1):
        if _RULE.fullmatch(line) and ("|" in line or in_table):
            continue
        # Between the header of a table of Markdown and its end, one bar parts two cells.
        below = lines[place] if place < len(lines) else ""
        is_ruled = "|" in line and (is_ruled or ("|" in below and _RULE.fullmatch(below) is not None))
        cells = _cells(line, 1 if is_ruled else _FEWEST_BARS)
        if cells is None:
            if line.strip():
                raw = line.removesuffix(" ")
                heading = len(marks[0]) if kind == "markdown" and (marks := _MARKS.match(line)) else 0
                depth = lists.depth(line) if kind == "markdown" and not heading else 0
                document.blocks.append(
                    Paragraph(plain_paragraph(line), Spot(line=place), raw, heading, depth)
                )
                in_table = False
            continue
        if not in_table:
            table, row, in_table = table + 1, 0, True
        row += 1
        document.blocks.append(Line(cells, Spot(line=place, table=table, row=row)))
    return document


def _cells(line: str, fewest_bars: int) -> tuple[str, ...] | None:
    if "\t" in line:
        return tuple(plain(cell) for cell in line.split("\t"))
    stripped = line.strip()
    if stripped.startswith("|") and stripped.count("|") > 2:
        bare = stripped.removeprefix("|").removesuffix("|")
        return tuple(plain(cell.replace("\\|", "|")) for cell in _BAR.split(bare))
    if len(_BAR.findall(stripped)) >= fewest_bars:
        return tuple(plain(cell.replace("\\|", "|")) for cell in _BAR.split(stripped))
    return None


def _joined_cells(lines: list[str]) -> list[str]:
    """Lines of a table whose cells stand below each other, put side by side."""
    return [line for cells in _sides(lines) for line in _rows(cells)]


def _sides(lines: list[str]) -> Iterator[list[str]]:
    """The cells between two empty lines; an empty line in front of a bar is an empty cell."""
    cells: list[str] = []
    cell: list[str] = []
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if _ONLY_A_BAR.fullmatch(line):
            cells.append("<br>".join(cell))
            cell = []
        elif not line.strip() and cells and not _ONLY_A_BAR.fullmatch(below):
            yield [*cells, "<br>".join(cell)]
            cells, cell = [], []
        elif not cells and not _ONLY_A_BAR.fullmatch(below) and not _is_begun(lines, place):
            # A paragraph above the table.
            yield [line.strip()]
            cell = []
        elif line.strip():
            cell.append(line.strip())
    if cells or cell:
        yield [*cells, "<br>".join(cell)]


def _is_begun(lines: list[str], place: int) -> bool:
    """Whether a bar follows before the next empty line: the line is part of a cell."""
    following = takewhile(str.strip, lines[place + 1 : place + _LONGEST_CELL])
    return any(_ONLY_A_BAR.fullmatch(line) for line in following)


def _rows(cells: list[str]) -> list[str]:
    """One line for each row; where nothing parts the rows, the header tells how wide they are."""
    if len(cells) < 2:
        return cells
    for width in range(3, 13):
        header = Line(tuple(plain(cell) for cell in cells[:width]), Spot())
        following = cells[width : width + 1]
        begins = bool(following) and (not following[0] or read_number(following[0]) is not None)
        if len(cells) >= 3 * width and begins and read_columns(header) is not None:
            return ["\t".join(cells[start : start + width]) for start in range(0, len(cells) - 1, width)]
    return ["\t".join(cells)]
