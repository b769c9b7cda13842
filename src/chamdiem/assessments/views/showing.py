"""One criterion as page or part, with what was sent and refused still in its fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.assessments.forms import CitationForm, ConditionForm, FolderForm
from chamdiem.assessments.selectors.criterion import (
    CriterionView,
    list_changes,
    view_criterion,
    view_information,
)
from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.assessments.services import SheetSaved
from chamdiem.assessments.views.beside import beside
from chamdiem.assessments.views.doubting import with_doubts
from chamdiem.assessments.views.framing import frame
from chamdiem.assessments.workflow import is_closed
from chamdiem.web.refusals import problem_sentence
from chamdiem.web.rendering import render_page_or_part, wants_part

_CRITERION = re.compile(r"/tieu-chi/([^/]+)/$")


def show_criterion(
    request: SignedInRequest,
    dossier: Dossier,
    key: str,
    sheet: SheetSaved | None = None,
    *,
    sent: CitationForm | FolderForm | None = None,
    described: Mapping[int, ConditionForm] | None = None,
    refused_files: Sequence[str] = (),
) -> HttpResponse:
    """The page of three panes at one criterion, or for htmx the two panes that change.

    ``sheet``, ``sent`` and ``described`` (use → form) are what was sent and refused,
    ``refused_files`` the sentences about files that were.
    """
    view = with_doubts(dossier, view_criterion(dossier, key))
    if not view.row.is_criterion:
        if sheet is not None:
            return show_information(request, dossier, sheet)
        address = reverse("assessments:information", args=[dossier.assessment.pk])
        return redirect(f"{address}#row-{view.number}")
    if sheet is not None:
        view = _with_refusals(view, sheet, request)
    context = {"view": view, "current": view.row.key, **beside(request, dossier, view, described or {})}
    context["upload_refusals"] = refused_files
    if isinstance(sent, CitationForm):
        context["citation"] = sent
    elif sent is not None:
        context["folder"] = sent.offering(context["folder"])
    if wants_part(request):
        context |= {"dossier": dossier, "assessment": dossier.assessment, "now": dossier.now}
        context |= {
            "verdicts": dossier.verdicts,
            "is_closed": is_closed(dossier.assessment.participant.campaign),
            "is_oob": True,
            "nodes": _rows_to_swap(request, dossier, key),
        }
    else:
        context |= frame(dossier, "criteria")
    is_refused = sheet is not None or sent is not None or bool(described or refused_files)
    return render_page_or_part(
        request,
        "assessments/dossier.html",
        context,
        part="assessments/_part.html",
        status=_status(sheet, is_refused=is_refused),
    )


def show_information(
    request: SignedInRequest, dossier: Dossier, sheet: SheetSaved | None = None
) -> HttpResponse:
    """General information, entered once; ``sheet`` is what was sent and refused."""
    views = view_information(dossier)
    if sheet is not None:
        views = [_with_refusals(view, sheet, request) for view in views]
    changes = list_changes(dossier, *(view.row.key for view in views))
    context = {**frame(dossier, "information"), "views": views, "changes": changes}
    status = _status(sheet, is_refused=sheet is not None)
    return render(request, "assessments/information.html", context, status=status)


def _status(sheet: SheetSaved | None, *, is_refused: bool) -> int:
    """A value changed meanwhile is another refusal than one that cannot be taken."""
    return 409 if sheet is not None and sheet.conflicts else 422 if is_refused else 200


def _with_refusals(view: CriterionView, sheet: SheetSaved, request: SignedInRequest) -> CriterionView:
    """The view with what was typed kept in its fields, and why it was not taken."""
    fields = []
    for field in view.fields:
        if field.key in sheet.refused:
            problem = sheet.refused[field.key].problems[0]
            field = replace(  # noqa: PLW2901  the same field, with what was refused
                field, value=request.POST.get(field.key, ""), refusal=problem_sentence(problem)
            )
        elif field.key in sheet.conflicts:
            facts = sheet.conflicts[field.key].facts
            field = replace(  # noqa: PLW2901
                field,
                value=request.POST.get(field.key, ""),
                version=int(facts["version"]),
                conflict=facts,
            )
        fields.append(field)
    return replace(view, fields=tuple(fields))


def _rows_to_swap(request: SignedInRequest, dossier: Dossier, key: str) -> list[Any]:
    """The rows of the tree that are no longer, and now, the current one."""
    before = _CRITERION.search(unquote(request.headers.get("HX-Current-URL", "").partition("?")[0]))
    keys = [before.group(1)] if before and before.group(1) in dossier.seen else []
    return [dossier.node(each) for each in dict.fromkeys([*keys, key])]
