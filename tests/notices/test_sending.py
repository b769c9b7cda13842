"""Letters over a real connection: refused, unanswered, interrupted; none is lost and none goes twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client, override_settings

from chamdiem.accounts.models import User
from chamdiem.errors import NotFound, WrongStage
from chamdiem.notices import sending
from chamdiem.notices.models import Letter, Notice
from chamdiem.notices.sending import send_again, send_letters
from chamdiem.notices.services import Told, choose_mail, tell
from tests.people import NOW, Cast, make_cast

from .mail_server import MailServer, mail_server

SITE = "https://cham-diem.vidu.gov.vn"
AN, DUNG = "an@vidu.gov.vn", "dung@vidu.gov.vn"


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def _tell(cast: Cast, *users: User, key: str = "thing:1:7", now: datetime = NOW) -> None:
    told = [
        Told(
            key=key,
            user_id=user.pk,
            title="Báo cáo quý III/2026",
            detail="Còn 7 ngày.",
            url="/ke-hoach/bao-cao/1/",
            due_on=date(2026, 10, 5),
            organisation_path=cast.body_a.path,
        )
        for user in users
    ]
    tell(told=told, now=now)


def _states() -> dict[str, str]:
    return dict(Letter.objects.values_list("user__email", "state"))


def test_a_refused_letter_keeps_its_error_and_the_others_go(cast: Cast, server: MailServer) -> None:
    server.refused.add(AN)
    _tell(cast, cast.an, cast.dung, cast.binh)
    assert send_letters(site=SITE, now=NOW) == 2
    letter = Letter.objects.get(user=cast.an)
    assert (letter.state, letter.tries, letter.error) == ("waiting", 1, "550 5.1.1 No such user")
    assert set(server.reached) == {DUNG, "binh@vidu.gov.vn"}


def test_a_refused_letter_goes_later_once_the_server_takes_it(cast: Cast, server: MailServer) -> None:
    server.refused.add(AN)
    _tell(cast, cast.an)
    send_letters(site=SITE, now=NOW)
    server.refused.clear()
    assert send_letters(site=SITE, now=NOW + timedelta(minutes=59)) == 0
    assert send_letters(site=SITE, now=NOW + timedelta(hours=1)) == 1
    letter = Letter.objects.get()
    assert (letter.state, letter.tries, letter.error) == ("sent", 2, "")
    assert server.reached == [AN]


def test_a_letter_refused_for_days_is_given_up_and_shown(cast: Cast, server: MailServer) -> None:
    server.refused.add(AN)
    _tell(cast, cast.an)
    for hours in range(0, 240, 24):
        send_letters(site=SITE, now=NOW + timedelta(hours=hours))
    letter = Letter.objects.get()
    assert (letter.state, letter.tries) == ("given_up", 8)


def test_without_a_mail_server_everything_waits_and_nothing_counts_as_tried(cast: Cast) -> None:
    _tell(cast, cast.an, cast.dung)
    backend = "django.core.mail.backends.smtp.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=1):
        assert send_letters(site=SITE, now=NOW) == 0
    assert set(Letter.objects.values_list("state", "tries")) == {("waiting", 0)}
    assert all("refused" in error for error in Letter.objects.values_list("error", flat=True))
    with mail_server() as server:
        assert send_letters(site=SITE, now=NOW) == 2
        assert len(server.taken) == 2


def test_a_letter_taken_without_an_answer_is_not_sent_again(cast: Cast, server: MailServer) -> None:
    server.silent_for.add(AN)
    _tell(cast, cast.an, cast.dung)
    assert send_letters(site=SITE, now=NOW) == 1
    send_letters(site=SITE, now=NOW + timedelta(days=1))
    assert _states() == {AN: "unknown", DUNG: "sent"}
    assert sorted(server.reached) == [AN, DUNG]


def test_nobody_loses_a_letter_however_many_there_are(cast: Cast, server: MailServer) -> None:
    choose_mail(actor=cast.an, mail="each")
    for number in range(600):
        _tell(cast, cast.an, key=f"thing:{number}:7")
    assert send_letters(site=SITE, now=NOW) == 600
    assert len({str(letter["Message-ID"]) for letter in server.taken}) == 600


def test_a_digest_goes_once_a_day_and_takes_along_what_came_later(cast: Cast, server: MailServer) -> None:
    _tell(cast, cast.an, key="a")
    send_letters(site=SITE, now=NOW)
    _tell(cast, cast.an, key="b", now=NOW + timedelta(hours=1))
    assert send_letters(site=SITE, now=NOW + timedelta(hours=1)) == 0
    assert send_letters(site=SITE, now=NOW + timedelta(days=1)) == 1
    assert not Notice.objects.filter(gathered_at__isnull=True).exists()


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_it_sends_sends_nothing_twice(server: MailServer) -> None:
    """Its process dies when the server has the letter: nobody knows whether it went, and it stays so."""
    cast = make_cast()
    _tell(cast, cast.an, cast.dung)
    workers: list[subprocess.Popen[bytes]] = []

    def kill() -> None:
        workers[0].kill()

    server.on_taken = kill
    workers.append(_start_worker())
    assert workers[0].wait() == -signal.SIGKILL
    assert sorted(_states().values()) == ["sending", "waiting"]
    server.on_taken = lambda: None
    _await_its_end()
    assert send_letters(site=SITE, now=NOW) == 1
    assert sorted(_states().values()) == ["sent", "unknown"]
    assert sorted(server.reached) == [AN, DUNG]


def _start_worker() -> subprocess.Popen[bytes]:
    """A process that sends what waits in the database of the tests."""
    words = f"""
