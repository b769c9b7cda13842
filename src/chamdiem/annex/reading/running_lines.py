"""Lines a PDF repeats on its pages, above or below the text: they part no table and name none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from chamdiem.annex.blocks import Block, Document
from chamdiem.annex.reading.segments import TextLine

FIGURES = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"(?:trang\s*)?-?\s*\d{1,4}\s*-?(?:\s*/\s*\d{1,4})?", re.IGNORECASE)
# A level at the foot of two pages is no footer: "- Không: 0 điểm".
_POINTS = re.compile(r"\d\s*(?:điểm|đ)\b", re.IGNORECASE)
_EDGE = 0.1
# In points: the foot of the lowest page is below it.
_HIGHEST = 200
RUNNING = "Dòng in lặp lại ở mép các trang không đọc vào bảng: “{text}”."


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A line at the edge of a page: the block it is, its page, and how far down it stands."""

    block: Block
    text: str
    page: int
    top: int

    @property
    def is_above(self) -> bool:
        """Whether it stands at the top of its page."""
        return self.top < _HIGHEST


def is_at_edge(top: float, bottom: float, height: float) -> bool:
    """Whether a line stands where pages have their headers and footers."""
    return bottom < _EDGE * height or top > (1 - _EDGE) * height


Marks = frozenset[tuple[str, int]]


def marks_of(lines: Sequence[TextLine], height: float) -> Marks:
    """What stands at the edges of a page and how far down, whatever figures it has."""
    edges = [line for line in lines if is_at_edge(line.top, line.bottom, height)]
    return frozenset(_mark(line) for line in edges if not _POINTS.search(line.text))


def is_running(line: TextLine, height: float, number: int, beside: Marks) -> bool:
    """Whether a line is one of those of the pages ``beside``, or the number of its page."""
    if not is_at_edge(line.top, line.bottom, height):
        return False
    return _mark(line) in beside or line.text == str(number)


def _mark(line: TextLine) -> tuple[str, int]:
    return FIGURES.sub("#", line.text), round(line.top)


def drop_running_lines(document: Document, lines: Sequence[EdgeLine], pages: int) -> None:
    """Leave out lines that stand at the same place of nearly all pages; each is told once."""
    alike: defaultdict[tuple[str, int], list[EdgeLine]] = defaultdict(list)
    for line in lines:
        if not _POINTS.search(line.text):
            alike[FIGURES.sub("#", line.text), line.top].append(line)
    running = [same for same in alike.values() if len({each.page for each in same}) >= max(2, pages - 1)]
    # A title above the first page stays one.
    dropped = {id(each.block) for same in running for each in same[same[0].is_above :]}
    document.blocks = [block for block in document.blocks if id(block) not in dropped]
    document.warnings += [RUNNING.format(text=same[0].text) for same in running]
