"""One criterion: saved field by field or as a whole form, then shown again."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.assessments import services
from chamdiem.assessments.selectors.criterion import view_criterion, view_edited
from chamdiem.assessments.selectors.dossier import Dossier, dossier_at_hand, open_dossier
from chamdiem.assessments.views.beside import offered
from chamdiem.assessments.views.framing import fields_of, parts_of
from chamdiem.assessments.views.showing import show_criterion
from chamdiem.errors import Conflict, Invalid, WrongStage
from chamdiem.web.preparing import prepared
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.refusing import wants_json
from chamdiem.web.rendering import go
from chamdiem.web.typed import read_whole


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
            return go(request, "assessments:criterion", assessment_id, key)
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    return show_criterion(request, dossier, key, sheet)


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
        return go(request, "assessments:criterion", assessment_id, key)
    desk = saved.desk
    dossier = dossier_at_hand(
        desk.assessment, desk.access, actor=request.user, now=desk.now, content=desk.content
    )
    return _kept(dossier, key, saved.answer.version, saved.rows)


@require_POST
@login_required
def take(request: SignedInRequest, assessment_id: int, key: str, figure: str) -> HttpResponse:
    """Enter a figure as it is offered, with where it came from; refused, it stands in its field.

    What is not offered any more is not entered, and the page says so.
    """
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
    except WrongStage as gone:
        if gone.code != "assessment.offer_gone":
            raise
        messages.error(request, refusal_sentence(gone))
        return go(request, "assessments:criterion", assessment_id, key)
    else:
        messages.success(request, _("Đã lưu."))
        return go(request, "assessments:criterion", assessment_id, key)
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    return show_criterion(request, dossier, key, sheet)


@require_GET
@login_required
def offers(request: SignedInRequest, assessment_id: int, key: str) -> HttpResponse:
    """What was finished elsewhere for this criterion, as it stands now."""
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    context = offered(dossier, view_criterion(dossier, key))
    return render(request, "assessments/_evidence_offers.html", context)


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
    return go(request, "assessments:criterion", assessment_id, key)


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
    return go(request, "assessments:criterion", assessment_id, key)


def _saved(
    request: SignedInRequest, assessment_id: int, key: str, version: int, rows: Iterable[str]
) -> HttpResponse:
    if not wants_json(request):
        return go(request, "assessments:criterion", assessment_id, key)
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    return _kept(dossier, key, version, rows)


def _kept(dossier: Dossier, key: str, version: int, rows: Iterable[str]) -> JsonResponse:
    """What autosave is told: the new version, when, and the parts of the page that changed."""
    view = view_edited(dossier, key)
    at = timezone.localtime(dossier.now)
    parts = parts_of(dossier, rows, view)
    return JsonResponse(
        {"version": version, "at": f"{at:%H:%M}", "parts": parts, "fields": fields_of(dossier, view)}
    )


def _typed(request: SignedInRequest) -> dict[str, tuple[str, int]]:
    """Figure → (what was typed, version seen), as the form names them."""
    versions = {
        name.removeprefix("version:"): value
        for name, value in request.POST.items()
        if name.startswith("version:")
    }
    return {
        figure: (str(request.POST.get(figure, "")), read_whole(str(version)) or 0)
        for figure, version in versions.items()
    }


def _version(request: SignedInRequest, name: str = "version") -> int:
    return read_whole(request.POST.get(name, "")) or 0
