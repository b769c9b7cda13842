"""Offices of the edition that are not known yet: resolved for one, or for all of a name."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import selectors, services
from chamdiem.campaigns.selectors.campaigns import get_run_campaign
from chamdiem.campaigns.selectors.offices import list_all_open, list_open_matches, list_open_names
from chamdiem.campaigns.sheets import open_offices_sheet
from chamdiem.campaigns.views import typed
from chamdiem.campaigns.workflow import verdict
from chamdiem.errors import Incomplete
from chamdiem.web.exporting import export_response
from chamdiem.web.paging import address_without, page_of


@require_GET
@login_required
def open_offices(request: SignedInRequest, campaign_id: int) -> HttpResponseBase:
    """The names still open; below, the participants of the name asked for."""
    campaign = get_run_campaign(actor=request.user, campaign_id=campaign_id)
    if kind := request.GET.get("export"):
        return export_response(open_offices_sheet(campaign, list_all_open(campaign), timezone.now()), kind)
    names = list_open_names(campaign)
    printed, track = request.GET.get("name", ""), request.GET.get("track", "")
    current = next(
        (each for each in names if each.printed == printed and str(each.track_id) == track),
        names[0] if names else None,
    )
    page = None
    if current is not None:
        matches = list_open_matches(campaign, track_id=current.track_id, printed=current.printed)
        page = page_of(request, matches)
    context = {
        "campaign": campaign,
        "names": names,
        "current": current,
        "page": page,
        "address": address_without(request, "name", "track", "page", "export"),
        "may_match": verdict("match_offices", actor=request.user, campaign=campaign).is_allowed,
    }
    return render(request, "campaigns/offices.html", context)


@require_POST
@login_required
def resolve_everywhere(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """One word for every participant in which a name is open."""
    count = services.resolve_everywhere(
        actor=request.user,
        campaign_id=campaign_id,
        track_id=typed.number(request, "track") or 0,
        printed=typed.text(request, "printed"),
        name=None if request.POST.get("is_none") else typed.text(request, "name"),
        now=timezone.now(),
    )
    if count:
        told = ngettext("Đã xác định cho {count} đơn vị.", "Đã xác định cho {count} đơn vị.", count)
        messages.success(request, told.format(count=count))
    else:
        messages.warning(request, _("Không đơn vị nào có đúng một phòng, ban mang tên đó; chưa thay đổi gì."))
    return redirect("campaigns:list_open_offices", campaign_id)


@require_POST
@login_required
def resolve(request: SignedInRequest, participant_id: int) -> HttpResponse:
    """One word for one participant."""
    found = selectors.get_participant(actor=request.user, participant_id=participant_id)
    office = typed.text(request, "office")
    if not office:
        raise Incomplete("office.not_chosen")
    services.resolve_office(
        actor=request.user,
        participant_id=participant_id,
        printed=typed.text(request, "printed"),
        office_id=None if office == "none" else typed.number(request, "office") or 0,
        now=timezone.now(),
    )
    messages.success(request, _("Đã xác định phòng, ban cho {name}.").format(name=found.name))
    if request.POST.get("back") == "list":
        return redirect("campaigns:list_open_offices", found.campaign_id)
    return redirect("campaigns:show_participant", participant_id)
