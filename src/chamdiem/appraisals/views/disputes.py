"""The explanation of an organisation, and the board of the council."""

from __future__ import annotations

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.appraisals import sheets
from chamdiem.appraisals.forms import MessageForm, PositionForm, QueueFilters, RulingForm, typed_figures
from chamdiem.appraisals.selectors import disputes
from chamdiem.appraisals.selectors.board import describe_board, list_board, list_board_tracks
from chamdiem.appraisals.selectors.doors import demand_behind, list_explained
from chamdiem.appraisals.services import withdrawing
from chamdiem.appraisals.services.explaining import (
    Position,
    justify_criterion,
    send_justification,
    write_message,
)
from chamdiem.appraisals.services.ruling import rule_criterion, rule_figures
from chamdiem.appraisals.views.sending import said
from chamdiem.web.exporting import export_response
from chamdiem.web.paging import address_without, page_of
from chamdiem.web.refusing import MESSAGES
from chamdiem.web.rendering import go, render_page_or_part, wants_part
from chamdiem.web.returning import choose_again, returned_in

# What is refused of the words; all else that is refused is a file.
_AT_TEXT = {f"explanation.{code}": ("text",) for code in ("no_stance", "text_missing", "written_meanwhile")}


@require_GET
@login_required
def explained(request: SignedInRequest) -> HttpResponseBase:
    """The dossiers of this person's organisations that are, or were, to be explained."""
    found = list_explained(actor=request.user).order_by("-submitted_at", "pk")
    if kind := request.GET.get("export"):
        return export_response(sheets.explanations_sheet(found, timezone.now()), kind)
    context = {"page": page_of(request, found), "export_address": address_without(request, "page", "export")}
    return render(request, "appraisals/explanations.html", context)


@require_GET
@login_required
def explanation(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Only what differs: both sides' values, reasons, documents, and the thread."""
    found = disputes.get_explanation(
        actor=request.user,
        assessment_id=assessment_id,
        now=timezone.now(),
        offered_for=request.GET.get("tai-lieu", ""),
    )
    return render(request, "appraisals/explanation.html", {"explanation": found})


@require_POST
@login_required
def justify(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Agree to one criterion, or justify the claim; a plain form that is refused comes back as it was."""
    form = PositionForm(request.POST, request.FILES)
    if wants_part(request):
        # The page with what was typed is still there.
        _justify(request, assessment_id, key, said(form))
    elif form.is_valid():
        with returned_in(form, "file", at=_AT_TEXT):
            _justify(request, assessment_id, key, form.cleaned_data)
    if form.errors:
        return _position_back(request, assessment_id, key, form)
    messages.success(request, _("Đã lưu ý kiến của đơn vị."))
    return go(request, "appraisals:explanation", assessment_id, anchor=f"#c-{key}")


def _justify(request: SignedInRequest, assessment_id: int, key: str, given: dict[str, Any]) -> None:
    position = Position(
        stance=given["stance"],
        text=given["text"],
        document_ids=given["documents"],
        files=[(each.name or "", cast("BinaryIO", each.file)) for each in request.FILES.getlist("file")],
    )
    justify_criterion(
        actor=request.user,
        assessment_id=assessment_id,
        key=key,
        position=position,
        version=given["version"],
        now=timezone.now(),
    )


def _position_back(
    request: SignedInRequest, assessment_id: int, key: str, form: PositionForm
) -> HttpResponse:
    choose_again(form)
    chosen = form.cleaned_data.get("documents", [])
    found = disputes.get_explanation(
        actor=request.user,
        assessment_id=assessment_id,
        now=timezone.now(),
        offered_for=key if chosen else "",
    )
    context = {"explanation": found, "refused": form, "refused_key": key, "chosen": chosen}
    return render(request, "appraisals/explanation.html", context, status=422)


@require_POST
@login_required
def take_off(request: SignedInRequest, assessment_id: int, use_id: int) -> HttpResponse:
    """Take a document off the explanation of a criterion, before it is sent."""
    key = withdrawing.take_off(
        actor=request.user, assessment_id=assessment_id, use_id=use_id, now=timezone.now()
    )
    messages.success(request, _("Đã gỡ tài liệu khỏi giải trình; tài liệu vẫn còn trong kho của đơn vị."))
    return go(request, "appraisals:explanation", assessment_id, anchor=f"#c-{key}")


@require_POST
@login_required
def send(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Hand the explanation in; where criteria are not answered, the page leads to each of them."""
    form = Form(request.POST)
    if form.is_valid():
        with returned_in(form):
            send_justification(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    if form.errors:
        return _sent_back(request, assessment_id, form)
    messages.success(request, _("Đã gửi giải trình."))
    return go(request, "appraisals:explanation", assessment_id)


def _sent_back(request: SignedInRequest, assessment_id: int, form: Form) -> HttpResponse:
    found = disputes.get_explanation(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    response = render_page_or_part(
        request,
        "appraisals/explanation.html",
        {"explanation": found, "form": form},
        part="appraisals/_unanswered.html",
        status=422,
    )
    # What is typed in the forms of the page stays: only the place of messages is written.
    response["HX-Retarget"], response["HX-Reswap"] = MESSAGES, "innerHTML"
    return response


@require_POST
@login_required
def write(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Write to the thread from the side of the organisation."""
    # The other side sees the dossier too, but not this page.
    demand_behind(list_explained(actor=request.user), assessment_id)
    form = said(MessageForm(request.POST))
    write_message(
        actor=request.user, assessment_id=assessment_id, key=key, text=form["text"], now=timezone.now()
    )
    return go(request, "appraisals:explanation", assessment_id, anchor=f"#c-{key}")


@require_GET
@login_required
def board(request: SignedInRequest) -> HttpResponseBase:
    """The disputes before the council, dossier by dossier."""
    tracks = list_board_tracks(actor=request.user)
    filters = QueueFilters(request.GET, [(each.pk, f"{each.campaign} · {each}") for each in tracks])
    found = list_board(actor=request.user, asked=filters.asked())
    if kind := request.GET.get("export"):
        lines = sheets.in_batches(found, describe_board)
        return export_response(sheets.board_sheet(lines, timezone.now()), kind)
    page = page_of(request, found, size=20)
    context = {
        "filters": filters,
        "page": page,
        "lines": describe_board(page.rows),
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "appraisals/board.html", context)


@require_GET
@login_required
def council_file(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Both sides of every dispute of one dossier, and the ruling."""
    file = disputes.get_council_file(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    return render(request, "appraisals/council_file.html", {"file": file})


@require_POST
@login_required
def rule(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Rule on one criterion."""
    form = said(RulingForm(request.POST))
    said_so: dict[str, Any] = {
        "actor": request.user,
        "assessment_id": assessment_id,
        "key": key,
        "reason": form["reason"],
        "version": form["version"],
        "now": timezone.now(),
    }
    typed = typed_figures(request.POST)
    if typed and not form["points"]:
        rule_figures(typed=typed, **said_so)
    else:
        rule_criterion(points=form["points"], **said_so)
    messages.success(request, _("Đã ghi kết luận của hội đồng."))
    return go(request, "appraisals:council_file", assessment_id, anchor=f"#c-{key}")
