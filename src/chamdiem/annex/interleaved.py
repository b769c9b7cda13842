"""Tables whose columns a PDF printed in between: cells one after the other.

Only the line of points (and deadline) tells the name from the instructions.
"""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

from chamdiem.annex.amounts import read_points
from chamdiem.annex.blocks import Document, Paragraph
from chamdiem.annex.cell_parts import split_cells, split_items
from chamdiem.annex.columns import Columns
from chamdiem.annex.numbering import Number, read_number
from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.table import Table

_FEWEST_ROWS = 3
_FIGURES = re.compile(
    r"(?:(?P<before>.*\S) +)?(?P<points>\d{1,4}) {1,2}(?P<deadline>\d{1,2}[./]\d{1,2}(?:[./]\d{4})?)(?: (?P<after>.*\S.*?))?\s*"
)
_SECTION = re.compile(r"(?P<number>[IVX]{1,5}) (?P<name>\D.*?) (?P<points>\d{1,4})\s*")
_POINTS = re.compile(r"\s*(?P<points>\d{1,3}(?:,\d{1,2})?)(?: điểm)?\s*")
_LONE_POINTS = re.compile(r"(\d{1,4}) {3,}")
_NUMBER_LINE = re.compile(r"\s?(?P<number>[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s*")
_NUMBER_AND_NAME = re.compile(r"\s?(?P<number>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\.? (?P<name>\D.*)")
_HEADER_WORDS = re.compile(r"\b(?:STT|Điểm tối đa|Tài liệu kiểm chứng|Hướng dẫn thực hiện)\b", re.IGNORECASE)
_INTERLEAVED = Columns(("number", "name", "max", "deadline", "instructions", "evidence"), ("",) * 6)


def read_interleaved(document: Document) -> list[Table]:
    """The rows of a table whose cells were printed below each other; nothing when it is no such text."""
    lines = [paragraph for paragraph in document.paragraphs() if paragraph.text]
    has_dates = sum(bool(_FIGURES.fullmatch(line.text)) for line in lines) >= 2 * _FEWEST_ROWS
    reading = _Interleaved(has_dates=has_dates)
    for line in lines:
        reading.add(line)
    reading.finish()
    if not has_dates and not _adds_up(reading.rows):
        return []
    tables = []
    if reading.information:
        tables.append(Table(_INTERLEAVED, "Thông tin chung", rows=reading.information, number=1))
    tables.append(Table(_INTERLEAVED, "", rows=reading.rows, total=reading.total, number=2))
    return tables


def looks_interleaved(document: Document) -> bool:
    """Whether numbers of rows and points stand on lines of their own."""
    texts = [paragraph.text.strip() for paragraph in document.paragraphs()]
    numbers = sum(bool(_NUMBER_LINE.fullmatch(text)) and not text.isdigit() for text in texts)
    return numbers >= _FEWEST_ROWS and sum(text.isdigit() for text in texts) >= _FEWEST_ROWS


def _adds_up(rows: Sequence[AnnexRow]) -> bool:
    """Whether the points of the criteria are those of every section: then no figure was taken for another."""
    sums: list[tuple[AnnexRow, Fraction]] = []
    for row, below in zip_longest(rows, rows[1:]):
        number, next_number = read_number(row.number), read_number(below.number) if below else None
        is_group = number is not None and next_number is not None and next_number.parts[:-1] == number.parts
        if number is not None and number.style == "roman":
            sums.append((row, Fraction(0)))
        elif sums and not is_group:
            sums[-1] = (sums[-1][0], sums[-1][1] + (row.max_points or 0))
    return len(rows) - len(sums) >= _FEWEST_ROWS and all(row.max_points == total for row, total in sums)


