"""What apps above this one do when somebody joins: they register, because imports point downwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from chamdiem.campaigns.models import Participant

Joined = Callable[[Sequence[Participant], datetime], None]
_joined: list[Joined] = []


def when_joined(follow: Joined) -> Joined:
    """Register what is done for new participants, in the transaction that makes them.

    It may be called again for participants it has seen: opening can be run twice.
    """
    if follow not in _joined:
        _joined.append(follow)
    return follow


def tell_joined(participants: Sequence[Participant], now: datetime) -> None:
    """Tell everybody who registered."""
    for follow in _joined:
        follow(participants, now)
