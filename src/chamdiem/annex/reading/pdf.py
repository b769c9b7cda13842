"""PDF → blocks: tables cell by cell, everything else line by line, page by page."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import PdfminerException

from chamdiem.annex.blocks import Block, Document, Line, Paragraph, Spot
from chamdiem.annex.markup import plain, plain_paragraph
from chamdiem.annex.reading.archives import broken
from chamdiem.annex.reading.page_columns import PageColumns
from chamdiem.annex.reading.running_lines import PAGE_NUMBER, EdgeLine, drop_running_lines, is_at_edge
from chamdiem.annex.reading.unread_words import unread_words
from chamdiem.annex.reading.unruled import Unruled
from chamdiem.annex.reading.unruled_pages import UnruledPages
from chamdiem.errors import InvalidAnnex, Place, Problem

MOST_PAGES = 400
_FEWEST_LETTERS = 20
# Letters of one line in two fonts stand so many points apart.
_LINE = 4
_DATE_CUT = re.compile(r"\b\d{1,2}/\d{1,2}/(\d{0,3})$")
_GOES_ON = ("×", "÷", "/", "=", "<", ">", "≥", "≤")
_ENDS = (".", ";", ":", ",", "%", ")", "")
# The end of one level: what begins with a capital below it is the next.
_LEVEL = re.compile(r"\d\s*(?:điểm|đ)[.;]?$", re.IGNORECASE)
# pdfminer trusts what it reads: these are what a damaged file makes it raise.
_BROKEN = (
    PDFSyntaxError, PSException, PdfminerException, ArithmeticError, AssertionError, AttributeError, EOFError,
    LookupError, MemoryError, NotImplementedError, OSError, RecursionError, TypeError, ValueError, zlib.error,
)  # fmt: skip


def read_pdf(data: bytes, file: str) -> Document:
    """The blocks of a PDF.

    Raises:
        InvalidAnnex: Encrypted, damaged, too many pages, or a scan without text.
    """
    # What is wrong inside a font is of no interest to anybody.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    document = Document("pdf")
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            _check(pdf, file)
            letters = 0
            edges: list[EdgeLine] = []
            unruled, columns = UnruledPages(pdf.pages), PageColumns()
            for number, page in enumerate(pdf.pages, start=1):
                letters += len(page.chars)
                before = len(document.blocks)
                _page(document, page, number, unruled, columns)
                document.lost += unread_words(
                    page, number, [*document.blocks[before:], *columns.waiting(number)]
                )
                edges += _edges(page, number, document.blocks[before:])
                page.close()
            pages = len(pdf.pages)
            columns.finish(document)
            drop_running_lines(document, edges, pages)
    except InvalidAnnex:
        raise
    except _BROKEN as error:
        if isinstance(error, PDFPasswordIncorrect) or isinstance(
            error.__cause__ or error.args[:1], PDFPasswordIncorrect
        ):
            raise _refused("annex.encrypted", file) from error
        if any(isinstance(each, PDFPasswordIncorrect) for each in error.args):
            raise _refused("annex.encrypted", file) from error
        raise broken(file, error) from error
    if letters < _FEWEST_LETTERS:
        raise _refused("annex.scan", file, pages=str(pages))
    return document


def _check(pdf: Any, file: str) -> None:
    pages = len(pdf.pages)
    if pages > MOST_PAGES:
        raise _refused("annex.too_many_pages", file, pages=str(pages), most=str(MOST_PAGES))


def _page(document: Document, page: Any, number: int, unruled: UnruledPages, columns: PageColumns) -> None:
    """Tables and the lines between them, from top to bottom; a table without lines may go on over pages."""
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    found = unruled.find(number, has_tables=bool(tables))
    if not tables and found is None and columns.read(document, page, number):
        return
    columns.flush(document)
    top = page.bbox[1]
    if found is not None:
        _lines(document, page, number, top, found.top - 1)
        _unruled(document, number, found)
        top = found.bottom + 1
    for table in tables:
        _lines(document, page, number, top, table.bbox[1])
        _table(document, table, number)
        top = max(top, table.bbox[3])
    _lines(document, page, number, top, page.bbox[3])


def _edges(page: Any, number: int, blocks: Sequence[Block]) -> list[EdgeLine]:
    """The lines outside tables that stand at the edge of a page."""
    own = {block.text: block for block in blocks if isinstance(block, Paragraph)}
    part = page.filter(lambda each: is_at_edge(each["top"], each["bottom"], page.height))
    lines = part.extract_text_lines(x_tolerance=2, y_tolerance=_LINE, return_chars=False)
    texts = [(plain_paragraph(line["text"]), round(line["top"])) for line in lines]
    return [EdgeLine(own[text], text, number, top) for text, top in texts if text in own]


def _unruled(document: Document, number: int, table: Unruled) -> None:
    count = 1 + _tables_so_far(document)
    for place, cells in enumerate(table.rows, start=1):
        texts = tuple(plain(_rejoined(cell)) for cell in cells)
        document.blocks.append(Line(texts, Spot(page=number, table=count, row=place)))


def _tables_so_far(document: Document) -> int:
    return max((block.spot.table for block in document.blocks if isinstance(block, Line)), default=0)


def _table(document: Document, table: Any, number: int) -> None:
    rows = table.extract(x_tolerance=2, y_tolerance=_LINE)
    count = 1 + _tables_so_far(document)
    for place, (cells, row) in enumerate(zip(rows, table.rows, strict=True), start=1):
        merged = frozenset(position for position, cell in enumerate(row.cells) if cell is None)
        texts = tuple(plain(_rejoined(cell or "")) for cell in cells)
        spot = Spot(page=number, table=count, row=place)
        document.blocks.append(Line(texts, spot, merged, _reached(table, row)))


def _reached(table: Any, row: Any) -> frozenset[int]:
    """The columns of a row a cell reaches into from above; the cells of a column begin at one edge."""
    edges = sorted({cell[0] for cell in table.cells})
    top, low = row.bbox[1], row.bbox[1] + 1
    above = {cell[0] for cell in table.cells if cell[1] < top and cell[3] > low}
    return frozenset(
        place
        for place, (cell, edge) in enumerate(zip(row.cells, edges, strict=False))
        if cell is None and edge in above
    )


def _rejoined(text: str) -> str:
    """Lines a narrow column broke, joined; a new item keeps its line."""
    joined = ""
    has_items = text.lstrip().startswith(("-", "+", "•"))
    for line in text.splitlines():
        begins = re.match(r"\s*(?:[-+•*]\s|\d+[.)]\s|[a-eđ]\s*[=)])", line)
        if line.lstrip().startswith("-") and not has_items and joined[-1:] not in _ENDS:
            # "Phòng Tài chính" | "- Kế hoạch": the hyphen of a name at the beginning of a line.
            begins = None
        if joined.endswith(_GOES_ON):
            # "b/a ×" | "10. Không áp dụng …": a figure of the formula, no item.
            begins = None
        if (cut := _DATE_CUT.search(joined)) and re.match(rf"\d{{{4 - len(cut[1])}}}(?!\d)", line.strip()):
            # "28/02/2" | "026": a narrow column breaks a year too.
            joined += line.strip()
            continue
        is_next = line.strip()[:1].isupper() and bool(_LEVEL.search(joined))
        joined += ("\n" if (begins or is_next) and joined else " " if joined else "") + line.strip()
    return joined


def _lines(document: Document, page: Any, number: int, top: Any, bottom: Any) -> None:
    if bottom - top < 2:
        return
    # A letter is where its middle is: the letters of a row may reach over the line above it.
    part = page.filter(lambda each: top <= (each["top"] + each["bottom"]) / 2 < bottom)
    for line in (part.extract_text(x_tolerance=2, y_tolerance=_LINE) or "").splitlines():
        text = plain_paragraph(line)
        if text and not PAGE_NUMBER.fullmatch(text):
            document.blocks.append(Paragraph(text, Spot(page=number)))


def _refused(code: str, file: str, **facts: str) -> InvalidAnnex:
    return InvalidAnnex([Problem(code, facts, Place(file=file))])
