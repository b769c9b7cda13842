"""A person is invited with a role, gets a letter, and sets her password by a link that works once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from smtplib import SMTPException
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.accounts.permissions import holds
from chamdiem.accounts.services import Invitation, invite_again, invite_person
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused, WrongStage
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import run_job
from chamdiem.organisations.models import Organisation
from tests.people import NOW, Cast

SITE = "https://diem.vidu.gov.vn/"
NEW_PASSWORD = "một mật khẩu mới đủ dài"


def _invite(cast: Cast, actor: str = "lan", **values: Any) -> Callable[[], User]:
    invitation = Invitation(
        **{
            "email": "moi@vidu.gov.vn",
            "name": "Người Mới",
            "role": Role.DATA_OFFICER,
            "organisation_id": cast.body_a.pk,
            **values,
        }
    )
    return lambda: invite_person(actor=cast.people[actor], invitation=invitation, site=SITE, now=NOW)


def _send() -> list[str]:
    for job in Job.objects.filter(status=Job.Status.WAITING):
        run_job(job.pk)
    return [str(letter.body) for letter in mail.outbox]


def _refused(kind: type[Refused], code: str, act: Callable[[], Any]) -> None:
    tables = (User, RoleAssignment, Event, Job, EmailAddress)
    before = [list(table.objects.order_by("pk").values_list()) for table in tables]
    with pytest.raises(kind) as refused:
        act()
    assert refused.value.code == code
    assert [list(table.objects.order_by("pk").values_list()) for table in tables] == before


@pytest.mark.parametrize("actor", ["lan", "giang"])
def test_a_keeper_invites_and_the_role_holds(cast: Cast, actor: str) -> None:
    person = _invite(cast, actor, email=" MOI@Vidu.gov.vn ", name=" Người  Mới ")()
    assert (person.email, person.has_usable_password()) == ("moi@vidu.gov.vn", False)
    assert holds(person, [Role.DATA_OFFICER], cast.body_a.path)
    assert [event.action for event in Event.objects.all()] == ["person.invite", "role.give"]
    assert {event.organisation_path for event in Event.objects.all()} == {cast.body_a.path}


def test_the_letter_has_a_link_that_sets_the_password_once(cast: Cast) -> None:
    _invite(cast)()
    (letter,) = _send()
    assert "Chuyên viên cung cấp số liệu: Sở Xây dựng" in letter
    found = re.search(r"https://diem\.vidu\.gov\.vn(/\S+)", letter)
    assert found
    client = Client()
    form = client.get(found[1])
    assert form.status_code == 302
    done = client.post(form["Location"], {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert done.status_code == 302
    assert User.objects.get(email="moi@vidu.gov.vn").check_password(NEW_PASSWORD)
    again = Client().get(found[1])
    assert again.context["token_fail"]
    assert Event.objects.filter(action="person.set_password").count() == 1


def test_wrong_invitations_are_refused(cast: Cast) -> None:
    _refused(Conflict, "person.email_wrong", _invite(cast, email="không phải thư"))
    _refused(Incomplete, "person.name_missing", _invite(cast, name="  "))
    again = _invite(cast, email="an@vidu.gov.vn", name="Nguyễn Văn An")
    _refused(Conflict, "role.held_already", again)
    _refused(NotAllowed, "role.not_allowed", _invite(cast, role="king"))
    _refused(Incomplete, "role.office_missing", _invite(cast, role=Role.CONTRIBUTOR))
    _refused(NotFound, "organisation.not_found", _invite(cast, organisation_id=cast.elsewhere.pk))
    Organisation.objects.filter(pk=cast.body_a.pk).update(valid_to=date(2026, 1, 1))
    _refused(WrongStage, "organisation.closed_already", _invite(cast))


def test_an_office_of_another_body_is_no_office(cast: Cast) -> None:
    wrong = _invite(cast, role=Role.CONTRIBUTOR, organisation_id=cast.body_b.pk, office_id=cast.it_office.pk)
    _refused(Incomplete, "role.office_missing", wrong)
    right = _invite(cast, role=Role.CONTRIBUTOR, office_id=cast.it_office.pk)()
    assert right.role_assignments.get().office == cast.it_office


@pytest.mark.parametrize("actor", ["an", "dung", "kien", "chi", "ha"])
def test_who_keeps_nothing_invites_nobody(cast: Cast, actor: str) -> None:
    _refused(NotAllowed, "role.not_allowed", _invite(cast, actor))


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.STANDING_BODY])
def test_a_standing_body_makes_no_keepers(cast: Cast, role: Role) -> None:
    _refused(NotAllowed, "role.not_allowed", _invite(cast, "giang", role=role))
    assert _invite(cast, "lan", role=role)().role_assignments.get().role == role


def test_the_letter_goes_out_again_until_the_first_sign_in(cast: Cast) -> None:
    person = _invite(cast)()

    def again(actor: str = "lan") -> Callable[[], User]:
        return lambda: invite_again(actor=cast.people[actor], person_id=person.pk, site=SITE, now=NOW)

    _refused(NotFound, "person.not_found", again("nga"))
    _refused(NotAllowed, "person.not_allowed", again("an"))
    again()()
    assert len(_send()) == 2
    User.objects.filter(pk=person.pk).update(last_login=NOW)
    _refused(WrongStage, "person.signed_in_already", again())


def test_a_mail_server_that_is_down_is_the_result_of_the_job(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*arguments: Any) -> None:
        raise SMTPException

    _invite(cast)()
    monkeypatch.setattr("chamdiem.accounts.letters.send_mail", down)
    _send()
    job = Job.objects.get()
    assert (job.status, job.refusal_code) == (Job.Status.FAILED, "person.mail_failed")


def test_the_letter_begun_again_does_not_reach_the_same_person_twice(cast: Cast) -> None:
    _invite(cast)()
    job = Job.objects.get()
    run_job(job.pk)
    Job.objects.update(status=Job.Status.WAITING)
    run_job(job.pk)
    assert len(mail.outbox) == 1


def test_the_address_of_the_letter_is_one_of_the_product(cast: Cast) -> None:
    _invite(cast)()
    (letter,) = _send()
    assert SITE.rstrip("/") + reverse("account_login") in letter


def test_a_role_goes_to_nobody_else_than_was_meant(cast: Cast) -> None:
    _refused(Conflict, "person.other_name", _invite(cast, email=cast.an.email, role=Role.LEADER))
    person = _invite(cast, email=cast.an.email, name="nguyễn văn  AN", role=Role.LEADER)()
    assert person == cast.an


@pytest.mark.parametrize("actor", ["lan", "giang"])
def test_nobody_gives_a_role_to_herself(cast: Cast, actor: str) -> None:
    own = cast.people[actor]
    act = _invite(cast, actor, email=own.email, name=own.name, role=Role.LEADER)
    _refused(Conflict, "role.given_to_oneself", act)
