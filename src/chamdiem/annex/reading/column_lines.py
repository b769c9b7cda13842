"""Lines of a column of prose → texts: one goes on where the next word had no room, or begins no text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chamdiem.annex.amounts import points_at_the_end
from chamdiem.annex.reading.running_lines import FIGURES, PAGE_NUMBER
from chamdiem.annex.reading.segments import InLine
from chamdiem.annex.wrapped import begins_anew

# A word needs so much room beside its own width, in points; less is a matter of rounding.
_SPACE = 1.5
# Between texts there may be so much more space than between lines, as a share of their height.
_WIDER = 0.35
# Nothing ends like this: "(a/" and "b) × 10".
_OPEN = ("/", "(", "×", "=", "+")
# A figure that is no number of a row, a small letter, or a sign begins no text.
_SIGNS = "(×%="
_CUT = re.compile(r"\S/$")


@dataclass(frozen=True, slots=True)
class ColumnLine(InLine):
    """One line of a column: its words with their edges, where it stands, and how far its column reaches.

    ``right`` is 0 for a line across the columns: it is a text of its own.
    """

    words: tuple[tuple[float, float, str], ...]
    top: float = 0
    bottom: float = 0
    page: int = 0
    right: float = 0
    is_at_edge: bool = False

    def placed(self, page: int, right: float) -> ColumnLine:
        """The same, of a column that reaches to ``right``."""
        return replace(self, page=page, right=right)


def joined(lines: Sequence[ColumnLine]) -> Iterator[tuple[int, str]]:
    """Every text with the page it begins on."""
    usual = _usual_gap(lines)
    page, text = 0, ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _goes_on(before, line, usual):
            glue = "" if _CUT.search(before.text) else " "
            text = f"{text}{glue}{line.text}"
            continue
        if text:
            yield page, text
        page, text = line.page, line.text
    if text:
        yield page, text


def without_running(lines: Sequence[ColumnLine]) -> tuple[list[ColumnLine], list[str]]:
    """The lines without page numbers and what several pages repeat at their edges, and what that says."""
    places: defaultdict[tuple[str, int], dict[int, str]] = defaultdict(dict)
    for line in lines:
        if line.is_at_edge:
            places[_mark(line)].setdefault(line.page, line.text)
    running = {
        mark: next(iter(own.values())) for mark, own in places.items() if len(own) > 1 and _is_told(mark[0])
    }
    kept = [
        line
        for line in lines
        if not (line.is_at_edge and (_mark(line) in running or PAGE_NUMBER.fullmatch(line.text)))
    ]
    return kept, [text for text in running.values() if not PAGE_NUMBER.fullmatch(text)]


def _mark(line: ColumnLine) -> tuple[str, int]:
    return FIGURES.sub("#", line.text), round(line.top)


def _is_told(mark: str) -> bool:
    """Whether it may be a header or footer; a row that ends with its points is none."""
    return points_at_the_end(mark.replace("#", "1"))[1] is None


def _goes_on(before: ColumnLine, line: ColumnLine, usual: float) -> bool:
    """Whether a line goes on with the one before: its first word had no room there, or begins no text."""
    if not (before.right and line.right):
        return False
    if before.text.endswith(_OPEN):
        return True
    first = line.words[0]
    has_room = before.end + _SPACE + first[1] - first[0] < before.right
    sign = line.text[0]
    is_rest = sign.islower() or sign.isdigit() or sign in _SIGNS
    if begins_anew(line.text) or (has_room and not is_rest):
        return False
    is_beside = line.page == before.page and line.top > before.top
    height = before.bottom - before.top
    return not is_beside or line.top - before.bottom <= usual + _WIDER * height


def _usual_gap(lines: Iterable[ColumnLine]) -> float:
    """The space between the lines of one text: the smallest that is often found."""
    pairs = [(one, other) for one, other in pairwise(lines) if one.page == other.page and other.top > one.top]
    gaps = sorted(other.top - one.bottom for one, other in pairs if one.right and other.right)
    return gaps[len(gaps) // 4] if gaps else 0.0
