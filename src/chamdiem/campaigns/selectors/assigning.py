"""Who does what inside one organisation: criteria, offices, people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.campaigns.asked import is_asked
from chamdiem.campaigns.models import Assignment, Participant
from chamdiem.core.indicator_set import Row
from chamdiem.indicators.selectors import compiled
from chamdiem.organisations.models import Office
from chamdiem.web.ordering import Alphabetical


@dataclass(frozen=True, slots=True)
class AssignedRow:
    """One row of the screen: a criterion with who leads and who helps, or a group above it."""

    row: Row
    depth: int
    is_asked: bool
    leads: tuple[Assignment, ...]
    helpers: tuple[Assignment, ...]


def list_assigned_rows(participant: Participant) -> list[AssignedRow]:
    """Every row of the edition with its assignments, in printed order; one query."""
    given: dict[str, list[Assignment]] = defaultdict(list)
    for each in participant.assignments.select_related("office", "user").order_by(
        Alphabetical("office__name")
    ):
        given[each.criterion_key].append(each)
    indicator_set = compiled(participant.track.edition).indicator_set
    return [
        AssignedRow(
            row,
            len(indicator_set.tree.path(row.key)) - 1,
            is_asked(row),
            tuple(each for each in given[row.key] if each.is_lead),
            tuple(each for each in given[row.key] if not each.is_lead),
        )
        for row in indicator_set.rows
    ]


def list_offices(participant: Participant) -> QuerySet[Office]:
    """The offices of the organisation work can be given to; one query."""
    return Office.objects.filter(organisation=participant.organisation, is_active=True)


def list_people_by_office(participant: Participant) -> list[tuple[Office | None, list[User]]]:
    """The people of the organisation work can be given to, by office; one query.

    Contributors belong to their office; data officers and leaders, first and without one, to all of it.
    """
    roles = (
        RoleAssignment.objects.filter(
            Q(role=Role.CONTRIBUTOR, office__isnull=False) | Q(role__in=[Role.DATA_OFFICER, Role.LEADER]),
            organisation=participant.organisation,
            ended_at__isnull=True,
            user__is_active=True,
        )
        .select_related("user", "office")
        .order_by("office__name", "user__name", "pk")
    )
    found: dict[Office | None, dict[int, User]] = {None: {}}
    for each in roles:
        office = each.office if each.role == Role.CONTRIBUTOR else None
        found.setdefault(office, {})[each.user_id] = each.user
    return [(office, list(people.values())) for office, people in found.items() if people]


def list_people_to_choose(participant: Participant) -> list[tuple[Office | None, list[tuple[User, str]]]]:
    """The same to choose from: everybody once, in the first of her offices, with the names of the others."""
    groups = list_people_by_office(participant)
    offices: defaultdict[int, list[Office | None]] = defaultdict(list)
    for office, people in groups:
        for person in people:
            offices[person.pk].append(office)
    chosen = [
        (office, [(each, _others(offices[each.pk])) for each in people if offices[each.pk][0] == office])
        for office, people in groups
    ]
    return [(office, people) for office, people in chosen if people]


def _others(offices: list[Office | None]) -> str:
    """The offices after the first; none for who belongs to all of them."""
    return "" if None in offices else ", ".join(str(each) for each in offices[1:])
