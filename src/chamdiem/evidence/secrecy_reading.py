"""Reads the lines and cells of a document in which a stamp could stand, within bounds."""

from __future__ import annotations

import html
import re
import zipfile
from dataclasses import dataclass, field
from typing import BinaryIO

from pypdf import PdfReader

from chamdiem.evidence.inspection.archives import BROKEN, read_entry
from chamdiem.evidence.inspection.kinds import Kind
from chamdiem.evidence.inspection.pdf_opening import MALFORMED
from chamdiem.evidence.inspection.sniffing import decode_text
from chamdiem.evidence.secrecy_apart import Reader, read_pages_apart

FIRST_PAGES = 5
# The letterhead of a document without pages stands in so many lines and cells.
_HEAD = 20
# So few cells are no table: what stands in them was written to be read alone.
_FEW_CELLS = 2
_MAX_TEXT = 2_000_000
_CELLS = re.compile(r"\t|\u00a0{2,}| {2,}|\|")
_NUMBER = re.compile(r"\s*[Ss][\u1ed1\u1ed0]\s*:\s*\S*/")
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(
    r"</(?:w:p|w:tc|a:p|si|is|text:p|text:h)>|<(?:w:br|w:tab|text:tab|text:line-break)\b[^<>]*>"
)
_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*)\.xml|xl/(?:workbook|sharedStrings|worksheets/[^/]+)\.xml"
    r"|ppt/slides/[^/]+\.xml|content\.xml|styles\.xml"
)
_SHEET_NAME = re.compile(r'<(?:\w+:)?(?:sheet|table)\s(?:[^<>]*\s)?(?:table:)?name="([^"<>]*)"')
# &C&"Arial,Bold"&14MẬT: the codes Excel writes into the text of headers and footers.
_HEADER = re.compile(r"<(?:odd|even|first)(?:Header|Footer)>([^<]*)</")
_HEADER_CODE = re.compile(r'&(?:amp;)?(?:(?:&quot;|")[^"&]*(?:&quot;|")|[LCRPNDTAFBIUESX]|\d+)')
_OLD_TEXT = re.compile(rb"(?:[\x20-\x7e\xc0-\xff]\x00|[\x00-\xff][\x01\x03\x1e]){3,200}")


@dataclass(frozen=True, slots=True)
class Text:
    """What can be read of a document.

    Attributes:
        segments: Lines and cells of its first pages, in their order.
        sheets: The whole lines of each page, or of the head of each part, in which a mark may stand alone.
    """

    segments: list[str]
    sheets: list[list[str]] = field(default_factory=list)


def read_text(stream: BinaryIO, kind: Kind, reader: Reader = read_pages_apart) -> Text:
    """Lines, paragraphs and cells; empty for kinds without text."""
    stream.seek(0)
    try:
        return _read(stream, kind, reader)
    finally:
        stream.seek(0)


def split_cells(text: str) -> list[str]:
    """Lines, and inside a line what stands apart by tabs or wide gaps."""
    return [cell for line in text[:_MAX_TEXT].splitlines() for cell in _CELLS.split(line)]


def _read(stream: BinaryIO, kind: Kind, reader: Reader) -> Text:
    if kind == Kind.PDF:
        return _read_pdf_twice(stream, reader)
    if kind in (Kind.TXT, Kind.CSV):
        text = decode_text(stream.read(_MAX_TEXT)) or ""
        cells = [cell for each in split_cells(text) for cell in re.split(r"[,;]", each)]
        return Text(cells, [text[:_MAX_TEXT].splitlines()[:_HEAD]] if kind == Kind.TXT else [])
    if kind in (Kind.DOC, Kind.XLS):
        found = _OLD_TEXT.findall(stream.read())
        return Text([line for each in found for line in each.decode("utf-16-le", "ignore").splitlines()])
    if kind in (Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS):
        parts, names = _read_package(stream)
        heads = [_head_of(each, kind) for each in parts]
        return Text([line for each in parts for line in each], [*heads, names])
    return Text([])


def _head_of(lines: list[str], kind: Kind) -> list[str]:
    """Where a mark may stand alone: on slides nowhere.

    In a workbook beside the number of a document, or where there is next to nothing else.
    """
    if kind in (Kind.DOCX, Kind.ODT):
        return lines[:_HEAD]
    cells = [each for each in lines if each.strip()] if kind in (Kind.XLSX, Kind.ODS) else []
    if len(cells) <= _FEW_CELLS:
        return cells
    cells = cells[:_HEAD]
    place = next((place for place, each in enumerate(cells) if _NUMBER.match(each)), None)
    return [] if place is None else cells[max(place - 2, 0) : place + 3]


def _read_pdf_twice(stream: BinaryIO, reader: Reader) -> Text:
    """By two readers: each knows fonts the other does not."""
    pages = reader(stream.read(), first=FIRST_PAGES)
    first = [page for page in pages if page.number < FIRST_PAGES]
    cells = [cell for page in first for cell in page.cells]
    lines = [line for page in first for line in page.lines]
    return Text([*cells, *lines, *split_cells(_read_pdf(stream))], [page.lines for page in pages])


def _read_pdf(stream: BinaryIO) -> str:
    try:
        reader = PdfReader(stream, strict=False)
        pages = [reader.pages[number] for number in range(min(FIRST_PAGES, len(reader.pages)))]
        return "\n".join(page.extract_text() for page in pages)
    except MALFORMED:
        return ""


def _read_package(stream: BinaryIO) -> tuple[list[list[str]], list[str]]:
    """The lines of each part, and the names of the sheets of a workbook."""
    try:
        with zipfile.ZipFile(stream) as package:
            names = [each for each in package.namelist() if _PARTS.fullmatch(each)]
            parts = [read_entry(package, each).decode("utf-8", "replace")[:_MAX_TEXT] for each in names]
    except BROKEN:
        # An encrypted document; the inspection flags it.
        return [], []
    sheets = [html.unescape(name) for each in parts for name in _SHEET_NAME.findall(each)]
    return [_lines_of(each) for each in parts], sheets


def _lines_of(text: str) -> list[str]:
    headers = [_HEADER_CODE.sub("\n", html.unescape(each)) for each in _HEADER.findall(text)]
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return split_cells("\n".join([*headers, plain]))
