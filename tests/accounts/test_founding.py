"""The first administrator: made on the server, signed in by a link, no password on a command line."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds
from chamdiem.audit.models import Event
from tests.people import PASSWORD, Cast

NEW_PASSWORD = "một mật khẩu mới đủ dài"


def _create(**given: str | bool) -> str:
    told = StringIO()
    options = {"email": "Goc@vidu.gov.vn", "name": "Quản Trị Gốc", "organisation": "T1", **given}
    call_command("create_administrator", stdout=told, **options)
    return told.getvalue()


def test_the_link_sets_a_password_once_and_the_role_holds(cast: Cast) -> None:
    [address] = re.findall(r"https?://[^/]+(/\S+)", _create())
    person = User.objects.get(email="goc@vidu.gov.vn")
    assert not person.has_usable_password()
    assert holds(person, [Role.ADMINISTRATOR], cast.province.path)
    client = Client()
    form = client.get(address, follow=True)
    passwords = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    client.post(form.redirect_chain[-1][0], passwords)
    person.refresh_from_db()
    assert person.check_password(NEW_PASSWORD)
    again = Client().get(address, follow=True)
    assert 'name="password1"' not in again.content.decode()


def test_the_audit_trail_says_that_it_came_from_the_server(cast: Cast) -> None:
    _create()
    found = {event.action: event for event in Event.objects.all()[:2]}
    assert found["person.found"].actor_id is None
    assert found["role.give"].facts["organisation"] == "T1"
    assert found["role.give"].actor_id is None
    assert cast.province.code == "T1"


@pytest.mark.usefixtures("cast")
def test_the_link_goes_by_mail_instead() -> None:
    told = _create(send=True)
    assert "goc@vidu.gov.vn" in told
    assert "http" not in told
    assert f"{settings.SITE}/" in mail.outbox[0].body


def test_who_has_an_account_keeps_her_password_and_gets_no_link(cast: Cast) -> None:
    told = _create(email="giang@vidu.gov.vn")
    assert "http" not in told
    cast.giang.refresh_from_db()
    assert cast.giang.check_password(PASSWORD)


@pytest.mark.usefixtures("cast")
def test_what_is_not_given_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("EMAIL", "goc@vidu.gov.vn"), ("NAME", "Quản Trị Gốc"), ("ORGANISATION", "T1")):
        monkeypatch.setenv(f"CHAMDIEM_ADMIN_{name}", value)
    _create(email="", name="", organisation="")
    assert User.objects.filter(email="goc@vidu.gov.vn").exists()


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"organisation": "T9"}, "mang mã “T9”"),
        ({"email": "goc"}, "goc"),
        ({"name": " "}, "họ và tên"),
        ({"email": "lan@vidu.gov.vn"}, "Đặng Ngọc Lan"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence_and_leaves_nothing(given: dict[str, str], told: str) -> None:
    people, events = User.objects.count(), Event.objects.count()
    with pytest.raises(CommandError, match=told):
        _create(**given)
    assert (User.objects.count(), Event.objects.count()) == (people, events)
