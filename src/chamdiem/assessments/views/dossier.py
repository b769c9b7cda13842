"""The dossier: the list, the page of three panes, general information, what is missing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.assessments import selectors, services
from chamdiem.assessments.forms import DossierFilters
from chamdiem.assessments.permissions import Access
from chamdiem.assessments.selectors.dossier import open_dossier
from chamdiem.assessments.sheets import gaps_sheet
from chamdiem.assessments.showing import STATE_CODES
from chamdiem.assessments.views.framing import frame_of_gaps
from chamdiem.assessments.views.showing import show_criterion, show_information
from chamdiem.web.exporting import Cell, Sheet, export_response, note_at
from chamdiem.web.paging import address_without, page_of

_HEADINGS = (
    gettext_lazy("Mã"),
    gettext_lazy("Đơn vị"),
    pgettext_lazy("một kỳ", "Kỳ đánh giá"),
    gettext_lazy("Trạng thái"),
    gettext_lazy("Đã trả lời"),
    gettext_lazy("Số tiêu chí"),
    gettext_lazy("Còn thiếu"),
    gettext_lazy("Điểm tự đánh giá (chưa gồm điểm so sánh)"),
    gettext_lazy("Điểm tối đa"),
    gettext_lazy("Hạn"),
    gettext_lazy("Gửi lúc"),
)


@require_GET
@login_required
def dossiers(request: SignedInRequest) -> HttpResponseBase:
    """The dossiers this person works on."""
    filters = DossierFilters(request.GET, selectors.list_states())
    asked = filters.cleaned_data if filters.is_valid() else {}
    rows = selectors.search_own_assessments(
        actor=request.user, typed=asked.get("q", ""), state=asked.get("state", "")
    )
    now = timezone.now()
    if kind := request.GET.get("export"):
        seen = selectors.list_accesses(actor=request.user, assessments=rows)
        exported = (_exported(each, seen[each.pk], now) for each in rows)
        return export_response(Sheet(_("Hồ sơ của tôi"), _HEADINGS, exported, note_at(now)), kind)
    page = page_of(request, rows)
    seen = selectors.list_accesses(actor=request.user, assessments=page.rows)
    lines = [
        (
            each,
            STATE_CODES[each.status],
            selectors.part_of(each, seen[each.pk]),
            selectors.deadline_of(each, seen[each.pk], now),
        )
        for each in page.rows
    ]
    context = {
        "page": page,
        "lines": lines,
        "filters": filters,
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "assessments/list.html", context)


def _exported(assessment: Any, access: Access, now: datetime) -> tuple[Cell, ...]:
    participant, part = assessment.participant, selectors.part_of(assessment, access)
    return (
        participant.code,
        participant.name,
        participant.campaign.name,
        str(assessment.get_status_display()),
        part.answered if part else assessment.answered_count,
        part.criteria if part else assessment.criteria_count,
        part.gaps if part else assessment.gap_count,
        None if part else assessment.claimed_points,
        None if part else assessment.claimed_maximum,
        selectors.deadline_of(assessment, access, now).day,
        assessment.submitted_at,
    )


@require_GET
@login_required
def show(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """The dossier, opened at the first thing that is missing, or that appraisers ask for."""
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    if not dossier.seen:
        return redirect("assessments:information", assessment_id)
    missing = [gap.row.key for gap in dossier.gaps if gap.row.is_criterion]
    asked = [row.key for row, _request in dossier.open_requests]
    return show_criterion(request, dossier, next(iter((*missing, *asked, dossier.seen[0]))))


@require_GET
@login_required
def information(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """General information: entered once, used by many criteria."""
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    return show_information(request, dossier)


@require_GET
@login_required
def gaps(request: SignedInRequest, assessment_id: int) -> HttpResponseBase:
    """Everything that keeps the dossier from being handed in, each with the way to it."""
    dossier = open_dossier(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    if kind := request.GET.get("export"):
        return export_response(gaps_sheet(dossier, timezone.now()), kind)
    return render(request, "assessments/gaps.html", frame_of_gaps(dossier))


@require_POST
@login_required
def carry(request: SignedInRequest, assessment_id: int) -> HttpResponse:
    """Start from last year's figures."""
    count = services.carry_forward(actor=request.user, assessment_id=assessment_id, now=timezone.now())
    if count:
        text = _("Đã chuyển sang %(count)s số liệu của năm trước. Hãy rà soát từng số liệu trước khi gửi.")
        messages.success(request, text % {"count": count})
    else:
        messages.info(request, _("Không có số liệu năm trước nào để chuyển sang."))
    return redirect("assessments:gaps", assessment_id)
