"""Reads the lines and cells of a PDF by where its letters stand.

A PDF says of each letter where it is, and nothing of words. Where a second font serves the letters
the first one lacks, or a stamp stands beside another cell, only the places tell what belongs together.

That takes a while, so of a long document it reads the first pages and those on which a quick look finds
a line with hardly more than a mark.

The reader unpacks whatever a file says, so it works in a process of its own, bounded in time and
memory as the check of signatures is: ``secrecy_apart`` starts it. It imports little, to start soon.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import time
import zlib
from collections.abc import Callable, Container, Generator, Iterator
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psparser import PSException

from chamdiem.evidence.confining import confine

_PROCESSOR_SECONDS = 10
# After so much of its time the process looks at no further page.
_LOOKING_SECONDS, _READING_SECONDS = 5, 8
_MOST_LETTERS = 100_000
# Parts of the size of the letters: what is farther below is another line, what is farther right another
# word, and what is farther still another cell.
_LINE, _WORD, _CELL = 0.35, 0.15, 0.6
# What pdfminer lets fly on malformed files.
_MALFORMED = (
    PSException, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter: where it begins and ends, where it stands (points, upwards), and its size."""

    text: str
    left: float
    right: float
    base: float
    size: float


class _Letters(PDFTextDevice):
    """Takes what is written upright on a page, and neither lines nor pictures."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.found: list[_Letter] = []

    def render_char(self, matrix: Any, font: Any, fontsize: float, scaling: float, *rest: Any) -> float:
        """One letter; the width it takes. ``rest`` begins with its rise and its number in the font."""
        number = rest[1]
        width: float = font.char_width(number) * fontsize * scaling
        across, slant, _, up, left, base = matrix
        if across > 0 and not slant and len(self.found) < _MOST_LETTERS:
            try:
                text = font.to_unichr(number)
            except PDFUnicodeNotDefined:
                text = "\ufffd"
            if text.strip():
                self.found.append(_Letter(text, left, left + width * across, base, abs(fontsize * up) or 1))
        return width


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on a page, from top to bottom: its cells, and its lines as a whole."""

    number: int
    cells: list[str]
    lines: list[str]


def read_pages(
    stream: BinaryIO, *, wanted: Container[int], goes_on: Callable[[], bool] = lambda: True
) -> Generator[PageText, None, int]:
    """The wanted pages, counted from nought; of a damaged file what can be read.

    Returns:
        How many pages there are; 0 where the end was not reached.
    """
    # What is wrong inside a font is of no interest to anybody.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    manager = PDFResourceManager()
    device = _Letters(manager)
    count = 0
    try:
        interpreter = PDFPageInterpreter(manager, device)
        for number, page in enumerate(PDFPage.create_pages(PDFDocument(PDFParser(stream)))):
            if not goes_on():
                return 0
            count += 1
            if number in wanted:
                device.found = []
                interpreter.process_page(page)
                lines = [_cells(line) for line in _lines(device.found)]
                cells = [cell for line in lines for cell in line]
                yield PageText(number, cells, [" ".join(line) for line in lines])
    except _MALFORMED:
        # What was read until then still counts; another reader looks at the file as well.
        return 0
    return count


def _lines(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    line: list[_Letter] = []
    for each in sorted(letters, key=lambda letter: -letter.base):
        if line and line[0].base - each.base > _LINE * line[0].size:
            yield sorted(line, key=lambda letter: letter.left)
            line = []
        line.append(each)
    if line:
        yield sorted(line, key=lambda letter: letter.left)


def _cells(line: list[_Letter]) -> list[str]:
    cells: list[str] = []
    last: _Letter | None = None
    for each in line:
        gap = (each.left - last.right) / each.size if last else 0
        if last and each.text == last.text and each.left - last.left < _WORD * each.size:
            # Printed twice, to look bold.
            continue
        if not cells or gap > _CELL:
            cells.append(each.text)
        else:
            cells[-1] += (" " if gap > _WORD else "") + each.text
        last = each
    return _rejoined(cells)


def _rejoined(cells: list[str]) -> list[str]:
    """A word set wide is no row of cells: M, Ậ, T."""
    joined: list[str] = []
    was_wide = False
    for cell in cells:
        is_wide = all(len(word) == 1 for word in cell.split())
        if is_wide and was_wide:
            joined[-1] += f" {cell}"
        else:
            joined.append(cell)
        was_wide = is_wide
    return joined


def main() -> None:
    """Read a PDF from standard input, write each page that is read as a line of JSON."""
    first, memory = (int(each) for each in sys.argv[1:])
    confine(memory_bytes=memory, processor_seconds=_PROCESSOR_SECONDS)
    data = sys.stdin.buffer.read()
    if 0 < _tell(read_pages(io.BytesIO(data), wanted=range(first))) <= first:
        return
    # Only after the first pages are told: here other people's code meets whatever the file holds.
    # And only where there may be more: loading it takes as long as reading a letter.
    from chamdiem.evidence.secrecy_looking import find_pages  # noqa: PLC0415

    later = find_pages(data, after=first, goes_on=_until(_LOOKING_SECONDS))
    if later:
        _tell(read_pages(io.BytesIO(data), wanted=later, goes_on=_until(_READING_SECONDS)))


def _tell(pages: Generator[PageText, None, int]) -> int:
    """Write each page; what the reader returns."""
    while True:
        try:
            page = next(pages)
        except StopIteration as end:
            return int(end.value)
        sys.stdout.write(json.dumps(asdict(page)) + "\n")
        sys.stdout.flush()


def _until(seconds: float) -> Callable[[], bool]:
    return lambda: time.process_time() < seconds


if __name__ == "__main__":
    main()
