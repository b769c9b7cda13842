"""Tasks in lists: what is late, what is due, by body; and the history of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from chamdiem.accounts.models import RoleAssignment, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.organisations.models import Office, Organisation
from chamdiem.organisations.tree import below
from chamdiem.plans.models import Plan, PlanItem, Task, TaskChange, TaskRemark
from chamdiem.plans.permissions import OWN, is_of, may_watch
from chamdiem.plans.selectors.charges import list_charges
from chamdiem.plans.selectors.giving import only_lost, with_lost

DUE_SOON_DAYS = 30
_ONE_PRESS = timedelta(minutes=1)
# A plan whose tasks are carried out.
RUNNING = (Plan.Status.IN_FORCE, Plan.Status.REVISING)
OPEN = (Task.State.PLANNED, Task.State.RUNNING)


@dataclass(frozen=True, slots=True)
class BodyTasks:
    """The tasks of one organisation in numbers."""

    organisation: Organisation
    total: int
    done: int
    late: int
    due: int


def list_tasks(*, actor: User, plan: Plan) -> QuerySet[Task]:
    """The tasks this person sees: all for who watches the plan, else those of her bodies; one query."""
    tasks = with_lost(Task.objects.filter(item__plan=plan)).select_related(
        "item__plan", "organisation", "user", "office"
    )
    if may_watch(actor, plan):
        return tasks
    return tasks.filter(below("organisation__path", paths_held(actor, OWN)))


def list_given_tasks(*, actor: User, today: date) -> QuerySet[Task]:
    """The open tasks that are a person's own, or her office's, and have begun; one query."""
    offices = RoleAssignment.objects.filter(user=actor, ended_at__isnull=True, office__isnull=False)
    own = Q(user=actor) | Q(user__isnull=True, office__in=offices.values("office"))
    return (
        Task.objects.filter(own, below("organisation__path", paths_held(actor, OWN)), state__in=OPEN)
        .filter(starts_on__lte=today, item__plan__status__in=RUNNING)
        .select_related("item__plan", "organisation")
        .defer("item__plan__document")
    )


def filter_tasks(
    tasks: QuerySet[Task], *, today: date, only: str = "", organisation_id: int | None = None
) -> QuerySet[Task]:
    """Tasks narrowed to late, due soon, done ones or those to be given anew, and to one organisation."""
    if organisation_id is not None:
        tasks = tasks.filter(organisation_id=organisation_id)
    match only:
        case "late":
            tasks = tasks.filter(_late(today))
        case "due":
            tasks = tasks.filter(_due(today))
        case "done":
            tasks = tasks.filter(state=Task.State.DONE)
        case "lost":
            tasks = only_lost(tasks.filter(state__in=OPEN))
    return tasks.order_by("due_on", "starts_on", "pk")


def count_by_body(tasks: QuerySet[Task], today: date) -> list[BodyTasks]:
    """The tasks of each organisation in numbers, the latest first; two queries."""
    rows = list(
        tasks.order_by()
        .values("organisation")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(state=Task.State.DONE)),
            late=Count("pk", filter=_late(today)),
            due=Count("pk", filter=_due(today)),
        )
    )
    bodies = Organisation.objects.in_bulk([row["organisation"] for row in rows])
    found = [
        BodyTasks(bodies[row["organisation"]], row["total"], row["done"], row["late"], row["due"])
        for row in rows
    ]
    return sorted(found, key=lambda each: (-each.late, -each.due, each.organisation.name_order))


def list_charged_bodies(*, actor: User, item: PlanItem, day: date) -> list[Organisation]:
    """The organisations charged with an item on a day that this person works in; five queries or so.

    Those too that were before they ended: what they planned stays theirs to see.
    """
    (charge,) = list_charges([item], day)
    charged = charge.leads | charge.helpers | charge.named
    bodies = Organisation.objects.filter(pk__in=charged).order_by("name_order")
    return [each for each in bodies if is_of(actor, each)]


def list_charged(item: PlanItem, day: date) -> frozenset[int]:
    """The organisations that may plan tasks of an item: who is asked about it, no body that has ended."""
    (charge,) = list_charges([item], day)
    return charge.leads | charge.helpers


def list_people(organisation: Organisation) -> list[User]:
    """The people of an organisation a task may be given to; one query."""
    held = RoleAssignment.objects.filter(organisation=organisation, ended_at__isnull=True, role__in=OWN)
    return list(
        User.objects.filter(role_assignments__in=held, is_active=True).distinct().order_by("name_order")
    )


def list_offices(organisation: Organisation) -> list[Office]:
    """The offices of an organisation in use; one query."""
    return list(organisation.offices.filter(is_active=True))


def list_others(item: PlanItem, organisation: Organisation, besides: int | None = None) -> list[Task]:
    """The tasks of an item and organisation another one may wait for; one query."""
    others = item.tasks.filter(organisation=organisation)
    return list(others if besides is None else others.exclude(pk=besides))


def list_history(task: Task) -> tuple[Sequence[TaskChange], Sequence[TaskRemark]]:
    """The changes of a task, newest first, and its discussion, oldest first; two queries."""
    return (
        list(task.changes.select_related("changed_by")),
        list(task.remarks.select_related("author")),
    )


def _late(today: date) -> Q:
    return Q(state__in=OPEN, due_on__lt=today)


def _due(today: date) -> Q:
    return Q(state__in=OPEN, due_on__gte=today, due_on__lte=today + timedelta(days=DUE_SOON_DAYS))


def find_same_task(task: Task, now: datetime) -> Task | None:
    """The task that the same person has just made with the same words, as pressing twice does; one query."""
    just_made = Task.objects.filter(
        item=task.item,
        organisation=task.organisation,
        created_by=task.created_by,
        created_at__gt=now - _ONE_PRESS,
    )
    said = facts_of(task)
    return next((each for each in just_made if facts_of(each) == said), None)


def facts_of(task: Task) -> dict[str, str]:
    """What of a task is kept in its history, as text."""
    return {
        "name": task.name,
        "organisation": str(task.organisation),
        "starts_on": task.starts_on.isoformat(),
        "due_on": task.due_on.isoformat(),
        "user": str(task.user or ""),
        "office": str(task.office or ""),
        "after": str(task.after or ""),
        "state": task.state,
        "percent": str(task.percent),
        "result": task.result,
        "link": task.link,
    }
