"""Telling people: each thing once; how each wants her letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.errors import NotFound
from chamdiem.notices.models import Choice, Letter, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one person is to be told. ``key`` names the thing and the moment, without the person."""

    key: str
    user_id: int
    title: str
    detail: str
    url: str
    due_on: date | None
    organisation_path: str
    is_escalation: bool = False


def tell(*, told: Iterable[Told], now: datetime) -> int:
    """Tell people what they have not been told yet; done again it tells nothing twice. Returns how many."""
    notices = [
        Notice(
            key=f"{each.key}:{each.user_id}"[:200],
            user_id=each.user_id,
            title=each.title[:300],
            detail=each.detail[:500],
            url=each.url,
            due_on=each.due_on,
            organisation_path=each.organisation_path,
            is_escalation=each.is_escalation,
            told_at=now,
        )
        for each in told
    ]
    before = Notice.objects.count()
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    return Notice.objects.count() - before


@transaction.atomic
def choose_mail(*, actor: User, mail: str) -> Choice:
    """How a person wants her letters from now on; who wants none gets none that still waits either.

    Raises:
        NotFound: There is no such way.
    """
    if mail not in Choice.Mail.values:
        raise NotFound("notice.no_such_choice")
    choice, _made = Choice.objects.update_or_create(user=actor, defaults={"mail": mail})
    if mail == Choice.Mail.NONE:
        Letter.objects.filter(user=actor, state=Letter.State.WAITING).delete()
    return choice


@transaction.atomic
def read_all(*, actor: User, now: datetime) -> int:
    """Mark everything a person was told as read; returns how many."""
    return Notice.objects.filter(user=actor, read_at__isnull=True).update(read_at=now)
