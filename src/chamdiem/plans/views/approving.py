"""From draft to force and back: a file over a plan, approval, revision, the end."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.views import typed
from chamdiem.plans import selectors, services
from chamdiem.plans.amending import printed_in_force
from chamdiem.plans.ended_bodies import told_left
from chamdiem.plans.forms import ApprovalForm, FileForm
from chamdiem.plans.framing import frame_of, pending_of
from chamdiem.plans.oddities import unsaid_levels
from chamdiem.plans.reading import MOST_BYTES
from chamdiem.plans.rebinding import list_rebound
from chamdiem.plans.selectors import content as reading
from chamdiem.plans.selectors.bodies import list_guessed_bodies, list_open_bodies
from chamdiem.plans.selectors.charges import list_led_outside, list_unled_items, titled
from chamdiem.plans.selectors.rounds import list_open_rounds
from chamdiem.plans.selectors.stand_ins import list_left_items
from chamdiem.plans.views.staying import staying_on
from chamdiem.plans.workflow import plan_verdict


@require_http_methods(["GET", "POST"])
@login_required
def hand_in(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """A form for a file that changes this plan."""
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    plan_verdict("edit", actor=request.user, plan=plan).demand()
    owners = [(plan.owner.pk, plan.owner.name)]
    form = FileForm(request.POST or None, request.FILES or None, owners=owners)
    if form.is_valid():
        file = form.cleaned_data["file"]
        kept = services.hand_in_file(
            actor=request.user,
            owner_id=plan.owner.pk,
            plan_id=plan_id,
            name=file.name,
            data=file.read(MOST_BYTES + 1),
            now=timezone.now(),
        )
        return redirect("plans:show_file", kept.pk)
    context = {**frame_of(request.user, plan), "form": form}
    return render(request, "plans/hand_in_for.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def approve(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Name the document by which the plan was approved, and put it in force."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    plan_verdict("approve", actor=request.user, plan=plan).demand()
    content = reading.get_printed(plan)
    unled = list_unled_items(content)
    guessed = list_guessed_bodies(plan)
    form = ApprovalForm(
        request.POST or None,
        has_unled=bool(unled),
        has_guessed=bool(guessed),
        initial={"seen": plan.revision},
    )
    if form.is_valid():
        with staying_on(form):
            version = services.approve_plan(
                actor=request.user, plan_id=plan_id, now=timezone.now(), **form.cleaned_data
            )
            messages.success(
                request, _("Kế hoạch có hiệu lực, phiên bản %(number)s.") % {"number": version.number}
            )
            return redirect("plans:show_plan", plan_id)
        # What changed is said; from here on the plan as it is now has been seen.
        form.show_seen(plan.revision)
    frame = frame_of(request.user, plan)
    context = {
        **frame,
        "form": form,
        "content": content,
        "pending": pending_of(frame).changes,
        "rebound": list(map(str, list_rebound(printed_in_force(plan), content))),
        "open_bodies": [body.name for body in list_open_bodies(plan)],
        "guessed": [
            _("%(name)s: %(count)s đơn vị") % {"name": name, "count": count} for name, count in guessed
        ],
        "led_outside": list_led_outside(plan, content),
        **told_left(list_left_items(plan, content, local_day(timezone.now()))),
        "unsaid": list(unsaid_levels(content)),
        "unled": [titled(item) for item in unled],
        "open_rounds": list_open_rounds(plan),
    }
    return render(request, "plans/approve.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def move(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Take the plan into revision, or end it."""
    plan = services.move_plan(
        actor=request.user,
        plan_id=plan_id,
        action=request.POST.get("action", ""),
        reason=typed.text(request, "reason"),
        now=timezone.now(),
    )
    messages.success(request, _("Kế hoạch chuyển sang: %(state)s.") % {"state": plan.get_status_display()})
    return redirect("plans:show_plan", plan_id)


@require_POST
@login_required
def delete(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Throw a draft away."""
    services.delete_draft(actor=request.user, plan_id=plan_id, now=timezone.now())
    messages.success(request, _("Đã xóa kế hoạch đang soạn."))
    return redirect("plans:list_plans")
