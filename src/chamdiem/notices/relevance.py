"""Whether what somebody was told still matters when its letter goes; apps above tell what is open."""

from __future__ import annotations

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
    """What is due on a day, as every app says it now."""

    def __init__(self, day: date) -> None:
        asked = dict.fromkeys(_listed.values())
        self._open = {matter.key: matter for ask in asked for matter in ask(day)}

    def still_matters(self, notice: Notice) -> bool:
        """Whether the thing is still due, by the day the notice names and from whom it was told.

        What only happened, and what nobody registered for, always matters.
        """
        parts = notice.key.split(":")
        if notice.due_on is None or parts[0] not in _listed:
            return True
        keys = (":".join(parts[:number]) for number in _PARTS)
        matter = next((self._open[key] for key in keys if key in self._open), None)
        if matter is None:
            return False
        is_of_another_day = f"{notice.due_on:%Y%m%d}" in parts and matter.due_on != notice.due_on
        is_told = not matter.user_ids or notice.is_escalation or notice.user_id in matter.user_ids
        return is_told and not is_of_another_day
