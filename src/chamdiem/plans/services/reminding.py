"""Reminders of quarterly reports and tasks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.text import Truncator

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.campaigns.calendar import local_day
from chamdiem.notices.reminding import Matter, tell_begun, tell_due, tell_news
from chamdiem.plans.models import Plan, Round, RoundReport, Task
from chamdiem.plans.official_words import ended
from chamdiem.plans.selectors.giving import is_lost, with_lost
from chamdiem.plans.selectors.rounds import BLANK_LINES

_MOST_TITLE, _MOST_REASON = 200, 150
# The states of a report its body still has to send.
_OWED = (RoundReport.Status.DRAFT, RoundReport.Status.RETURNED)


def remind(*, now: datetime) -> int:
    """Tell everybody what is due; done again on the same day it tells nothing twice. Returns how many."""
    day = local_day(now)
    return tell_due(list_due(day), day=day, now=now)


def list_due(day: date) -> list[Matter]:
    """The reports and tasks that are still due, whatever the day."""
    del day  # what is due of them does not depend on it
    return [*_reports(), *_tasks()]


def list_due_of(asked: Mapping[str, Collection[int]]) -> list[Matter]:
    """What is still due of some reports and tasks, by their numbers."""
    return [
        *(_reports(asked["report"]) if "report" in asked else ()),
        *(_tasks(asked["task"]) if "task" in asked else ()),
    ]


def tell_opened(round_: Round, *, now: datetime) -> None:
    """Tell officers and leaders of every body that owes a report that its round is open."""
    _tell_owing(round_, f"Kỳ báo cáo mở ngày {local_day(now):%d/%m/%Y}.", now)


def tell_extended(round_: Round, reason: str, *, now: datetime) -> None:
    """Tell officers and leaders of every body that still owes a report of its new day, and why."""
    why = ended(Truncator(reason).chars(_MOST_REASON))
    _tell_owing(round_, f"Gia hạn đến {round_.due_on:%d/%m/%Y}. Lý do: {why}", now)


def _tell_owing(round_: Round, said: str, now: datetime) -> None:
    """Tell officers and leaders of every body that owes a report; four queries, however many."""
    owed = round_.reports.filter(is_required=True, status__in=_OWED).select_related(
        "round__plan", "organisation"
    )
    tell_begun([replace(each, about=f"{said} {each.about}") for each in map(_matter, owed)], now=now)


def tell_returned(report: RoundReport, *, now: datetime) -> None:
    """Tell officers and leader of a body that its report was sent back, and why."""
    matter = _matter(report)
    about = f"Cơ quan thường trực trả lại: {ended(report.return_reason)} {matter.about}"
    tell_news(replace(matter, about=about), moment=f"returned:{report.version}", now=now)


def tell_given(task: Task, *, giver: User, now: datetime) -> None:
    """Tell the person, or everybody of the office, that a task is theirs now; not who gave it."""
    people = tuple(each for each in _people(task, _people_of_offices()) if each != giver.pk)
    if people:
        matter = _task_matter(task, people)
        tell_begun(
            [replace(matter, about=f"Được giao ngày {local_day(now):%d/%m/%Y}. {matter.about}")], now=now
        )


def _reports(among: Collection[int] | None = None) -> Iterator[Matter]:
    """The reports owed, all or ``among`` some; one that is filled in waits for the leader."""
    reports = (
        RoundReport.objects.filter(round__closed_at__isnull=True, is_required=True, status__in=_OWED)
        .select_related("round__plan", "organisation")
        .defer("round__content", "round__plan__document")
        .annotate(blank=Count("lines", filter=BLANK_LINES))
    )
    for report in reports if among is None else reports.filter(pk__in=among):
        yield replace(_matter(report), is_for_leader=not getattr(report, "blank", 0))


def _matter(report: RoundReport) -> Matter:
    return Matter(
        key=f"report:{report.pk}",
        title=f"{report.round}: báo cáo của {report.organisation.name}",
        url=reverse("plans:show_report", args=[report.pk]),
        due_on=report.round.due_on,
        organisation_id=report.organisation_id,
        path=report.organisation.path,
        about=_plan(report.round.plan),
    )


def _tasks(among: Collection[int] | None = None) -> Iterator[Matter]:
    tasks = Task.objects.filter(
        state__in=("planned", "running"), item__plan__status__in=("in_force", "revising")
    )
    if among is not None:
        tasks = tasks.filter(pk__in=among)
    rows = list(
        with_lost(tasks)
        .select_related("organisation", "user", "office", "item__plan")
        .defer("item__plan__document")
    )
    of_office, heads = _people_of_offices(), _heads({task.organisation_id for task in rows})
    for task in rows:
        # Said by name: reminders of one given to nobody would also matter to who had it before.
        given = _people(task, of_office)
        people, are_leaders = heads[task.organisation_id]
        matter = _task_matter(task, given or people)
        yield replace(matter, is_raised=are_leaders and not given)


def _task_matter(task: Task, user_ids: tuple[int, ...]) -> Matter:
    return Matter(
        key=f"task:{task.pk}",
        title=f"Nhiệm vụ: {task.name}",
        url=reverse("plans:show_task", args=[task.pk]),
        due_on=task.due_on,
        organisation_id=task.organisation_id,
        path=task.organisation.path,
        user_ids=user_ids,
        about=f"{_plan(task.item.plan)} {_given_to(task)}.",
    )


def _plan(plan: Plan) -> str:
    return f"Kế hoạch: {Truncator(plan.title).chars(_MOST_TITLE)}."


def _given_to(task: Task) -> str:
    """The body, and the person or office there; that it has to be given anew where she has left."""
    if is_lost(task):
        return f"{task.organisation.name}: {task.user} không còn vai trò ở đơn vị, cần giao lại nhiệm vụ"
    given = task.user or task.office
    return f"{task.organisation.name}, giao cho {given}" if given else task.organisation.name


def _people(task: Task, of_office: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """The person it is given to, or everybody of the office; nobody where neither is there any more."""
    if is_lost(task):
        return ()
    if task.user_id is not None:
        return (task.user_id,)
    return tuple(of_office.get(task.office_id or 0, ()))


def _people_of_offices() -> dict[int, list[int]]:
    """Office → its people; one query."""
    people: dict[int, list[int]] = defaultdict(list)
    held = RoleAssignment.objects.filter(ended_at__isnull=True, user__is_active=True, office__isnull=False)
    for office, user in held.order_by("user_id").values_list("office_id", "user_id").distinct():
        people[office].append(user)
    return people


def _heads(organisation_ids: Collection[int]) -> dict[int, tuple[tuple[int, ...], bool]]:
    """Organisation → its data officers, where it has none its leaders, and whether it is these; one query."""
    held = RoleAssignment.objects.filter(
        organisation__in=organisation_ids, ended_at__isnull=True, user__is_active=True
    )
    officers: dict[int, list[int]] = defaultdict(list)
    leaders: dict[int, list[int]] = defaultdict(list)
    by_role = {Role.DATA_OFFICER.value: officers, Role.LEADER.value: leaders}
    found = held.filter(role__in=by_role).order_by("user_id")
    for organisation, role, user in found.values_list("organisation_id", "role", "user_id"):
        by_role[role][organisation].append(user)
    return {pk: (tuple(officers[pk] or leaders[pk]), not officers[pk]) for pk in organisation_ids}
