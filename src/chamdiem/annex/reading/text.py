"""Plain text and Markdown → blocks: cells between tabs or bars, everything else paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamdiem.annex.blocks import Document, Line, Paragraph, Spot
from chamdiem.annex.markup import plain, plain_paragraph

_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")
# A cell per line, cells parted by a line that holds only a bar: the way some law sites copy.
_ONLY_A_BAR = re.compile(r"\s*\|\s*")


def read_text(text: str, kind: str) -> Document:
    """The blocks of a text; tabs or bars part the cells of a table."""
    lines = text.splitlines()
    document = Document(kind)
    if sum(bool(_ONLY_A_BAR.fullmatch(line)) for line in lines) > 10:
        lines = _joined_cells(lines)
    table = row = 0
    in_table = False
    for place, line in enumerate(lines, start=1):
        if _RULE.fullmatch(line) and "-" in line and ("|" in line or in_table):
            continue
        cells = _cells(line)
        if cells is None:
            if line.strip():
                raw = line.removesuffix(" ")
                document.blocks.append(Paragraph(plain_paragraph(line), Spot(line=place), raw))
                in_table = False
            continue
        if not in_table:
            table, row, in_table = table + 1, 0, True
        row += 1
        document.blocks.append(Line(cells, Spot(line=place, table=table, row=row)))
    return document


def _cells(line: str) -> tuple[str, ...] | None:
    if "\t" in line:
        return tuple(plain(cell) for cell in line.split("\t"))
    stripped = line.strip()
    if stripped.startswith("|") and stripped.count("|") > 2:
        return tuple(plain(cell.replace("\\|", "|")) for cell in _BAR.split(stripped.strip("|")))
    if len(_BAR.findall(stripped)) >= 3:
        return tuple(plain(cell) for cell in _BAR.split(stripped))
    return None


def _joined_cells(lines: list[str]) -> list[str]:
    """Lines of a table whose cells stand below each other, put side by side."""
    return list(_sides(lines))


def _sides(lines: list[str]) -> Iterator[str]:
    cells: list[str] = []
    cell: list[str] = []
    for line in lines:
        if _ONLY_A_BAR.fullmatch(line):
            cells.append("<br>".join(cell))
            cell = []
        elif not line.strip() and cells:
            cells.append("<br>".join(cell))
            yield "\t".join(cells)
            cells, cell = [], []
        elif cells or cell:
            cell.append(line.strip())
        else:
            cell = [line.strip()] if line.strip() else []
    if cells:
        yield "\t".join([*cells, "<br>".join(cell)])
    elif cell:
        yield " ".join(cell)
