"""Bodies of a plan: which organisations they are, their names and spellings."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.views import typed
from chamdiem.core.improvement_plan import Body
from chamdiem.errors import NotFound
from chamdiem.plans import selectors, services
from chamdiem.plans.editing import Change, with_body, without_body
from chamdiem.plans.ended_bodies import list_finished, told_ended, told_kept, told_left
from chamdiem.plans.forms import BodyForm
from chamdiem.plans.framing import frame_of, pending_of
from chamdiem.plans.selectors import bodies as reading
from chamdiem.plans.selectors.charges import list_led_outside
from chamdiem.plans.selectors.content import get_printed
from chamdiem.plans.selectors.replacing import list_kept
from chamdiem.plans.selectors.rounds import list_open_rounds
from chamdiem.plans.selectors.stand_ins import list_gone, list_left_items
from chamdiem.plans.views.staying import staying_on


@require_GET
@login_required
def list_bodies(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Every body with what it is; those still open first."""
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    frame = frame_of(request.user, plan, "list_bodies")
    content, today = get_printed(plan), local_day(timezone.now())
    gone, left = list_gone(plan, today), list_left_items(plan, content, today)
    bodies = reading.list_bodies(plan)
    finished = list_finished(bodies, content, left)
    context = {
        **frame,
        "marks": pending_of(frame).marks("bodies"),
        "bodies": bodies,
        "gone": {
            body: [told_ended(each, is_finished=body in finished) for each in found]
            for body, found in gone.items()
        },
        "undecided": {
            body
            for body, found in gone.items()
            if any(not each.asked and (each.is_dropped or body not in finished) for each in found)
        },
        "kept": {body: list(map(told_kept, found)) for body, found in list_kept(plan).items()},
        "led_outside": list_led_outside(plan, content),
        **told_left(left),
        "open_rounds": list_open_rounds(plan),
    }
    return render(request, "plans/bodies.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def resolve(request: SignedInRequest, plan_id: int, body_id: int) -> HttpResponse:
    """Choose the organisations of one body."""
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    body = reading.get_body(plan, body_id)
    if request.method == "POST":
        services.resolve_body(
            actor=request.user,
            plan_id=plan_id,
            body_id=body_id,
            organisation_ids=typed.numbers(request, "organisation"),
            is_outside=bool(request.POST.get("is_outside")),
            now=timezone.now(),
        )
        messages.success(request, _("Đã xác định cơ quan “%(name)s”.") % {"name": body.name})
        return redirect("plans:list_bodies", plan_id)
    content, today = get_printed(plan), local_day(timezone.now())
    is_finished = body.pk in list_finished([body], content, list_left_items(plan, content, today))
    gone = list_gone(plan, today).get(body.pk, [])
    context = {
        **frame_of(request.user, plan, "list_bodies"),
        "body": body,
        "candidates": reading.list_candidates(plan, body, request.GET.get("q", "")),
        "gone": [told_ended(each, is_finished=is_finished) for each in gone],
        "kept": list(map(told_kept, list_kept(plan).get(body.pk, []))),
        "today": today,
        "typed": request.GET.get("q", ""),
        "open_rounds": list_open_rounds(plan),
    }
    return render(request, "plans/body.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def add(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """One more body."""
    return _edit(request, plan_id, None)


@require_http_methods(["GET", "POST"])
@login_required
def change(request: SignedInRequest, plan_id: int, body_id: int) -> HttpResponse:
    """Name and spellings of a body; or take it out."""
    return _edit(request, plan_id, body_id)


def _edit(request: SignedInRequest, plan_id: int, body_id: int | None) -> HttpResponse:
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    body = _printed_body(plan, body_id) if body_id is not None else None
    start = {}
    if body is not None:
        start = {
            "name": body.name,
            "spellings": "; ".join(body.spellings),
            "is_collective": body.collective,
        }
    form = BodyForm(request.POST or None, initial=start)
    if body is not None and request.POST.get("remove"):
        return _saved(request, plan, without_body(body.name), body.name)
    if form.is_valid():
        given = form.cleaned_data
        wanted = with_body(
            given["name"],
            given["spellings"],
            is_collective=given["is_collective"],
            old=body.name if body else "",
        )
        with staying_on(form):
            return _saved(request, plan, wanted, body.name if body else given["name"])
    context = {**frame_of(request.user, plan, "list_bodies"), "form": form, "body": body}
    return render(request, "plans/body_form.html", context, status=422 if form.errors else 200)


def _saved(request: SignedInRequest, plan: Any, wanted: Change, what: str) -> HttpResponse:
    services.change_content(
        actor=request.user,
        plan_id=plan.pk,
        change=wanted,
        seen=plan.revision,
        what=what,
        now=timezone.now(),
        entry="bodies",
    )
    messages.success(request, _("Đã lưu danh sách cơ quan."))
    return redirect("plans:list_bodies", plan.pk)


def _printed_body(plan: Any, body_id: int) -> Body:
    """A body as the plan is being written; one that is taken out there is gone."""
    name = reading.get_body(plan, body_id).name
    found = next((each for each in get_printed(plan).bodies if each.name == name), None)
    if found is None:
        raise NotFound("plan.body_not_found")
    return found