import django
django.setup()
from datetime import datetime
from chamdiem.notices.sending import send_letters
send_letters(site={SITE!r}, now=datetime.fromisoformat({NOW.isoformat()!r}))
"""
    environment = {
        **os.environ,
        "CHAMDIEM_DATABASE_URL": _address(),
        "CHAMDIEM_EMAIL_BACKEND": settings.EMAIL_BACKEND,
        "CHAMDIEM_EMAIL_HOST": settings.EMAIL_HOST,
        "CHAMDIEM_EMAIL_PORT": str(settings.EMAIL_PORT),
        "DJANGO_SETTINGS_MODULE": "chamdiem.config.settings",
    }
    return subprocess.Popen([sys.executable, "-c", words], env=environment)  # noqa: S603


def _address() -> str:
    """Where the database of the tests is, in the words of the environment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        (name,) = cursor.fetchone()
    parts = urlsplit(os.environ["CHAMDIEM_DATABASE_URL"])
    return parts._replace(path=f"/{name}").geturl()


def _await_its_end() -> None:
    """Take the lock once the database has noticed that the worker is gone, and give it back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [sending.LOCK])
        cursor.execute("SELECT pg_advisory_unlock(%s)", [sending.LOCK])


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_letter_once(server: MailServer) -> None:
    cast = make_cast()
    _tell(cast, cast.an)
    seen: list[int] = []

    def second_worker() -> None:
        """In the thread of the server, so over a connection of its own."""
        try:
            seen.append(send_letters(site=SITE, now=NOW))
        finally:
            connections.close_all()

    server.on_taken = second_worker
    assert send_letters(site=SITE, now=NOW) == 1
    assert seen == [0]
    assert server.reached == [AN]


def test_a_person_has_an_unknown_letter_sent_again_under_its_old_identity(
    cast: Cast, server: MailServer, opened: Callable[[str], Client]
) -> None:
    server.silent_for.add(AN)
    _tell(cast, cast.an)
    send_letters(site=SITE, now=NOW)
    server.silent_for.clear()
    page = opened("giang").get("/thong-bao/da-gui/").content.decode()
    assert "Không rõ đã gửi chưa" in page
    assert "Gửi lại" in page
    send_again(actor=cast.giang, letter_id=Letter.objects.get().pk, now=NOW)
    assert send_letters(site=SITE, now=NOW) == 1
    first, second = server.taken
    assert first["Message-ID"] == second["Message-ID"] == Letter.objects.get().message_id


def test_letters_that_wait_for_a_person_are_found_among_all(
    cast: Cast, server: MailServer, opened: Callable[[str], Client]
) -> None:
    server.silent_for.add(AN)
    _tell(cast, cast.an, cast.dung)
    send_letters(site=SITE, now=NOW)
    giang = opened("giang")
    page = giang.get("/thong-bao/da-gui/?thu=ket").content.decode()
    assert "Gửi lại" in page
    assert cast.an.name in page
    assert cast.dung.name not in page
    Letter.objects.update(state="sent", sent_at=NOW)
    assert "Không có thư nào" in giang.get("/thong-bao/da-gui/?thu=ket").content.decode()


def test_a_letter_that_went_or_of_others_is_not_sent_again(cast: Cast, server: MailServer) -> None:
    _tell(cast, cast.an)
    send_letters(site=SITE, now=NOW)
    letter = Letter.objects.get()
    with pytest.raises(WrongStage):
        send_again(actor=cast.giang, letter_id=letter.pk, now=NOW)
    for stranger in (cast.an, cast.nga):
        with pytest.raises(NotFound):
            send_again(actor=stranger, letter_id=letter.pk, now=NOW)
    assert len(server.taken) == 1
