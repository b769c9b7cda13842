"""Tasks: the list with what is late and due, one task with its history, and what is done to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.views import typed
from chamdiem.evidence.selectors import list_documents
from chamdiem.organisations.heirs import lives
from chamdiem.plans import selectors, services
from chamdiem.plans.forms import ProgressForm, TaskFilters, TaskForm
from chamdiem.plans.framing import frame_of
from chamdiem.plans.inheriting import inherited_by
from chamdiem.plans.selectors import tasks as reading
from chamdiem.plans.selectors.doors import list_openable
from chamdiem.plans.showing import told_change
from chamdiem.plans.views.staying import staying_on
from chamdiem.plans.workflow import plan_verdict, task_verdict
from chamdiem.web.paging import page_of

MOST_DOCUMENTS = 200


@require_GET
@login_required
def list_tasks(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """The tasks of a plan, what is late and due, by body."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    day = local_day(timezone.now())
    tasks = reading.list_tasks(actor=request.user, plan=plan)
    by_body = reading.count_by_body(tasks, day)
    bodies = [(each.organisation.pk, each.organisation.name) for each in by_body]
    filters = TaskFilters(request.GET or None, bodies=bodies)
    wanted: dict[str, Any] = filters.cleaned_data if filters.is_valid() else {}
    found = reading.filter_tasks(
        tasks, today=day, only=wanted.get("only", ""), organisation_id=wanted.get("body")
    )
    context = {
        **frame_of(request.user, plan, "list_tasks"),
        "by_body": by_body,
        "filters": filters,
        "page": page_of(request, found),
        "today": day,
        "inherited": inherited_by(request.user, plan, day),
    }
    return render(request, "plans/tasks.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def create(request: SignedInRequest, item_id: int, organisation_id: int) -> HttpResponse:
    """One more task of an item, for one of the bodies charged."""
    item = selectors.get_item(actor=request.user, item_id=item_id)
    day = local_day(timezone.now())
    own = reading.list_charged_bodies(actor=request.user, item=item, day=day)
    body = next((each for each in own if each.pk == organisation_id and lives(each, day)), None)
    if body is None:
        raise Http404
    plan_verdict("create_task", actor=request.user, plan=item.plan, organisation_path=body.path).demand()
    form = _form(request, item, body, None, {"starts_on": day})
    if form.is_valid():
        with staying_on(form):
            task = services.create_task(
                actor=request.user,
                item_id=item_id,
                organisation_id=organisation_id,
                planned=_planned(form),
                now=timezone.now(),
            )
            messages.success(request, _("Đã lập nhiệm vụ."))
            return redirect("plans:show_task", task.pk)
    context = {**frame_of(request.user, item.plan, "list_tasks"), "item": item, "body": body, "form": form}
    return render(request, "plans/task_form.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def show(request: SignedInRequest, task_id: int) -> HttpResponse:
    """One task: what it is, how far, its documents, discussion and history."""
    return _show(request, task_id)


@require_http_methods(["GET", "POST"])
@login_required
def plan(request: SignedInRequest, task_id: int) -> HttpResponse:
    """What a task is."""
    task = selectors.get_task(actor=request.user, task_id=task_id)
    task_verdict("plan_task", actor=request.user, task=task).demand()
    start = {
        "name": task.name,
        "starts_on": task.starts_on,
        "due_on": task.due_on,
        "user": task.user_id,
        "office": task.office_id,
        "after": task.after_id,
        "seen": task.version,
    }
    form = _form(request, task.item, task.organisation, task_id, start)
    if form.is_valid():
        with staying_on(form):
            services.plan_task(
                actor=request.user,
                task_id=task_id,
                planned=_planned(form),
                seen=form.cleaned_data["seen"] or 0,
                now=timezone.now(),
            )
            messages.success(request, _("Đã lưu nhiệm vụ."))
            return redirect("plans:show_task", task_id)
    context = {
        **frame_of(request.user, task.item.plan, "list_tasks"),
        "item": task.item,
        "body": task.organisation,
        "form": form,
        "task": task,
    }
    return render(request, "plans/task_form.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def carry_out(request: SignedInRequest, task_id: int) -> HttpResponse:
    """How far a task is."""
    task = selectors.get_task(actor=request.user, task_id=task_id)
    form = ProgressForm(request.POST, before=task.percent)
    if not form.is_valid():
        return _show(request, task_id, form)
    given = form.cleaned_data
    progress = services.TaskProgress(
        state=given["state"], percent=given["percent"], result=given["result"], link=given["link"]
    )
    with staying_on(form):
        services.carry_out_task(
            actor=request.user, task_id=task_id, progress=progress, seen=given["seen"], now=timezone.now()
        )
        messages.success(request, _("Đã cập nhật tiến độ."))
        return redirect("plans:show_task", task_id)
    return _show(request, task_id, form)


@require_POST
@login_required
def reopen(request: SignedInRequest, task_id: int) -> HttpResponse:
    """Take up again what was ended."""
    services.reopen_task(
        actor=request.user, task_id=task_id, reason=typed.text(request, "reason"), now=timezone.now()
    )
    messages.success(request, _("Đã mở lại nhiệm vụ."))
    return redirect("plans:show_task", task_id)


@require_POST
@login_required
def remark(request: SignedInRequest, task_id: int) -> HttpResponse:
    """Write into the discussion."""
    services.write_remark(
        actor=request.user, task_id=task_id, text=typed.text(request, "text"), now=timezone.now()
    )
    return redirect("plans:show_task", task_id)


@require_POST
@login_required
def document(request: SignedInRequest, task_id: int) -> HttpResponse:
    """Attach a document of the own folder, or take it away."""
    services.show_task_document(
        actor=request.user,
        task_id=task_id,
        document_id=typed.number(request, "document") or 0,
        is_shown=not request.POST.get("take_away"),
        now=timezone.now(),
    )
    return redirect("plans:show_task", task_id)


def _show(request: SignedInRequest, task_id: int, form: ProgressForm | None = None) -> HttpResponse:
    task = selectors.get_task(actor=request.user, task_id=task_id)
    changes, remarks = reading.list_history(task)
    may = {
        name: task_verdict(name, actor=request.user, task=task).is_allowed
        for name in ("plan_task", "carry_out_task", "show_task_document", "reopen_task")
    }
    start = {
        "state": task.state,
        "percent": task.percent,
        "result": task.result,
        "link": task.link,
        "seen": task.version,
    }
    shown = list(task.documents.all())
    choices = list_documents(actor=request.user).filter(organisation=task.organisation)
    context = {
        **frame_of(request.user, task.item.plan, "list_tasks"),
        "task": task,
        "task_may": may,
        "form": form or ProgressForm(initial=start, before=task.percent),
        "events": [
            {"at": each.changed_at, "who": each.changed_by, "text": told_change(each.changed)}
            for each in changes
        ],
        "remarks": remarks,
        "documents": shown,
        "openable": list_openable(actor=request.user, documents=shown),
        "choices": choices.exclude(pk__in=[each.pk for each in shown])[:MOST_DOCUMENTS]
        if may["show_task_document"]
        else [],
        "today": local_day(timezone.now()),
    }
    return render(request, "plans/task.html", context, status=422 if form is not None else 200)


def _form(
    request: SignedInRequest, item: Any, body: Any, task_id: int | None, start: dict[str, Any]
) -> TaskForm:
    return TaskForm(
        request.POST or None,
        initial=start,
        people=[(each.pk, each.name) for each in reading.list_people(body)],
        offices=[(each.pk, each.name) for each in reading.list_offices(body)],
        others=[(each.pk, each.name) for each in reading.list_others(item, body, task_id)],
    )


def _planned(form: TaskForm) -> services.TaskPlan:
    given = form.cleaned_data
    return services.TaskPlan(
        name=given["name"],
        starts_on=given["starts_on"],
        due_on=given["due_on"],
        user_id=given["user"],
        office_id=given["office"],
        after_id=given["after"],
    )
