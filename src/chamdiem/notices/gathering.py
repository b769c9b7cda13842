"""Notices that wait → letters: each in its own, or one digest a day, as each person chose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from chamdiem.notices.models import Choice, Letter, Notice

_BATCH = 500


@transaction.atomic
def gather(*, host: str, now: datetime) -> int:
    """Put the notices that wait into letters; who wants none gets none. Returns how many letters.

    Whoever had her digest today gets the next one tomorrow, with what came since.

    Args:
        host: Names this installation in the identity of a letter.
        now: When it is done.
    """
    choices = dict(Choice.objects.values_list("user_id", "mail"))
    had = set(_had_a_digest(timezone.localdate(now)))
    waiting: dict[int, list[Notice]] = defaultdict(list)
    for notice in _waiting().iterator(_BATCH):
        waiting[notice.user_id].append(notice)
    gathered: list[Notice] = []
    letters: list[Letter] = []
    for user_id, notices in waiting.items():
        mail = choices.get(user_id, Choice.Mail.DIGEST)
        if mail == Choice.Mail.DIGEST and user_id in had:
            continue
        gathered += notices
        for part in _parts(notices, mail):
            letter = _letter(user_id, host, now, is_digest=mail == Choice.Mail.DIGEST)
            letters.append(letter)
            for notice in part:
                notice.letter = letter
    Letter.objects.bulk_create(letters, batch_size=_BATCH)
    for notice in gathered:
        notice.gathered_at = now
        notice.letter = notice.letter  # the key is known since the letter is stored
    Notice.objects.bulk_update(gathered, ["gathered_at", "letter"], batch_size=_BATCH)
    return len(letters)


def _waiting() -> QuerySet[Notice]:
    return (
        Notice.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("user")
        .filter(gathered_at__isnull=True)
        .order_by("told_at", "pk")
    )


def _had_a_digest(day: date) -> Iterator[int]:
    newest = Letter.objects.filter(is_digest=True).order_by("user_id", "-made_at").distinct("user_id")
    for user_id, made_at in newest.values_list("user_id", "made_at"):
        if timezone.localdate(made_at) == day:
            yield user_id


def _parts(notices: Sequence[Notice], mail: str) -> list[Sequence[Notice]]:
    if mail == Choice.Mail.NONE or not notices[0].user.is_active:
        return []
    return [[each] for each in notices] if mail == Choice.Mail.EACH else [notices]


def _letter(user_id: int, host: str, now: datetime, *, is_digest: bool) -> Letter:
    return Letter(
        user_id=user_id,
        is_digest=is_digest,
        message_id=f"<{uuid4().hex}@{host}>",
        made_at=now,
        next_try_at=now,
    )
