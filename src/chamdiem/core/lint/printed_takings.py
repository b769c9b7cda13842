"""Points that a text takes off in some case (``01 vụ: trừ 3 điểm``), and what they leave of the maximum."""

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.core.lint.printed_lines import lines_of
from chamdiem.core.lint.printed_numbers import points_in
from chamdiem.core.points import decimal_text

_TAKEN = re.compile(
    r"\b(?:bị )?trừ(?: đi)?\s+(?P<number>\d{1,4}(?:[.,]\d{1,3})?)\s*(?P<percent>%\s*)?"
    r"(?:tổng )?(?:số )?(?:điểm|đ)\b(?!\s*(?:/|cho mỗi|cho một|mỗi))",
    re.IGNORECASE,
)
_NOT_TAKEN = re.compile(r"\bkhông (?:bị )?trừ(?: điểm)?\b", re.IGNORECASE)
# "Mỗi vụ trừ 3 điểm", "cứ chậm 1 ngày trừ 1 điểm" are steps.
_EACH = re.compile(r"\b(?:mỗi|cứ)\b", re.IGNORECASE)


def taken_in(text: str, maximum: Fraction) -> set[Fraction]:
    """The points that a text takes off a maximum in some case."""
    lines = (line for line in lines_of(text) if not _EACH.search(line)) if "trừ" in text.casefold() else ()
    return {_points(match, maximum) for line in lines for match in _TAKEN.finditer(line)}


def with_points_left(text: str, maximum: Fraction) -> dict[str, str]:
    """The lines of a text, as what each leaves of the maximum, with the line as printed.

    Empty where nothing is taken off, or where the text gives other points as well, so that
    it may mean to take them off something else.

    Example:
        >>> list(with_points_left("Không có: 10 điểm; 01 vụ: trừ 3 điểm", Fraction(10)))
        ['Không có: 10 điểm', '01 vụ: 7 điểm']
    """
    taken = taken_in(text, maximum)
    if not taken or not set(points_in(text)) <= {Fraction(0), maximum, *taken}:
        return {}
    return {
        line if _EACH.search(line) else _TAKEN.sub(lambda match: _left(match, maximum), line): line
        for line in lines_of(text)
    }


def with_points_given(text: str) -> dict[str, str]:
    """The lines of a deduction with what each takes off as its points, with the line as printed.

    Example:
        >>> list(with_points_given("Trên 5%: trừ 4 điểm"))
        ['Trên 5%: 4 điểm']
    """
    if not _TAKEN.search(text):
        return {}
    return {
        line if _EACH.search(line) else _TAKEN.sub(_given, _NOT_TAKEN.sub("0 điểm", line)): line
        for line in lines_of(text)
    }


def _given(match: re.Match[str]) -> str:
    return f"{match['number']} {match['percent'] or ''}điểm"


def _left(match: re.Match[str], maximum: Fraction) -> str:
    left = maximum - _points(match, maximum)
    return match.group() if left < 0 else f"{decimal_text(left)} điểm"


def _points(match: re.Match[str], maximum: Fraction) -> Fraction:
    number = Fraction(match["number"].replace(",", "."))
    return number * maximum / 100 if match["percent"] else number
