"""One organisation's report of a quarter: its lines, its approval, and what the standing body says."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns.views import typed
from chamdiem.errors import Conflict
from chamdiem.evidence.selectors import list_documents
from chamdiem.plans import selectors, services
from chamdiem.plans.forms import GeneralForm, LineForm
from chamdiem.plans.framing import frame_of
from chamdiem.plans.seen import report_changes, seen_of
from chamdiem.plans.selectors import lines as reading
from chamdiem.plans.selectors.doors import list_openable
from chamdiem.plans.selectors.rounds import list_steps
from chamdiem.plans.showing import STEP_WORDS
from chamdiem.plans.views.staying import staying_on
from chamdiem.plans.views.tasks import MOST_DOCUMENTS
from chamdiem.plans.workflow import report_verdict
from chamdiem.web.refusals import refusal_sentence

_ACTIONS = ("fill", "submit", "return", "accept")


@require_GET
@login_required
def show(request: SignedInRequest, report_id: int) -> HttpResponse:
    """The report as a whole, beside the quarter before."""
    return _show(request, report_id)


@require_POST
@login_required
def general(request: SignedInRequest, report_id: int) -> HttpResponse:
    """What concerns no single item."""
    form = GeneralForm(request.POST)
    if not form.is_valid():
        return _show(request, report_id, form)
    given = form.cleaned_data
    try:
        services.save_general(actor=request.user, report_id=report_id, now=timezone.now(), **given)
    except Conflict:
        report = selectors.get_report(actor=request.user, report_id=report_id)
        saved = {"difficulties": report.difficulties or "–", "proposals": report.proposals or "–"}
        form.add_error(None, refusal_sentence(Conflict("report.general_changed", **saved)))
        form.show_seen(report.version)
        return _show(request, report_id, form)
    messages.success(request, _("Đã lưu phần chung."))
    return redirect("plans:show_report", report_id)


@require_POST
@login_required
def submit(request: SignedInRequest, report_id: int) -> HttpResponse:
    """The leader approves what she read; with that the report is sent."""
    seen = typed.text(request, "seen")
    try:
        services.submit_report(actor=request.user, report_id=report_id, now=timezone.now(), seen=seen)
    except Conflict as refused:
        return _show(request, report_id, refused=refused, seen=seen)
    messages.success(request, _("Đã duyệt và gửi báo cáo cho cơ quan thường trực."))
    return redirect("plans:show_report", report_id)


@require_POST
@login_required
def judge(request: SignedInRequest, report_id: int) -> HttpResponse:
    """The standing body accepts or returns."""
    report = services.judge_report(
        actor=request.user,
        report_id=report_id,
        action=request.POST.get("action", ""),
        reason=typed.text(request, "reason"),
        now=timezone.now(),
    )
    messages.success(request, _("Báo cáo: %(state)s.") % {"state": report.get_status_display()})
    return redirect("plans:show_round", report.round_id)


@require_http_methods(["GET", "POST"])
@login_required
def line(request: SignedInRequest, line_id: int) -> HttpResponse:
    """One line of a report, to fill in."""
    found = selectors.get_line(actor=request.user, line_id=line_id)
    row = reading.get_line_row(found)
    may_fill = report_verdict("fill", actor=request.user, report=found.report)
    form, is_behind = _form(request, row), False
    if request.method == "POST":
        may_fill.demand()
        if form.is_valid():
            with staying_on(form):
                return _saved(request, found, form)
            # Who saved first stands beside what was typed; saved again, what was typed counts.
            is_behind = form.cleaned_data["seen"] != found.version
            form.show_seen(found.version)
            if is_behind:
                # The page says so itself, beside what was saved, with what to do now.
                form.errors.pop(NON_FIELD_ERRORS, None)
    shown = list(found.documents.all())
    own = list_documents(actor=request.user).filter(organisation=found.report.organisation)
    context = {
        **frame_of(request.user, found.report.round.plan, "list_rounds"),
        "report": found.report,
        "row": row,
        "form": form,
        "may_fill": may_fill.is_allowed,
        "is_behind": is_behind,
        "documents": shown,
        "openable": list_openable(actor=request.user, documents=shown),
        "choices": own.exclude(pk__in=[each.pk for each in shown])[:MOST_DOCUMENTS]
        if may_fill.is_allowed
        else [],
    }
    status = 422 if form.errors or is_behind else 200
    return render(request, "plans/line.html", context, status=status)


@require_POST
@login_required
def document(request: SignedInRequest, line_id: int) -> HttpResponse:
    """Attach a document of the own folder to a line, or take it away."""
    services.show_document(
        actor=request.user,
        line_id=line_id,
        document_id=typed.number(request, "document") or 0,
        is_shown=not request.POST.get("take_away"),
        now=timezone.now(),
    )
    return redirect("plans:edit_line", line_id)


def _show(
    request: SignedInRequest,
    report_id: int,
    form: GeneralForm | None = None,
    refused: Conflict | None = None,
    seen: str = "",
) -> HttpResponse:
    """The page of a report; where sending was ``refused``, with what changed since it was ``seen``."""
    report = selectors.get_report(actor=request.user, report_id=report_id)
    start = {"difficulties": report.difficulties, "proposals": report.proposals, "seen": report.version}
    rows = reading.list_lines(report)
    may = {name: report_verdict(name, actor=request.user, report=report).is_allowed for name in _ACTIONS}
    context = {
        **frame_of(request.user, report.round.plan, "list_rounds"),
        "report": report,
        "leads": [row for row in rows if row.line.is_lead],
        "helps": [row for row in rows if not row.line.is_lead],
        "unfilled": [row for row in rows if row.is_blank],
        "report_may": may,
        "seen": seen_of(report),
        "refusal": refusal_sentence(refused) if refused else "",
        "changed": report_changes(report, seen) if refused else (),
        "form": form or GeneralForm(initial=start),
        "events": [_event(step) for step in list_steps(report)],
    }
    status = 409 if refused is not None else 422 if form is not None else 200
    return render(request, "plans/report.html", context, status=status)


def _event(step: Any) -> dict[str, Any]:
    text, tone = STEP_WORDS[step.action]
    return {"at": step.taken_at, "who": step.taken_by, "text": text, "tone": tone, "detail": step.reason}


def _form(request: SignedInRequest, row: Any) -> LineForm:
    found = row.line
    start: dict[str, Any] = {
        "state": found.state,
        "percent": found.percent,
        "done": found.done,
        "difficulty": found.difficulty,
        "proposal": found.proposal,
        "seen": found.version,
    }
    for each in row.asked:
        start[f"figure-{each.key}"] = found.figures.get(each.key, "").replace(".", ",")
    return LineForm(
        request.POST or None, initial=start, measures=row.asked, leads=found.is_lead, beside=row.beside
    )


def _saved(request: SignedInRequest, found: Any, form: LineForm) -> HttpResponse:
    if not form.has_changed():
        messages.info(request, _("Chưa có gì thay đổi nên không có gì để lưu."))
        return redirect("plans:show_report", found.report_id)
    given = form.cleaned_data
    draft = services.LineDraft(
        state=given["state"],
        percent=given["percent"],
        figures=form.figures(),
        done=given["done"],
        difficulty=given["difficulty"],
        proposal=given["proposal"],
    )
    services.save_line(
        actor=request.user, line_id=found.pk, draft=draft, seen=given["seen"], now=timezone.now()
    )
    messages.success(request, _("Đã lưu."))
    found.refresh_from_db()
    for sentence in (*form.hints(), *reading.get_line_row(found).setbacks):
        messages.warning(request, sentence)
    return redirect("plans:show_report", found.report_id)
