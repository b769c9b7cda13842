"""CSV (bytes) → one grid, in any Unicode and with whatever separator Excel wrote it."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import islice

from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.form_layout import field_of
from chamdiem.office.grid import Cell, Grid, tidy
from chamdiem.office.safe_text import unguarded

MOST_LINES = 50_000
MOST_COLUMNS = 20_000

_SEPARATORS = (";", ",", "\t", "|")
# The heading stands near the beginning.
_FIRST_LINES = 200
# A line of fewer cells may well be a sentence with commas.
_FEWEST_COLUMNS = 3
# Bytes that no text holds.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
# What begins like this is a PDF, a Word or a web page, whatever letters it holds.
_OTHER_KINDS = (b"%PDF", b"{\\rtf", b"<")
# What is called so is meant to be a workbook.
EXCEL_NAMES = (".xlsx", ".xlsm", ".xls")
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
# No separator can be a letter, a blank, a quotation mark or the end of a line.
_DECLARED = re.compile(r"sep=([^\w \r\n\"])\r?\n?")


def read_csv(data: bytes, file: str = "") -> Grid:
    """The one table of a CSV file.

    Raises:
        InvalidAnswers: No text, or quotes that never end; names the line.
    """
    text = decoded(data, file)
    lines = list(StringIO(text, newline=""))
    first, separator = _separator(lines)
    grid = Grid(file)
    reader = csv.reader(lines[first:], delimiter=separator, strict=True)
    try:
        # Excel hides the line that declares the separator, and counts from the next.
        rows = list(enumerate(islice(reader, MOST_LINES + 1), start=1))
    except csv.Error as error:
        place = Place(file=file, line=first + reader.line_num)
        raise InvalidAnswers([Problem("csv.unreadable", {"why": str(error)}, place)]) from None
    _check_separators(rows, separator, file)
    for number, fields in rows:
        _add(grid, number, fields)
    return grid


def decoded(data: bytes, file: str = "", *, is_csv: bool = True) -> str:
    """The text of a file in UTF-8 or UTF-16; no other alphabet is guessed at.

    Args:
        data: The bytes.
        file: Its name, for problems.
        is_csv: Whether Excel could save it anew, which is then the remedy.

    Raises:
        InvalidAnswers: No text, or text in another encoding; names the first line that tells.
    """
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        if not data.startswith(_OTHER_KINDS) and not _CONTROL.search(data.decode("latin-1")):
            if file.lower().endswith(EXCEL_NAMES):
                raise InvalidAnswers([Problem("file.not_excel", {}, Place(file=file))]) from None
            place = Place(file=file, line=data.count(b"\n", 0, error.start) + 1)
            code = "csv.not_utf8" if is_csv else "file.not_utf8"
            raise InvalidAnswers([Problem(code, {"at": str(error.start)}, place)]) from None
        raise InvalidAnswers([Problem("file.not_text", {}, Place(file=file))]) from None
    if data.startswith(_OTHER_KINDS) or _CONTROL.search(text):
        raise InvalidAnswers([Problem("file.not_text", {}, Place(file=file))])
    return text


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data[1:2] == b"\x00":
        return "utf-16-le"
    return "utf-16-be" if data[:1] == b"\x00" else "utf-8-sig"


def _separator(lines: list[str]) -> tuple[int, str]:
    """How many lines stand before the table, and what stands between its cells."""
    declared = _DECLARED.fullmatch(lines[0]) if lines else None
    if declared:
        return 1, declared[1]
    for line in lines[:_FIRST_LINES]:
        for separator in _SEPARATORS:
            fields = [tidy(field).strip('"') for field in line.split(separator)]
            # Only between the right separators does the heading of the codes stand alone.
            if len(fields) > 1 and any(field_of(field) == "code" for field in fields):
                return 0, separator
    head = next((line for line in lines if line.strip()), "")
    return 0, max(_SEPARATORS, key=head.count)


def _check_separators(rows: list[tuple[int, list[str]]], separator: str, file: str) -> None:
    """Refuse a table whose lines are cut in another way than its heading.

    Raises:
        InvalidAnswers: Names the first such line.
    """
    width = next((len(fields) for _, fields in rows if any(field_of(tidy(f)) == "code" for f in fields)), 0)
    for number, fields in rows:
        if not 1 <= len(fields) < width or width < _FEWEST_COLUMNS:
            continue
        for other in _SEPARATORS:
            if other != separator and _is_cut_by(other, fields, width):
                facts = {"separator": _named(separator), "other": _named(other)}
                place = Place(file=file, line=number)
                raise InvalidAnswers([Problem("csv.mixed_separators", facts, place)])


def _is_cut_by(separator: str, fields: list[str], width: int) -> bool:
    """Whether a line would have the right number of cells, and a code before the rest, cut in this way."""
    code, *rest = fields[0].split(separator)
    pieces = len(rest) + sum(field.count(separator) for field in fields[1:]) + 1
    return bool(rest) and pieces == width and " " not in code.strip()


def _named(separator: str) -> str:
    return "TAB" if separator == "\t" else separator


def _add(grid: Grid, number: int, fields: list[str]) -> None:
    if number > MOST_LINES or len(fields) > MOST_COLUMNS:
        facts = {"most": str(MOST_LINES)}
        raise InvalidAnswers([Problem("file.too_many_lines", facts, Place(file=grid.file, line=number))])
    for column, field in enumerate(fields, start=1):
        text = unguarded(tidy(field))
        if text:
            grid.add(Cell(number, column, text, "error" if text in _ERRORS else "text"))
