"""What apps above this one do when somebody joins or a stage begins, and where they open a dossier.

They register, because imports point downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from chamdiem.accounts.models import User
from chamdiem.campaigns.models import Campaign, Participant

Joined = Callable[[Sequence[Participant], datetime], None]
Moved = Callable[[Campaign, User, datetime], None]
# Where this person opens the dossier of a participant; empty where it is not hers to open.
Find = Callable[[User, Participant], str]
_joined: list[Joined] = []
_moved: list[Moved] = []
_finders: list[Find] = []


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


def when_asked_for_dossier(find: Find) -> Find:
    """Register what knows where people open dossiers; whoever registered first is asked first."""
    if find not in _finders:
        _finders.append(find)
    return find


def find_dossier(actor: User, participant: Participant) -> str:
    """The address where this person opens the dossier of a participant; empty where she may not."""
    return next((found for find in _finders if (found := find(actor, participant))), "")
