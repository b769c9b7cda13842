"""Merger and split: bodies change, past campaigns do not.

A campaign keeps the name, code and group its participants had, so nothing here touches it.
Roles over a body that ended stay in force: what was begun under it is finished by its people.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import structlog
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, Incomplete
from chamdiem.office.grid import tidy
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.organisations.selectors import open_on
from chamdiem.organisations.services.editing import changeable, check_decision, end
from chamdiem.organisations.steps import check_begun, check_step, has_ended
from chamdiem.organisations.tree import hang, lock_tree

_log = structlog.get_logger(__name__)


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
    """Merge bodies into another from a day on (sáp nhập); what stands below them then hangs below it.

    The successor is a body of its own, made before; one of the merged ones may be it. Until a day that
    is to come the bodies below stay where they are (``carry_out_mergers``).

    Raises:
        NotFound: One of them is not in the actor's part of the tree.
        NotAllowed: The actor may not change one of them.
        Incomplete: Nothing to merge, or the decision is missing.
        WrongStage: One of them is closed already.
        Conflict: The successor lies below one that ends, or the day cannot be.
    """
    lock_tree()
    check_decision(decision)
    successor = living(actor, successor_id, now)
    ending = [living(actor, each, now) for each in dict.fromkeys(predecessor_ids) if each != successor_id]
    if not ending:
        raise Incomplete("succession.nobody")
    _check_days(ending, [successor], on, now)
    waits = on > timezone.localdate(now)
    for predecessor in ending:
        _check_apart(predecessor, successor)
        merger = _succeed(Succession.Change.MERGED, predecessor, successor, on, decision, waits=waits)
        if not waits:
            _take_over(merger)
        end(predecessor, on - timedelta(days=1), hands_on=True)
    for body in (*ending, successor):
        record_step(
            actor, "organisation.merge", body, now, on, decision, _codes(ending), into=[successor.code]
        )
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
        Conflict: The day cannot be.
    """
    lock_tree()
    check_decision(decision)
    predecessor = living(actor, predecessor_id, now)
    successors = [living(actor, each, now) for each in dict.fromkeys(successor_ids) if each != predecessor_id]
    if len(successors) < 2:
        raise Incomplete("succession.one_part")
    _check_days([predecessor], successors, on, now)
    end(predecessor, on - timedelta(days=1))
    for successor in successors:
        _succeed(Succession.Change.SPLIT, predecessor, successor, on, decision)
    for body in (predecessor, *successors):
        record_step(
            actor, "organisation.split", body, now, on, decision, [predecessor.code], into=_codes(successors)
        )
    return predecessor


def carry_out_mergers(*, now: datetime) -> int:
    """Hang what is below merged bodies under their successors once the day has come; how many mergers.

    One that cannot be carried out stays, and the pages of its bodies say that it is overdue.
    """
    due = Succession.objects.filter(waits=True, took_place_on__lte=timezone.localdate(now))
    return sum(
        _carry_out(pk, now) for pk in list(due.order_by("took_place_on", "pk").values_list("pk", flat=True))
    )


@transaction.atomic
def _carry_out(merger_id: int, now: datetime) -> bool:
    lock_tree()
    found = Succession.objects.select_related("predecessor", "successor").filter(pk=merger_id, waits=True)
    merger = found.first()
    if merger is None:
        return False
    try:
        _check_apart(merger.predecessor, merger.successor)
    except Conflict as refusal:
        _log.warning("merger_not_carried_out", merger=merger_id, code=refusal.code)
        return False
    merger.waits = False
    merger.save(update_fields=["waits"])
    _take_over(merger)
    record_step(
        None,
        "organisation.take_over",
        merger.successor,
        now,
        merger.took_place_on,
        merger.decision,
        [merger.predecessor.code],
        into=[merger.successor.code],
    )
    return True


def living(actor: AbstractBaseUser, organisation_id: int, now: datetime) -> Organisation:
    """A body the actor may change that has no end yet, locked until the transaction ends."""
    organisation = changeable(actor, organisation_id)
    if organisation.valid_to is not None:
        raise has_ended(organisation, timezone.localdate(now))
    return organisation


def _check_days(
    ending: Sequence[Organisation], successors: Sequence[Organisation], on: date, now: datetime
) -> None:
    today = timezone.localdate(now)
    for predecessor in ending:
        check_step(predecessor, on, today, ends=True)
    for successor in successors:
        check_begun(successor, on)


def _check_apart(predecessor: Organisation, successor: Organisation) -> None:
    # Earlier moves may have changed both paths.
    predecessor.refresh_from_db(fields=["path"])
    successor.refresh_from_db(fields=["path", "parent"])
    if successor.path.startswith(predecessor.path):
        raise Conflict("succession.below_predecessor", name=predecessor.name, successor=successor.name)


def _take_over(merger: Succession) -> None:
    """Hang what is open below the predecessor under the successor."""
    on = merger.took_place_on
    for child in merger.predecessor.children.filter(open_on(on)).select_related("parent").order_by("pk"):
        hang(child, merger.successor, on, merger.decision, merger)


def _succeed(
    change: str,
    predecessor: Organisation,
    successor: Organisation,
    on: date,
    decision: str,
    *,
    waits: bool = False,
) -> Succession:
    return Succession.objects.create(
        change=change,
        predecessor=predecessor,
        successor=successor,
        took_place_on=on,
        decision=tidy(decision)[:300],
        waits=waits,
    )


def _codes(organisations: Sequence[Organisation]) -> list[str]:
    return [each.code for each in organisations]


def record_step(
    actor: AbstractBaseUser | None,
    action: str,
    organisation: Organisation,
    now: datetime,
    on: date,
    decision: str,
    before: list[str],
    **facts: Any,
) -> None:
    """One event of a change by decision."""
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
