"""Accounts are corrected, locked and unlocked by who keeps every role of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from chamdiem.accounts.letters import invitation_address
from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.accounts.selectors import PeopleFilter, find_people
from chamdiem.accounts.services import (
    change_person,
    change_profile,
    choose_language,
    deactivate_person,
    reactivate_person,
)
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused, WrongStage
from tests.people import NOW, PASSWORD, Cast

REASON = "Đã chuyển công tác"


def _lock(cast: Cast, person: str, actor: str = "lan", reason: str = REASON) -> Callable[[], User]:
    return lambda: deactivate_person(
        actor=cast.people[actor], person_id=cast.people[person].pk, reason=reason, now=NOW
    )


def _unlock(cast: Cast, person: str, actor: str = "lan") -> Callable[[], User]:
    return lambda: reactivate_person(actor=cast.people[actor], person_id=cast.people[person].pk, now=NOW)


def _change(cast: Cast, person: str, actor: str = "lan", **values: str) -> Callable[[], User]:
    said = {"name": "Nguyễn Văn Ân", "title": "Chuyên viên", "email": "an@vidu.gov.vn", **values}
    return lambda: change_person(actor=cast.people[actor], person_id=cast.people[person].pk, now=NOW, **said)


def _refused(kind: type[Refused], code: str, act: Callable[[], Any]) -> None:
    before = list(User.objects.order_by("pk").values_list()), Event.objects.count()
    with pytest.raises(kind) as refused:
        act()
    assert refused.value.code == code
    assert (list(User.objects.order_by("pk").values_list()), Event.objects.count()) == before


def test_a_locked_person_is_signed_out_and_stays_out(cast: Cast, settings: Settings) -> None:
    settings.LOGIN_REDIRECT_URL = "/"
    client = Client()
    sign_in = {"login": "an@vidu.gov.vn", "password": PASSWORD}
    assert client.post(reverse("account_login"), sign_in).status_code == 302
    assert client.get(reverse("account_change_password")).status_code == 200
    _lock(cast, "an")()
    assert client.get(reverse("account_change_password")).status_code == 302
    Client().post(reverse("account_login"), sign_in)
    assert Event.objects.filter(action="person.sign_in").count() == 1


def test_locking_and_unlocking_are_on_record(cast: Cast) -> None:
    _lock(cast, "an")()
    _refused(WrongStage, "person.locked", _lock(cast, "an"))
    _unlock(cast, "an")()
    _refused(WrongStage, "person.not_locked", _unlock(cast, "an"))
    events = list(Event.objects.order_by("number"))
    assert [event.action for event in events] == ["person.deactivate", "person.reactivate"]
    assert events[0].facts == {"reason": REASON}
    assert events[0].organisation_path == cast.body_a.path


def test_who_may_not_lock_is_refused(cast: Cast) -> None:
    _refused(Conflict, "person.own_account", _lock(cast, "lan"))
    _refused(Incomplete, "person.reason_missing", _lock(cast, "an", reason="  ngắn "))
    _refused(NotAllowed, "person.not_allowed", _lock(cast, "lan", "giang"))
    _refused(NotAllowed, "person.not_allowed", _lock(cast, "dung", "an"))
    _refused(NotFound, "person.not_found", _lock(cast, "an", "nga"))
    _refused(NotFound, "person.not_found", _lock(cast, "binh", "an"))


def test_a_role_given_here_does_not_hand_over_an_account_from_elsewhere(cast: Cast) -> None:
    RoleAssignment.objects.create(user=cast.nga, role=Role.LEADER, organisation=cast.body_a, given_at=NOW)
    _refused(NotAllowed, "person.not_allowed", _lock(cast, "nga"))
    _refused(NotAllowed, "person.not_allowed", _change(cast, "nga", email="nga2@vidu.gov.vn"))


def test_a_correction_is_found_and_on_record(cast: Cast) -> None:
    _change(cast, "an")()
    found = find_people(actor=cast.lan, wanted=PeopleFilter(text="nguyen van an chuyen vien"))
    assert list(found) == [cast.an]
    event = Event.objects.get()
    assert event.facts["changed"][1] == ["Nguyễn Văn Ân", "Chuyên viên", "an@vidu.gov.vn"]
    _change(cast, "an")()
    assert Event.objects.count() == 1


def test_a_new_address_ends_the_links_sent_to_the_old_one(cast: Cast) -> None:
    link = invitation_address(cast.an)
    changed = _change(cast, "an", email=" AN2@vidu.gov.vn ")()
    assert changed.email == "an2@vidu.gov.vn"
    assert [each.email for each in EmailAddress.objects.filter(user=changed)] == ["an2@vidu.gov.vn"]
    assert Client().get(link).context["token_fail"]


def test_wrong_corrections_are_refused(cast: Cast) -> None:
    _refused(Incomplete, "person.name_missing", _change(cast, "an", name=" "))
    _refused(Conflict, "person.email_wrong", _change(cast, "an", email="an"))
    _refused(Conflict, "person.email_taken", _change(cast, "an", email="BINH@vidu.gov.vn"))
    _refused(NotAllowed, "person.not_allowed", _change(cast, "an", "dung"))
    _refused(NotFound, "person.not_found", _change(cast, "an", "nga"))


def test_everybody_keeps_her_own_name_and_language(cast: Cast) -> None:
    changed = change_profile(actor=cast.an, name=" Nguyễn Văn An ", title="Phó trưởng phòng", now=NOW)
    assert (changed.name, changed.title) == ("Nguyễn Văn An", "Phó trưởng phòng")
    assert Event.objects.get().actor == cast.an
    _refused(
        Incomplete,
        "person.name_missing",
        lambda: change_profile(actor=cast.an, name=" ", title="", now=NOW),
    )
    assert choose_language(actor=cast.an, language="en") == "en"
    assert User.objects.get(pk=cast.an.pk).language == "en"
    _refused(NotFound, "person.no_language", lambda: choose_language(actor=cast.an, language="fr"))


def test_a_name_with_blanks_around_it_is_the_same_name(cast: Cast, settings: Settings) -> None:
    settings.LOGIN_REDIRECT_URL = "/"
    user = User.objects.create_user("  Ai@Vidu.gov.vn ", PASSWORD, name="Ai")
    assert user.email == "ai@vidu.gov.vn"
    client = Client()
    client.post(reverse("account_login"), {"login": " AI@vidu.gov.vn ", "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(user.pk)
