"""The board of a campaign, as a page and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import selectors
from chamdiem.campaigns.calendar import days_left
from chamdiem.campaigns.forms import BoardFilters
from chamdiem.campaigns.permissions import may_run
from chamdiem.campaigns.selectors.board import (
    SORTS,
    BoardFilter,
    list_board,
    list_board_groups,
    list_dossier_states,
    summarise_board,
)
from chamdiem.campaigns.selectors.campaigns import list_tracks
from chamdiem.campaigns.showing import DOSSIER_STATES
from chamdiem.web.exporting import Sheet, export_response, note_at
from chamdiem.web.numbers import whole_percent
from chamdiem.web.paging import address_without, page_of
from chamdiem.web.sorting import Sorting, sorting_of
from chamdiem.web.states import STATES

if TYPE_CHECKING:
    from chamdiem.campaigns.models import Campaign

_HEADINGS = (
    gettext_lazy("Mã"),
    gettext_lazy("Đơn vị"),
    gettext_lazy("Khối"),
    gettext_lazy("Nhóm xếp hạng"),
    gettext_lazy("Trạng thái hồ sơ"),
    gettext_lazy("Đã trả lời"),
    gettext_lazy("Số tiêu chí"),
    gettext_lazy("Đã trả lời (%)"),
    gettext_lazy("Còn thiếu"),
    gettext_lazy("Thiếu minh chứng"),
    gettext_lazy("Điểm tự đánh giá (chưa gồm điểm so sánh)"),
    gettext_lazy("Điểm tối đa"),
    gettext_lazy("Hoạt động gần nhất"),
    gettext_lazy("Hạn gửi"),
    gettext_lazy("Quá hạn"),
)


@require_GET
@login_required
def board(request: SignedInRequest, campaign_id: int) -> HttpResponseBase:
    """Every organisation with how far it is; filters and order stand in the address."""
    campaign = selectors.get_watched_campaign(actor=request.user, campaign_id=campaign_id)
    now = timezone.now()
    filters = filters_of(request, campaign)
    sorting = sorting_of(request, SORTS, "name")
    rows = list_board(campaign, asked_of(filters), now).order_by(*sorting.fields)
    if kind := request.GET.get("export"):
        sheet = Sheet(
            title=_("Tiến độ {name}").format(name=campaign.name),
            headings=_HEADINGS,
            rows=_exported(rows, now),
            note=note_at(now),
        )
        return export_response(sheet, kind)
    page = page_of(request, rows)
    context = {
        "campaign": campaign,
        "runs": may_run(request.user, campaign),
        "summary": (summary := summarise_board(campaign, now)),
        "stages": _stages(summary.stages),
        "tabs": tabs_of(campaign, "show_board"),
        "filters": filters,
        "columns": _columns(sorting),
        "page": page,
        "rows": [_row(each, now) for each in page.rows],
        "address": address_without(request, "page", "export"),
    }
    return render(request, "campaigns/board.html", context)


def filters_of(
    request: SignedInRequest, campaign: Campaign, form: type[BoardFilters] = BoardFilters
) -> BoardFilters:
    """The filters of a view of the board, as the address fills them in."""
    return form(
        request.GET,
        tracks=[(track.pk, track.name) for track in list_tracks(campaign)],
        groups=list_board_groups(campaign),
        stages=list_dossier_states(),
    )


def asked_of(filters: BoardFilters) -> BoardFilter:
    """What the address asks for; what cannot be read asks for nothing."""
    asked = filters.cleaned_data if filters.is_valid() else {}
    only = asked.get("only", "")
    return BoardFilter(
        typed=asked.get("q", ""),
        track_id=asked.get("track"),
        stage=asked.get("stage", ""),
        peer_group=asked.get("group", ""),
        is_late=only == "late",
        lacks_evidence=only == "evidence",
        unstarted=only == "unstarted",
        incomplete_row=asked.get("row", ""),
    )


def tabs_of(campaign: Campaign, current: str) -> list[dict[str, Any]]:
    """The views of the board."""
    views = (
        ("show_board", _("Theo đơn vị")),
        ("show_office_board", _("Theo phòng, bộ phận")),
        ("show_criterion_board", _("Theo tiêu chí")),
    )
    return [
        {
            "label": label,
            "url": reverse(f"campaigns:{name}", args=[campaign.pk]),
            "is_current": name == current,
        }
        for name, label in views
    ]


def _columns(sorting: Sorting) -> list[Any]:
    return [
        sorting.column("name", _("Đơn vị")),
        sorting.column("stage", _("Hồ sơ")),
        sorting.column("progress", _("Đã trả lời")),
        sorting.column("gaps", _("Còn thiếu"), is_number=True, unit=_("mục")),
        sorting.column("evidence", _("Thiếu minh chứng"), is_number=True, unit=_("tiêu chí")),
        sorting.column("points", _("Tự đánh giá"), is_number=True, unit=_("điểm, chưa gồm điểm so sánh")),
        sorting.column("activity", _("Hoạt động gần nhất")),
        sorting.column("days", _("Hạn gửi")),
    ]


def _row(participant: Any, now: datetime) -> dict[str, Any]:
    dossier = getattr(participant, "assessment", None)
    status = dossier.status if dossier else "draft"
    left = days_left(participant.last_day, now)
    is_open = status in ("draft", "returned")
    unstarted = status == "draft" and (dossier is None or dossier.last_activity_at is None)
    return {
        "participant": participant,
        "dossier": dossier,
        "state": "not_started" if unstarted else DOSSIER_STATES[status],
        "days_left": left,
        "is_late": is_open and left < 0,
        "is_open": is_open,
        "is_extended": participant.last_day > participant.campaign_entry_until,
    }


def _stages(counts: Any) -> list[dict[str, Any]]:
    """The counts above the board, in the order of the life of a dossier."""
    return [
        {"code": code, "word": word, "state": DOSSIER_STATES[code], "count": counts.get(code, 0)}
        for code, word in list_dossier_states()
    ]


def _exported(rows: Any, now: datetime) -> Iterator[tuple[Any, ...]]:
    for participant in rows:
        row = _row(participant, now)
        dossier = row["dossier"]
        yield (
            participant.code,
            participant.name,
            participant.track.name,
            participant.peer_group,
            _state_word(row),
            dossier.answered_count if dossier else 0,
            dossier.criteria_count if dossier else 0,
            whole_percent(dossier.answered_count, dossier.criteria_count) if dossier else 0,
            dossier.gap_count if dossier else 0,
            dossier.evidence_gap_count if dossier else 0,
            dossier.claimed_points if dossier else None,
            dossier.claimed_maximum if dossier else None,
            dossier.last_activity_at if dossier else None,
            participant.last_day,
            str(_("có")) if row["is_late"] else "",
        )


def _state_word(row: dict[str, Any]) -> str:
    """How far a dossier is, as the page says it."""
    if row["dossier"] is None:
        return ""
    unstarted = row["state"] == "not_started"
    return str(STATES["not_started"].word if unstarted else row["dossier"].get_status_display())
