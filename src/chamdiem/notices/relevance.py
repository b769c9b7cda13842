"""Whether what somebody was told still matters when its letter goes; apps above tell what is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from chamdiem.notices.models import Notice
from chamdiem.notices.reminding import Matter

ListOpen = Callable[[date], Iterable[Matter]]
_listed: dict[str, ListOpen] = {}
# The key of a matter has two parts, or three: ``report:5``, ``part:5:7``.
_PARTS = (2, 3)


def when_sent(*kinds: str, ask: ListOpen) -> None:
    """Register who knows what is still due of these kinds; a kind is how the keys of its matters begin."""
    _listed.update(dict.fromkeys(kinds, ask))


class OpenMatters:
    """What is due on a day, as every app says it now; of one thing several days may be due."""

    def __init__(self, day: date) -> None:
        self._open: dict[str, list[Matter]] = defaultdict(list)
        for ask in dict.fromkeys(_listed.values()):
            for matter in ask(day):
                self._open[matter.key].append(matter)

    def still_matters(self, notice: Notice) -> bool:
        """Whether the thing is still due, by the day the notice names and from whom it was told.

        What only happened, and what nobody registered for, always matters.
        """
        parts = notice.key.split(":")
        if notice.due_on is None or parts[0] not in _listed:
            return True
        keys = (":".join(parts[:number]) for number in _PARTS)
        return any(_is_told_of(matter, notice) for key in keys for matter in self._open.get(key, ()))


def _is_told_of(matter: Matter, notice: Notice) -> bool:
    """Whether a notice says of a matter what holds: the day it names, if any, and whose it is."""
    names_day = notice.due_on is not None and f"{notice.due_on:%Y%m%d}" in notice.key.split(":")
    is_right = not names_day or matter.due_on == notice.due_on
    is_theirs = not matter.user_ids or notice.is_escalation or notice.user_id in matter.user_ids
    return is_right and is_theirs
