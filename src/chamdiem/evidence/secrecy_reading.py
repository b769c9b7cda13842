"""Reads the lines and cells of a document in which a stamp could stand, within bounds."""

from __future__ import annotations

import html
import re
import zipfile
from typing import BinaryIO

import structlog
from pypdf import PdfReader

from chamdiem.evidence.inspection.archives import BROKEN, read_entry
from chamdiem.evidence.inspection.kinds import Kind
from chamdiem.evidence.inspection.pdf_opening import MALFORMED
from chamdiem.evidence.inspection.sniffing import decode_text
from chamdiem.evidence.secrecy_pages import read_pages_apart

_log = structlog.get_logger(__name__)
FIRST_PAGES = 5
_MAX_TEXT = 2_000_000
_CELLS = re.compile(r"\t|\u00a0{2,}| {2,}|\|")
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(
    r"</(?:w:p|w:tc|a:p|si|is|text:p|text:h)>|<(?:w:br|w:tab|text:tab|text:line-break)\b[^<>]*>"
)
_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*)\.xml|xl/(?:sharedStrings|worksheets/[^/]+)\.xml"
    r"|ppt/slides/[^/]+\.xml|content\.xml|styles\.xml"
)
# &C&"Arial,Bold"&14MẬT: the codes Excel writes into the text of headers and footers.
_HEADER = re.compile(r"<(?:odd|even|first)(?:Header|Footer)>([^<]*)</")
_HEADER_CODE = re.compile(r'&(?:amp;)?(?:(?:&quot;|")[^"&]*(?:&quot;|")|[LCRPNDTAFBIUESX]|\d+)')
_OLD_TEXT = re.compile(rb"(?:[\x20-\x7e\xc0-\xff]\x00|[\x00-\xff][\x01\x03\x1e]){3,200}")


def read_segments(stream: BinaryIO, kind: Kind) -> list[str]:
    """Lines of the first pages, paragraphs, cells; empty for kinds without text."""
    stream.seek(0)
    try:
        return _read(stream, kind)
    finally:
        stream.seek(0)


def split_cells(text: str) -> list[str]:
    """Lines, and inside a line what stands apart by tabs or wide gaps."""
    return [cell for line in text[:_MAX_TEXT].splitlines() for cell in _CELLS.split(line)]


def _read(stream: BinaryIO, kind: Kind) -> list[str]:
    if kind == Kind.PDF:
        return _read_pdf_twice(stream)
    if kind in (Kind.TXT, Kind.CSV):
        text = decode_text(stream.read(_MAX_TEXT)) or ""
        return [cell for each in split_cells(text) for cell in re.split(r"[,;]", each)]
    if kind in (Kind.DOC, Kind.XLS):
        found = _OLD_TEXT.findall(stream.read())
        return [line for each in found for line in each.decode("utf-16-le", "ignore").splitlines()]
    if kind in (Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS):
        return _read_package(stream)
    return []


def _read_pdf_twice(stream: BinaryIO) -> list[str]:
    """By two readers: each knows fonts the other does not."""
    by_place = read_pages_apart(stream.read(), first=FIRST_PAGES)
    if by_place is None:
        _log.warning("secrecy_not_read_by_place")
    return [*(by_place or ()), *split_cells(_read_pdf(stream))]


def _read_pdf(stream: BinaryIO) -> str:
    try:
        reader = PdfReader(stream, strict=False)
        pages = [reader.pages[number] for number in range(min(FIRST_PAGES, len(reader.pages)))]
        return "\n".join(page.extract_text() for page in pages)
    except MALFORMED:
        return ""


def _read_package(stream: BinaryIO) -> list[str]:
    try:
        with zipfile.ZipFile(stream) as package:
            names = [each for each in package.namelist() if _PARTS.fullmatch(each)]
            return [line for each in names for line in _lines_of(read_entry(package, each))]
    except BROKEN:
        # An encrypted document; the inspection flags it.
        return []


def _lines_of(xml: bytes) -> list[str]:
    text = xml.decode("utf-8", "replace")[:_MAX_TEXT]
    headers = [_HEADER_CODE.sub("\n", html.unescape(each)) for each in _HEADER.findall(text)]
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return split_cells("\n".join([*headers, plain]))
