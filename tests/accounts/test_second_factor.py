"""Whoever lost phone and recovery codes gets her account back, and everything about it is on record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory
from django.urls import reverse

from chamdiem.accounts.letters import write_second_factor_removed
from chamdiem.accounts.services import remove_second_factor
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.jobs.models import Job
from tests.people import NOW, PASSWORD, Cast

Opened = Callable[[str], Client]
REASON = "Mất điện thoại và mã dự phòng"


@pytest.fixture
def locked_out(cast: Cast) -> Cast:
    """An has a second step."""
    TOTP.activate(cast.an, generate_totp_secret())
    RecoveryCodes.activate(cast.an)
    return cast


def test_an_administrator_removes_it_with_a_reason_and_the_person_is_told(
    locked_out: Cast, opened: Opened
) -> None:
    client, address = opened("lan"), reverse("accounts:show", args=[locked_out.an.pk])
    assert "Gỡ xác thực hai bước" in client.get(address).content.decode()
    client.post(reverse("accounts:remove_second_factor", args=[locked_out.an.pk]), {"reason": REASON})
    assert not Authenticator.objects.filter(user=locked_out.an).exists()
    event = Event.objects.get(action="second_factor.remove")
    assert (event.actor, event.facts["reason"]) == (locked_out.lan, REASON)
    assert Job.objects.get().arguments["person_id"] == locked_out.an.pk
    assert 'popovertarget="second-factor"' not in client.get(address).content.decode()
    signing_in = Client()
    answer = signing_in.post(reverse("account_login"), {"login": locked_out.an.email, "password": PASSWORD})
    assert answer.url == "/"  # type: ignore[attr-defined]  # a redirect


def test_the_letter_says_what_to_do(locked_out: Cast) -> None:
    write_second_factor_removed(locked_out.an)
    (letter,) = mail.outbox
    assert letter.to == [locked_out.an.email]
    assert "bật lại xác thực hai bước" in letter.body


@pytest.mark.parametrize(
    ("who", "reason", "refusal"),
    [
        ("lan", "mất", Incomplete),
        ("an", REASON, NotAllowed),
        ("chi", REASON, NotAllowed),
        ("nga", REASON, NotFound),
    ],
)
def test_nobody_else_and_nothing_without_a_reason(
    locked_out: Cast, who: str, reason: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        remove_second_factor(actor=locked_out.people[who], person_id=locked_out.an.pk, reason=reason, now=NOW)
    assert Authenticator.objects.filter(user=locked_out.an).count() == 2


def test_there_must_be_one_and_not_ones_own(cast: Cast) -> None:
    with pytest.raises(WrongStage):
        remove_second_factor(actor=cast.lan, person_id=cast.an.pk, reason=REASON, now=NOW)
    TOTP.activate(cast.lan, generate_totp_secret())
    with pytest.raises(Conflict):
        remove_second_factor(actor=cast.lan, person_id=cast.lan.pk, reason=REASON, now=NOW)


def test_the_server_helps_where_no_administrator_can(locked_out: Cast) -> None:
    with pytest.raises(CommandError, match="Không có tài khoản"):
        call_command("remove_second_factor", email="ai@vidu.gov.vn", reason=REASON)
    call_command("remove_second_factor", email=locked_out.an.email.upper(), reason=REASON)
    assert not Authenticator.objects.filter(user=locked_out.an).exists()
    assert Event.objects.get(action="second_factor.remove").actor is None


def test_a_recovery_code_that_is_used_is_on_record(locked_out: Cast) -> None:
    stored = Authenticator.objects.get(user=locked_out.an, type="recovery_codes")
    code = RecoveryCodes(stored).get_unused_codes()[0]
    client = Client()
    client.post(reverse("account_login"), {"login": locked_out.an.email, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert Event.objects.get(action="second_factor.use_recovery_code").actor == locked_out.an


def test_turning_it_off_is_on_record(locked_out: Cast) -> None:
    request = RequestFactory().post("/")
    request.user = locked_out.an
    delete_and_cleanup(request, Authenticator.objects.get(user=locked_out.an, type="totp"))
    assert Event.objects.get(action="second_factor.turn_off").actor == locked_out.an
