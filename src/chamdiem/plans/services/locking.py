"""How use cases begin: find, lock, ask the table whether it may be done; and how they end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, NotFound
from chamdiem.plans.models import Plan, Round, RoundReport, Task
from chamdiem.plans.selectors import get_plan, get_round, get_task, list_reports
from chamdiem.plans.workflow import (
    demand_reason,
    plan_verdict,
    report_verdict,
    round_verdict,
    task_verdict,
)


def locked_plan(*, actor: User, plan_id: int, action: str, reason: str = "") -> Plan:
    """The plan, locked and ready for the action.

    Raises:
        NotFound, NotAllowed, WrongStage, Incomplete: As the table says.
    """
    get_plan(actor=actor, plan_id=plan_id)
    # Lock the row: two people may press the button at the same moment.
    plan = Plan.objects.select_for_update(of=("self",)).select_related("owner").filter(pk=plan_id).first()
    if plan is None:
        raise NotFound("plan.not_found")
    plan_verdict(action, actor=actor, plan=plan).demand()
    demand_reason(action, reason)
    return plan


def locked_round(*, actor: User, round_id: int, action: str, reason: str = "") -> Round:
    """The round, locked and ready for the action; raises as ``locked_plan``."""
    get_round(actor=actor, round_id=round_id)
    rounds = Round.objects.select_for_update(of=("self",)).select_related("plan__owner")
    found = rounds.get(pk=round_id)
    round_verdict(action, actor=actor, round_=found).demand()
    demand_reason(action, reason)
    return found


def locked_report(*, actor: User, report_id: int, action: str, reason: str = "") -> RoundReport:
    """The report, locked and ready for the action; raises as ``locked_plan``."""
    if not list_reports(actor=actor).filter(pk=report_id).exists():
        raise NotFound("report.not_found")
    # The round is locked too, so that it is not closed while a report of it changes.
    reports = RoundReport.objects.select_for_update(of=("self", "round"))
    related = reports.select_related("round__plan__owner", "organisation")
    report = related.defer("round__content", "round__plan__document").get(pk=report_id)
    report_verdict(action, actor=actor, report=report).demand()
    demand_reason(action, reason)
    return report


def locked_task(*, actor: User, task_id: int, action: str, reason: str = "") -> Task:
    """The task, locked and ready for the action; raises as ``locked_plan``."""
    get_task(actor=actor, task_id=task_id)
    tasks = Task.objects.select_for_update(of=("self",)).select_related("item__plan__owner", "organisation")
    task = tasks.get(pk=task_id)
    task_verdict(action, actor=actor, task=task).demand()
    demand_reason(action, reason)
    return task


def demand_seen(seen: int, version: int) -> None:
    """Refuse a change by somebody who saw an older version."""
    if seen != version:
        raise Conflict("plan.changed_meanwhile")


def record(
    plan: Plan,
    *,
    actor: User | None,
    action: str,
    now: datetime,
    subject: models.Model | None = None,
    organisation_path: str = "",
    **facts: Any,
) -> None:
    """The event of a change to a plan, or to something in it."""
    record_event(
        actor=actor,
        action=action,
        subject=subject or plan,
        at=now,
        organisation_path=organisation_path or plan.owner.path,
        **facts,
    )
