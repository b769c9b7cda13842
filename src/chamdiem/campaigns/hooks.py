"""What apps above this one do when somebody joins or a stage begins; imports point downwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from chamdiem.accounts.models import User
from chamdiem.campaigns.models import Campaign, Participant

Joined = Callable[[Sequence[Participant], datetime], None]
Moved = Callable[[Campaign, User, datetime], None]
_joined: list[Joined] = []
_moved: list[Moved] = []


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


def when_moved(follow: Moved) -> Moved:
    """Register what follows when a campaign has come to another stage, in the same transaction."""
    if follow not in _moved:
        _moved.append(follow)
    return follow


def tell_moved(campaign: Campaign, actor: User, now: datetime) -> None:
    """Tell everybody who registered."""
    for follow in _moved:
        follow(campaign, actor, now)
