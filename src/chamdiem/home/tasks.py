"""One thing that waits for a person, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chamdiem.campaigns.calendar import days_left
from chamdiem.web.language import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done, where, and until when.

    ``verb`` names the link; ``state`` is a code of ``web.states`` with ``word`` beside it.
    """

    title: str
    detail: str
    verb: Words
    url: str
    state: str
    word: Words
    due: date | None = None
    # What it is the deadline of.
    due_of: Words = ""
    # The order among those of one day.
    weight: int = 0

    def left(self, now: datetime) -> int | None:
        """How many days are left, as every page counts them."""
        return days_left(self.due, now) if self.due else None


def in_order(tasks: list[Task]) -> list[Task]:
    """The nearest deadline first; what has none comes last."""
    return sorted(tasks, key=lambda task: (task.due is None, task.due or date.max, task.weight, task.title))
