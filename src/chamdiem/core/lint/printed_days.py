"""Days of the calendar in a text, as the numbers a rule compares a date with, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from chamdiem.core.expression import Letter, Number, Term, comparisons_in
from chamdiem.core.inputs import Input
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule, walk
from chamdiem.core.rules.tiers import TiersRule

# How a text says on which side of a day something lies → how bands are written.
_SIDES: Mapping[str, str] = {
    "trước hoặc trong": "không quá",
    "trước hoặc đúng": "không quá",
    "đúng": "không quá",
    "chậm nhất là": "không quá",
    "chậm nhất": "không quá",
    "muộn nhất là": "không quá",
    "muộn nhất": "không quá",
    "không muộn hơn": "không quá",
    "không quá": "không quá",
    "đến hết": "đến",
    "đến": "đến",
    "trước": "dưới",
    "muộn hơn": "trên",
    "sau": "trên",
    "quá": "trên",
    "từ": "từ",
}
_PRINTED = re.compile(
    rf"\b(?P<side>{'|'.join(_SIDES)})\s+(?:hết\s+)?(?:ngày\s+)?"
    r"(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>\d{4})(?!\d)"
    r"(?P<onward>\s+trở đi)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
# "Trước ngày 15/12", "chậm nhất 20/12": the first such day from the one that is counted from.
_OF_A_YEAR = re.compile(
    r"\b(?P<side>chậm nhất(?: là)?|muộn nhất(?: là)?|không muộn hơn|muộn hơn|trước|sau"
    r"|(?:không quá|quá|đến hết|đến|từ)(?=\s+(?:hết\s+)?ngày))\s+(?:hết\s+)?(?:ngày\s+)?"
    r"(?P<day>\d{1,2})\s*(?:/|tháng)\s*(?P<month>\d{1,2})(?!\s*(?:[\d/.-]|năm\b|hằng|hàng))"
    r"(?P<onward>\s+trở đi)?",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})(?!\d)", re.IGNORECASE)


def with_day_numbers(text: str, since: date) -> str:
    """A text with the days that bound something as the number of days after another day.

    Example:
        >>> with_day_numbers("Từ ngày 15/01/2026 đến ngày 31/01/2026: 5 điểm", date(2026, 1, 1))
        'từ 14 đến 30: 5 điểm'
    """

    def number(match: re.Match[str]) -> str:
        try:
            after = (_day(match, since) - since).days
        except ValueError:
            return match.group()
        onward = " trở lên" if match["onward"] else ""
        return match.group() if after < 0 else f"{_SIDES[_side(match)]} {after}{onward}"

    return _OF_A_YEAR.sub(number, _PRINTED.sub(number, text))


def _day(match: re.Match[str], since: date) -> date:
    """The day a text names; without a year the first from the day that is counted from."""
    month, day = int(match["month"]), int(match["day"])
    if year := match.groupdict().get("year"):
        return date(int(year), month, day)
    return date(since.year + ((month, day) < (since.month, since.day)), month, day)


def bounds_days(text: str) -> bool:
    """Whether a text says on which side of a day something lies."""
    return bool(_YEAR.search(text) and _PRINTED.search(text))


def named_days(text: str) -> set[tuple[int, int]]:
    """Day and month of every day a text names."""
    return {(int(day), int(month)) for day, month in _DAY.findall(text)}


def since_of(term: Term, inputs: Mapping[str, Input]) -> date | None:
    """The day from which a date is counted; None for anything else than a date."""
    given = inputs.get(term.name) if isinstance(term, Letter) else None
    return given.since if given is not None and given.type == "date" else None


def since_in(rule: Rule, inputs: Mapping[str, Input]) -> date | None:
    """The day from which the date a rule measures is counted; None where it measures none."""
    terms = (inner.value for inner in walk(rule) if isinstance(inner, RatioRule | TiersRule))
    return next((since for term in terms if (since := since_of(term, inputs)) is not None), None)


def day_thresholds(rule: Rule, inputs: Mapping[str, Input]) -> dict[Fraction, date]:
    """The thresholds of a rule that are days of the calendar, with the day they are."""
    return {
        threshold: day
        for term, threshold in _compared(rule)
        if (since := since_of(term, inputs)) is not None and (day := day_of(threshold, since)) is not None
    }


def day_of(number: Fraction, since: date) -> date | None:
    """The day so many days after another; None where the calendar has none, or none beside it."""
    ordinal = since.toordinal() + number
    if number.denominator > 1 or not date.min.toordinal() < ordinal < date.max.toordinal():
        return None
    return date.fromordinal(int(ordinal))


def written_day(day: date) -> str:
    """A day as people write it: 15/12/2026."""
    return f"{day:%d/%m/%Y}"


def is_named(day: date, named: set[tuple[int, int]]) -> bool:
    """Whether a text names a day, or the one before or after it: "trước 15/12" ends on the 14th."""
    near = (day + timedelta(days=step) for step in (-1, 0, 1))
    return any((each.day, each.month) in named for each in near)


def _side(match: re.Match[str]) -> str:
    return " ".join(match["side"].casefold().split())


def _compared(rule: Rule) -> Iterator[tuple[Term, Fraction]]:
    """Every term a rule compares with a number, and the number."""
    for inner in walk(rule):
        if isinstance(inner, TiersRule):
            yield from ((inner.value, tier.threshold) for tier in inner.tiers)
        elif isinstance(inner, RatioRule):
            yield inner.value, inner.threshold
        for condition in inner.conditions():
            for compare in comparisons_in(condition):
                if isinstance(compare.right, Number):
                    yield compare.left, compare.right.value
