"""The whole dossier on one page: read, approved, handed in, withdrawn, returned."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.assessments import services
from chamdiem.assessments.forms import ReturnForm
from chamdiem.assessments.selectors.dossier import open_dossier
from chamdiem.assessments.selectors.handing import list_group_totals, list_lines, list_submissions
from chamdiem.assessments.sheets import review_sheet
from chamdiem.assessments.views.framing import frame, frame_of_gaps
from chamdiem.errors import Incomplete
from chamdiem.web.exporting import export_response
from chamdiem.web.paging import address_without
from chamdiem.web.refusing import wants_json
from chamdiem.web.typed import read_whole


@require_GET
@login_required
def review(request: SignedInRequest, assessment_id: int) -> HttpResponseBase:
    """The whole dossier on one page, to be read, printed and approved."""
    now = timezone.now()
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=now)
    lines = list_lines(dossier)
    if kind := request.GET.get("export"):
        return export_response(review_sheet(dossier, lines, now), kind)
    context = {
        **frame(dossier, "review"),
        "export_address": address_without(request, "export"),
        "lines": lines,
        "groups": list_group_totals(dossier),
        "gaps": dossier.gaps,
        "submissions": list_submissions(dossier.assessment),
        "return_form": ReturnForm(),
    }
    return render(request, "assessments/review.html", context)


@require_POST
@login_required
def approve(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Approve exactly what was read."""
    revision = read_whole(request.POST.get("revision", ""))
    try:
        services.approve(
            actor=request.user,
            assessment_id=assessment_id,
            seen_revision=-1 if revision is None else revision,
            now=timezone.now(),
        )
    except Incomplete as refused:
        return _show_gaps(request, assessment_id, refused)
    messages.success(request, _("Đã phê duyệt nội dung hiện tại của hồ sơ. Bước tiếp theo: gửi thẩm định."))
    return redirect("assessments:review", assessment_id)


@require_POST
@login_required
def submit(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Hand the dossier over for appraisal."""
    try:
        services.submit(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    except Incomplete as refused:
        return _show_gaps(request, assessment_id, refused)
    messages.success(request, _("Đã gửi hồ sơ cho cơ quan thường trực."))
    return redirect("assessments:review", assessment_id)


def _show_gaps(request: SignedInRequest, assessment_id: int, refused: Incomplete) -> HttpResponse:
    """Instead of a sentence the links to all that is missing; a refusal for another reason flies on."""
    if refused.code != "assessment.incomplete" or wants_json(request):
        raise refused
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    context = {**frame_of_gaps(dossier), "is_refused": True}
    return render(request, "assessments/gaps.html", context, status=422)


@require_POST
@login_required
def withdraw(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Take the dossier back before it is appraised."""
    services.withdraw(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    messages.success(request, _("Đã rút hồ sơ về. Nhớ gửi lại trước hạn."))
    return redirect("assessments:review", assessment_id)


@require_POST
@login_required
def give_back(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Return the dossier for completion, with the reason."""
    form = ReturnForm(request.POST)
    if not form.is_valid():
        raise Incomplete("assessment.reason_too_short", least=str(services.LEAST_REASON))
    services.return_for_completion(
        actor=request.user,
        assessment_id=assessment_id,
        reason=form.cleaned_data["reason"],
        until=form.cleaned_data["until"],
        now=timezone.now(),
    )
    messages.success(request, _("Đã trả hồ sơ cho đơn vị bổ sung."))
    return redirect("assessments:review", assessment_id)
