"""Offering a role to somebody whose account is outside one's part: she takes it, or does not.

Until then nobody learns more than that the address was invited.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import Offer, Role, RoleAssignment, User
from chamdiem.accounts.permissions import may_give
from chamdiem.accounts.selectors import get_offer, get_own_offer, list_people
from chamdiem.accounts.services.roles import add_role, is_office_of, placed
from chamdiem.audit.services import record_event
from chamdiem.core.lint.folding import fold
from chamdiem.errors import Conflict, NotAllowed, WrongStage
from chamdiem.office.grid import tidy
from chamdiem.organisations.models import Office, Organisation


def is_outside(actor: User, person: User) -> bool:
    """Whether the actor must not learn that this person has an account."""
    return person.pk != actor.pk and not list_people(actor=actor).filter(pk=person.pk).exists()


def offer_role(
    actor: User,
    person: User,
    name: str,
    role: str,
    organisation: Organisation,
    office: Office | None,
    now: datetime,
) -> Offer:
    """Ask a person to take a role, once access has been checked.

    Raises:
        Conflict: She was asked for it already, or is asked for another one under another name.
    """
    User.objects.select_for_update().get(pk=person.pk)
    for other in Offer.objects.filter(user=person, organisation=organisation, settled_at__isnull=True):
        if fold(other.name) != fold(tidy(name)):
            raise Conflict("person.other_name", email=person.email, holder=other.name, name=tidy(name))
    if find_offer(person, role, organisation, office) is not None:
        raise Conflict("role.held_already", name=tidy(name), role=str(Role(role).label))
    offer = Offer.objects.create(
        user=person,
        name=tidy(name)[:120],
        role=role,
        organisation=organisation,
        office=office,
        offered_by=actor,
        offered_at=now,
    )
    _record(actor, "role.offer", offer, now)
    return offer


def find_offer(person: User, role: str, organisation: Organisation, office: Office | None) -> Offer | None:
    """What a person was asked to take already, and has not settled."""
    asked = Offer.objects.filter(user=person, role=role, organisation=organisation, office=office)
    return asked.filter(settled_at__isnull=True).first()


@transaction.atomic
def accept_offer(*, actor: User, offer_id: int, now: datetime) -> RoleAssignment:
    """Take a role one was asked to take.

    Raises:
        NotFound: No such offer to the actor, or it is settled.
        WrongStage: Who offered it may not give it any more, or the body is closed, or the office is.
        Conflict: The actor has the role by now.
    """
    offer = get_own_offer(actor=actor, offer_id=offer_id)
    giver = offer.offered_by
    if not giver.is_active or not may_give(giver, offer.role, offer.organisation.path):
        raise WrongStage("role.offer_void", organisation=offer.organisation.name)
    organisation = placed(giver, offer.role, offer.organisation_id, now)
    if not is_office_of(organisation, offer.role, offer.office_id):
        raise WrongStage("role.offer_void", organisation=organisation.name)
    assignment = add_role(giver, actor, offer.role, organisation, offer.office_id, now)
    _settle(offer, Offer.Outcome.ACCEPTED, actor, now)
    return assignment


@transaction.atomic
def decline_offer(*, actor: User, offer_id: int, now: datetime) -> None:
    """Not take a role one was asked to take.

    Raises:
        NotFound: No such offer to the actor, or it is settled.
    """
    _settle(get_own_offer(actor=actor, offer_id=offer_id), Offer.Outcome.DECLINED, actor, now)


@transaction.atomic
def withdraw_offer(*, actor: User, offer_id: int, now: datetime) -> None:
    """Ask somebody no longer.

    Raises:
        NotFound: No such offer in the part the actor keeps, or it is settled.
        NotAllowed: The actor may not give this role.
    """
    offer = get_offer(actor=actor, offer_id=offer_id)
    if not may_give(actor, offer.role, offer.organisation.path):
        raise NotAllowed("role.not_allowed", role=str(Role(offer.role).label))
    _settle(offer, Offer.Outcome.WITHDRAWN, actor, now)


def _settle(offer: Offer, outcome: Offer.Outcome, actor: User, now: datetime) -> None:
    offer.settled_at, offer.outcome = now, outcome
    offer.save(update_fields=["settled_at", "outcome"])
    # Who declines or accepts is not named by more than her address: the trail is read where she was asked.
    _record(actor if outcome == Offer.Outcome.WITHDRAWN else None, f"role.offer_{outcome}", offer, now)


def _record(actor: User | None, action: str, offer: Offer, now: datetime, **facts: Any) -> None:
    record_event(
        actor=actor,
        action=action,
        subject=offer,
        at=now,
        organisation_path=offer.organisation.path,
        email=offer.user.email,
        role=offer.role,
        organisation=offer.organisation.code,
        office=offer.office.name if offer.office else "",
        **facts,
    )
