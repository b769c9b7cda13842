"""The pages of one plan: goals, items, time line; measured values; the plan as a workbook."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.views import typed
from chamdiem.office.plan_writing import write_plan_book
from chamdiem.plans import selectors, services
from chamdiem.plans.amending import printed_in_force
from chamdiem.plans.calendar import Quarter
from chamdiem.plans.forms import ValueForm, reading_hints
from chamdiem.plans.framing import frame_of, pending_of
from chamdiem.plans.oddities import value_oddity
from chamdiem.plans.opening import list_amendments
from chamdiem.plans.selectors import content as reading
from chamdiem.plans.selectors import measures
from chamdiem.plans.selectors.rounds import list_own_reports
from chamdiem.plans.selectors.tasks import list_tasks as list_plan_tasks
from chamdiem.plans.selectors.winning import list_feeding
from chamdiem.plans.time_line import by_year, count_outside, list_periods, list_years, time_lines
from chamdiem.plans.views.listing import workbook
from chamdiem.plans.views.staying import staying_on
from chamdiem.plans.wording import list_annexes, list_basis, list_loose, list_loose_goals, list_parts
from chamdiem.plans.workflow import plan_verdict
from chamdiem.web.exporting import file_stem

# The lists of the items, as a printed plan calls them.
ITEM_LISTS = ("targets", "documents", "projects")
_KINDS = ("target", "document", "project")
_MOST_RESULTS = 12


@require_GET
@login_required
def show(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """The plan in numbers, its goals with their figures, and what of it waits for this person."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    frame = frame_of(request.user, plan, "show_plan")
    pending = pending_of(frame)
    context = {
        **frame,
        "pending": pending.changes,
        "marks": pending.marks("goals"),
        "summary": reading.summarise_plan(plan),
        "goals": measures.list_goals(plan),
        "amendments": list_amendments(plan),
        "own": list_own_reports(actor=request.user, plan=plan),
    }
    return render(request, "plans/show.html", context)


@require_GET
@login_required
def list_items(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Targets, documents and projects, each with who is charged and how far it is."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    rows = reading.list_items(plan)
    kinds = [(kind, [row for row in rows if row.item.kind == kind]) for kind in _KINDS]
    frame = frame_of(request.user, plan, "list_items")
    pending = pending_of(frame)
    context = {
        **frame,
        "kinds": kinds,
        "pending": pending.of("project_groups", *ITEM_LISTS),
        "marks": pending.marks(*ITEM_LISTS),
    }
    return render(request, "plans/items.html", context)


@require_GET
@login_required
def wording(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """The plan as its document prints it: basis, sections, corrections, places."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    content = printed_in_force(plan)
    frame = frame_of(request.user, plan, "show_wording")
    context = {
        **frame,
        "pending": pending_of(frame).changes,
        "content": content,
        "amendments": list_amendments(plan),
        "basis": list_basis(content),
        "parts": list_parts(content),
        "loose": list_loose(content),
        "loose_goals": list_loose_goals(content),
        "annexes": list_annexes(content),
    }
    return render(request, "plans/wording.html", context)


@require_GET
@login_required
def timeline(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Every item over the quarters, by group, with the tasks due in each."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    tasks = list(list_plan_tasks(actor=request.user, plan=plan))
    rows = reading.list_items(plan)
    now = Quarter.of(local_day(timezone.now()))
    years = list_years(plan, rows, tasks, now.year)
    periods = list_periods(years, now)
    context = {
        **frame_of(request.user, plan, "show_timeline"),
        "years": by_year(periods),
        "periods": periods,
        "lines": time_lines(plan, rows, periods, tasks),
        "outside": count_outside(tasks, years),
    }
    return render(request, "plans/timeline.html", context)


@require_GET
@login_required
def export(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """The plan as a workbook; who edits it has what is being amended, to change and load again."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    edits = plan_verdict("approve", actor=request.user, plan=plan).is_allowed
    content = reading.get_printed(plan) if edits else printed_in_force(plan)
    return workbook(write_plan_book(content), f"{file_stem(plan.key)}.xlsx")


@require_http_methods(["GET", "POST"])
@login_required
def enter_value(request: SignedInRequest, plan_id: int, measure_id: int) -> HttpResponse:
    """A measured value of a goal or an item, and those before it."""
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    measure = measures.get_measure(plan, measure_id)
    start = {"measured_on": local_day(timezone.now())}
    form = ValueForm(request.POST or None, initial=start, measure=measure.measure)
    if form.is_valid():
        with staying_on(form):
            entered = services.enter_value(
                actor=request.user,
                plan_id=plan_id,
                measure_id=measure_id,
                now=timezone.now(),
                **form.cleaned_data,
            )
            messages.success(request, _("Đã ghi số liệu."))
            odd = value_oddity(plan, entered.measured_on)
            for hint in (*reading_hints(form), *([odd] if odd else [])):
                messages.warning(request, hint)
            return redirect("plans:show_plan", plan_id)
    looked_for = request.GET.get("q", "")
    context = {
        **frame_of(request.user, plan),
        "typed": looked_for,
        "measure": measure,
        "form": form,
        "results": list_feeding(plan, looked_for)[:_MOST_RESULTS],
    }
    return render(request, "plans/value.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def withdraw_value(request: SignedInRequest, plan_id: int, measure_id: int) -> HttpResponse:
    """Take a wrong value back."""
    services.withdraw_value(
        actor=request.user,
        plan_id=plan_id,
        value_id=typed.number(request, "entry") or 0,
        reason=typed.text(request, "reason"),
        now=timezone.now(),
    )
    messages.success(request, _("Đã rút số liệu; số liệu mới nhất còn lại được tính."))
    return redirect("plans:enter_value", plan_id, measure_id)
