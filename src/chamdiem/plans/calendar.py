"""Quarters as days: when a round opens, until when reports are due. Days are local and inclusive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from chamdiem.plans.models import Plan

_MONTHS = 3
_LEAST_WORKING_DAYS = 5
_SATURDAY = 5


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter a day lies in."""
        return cls(day.year, (day.month - 1) // _MONTHS + 1)

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * _MONTHS + 1, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return self.following.first_day - timedelta(days=1)

    @property
    def following(self) -> Quarter:
        """The quarter after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def before(self) -> Quarter:
        """The quarter before it."""
        return Quarter(self.year - (self.number == 1), (self.number + 2) % 4 + 1)


def opens_on(plan: Plan, quarter: Quarter) -> date:
    """The day on which the round of a quarter opens by itself."""
    return quarter.last_day - timedelta(days=plan.opens_days_before)


def due_on(plan: Plan, quarter: Quarter) -> date:
    """The last day for the reports of a quarter."""
    return quarter.last_day + timedelta(days=plan.due_days_after)


def due_by_hand(plan: Plan, quarter: Quarter, day: date) -> date:
    """The last day for a round opened by hand on a day: that of the calendar, or where this has come, later.

    Bodies then have as many days as the calendar gives after a quarter, five working days at least.
    """
    usual = due_on(plan, quarter)
    if usual > day:
        return usual
    return max(day + timedelta(days=plan.due_days_after), _after_working_days(day, _LEAST_WORKING_DAYS))


def _after_working_days(day: date, count: int) -> date:
    """The day by which so many days from Monday to Friday have gone by."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


def quarter_to_open(plan: Plan, day: date) -> Quarter | None:
    """The quarter whose round should be open on a day: this one, or the one before while reports are due.

    None before the plan was in force, before and after its years, and between two rounds.
    """
    current = Quarter.of(day)
    for quarter in (current, current.before):
        if not opens_on(plan, quarter) <= day <= due_on(plan, quarter):
            continue
        if plan.in_force_since is None or quarter.last_day < plan.in_force_since:
            continue
        if not plan.is_before(quarter.last_day) and not plan.is_after(quarter.last_day):
            return quarter
    return None
