"""What apps above know of the days of a body; they register, because imports point downwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chamdiem.organisations.models import Organisation

FindDay = Callable[[Organisation], date | None]
_finders: list[FindDay] = []


def when_asked_for_day_at_work(find: FindDay) -> FindDay:
    """Register what knows a day on which a body was still there: it cannot have ended before."""
    if find not in _finders:
        _finders.append(find)
    return find


def days_at_work(organisation: Organisation) -> list[date]:
    """Days on which a body was still there, as far as apps above know."""
    return [day for find in _finders if (day := find(organisation)) is not None]
