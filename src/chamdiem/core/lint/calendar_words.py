"""Days, weeks, months and quarters that a text names, and those that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

DAY = re.compile(r"(\d(?<!\d.)\d?)\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}))?(?!\d)")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# "Ngày 31 tháng 4", or a month with its year; "6 tháng 12 lần" is none.
_IN_WORDS = re.compile(
    r"(?P<named>\bngày\s+)?(?:(?<!\d)(?P<day>\d{1,2})\s+)?\btháng\s+(?P<month>\d{1,2})(?![\d.,])"
    r"(?:\s*(?:năm|[/.-])\s*(?P<year>\d{4})(?!\d))?",
    re.IGNORECASE,
)
# "Báo cáo quý 5 lần" and "quý 5/4" name no quarter; "quý X" stands for any.
_ANY_QUARTER = re.compile(
    r"\b[Qq](?:uý|UÝ)\s+(?:(?P<roman>[IV]{1,4}|v)\b"
    r"|(?P<digits>\d{1,2})(?=\s*(?:$|[;,)]|h[ằà]ng năm|(?:[/.-]|năm)\s*\d{4}(?!\d))))"
    r"(?:\s*(?:[/.-]|năm)\s*\d{4}(?!\d))?"
)
_EACH = re.compile(r"(?:mỗi|hằng|hàng|từng|một|các)\s+$", re.IGNORECASE)
# Some months have no 31st, "ngày 31 của tháng cuối năm" exists; the 30th is how people write the last day.
_MONTHLY = re.compile(
    r"\bngày\s+(?P<day>\d{1,2})\s+(?:(?:của\s+)?(?:h[ằà]ng|mỗi|từng) tháng(?! \d)"
    r"|(?:của|các) tháng(?:\s+cuối(?: của)?(?: mỗi| h[ằà]ng| các)? quý(?! (?:[IVX]|\d))"
    r"|(?=\s*(?:[,;.)]|$))))",
    re.IGNORECASE,
)
# "Tuần thứ 6 của tháng".
_PART = re.compile(
    r"\b(?P<part>tuần|tháng)\s+thứ\s+(?P<number>\d{1,2})\s+(?:(?:của|trong)\s+)?(?:h[ằà]ng |mỗi )?"
    r"(?P<whole>tháng|quý|năm)\b",
    re.IGNORECASE,
)
# How many of the one the other has at the most.
_MOST = {
    ("tuần", "tháng"): 5,
    ("tuần", "quý"): 14,
    ("tuần", "năm"): 53,
    ("tháng", "quý"): 3,
    ("tháng", "năm"): 12,
}
# In prose "31/11" may be a fraction and "25-30" days of a month: a word must say that it is a date.
_SAID_AS_DATE = re.compile(r"(?P<named>\bngày\s+)|\b(?:trước|hết|chậm nhất|muộn nhất)\s+", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"\s*(?:h[ằà]ng|mỗi) năm\b", re.IGNORECASE)
_LAST_MONTH = 12
_SHORTEST_MONTH = 28
_LAST_OF_ALL = 30
# A leap year: only days that never exist are impossible.
_ANY_YEAR = 2024


def impossible(text: str) -> Iterator[str]:
    """What a text names that no calendar has.

    Example:
        >>> list(impossible("Ngày 31 hằng tháng")), list(impossible("Tuần thứ 6 của tháng"))
        (['Ngày 31 hằng tháng'], ['Tuần thứ 6 của tháng'])
    """
    yield from _dates(text)
    for match in _quarters(text):
        name = (match["roman"] or str(int(match["digits"]))).casefold()
        if name not in QUARTERS and not _EACH.search(text, 0, match.start()):
            yield match.group()
    for match in _MONTHLY.finditer(text):
        if not 1 <= int(match["day"]) <= _LAST_OF_ALL:
            yield match.group()
    for match in _PART.finditer(text):
        most = _MOST.get((match["part"].casefold(), match["whole"].casefold()))
        if most is not None and not 1 <= int(match["number"]) <= most:
            yield match.group()


def impossible_in_prose(text: str) -> Iterator[str]:
    """The days, months and quarters of a running text that no calendar has.

    Example:
        >>> list(impossible_in_prose("Trước ngày 31/11: 2 điểm; đạt 31/11: 1 điểm; quý V: 0 điểm"))
        ['31/11', 'quý V']
    """
    for match in DAY.finditer(text):
        day, month, year = int(match.group(1)), int(match.group(2)), int(match.group(3) or _ANY_YEAR)
        is_near = day > _SHORTEST_MONTH and 1 <= month <= _LAST_MONTH
        if is_near and _is_said(match) and not exists(year, month, day):
            yield match.group().strip()
    yield from _in_words(text)
    for match in _quarters(text):
        name = match["roman"] or ""
        if name.isupper() and name.casefold() not in QUARTERS and not _EACH.search(text, 0, match.start()):
            yield match.group()


def _is_said(match: re.Match[str]) -> bool:
    """Whether the words beside two numbers say that they are a day."""
    text = match.string
    before = [each for each in _SAID_AS_DATE.finditer(text, 0, match.start()) if each.end() == match.start()]
    if any(each["named"] for each in before):
        return True
    return "/" in match.group() and bool(before or _EVERY_YEAR.match(text, match.end()))


def last_day(text: str) -> str:
    """How the last day is written that "ngày 31 hằng tháng" means; empty for anything else."""
    match = _MONTHLY.fullmatch(text)
    return "" if match is None or match["day"] != "31" else re.sub(r"\d+", "cuối cùng", text)


def _dates(text: str) -> Iterator[str]:
    for match in DAY.finditer(text):
        if not exists(int(match.group(3) or _ANY_YEAR), int(match.group(2)), int(match.group(1))):
            yield match.group()
    yield from _in_words(text)


def _quarters(text: str) -> Iterator[re.Match[str]]:
    return _ANY_QUARTER.finditer(text) if "uý" in text or "UÝ" in text else iter(())


def _in_words(text: str) -> Iterator[str]:
    for match in _IN_WORDS.finditer(text) if "tháng" in text.casefold() else ():
        day, month, year = match["day"] or "1", match["month"], match["year"] or str(_ANY_YEAR)
        is_date = match["year"] or (match["named"] and match["day"])
        if is_date and not exists(int(year), int(month), int(day)):
            yield match.group().strip()


def exists(year: int, month: int, day: int) -> bool:
    """Whether a calendar has a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
