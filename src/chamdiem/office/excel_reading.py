"""Excel workbook (bytes) → grids, one for each sheet.

A workbook comes from anybody: it may be encrypted, cut off, a bomb, or not a
workbook at all. Everything is measured before it is unpacked, and whatever
breaks inside openpyxl becomes one clear problem.
"""

from __future__ import annotations

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import islice, pairwise
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.grid import Area, Cell, Grid, area_of, tidy
from chamdiem.office.number_formats import printed_words

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MOST_UNPACKED = 200_000_000
MOST_PARTS = 5_000
MOST_LINES = 50_000
MOST_CELLS = 3_000_000
# Every tag costs time and memory once it is unpacked, whatever it says.
MOST_TAGS = 12_000_000
MOST_TAGS_ELSEWHERE = 500_000
MOST_TAGS_OF_A_LINE = 16_384 * 10
_LAST_LINE = 1_048_576

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "xl/workbook.xml"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([A-Z0-9$:]{1,40})[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_LINE = re.compile(rb"<(?:\w{1,20}:)?row[\s>/]")
_HIDDEN_LINE = re.compile(
    rb"<(?:\w{1,20}:)?row\s(?=[^>]{0,500}\bhidden=[\"'](?:1|true)[\"'])[^>]{0,500}?\br=[\"']([0-9]{1,7})[\"']"
)
_HIDDEN_COLUMNS = re.compile(
    rb"<(?:\w{1,20}:)?col\s(?=[^>]{0,500}\bhidden=[\"'](?:1|true)[\"'])([^>]{0,500})>"
)
_FROM_TO = re.compile(rb"\b(min|max)=[\"']([0-9]{1,5})[\"']")
_LAST_COLUMN = 16_384
_CELL = re.compile(rb"<(?:\w{1,20}:)?c[\s>/]")
# What a number format writes out as it stands: there a percent sign multiplies nothing.
_WRITTEN_OUT = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
# The parts that grow with the table.
_GROWING = ("worksheets/", "sharedStrings")
# Entities can blow up a file after it has been unpacked; Excel never writes any.
_ENTITIES = b"<!DOCTYPE"
# openpyxl trusts what it reads: these are what a broken file makes it raise.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    InvalidFileException,
    ParseError,
    struct.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
)


def read_workbook(data: bytes, file: str = "") -> list[Grid]:
    """Every sheet of a workbook, hidden ones included.

    Raises:
        InvalidAnswers: No workbook, encrypted, broken, or too large to unpack.
    """
    if data.startswith(OLE_MAGIC):
        raise _refused("file.encrypted" if _ENCRYPTED in data else "file.old_excel", file)
    try:
        parts = _parts(data, file)
        with warnings.catch_warnings():
            # Unknown extensions of a workbook are none of our business.
            warnings.simplefilter("ignore")
            return _grids(data, parts, file)
    except _BROKEN as error:
        # The bytes are here: an error of the system is one of what stands in them.
        why = "ValueError" if isinstance(error, OSError) else type(error).__name__
        raise _refused("file.broken", file, why=why) from error


@dataclass(frozen=True, slots=True)
class _Part:
    """What a look at the bytes of one sheet tells."""

    merged: tuple[Area, ...]
    has_formulas: bool
    hidden: frozenset[int]
    hidden_columns: frozenset[int]


