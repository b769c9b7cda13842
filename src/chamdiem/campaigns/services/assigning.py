"""Sharing out a dossier inside its organisation: criteria to offices and people (phân công)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.asked import asked_below
from chamdiem.campaigns.models import Assignment, Campaign, Participant
from chamdiem.campaigns.permissions import may_see_participant, may_share_out
from chamdiem.campaigns.selectors.assigning import list_people_by_office
from chamdiem.campaigns.services.locking import record
from chamdiem.errors import Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.indicators.selectors import compiled
from chamdiem.organisations.models import Office

STAGES = (Campaign.Status.ENTRY, Campaign.Status.APPRAISAL, Campaign.Status.EXPLANATION)


@transaction.atomic
def assign_rows(
    *,
    actor: User,
    participant_id: int,
    row_keys: Collection[str],
    office_id: int,
    user_id: int | None = None,
    is_lead: bool = True,
    now: datetime,
) -> list[str]:
    """Give criteria, or whole groups of them, to an office and there to a person where one is named.

    A criterion has one office that leads: a new one takes the place of the old.

    Returns:
        The keys of the criteria assigned.

    Raises:
        NotFound: No such participant, office or person of it, or not visible to ``actor``.
        NotAllowed: ``actor`` does not share out the work of this organisation.
        WrongStage: The campaign is past it.
        Incomplete: No criterion is named, or the person works in another office.
    """
    participant = _shared_out(actor, participant_id)
    office = _office_of(participant, office_id, user_id)
    keys = [row.key for row in asked_below(compiled(participant.track.edition).indicator_set, row_keys)]
    if not keys:
        raise Incomplete("assignment.nothing_chosen")
    _clear_place(participant, keys, office, user_id, is_lead=is_lead)
    Assignment.objects.bulk_create(
        Assignment(
            participant=participant,
            criterion_key=key,
            office=office,
            user_id=user_id,
            is_lead=is_lead,
            given_by=actor,
            given_at=now,
        )
        for key in keys
    )
    _record(participant, actor, "assignment.give", now, keys=keys, office=office.name, user=user_id)
    return keys


def _office_of(participant: Participant, office_id: int, user_id: int | None) -> Office:
    """An active office of the participant, where the person named may be given work."""
    office = Office.objects.filter(
        organisation=participant.organisation, is_active=True, pk=office_id
    ).first()
    if office is None:
        raise NotFound("office.not_found")
    if user_id is not None:
        _demand_in_office(participant, office, user_id)
    return office


def _demand_in_office(participant: Participant, office: Office, user_id: int) -> None:
    """Refuse a person who takes no work of an office, and say in which one she does, if in any."""
    found = {
        theirs: person
        for theirs, people in list_people_by_office(participant)
        for person in people
        if person.pk == user_id
    }
    if None in found or office in found:
        return
    for theirs, person in found.items():
        facts = {"person": str(person), "theirs": str(theirs), "office": office.name}
        raise Incomplete("assignment.person_elsewhere", **facts)
    raise NotFound("user.not_found")


def _clear_place(
    participant: Participant, keys: Collection[str], office: Office, user_id: int | None, *, is_lead: bool
) -> None:
    """Remove what a new assignment takes the place of: the old lead, and the same office and person."""
    given = Assignment.objects.filter(participant=participant, criterion_key__in=keys)
    (given.filter(is_lead=True) if is_lead else given.filter(is_lead=False, office=office)).delete()
    same = given.filter(office=office)
    (same.filter(user__isnull=True) if user_id is None else same.filter(user_id=user_id)).delete()


@transaction.atomic
def remove_assignment(*, actor: User, participant_id: int, assignment_id: int, now: datetime) -> None:
    """Take a criterion from an office.

    Raises:
        NotFound: No such participant or assignment, or not visible to ``actor``.
        NotAllowed: ``actor`` does not share out the work of this organisation.
        WrongStage: The campaign is past it.
    """
    participant = _shared_out(actor, participant_id)
    assignment = participant.assignments.select_related("office").filter(pk=assignment_id).first()
    if assignment is None:
        raise NotFound("assignment.not_found")
    key, office = assignment.criterion_key, assignment.office.name
    assignment.delete()
    _record(participant, actor, "assignment.remove", now, keys=[key], office=office)


def _shared_out(actor: User, participant_id: int) -> Participant:
    """The participant, locked: two people may share it out at the same moment."""
    participant = (
        Participant.objects.select_for_update(of=("self",))
        .select_related("campaign__owner", "organisation", "track__edition")
        .filter(pk=participant_id)
        .first()
    )
    if participant is None or not may_see_participant(actor, participant):
        raise NotFound("participant.not_found")
    if not may_share_out(actor, participant):
        raise NotAllowed("assignment.not_allowed")
    if participant.campaign.status not in STAGES:
        raise WrongStage("campaign.wrong_stage", stage=str(participant.campaign.get_status_display()))
    return participant


def _record(participant: Participant, actor: User, action: str, now: datetime, **facts: Any) -> None:
    record(
        participant.campaign,
        actor=actor,
        action=action,
        now=now,
        subject=participant,
        organisation_path=participant.organisation.path,
        **facts,
    )
