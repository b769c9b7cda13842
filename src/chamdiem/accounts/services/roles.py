"""Giving and ending roles; a role holds in one part of the tree."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.accounts.permissions import KEEPERS, may_give
from chamdiem.accounts.selectors import get_person, get_role
from chamdiem.accounts.services.recording import demand_reason
from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, WrongStage
from chamdiem.organisations.models import Office, Organisation
from chamdiem.organisations.selectors import get_organisation, is_open


@transaction.atomic
def give_role(
    *,
    actor: User,
    person_id: int,
    role: str,
    organisation_id: int,
    office_id: int | None = None,
    now: datetime,
) -> RoleAssignment:
    """Give a person a role over a body and all below it; a contributor belongs to one office.

    Raises:
        NotFound: No such person or body, or not in the actor's part of the tree.
        NotAllowed: The actor may not give this role there.
        WrongStage: The account is locked, or the body is closed.
        Incomplete: A contributor needs an office in use of this body.
        Conflict: The person has the role already, or is the actor herself.
    """
    person = get_person(actor=actor, person_id=person_id)
    if not person.is_active:
        raise WrongStage("person.locked", name=person.name)
    organisation = placed(actor, role, organisation_id, now)
    return add_role(actor, person, role, organisation, office_id, now)


@transaction.atomic
def end_role(*, actor: User, assignment_id: int, reason: str, now: datetime) -> RoleAssignment:
    """End a role; what was done in it stays on record.

    Raises:
        NotFound: No such role in force in the actor's part of the tree.
        NotAllowed: The actor may not end it.
        Conflict: It is the actor's own role as a keeper of the directory.
        Incomplete: The reason is missing.
    """
    assignment = get_role(actor=actor, assignment_id=assignment_id)
    if not may_give(actor, assignment.role, assignment.organisation.path):
        raise NotAllowed("role.not_allowed", role=str(assignment.get_role_display()))
    if assignment.user_id == actor.pk and assignment.role in KEEPERS:
        raise Conflict("role.own")
    demand_reason(reason)
    ended = RoleAssignment.objects.filter(pk=assignment_id, ended_at__isnull=True).update(ended_at=now)
    if ended:
        _record(actor, "role.end", assignment, now, reason=reason.strip())
    assignment.ended_at = now
    return assignment


def placed(actor: User, role: str, organisation_id: int, now: datetime) -> Organisation:
    """The body over which the actor gives a role, if she may."""
    organisation = get_organisation(actor=actor, organisation_id=organisation_id)
    if role not in Role.values or not may_give(actor, role, organisation.path):
        label = str(Role(role).label) if role in Role.values else role
        raise NotAllowed("role.not_allowed", role=label)
    if not is_open(organisation, timezone.localdate(now)):
        raise WrongStage("organisation.closed_already", name=organisation.name)
    return organisation


def add_role(
    actor: User | None,
    person: User,
    role: str,
    organisation: Organisation,
    office_id: int | None,
    now: datetime,
) -> RoleAssignment:
    """Give the role, once access has been checked; nobody gives one to herself."""
    if actor is not None and actor.pk == person.pk:
        raise Conflict("role.given_to_oneself")
    office = office_for(organisation, role, office_id)
    # The row of the person is locked: two keepers may give her the same role at one moment.
    User.objects.select_for_update().get(pk=person.pk)
    held = RoleAssignment.objects.filter(
        user=person, role=role, organisation=organisation, office=office, ended_at__isnull=True
    )
    if held.exists():
        raise Conflict("role.held_already", name=person.name, role=str(Role(role).label))
    assignment = RoleAssignment.objects.create(
        user=person, role=role, organisation=organisation, office=office, given_at=now
    )
    _record(actor, "role.give", assignment, now)
    return assignment


def is_office_of(organisation: Organisation, role: str, office_id: int | None) -> bool:
    """Whether a role can be held there: a contributor's in an office in use."""
    if role != Role.CONTRIBUTOR:
        return True
    return office_id is not None and organisation.offices.filter(pk=office_id, is_active=True).exists()


def office_for(organisation: Organisation, role: str, office_id: int | None) -> Office | None:
    """The office of a contributor; other roles have none."""
    if role != Role.CONTRIBUTOR:
        return None
    office = organisation.offices.filter(pk=office_id, is_active=True).first() if office_id else None
    if office is None:
        raise Incomplete("role.office_missing", organisation=organisation.name)
    return office


def _record(actor: User | None, action: str, assignment: RoleAssignment, now: datetime, **facts: Any) -> None:
    record_event(
        actor=actor,
        action=action,
        subject=assignment.user,
        at=now,
        organisation_path=assignment.organisation.path,
        role=assignment.role,
        organisation=assignment.organisation.code,
        office=assignment.office.name if assignment.office else "",
        **facts,
    )
