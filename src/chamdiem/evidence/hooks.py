"""What apps above this one add: they register, because imports point downwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.evidence.models import Document, StoredFile

Checked = Callable[[QuerySet[StoredFile]], None]
_checked: list[Checked] = []
Changed = Callable[[Document, User, datetime], None]
_changed: list[Changed] = []
Shown = Callable[[User], Q]
_shown: list[Shown] = []
Used = Callable[[Document], bool]
_used: list[Used] = []


def when_checked(follow: Checked) -> Checked:
    """Register what is done once what is known of some files changes; it may be called again for a file."""
    if follow not in _checked:
        _checked.append(follow)
    return follow


def tell_checked(files: QuerySet[StoredFile]) -> None:
    """Tell everybody who registered."""
    for follow in _checked:
        follow(files)


def when_changed(follow: Changed) -> Changed:
    """Register what is done once a document gets another file or description, in that transaction.

    What is registered may refuse the change.
    """
    if follow not in _changed:
        _changed.append(follow)
    return follow


def tell_changed(document: Document, actor: User, now: datetime) -> None:
    """Tell everybody who registered."""
    for follow in _changed:
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


def when_used(is_used: Used) -> Used:
    """Register where else than in dossiers a document may be shown."""
    if is_used not in _used:
        _used.append(is_used)
    return is_used


def used_elsewhere(document: Document) -> bool:
    """Whether an app above shows this document."""
    return any(is_used(document) for is_used in _used)
