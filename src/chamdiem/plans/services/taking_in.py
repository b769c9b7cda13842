"""A file of a plan: handed in, looked through, then applied whole or not at all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.errors import Conflict, Incomplete, InvalidPlan
from chamdiem.plans.content import printed
from chamdiem.plans.marks import mark_of
from chamdiem.plans.models import Plan, PlanFile
from chamdiem.plans.reading import MOST_BYTES
from chamdiem.plans.rebinding import list_rebound
from chamdiem.plans.selectors.doors import get_file, get_run_plan
from chamdiem.plans.services.drafting import change_content, create_plan, owner_for
from chamdiem.plans.services.locking import record
from chamdiem.plans.taking_in import changed_since, look_through
from chamdiem.plans.workflow import plan_verdict


@transaction.atomic
def hand_in_file(
    *, actor: User, owner_id: int, plan_id: int | None, name: str, data: bytes, now: datetime
) -> PlanFile:
    """Keep a file so that a page can show what it would do: make a plan, or change one.

    Raises:
        NotFound: No such body or plan that ``actor`` runs.
        WrongStage: The plan cannot be edited now.
        Incomplete: The file is empty or too large to be kept.
    """
    plan = get_run_plan(actor=actor, plan_id=plan_id) if plan_id is not None else None
    if plan is not None:
        plan_verdict("edit", actor=actor, plan=plan).demand()
    owner = plan.owner if plan is not None else owner_for(actor=actor, owner_id=owner_id)
    if not data.strip():
        raise Incomplete("plan.file_empty")
    if len(data) > MOST_BYTES:
        raise Incomplete("plan.file_too_large", most=str(MOST_BYTES // 10**6))
    file = PlanFile(owner=owner, plan=plan, name=name[-200:], content=data)
    file.uploaded_by, file.uploaded_at = actor, now
    _compare_anew(file)
    file.save()
    return file


@transaction.atomic
def check_file_again(*, actor: User, file_id: int) -> PlanFile:
    """Compare a file with its plan as it is now, so that it can be applied to that.

    Raises:
        NotFound: No such file of ``actor``.
        Conflict: It was applied already.
    """
    file = _locked_file(actor, file_id)
    _compare_anew(file)
    file.save(update_fields=["checked_revision", "checked_document"])
    return file


@transaction.atomic
def apply_file(*, actor: User, file_id: int, now: datetime) -> Plan:
    """Make a plan of a file, or change the plan it is for; looked through anew.

    Raises:
        NotFound: No such file of ``actor``.
        Invalid: Something is wrong in it; nothing is changed.
        Conflict: It was applied already; the plan was changed since it was compared with it; a plan
            of this key exists; something in use would be lost.
        NotAllowed, WrongStage: As for every change of a plan.
    """
    file = _locked_file(actor, file_id)
    since = changed_since(file)
    if since:
        raise Conflict("plan.file_outdated", name=file.name, changed="; ".join(map(str, since)))
    look = look_through(file)
    if look.content is None:
        raise InvalidPlan(list(look.problems))
    content = look.content
    if file.plan is None:
        plan = create_plan(actor=actor, owner_id=file.owner_id, content=content, now=now)
    else:
        plan = change_content(
            actor=actor,
            plan_id=file.plan.pk,
            change=lambda _: content,
            seen=file.checked_revision,
            what=file.name,
            now=now,
            links_seen=mark_of(list_rebound(printed(file.plan), content)),
        )
    file.plan, file.applied_at = plan, now
    file.save(update_fields=["plan", "applied_at"])
    counts: dict[str, Any] = {what: look.count(what) for what in ("create", "change", "remove")}
    record(plan, actor=actor, action="plan.take_in", now=now, file=file.name, **counts)
    return plan


def _locked_file(actor: User, file_id: int) -> PlanFile:
    get_file(actor=actor, file_id=file_id)
    file = PlanFile.objects.select_for_update(of=("self",)).select_related("plan").get(pk=file_id)
    if file.applied_at is not None:
        raise Conflict("plan.file_applied", name=file.name)
    return file


def _compare_anew(file: PlanFile) -> None:
    """Keep what of the plan the file is compared with; nothing for a new plan."""
    if file.plan is not None:
        file.checked_revision, file.checked_document = file.plan.revision, file.plan.document
