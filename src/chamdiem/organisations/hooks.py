"""What apps above know of a body: its days, and whom its end concerns.

They register, because imports point downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from chamdiem.organisations.models import Organisation
from chamdiem.web.language import Words

FindDay = Callable[[Organisation], date | None]
_finders: list[FindDay] = []
# What is told of each kind of what the end of bodies concerns, and of how many more there are.
MOST_CONCERNED = 20


@dataclass(frozen=True, slots=True)
class Concern:
    """What the end of bodies concerns: what it is, what happens to it, the first few of how many."""

    heading: Words
    outcome: Words
    lines: Sequence[str]
    count: int

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.lines)


FindConcern = Callable[[Sequence[Organisation]], Concern]
_concerned: list[FindConcern] = []


def when_asked_whom_an_end_concerns(find: FindConcern) -> FindConcern:
    """Register what knows of something that hangs on bodies that end."""
    if find not in _concerned:
        _concerned.append(find)
    return find


def concerns_of(ending: Sequence[Organisation]) -> list[Concern]:
    """What the end of these bodies concerns, as far as apps above know; a few queries each."""
    found = (find(ending) for find in _concerned)
    return [each for each in found if each.count]


def when_asked_for_day_at_work(find: FindDay) -> FindDay:
    """Register what knows a day on which a body was still there: it cannot have ended before."""
    if find not in _finders:
        _finders.append(find)
    return find


def days_at_work(organisation: Organisation) -> list[date]:
    """Days on which a body was still there, as far as apps above know."""
    return [day for find in _finders if (day := find(organisation)) is not None]
