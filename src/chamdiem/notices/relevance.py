"""Whether what somebody was told still matters when its letter goes; apps above tell what is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from chamdiem.notices.models import Notice
from chamdiem.notices.reminding import Matter

ListOpen = Callable[[date], Iterable[Matter]]
# Kind → the numbers of the things asked about; what of them is still due.
ListOf = Callable[[Mapping[str, Collection[int]]], Iterable[Matter]]
_listed: dict[str, ListOpen] = {}
_read: dict[str, ListOf] = {}
# The key of a matter has two parts, or three: ``report:5``, ``part:5:7``.
_PARTS = (2, 3)


def when_sent(*kinds: str, ask: ListOpen) -> None:
    """Register who knows what is still due of these kinds; a kind is how the keys of its matters begin."""
    _listed.update(dict.fromkeys(kinds, ask))


def when_read(*kinds: str, ask: ListOf) -> None:
    """Register who knows, at the cost of a page, what of some things is still due."""
    _read.update(dict.fromkeys(kinds, ask))


def tell_standing(notices: Sequence[Notice]) -> None:
    """Note on each whether it is still due: ``None`` where nobody registered, or it has no day.

    And whether a later one among them reminds of the same thing and day.
    """
    newest = newest_of_each(sorted(notices, key=lambda each: (each.told_at, each.pk)))
    asked: dict[str, set[int]] = defaultdict(set)
    for notice in notices:
        kind, _colon, rest = notice.key.partition(":")
        if kind in _read and notice.due_on is not None:
            asked[kind].add(int(rest.partition(":")[0]))
    found = OpenMatters(
        matter
        for ask in dict.fromkeys(_read[kind] for kind in asked)
        for matter in ask({kind: numbers for kind, numbers in asked.items() if _read[kind] is ask})
    )
    for notice in notices:
        known = notice.due_on is not None and notice.key.split(":")[0] in asked
        notice.is_still_due = found.still_matters(notice) if known else None
        notice.is_told_again = notice not in newest


class OpenMatters:
    """What is due, as the apps say it now; of one thing several days may be due."""

    def __init__(self, matters: Iterable[Matter]) -> None:
        self._open: dict[str, list[Matter]] = defaultdict(list)
        for matter in matters:
            self._open[matter.key].append(matter)

    @classmethod
    def of(cls, day: date) -> OpenMatters:
        """What is due on a day, as every app says it now."""
        asked = dict.fromkeys(_listed.values())
        return cls(matter for ask in asked for matter in ask(day))

    def still_matters(self, notice: Notice) -> bool:
        """Whether the thing is still due, by the day the notice names and from whom it was told.

        What only happened, and what nobody registered for, always matters.
        """
        parts = notice.key.split(":")
        if notice.due_on is None or parts[0] not in _listed:
            return True
        keys = (":".join(parts[:number]) for number in _PARTS)
        return any(_is_told_of(matter, notice) for key in keys for matter in self._open.get(key, ()))


def newest_of_each(notices: Iterable[Notice]) -> list[Notice]:
    """Of reminders of one thing for one day the last, in their order; all else as it is.

    Example:
        >>> day = date(2026, 10, 5)
        >>> told = [Notice(key=f"job:1:20261005:{at}:4", due_on=day) for at in ("7", "1")]
        >>> [each.key for each in newest_of_each(told)]
        ['job:1:20261005:1:4']
    """
    newest: dict[str, Notice] = {}
    for notice in notices:
        day = f":{notice.due_on:%Y%m%d}:" if notice.due_on else ""
        thing = notice.key.partition(day)[0] if day and day in notice.key else notice.key
        newest.pop(thing, None)
        newest[thing] = notice
    return list(newest.values())


def _is_told_of(matter: Matter, notice: Notice) -> bool:
    """Whether a notice says of a matter what holds: the day it names, if any, and whose it is."""
    names_day = notice.due_on is not None and f"{notice.due_on:%Y%m%d}" in notice.key.split(":")
    is_right = not names_day or matter.due_on == notice.due_on
    is_theirs = not matter.user_ids or notice.is_escalation or notice.user_id in matter.user_ids
    return is_right and is_theirs
