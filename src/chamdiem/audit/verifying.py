"""Whether the chain of events is whole: every link, its end, and seals kept outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from chamdiem.audit.models import Anchor, Event
from chamdiem.audit.sealing import seal_of

BATCH = 5_000


class Fault(Enum):
    """What can be wrong with a link."""

    MISSING = "missing"
    STRAY = "stray"
    CHANGED = "changed"
    UNLINKED = "unlinked"
    CUT_OFF = "cut_off"
    BEYOND = "beyond"
    NO_ANCHOR = "no_anchor"
    OTHER_END = "other_end"
    OTHER_SEAL = "other_seal"


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How many events were found whole, the seal of the last of them, and the first link that is not.

    ``broken_at`` is the number of the event that is missing, changed or not linked;
    ``until`` the last of those that are missing.
    """

    checked: int
    last_hash: str = ""
    broken_at: int | None = None
    fault: Fault | None = None
    until: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every link holds."""
        return self.fault is None


@dataclass(frozen=True, slots=True)
class _Place:
    """How far the chain was followed."""

    number: int = 0
    hash: str = ""

    def broken(self, at: int, fault: Fault, until: int | None = None) -> ChainReport:
        return ChainReport(self.number, self.hash, at, fault, until)


def verify_chain(*, expected: Iterable[tuple[int, str]] = ()) -> ChainReport:
    """Check every link from the first event on, then its end; one pass in batches, memory flat.

    ``expected`` are seals somebody outside wrote down, number and hash of an event. The links
    alone cannot tell a chain that was rewritten to its end.
    """
    before = Anchor.objects.first()
    known: dict[int, set[str]] = defaultdict(set)
    for number, seal in expected:
        known[number].add(seal)
    place = _Place()
    for event in Event.objects.order_by("number").iterator(BATCH):
        if broken := _broken_link(event, place):
            return broken
        if known.pop(event.number, {event.hash}) != {event.hash}:
            return place.broken(event.number, Fault.OTHER_SEAL)
        if before and event.number == before.number and event.hash != before.hash:
            return place.broken(event.number, Fault.OTHER_END)
        place = _Place(event.number, event.hash)
    return next(_broken_ends(place, before, known), ChainReport(place.number, place.hash))


def _broken_link(event: Event, place: _Place) -> ChainReport | None:
    following = place.number + 1
    if event.number > following:
        return place.broken(following, Fault.MISSING, event.number - 1)
    if event.number < following:
        return place.broken(event.number, Fault.STRAY)
    if event.hash != seal_of(event):
        return place.broken(event.number, Fault.CHANGED)
    if event.previous_hash != place.hash:
        return place.broken(event.number, Fault.UNLINKED)
    return None


def _broken_ends(place: _Place, before: Anchor | None, unseen: Collection[int]) -> Iterator[ChainReport]:
    """What is wrong after the last event; others may have written while it was read."""
    after = Anchor.objects.first()
    if before is None or after is None:
        yield place.broken(place.number + 1, Fault.NO_ANCHOR)
        return
    if place.number < before.number:
        yield place.broken(place.number + 1, Fault.CUT_OFF, before.number)
    if unseen:
        yield place.broken(place.number + 1, Fault.CUT_OFF, max(unseen))
    if place.number > after.number:
        yield place.broken(after.number + 1, Fault.BEYOND)
