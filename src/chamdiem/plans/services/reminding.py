"""Reminders of reports and tasks: 7, 3, 1 days before, on the day, and once when the day is over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.urls import reverse

from chamdiem.accounts.models import Role, RoleAssignment
from chamdiem.notices.services import Told, tell
from chamdiem.plans.calendar import today
from chamdiem.plans.models import RoundReport, Task

DAYS_BEFORE = (7, 3, 1, 0)
_OVER = "over"


@dataclass(frozen=True, slots=True)
class _Matter:
    """One thing that is due: its key and words, whose it is, and who is told before the leader is."""

    key: str
    title: str
    url: str
    due_on: date
    organisation_id: int
    path: str
    user_id: int | None = None
    is_for_leader: bool = False


def remind(*, now: datetime) -> int:
    """Tell everybody what is due; done again on the same day it tells nothing twice. Returns how many."""
    day = today(now)
    matters = [each for each in (*_reports(), *_tasks()) if _moment(each.due_on, day)]
    people = _people({each.organisation_id for each in matters})
    return tell(told=[told for each in matters for told in _told(each, people, day)], now=now)


def _moment(due_on: date, day: date) -> str:
    """The moment a reminder belongs to; empty where there is none today."""
    left = (due_on - day).days
    if left < 0:
        return _OVER
    return str(left) if left in DAYS_BEFORE else ""


def _reports() -> Iterator[_Matter]:
    """The reports owed; one that is filled in waits for the leader."""
    reports = (
        RoundReport.objects.filter(
            round__closed_at__isnull=True, is_required=True, status__in=("draft", "returned")
        )
        .select_related("round", "organisation")
        .defer("round__content")
        .annotate(blank=Count("lines", filter=Q(lines__is_lead=True, lines__state="")))
    )
    for report in reports:
        yield _Matter(
            key=f"report:{report.pk}",
            title=f"{report.round}: báo cáo của {report.organisation.name}",
            url=reverse("plans:show_report", args=[report.pk]),
            due_on=report.round.due_on,
            organisation_id=report.organisation_id,
            path=report.organisation.path,
            is_for_leader=not getattr(report, "blank", 0),
        )


def _tasks() -> Iterator[_Matter]:
    tasks = Task.objects.filter(
        state__in=("planned", "running"), item__plan__status__in=("in_force", "revising")
    )
    for task in tasks.select_related("organisation"):
        yield _Matter(
            key=f"task:{task.pk}",
            title=f"Nhiệm vụ: {task.name}",
            url=reverse("plans:show_task", args=[task.pk]),
            due_on=task.due_on,
            organisation_id=task.organisation_id,
            path=task.organisation.path,
            user_id=task.user_id,
        )


def _people(organisations: set[int]) -> dict[tuple[int, str], list[int]]:
    """(organisation, role) → the people who hold it there; one query."""
    people: dict[tuple[int, str], list[int]] = defaultdict(list)
    held = RoleAssignment.objects.filter(
        organisation__in=organisations,
        ended_at__isnull=True,
        user__is_active=True,
        role__in=(Role.DATA_OFFICER, Role.LEADER),
    )
    for organisation, role, user in held.values_list("organisation_id", "role", "user_id"):
        people[organisation, role].append(user)
    return people


def _told(matter: _Matter, people: dict[tuple[int, str], list[int]], day: date) -> Iterator[Told]:
    """Who is told now: the person or the officers; when the day is over the leaders too."""
    moment = _moment(matter.due_on, day)
    officers = people.get((matter.organisation_id, Role.DATA_OFFICER), [])
    leaders = people.get((matter.organisation_id, Role.LEADER), [])
    first = [matter.user_id] if matter.user_id is not None else list(officers)
    own = {*first, *(leaders if matter.is_for_leader else ())}
    for user in sorted(own | (set(leaders) if moment == _OVER else set())):
        yield Told(
            key=f"{matter.key}:{matter.due_on:%Y%m%d}:{moment}",
            user_id=user,
            title=matter.title,
            detail=_detail(moment, matter.due_on),
            url=matter.url,
            due_on=matter.due_on,
            organisation_path=matter.path,
            is_escalation=user not in own,
        )


def _detail(moment: str, due_on: date) -> str:
    if moment == _OVER:
        return f"Đã quá hạn ngày {due_on:%d/%m/%Y}."
    if moment == "0":
        return f"Hạn là hôm nay, hết 23:59 ngày {due_on:%d/%m/%Y}."
    return f"Còn {moment} ngày, hạn 23:59 ngày {due_on:%d/%m/%Y}."
