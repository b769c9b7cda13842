"""Evidence of a criterion: several files at once, a citation, a document that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.assessments import services
from chamdiem.assessments.forms import CitationForm, ConditionForm, FolderForm
from chamdiem.assessments.selectors.criterion import view_criterion
from chamdiem.assessments.selectors.documents import find_use, wanted_of
from chamdiem.assessments.selectors.dossier import open_dossier
from chamdiem.assessments.views.beside import draw_evidence
from chamdiem.assessments.views.framing import parts_of
from chamdiem.assessments.views.showing import show_criterion
from chamdiem.errors import Incomplete, NotFound
from chamdiem.evidence.forms import REFUSED_AT
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.refusing import wants_json
from chamdiem.web.returning import returned_in
from chamdiem.web.typed import read_whole
from chamdiem.web.uploading import take_files

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@require_POST
@login_required
def upload(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Bring in files and show them for a criterion."""

    def take(given: UploadedFile[Any]) -> None:
        services.show_file(
            actor=request.user,
            assessment_id=assessment_id,
            key=key,
            stream=cast("BinaryIO", given.file),
            file_name=given.name or "",
            now=timezone.now(),
        )

    refused = take_files(request, take)
    if refused:
        dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
        return show_criterion(request, dossier, key, refused_files=refused)
    return _shown(request, assessment_id, key)


@require_POST
@login_required
def cite(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Cite a document by number, day and issuer, or by its address; what is refused comes back as typed."""
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    form = CitationForm(request.POST, wanted=wanted_of(dossier, key))
    if form.is_valid():
        with returned_in(form, at=REFUSED_AT):
            services.show_citation(
                actor=request.user,
                assessment_id=assessment_id,
                key=key,
                described=form.described,
                url=form.cleaned_data["url"],
                now=timezone.now(),
            )
            return _shown(request, assessment_id, key)
    return show_criterion(request, dossier, key, sent=form)


@require_POST
@login_required
def describe(request: SignedInRequest, assessment_id: int, use_id: int) -> HttpResponse:
    """Say of which kind a document is, and its day, as far as its criterion asks."""
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    use = find_use(dossier, use_id)
    form = ConditionForm(request.POST, wanted=wanted_of(dossier, use.criterion_key), prefix=f"use-{use.pk}")
    if form.is_valid():
        with returned_in(form, at=REFUSED_AT):
            key = services.describe_evidence(
                actor=request.user,
                assessment_id=assessment_id,
                use_id=use_id,
                said=form.cleaned_data,
                now=timezone.now(),
            )
            return _shown(request, assessment_id, key)
    return show_criterion(request, dossier, use.criterion_key, described={use.pk: form})


@require_POST
@login_required
def reuse(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Show a document of the folder for this criterion too."""
    chosen = read_whole(request.POST.get("document", ""))
    if chosen is None:
        raise NotFound("evidence.not_found")
    try:
        services.show_document(
            actor=request.user,
            assessment_id=assessment_id,
            key=key,
            document_id=chosen,
            pages=request.POST.get("pages", "")[:60],
            is_offered="offered" in request.POST,
            now=timezone.now(),
        )
    except Incomplete as refused:
        dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
        form = FolderForm([(chosen, "")], request.POST)
        if form.is_valid():
            form.add_error("pages", refusal_sentence(refused))
        return show_criterion(request, dossier, key, sent=form)
    return _shown(request, assessment_id, key)


@require_POST
@login_required
def take_away(request: SignedInRequest, assessment_id: int, use_id: int) -> HttpResponse:
    """Take a document away from its criterion; it stays in the folder."""
    key = services.take_away(
        actor=request.user, assessment_id=assessment_id, use_id=use_id, now=timezone.now()
    )
    return _shown(request, assessment_id, key)


def _shown(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    if not wants_json(request):
        return redirect("assessments:criterion", assessment_id, key)
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    view = view_criterion(dossier, key)
    parts = parts_of(dossier, [key], view)
    parts["#evidence-list"] = draw_evidence(request, dossier, view)
    return JsonResponse({"parts": parts})
