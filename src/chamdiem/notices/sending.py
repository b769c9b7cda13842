"""Letters on their way: claimed one by one, sent, written down; refused ones tried again later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from smtplib import (
    SMTPDataError,
    SMTPHeloError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)
from typing import Any
from urllib.parse import urlsplit

from django.core.mail import EmailMessage, get_connection
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from chamdiem.accounts.models import User
from chamdiem.accounts.permissions import KEEPERS, paths_held
from chamdiem.audit.services import record_event
from chamdiem.errors import NotFound, WrongStage
from chamdiem.notices.countdown import detail_at
from chamdiem.notices.gathering import gather
from chamdiem.notices.models import Letter, Notice
from chamdiem.notices.relevance import OpenMatters, newest_of_each

_State = Letter.State
# The server answered, or was never asked: the letter has certainly not gone.
_REFUSALS = (
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPDataError,
    SMTPHeloError,
    SMTPNotSupportedError,
    ValueError,
)
# After each try so long until the next; after the last one nobody tries any more.
_PAUSES = tuple(timedelta(hours=hours) for hours in (1, 2, 4, 8, 16, 24, 24))
# Chosen once; one run at a time sends in the whole installation.
LOCK = 7_210_004
_MOST_WORDS = 500


def send_letters(*, site: str, now: datetime) -> int:
    """Send what waits by e-mail, as each person chose. Returns how many letters went.

    Each letter is marked as sending, sent, and marked as sent, one after the other; a refused
    one keeps its error and waits longer each time, and does not stop the others. Where a
    worker was killed or the server fell silent in between, nobody knows whether the letter
    went: it is not sent again by itself. Without a mail server everything waits. What does not
    matter any more is left out; a letter with nothing else in it does not go.
    """
    with _alone() as is_alone:
        if not is_alone:
            return 0
        Letter.objects.filter(state=_State.SENDING).update(state=_State.UNKNOWN)
        gather(host=urlsplit(site).hostname or "localhost", now=now)
        _leave_the_locked()
        return _send_all(site, now)


@transaction.atomic
def send_again(*, actor: User, letter_id: int, now: datetime) -> Letter:
    """Have a letter sent once more that nobody knows of, or that was given up.

    Raises:
        NotFound: No such letter, or of a body this person does not keep.
        WrongStage: It waits, or went.
    """
    letter = Letter.objects.select_for_update(of=("self",)).filter(pk=letter_id).first()
    path = _path_kept(actor, letter) if letter is not None else None
    if letter is None or path is None:
        raise NotFound("notice.letter_not_found")
    if not letter.may_go_again:
        raise WrongStage("notice.letter_goes_by_itself", state=str(letter.get_state_display()))
    letter.state, letter.tries, letter.next_try_at = _State.WAITING, 0, now
    letter.save(update_fields=["state", "tries", "next_try_at"])
    record_event(actor=actor, action="notice.send_again", subject=letter, at=now, organisation_path=path)
    return letter


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether no other run sends now; the database forgets a run that was killed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        (is_alone,) = cursor.fetchone()
    try:
        yield is_alone
    finally:
        if is_alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _leave_the_locked() -> None:
    waiting = Letter.objects.filter(state=_State.WAITING, user__is_active=False)
    waiting.update(state=_State.GIVEN_UP, error="")


def _send_all(site: str, now: datetime) -> int:
    """Every letter whose time has come; ends early where there is no mail server."""
    due = Letter.objects.filter(state=_State.WAITING, next_try_at__lte=now)
    server: Any = get_connection()
    count = 0
    try:
        for letter_id in _leave_the_needless(due, now):
            try:
                server.open()
            except OSError as error:  # an SMTPException is one
                due.update(error=_words(error))
                break
            count += _send(letter_id, server, site, now)
    finally:
        server.close()
    return count


def _leave_the_needless(due: QuerySet[Letter], now: datetime) -> list[int]:
    """The letters that still have something to say; what does not matter any more is left out of them."""
    letters = list(due.prefetch_related("notices"))
    matters = OpenMatters.of(timezone.localdate(now)) if letters else None
    left_out: dict[bool, list[int]] = {True: [], False: []}
    needless: list[int] = []
    for letter in letters:
        told = {each.pk: matters is None or matters.still_matters(each) for each in letter.notices.all()}
        for notice_id, still in told.items():
            left_out[not still].append(notice_id)
        if told and not any(told.values()):
            needless.append(letter.pk)
    for is_left_out, notices in left_out.items():
        Notice.objects.filter(pk__in=notices).update(is_left_out=is_left_out)
    due.filter(pk__in=needless).update(state=_State.NEEDLESS, error="")
    return [letter.pk for letter in letters if letter.pk not in needless]


def _send(letter_id: int, server: Any, site: str, now: datetime) -> bool:
    """One letter; whether it went. The server is left closed after a failure."""
    letter = _claim(letter_id)
    if letter is None:
        return False
    try:
        with override(letter.user.language):
            _message(letter, site, server, now).send()
    except _REFUSALS as error:
        _put_off(letter, _words(error), now)
    except OSError as error:
        _write_down(letter, state=_State.UNKNOWN, error=_words(error))
    else:
        _write_down(letter, state=_State.SENT, error="", sent_at=now)
        return True
    server.close()
    return False


@transaction.atomic
def _claim(letter_id: int) -> Letter | None:
    """The letter, marked as sending before the server hears of it."""
    waiting = Letter.objects.filter(pk=letter_id, state=_State.WAITING)
    if not waiting.update(state=_State.SENDING, tries=F("tries") + 1):
        return None
    return Letter.objects.select_related("user").prefetch_related("notices").get(pk=letter_id)


def _put_off(letter: Letter, error: str, now: datetime) -> None:
    if letter.tries > len(_PAUSES):
        _write_down(letter, state=_State.GIVEN_UP, error=error)
        return
    pause = _PAUSES[letter.tries - 1]
    _write_down(letter, state=_State.WAITING, error=error, next_try_at=now + pause)


def _write_down(letter: Letter, **fields: Any) -> None:
    Letter.objects.filter(pk=letter.pk).update(**fields)


def _words(error: Exception) -> str:
    """What the server said, as text."""
    if isinstance(error, SMTPRecipientsRefused):
        told = "; ".join(f"{code} {_text(said)}" for code, said in error.recipients.values())
    elif isinstance(error, SMTPResponseException):
        told = f"{error.smtp_code} {_text(error.smtp_error)}"
    else:
        told = str(error) or type(error).__name__
    return told[:_MOST_WORDS]


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


def _message(letter: Letter, site: str, server: Any, now: datetime) -> EmailMessage:
    told = [notice for notice in letter.notices.all() if not notice.is_left_out]
    notices = newest_of_each(sorted(told, key=lambda notice: (notice.told_at, notice.pk)))
    subject = (
        notices[0].title if len(notices) == 1 else _("%(count)s việc cần chú ý") % {"count": len(notices)}
    )
    lines = [_("Kính gửi %(name)s,") % {"name": letter.user.name}, ""]
    for notice in notices:
        lines += [f"- {notice.title}", f"  {detail_at(notice, now)}", f"  {site.rstrip('/')}{notice.url}", ""]
    lines.append(_("Đổi cách nhận thư ở trang Thông báo."))
    return EmailMessage(
        " ".join(subject.split()),
        "\n".join(lines),
        to=[letter.user.email],
        connection=server,
        headers={"Message-ID": letter.message_id},
    )


def _path_kept(actor: User, letter: Letter) -> str | None:
    """The body of a notice of the letter that a person keeps."""
    kept = paths_held(actor, KEEPERS) if actor.is_active else []
    paths = letter.notices.values_list("organisation_path", flat=True)
    return next((path for path in paths if any(path.startswith(each) for each in kept)), None)
