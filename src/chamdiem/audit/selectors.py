"""Reading the chain: what was done, and whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass

from chamdiem.audit.models import Event
from chamdiem.audit.sealing import seal_of

BATCH = 5_000


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How much of the chain was checked, and the first event that does not fit."""

    checked: int
    broken_at: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every link holds."""
        return self.broken_at is None


def verify_chain() -> ChainReport:
    """Check every link from the first event on; one pass in batches, memory flat."""
    previous, number = "", 0
    for event in Event.objects.order_by("number").iterator(BATCH):
        number += 1
        if event.number != number or event.previous_hash != previous or event.hash != seal_of(event):
            return ChainReport(number - 1, event.number)
        previous = event.hash
    return ChainReport(number)
