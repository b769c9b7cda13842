"""CSV (bytes) → one grid, in whatever encoding and with whatever separator Excel wrote it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO

from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.grid import Cell, Grid, tidy
from chamdiem.office.safe_text import unguarded

MOST_LINES = 50_000
MOST_COLUMNS = 20_000

_SEPARATORS = (";", ",", "\t", "|")
# Bytes that no text holds.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
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
        for number, fields in enumerate(reader, start=1):
            _add(grid, number, fields)
    except csv.Error as error:
        place = Place(file=file, line=first + reader.line_num)
        raise InvalidAnswers([Problem("csv.unreadable", {"why": str(error)}, place)]) from None
    return grid


def decoded(data: bytes, file: str = "") -> str:
    """The text of a file: UTF-8, UTF-16, or the Vietnamese code page of Windows.

    Raises:
        InvalidAnswers: No text in any of them, or UTF-8 with a damaged place.
    """
    damage = _damage(data)
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if damage is not None and encoding == "cp1258":
            raise InvalidAnswers([Problem("file.not_utf8", {"at": str(damage)}, Place(file=file))])
        if not _CONTROL.search(text):
            return text
    raise InvalidAnswers([Problem("file.not_text", {}, Place(file=file))])


def _damage(data: bytes) -> int | None:
    """Where UTF-8 is damaged; None where it is whole, or was never meant to be UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        text = data.decode(errors="replace")
        bad = text.count("\ufffd")
        foreign = sum(letter > "\x7f" for letter in text)
        return error.start if foreign > 2 * bad else None
    return None


def _encodings(data: bytes) -> Iterable[str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if data[1:2] == b"\x00":
        return ("utf-16-le",)
    if data[:1] == b"\x00":
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1258")


def _separator(lines: list[str]) -> tuple[int, str]:
    """How many lines stand before the table, and what stands between its cells."""
    declared = _DECLARED.fullmatch(lines[0]) if lines else None
    if declared:
        return 1, declared[1]
    head = next((line for line in lines if line.strip()), "")
    return 0, max(_SEPARATORS, key=head.count)


def _add(grid: Grid, number: int, fields: list[str]) -> None:
    if number > MOST_LINES or len(fields) > MOST_COLUMNS:
        facts = {"most": str(MOST_LINES)}
        raise InvalidAnswers([Problem("file.too_many_lines", facts, Place(file=grid.file, line=number))])
    for column, field in enumerate(fields, start=1):
        text = unguarded(tidy(field))
        if text:
            grid.add(Cell(number, column, text, "error" if text in _ERRORS else "text"))
