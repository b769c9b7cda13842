"""Pages printed in two columns of prose: where they part, what is read first, and which lines are one text."""

# Sentences stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest
from math import ceil, floor
from typing import Any

from chamdiem.annex.amounts import points_at_the_end
from chamdiem.annex.blocks import Document, Paragraph, Spot
from chamdiem.annex.markup import plain_paragraph
from chamdiem.annex.numbering import split_number
from chamdiem.annex.reading.column_lines import ColumnLine, joined, without_running
from chamdiem.annex.reading.running_lines import RUNNING, is_at_edge
from chamdiem.annex.reading.segments import TextLine, lines_of, page_words

# The gap between columns is at least so wide, in points, and somewhere in the middle of the text.
_NARROWEST, _FROM, _TO = 8, 0.3, 0.7
# One line in so many may run across both columns: a title, what a page repeats.
_ACROSS = 6
# A column has so many lines, and some of them fill most of it.
_FEWEST_LINES, _FEWEST_FULL, _FULL = 4, 2, 0.7
_READ = (
    "Tệp in hai cột trên trang: đã đọc hết cột trái rồi đến cột phải. Đối chiếu thứ tự các dòng với bản gốc."
)
_UNSURE = "Trang {pages} có thể in hai cột mà không tách được: dòng có thể bị sót hoặc lẫn chữ của nhau. Đối chiếu từng dòng với bản gốc."


@dataclass(slots=True)
class PageColumns:
    """One pass over the pages; ``edge`` is where columns part, once a page in two columns was seen.

    ``unsure`` are pages that look like it, and on which no row begins in one of the columns.
    """

    edge: float | None = None
    unsure: list[int] = field(default_factory=list)
    _lines: list[ColumnLine] = field(default_factory=list)

    def read(self, document: Document, page: Any, number: int) -> bool:
        """Whether a page is in two columns; if so its lines are kept until it is known where each text ends."""
        lines = lines_of(page_words(page))
        if self.edge is None or not _is_parted(lines, self.edge):
            self.flush(document)
            edge = _edge(lines)
            if edge is None:
                return False
            if not all(map(_has_row, _sides(lines, edge))):
                self.unsure += [number] if _tells_of_rows(lines) else []
                return False
            self.edge = edge
        height = page.height
        own = _in_order(lines, self.edge, number)
        self._lines += [replace(each, is_at_edge=is_at_edge(each.top, each.bottom, height)) for each in own]
        return True

    def waiting(self, number: int) -> list[Paragraph]:
        """The lines of a page that are kept."""
        return [Paragraph(each.text) for each in self._lines if each.page == number]

    def flush(self, document: Document) -> None:
        """The paragraphs of the pages in two columns that were read."""
        lines, running = without_running(self._lines)
        document.warnings += [RUNNING.format(text=text) for text in running]
        for page, text in joined(lines):
            if words := plain_paragraph(text):
                document.blocks.append(Paragraph(words, Spot(page=page)))
        self._lines = []

    def finish(self, document: Document) -> None:
        """Tell that there are pages in two columns, or may be."""
        self.flush(document)
        if self.edge is not None:
            document.warnings.append(_READ)
        if self.unsure:
            document.warnings.append(_UNSURE.format(pages=", ".join(map(str, self.unsure))))


def _is_parted(lines: Sequence[TextLine], edge: float) -> bool:
    """Whether a page goes on in the columns of one before, however little stands in the second."""
    return bool(_sides(lines, edge)[0]) and _covered(lines, edge) <= len(lines) // _ACROSS


def _edge(lines: Sequence[TextLine]) -> float | None:
    """The middle of the widest gap nearly all lines leave free; nothing where there are no two columns."""
    if len(lines) < _FEWEST_LINES:
        return None
    left, right = min(each.segments[0].start for each in lines), max(each.segments[-1].end for each in lines)
    width = right - left
    printed = Counter(at for line in lines for at in _printed(line))
    places = range(round(left + _FROM * width), round(left + _TO * width))
    covered = {at: printed[at] for at in places}
    gaps = (_widest(covered, most) for most in range(len(lines) // _ACROSS + 1))
    edge = next((gap for gap in gaps if gap is not None), None)
    if edge is None:
        return None
    one, other = _sides(lines, edge)
    return edge if _is_prose(one, edge - left) and _is_prose(other, right - edge) else None


def _widest(covered: Mapping[int, int], most: int) -> float | None:
    """The middle of the widest gap that at most so many lines run across, if it is wide enough."""
    runs = groupby(covered, lambda place: covered[place] <= most)
    widest = max(([*run] for is_free, run in runs if is_free), key=len, default=[])
    return (widest[0] + widest[-1]) / 2 if len(widest) >= _NARROWEST else None


def _covered(lines: Sequence[TextLine], place: float) -> int:
    """How many lines print something at a place."""
    return sum(_is_across(line, place) for line in lines)


def _printed(line: TextLine) -> set[int]:
    """The places a line prints something at."""
    words = (word for each in line.segments for word in each.words)
    return {at for start, end, _ in words for at in range(ceil(start), floor(end) + 1)}


def _is_across(line: TextLine, edge: float) -> bool:
    return any(start <= edge <= end for each in line.segments for start, end, _ in each.words)


def _sides(lines: Sequence[TextLine], edge: float) -> tuple[list[ColumnLine], list[ColumnLine]]:
    """What stands left and right of an edge in the lines that do not run across it."""
    left: list[ColumnLine] = []
    right: list[ColumnLine] = []
    for line in lines:
        if not _is_across(line, edge):
            words = [word for each in line.segments for word in each.words]
            for side, is_right in ((left, False), (right, True)):
                own = tuple(word for word in words if (word[0] > edge) == is_right)
                if own:
                    side.append(ColumnLine(own, line.top, line.bottom))
    return left, right


def _is_prose(side: Sequence[ColumnLine], width: float) -> bool:
    """Whether some lines of a column fill most of it."""
    full = [each for each in side if each.end - each.start >= _FULL * width]
    return len(side) >= _FEWEST_LINES and len(full) >= _FEWEST_FULL


def _has_row(side: Sequence[ColumnLine]) -> bool:
    """Whether a row begins in a column: with its number, and ends with its points there or a line below."""
    for line, below in zip_longest(side, side[1:]):
        number, name = split_number(line.text)
        whole = f"{name} {below.text if below else ''}".rstrip()
        if number and any(points_at_the_end(text)[1] is not None for text in (name, whole)):
            return True
    return False


def _tells_of_rows(lines: Sequence[TextLine]) -> bool:
    return sum(points_at_the_end(line.text)[1] is not None for line in lines) > 1


def _in_order(lines: Sequence[TextLine], edge: float, page: int) -> list[ColumnLine]:
    """Lines that run across as they stand; between them the left column, then the right one."""
    ordered: list[ColumnLine] = []
    for is_across, run in groupby(lines, lambda each: _is_across(each, edge)):
        band = [*run]
        if is_across:
            whole = [tuple(word for each in line.segments for word in each.words) for line in band]
            ordered += [
                ColumnLine(words, line.top, line.bottom, page)
                for words, line in zip(whole, band, strict=True)
            ]
            continue
        for side in _sides(band, edge):
            right = max((each.end for each in side), default=edge)
            ordered += [each.placed(page, right) for each in side]
    return ordered
