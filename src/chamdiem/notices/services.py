"""Telling people: each thing once, by letter as they chose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from chamdiem.accounts.models import User
from chamdiem.errors import NotFound
from chamdiem.notices.models import Choice, Notice

_MOST_LETTERS = 500


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


def send_letters(*, site: str, now: datetime) -> int:
    """Send what waits by e-mail, as each person chose. Returns how many letters went.

    A notice is marked before its letter goes: a worker killed in between loses a letter,
    which the person still reads in the product, and never sends one twice.
    """
    return sum(_send(user, notices, site) for user, notices in _take(now))


@transaction.atomic
def choose_mail(*, actor: User, mail: str) -> Choice:
    """How a person wants her letters from now on.

    Raises:
        NotFound: There is no such way.
    """
    if mail not in Choice.Mail.values:
        raise NotFound("notice.no_such_choice")
    choice, _made = Choice.objects.update_or_create(user=actor, defaults={"mail": mail})
    return choice


@transaction.atomic
def read_all(*, actor: User, now: datetime) -> int:
    """Mark everything a person was told as read; returns how many."""
    return Notice.objects.filter(user=actor, read_at__isnull=True).update(read_at=now)


@transaction.atomic
def _take(now: datetime) -> list[tuple[User, list[Notice]]]:
    """The notices that wait, by person, marked as mailed; those locked by another worker are left to it."""
    waiting = (
        Notice.objects.select_for_update(skip_locked=True)
        .filter(mailed_at__isnull=True)
        .order_by("told_at", "pk")[:_MOST_LETTERS]
    )
    by_user: dict[int, list[Notice]] = defaultdict(list)
    for notice in waiting:
        by_user[notice.user_id].append(notice)
    taken = [notice.pk for notices in by_user.values() for notice in notices]
    Notice.objects.filter(pk__in=taken).update(mailed_at=now)
    people = User.objects.filter(pk__in=by_user, is_active=True).order_by("pk")
    return [(user, by_user[user.pk]) for user in people]


def _send(user: User, notices: Sequence[Notice], site: str) -> int:
    choice = Choice.objects.filter(user=user).values_list("mail", flat=True).first() or Choice.Mail.DIGEST
    if choice == Choice.Mail.NONE:
        return 0
    letters = [[each] for each in notices] if choice == Choice.Mail.EACH else [list(notices)]
    with override(user.language):
        for letter in letters:
            _letter(user, letter, site).send()
    return len(letters)


def _letter(user: User, notices: Sequence[Notice], site: str) -> EmailMessage:
    subject = (
        notices[0].title if len(notices) == 1 else _("%(count)s việc cần chú ý") % {"count": len(notices)}
    )
    lines = [_("Kính gửi %(name)s,") % {"name": user.name}, ""]
    for notice in notices:
        lines += [f"- {notice.title}", f"  {notice.detail}", f"  {site.rstrip('/')}{notice.url}", ""]
    lines.append(_("Đổi cách nhận thư ở trang Thông báo."))
    return EmailMessage(subject, "\n".join(lines), to=[user.email])
