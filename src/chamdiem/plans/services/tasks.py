"""Tasks of an item: planned inside one organisation, carried out, discussed; every change is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import RoleAssignment, User
from chamdiem.campaigns.calendar import local_day
from chamdiem.errors import Conflict, Incomplete, NotFound, WrongStage
from chamdiem.evidence.selectors import get_document_of
from chamdiem.organisations.models import Office, Organisation
from chamdiem.plans.line_rules import find_task_faults, task_percent
from chamdiem.plans.models import PlanItem, Task, TaskChange, TaskRemark
from chamdiem.plans.permissions import OWN
from chamdiem.plans.selectors import get_item, get_task
from chamdiem.plans.selectors.tasks import facts_of, find_same_task, list_charged
from chamdiem.plans.services.locking import demand_seen, locked_task, record
from chamdiem.plans.services.reminding import tell_given
from chamdiem.plans.workflow import plan_verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPlan:
    """What a task is: its name, who does it, from when until when, after which other one."""

    name: str
    starts_on: date
    due_on: date
    user_id: int | None = None
    office_id: int | None = None
    after_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskProgress:
    """How far a task is, and what came of it."""

    state: str
    percent: int | None = None
    result: str = ""
    link: str = ""


@transaction.atomic
def create_task(*, actor: User, item_id: int, organisation_id: int, planned: TaskPlan, now: datetime) -> Task:
    """Break an item into one more task of an organisation that is charged with it.

    A button pressed twice makes it once.

    Raises:
        NotFound: No such item, or not visible to ``actor``; or the organisation is not charged with it.
        NotAllowed, WrongStage: ``actor`` is not of the organisation; or the plan is not running.
        Incomplete: A part is missing, or it would end before it begins.
    """
    item = get_item(actor=actor, item_id=item_id)
    organisation = _charged(item, organisation_id, local_day(now))
    plan_verdict("create_task", actor=actor, plan=item.plan, organisation_path=organisation.path).demand()
    task = Task(item=item, organisation=organisation, created_by=actor, created_at=now)
    _plan(task, planned)
    # Two requests at once wait for each other here.
    PlanItem.objects.select_for_update().get(pk=item.pk)
    if (same := find_same_task(task, now)) is not None:
        return same
    task.save()
    _record(task, actor, "task.create", now, item=item.key, until=task.due_on.isoformat())
    tell_given(task, giver=actor, now=now)
    return task


@transaction.atomic
def plan_task(*, actor: User, task_id: int, planned: TaskPlan, seen: int, now: datetime) -> Task:
    """Change what a task is.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a task.
        Conflict: Somebody else changed it.
        Incomplete: As when it was made; or it would wait for itself.
    """
    task = locked_task(actor=actor, task_id=task_id, action="plan_task")
    demand_seen(seen, task.version)
    before, had = facts_of(task), (task.user_id, task.office_id)
    _plan(task, planned)
    _save(task, before, actor, "task.plan", now)
    if (task.user_id, task.office_id) != had:
        tell_given(task, giver=actor, now=now)
    return task


@transaction.atomic
def carry_out_task(*, actor: User, task_id: int, progress: TaskProgress, seen: int, now: datetime) -> Task:
    """Say how far a task is; ended it needs a result, and nothing it waits for may be open.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a task; or what it waits for is not done;
            or it would be done before the day it begins.
        Conflict: Somebody else changed it.
        Incomplete: It ended without a result, or state and percentage do not fit.
    """
    task = locked_task(actor=actor, task_id=task_id, action="carry_out_task")
    demand_seen(seen, task.version)
    before = facts_of(task)
    task.state, task.result, task.link = progress.state, progress.result.strip(), progress.link
    faults = find_task_faults(
        state=progress.state, percent=progress.percent, before=task.percent, result=progress.result
    )
    if faults:
        raise Incomplete(faults[0].code, **faults[0].facts)
    task.percent = task_percent(progress.state, progress.percent, task.percent)
    if task.state == Task.State.DONE and task.after is not None and task.after.is_open:
        raise WrongStage("task.waits", after=task.after.name)
    if task.state == Task.State.DONE and local_day(now) < task.starts_on:
        days = {"starts": f"{task.starts_on:%d/%m/%Y}", "today": f"{local_day(now):%d/%m/%Y}"}
        raise WrongStage("task.done_before_start", **days)
    task.finished_on = None if task.is_open else local_day(now)
    return _save(task, before, actor, "task.carry_out", now)


@transaction.atomic
def reopen_task(*, actor: User, task_id: int, reason: str, now: datetime) -> Task:
    """Take up again what was ended.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a task.
        Incomplete: No reason is given.
    """
    task = locked_task(actor=actor, task_id=task_id, action="reopen_task", reason=reason)
    before = facts_of(task)
    task.state, task.finished_on = Task.State.RUNNING, None
    TaskRemark.objects.create(task=task, author=actor, text=reason.strip(), written_at=now)
    return _save(task, before, actor, "task.reopen", now)


@transaction.atomic
def write_remark(*, actor: User, task_id: int, text: str, now: datetime) -> TaskRemark:
    """Write into the discussion of a task; whoever sees it may.

    Raises:
        NotFound: No such task, or not visible to ``actor``.
        Incomplete: Nothing is written.
    """
    task = get_task(actor=actor, task_id=task_id)
    if not text.strip():
        raise Incomplete("task.remark_empty")
    remark = TaskRemark.objects.create(task=task, author=actor, text=text.strip(), written_at=now)
    _record(task, actor, "task.remark", now)
    return remark


@transaction.atomic
def show_task_document(*, actor: User, task_id: int, document_id: int, is_shown: bool, now: datetime) -> Task:
    """Attach a document of the own organisation to a task, or take it away again.

    Raises:
        NotFound: No such task or document, or not of this organisation.
        NotAllowed, WrongStage: As every use case of a task.
    """
    task = locked_task(actor=actor, task_id=task_id, action="show_task_document")
    document = get_document_of(task.organisation, actor=actor, document_id=document_id)
    (task.documents.add if is_shown else task.documents.remove)(document)
    action = "task.show" if is_shown else "task.take_away"
    _record(task, actor, action, now, document=document.title)
    return task


def _charged(item: PlanItem, organisation_id: int, day: date) -> Organisation:
    if organisation_id not in list_charged(item, day):
        raise NotFound("task.organisation_not_charged")
    return Organisation.objects.get(pk=organisation_id)


def _plan(task: Task, planned: TaskPlan) -> None:
    if not planned.name.strip():
        raise Incomplete("task.name_missing")
    if planned.due_on < planned.starts_on:
        days = {"from": f"{planned.starts_on:%d/%m/%Y}", "to": f"{planned.due_on:%d/%m/%Y}"}
        raise Incomplete("task.days_reversed", **days)
    task.name, task.starts_on, task.due_on = planned.name.strip(), planned.starts_on, planned.due_on
    task.user = _person(task, planned.user_id)
    task.office = _office(task, planned.office_id)
    task.after = _before(task, planned.after_id)


def _person(task: Task, user_id: int | None) -> User | None:
    if user_id is None:
        return None
    held = RoleAssignment.objects.filter(
        user_id=user_id,
        organisation=task.organisation,
        ended_at__isnull=True,
        user__is_active=True,
        role__in=OWN,
    )
    if not held.exists():
        raise NotFound("task.person_not_found")
    return User.objects.get(pk=user_id)


def _office(task: Task, office_id: int | None) -> Office | None:
    if office_id is None:
        return None
    office = Office.objects.filter(pk=office_id, organisation=task.organisation).first()
    if office is None:
        raise NotFound("office.not_found")
    return office


def _before(task: Task, after_id: int | None) -> Task | None:
    """The task to wait for: of the same item and organisation, and not waiting for this one itself."""
    if after_id is None:
        return None
    first = Task.objects.filter(pk=after_id, item=task.item, organisation=task.organisation).first()
    if first is None:
        raise NotFound("task.not_found")
    waited: Task | None = first
    while waited is not None:
        if waited.pk == task.pk:
            raise Conflict("task.waits_for_itself", after=first.name)
        waited = waited.after
    return first


def _save(task: Task, before: dict[str, str], actor: User, action: str, now: datetime) -> Task:
    after = facts_of(task)
    changed = {name: [before[name], value] for name, value in after.items() if before[name] != value}
    if not changed:
        return task
    task.version += 1
    task.save()
    TaskChange.objects.create(task=task, changed=changed, changed_by=actor, changed_at=now)
    _record(task, actor, action, now, changed=sorted(changed))
    return task


def _record(task: Task, actor: User, action: str, now: datetime, **facts: Any) -> None:
    record(
        task.item.plan,
        actor=actor,
        action=action,
        now=now,
        subject=task,
        organisation_path=task.organisation.path,
        **facts,
    )
