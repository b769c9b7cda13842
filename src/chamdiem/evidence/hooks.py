"""What apps above this one add: they register, because imports point downwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.db.models import Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.evidence.models import Document, DocumentVersion, StoredFile

# Before anything: what is asked of a whole document, and not of a version, is asked from then on.
BEGINNING = datetime.min.replace(tzinfo=UTC)
Checked = Callable[[QuerySet[StoredFile]], None]
_checked: list[Checked] = []
Changed = Callable[[Document, User, datetime], None]
_changed: list[Changed] = []
Shown = Callable[[User], Q]
_shown: list[Shown] = []
Used = Callable[[Document], bool]
_used: list[Used] = []
Held = Callable[[Document, DocumentVersion | None], str]
_held: list[Held] = []
_withdrawn: list[Changed] = []


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


def when_asked_what_holds(find: Held) -> Held:
    """Register where a document may stand that others rely on, so that it cannot be withdrawn.

    What is registered names the place in words, or says nothing. With a version it answers for that one:
    whether anybody was shown it, not those before it.
    """
    if find not in _held:
        _held.append(find)
    return find


def held_by(document: Document, version: DocumentVersion | None = None) -> str:
    """The place that holds a document, or one version of it; empty where none does."""
    return next(filter(None, (find(document, version) for find in _held)), "")


def when_withdrawn(follow: Changed) -> Changed:
    """Register what is done once a document is withdrawn, in that transaction: it is shown no more."""
    if follow not in _withdrawn:
        _withdrawn.append(follow)
    return follow


def tell_withdrawn(document: Document, actor: User, now: datetime) -> None:
    """Tell everybody who registered."""
    for follow in _withdrawn:
        follow(document, actor, now)
