"""Reading people: only those who have a role in one's own part of the directory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from allauth.mfa.utils import is_mfa_enabled
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from chamdiem.accounts.models import Offer, Role, RoleAssignment, User
from chamdiem.accounts.permissions import KEEPERS, Held, may_give, may_manage, paths_held, reach_of
from chamdiem.audit.models import Event
from chamdiem.audit.selectors import EventFilter, list_events, list_recorded_actions
from chamdiem.errors import NotAllowed, NotFound
from chamdiem.organisations.selectors import find_by_code, get_organisation
from chamdiem.organisations.tree import below
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
    # Known only to who may manage the account.
    has_second_factor: bool


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
        .order_by("name_order", "email")
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
    manages = may_manage(actor, roles_to_judge(person))
    ended = list(visible.filter(ended_at__isnull=False).order_by("-ended_at")) if reach.changed else []
    return PersonPage(
        person=person,
        roles=current,
        ended=ended,
        may_manage=manages,
        endable_ids=frozenset(
            each.pk for each in current if may_give(actor, each.role, each.organisation.path)
        ),
        has_signed_in=person.last_login is not None,
        has_second_factor=manages and is_mfa_enabled(person),
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


def list_offers(*, actor: User) -> QuerySet[Offer]:
    """What people outside were asked to take, and have not settled, in the parts the actor keeps."""
    kept = Offer.objects.filter(below("organisation__path", reach_of(actor).changed), settled_at__isnull=True)
    return kept.select_related("user", "organisation", "office")


def get_offer(*, actor: User, offer_id: int) -> Offer:
    """One of these offers, locked, or ``NotFound``."""
    return _one_offer(list_offers(actor=actor), offer_id)


def list_own_offers(*, actor: User) -> QuerySet[Offer]:
    """The roles the actor was asked to take, and has not settled."""
    own = Offer.objects.filter(user=actor, settled_at__isnull=True)
    return own.select_related("user", "organisation", "office", "offered_by")


def get_own_offer(*, actor: User, offer_id: int) -> Offer:
    """One of one's own offers, locked, or ``NotFound``."""
    return _one_offer(list_own_offers(actor=actor), offer_id)


def _one_offer(offers: QuerySet[Offer], offer_id: int) -> Offer:
    offer = offers.filter(pk=offer_id).select_for_update(of=("self",)).first()
    if offer is None:
        raise NotFound("role.offer_not_found")
    return offer


def list_givable_roles(*, actor: User) -> list[Role]:
    """The roles the actor may give somewhere."""
    paths = paths_held(actor, KEEPERS)
    return [role for role in Role if any(may_give(actor, role, path) for path in paths)]


def role_name(role: str) -> str:
    """What a role is called; its code where there is no such role any more."""
    return str(Role(role).label) if role in Role.values else role


def _roles_below(paths: Sequence[str]) -> QuerySet[RoleAssignment]:
    return RoleAssignment.objects.filter(below("organisation__path", paths))


def list_current_roles(person: User) -> list[RoleAssignment]:
    """Every role of a person in force, with its place."""
    current = RoleAssignment.objects.filter(user=person, ended_at__isnull=True)
    return list(current.select_related("organisation", "office"))


def list_at(*, actor: User, organisation_id: int) -> list[RoleAssignment]:
    """The roles in force over a visible body itself, with their people; of those who may sign in."""
    organisation = get_organisation(actor=actor, organisation_id=organisation_id)
    roles = RoleAssignment.objects.filter(
        organisation=organisation, ended_at__isnull=True, user__is_active=True
    )
    return list(roles.select_related("user", "office").order_by("role", "user__name_order"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailFilter:
    """What somebody looks for in the audit trail, as people say it."""

    text: str = ""
    action: str = ""
    email: str = ""
    organisation_code: str = ""
    campaign_id: int | None = None
    since: date | None = None
    until: date | None = None


def list_trail(*, actor: User, wanted: TrailFilter) -> QuerySet[Event]:
    """Events the actor may read that fit a filter; somebody or some place unknown to her has none.

    Raises:
        NotAllowed: There is no part of the tree whose trail the actor may read.
    """
    paths = _trail_paths(actor)
    person = list_people(actor=actor).filter(email=wanted.email.lower()).first() if wanted.email else None
    code = wanted.organisation_code
    organisation = find_by_code(actor=actor, code=code) if code else None
    if (wanted.email and person is None) or (code and organisation is None):
        return list_events(paths=[])
    return list_events(
        paths=paths,
        wanted=EventFilter(
            text=wanted.text,
            action=wanted.action,
            actor_id=person.pk if person else None,
            organisation_path=organisation.path if organisation else "",
            campaign_id=wanted.campaign_id,
            since=wanted.since,
            until=wanted.until,
        ),
    )


def list_trail_actions(*, actor: User) -> list[str]:
    """The actions in the part of the trail the actor may read.

    Raises:
        NotAllowed: There is no such part.
    """
    return list_recorded_actions(paths=_trail_paths(actor))


def _trail_paths(actor: User) -> tuple[str, ...]:
    paths = reach_of(actor).changed
    if not paths:
        raise NotAllowed("trail.not_allowed")
    return paths
