"""Reading people: only those who have a role in one's own part of the directory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.accounts.permissions import KEEPERS, Held, may_give, may_manage, paths_held, reach_of
from chamdiem.errors import NotFound
from chamdiem.web.folding import matching


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFilter:
    """Whom somebody looks for; empty is everybody who may sign in."""

    text: str = ""
    role: str = ""
    organisation_id: int | None = None
    shows_inactive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything the page of one person shows."""

    person: User
    roles: Sequence[RoleAssignment]
    ended: Sequence[RoleAssignment]
    may_manage: bool
    endable_ids: frozenset[int]
    has_signed_in: bool


def list_people(*, actor: User) -> QuerySet[User]:
    """People the actor sees; three queries with the roles, which stand in ``shown_roles``.

    Everybody sees who is active and has a role in her part of the tree; who keeps a part
    sees there also those whose account is locked or whose roles have ended.
    """
    reach = reach_of(actor)
    colleagues = _roles_below(reach.seen).filter(ended_at__isnull=True)
    kept = _roles_below(reach.changed)
    seen = Q(Exists(colleagues.filter(user=OuterRef("pk"))), is_active=True)
    roles = colleagues.select_related("organisation", "office").order_by("organisation__path", "role")
    return (
        User.objects.filter(seen | Exists(kept.filter(user=OuterRef("pk"))))
        .prefetch_related(Prefetch("role_assignments", queryset=roles, to_attr="shown_roles"))
        .order_by("name", "email")
    )


def find_people(*, actor: User, wanted: PeopleFilter) -> QuerySet[User]:
    """Visible people that fit a filter; words match without accents."""
    found = list_people(actor=actor).filter(matching(wanted.text))
    if not wanted.shows_inactive:
        found = found.filter(is_active=True)
    if wanted.role or wanted.organisation_id is not None:
        roles = _roles_below(reach_of(actor).seen).filter(ended_at__isnull=True)
        if wanted.role:
            roles = roles.filter(role=wanted.role)
        if wanted.organisation_id is not None:
            roles = roles.filter(organisation__path__contains=f"/{wanted.organisation_id}/")
        found = found.filter(Exists(roles.filter(user=OuterRef("pk"))))
    return found


def get_person(*, actor: User, person_id: int) -> User:
    """One visible person, or ``NotFound``."""
    person = list_people(actor=actor).filter(pk=person_id).first()
    if person is None:
        raise NotFound("person.not_found")
    return person


def get_person_page(*, actor: User, person_id: int) -> PersonPage:
    """The page of one person; a fixed number of queries."""
    person = get_person(actor=actor, person_id=person_id)
    reach = reach_of(actor)
    visible = _roles_below(reach.seen).filter(user=person).select_related("organisation", "office")
    current = list(visible.filter(ended_at__isnull=True))
    ended = list(visible.filter(ended_at__isnull=False).order_by("-ended_at")) if reach.changed else []
    return PersonPage(
        person=person,
        roles=current,
        ended=ended,
        may_manage=may_manage(actor, roles_to_judge(person)),
        endable_ids=frozenset(
            each.pk for each in current if may_give(actor, each.role, each.organisation.path)
        ),
        has_signed_in=person.last_login is not None,
    )


def roles_to_judge(person: User) -> list[Held]:
    """What decides who may manage an account: its roles in force, or else those that have ended."""
    rows = list(RoleAssignment.objects.filter(user=person).select_related("organisation"))
    current = [each for each in rows if each.ended_at is None]
    return [
        Held(each.role, each.organisation.path, each.organisation_id, each.office_id)
        for each in current or rows
    ]


def get_role(*, actor: User, assignment_id: int) -> RoleAssignment:
    """A role in force in the visible part, or ``NotFound``."""
    found = _roles_below(reach_of(actor).seen).filter(pk=assignment_id, ended_at__isnull=True)
    role = found.select_related("organisation", "office", "user").first()
    if role is None:
        raise NotFound("role.not_found")
    return role


def list_givable_roles(*, actor: User) -> list[Role]:
    """The roles the actor may give somewhere."""
    paths = paths_held(actor, KEEPERS)
    return [role for role in Role if any(may_give(actor, role, path) for path in paths)]


def _roles_below(paths: Sequence[str]) -> QuerySet[RoleAssignment]:
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(organisation__path__startswith=path)
    return RoleAssignment.objects.filter(condition)


def list_current_roles(person: User) -> list[RoleAssignment]:
    """Every role of a person in force, with its place."""
    current = RoleAssignment.objects.filter(user=person, ended_at__isnull=True)
    return list(current.select_related("organisation", "office"))
