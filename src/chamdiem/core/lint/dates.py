"""Deadlines, periods and dates: impossible ones, odd ones, blank ones."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.calendar_words import DAY, QUARTERS, exists, impossible, impossible_in_prose, last_day
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.wording import Passage

_YEAR = re.compile(r"\d{4}")
_FULL_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_DATE_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)")
_BLANK_NUMBER = re.compile(r"số\s*:?\s*(?:…|\.{2,}|_{2,})?\s*/", re.IGNORECASE)
_BLANK_DATE = re.compile(r"ngày\s*(?:tháng|/|năm|\.{2,}|…)", re.IGNORECASE)
_QUARTER = re.compile(r"\bquý\s*(I{1,3}|IV|[1-4])\b", re.IGNORECASE)
_QUARTER_OF_YEAR = re.compile(
    r"\bquý\s*(I{1,3}|IV|[1-4])\b\s*(?:(?:[/.-]|năm)?\s*(\d{4})(?!\d))?", re.IGNORECASE
)
_MONTH = re.compile(r"\btháng\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})(?!\d)", re.IGNORECASE)
_BEFORE = re.compile(r"\btrước\b", re.IGNORECASE)
_QUARTER_ENDS = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
# Of so few dates none is the usual one.
_ENOUGH_DATES = 4


def list_blank(decision: str) -> list[str]:
    """What the name of a decision leaves blank: ``number``, ``date``."""
    patterns = {"number": _BLANK_NUMBER, "date": _BLANK_DATE}
    return [name for name, pattern in patterns.items() if pattern.search(decision)]


def blank_decision(document: Document) -> Iterator[Hit]:
    """The decision has no number or no date: the space for it was left blank."""
    text = document.set.source.document
    if blank := list_blank(text):
        yield Hit(
            printed=text, facts={"text": text, "blank": tuple(Word(f"decision_{name}") for name in blank)}
        )


def impossible_days(document: Document) -> Iterator[Hit]:
    """A deadline names a day, week, month or quarter that no calendar has (31.9, 31 hằng tháng, Quý V)."""
    for row in document.rows:
        for day in dict.fromkeys(impossible(row.deadline.printed) if row.deadline else ()):
            facts: Facts = {"day": day, "instead": last_day(day)}
            yield Hit(row=row, detail=day, printed=day, facts=facts)


def impossible_dates(document: Document) -> Iterator[Hit]:
    """A text, or the name of the decision, names a date that does not exist."""
    decision = Passage(None, "document", document.set.source.document)
    for passage in (decision, *document.wording.passages()):
        full = [
            match.group()
            for match in full_dates(passage.text)
            if not exists(int(match.group(3)), int(match.group(2)), int(match.group(1)))
        ]
        others = (each for each in impossible_in_prose(passage.text) if not any(day in each for day in full))
        for day in (*full, *others):
            facts: Facts = {"day": day, "field": Word(passage.field)}
            yield Hit(row=passage.row, detail=day, printed=day, facts=facts)


def mistaken_deadlines(document: Document) -> Iterator[Hit]:
    """The date kept for a deadline is not the day printed."""
    for row in document.rows:
        due = row.deadline.date if row.deadline else None
        printed = row.deadline.printed if row.deadline else ""
        if due is not None and not _is_printed(due, printed):
            yield Hit(
                row=row,
                printed=printed,
                computed=due.isoformat(),
                facts={"day": printed, "date": _shown(due)},
            )


def deadlines_of_other_years(document: Document) -> Iterator[Hit]:
    """A deadline printed without a year is kept in another year than all the others of the set."""
    dates = [(row, row.deadline.date) for row in document.rows if row.deadline and row.deadline.date]
    years = Counter(due.year for _, due in dates)
    usual = max(years, key=years.__getitem__, default=0)
    if years[usual] < _ENOUGH_DATES or years[usual] * 10 < len(dates) * 9:
        return
    for row, due in dates:
        if due.year != usual and row.deadline and not _YEAR.search(row.deadline.printed):
            facts: Facts = {"day": row.deadline.printed, "date": _shown(due), "usual": str(usual)}
            yield Hit(row=row, printed=row.deadline.printed, computed=due.isoformat(), facts=facts)


def deadlines_before_issue(document: Document) -> Iterator[Hit]:
    """A deadline had passed when the decision was issued."""
    issued = document.set.issued_on
    for row, due in _deadlines(document):
        if issued is not None and due < issued:
            facts: Facts = {"date": _shown(due), "issued": _shown(issued)}
            yield Hit(row=row, printed=due.isoformat(), computed=issued.isoformat(), facts=facts)


def deadlines_outside_period(document: Document) -> Iterator[Hit]:
    """A deadline lies outside the period measured."""
    period = document.set.reference_period
    for row, due in _deadlines(document):
        # Outside a period that ends before it starts lies every day.
        if period is not None and period.start <= period.end and not period.start <= due <= period.end:
            facts: Facts = {
                "date": _shown(due),
                "start": _shown(period.start),
                "end": _shown(period.end),
            }
            yield Hit(row=row, printed=due.isoformat(), facts=facts)


def deadlines_within_quarter(document: Document) -> Iterator[Hit]:
    """A row about a quarter is due before the quarter ends."""
    for row, due in _deadlines(document):
        match = _QUARTER.search(row.name)
        if match is None:
            continue
        month, day = _QUARTER_ENDS[QUARTERS[match.group(1).casefold()]]
        end = date(due.year, month, day)
        if due < end:
            facts: Facts = {"quarter": match.group(), "date": _shown(due), "end": _shown(end)}
            yield Hit(row=row, printed=due.isoformat(), computed=end.isoformat(), facts=facts)


def missing_deadlines(document: Document) -> Iterator[Hit]:
    """A criterion has no deadline although most criteria have one."""
    criteria = document.set.criteria
    if 2 * sum(row.deadline is not None for row in criteria) > len(criteria):
        yield from (Hit(row=row) for row in criteria if row.deadline is None)


def reversed_period(document: Document) -> Iterator[Hit]:
    """The period measured ends before it starts."""
    period = document.set.reference_period
    if period is not None and period.end < period.start:
        facts: Facts = {"start": _shown(period.start), "end": _shown(period.end)}
        yield Hit(printed=period.start.isoformat(), computed=period.end.isoformat(), facts=facts)


def full_dates(text: str) -> Iterator[re.Match[str]]:
    """Day, month and year of every date in a text that has all three."""
    if _YEAR.search(text):
        yield from _FULL_DATE.finditer(text)
        yield from _DATE_IN_WORDS.finditer(text)


def _deadlines(document: Document) -> Iterator[tuple[Row, date]]:
    """Every deadline: the date kept, or the last day printed with its year."""
    for row in document.rows:
        if row.deadline is not None:
            last = max((end for _, end in _spans(row.deadline.printed)), default=None)
            due = row.deadline.date or last
            if due is not None:
                yield row, due


def _is_printed(due: date, text: str) -> bool:
    """Whether a date is one of those printed, or lies in a month or quarter printed."""
    spans = list(_spans(text, due.year))
    if spans:
        # "Trước 25/12" may be kept as the 24th.
        early = 1 if _BEFORE.search(text) else 0
        return any(start.toordinal() - early <= due.toordinal() <= end.toordinal() for start, end in spans)
    match = DAY.search(text)
    return match is None or (due.day, due.month) == (int(match.group(1)), int(match.group(2)))


def _spans(text: str, year: int | None = None) -> Iterator[tuple[date, date]]:
    """The days a text names with their year, else its months, else its quarters (of ``year`` without one)."""
    days = [tuple(map(int, match.groups())) for match in full_dates(text)]
    if days:
        yield from ((date(y, m, d), date(y, m, d)) for d, m, y in days if exists(y, m, d))
        return
    months = [tuple(map(int, match.groups())) for match in _MONTH.finditer(text)]
    if months:
        yield from (_months(y, m, m) for m, y in months if exists(y, m, 1))
        return
    for match in _QUARTER_OF_YEAR.finditer(text):
        of_year = int(match.group(2)) if match.group(2) else year
        # "Mỗi quý 1 lần" names no quarter.
        if of_year and (match.group(2) or match.group(1).isalpha()):
            last = 3 * QUARTERS[match.group(1).casefold()]
            yield _months(of_year, last - 2, last)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _shown(day: date) -> str:
    return day.strftime("%d/%m/%Y")


CHECKS = (
    Check("decision.blank", "warning", "set", blank_decision),
    Check("period.reversed", "error", "set", reversed_period),
    Check("deadline.impossible", "error", "deadline", impossible_days),
    Check("deadline.mismatch", "error", "deadline", mistaken_deadlines),
    Check("deadline.other_year", "warning", "deadline", deadlines_of_other_years),
    Check("deadline.before_issue", "warning", "deadline", deadlines_before_issue),
    Check("deadline.outside_period", "warning", "deadline", deadlines_outside_period),
    Check("deadline.quarter", "warning", "deadline", deadlines_within_quarter),
    Check("deadline.missing", "warning", "deadline", missing_deadlines),
    Check("date.impossible", "error", "text", impossible_dates),
)
