"""Reading the directory: the tree, its branches, the list, one body."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from chamdiem.organisations import selectors
from chamdiem.organisations.attributes import attribute_cells, attribute_columns
from chamdiem.organisations.columns import COLUMNS
from chamdiem.organisations.forms import Filters
from chamdiem.organisations.permissions import may_change_anything, may_change_for_everybody
from chamdiem.organisations.selectors import OrganisationFilter
from chamdiem.organisations.views.requests import SignedInRequest
from chamdiem.web.exporting import Sheet, export_response
from chamdiem.web.numbers import date_text
from chamdiem.web.paging import address_without, page_of


@require_GET
@login_required
def show_list(request: SignedInRequest) -> HttpResponse | StreamingHttpResponse:
    """The tree; with a filter a list; with ``export`` a file that can be imported again."""
    today = timezone.localdate()
    groups = selectors.list_peer_groups(actor=request.user)
    filters = Filters(selectors.list_kinds(), groups, request.GET)
    wanted = _wanted(filters)
    if "export" in request.GET:
        return export_response(_sheet(request, wanted, today), request.GET["export"])
    context = {
        "filters": filters,
        "may_change": may_change_anything(request.user),
        "may_add_kinds": may_change_for_everybody(request.user),
        "export_address": address_without(request, "page", "export"),
    }
    if wanted.is_empty and not wanted.shows_closed:
        context["roots"] = selectors.list_top(actor=request.user, today=today)
    else:
        found = selectors.find_organisations(actor=request.user, wanted=wanted, today=today)
        context |= {"page": page_of(request, found), "today": today, "groups": groups}
    return render(request, "organisations/list.html", context)


@require_GET
@login_required
def show_branch(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """What stands directly below a body: a branch of the tree, fetched when it is opened."""
    today = timezone.localdate()
    organisation = selectors.get_organisation(actor=request.user, organisation_id=organisation_id)
    selectors.open_branch(organisation, actor=request.user, today=today)
    return render(request, "organisations/_children.html", {"organisation": organisation})


@require_GET
@login_required
def show_organisation(request: SignedInRequest, organisation_id: int) -> HttpResponse:
    """One body: what is said about it, its offices, where it came from and what became of it."""
    today = timezone.localdate()
    shown = selectors.get_page(actor=request.user, organisation_id=organisation_id, today=today)
    return render(
        request, "organisations/organisation.html", {"shown": shown, "organisation": shown.organisation}
    )


@require_GET
@login_required
def suggest(request: SignedInRequest) -> HttpResponse:
    """Options for a field that takes the code of a body; the field sends what was typed."""
    typed = next((str(value) for value in request.GET.values()), "")
    found = selectors.suggest(actor=request.user, typed=typed, today=timezone.localdate())
    return render(request, "organisations/_options.html", {"organisations": found})


def _wanted(filters: Filters) -> OrganisationFilter:
    asked = filters.cleaned_data if filters.is_valid() else {}
    return OrganisationFilter(
        text=asked.get("q", ""),
        kind=asked.get("kind", ""),
        peer_group=asked.get("group", ""),
        below_id=asked.get("below"),
        shows_closed=bool(asked.get("closed")),
    )


def _sheet(request: SignedInRequest, wanted: OrganisationFilter, today: date) -> Sheet:
    """Every row, in the columns of the import."""
    found = selectors.list_for_export(actor=request.user, wanted=wanted, today=today)
    columns = attribute_columns(actor=request.user)
    rows = (
        (
            each.code,
            each.name,
            each.kind.name,
            each.parent.code if each.parent else "",
            each.short_name,
            each.peer_group,
            "; ".join(office.name for office in each.offices.all() if office.is_active),
            each.valid_from,
            *attribute_cells(each.attributes, columns),
        )
        for each in found
    )
    note = _("Lập ngày {day}. Giữ nguyên dòng tiêu đề khi nhập lại.").format(day=date_text(today))
    return Sheet(_("Danh sách đơn vị"), [column.heading for column in (*COLUMNS, *columns)], rows, note)
