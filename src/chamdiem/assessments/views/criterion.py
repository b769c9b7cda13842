"""One criterion: shown as page or part, saved field by field or as a whole form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.assessments import services
from chamdiem.assessments.forms import CitationForm, ConditionForm, FolderForm
from chamdiem.assessments.hooks import why_refused
from chamdiem.assessments.selectors.criterion import (
    CriterionView,
    list_changes,
    list_remarks,
    view_criterion,
    view_edited,
)
from chamdiem.assessments.selectors.documents import (
    MOST_OFFERED,
    ShownHere,
    list_evidence,
    list_folder,
)
from chamdiem.assessments.selectors.dossier import Dossier, dossier_at_hand, open_dossier
from chamdiem.assessments.services import SheetSaved
from chamdiem.assessments.views.framing import frame, parts_of
from chamdiem.assessments.views.offering import list_takings
from chamdiem.assessments.workflow import is_closed
from chamdiem.errors import Conflict, Invalid
from chamdiem.evidence.selectors import find_first_with_same_file
from chamdiem.evidence.showing import INFECTED, document_card
from chamdiem.web.preparing import prepared
from chamdiem.web.refusals import problem_sentence
from chamdiem.web.refusing import wants_json
from chamdiem.web.rendering import render_page_or_part, wants_part

if TYPE_CHECKING:
    from chamdiem.evidence.models import Document

_CRITERION = re.compile(r"/tieu-chi/([^/]+)/$")


@require_http_methods(["GET", "POST"])
@login_required
def criterion(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """One criterion; a form that is sent as a whole keeps what is good and shows what is not."""
    sheet = None
    if request.method == "POST":
        sheet = services.save_answers(
            actor=request.user, assessment_id=assessment_id, typed=_typed(request), now=timezone.now()
        )
        if not sheet.refused and not sheet.conflicts:
            if any(each.is_changed for each in sheet.saved):
                messages.success(request, _("Đã lưu."))
            else:
                messages.info(request, _("Chưa có gì thay đổi nên không có gì để lưu."))
            return redirect("assessments:criterion", assessment_id, key)
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    return show_criterion(request, dossier, key, sheet)


def show_criterion(
    request: SignedInRequest,
    dossier: Dossier,
    key: str,
    sheet: SheetSaved | None = None,
    *,
    citation: CitationForm | None = None,
    described: Mapping[int, ConditionForm] | None = None,
    refused_files: Sequence[str] = (),
) -> HttpResponse:
    """The page of three panes at one criterion, or for htmx the two panes that change.

    ``sheet``, ``citation`` and ``described`` (use → form) are what was sent and refused,
    ``refused_files`` the sentences about files that were.
    """
    view = view_criterion(dossier, key)
    if not view.row.is_criterion:
        address = reverse("assessments:information", args=[dossier.assessment.pk])
        return redirect(f"{address}#row-{view.number}")
    if sheet is not None:
        view = _with_refusals(view, sheet, request)
    context = {"view": view, "current": view.row.key, **_side(request, dossier, view, described or {})}
    context["upload_refusals"] = refused_files
    if citation is not None:
        context["citation"] = citation
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
    is_refused = sheet is not None or citation is not None or bool(described or refused_files)
    status = 409 if sheet is not None and sheet.conflicts else 422 if is_refused else 200
    return render_page_or_part(
        request, "assessments/dossier.html", context, part="assessments/_part.html", status=status
    )


@require_POST
@login_required
@prepared()
def save(request: SignedInRequest, assessment_id: int, key: str, figure: str) -> HttpResponse:
    """Keep one figure; answers with its new version and the parts of the page that changed."""
    saved = services.save_answer(
        actor=request.user,
        assessment_id=assessment_id,
        figure=figure,
        typed=request.POST.get("value", ""),
        seen_version=_version(request, "version" if "version" in request.POST else f"version:{figure}"),
        now=timezone.now(),
    )
    if not wants_json(request):
        return redirect("assessments:criterion", assessment_id, key)
    desk = saved.desk
    dossier = dossier_at_hand(
        desk.assessment, desk.access, actor=request.user, now=desk.now, content=desk.content
    )
    return _kept(dossier, key, saved.answer.version, saved.rows)


@require_POST
@login_required
def take(request: SignedInRequest, assessment_id: int, key: str, figure: str) -> HttpResponse:
    """Enter a figure as it is offered, with where it came from; refused, it stands in its field."""
    sheet = services.SheetSaved()
    try:
        services.save_answer(
            actor=request.user,
            assessment_id=assessment_id,
            figure=figure,
            typed=request.POST.get(figure, ""),
            seen_version=_version(request, f"version:{figure}"),
            is_offered=True,
            now=timezone.now(),
        )
    except Invalid as refused:
        sheet.refused[figure] = refused
    except Conflict as conflict:
        sheet.conflicts[figure] = conflict
    else:
        messages.success(request, _("Đã lưu."))
        return redirect("assessments:criterion", assessment_id, key)
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    return show_criterion(request, dossier, key, sheet)


@require_POST
@login_required
def note(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Keep the note."""
    entry = services.save_note(
        actor=request.user,
        assessment_id=assessment_id,
        key=key,
        note=request.POST.get("value", ""),
        seen_version=_version(request),
        now=timezone.now(),
    )
    return _saved(request, assessment_id, key, entry.version, [key])


