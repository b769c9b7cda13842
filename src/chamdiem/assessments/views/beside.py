"""What stands beside a criterion: its documents, its history, the discussion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.assessments.forms import CitationForm, ConditionForm, FolderForm
from chamdiem.assessments.hooks import why_refused
from chamdiem.assessments.selectors.criterion import CriterionView, list_changes, list_remarks
from chamdiem.assessments.selectors.documents import MOST_OFFERED, ShownHere, list_evidence, list_folder
from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.assessments.views.offering import offers_beside
from chamdiem.evidence.pages import lost_pages
from chamdiem.evidence.selectors import find_first_with_same_file
from chamdiem.evidence.showing import INFECTED, document_card

if TYPE_CHECKING:
    from chamdiem.evidence.models import Document


def beside(
    request: SignedInRequest,
    dossier: Dossier,
    view: CriterionView,
    described: Mapping[int, ConditionForm] = MappingProxyType({}),
) -> dict[str, Any]:
    """What templates need to draw evidence, history and discussion beside a criterion.

    ``described`` (use → form) is what was said of documents and refused.
    """
    evidence = list_evidence(dossier, view.row)
    may_add = _may_add(view)
    shown = {each.use.document_id for each in evidence}
    folder = list_folder(dossier) if may_add else []
    return {
        "cards": _cards(dossier, view, evidence, described, may_add=may_add),
        "changes": list_changes(dossier, view.row.key),
        "remarks": _remarks(request, dossier, view),
        "may_add": may_add,
        **(offers_beside(dossier, view, shown) if may_add else {}),
        "citation": CitationForm(wanted=view.row.evidence),
        "folder": FolderForm(
            [each for each in folder if each[0] not in shown], are_newest=len(folder) == MOST_OFFERED
        ),
    }


def offered(dossier: Dossier, view: CriterionView) -> dict[str, Any]:
    """What templates need to draw what was finished elsewhere anew."""
    shown = {each.use.document_id for each in list_evidence(dossier, view.row)}
    return {
        "view": view,
        "assessment": dossier.assessment,
        **(offers_beside(dossier, view, shown) if _may_add(view) else {}),
    }


def _may_add(view: CriterionView) -> bool:
    return view.edit.is_allowed and view.is_declared


def _remarks(request: SignedInRequest, dossier: Dossier, view: CriterionView) -> list[dict[str, Any]]:
    return [
        {
            "who": each.author.name,
            "role": each.author.title,
            "at": each.written_at,
            "text": each.text,
            "is_mine": each.author_id == request.user.pk,
        }
        for each in list_remarks(dossier, view.row.key)
    ]


def _cards(
    dossier: Dossier,
    view: CriterionView,
    evidence: Sequence[ShownHere],
    described: Mapping[int, ConditionForm],
    *,
    may_add: bool,
) -> list[dict[str, Any]]:
    documents = [each.use.document for each in evidence] if may_add else []
    firsts = find_first_with_same_file(documents, actor=dossier.actor)
    return [
        _card(
            view,
            each,
            described.get(each.use.pk),
            may_add=may_add,
            same_as=None if each.repeated else firsts.get(each.use.document_id),
        )
        for each in evidence
    ]


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
        "lost_pages": ", ".join(lost_pages(use.pages, document["pages"])) if document.get("pages") else "",
        "refused": why_refused(use.refusal_code) if use.refusal_code else "",
        "repeated": shown.repeated,
        "form": form if may_say else None,
    }


def draw_evidence(request: SignedInRequest, dossier: Dossier, view: CriterionView) -> str:
    """The documents of a criterion, to be put in place after an upload."""
    context = {"view": view, "assessment": dossier.assessment, **beside(request, dossier, view)}
    return render_to_string("assessments/_evidence_list.html", context, request)
