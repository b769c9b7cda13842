"""The audit trail: who did what, when, to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from chamdiem.accounts import selectors
from chamdiem.accounts.forms import TrailFilters
from chamdiem.accounts.requests import SignedInRequest
from chamdiem.accounts.selectors import TrailFilter
from chamdiem.audit.fact_texts import fact_name, fact_text
from chamdiem.audit.texts import action_name
from chamdiem.web.exporting import Cell, Sheet, export_response
from chamdiem.web.numbers import date_text
from chamdiem.web.paging import address_without, page_of

HEADINGS = (
    _("Số"),
    _("Lúc"),
    _("Người thực hiện"),
    _("Việc"),
    _("Đối tượng"),
    _("Chi tiết"),
    _("Mã niêm phong"),
)


@require_GET
@login_required
def show(request: SignedInRequest) -> HttpResponse | StreamingHttpResponse:
    """Events of one's part of the tree, newest first; with ``export`` all of them as a file."""
    filters = TrailFilters(selectors.list_trail_actions(actor=request.user), request.GET)
    events = selectors.list_trail(actor=request.user, wanted=_wanted(filters))
    if "export" in request.GET:
        note = _("Lập ngày {day}").format(day=date_text(timezone.localdate()))
        return export_response(Sheet(str(_("Nhật ký")), HEADINGS, _rows(events), note), request.GET["export"])
    page = page_of(request, events)
    context = {
        "filters": filters,
        "page": page,
        "events": [(event, action_name(event.action), _facts(event)) for event in page.rows],
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "accounts/trail.html", context)


def _wanted(filters: TrailFilters) -> TrailFilter:
    asked = filters.cleaned_data if filters.is_valid() else {}
    return TrailFilter(
        text=asked.get("q", ""),
        action=asked.get("action", ""),
        email=asked.get("person", ""),
        organisation_code=asked.get("organisation", ""),
        campaign_id=asked.get("campaign"),
        since=asked.get("since"),
        until=asked.get("until"),
    )


def _rows(events: Any) -> Iterator[tuple[Cell, ...]]:
    for event in events.iterator(2_000):
        yield (
            event.number,
            event.at,
            event.actor_name or str(_("hệ thống")),
            action_name(event.action),
            event.subject_name,
            _facts(event),
            event.hash,
        )


def _facts(event: Any) -> str:
    """What the event says besides, on one line; what was left empty is left out."""
    facts = {**event.facts}
    if "role" in facts:
        facts["role"] = selectors.role_name(facts["role"])
    return "; ".join(
        f"{fact_name(name, value)}: {fact_text(name, value)}"
        for name, value in facts.items()
        if value not in ("", None)
    )