@require_POST
@login_required
def explain(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Keep why there is no evidence."""
    entry = services.explain_missing_evidence(
        actor=request.user,
        assessment_id=assessment_id,
        key=key,
        reason=request.POST.get("value", ""),
        seen_version=_version(request),
        now=timezone.now(),
    )
    return _saved(request, assessment_id, key, entry.version, [key])


@require_POST
@login_required
def not_applicable(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Take a criterion out with a reason, or back in."""
    services.set_not_applicable(
        actor=request.user,
        assessment_id=assessment_id,
        key=key,
        reason=request.POST.get("reason", ""),
        is_not_applicable=request.POST.get("applies") != "yes",
        now=timezone.now(),
    )
    return redirect("assessments:criterion", assessment_id, key)


@require_POST
@login_required
def remark(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """Say something in the discussion."""
    services.add_remark(
        actor=request.user,
        assessment_id=assessment_id,
        key=key,
        text=request.POST.get("text", ""),
        now=timezone.now(),
    )
    return redirect("assessments:criterion", assessment_id, key)


def _saved(
    request: SignedInRequest, assessment_id: int, key: str, version: int, rows: Iterable[str]
) -> HttpResponse:
    if not wants_json(request):
        return redirect("assessments:criterion", assessment_id, key)
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    return _kept(dossier, key, version, rows)


def _kept(dossier: Dossier, key: str, version: int, rows: Iterable[str]) -> JsonResponse:
    """What autosave is told: the new version, when, and the parts of the page that changed."""
    view = view_edited(dossier, key)
    at = timezone.localtime(dossier.now)
    return JsonResponse({"version": version, "at": f"{at:%H:%M}", "parts": parts_of(dossier, rows, view)})


def _side(
    request: SignedInRequest,
    dossier: Dossier,
    view: CriterionView,
    described: Mapping[int, ConditionForm] = MappingProxyType({}),
) -> dict[str, Any]:
    """Evidence, history and discussion beside a criterion."""
    key = view.row.key
    evidence = list_evidence(dossier, view.row)
    may_add = view.edit.is_allowed and view.is_declared
    shown = {each.use.document_id for each in evidence}
    folder = list_folder(dossier) if may_add else []
    firsts = find_first_with_same_file([each.use.document for each in evidence]) if may_add else {}
    return {
        "cards": [
            _card(
                view,
                each,
                described.get(each.use.pk),
                may_add=may_add,
                same_as=None if each.repeated else firsts.get(each.use.document_id),
            )
            for each in evidence
        ],
        "changes": list_changes(dossier, key),
        "remarks": [
            {
                "who": each.author.name,
                "role": each.author.title,
                "at": each.written_at,
                "text": each.text,
                "is_mine": each.author_id == request.user.pk,
            }
            for each in list_remarks(dossier, key)
        ],
        "may_add": may_add,
        "offers": list_takings(dossier, view, shown) if may_add else [],
        "citation": CitationForm(wanted=view.row.evidence),
        "folder": FolderForm(
            [each for each in folder if each[0] not in shown], are_newest=len(folder) == MOST_OFFERED
        ),
    }


def _card(
    view: CriterionView,
    shown: ShownHere,
    sent: ConditionForm | None,
    *,
    may_add: bool,
    same_as: Document | None,
) -> dict[str, Any]:
    """One document with what it does not meet, and the form that asks for what nobody has said of it."""
    use = shown.use
    form = sent or ConditionForm(wanted=view.row.evidence, initial=shown.said, prefix=f"use-{use.pk}")
    document = document_card(use.document, use.verdict, same_as=same_as)
    # Nothing that could be said of a document makes one with malware count.
    may_say = may_add and bool(shown.unmet) and document.get("scan") != INFECTED
    return {
        "use": use,
        "document": {**document, "pages_shown": use.pages},
        "unmet": shown.unmet,
        "refused": why_refused(use.refusal_code) if use.refusal_code else "",
        "repeated": shown.repeated,
        "form": form if may_say else None,
    }


def _typed(request: SignedInRequest) -> dict[str, tuple[str, int]]:
    """Figure → (what was typed, version seen), as the form names them."""
    versions = {
        name.removeprefix("version:"): value
        for name, value in request.POST.items()
        if name.startswith("version:")
    }
    return {
        figure: (str(request.POST.get(figure, "")), _number(str(version)))
        for figure, version in versions.items()
    }


def _version(request: SignedInRequest, name: str = "version") -> int:
    return _number(request.POST.get(name, ""))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


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


def draw_evidence(request: SignedInRequest, dossier: Dossier, view: CriterionView) -> str:
    """The documents of a criterion, to be put in place after an upload."""
    context = {"view": view, "assessment": dossier.assessment, **_side(request, dossier, view)}
    return render_to_string("assessments/_evidence_list.html", context, request)
