"""One dossier for its appraisers: the overview, and one criterion side by side."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.appraisals.document_refusals import REASONS, reason_label
from chamdiem.appraisals.forms import DecisionForm, DocumentForm, MessageForm, ReturnForm, typed_figures
from chamdiem.appraisals.selectors.criterion import get_split_view
from chamdiem.appraisals.selectors.doors import demand_behind, list_appraised
from chamdiem.appraisals.selectors.overview import get_overview
from chamdiem.appraisals.services.appraising import Decision, appraise_criterion, uphold_appraisal
from chamdiem.appraisals.services.documents import Judgement, judge_document
from chamdiem.appraisals.services.explaining import open_explanation, write_message
from chamdiem.appraisals.services.finishing import finish_appraisal, return_dossier
from chamdiem.appraisals.sheets import dossier_sheet
from chamdiem.appraisals.views.sending import said
from chamdiem.errors import Conflict
from chamdiem.web.exporting import export_response
from chamdiem.web.language import page_language
from chamdiem.web.paging import address_without
from chamdiem.web.refusing import answer, told_of
from chamdiem.web.rendering import go, wants_part


@require_GET
@login_required
def dossier(request: SignedInRequest, assessment_id: int) -> HttpResponseBase:
    """Every criterion of a dossier with its decision, and what can be done with the whole."""
    overview = get_overview(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    if kind := request.GET.get("export"):
        return export_response(dossier_sheet(overview, timezone.now()), kind)
    context = {"overview": overview, "address": address_without(request, "export")}
    return render(request, "appraisals/dossier.html", context)


@require_GET
@login_required
def criterion(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """What is shown on the left; claim, rule and decision on the right."""
    view = get_split_view(actor=request.user, assessment_id=assessment_id, key=key, now=timezone.now())
    wanted = request.GET.get("tai-lieu", "")
    chosen = next(
        (each for each in view.documents if str(each.use_id) == wanted),
        view.documents[0] if view.documents else None,
    )
    place = view.documents.index(chosen) if chosen else 0
    # With one document the next is itself: the key brings the focus there.
    following = view.documents[(place + 1) % len(view.documents)] if chosen else None
    language = page_language()
    context = {
        "view": view,
        "chosen": chosen,
        "following": following,
        "reasons": [(code, reason_label(code, language)) for code in REASONS],
    }
    return render(request, "appraisals/split.html", context)


@require_POST
@login_required
def decide(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Decide one criterion, then go on to the next."""
    form, now = said(DecisionForm(request.POST)), timezone.now()
    # The next one is that of the walk on the page, before this decision shortens what waits.
    view = get_split_view(actor=request.user, assessment_id=assessment_id, key=key, now=now)
    seen: dict[str, Any] = {
        "actor": request.user,
        "assessment_id": assessment_id,
        "key": key,
        "version": form["version"],
    }
    try:
        if form["verdict"] == "uphold":
            uphold_appraisal(reason=form["reason"], now=now, **seen)
        else:
            decision = Decision(
                verdict=form["verdict"],
                typed=typed_figures(request.POST),
                points=form["points"],
                reason=form["reason"],
            )
            appraise_criterion(decision=decision, now=now, **seen)
    except Conflict as conflict:
        if not wants_part(request):
            raise
        return _show_overtaken(request, conflict, assessment_id, key)
    messages.success(request, _("Đã lưu kết luận tiêu chí %(label)s.") % {"label": view.criterion.label})
    if view.walk.following:
        return go(request, "appraisals:split", assessment_id, view.walk.following)
    return go(request, "appraisals:dossier", assessment_id)


def _show_overtaken(
    request: SignedInRequest, conflict: Conflict, assessment_id: int, key: str
) -> HttpResponse:
    """Another decided meanwhile: the refusal with her decision; what was typed stays on the page."""
    view = get_split_view(actor=request.user, assessment_id=assessment_id, key=key, now=timezone.now())
    response = answer(request, told_of(conflict))
    response.write(render_to_string("appraisals/_overtaken.html", {"view": view}, request))
    return response


@require_POST
@login_required
def judge(request: SignedInRequest, assessment_id: int, use_id: int) -> HttpResponse:
    """Accept or refuse a document."""
    form = said(DocumentForm(request.POST))
    use = judge_document(
        actor=request.user,
        assessment_id=assessment_id,
        use_id=use_id,
        judgement=Judgement(verdict=form["verdict"], code=form["code"], note=form["note"]),
        seen=form["seen"],
        now=timezone.now(),
    )
    return go(request, "appraisals:split", assessment_id, use.criterion_key, anchor=f"?tai-lieu={use.pk}")


@require_POST
@login_required
def finish(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Say that the dossier is appraised."""
    finish_appraisal(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    messages.success(request, _("Đã kết thúc thẩm định hồ sơ."))
    return go(request, "appraisals:dossier", assessment_id)


@require_POST
@login_required
def send_back(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Give the dossier back for completion."""
    form = said(ReturnForm(request.POST))
    return_dossier(
        actor=request.user,
        assessment_id=assessment_id,
        reason=form["reason"],
        until=form["until"],
        now=timezone.now(),
    )
    messages.success(request, _("Đã trả lại hồ sơ để bổ sung."))
    return go(request, "appraisals:dossier", assessment_id)


@require_POST
@login_required
def open_dossier(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Ask the organisation to explain what differs."""
    open_explanation(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    messages.success(request, _("Đã mở giải trình cho đơn vị."))
    return go(request, "appraisals:dossier", assessment_id)


@require_POST
@login_required
def reply(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Write to the thread from the side of the authority."""
    # The other side sees the dossier too, but not this page.
    demand_behind(list_appraised(actor=request.user), assessment_id)
    form = said(MessageForm(request.POST))
    write_message(
        actor=request.user, assessment_id=assessment_id, key=key, text=form["text"], now=timezone.now()
    )
    return go(request, "appraisals:split", assessment_id, key, anchor="#thread")