def _parts(data: bytes, file: str) -> dict[str, _Part]:
    """The sheets of the archive by path, after everything has been measured."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > MOST_UNPACKED or len(entries) > MOST_PARTS:
            most = str(MOST_UNPACKED // 1_000_000)
            raise _refused("file.unpacks_too_large", file, most=most)
        if any(entry.flag_bits & 1 for entry in entries):
            raise _refused("file.encrypted", file)
        if _WORKBOOK not in archive.namelist():
            raise _refused("file.no_workbook", file)
        return {path: _part(xml, file) for path, xml in _sheets(archive, file)}


def _sheets(archive: zipfile.ZipFile, file: str) -> Iterator[tuple[str, bytes]]:
    tags = 0
    for entry in archive.infolist():
        if "/media/" in entry.filename:
            continue
        xml = _in_utf8(archive.read(entry))
        if _ENTITIES in xml:
            raise _refused("file.entities", file)
        own = xml.count(b"<")
        tags += own
        is_growing = any(name in entry.filename for name in _GROWING)
        if tags > MOST_TAGS or (own > MOST_TAGS_ELSEWHERE and not is_growing):
            raise _refused("file.too_many_lines", file, most=str(MOST_LINES))
        if "worksheets/" in entry.filename:
            yield entry.filename.lstrip("/"), xml


def _in_utf8(xml: bytes) -> bytes:
    """A part as Excel writes it; other programs may write UTF-16."""
    if b"\0" not in xml[:4]:
        return xml
    marked = xml.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if marked else ("utf-16-be" if xml.startswith(b"\0") else "utf-16-le")
    return xml.decode(encoding, errors="replace").encode()


def _part(xml: bytes, file: str) -> _Part:
    _measure(xml, file)
    hidden = frozenset(int(number) for number in _HIDDEN_LINE.findall(xml))
    areas = (area_of(found.decode()) for found in _MERGED.findall(xml))
    has_formulas = bool(_FORMULA.search(xml))
    return _Part(tuple(area for area in areas if area), has_formulas, hidden, _hidden_columns(xml))


def _hidden_columns(xml: bytes) -> frozenset[int]:
    """The columns nobody sees; a sheet names them from the first to the last of a stretch."""
    columns: set[int] = set()
    for attributes in _HIDDEN_COLUMNS.findall(xml):
        ends = {name: int(number) for name, number in _FROM_TO.findall(attributes)}
        columns |= set(range(ends.get(b"min", 1), min(ends.get(b"max", 0), _LAST_COLUMN) + 1))
    return frozenset(columns)


def _measure(xml: bytes, file: str) -> None:
    """Refuse a sheet that would not fit in memory: openpyxl holds a whole line at a time.

    Raises:
        InvalidAnswers: Too many lines or cells.
    """
    starts = [found.start() for found in islice(_LINE.finditer(xml), _LAST_LINE + 1)]
    cells = sum(1 for _ in islice(_CELL.finditer(xml), MOST_CELLS + 1))
    # A cell has at most the tags of itself, its formula and its value.
    widest = max((xml.count(b"<", *span) for span in pairwise((*starts, len(xml)))), default=0)
    if len(starts) > _LAST_LINE or cells > MOST_CELLS or widest > MOST_TAGS_OF_A_LINE:
        raise _refused("file.too_many_lines", file, most=str(MOST_LINES))


def _grids(data: bytes, parts: dict[str, _Part], file: str) -> list[Grid]:
    computed = load_workbook(BytesIO(data), read_only=True, data_only=True)
    written = None
    grids = []
    for sheet in computed.worksheets:
        part = parts[_path(sheet)]
        grid = Grid(
            file,
            tidy(sheet.title),
            merged=part.merged,
            hidden=part.hidden,
            hidden_columns=part.hidden_columns,
            is_hidden=sheet.sheet_state != "visible",
        )
        blank = _fill(grid, sheet)
        if part.has_formulas:
            written = written or load_workbook(BytesIO(data), read_only=True)
            _mark_uncomputed(grid, written[sheet.title], blank)
        grids.append(grid)
    return grids


def _path(sheet: Any) -> str:
    path: str = sheet._worksheet_path  # the only link from a sheet to its part
    return path.lstrip("/")


def _fill(grid: Grid, sheet: Any) -> set[tuple[int, int]]:
    """Put the cells of a sheet into the grid; returns where formulas came to an empty text."""
    blank = set()
    for cell in _cells(sheet, grid):
        found = None if cell.value is None else _cell(cell)
        if found is None or not found.text:
            blank.add((cell.row, cell.column))
        elif cell.row > MOST_LINES:
            raise _refused("file.too_many_lines", grid.file, sheet=grid.sheet, most=str(MOST_LINES))
        else:
            grid.add(found)
    return blank


def _mark_uncomputed(grid: Grid, sheet: Any, blank: set[tuple[int, int]]) -> None:
    """Formulas that nobody has computed: without their value the cell would look empty."""
    for cell in _cells(sheet, grid):
        place = cell.row, cell.column
        if cell.data_type == "f" and place not in blank and cell.column not in grid.lines.get(cell.row, {}):
            grid.add(Cell(*place, str(cell.value), "uncomputed"))


def _cells(sheet: Any, grid: Grid) -> Iterator[Any]:
    """The cells of a sheet that hold something, or a formula that came to nothing."""
    # What a sheet says about its own size is often wrong, and may be a trap.
    sheet.reset_dimensions()
    positions = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        positions += len(row)
        if number > _LAST_LINE or positions > MOST_CELLS:
            raise _refused("file.too_many_lines", grid.file, sheet=grid.sheet, most=str(MOST_LINES))
        yield from (cell for cell in row if cell.value is not None or cell.data_type in ("str", "f"))


def _cell(cell: Any) -> Cell:
    """What Excel knows about a value decides its kind; bool is asked first, being an int as well."""
    value, row, column = cell.value, cell.row, cell.column
    match value:
        case bool():
            return Cell(row, column, "có" if value else "không", "yes_no")
        case int() | float():
            return _number(cell)
        case datetime() | date():
            return Cell(row, column, f"{value:%d/%m/%Y}", "day")
        case time() | timedelta():
            return Cell(row, column, str(value))
        case _:
            return Cell(row, column, tidy(str(value)), "error" if cell.data_type == "e" else "text")


def _number(cell: Any) -> Cell:
    # Fifteen digits are what Excel itself keeps: 0.1 + 0.2 is 0.3 there as well.
    exact = Decimal(cell.value if isinstance(cell.value, int) else format(cell.value, ".15g"))
    if exact.is_finite() and "%" in _WRITTEN_OUT.sub("", cell.number_format or ""):
        return Cell(cell.row, cell.column, f"{_plain(exact * 100)}%", "number")
    beside = printed_words(cell.number_format or "", exact) if exact.is_finite() else ""
    return Cell(cell.row, cell.column, _plain(exact), "number", beside)


def _plain(number: Decimal) -> str:
    """``950`` for 950.00, never ``9.5E+2``."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _refused(code: str, file: str, sheet: str = "", **facts: str) -> InvalidAnswers:
    return InvalidAnswers([Problem(code, facts, Place(file=file, sheet=sheet))])
