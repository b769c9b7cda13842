"""Each thing is told once, letters go as people chose, and nobody reads the notices of others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client, override_settings

from chamdiem.accounts.models import User
from chamdiem.errors import NotAllowed, NotFound
from chamdiem.notices.gathering import gather
from chamdiem.notices.letters import list_letters
from chamdiem.notices.models import Notice
from chamdiem.notices.selectors import count_unread, list_own, list_sent
from chamdiem.notices.sending import send_letters
from chamdiem.notices.services import Told, choose_mail, read_all, tell
from tests.people import NOW, Cast

SITE = "https://cham-diem.vidu.gov.vn"


def _told(cast: Cast, user: User, key: str = "thing:1:7") -> Told:
    return Told(
        key=key,
        user_id=user.pk,
        title="Báo cáo quý III/2026",
        detail="Còn 7 ngày.",
        url="/ke-hoach/bao-cao/1/",
        due_on=date(2026, 10, 5),
        organisation_path=cast.body_a.path,
    )


def test_the_same_thing_is_told_once_however_often_a_worker_starts_again(cast: Cast) -> None:
    told = [_told(cast, cast.an), _told(cast, cast.dung)]
    assert tell(told=told, now=NOW) == 2
    assert tell(told=told, now=NOW) == 0
    assert send_letters(site=SITE, now=NOW) == 2
    assert send_letters(site=SITE, now=NOW) == 0
    assert len(mail.outbox) == 2


def test_a_digest_gathers_what_waits_and_each_sends_one_by_one(cast: Cast) -> None:
    choose_mail(actor=cast.dung, mail="each")
    for user in (cast.an, cast.dung):
        tell(told=[_told(cast, user, key) for key in ("a", "b", "c")], now=NOW)
    send_letters(site=SITE, now=NOW)
    to = [letter.to[0] for letter in mail.outbox]
    assert (to.count("an@vidu.gov.vn"), to.count("dung@vidu.gov.vn")) == (1, 3)
    (digest,) = [letter for letter in mail.outbox if letter.to == ["an@vidu.gov.vn"]]
    assert digest.subject == "3 việc cần chú ý"
    assert digest.body.count(f"{SITE}/ke-hoach/bao-cao/1/") == 3


def test_who_wants_no_letters_still_reads_in_the_product(cast: Cast) -> None:
    choose_mail(actor=cast.an, mail="none")
    tell(told=[_told(cast, cast.an)], now=NOW)
    assert send_letters(site=SITE, now=NOW) == 0
    assert count_unread(actor=cast.an) == 1
    assert read_all(actor=cast.an, now=NOW) == 1
    assert count_unread(actor=cast.an) == 0


def test_a_letter_that_waits_does_not_go_once_none_is_wanted(cast: Cast) -> None:
    tell(told=[_told(cast, user) for user in (cast.an, cast.dung)], now=NOW)
    gather(host="vidu", now=NOW)
    choose_mail(actor=cast.an, mail="none")
    assert send_letters(site=SITE, now=NOW) == 1
    assert [letter.to[0] for letter in mail.outbox] == ["dung@vidu.gov.vn"]
    assert count_unread(actor=cast.an) == 1


def test_an_account_that_was_locked_gets_no_letter(cast: Cast) -> None:
    tell(told=[_told(cast, cast.an)], now=NOW)
    User.objects.filter(pk=cast.an.pk).update(is_active=False)
    assert send_letters(site=SITE, now=NOW) == 0


def test_a_way_that_does_not_exist_is_refused(cast: Cast) -> None:
    with pytest.raises(NotFound):
        choose_mail(actor=cast.an, mail="pigeon")


def test_only_who_keeps_the_part_sees_what_was_sent(cast: Cast) -> None:
    tell(told=[_told(cast, cast.an)], now=NOW)
    assert list_sent(actor=cast.giang).count() == list_sent(actor=cast.lan).count() == 1
    assert list_sent(actor=cast.nga).count() == 0
    with pytest.raises(NotAllowed):
        list_sent(actor=cast.an)
    assert not list_own(actor=cast.binh).exists()


def test_the_page_shows_the_own_notices_and_keeps_the_choice(cast: Cast) -> None:
    tell(told=[_told(cast, cast.an)], now=NOW)
    client = Client()
    client.force_login(cast.an)
    assert "Còn 7 ngày." in client.get("/thong-bao/").content.decode()
    client.post("/thong-bao/nhan-thu/", {"mail": "each"})
    assert '<option value="each" selected>' in client.get("/thong-bao/").content.decode()
    client.post("/thong-bao/da-doc/")
    assert not Notice.objects.filter(read_at__isnull=True).exists()


def test_the_letters_of_the_demonstration_are_read_on_a_page(cast: Cast, tmp_path: Path) -> None:
    tell(told=[_told(cast, cast.an), _told(cast, cast.dung)], now=NOW)
    backend = "django.core.mail.backends.filebased.EmailBackend"
    client = Client()
    with override_settings(IS_EXAMPLE=True, EMAIL_FILE_PATH=str(tmp_path), EMAIL_BACKEND=backend):
        send_letters(site=SITE, now=NOW)
        client.force_login(cast.giang)
        page = client.get("/thong-bao/thu-ban-thu/").content.decode()
        client.force_login(cast.an)
        assert client.get("/thong-bao/thu-ban-thu/").status_code == 404
    assert page.count("Kính gửi") == 2
    assert "an@vidu.gov.vn" in page
    assert f"{SITE}/ke-hoach/bao-cao/1/" in page


def test_an_absent_folder_holds_no_letters(tmp_path: Path) -> None:
    assert list_letters(tmp_path / "absent") == []
