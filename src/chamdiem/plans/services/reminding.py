"""Reminders of quarterly reports and tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Q
from django.urls import reverse

from chamdiem.campaigns.calendar import local_day
from chamdiem.notices.reminding import Matter, tell_due
from chamdiem.plans.models import RoundReport, Task


def remind(*, now: datetime) -> int:
    """Tell everybody what is due; done again on the same day it tells nothing twice. Returns how many."""
    return tell_due((*_reports(), *_tasks()), day=local_day(now), now=now)


def _reports() -> Iterator[Matter]:
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
        yield Matter(
            key=f"report:{report.pk}",
            title=f"{report.round}: báo cáo của {report.organisation.name}",
            url=reverse("plans:show_report", args=[report.pk]),
            due_on=report.round.due_on,
            organisation_id=report.organisation_id,
            path=report.organisation.path,
            is_for_leader=not getattr(report, "blank", 0),
        )


def _tasks() -> Iterator[Matter]:
    tasks = Task.objects.filter(
        state__in=("planned", "running"), item__plan__status__in=("in_force", "revising")
    )
    for task in tasks.select_related("organisation"):
        yield Matter(
            key=f"task:{task.pk}",
            title=f"Nhiệm vụ: {task.name}",
            url=reverse("plans:show_task", args=[task.pk]),
            due_on=task.due_on,
            organisation_id=task.organisation_id,
            path=task.organisation.path,
            user_ids=() if task.user_id is None else (task.user_id,),
        )
