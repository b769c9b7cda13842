"""What apps above this one add: they register, because imports point downwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q

from chamdiem.accounts.models import User
from chamdiem.evidence.models import Document, StoredFile

Checked = Callable[[StoredFile], None]
_checked: list[Checked] = []
Described = Callable[[Document, User, datetime], None]
_described: list[Described] = []
Shown = Callable[[User], Q]
_shown: list[Shown] = []


def when_checked(follow: Checked) -> Checked:
    """Register what is done once the signatures of a file are known; it may be called again for a file."""
    if follow not in _checked:
        _checked.append(follow)
    return follow


def tell_checked(file: StoredFile) -> None:
    """Tell everybody who registered."""
    for follow in _checked:
        follow(file)


def when_described(follow: Described) -> Described:
    """Register what is done once somebody says something else about a document, in her transaction."""
    if follow not in _described:
        _described.append(follow)
    return follow


def tell_described(document: Document, actor: User, now: datetime) -> None:
    """Tell everybody who registered."""
    for follow in _described:
        follow(document, actor, now)


def when_shown(condition: Shown) -> Shown:
    """Register who else sees documents: a condition on them, for a person; no query of its own."""
    if condition not in _shown:
        _shown.append(condition)
    return condition


def shown_elsewhere(actor: User) -> Q:
    """The documents this person sees because an app above shows them to her."""
    visible = Q(pk__in=[])
    for condition in _shown:
        visible |= condition(actor)
    return visible
