"""The board by office and by criterion, as pages and as files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import selectors
from chamdiem.campaigns.forms import CriterionFilters, OfficeFilters
from chamdiem.campaigns.selectors.campaigns import list_tracks
from chamdiem.campaigns.selectors.progress import (
    OFFICE_SORTS,
    CriterionProgress,
    OfficeProgress,
    list_criterion_progress,
    list_office_progress,
)
from chamdiem.campaigns.views.board import asked_of, filters_of, tabs_of
from chamdiem.errors import NotFound
from chamdiem.indicators.selectors import compiled
from chamdiem.indicators.sheet import EVALUATORS
from chamdiem.web.exporting import Sheet, export_response, note_at
from chamdiem.web.numbers import whole_percent
from chamdiem.web.paging import address_without, page_of
from chamdiem.web.sorting import Sorting, sorting_of

if TYPE_CHECKING:
    from chamdiem.campaigns.models import Campaign, Track

_OFFICE_HEADINGS = (
    gettext_lazy("Đơn vị"),
    gettext_lazy("Phòng, bộ phận"),
    gettext_lazy("Số tiêu chí"),
    gettext_lazy("Đã trả lời"),
    gettext_lazy("Đã trả lời (%)"),
    gettext_lazy("Còn thiếu"),
    gettext_lazy("Thiếu minh chứng"),
)
_CRITERION_HEADINGS = (
    gettext_lazy("Mục"),
    gettext_lazy("Tiêu chí"),
    gettext_lazy("Bên đánh giá"),
    gettext_lazy("Hạn"),
    gettext_lazy("Số đơn vị"),
    gettext_lazy("Đã trả lời"),
    gettext_lazy("Đã trả lời (%)"),
    gettext_lazy("Không áp dụng"),
    gettext_lazy("Còn thiếu"),
    gettext_lazy("Thiếu minh chứng"),
)


@require_GET
@login_required
def by_office(request: SignedInRequest, campaign_id: int) -> HttpResponseBase:
    """Every office that leads criteria, with how far it is."""
    campaign = selectors.get_watched_campaign(actor=request.user, campaign_id=campaign_id)
    now, filters = timezone.now(), filters_of(request, campaign, OfficeFilters)
    sorting = sorting_of(request, OFFICE_SORTS, "organisation")
    typed = filters.cleaned_data["office"] if filters.is_valid() else ""
    rows = list_office_progress(campaign, asked_of(filters), typed, sorting.fields, now)
    if kind := request.GET.get("export"):
        title = _("Tiến độ theo phòng {name}").format(name=campaign.name)
        return export_response(Sheet(title, _OFFICE_HEADINGS, _office_lines(rows), note_at(now)), kind)
    context = {
        "campaign": campaign,
        "tabs": tabs_of(campaign, "show_office_board"),
        "filters": filters,
        "columns": _office_columns(sorting),
        "page": page_of(request, rows),
        "offices": len({each.office_id for each in rows if each.office_id}),
        "unassigned": sum(each.total for each in rows if each.office_id is None),
        "address": address_without(request, "page", "export"),
    }
    return render(request, "campaigns/board_offices.html", context)


@require_GET
@login_required
def by_criterion(request: SignedInRequest, campaign_id: int) -> HttpResponseBase:
    """Every row of one edition, with how many organisations are done with it."""
    campaign = selectors.get_watched_campaign(actor=request.user, campaign_id=campaign_id)
    now, filters = timezone.now(), filters_of(request, campaign, CriterionFilters)
    asked = asked_of(filters)
    track = _chosen_track(campaign, asked.track_id)
    rows = list_criterion_progress(campaign, track, asked, now)
    if kind := request.GET.get("export"):
        title = _("Tiến độ theo tiêu chí {name}").format(name=f"{campaign.name} {track.name}")
        lines = _criterion_lines(track, rows)
        return export_response(Sheet(title, _CRITERION_HEADINGS, lines, note_at(now)), kind)
    context = {
        "campaign": campaign,
        "tabs": tabs_of(campaign, "show_criterion_board"),
        "filters": filters,
        "track": track,
        "rows": [(each, EVALUATORS.get(each.row.evaluator, "")) for each in rows],
        "address": address_without(request, "page", "export"),
    }
    return render(request, "campaigns/board_criteria.html", context)


def _chosen_track(campaign: Campaign, track_id: int | None) -> Track:
    """The track the address names, or the first one."""
    tracks = list(list_tracks(campaign))
    if not tracks:
        raise NotFound("track.not_found")
    return next((each for each in tracks if each.pk == track_id), tracks[0])


def _office_columns(sorting: Sorting) -> list[Any]:
    return [
        sorting.column("office", _("Phòng, bộ phận")),
        sorting.column("organisation", _("Đơn vị")),
        sorting.column("progress", _("Đã trả lời")),
        sorting.column("gaps", _("Còn thiếu"), is_number=True, unit=_("mục")),
        sorting.column("evidence", _("Thiếu minh chứng"), is_number=True, unit=_("mục")),
    ]


def _office_lines(rows: Sequence[OfficeProgress]) -> Iterator[tuple[Any, ...]]:
    for each in rows:
        office = each.office or _("(chưa giao)")
        share = whole_percent(each.answered, each.total)
        yield each.participant, office, each.total, each.answered, share, each.gaps, each.evidence_gaps


def _criterion_lines(track: Track, rows: Sequence[CriterionProgress]) -> Iterator[tuple[Any, ...]]:
    labels = compiled(track.edition).indicator_set.tree.labels
    for each in rows:
        share = whole_percent(each.answered, each.total)
        counts = (each.answered, share, each.exempt, each.incomplete, each.lacking_evidence)
        yield (
            labels[each.row.key],
            each.row.correct_name,
            EVALUATORS.get(each.row.evaluator, _("đơn vị")),
            each.due if each.is_declared else None,
            each.total,
            *(counts if each.is_declared else (None,) * len(counts)),
        )
