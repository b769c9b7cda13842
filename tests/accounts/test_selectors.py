"""Everybody reads only the people of her own part of the directory."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.accounts.selectors import (
    PeopleFilter,
    find_people,
    get_person,
    get_person_page,
    list_people,
)
from chamdiem.errors import NotFound
from tests.people import NOW, Cast


def _names(cast: Cast, actor: str, **wanted: object) -> set[str]:
    found = find_people(actor=cast.people[actor], wanted=PeopleFilter(**wanted))  # type: ignore[arg-type]
    return {person.email.partition("@")[0] for person in found}


HERE = {"an", "dung", "kien", "binh", "minh", "chi", "giang", "ha", "lan"}


@pytest.mark.parametrize(
    ("actor", "names"),
    [
        ("an", {"an", "dung", "kien"}),
        ("kien", {"an", "dung", "kien"}),
        ("binh", {"binh", "minh"}),
        ("chi", HERE),
        ("lan", HERE),
        ("nga", {"nga"}),
    ],
)
def test_a_person_sees_her_part_of_the_directory(cast: Cast, actor: str, names: set[str]) -> None:
    assert _names(cast, actor) == names


def test_only_roles_of_ones_own_part_are_shown(cast: Cast) -> None:
    RoleAssignment.objects.create(user=cast.an, role=Role.LEADER, organisation=cast.elsewhere, given_at=NOW)
    person = get_person(actor=cast.lan, person_id=cast.an.pk)
    assert [role.organisation for role in person.shown_roles] == [cast.body_a]  # type: ignore[attr-defined]
    page = get_person_page(actor=cast.nga, person_id=cast.an.pk)
    assert [role.organisation for role in page.roles] == [cast.elsewhere]


def test_who_left_is_seen_by_keepers_only(cast: Cast) -> None:
    RoleAssignment.objects.filter(user=cast.an).update(ended_at=NOW)
    assert "an" in _names(cast, "lan")
    assert "an" not in _names(cast, "dung")
    assert "an" not in _names(cast, "chi")
    page = get_person_page(actor=cast.lan, person_id=cast.an.pk)
    assert (list(page.roles), len(page.ended), page.may_manage) == ([], 1, True)


def test_a_locked_account_is_seen_by_keepers_who_ask(cast: Cast) -> None:
    User.objects.filter(pk=cast.an.pk).update(is_active=False)
    assert "an" not in _names(cast, "lan")
    assert "an" in _names(cast, "lan", shows_inactive=True)
    assert "an" not in _names(cast, "dung", shows_inactive=True)


def test_filters_narrow_the_list(cast: Cast) -> None:
    assert _names(cast, "lan", text="do trung") == {"kien"}
    assert _names(cast, "lan", role=Role.LEADER) == {"dung", "minh"}
    assert _names(cast, "lan", organisation_id=cast.body_a.pk) == {"an", "dung", "kien"}
    assert _names(cast, "lan", organisation_id=cast.body_a.pk, role=Role.LEADER) == {"dung"}
    assert _names(cast, "lan", organisation_id=cast.elsewhere.pk) == set()


@pytest.mark.parametrize("person_id", [0, 999_999])
def test_strangers_look_like_nobody(cast: Cast, person_id: int) -> None:
    for number in (person_id, cast.nga.pk):
        with pytest.raises(NotFound, match=r"person\.not_found"):
            get_person(actor=cast.lan, person_id=number)


def test_the_page_says_what_may_be_done(cast: Cast) -> None:
    page = get_person_page(actor=cast.giang, person_id=cast.lan.pk)
    assert (page.may_manage, page.endable_ids, page.has_signed_in) == (False, frozenset(), False)
    page = get_person_page(actor=cast.giang, person_id=cast.an.pk)
    assert page.may_manage
    assert page.endable_ids == {role.pk for role in page.roles}


@pytest.mark.parametrize("count", [3, 60])
def test_the_list_costs_the_same_at_any_size(
    cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    add_people(cast, count, NOW)
    with django_assert_num_queries(3):
        people = list(list_people(actor=cast.lan))
    assert len(people) == len(HERE) + count
    assert all(role.organisation.name for person in people for role in person.shown_roles)  # type: ignore[attr-defined]


def add_people(cast: Cast, count: int, now: datetime) -> None:
    """More people of Sở A."""
    users = User.objects.bulk_create(
        User(email=f"n{number}@vidu.gov.vn", name=f"Người {number}") for number in range(count)
    )
    RoleAssignment.objects.bulk_create(
        RoleAssignment(user=user, role=Role.LEADER, organisation=cast.body_a, given_at=now) for user in users
    )
