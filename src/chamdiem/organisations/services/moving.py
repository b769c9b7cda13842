"""Hanging a body under another by decision."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, WrongStage
from chamdiem.office.grid import tidy
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.services.editing import changeable, check_decision, check_parent
from chamdiem.organisations.steps import check_begun, check_day
from chamdiem.organisations.tree import hang, lock_tree


@transaction.atomic
def move_organisation(
    *,
    actor: AbstractBaseUser,
    organisation_id: int,
    parent_id: int,
    on: date,
    decision: str,
    now: datetime,
) -> Organisation:
    """Hang a body, with all below it, under another by decision (chuyển cơ quan cấp trên).

    The tree changes at once, so the day is today's or one before.

    Raises:
        NotFound: One of the two is not in the actor's part of the tree.
        NotAllowed: The actor may not change one of the two.
        WrongStage: One of the two is closed.
        Incomplete: The decision is missing.
        Conflict: The new parent lies below the body, is of a lower level or its parent already;
            the day cannot be.
    """
    lock_tree()
    check_decision(decision)
    today = timezone.localdate(now)
    organisation, parent = changeable(actor, organisation_id), changeable(actor, parent_id)
    if parent.pk == organisation.pk:
        raise Conflict("organisation.into_itself", name=organisation.name)
    if parent.path.startswith(organisation.path):
        raise Conflict("organisation.cycle", name=organisation.name, parent=parent.name)
    if organisation.valid_to is not None and organisation.valid_to < today:
        raise WrongStage("organisation.closed_already", name=organisation.name)
    check_parent(organisation.kind, parent, today)
    if organisation.parent_id == parent.pk:
        raise Conflict("organisation.same_parent", name=organisation.name, parent=parent.name)
    check_day(on, last=today)
    for body in (organisation, parent):
        check_begun(body, on)
    before = organisation.parent.code if organisation.parent else ""
    hang(organisation, parent, on, tidy(decision)[:300])
    record_event(
        actor=actor,
        action="organisation.move",
        subject=organisation,
        at=now,
        organisation_path=organisation.path,
        parent=[before, parent.code],
        on=on.isoformat(),
        decision=tidy(decision),
    )
    return organisation
