"""Rounds: the list, the board of one, more time, closing, and the consolidated report in every form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns.calendar import is_over, local_day
from chamdiem.campaigns.views import typed
from chamdiem.office.official import OfficialReport
from chamdiem.office.official_pdf import write_pdf
from chamdiem.office.official_word import WORD, write_word
from chamdiem.plans import selectors, services
from chamdiem.plans.calendar import Quarter
from chamdiem.plans.forms import CalendarForm, LaterForm, RoundForm
from chamdiem.plans.framing import frame_of
from chamdiem.plans.official import official_report
from chamdiem.plans.selectors import rounds as reading
from chamdiem.plans.views.staying import staying_on
from chamdiem.plans.workflow import plan_verdict, round_verdict


@require_GET
@login_required
def list_rounds(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """The rounds of a plan, and what of the open ones is this person's."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    quarter = Quarter.of(local_day(timezone.now()))
    context = {
        **frame_of(request.user, plan, "list_rounds"),
        "rounds": reading.list_rounds(plan),
        "own": reading.list_own_reports(actor=request.user, plan=plan),
        "form": RoundForm(initial={"year": quarter.year, "quarter": quarter.number}),
    }
    return render(request, "plans/rounds.html", context)


@require_POST
@login_required
def open_round(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """Open a round by hand."""
    plan = selectors.get_plan(actor=request.user, plan_id=plan_id)
    plan_verdict("open_round", actor=request.user, plan=plan).demand()
    form = RoundForm(request.POST)
    if form.is_valid():
        with staying_on(form):
            made = services.open_round(
                actor=request.user, plan_id=plan_id, now=timezone.now(), **form.cleaned_data
            )
            opened = {"round": made, "day": f"{made.due_on:%d/%m/%Y}"}
            messages.success(
                request, _("Đã mở kỳ báo cáo %(round)s; hạn gửi là 23:59 ngày %(day)s.") % opened
            )
            return redirect("plans:show_round", made.pk)
    context = {
        **frame_of(request.user, plan, "list_rounds"),
        "rounds": reading.list_rounds(plan),
        "own": reading.list_own_reports(actor=request.user, plan=plan),
        "form": form,
    }
    return render(request, "plans/rounds.html", context, status=422)


@require_http_methods(["GET", "POST"])
@login_required
def calendar(request: SignedInRequest, plan_id: int) -> HttpResponse:
    """When rounds open by themselves, and until when they last."""
    plan = selectors.get_run_plan(actor=request.user, plan_id=plan_id)
    plan_verdict("set_calendar", actor=request.user, plan=plan).demand()
    start = {"opens_days_before": plan.opens_days_before, "due_days_after": plan.due_days_after}
    form = CalendarForm(request.POST or None, initial=start)
    if form.is_valid():
        services.set_calendar(actor=request.user, plan_id=plan_id, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Đã lưu lịch báo cáo."))
        return redirect("plans:list_rounds", plan_id)
    context = {**frame_of(request.user, plan, "list_rounds"), "form": form}
    return render(request, "plans/calendar.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def show(request: SignedInRequest, round_id: int) -> HttpResponse:
    """Who has reported, who is late, who is missing."""
    found = selectors.get_watched_round(actor=request.user, round_id=round_id)
    rows = reading.list_report_rows(found, timezone.now())
    context = {
        **frame_of(request.user, found.plan, "list_rounds"),
        "round": found,
        "rows": rows,
        "summary": reading.summarise_round(rows),
        "unled": reading.list_unled(found) if found.is_open else [],
        "may_close": round_verdict("close_round", actor=request.user, round_=found).is_allowed,
        "form": LaterForm(),
        "is_early": not is_over(found.due_on, timezone.now()),
    }
    return render(request, "plans/round.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def extend(request: SignedInRequest, round_id: int) -> HttpResponse:
    """More time for everybody."""
    found = selectors.get_watched_round(actor=request.user, round_id=round_id)
    round_verdict("extend_round", actor=request.user, round_=found).demand()
    form = LaterForm(request.POST or None)
    if form.is_valid():
        with staying_on(form):
            services.extend_round(
                actor=request.user,
                round_id=round_id,
                due=form.cleaned_data["due"],
                reason=form.cleaned_data["reason"],
                now=timezone.now(),
            )
            messages.success(request, _("Đã gia hạn kỳ báo cáo."))
            return redirect("plans:show_round", round_id)
    context = {**frame_of(request.user, found.plan, "list_rounds"), "round": found, "form": form}
    return render(request, "plans/extend.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def close(request: SignedInRequest, round_id: int) -> HttpResponse:
    """Close the round for good."""
    services.close_round(
        actor=request.user, round_id=round_id, reason=typed.text(request, "reason"), now=timezone.now()
    )
    messages.success(request, _("Đã chốt kỳ báo cáo. Nội dung được giữ nguyên từ nay về sau."))
    return redirect("plans:consolidated", round_id)


@require_GET
@login_required
def consolidated(request: SignedInRequest, round_id: int) -> HttpResponse:
    """The consolidated report as a page."""
    found = selectors.get_watched_round(actor=request.user, round_id=round_id)
    context = {
        **frame_of(request.user, found.plan, "list_rounds"),
        "round": found,
        "report": _report(found),
    }
    return render(request, "plans/consolidated.html", context)


@require_GET
@login_required
def as_word(request: SignedInRequest, round_id: int) -> HttpResponse:
    """The consolidated report as a Word file."""
    found = selectors.get_watched_round(actor=request.user, round_id=round_id)
    report = _report(found)
    return _file(write_word(report), WORD, f"{_stem(found)}.docx")


@require_GET
@login_required
def as_pdf(request: SignedInRequest, round_id: int) -> HttpResponse:
    """The consolidated report as PDF."""
    found = selectors.get_watched_round(actor=request.user, round_id=round_id)
    report = _report(found)
    return _file(write_pdf(report), "application/pdf", f"{_stem(found)}.pdf")


def _report(found: Any) -> OfficialReport:
    day = local_day(found.closed_at or timezone.now())
    return official_report(reading.get_content(found), day, is_closed=found.closed_at is not None)


def _stem(found: object) -> str:
    year, quarter = getattr(found, "year", 0), getattr(found, "quarter", 0)
    return f"bao-cao-quy-{quarter}-{year}"


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
