"""Quarterly reports, rounds and tasks of plans that wait for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds, holds_anywhere
from chamdiem.campaigns.calendar import is_over, local_day
from chamdiem.home.tasks import Task
from chamdiem.plans.selectors import tasks
from chamdiem.plans.selectors.rounds import list_run_rounds, list_waiting_reports


def list_report_tasks(actor: User, now: datetime) -> Iterator[Task]:
    """Quarterly reports of the own bodies: to fill in, to approve, to complete."""
    for report in list_waiting_reports(actor=actor):
        path = report.organisation.path
        is_full, leads = not getattr(report, "blank", 0), holds(actor, [Role.LEADER], path)
        if not report.is_required or not (leads or holds(actor, [Role.DATA_OFFICER, Role.CONTRIBUTOR], path)):
            continue
        verb, state = _("Điền báo cáo quý"), "in_progress"
        if is_full and leads:
            verb, state = _("Duyệt báo cáo quý"), "complete"
        word: str = str(report.get_status_display())
        if report.status == "returned":
            state = "returned"
        elif is_over(report.round.due_on, now):
            state, word = "late", str(_("Quá hạn"))
        yield Task(
            title=f"{report.round} · {report.organisation.name}",
            detail=report.return_reason or report.round.plan.title,
            verb=verb,
            url=reverse("plans:show_report", args=[report.pk]),
            state=state,
            word=word,
            due=report.round.due_on,
            due_of=_("hạn gửi báo cáo quý"),
        )


def list_given_tasks(actor: User, now: datetime) -> Iterator[Task]:
    """Tasks of plans given to this person or to her office."""
    for task in tasks.list_given_tasks(actor=actor, today=local_day(now)):
        late = is_over(task.due_on, now)
        yield Task(
            title=task.name,
            detail=task.item.plan.title,
            verb=_("Thực hiện nhiệm vụ"),
            url=reverse("plans:show_task", args=[task.pk]),
            state="late" if late else "in_progress",
            word=_("Quá hạn") if late else str(task.get_state_display()),
            due=task.due_on,
            due_of=_("hạn hoàn thành nhiệm vụ"),
        )


def list_round_tasks(actor: User) -> Iterator[Task]:
    """Open rounds of the plans this person runs, with how many reports wait to be judged."""
    if not holds_anywhere(actor, [Role.STANDING_BODY]):
        return
    for round_ in list_run_rounds(actor=actor):
        facts = {"waiting": getattr(round_, "waiting", 0), "owed": getattr(round_, "owed", 0)}
        yield Task(
            title=f"{round_} · {round_.plan.title}",
            detail=str(_("%(waiting)s báo cáo chờ xem, %(owed)s đơn vị chưa gửi") % facts),
            verb=_("Xem báo cáo quý"),
            url=reverse("plans:show_round", args=[round_.pk]),
            state="open",
            word=_("Đang mở"),
            due=round_.due_on,
            due_of=_("hạn gửi báo cáo quý"),
        )
