"""The quarters and mornings the plans of the example happen in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from chamdiem.campaigns.calendar import LOCAL
from chamdiem.plans.calendar import Quarter


def last_quarters(today: date) -> list[Quarter]:
    """The last three quarters that were over long enough ago for their reports to be due."""
    last = Quarter.of(today - timedelta(days=25)).before
    return [last.before.before, last.before, last]


def morning(day: date) -> datetime:
    """Nine o'clock of a day."""
    return datetime.combine(day, time(9), LOCAL)
