"""Reading notices: a person's own, and what was sent in the part of the tree she keeps."""

from __future__ import annotations

from django.db.models import QuerySet

from chamdiem.accounts.models import User
from chamdiem.accounts.permissions import KEEPERS, paths_held
from chamdiem.errors import NotAllowed
from chamdiem.notices.models import STUCK, Choice, Notice
from chamdiem.organisations.tree import below


def list_own(*, actor: User) -> QuerySet[Notice]:
    """The notices of a person, newest first."""
    return Notice.objects.filter(user=actor)


def count_unread(*, actor: User) -> int:
    """How many she has not read; one query."""
    return list_own(actor=actor).filter(read_at__isnull=True).count()


def mail_choice(user: User) -> str:
    """How a person wants her letters; a digest where she never chose."""
    chosen = Choice.objects.filter(user=user).first()
    return chosen.mail if chosen else Choice.Mail.DIGEST


def list_sent(*, actor: User, is_stuck: bool = False) -> QuerySet[Notice]:
    """Everything told to people of the bodies this person keeps, newest first.

    ``is_stuck``: only what went in letters that nobody sends again by itself.

    Raises:
        NotAllowed: She keeps none.
    """
    paths = paths_held(actor, KEEPERS)
    if not paths or not actor.is_active:
        raise NotAllowed("notice.sent_not_allowed")
    found = Notice.objects.filter(below("organisation_path", paths)).select_related("user", "letter")
    return found.filter(letter__state__in=STUCK) if is_stuck else found
