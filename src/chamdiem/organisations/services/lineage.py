"""Merger, split and new names: bodies change, past campaigns do not.

A campaign keeps the name, code and group its participants had, so nothing here touches it.
Roles over a body that ended stay in force: what was begun under it is finished by its people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, Incomplete, WrongStage
from chamdiem.office.grid import tidy
from chamdiem.organisations.models import FormerName, Organisation, Succession
from chamdiem.organisations.selectors import open_on
from chamdiem.organisations.services.editing import changeable, end, save_with_code
from chamdiem.organisations.tree import lock_tree, move_branch


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """What a body is called from now on; without a code it keeps the one it has."""

    name: str
    short_name: str = ""
    code: str = ""


@transaction.atomic
def merge_organisations(
    *,
    actor: AbstractBaseUser,
    predecessor_ids: Sequence[int],
    successor_id: int,
    on: date,
    decision: str,
    now: datetime,
) -> Organisation:
    """Merge bodies into another from a day on (sáp nhập); what stood below them hangs below it.

    The successor is a body of its own, made before; one of the merged ones may be it.

    Raises:
        NotFound: One of them is not in the actor's part of the tree.
        NotAllowed: The actor may not change one of them.
        Incomplete: Nothing to merge, or the decision is missing.
        WrongStage: One of them is closed already.
        Conflict: The successor lies below one that ends.
    """
    lock_tree()
    _check_decision(decision)
    successor = _living(actor, successor_id)
    ending = [_living(actor, each) for each in dict.fromkeys(predecessor_ids) if each != successor_id]
    if not ending:
        raise Incomplete("succession.nobody")
    for predecessor in ending:
        _take_over(predecessor, successor, on)
        _succeed(Succession.Change.MERGED, predecessor, successor, on, decision)
    for body in (*ending, successor):
        _record(actor, "organisation.merge", body, now, on, decision, _codes(ending), into=[successor.code])
    return successor


@transaction.atomic
def split_organisation(
    *,
    actor: AbstractBaseUser,
    predecessor_id: int,
    successor_ids: Sequence[int],
    on: date,
    decision: str,
    now: datetime,
) -> Organisation:
    """End a body and name those that took its place (chia tách); bodies below it are moved before.

    Raises:
        NotFound: One of them is not in the actor's part of the tree.
        NotAllowed: The actor may not change one of them.
        Incomplete: Fewer than two successors, or the decision is missing.
        WrongStage: One of them is closed already, or bodies below the first are open.
    """
    lock_tree()
    _check_decision(decision)
    predecessor = _living(actor, predecessor_id)
    successors = [_living(actor, each) for each in dict.fromkeys(successor_ids) if each != predecessor_id]
    if len(successors) < 2:
        raise Incomplete("succession.one_part")
    end(predecessor, on - timedelta(days=1))
    for successor in successors:
        _succeed(Succession.Change.SPLIT, predecessor, successor, on, decision)
    for body in (predecessor, *successors):
        _record(
            actor, "organisation.split", body, now, on, decision, [predecessor.code], into=_codes(successors)
        )
    return predecessor


@transaction.atomic
def rename_organisation(
    *,
    actor: AbstractBaseUser,
    organisation_id: int,
    new: NewName,
    on: date,
    decision: str,
    now: datetime,
) -> Organisation:
    """Give a body a new name by decision (đổi tên); it stays itself, the old name is kept and found.

    Raises:
        NotFound: No such body, or not in the actor's part of the tree.
        NotAllowed: The actor may not change it.
        Incomplete: The name or the decision is missing.
        WrongStage: The body is closed.
        Conflict: The name is the one it has, or the new code is taken.
    """
    _check_decision(decision)
    organisation = _living(actor, organisation_id)
    new_name, new_code = tidy(new.name)[:300], tidy(new.code)[:40] or organisation.code
    if not new_name:
        raise Incomplete("organisation.name_missing")
    if (new_name, new_code) == (organisation.name, organisation.code):
        raise Conflict("organisation.same_name", name=new_name)
    before = [organisation.code, organisation.name]
    FormerName.objects.create(
        organisation=organisation,
        code=organisation.code,
        name=organisation.name,
        changed_on=on,
        decision=tidy(decision)[:300],
    )
    organisation.name, organisation.code = new_name, new_code
    organisation.short_name = tidy(new.short_name)[:120]
    save_with_code(organisation)
    _record(actor, "organisation.rename", organisation, now, on, decision, before, into=[new_code, new_name])
    return organisation


def _living(actor: AbstractBaseUser, organisation_id: int) -> Organisation:
    organisation = changeable(actor, organisation_id)
    if organisation.valid_to is not None:
        raise WrongStage("organisation.closed_already", name=organisation.name)
    return organisation


def _take_over(predecessor: Organisation, successor: Organisation, on: date) -> None:
    """Hang what is open below the predecessor under the successor, and end the predecessor."""
    # Earlier moves may have changed both paths.
    predecessor.refresh_from_db(fields=["path"])
    successor.refresh_from_db(fields=["path", "parent"])
    if successor.path.startswith(predecessor.path):
        raise Conflict("succession.below_predecessor", name=predecessor.name, successor=successor.name)
    for child in predecessor.children.filter(open_on(on)):
        move_branch(child, successor)
    end(predecessor, on - timedelta(days=1))


def _succeed(
    change: str, predecessor: Organisation, successor: Organisation, on: date, decision: str
) -> None:
    Succession.objects.create(
        change=change,
        predecessor=predecessor,
        successor=successor,
        took_place_on=on,
        decision=tidy(decision)[:300],
    )


def _check_decision(decision: str) -> None:
    if not tidy(decision):
        raise Incomplete("succession.decision_missing")


def _codes(organisations: Sequence[Organisation]) -> list[str]:
    return [each.code for each in organisations]


def _record(
    actor: AbstractBaseUser,
    action: str,
    organisation: Organisation,
    now: datetime,
    on: date,
    decision: str,
    before: list[str],
    **facts: Any,
) -> None:
    record_event(
        actor=actor,
        action=action,
        subject=organisation,
        at=now,
        organisation_path=organisation.path,
        on=on.isoformat(),
        decision=tidy(decision),
        before=before,
        **facts,
    )