@dataclass(slots=True)
class _Interleaved:
    """One pass over the lines of such a text; without dates beside them, points stand on lines of their own."""

    has_dates: bool = True
    rows: list[AnnexRow] = field(default_factory=list)
    information: list[AnnexRow] = field(default_factory=list)
    total: AnnexRow | None = None
    cells: list[str] = field(default_factory=list)
    has_begun: bool = False
    in_information: bool = False

    def add(self, line: Paragraph) -> None:
        # Spaces may stand for lost letters: they are kept until the text is repaired.
        text = line.raw or line.text
        if not self.has_begun:
            self._above(line)
        elif match := _SECTION.fullmatch(text):
            self._section(match, line)
        elif self._awaits_points() and (match := _POINTS.fullmatch(text)):
            self.rows[-1].max_points = read_points(match["points"])
        elif (match := _NUMBER_LINE.fullmatch(text)) and self._is_next(match["number"]):
            self._start(match["number"], "", line)
        elif (match := _NUMBER_AND_NAME.fullmatch(text)) and self._is_next(match["number"]):
            self._start(match["number"], match["name"], line)
        elif (match := _FIGURES.fullmatch(text)) and self.rows:
            self._figures(match)
        elif self.rows and self._is_open_section() and (match := _LONE_POINTS.fullmatch(text)):
            self.rows[-1].max_points = read_points(match[1])
        elif self.rows:
            self._text(text)

    def finish(self) -> None:
        """Close the last row."""
        if self.rows and self.cells:
            split = split_cells if self.has_dates else split_items
            self.rows[-1].texts.update(split(self.cells))
            self.cells = []

    def _above(self, line: Paragraph) -> None:
        """Before the table of points: general information, then the header."""
        if "thông tin chung" in line.text.casefold():
            self.in_information = True
        elif _HEADER_WORDS.search(line.text):
            self.in_information = False
        elif _SECTION.fullmatch(line.text) or (self.total and _FIGURES.fullmatch(line.text)):
            self.has_begun, self.in_information = True, False
            self.add(line)
        elif read_points(line.text) is not None and len(line.text) > 2 and not self.in_information:
            self.total = AnnexRow(max_points=read_points(line.text), spot=line.spot)
        elif self.in_information:
            self._information(line)

    def _information(self, line: Paragraph) -> None:
        match = re.fullmatch(r"(\d{1,2}\.)\s*(.*)", line.text)
        if match:
            self.information.append(
                AnnexRow(number=match[1], texts={"name": match[2]}, spot=line.spot, table=1)
            )
        elif self.information and not self.information[-1].name.endswith(":"):
            row = self.information[-1]
            row.texts["name"] = f"{row.name} {line.text}".strip()

    def _section(self, match: re.Match[str], line: Paragraph) -> None:
        self.finish()
        row = AnnexRow(number=match["number"], texts={"name": match["name"]}, spot=line.spot, table=2)
        row.max_points = read_points(match["points"])
        self.rows.append(row)

    def _figures(self, match: re.Match[str]) -> None:
        row = self.rows[-1]
        if row.max_points is not None:
            self._text(match[0])
            return
        row.max_points = read_points(match["points"])
        row.texts["deadline"] = match["deadline"]
        row.texts["name"] = " ".join(part for part in (row.name, match["before"] or "") if part)
        self.cells = [match["after"]] if match["after"] else []

    def _start(self, number: str, name: str, line: Paragraph) -> None:
        self.finish()
        figures = _FIGURES.fullmatch(name)
        row = AnnexRow(
            number=number, texts={"name": name} if name and not figures else {}, spot=line.spot, table=2
        )
        self.rows.append(row)
        if figures:
            self._figures(figures)

    def _awaits_points(self) -> bool:
        """Whether a row has its name and no points yet, in a text without dates."""
        return (
            not self.has_dates
            and bool(self.rows)
            and bool(self.rows[-1].name)
            and self.rows[-1].max_points is None
        )

    def _is_open_section(self) -> bool:
        number = read_number(self.rows[-1].number)
        return number is not None and number.style == "roman" and self.rows[-1].max_points is None

    def _is_next(self, number: str) -> bool:
        """Whether a number continues the numbers so far; page numbers and figures in cells do not."""
        read = read_number(number)
        if read is None or not self.rows:
            return False
        if read.style == "roman":
            sections = [n for row in self.rows if (n := read_number(row.number)) and n.style == "roman"]
            return bool(sections) and read.value == sections[-1].value + 1
        for row in reversed(self.rows):
            before = read_number(row.number)
            if before is None:
                continue
            if before.style == "roman":
                firsts = {(1,), (1, 1), (before.value, 1)} if not self.has_dates else {(1,)}
                return read.parts in firsts or self._goes_on_from_above(read)
            if len(read.parts) == len(before.parts) + 1:
                return read.parts == (*before.parts, 1)
            if len(read.parts) <= len(before.parts):
                same = before.parts[: len(read.parts)]
                return read.parts[:-1] == same[:-1] and same[-1] < read.value <= same[-1] + 2
        return False

    def _goes_on_from_above(self, number: Number) -> bool:
        """Whether rows are counted through all sections."""
        tops = [n.value for row in self.rows if (n := read_number(row.number)) and n.style == "arabic"]
        return not self.has_dates and bool(tops) and number.parts == (tops[-1] + 1,)

    def _text(self, text: str) -> None:
        row = self.rows[-1]
        number = read_number(row.number)
        is_open = row.max_points is None and number is not None
        if text.strip().isdigit():
            # The number of a page.
            return
        if is_open:
            row.texts["name"] = f"{row.name} {text}" if row.name else text
        elif number is not None and number.style != "roman":
            self.cells.append(text)
