"""Offices inside a body: rooms, divisions, units (phòng, ban, bộ phận)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, Incomplete, WrongStage
from chamdiem.office.grid import tidy
from chamdiem.organisations.models import Office, Organisation
from chamdiem.organisations.selectors import get_office
from chamdiem.organisations.services.editing import changeable


@transaction.atomic
def create_office(
    *,
    actor: AbstractBaseUser,
    organisation_id: int,
    name: str,
    also_known_as: Sequence[str] = (),
    now: datetime,
) -> Office:
    """Add an office to a body; other names are what decisions print for it.

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor may not change it.
        Incomplete: The name is missing.
        Conflict: The body has an office of this name.
    """
    organisation = changeable(actor, organisation_id)
    office = Office(organisation=organisation)
    _name(office, organisation, name, also_known_as)
    office.save()
    _record(actor, "office.create", office, organisation, now, also_known_as=office.also_known_as)
    return office


@transaction.atomic
def change_office(
    *, actor: AbstractBaseUser, office_id: int, name: str, also_known_as: Sequence[str], now: datetime
) -> Office:
    """Give an office another name, or other names beside it.

    Raises:
        NotFound, NotAllowed, Incomplete, Conflict: As in ``create_office``.
    """
    office, organisation = _changeable_office(actor, office_id)
    before = [office.name, office.also_known_as]
    _name(office, organisation, name, also_known_as)
    after = [office.name, office.also_known_as]
    if before != after:
        office.save(update_fields=["name", "also_known_as"])
        _record(actor, "office.change", office, organisation, now, changed=[before, after])
    return office


@transaction.atomic
def close_office(*, actor: AbstractBaseUser, office_id: int, now: datetime) -> Office:
    """Stop using an office; what was assigned to it stays on record.

    Raises:
        NotFound, NotAllowed: As in ``create_office``.
        WrongStage: It is not in use any more.
    """
    office, organisation = _changeable_office(actor, office_id)
    if not office.is_active:
        raise WrongStage("office.closed_already", name=office.name)
    office.is_active = False
    office.save(update_fields=["is_active"])
    _record(actor, "office.close", office, organisation, now)
    return office


@transaction.atomic
def reopen_office(*, actor: AbstractBaseUser, office_id: int, now: datetime) -> Office:
    """Use an office again.

    Raises:
        NotFound, NotAllowed: As in ``create_office``.
        WrongStage: It is in use.
    """
    office, organisation = _changeable_office(actor, office_id)
    if office.is_active:
        raise WrongStage("office.open_already", name=office.name)
    office.is_active = True
    office.save(update_fields=["is_active"])
    _record(actor, "office.reopen", office, organisation, now)
    return office


def _changeable_office(actor: AbstractBaseUser, office_id: int) -> tuple[Office, Organisation]:
    """The office and its body, which is locked: names are unique within it."""
    organisation_id = get_office(actor=actor, office_id=office_id).organisation_id
    organisation = changeable(actor, organisation_id)
    return Office.objects.get(pk=office_id), organisation


def _name(office: Office, organisation: Organisation, name: str, also_known_as: Sequence[str]) -> None:
    office.name = tidy(name)[:200]
    if not office.name:
        raise Incomplete("office.name_missing")
    others = organisation.offices.exclude(pk=office.pk)
    if any(each.name.casefold() == office.name.casefold() for each in others):
        raise Conflict("office.there_already", name=office.name, organisation=organisation.name)
    office.also_known_as = list(dict.fromkeys(filter(None, map(tidy, also_known_as))))


def _record(
    actor: AbstractBaseUser,
    action: str,
    office: Office,
    organisation: Organisation,
    now: datetime,
    **facts: Any,
) -> None:
    record_event(
        actor=actor,
        action=action,
        subject=office,
        at=now,
        organisation_path=organisation.path,
        organisation=organisation.code,
        **facts,
    )
