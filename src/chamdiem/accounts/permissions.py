"""What a person holds where: the one place that reads roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.organisations.permissions import Reach
from chamdiem.organisations.tree import ids_of


@dataclass(frozen=True, slots=True)
class Held:
    """One role in force: for which part of the tree, and for which office of it."""

    role: str
    path: str
    organisation_id: int
    office_id: int | None = None

    def covers(self, path: str) -> bool:
        """Whether a body lies in this part of the tree."""
        return path.startswith(self.path)

    @property
    def is_at_top(self) -> bool:
        """Whether it holds at a root of the tree, and so for all there is."""
        return len(ids_of(self.path)) == 1


def roles_of(user: User) -> tuple[Held, ...]:
    """Every role in force; one query, remembered for as long as the object of the person lives."""
    known: tuple[Held, ...] | None = getattr(user, "_held_roles", None)
    if known is None:
        rows = RoleAssignment.objects.filter(user=user, ended_at__isnull=True).select_related("organisation")
        known = tuple(
            Held(each.role, each.organisation.path, each.organisation_id, each.office_id) for each in rows
        )
        user._held_roles = known  # type: ignore[attr-defined]  # lives and dies with the request's user
    return known


def holds(user: User, roles: Iterable[str], path: str) -> bool:
    """Whether a person has one of the roles over the body with this path."""
    wanted = frozenset(roles)
    return user.is_active and any(held.role in wanted and held.covers(path) for held in roles_of(user))


def paths_held(user: User, roles: Iterable[str]) -> tuple[str, ...]:
    """The parts of the tree a person has one of the roles over, outermost only."""
    wanted = frozenset(roles)
    paths = sorted({held.path for held in roles_of(user) if held.role in wanted})
    return tuple(
        path for path in paths if not any(path != other and path.startswith(other) for other in paths)
    )


def offices_helped(user: User, path: str = "") -> frozenset[int]:
    """The offices a person works for as contributor; with the path of a body, those of that body only."""
    return frozenset(
        held.office_id
        for held in roles_of(user)
        if user.is_active
        and held.role == Role.CONTRIBUTOR
        and held.office_id is not None
        and (not path or held.covers(path))
    )


def holds_anywhere(user: User, roles: Iterable[str]) -> bool:
    """Whether a person has one of the roles over any part of the tree."""
    return bool(paths_held(user, roles))


# Who keeps the directory of a part of the tree: its bodies, people and roles.
KEEPERS = (Role.ADMINISTRATOR, Role.STANDING_BODY)
# What each of them may give: an administrator everything, a standing body what its campaigns need.
GIVEN_BY = {
    Role.ADMINISTRATOR: frozenset(Role.values),
    Role.STANDING_BODY: frozenset(Role.values) - {Role.ADMINISTRATOR, Role.STANDING_BODY},
}


def reach_of(user: User) -> Reach:
    """The parts of the directory a person sees, those she keeps, and those she administers."""
    if not user.is_active:
        return Reach()
    return Reach(
        seen=paths_held(user, Role.values),
        changed=paths_held(user, KEEPERS),
        administered=paths_held(user, [Role.ADMINISTRATOR]),
        is_at_top=administers_all(user),
    )


def administers_all(user: User) -> bool:
    """Whether a person may settle what holds for the whole installation: an administrator at the top."""
    return user.is_active and any(
        held.role == Role.ADMINISTRATOR and held.is_at_top for held in roles_of(user)
    )


def may_give(user: User, role: str, path: str) -> bool:
    """Whether a person may give, or end, a role over the body with this path."""
    return any(role in given and holds(user, [keeper], path) for keeper, given in GIVEN_BY.items())


def may_manage(user: User, roles: Iterable[Held]) -> bool:
    """Whether a person may change and lock an account: every role of it must be hers to give."""
    roles = tuple(roles)
    return bool(roles) and all(may_give(user, held.role, held.path) for held in roles)


def may_read_trail(user: User) -> bool:
    """Whether there is a part of the tree whose audit trail a person may read."""
    return holds_anywhere(user, KEEPERS)
