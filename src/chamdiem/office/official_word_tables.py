"""The tables of an official report in Word: widths no word is broken in, headings on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from chamdiem.office.official import LOW_LINES, Table

_SIZE = 11
# How wide a letter is on average, in mm; how wide the broadest typeface that stands in for Times New Roman
# makes one, and a bold one; what a cell keeps free on both sides.
_LETTER, _BROAD_LETTER, _BROAD_BOLD, _FREE = 1.9, 2.3, 2.7, 4.0
# A longer word is an address or the like, which may break.
_LONGEST_WORD = 14


def draw_table(document: Any, table: Table, width: int, *, is_whole: bool = False) -> None:
    """Draw a table as wide as ``width`` mm at the end of a document, on one page if it ``is_whole``."""
    widths = [Mm(each) for each in column_widths(table, width)]
    drawn = document.add_table(rows=1, cols=len(table.columns))
    drawn.style = "Table Grid"
    drawn.autofit = False
    for cell, column in zip(drawn.rows[0].cells, table.columns, strict=True):
        _write(cell, column.heading, is_centred=True, bold=True)
    # The headings stand on every page of the table.
    mark_row(drawn.rows[0], "w:tblHeader")
    wide = []
    for row in table.rows:
        added = drawn.add_row()
        is_low = row.is_group or _is_low(row.cells, widths)
        if is_low:
            mark_row(added, "w:cantSplit")
        cells = added.cells
        if row.is_group:
            wide.append(cells[0].merge(cells[-1]))
            _write(wide[-1], row.cells[0], bold=True)
            # The name of a group does not stay behind at the foot of a page.
            wide[-1].paragraphs[0].paragraph_format.keep_with_next = True
            continue
        for cell, column, text in zip(cells, table.columns, row.cells, strict=True):
            _write(cell, text, is_centred=column.is_centred, is_apart=not is_low)
    # The last row never stands on a page alone.
    kept = drawn.rows[:-1] if is_whole else drawn.rows[-2:-1] if len(drawn.rows) > 2 else ()
    for cell in (cell for row in kept for cell in row.cells):
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    set_widths(drawn, widths)
    for cell in wide:
        cell.width = Mm(width)


def column_widths(table: Table, width: int) -> list[float]:
    """The widths of the columns in mm: their shares, but wide enough for the longest word of each.

    What these need more is taken from those that have room, each as it has. Where all together have too
    little, the shares stand.
    """
    shares = sum(column.share for column in table.columns)
    wanted = [width * column.share / shares for column in table.columns]
    least = [_least_width(table, at) for at in range(len(table.columns))]
    lacking = sum(max(need - have, 0) for need, have in zip(least, wanted, strict=True))
    room = sum(max(have - need, 0) for need, have in zip(least, wanted, strict=True))
    if lacking > room:
        return wanted
    given = lacking / room if room else 0
    return [
        need if need >= have else have - (have - need) * given
        for need, have in zip(least, wanted, strict=True)
    ]


def _least_width(table: Table, at: int) -> float:
    """So wide that the longest word of a column stands in one line."""
    said = (row.cells[at] for row in table.rows if not row.is_group)
    words = max((_longest(text) for text in said), default=0)
    return _FREE + max(_BROAD_BOLD * _longest(table.columns[at].heading), _BROAD_LETTER * words)


def _longest(text: str) -> int:
    return min(max(map(len, text.split()), default=0), _LONGEST_WORD)


def _is_low(texts: Sequence[str], widths: Sequence[Any]) -> bool:
    """Whether a row is so low that it stays whole on its page."""
    return all(
        sum(1 + int(len(line) * _LETTER / width.mm) for line in text.split("\n")) <= LOW_LINES
        for text, width in zip(texts, widths, strict=True)
    )


def set_widths(table: Any, widths: list[Any]) -> None:
    """The widths of columns: Word reads them from the cells, other programs from the grid."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _write(
    cell: Any, text: str, *, is_centred: bool = False, bold: bool = False, is_apart: bool = False
) -> None:
    """The lines of a cell: of a row that goes on on the next page each a paragraph that stays whole."""
    paragraph = cell.paragraphs[0]
    for position, line in enumerate(text.split("\n")):
        if position and is_apart:
            paragraph = cell.add_paragraph()
        if is_centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_together = True if is_apart else None
        run = paragraph.add_run()
        if position and not is_apart:
            run.add_break(WD_BREAK.LINE)
        run.add_text(line)
        run.font.size, run.bold = Pt(_SIZE), bold


def mark_row(row: Any, name: str) -> None:
    """Switch a property of a row on."""
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
