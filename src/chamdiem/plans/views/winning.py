"""Points to win back from published results, and expected against won."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.analysis.steps import BEGINNING
from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.views import typed
from chamdiem.plans import selectors, services
from chamdiem.plans.feeding import data_day, list_readings
from chamdiem.plans.forms import AimForm
from chamdiem.plans.framing import frame_of
from chamdiem.plans.oddities import value_oddity
from chamdiem.plans.selectors import measures
from chamdiem.plans.selectors import winning as reading
from chamdiem.plans.ways import outlook
from chamdiem.plans.workflow import plan_verdict
from chamdiem.web.language import page_language


@require_GET
@login_required
def outcomes(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Expected against won; for who runs the plan the results it can learn from."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    frame = frame_of(request.user, plan, "outcomes")
    results = list(reading.list_published(plan)) if frame["runs"] else []
    context = {
        **frame,
        "outcomes": reading.list_outcomes(plan, local_day(timezone.now())),
        "strangers": reading.list_strangers(plan),
        "results": results,
        "other_sets": reading.list_other_sets(plan) if frame["runs"] and not results else [],
        "unnamed": reading.list_unnamed(plan) if frame["runs"] else [],
    }
    return render(request, "plans/outcomes.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def win_back(request: SignedInRequest, plan_id: int, result_id: int) -> HttpResponse:
    """What one body lost, how it can be won back, and what of it becomes an item."""
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    result = reading.get_published(plan, result_id)
    given = request.POST if request.method == "POST" else request.GET
    form = AimForm(given, places=reading.count_places(result))
    if request.method == "POST":
        plan_verdict("edit", actor=request.user, plan=plan).demand()
        services.win_back(
            actor=request.user,
            plan_id=plan_id,
            result_id=result_id,
            chosen={key: request.POST.get(f"way-{key}", "") for key in request.POST.getlist("criterion")},
            seen=typed.number(request, "seen") or 0,
            now=timezone.now(),
            aim=form.aim,
        )
        messages.success(request, _("Đã đưa các tiêu chí được chọn vào kế hoạch."))
        # What still waits for approval stands among the items, not yet among the points expected.
        return redirect("plans:list_items" if plan.in_force_since else "plans:outcomes", plan_id)
    language = page_language()
    lost, planned = reading.split_losses(plan, result, language)
    context = {
        **frame_of(request.user, plan, "outcomes"),
        "result": result,
        "form": form,
        "aim": form.aim,
        "beginning": BEGINNING,
        "outlook": outlook(result, lost, form.aim, language, planned),
    }
    return render(request, "plans/win_back.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def feed(request: SignedInRequest, plan_id: int, measure_id: int, result_id: int) -> HttpResponse:
    """The values of a published result, one of which becomes the measured value of a goal."""
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    measure = measures.get_measure(plan, measure_id)
    result = reading.get_feeding(plan, result_id)
    if request.method == "POST":
        entered = services.feed_value(
            actor=request.user,
            plan_id=plan_id,
            measure_id=measure_id,
            result_id=result_id,
            key=typed.text(request, "key"),
            now=timezone.now(),
        )
        messages.success(request, _("Đã ghi số liệu."))
        if odd := value_oddity(plan, entered.measured_on):
            messages.warning(request, odd)
        return redirect("plans:enter_value", plan_id, measure_id)
    # A measure is called in the language of the plan, and so are the values it is fed with.
    with override("vi"):
        found = list_readings(result, measure.measure.label, measure.measure.unit)
    context = {
        **frame_of(request.user, plan),
        "measure": measure,
        "result": result,
        "data_day": data_day(result),
        "fitting": [each for each in found if each.has_unit_of(measure.measure)],
        "others": [each for each in found if not each.has_unit_of(measure.measure)],
    }
    return render(request, "plans/feed.html", context)
