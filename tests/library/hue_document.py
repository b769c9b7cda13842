"""The commune set of Thừa Thiên Huế as it was received: the rows of a damaged PDF text.

Every cell is printed line by line, name, maximum and deadline, instructions,
evidence; where a page ends, what is left of all cells follows on the next one.
Lost letters are spaces, one for each, so nothing is stripped but the layout:
the space that ends a line, and the one in front of the first line of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parent / "sources" / "003_f57c432807bb7a5a.txt"
FIRST_LINE = 71

NUMBER = re.compile(r"(?P<number>[IV]+|\d{1,2}(?:\.\d)?)")
NUMBER_AND_NAME = re.compile(r"(?P<number>[IV]+(?=\D+ \d+ {6})|\d\.\d) (?P<text>\D.*)")
SECTION_MAXIMUM = re.compile(r"(?:(?P<before>.*) )?(?P<points>\d+) {6}")
POINTS_AND_DEADLINE = re.compile(
    r"(?:(?P<before>.*) )?(?P<points>\d+) {1,2}(?P<deadline>\d{1,2}\.\d{1,2})(?: (?P<after>.*))?"
)
HYPHEN = re.compile(r"\w-$")
ITEM = re.compile(r"(?P<number>\d{1,2}\.) *(?P<text>\S.*)?")


class Line(NamedTuple):
    """One printed line: its place in the file, its letters and gaps."""

    place: int
    text: str


class PrintedRow:
    """One row of the table, as far as the layout tells: what is not a figure is a line of text."""

    def __init__(self, key: str, number: str, place: int) -> None:
        self.key, self.number = key, number
        self.first_line = self.last_line = place
        self.max_points: Fraction | None = None
        self.deadline = ""
        self.name: list[str] = []
        self.cells: list[str] = []

    @property
    def level(self) -> str:
        if not self.number[0].isdigit():
            return "section"
        return "criterion" if "." in self.number else "indicator"

    def read(self, place: int, text: str) -> None:
        """Take one more line of the row."""
        self.last_line = place
        if figures := POINTS_AND_DEADLINE.fullmatch(text):
            self.deadline = figures["deadline"]
        elif self.level != "section" or not (figures := SECTION_MAXIMUM.fullmatch(text)):
            (self.cells if self.deadline else self.name).append(text)
            return
        parts = figures.groupdict()
        self.max_points = Fraction(parts["points"])
        self.name += filter(None, [parts["before"]])
        self.cells += filter(None, [parts.get("after")])


def joined(lines: Sequence[str]) -> str:
    """The lines of one cell as one text; a hyphen inside a word holds on to the next line."""
    text = ""
    for line in lines:
        glue = "" if not text or HYPHEN.search(text) else " "
        text += glue + line
    return text


@cache
def file_lines() -> tuple[str, ...]:
    """The document, as it was received."""
    return tuple(SOURCE.read_text(encoding="utf-8").splitlines())


def table_lines() -> Iterator[Line]:
    """The lines of the table with letters in them, the layout's own spaces taken off."""
    every = file_lines()
    for place in range(FIRST_LINE, len(every)):
        line = every[place]
        is_top_of_page = bool(every[place - 1]) and line.startswith(" ")
        if line.strip():
            yield Line(place + 1, line.removesuffix(" ")[is_top_of_page:])


@cache
def printed_rows() -> tuple[PrintedRow, ...]:
    """The rows of the table in printed order; numbers start again in every section."""
    rows: list[PrintedRow] = []
    section = ""
    for place, text in table_lines():
        match = NUMBER.fullmatch(text) or NUMBER_AND_NAME.fullmatch(text)
        if match is None:
            rows[-1].read(place, text)
            continue
        number = match["number"]
        section = section if number[0].isdigit() else number
        key = number if number == section else f"{section}.{number}"
        # The number of an indicator is printed again on the page its first criterion stands on.
        if key not in {row.key for row in rows}:
            rows.append(PrintedRow(key, number, place))
        if rest := match.groupdict().get("text"):
            rows[-1].read(place, rest)
    return tuple(rows)


def spread(lines: Sequence[str], texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The lines of a row under the cells they stand in.

    ``texts`` are the cells of the row. Every line goes to the cell that goes on
    with it; on top of a page one line may hold the last words of one cell and
    the next ones of another.

    Raises:
        StopIteration: A line that continues no cell.
    """
    rest = dict(texts)
    found: dict[str, list[str]] = {cell: [] for cell in texts}
    waiting = list(lines)
    while waiting:
        line = waiting.pop(0)
        cell, taken = next(_continued(line, rest))
        found[cell].append(taken)
        rest[cell] = rest[cell][len(taken) :].removeprefix(" ")
        if len(taken) < len(line.rstrip()):
            waiting.insert(0, line[len(taken) + 1 :])
    assert not any(rest.values()), rest
    return found


def _continued(line: str, rest: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every cell that may go on with this line, and what it takes of it."""
    for cell, text in rest.items():
        for taken in (line, line.rstrip()):
            if (
                text == taken
                or text.startswith(f"{taken} ")
                or (HYPHEN.search(taken) and text.startswith(taken))
            ):
                yield cell, taken
    for cell, text in rest.items():
        if text and line.startswith(f"{text} "):
            yield cell, text


@cache
def printed_items() -> dict[str, str]:
    """Number → name of the general information, in printed order; no letters are lost there."""
    items: dict[str, list[str]] = {}
    for line in file_lines()[14:44]:
        match = ITEM.fullmatch(line)
        if match is not None:
            items[match["number"]] = []
        text = line if match is None else match["text"] or ""
        if text.strip():
            items[list(items)[-1]].append(text.strip())
    return {number: joined(lines) for number, lines in items.items()}
