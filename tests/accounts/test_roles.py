"""Roles are given and ended in one's own part of the tree; several may be held at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.accounts.permissions import holds, may_give, may_manage, roles_of
from chamdiem.accounts.selectors import list_givable_roles, roles_to_judge
from chamdiem.accounts.services import end_role, give_role
from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused, WrongStage
from chamdiem.organisations.models import Organisation
from tests.people import NOW, Cast


def _give(
    cast: Cast, person: str, role: str, place: Organisation, actor: str = "lan", **values: Any
) -> Callable[[], RoleAssignment]:
    return lambda: give_role(
        actor=cast.people[actor],
        person_id=cast.people[person].pk,
        role=role,
        organisation_id=place.pk,
        now=NOW,
        **values,
    )


def _end(
    cast: Cast, person: str, actor: str = "lan", reason: str = "Chuyển sang đơn vị khác."
) -> Callable[[], RoleAssignment]:
    role = cast.people[person].role_assignments.get()
    return lambda: end_role(actor=cast.people[actor], assignment_id=role.pk, reason=reason, now=NOW)


def _refused(kind: type[Refused], code: str, act: Callable[[], Any]) -> None:
    before = list(RoleAssignment.objects.order_by("pk").values_list()), Event.objects.count()
    with pytest.raises(kind) as refused:
        act()
    assert refused.value.code == code
    assert (list(RoleAssignment.objects.order_by("pk").values_list()), Event.objects.count()) == before


def _fresh(user: User) -> User:
    """The person as the next request meets her."""
    return User.objects.get(pk=user.pk)


def test_a_person_holds_several_roles_in_several_places(cast: Cast) -> None:
    _give(cast, "an", Role.LEADER, cast.body_a)()
    _give(cast, "an", Role.DATA_OFFICER, cast.standing)()
    assert {(held.role, held.path) for held in roles_of(_fresh(cast.an))} == {
        ("data_officer", cast.body_a.path),
        ("leader", cast.body_a.path),
        ("data_officer", cast.standing.path),
    }
    event = Event.objects.order_by("number").first()
    assert event is not None
    assert event.facts == {"role": "leader", "organisation": "T1.A", "office": ""}


def test_an_ended_role_holds_no_more_and_can_be_given_again(cast: Cast) -> None:
    _end(cast, "an")()
    assert not holds(_fresh(cast.an), [Role.DATA_OFFICER], cast.body_a.path)
    assert Event.objects.get().action == "role.end"
    _give(cast, "an", Role.DATA_OFFICER, cast.body_a)()
    assert holds(_fresh(cast.an), [Role.DATA_OFFICER], cast.body_a.path)


def test_wrong_roles_are_refused(cast: Cast) -> None:
    _refused(Conflict, "role.held_already", _give(cast, "an", Role.DATA_OFFICER, cast.body_a))
    _refused(Incomplete, "role.office_missing", _give(cast, "an", Role.CONTRIBUTOR, cast.body_a))
    _refused(NotFound, "organisation.not_found", _give(cast, "an", Role.LEADER, cast.elsewhere))
    _refused(NotFound, "person.not_found", _give(cast, "nga", Role.LEADER, cast.body_a))
    _refused(NotFound, "person.not_found", _give(cast, "an", Role.LEADER, cast.body_a, "binh"))
    User.objects.filter(pk=cast.an.pk).update(is_active=False)
    _refused(WrongStage, "person.locked", _give(cast, "an", Role.LEADER, cast.body_a))


@pytest.mark.parametrize("actor", ["an", "dung", "kien"])
def test_colleagues_give_and_end_nothing(cast: Cast, actor: str) -> None:
    _refused(NotAllowed, "role.not_allowed", _give(cast, "an", Role.LEADER, cast.body_a, actor))
    _refused(NotAllowed, "role.not_allowed", _end(cast, "dung", actor))


def test_an_outsider_ends_nothing_and_learns_nothing(cast: Cast) -> None:
    _refused(NotFound, "role.not_found", _end(cast, "an", "nga"))
    _refused(NotFound, "role.not_found", _end(cast, "nga", "lan"))


def test_a_standing_body_does_not_end_keepers(cast: Cast) -> None:
    _refused(NotAllowed, "role.not_allowed", _end(cast, "lan", "giang"))


def test_nobody_ends_her_own_keeping(cast: Cast) -> None:
    _refused(Conflict, "role.own", _end(cast, "lan", "lan"))


def test_a_role_ends_for_a_reason_that_is_kept(cast: Cast, opened: Callable[[str], Client]) -> None:
    _refused(Incomplete, "person.reason_missing", _end(cast, "an", reason="  nghỉ "))
    role = cast.an.role_assignments.get()
    page = opened("lan").get(reverse("accounts:show", args=[cast.an.pk])).content.decode()
    assert f'id="end-{role.pk}-reason"' in page
    opened("lan").post(reverse("accounts:end_role", args=[role.pk]), {"reason": "Chuyển sang đơn vị khác."})
    assert Event.objects.get(action="role.end").facts["reason"] == "Chuyển sang đơn vị khác."


@pytest.mark.parametrize("role", list(Role))
def test_rights_to_give_stand_in_one_table(cast: Cast, role: Role) -> None:
    keeper = role in (Role.ADMINISTRATOR, Role.STANDING_BODY)
    assert may_give(cast.lan, role, cast.body_a.path)
    assert may_give(cast.giang, role, cast.body_a.path) is not keeper
    assert not may_give(cast.lan, role, cast.elsewhere.path)
    assert not may_give(cast.an, role, cast.body_a.path)
    assert (role in list_givable_roles(actor=cast.giang)) is not keeper
    assert list_givable_roles(actor=cast.an) == []


def test_an_account_with_a_role_elsewhere_is_not_managed_from_here(cast: Cast) -> None:
    assert may_manage(cast.lan, roles_to_judge(cast.an))
    RoleAssignment.objects.create(user=cast.an, role=Role.LEADER, organisation=cast.elsewhere, given_at=NOW)
    assert not may_manage(cast.lan, roles_to_judge(cast.an))
    assert not may_manage(cast.giang, roles_to_judge(cast.lan))
    assert not may_manage(cast.lan, [])
