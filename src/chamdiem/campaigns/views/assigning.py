"""Sharing out a dossier: criterion × office, one by one or by group."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import selectors, services
from chamdiem.campaigns.permissions import may_share_out
from chamdiem.campaigns.selectors.assigning import list_assigned_rows, list_offices, list_people_to_choose
from chamdiem.campaigns.sheets import assignments_sheet
from chamdiem.campaigns.views import typed
from chamdiem.errors import Incomplete
from chamdiem.web.exporting import export_response
from chamdiem.web.paging import address_without
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.refusing import wants_json


@require_http_methods(["GET", "POST"])
@login_required
def assignments(request: SignedInRequest, participant_id: int) -> HttpResponseBase:
    """Who does what in this dossier; who shares it out ticks rows or groups and names an office."""
    found = selectors.get_participant(actor=request.user, participant_id=participant_id)
    refused = ""
    if request.method == "POST":
        try:
            return _assign(request, participant_id)
        except Incomplete as error:
            if wants_json(request):
                raise
            refused = refusal_sentence(error)
    rows = list_assigned_rows(found)
    if kind := request.GET.get("export"):
        return export_response(assignments_sheet(found, rows, timezone.now()), kind)
    context = {
        "participant": found,
        "campaign": found.campaign,
        "rows": rows,
        "address": address_without(request, "export"),
        "unassigned": sum(each.is_asked and not each.leads for each in rows),
        "asked": sum(each.is_asked for each in rows),
        "offices": list_offices(found),
        "people": list_people_to_choose(found),
        "refused": refused,
        "ticked": request.POST.getlist("row"),
        "chosen": {name: request.POST.get(name, "") for name in ("office", "user", "part")},
        "may_share_out": may_share_out(request.user, found),
    }
    return render(request, "campaigns/assignments.html", context, status=422 if refused else 200)


def _assign(request: SignedInRequest, participant_id: int) -> HttpResponse:
    keys = services.assign_rows(
        actor=request.user,
        participant_id=participant_id,
        row_keys=request.POST.getlist("row"),
        office_id=typed.number(request, "office") or 0,
        user_id=typed.number(request, "user"),
        is_lead=request.POST.get("part") != "helper",
        now=timezone.now(),
    )
    told = ngettext("Đã phân công {count} tiêu chí.", "Đã phân công {count} tiêu chí.", len(keys))
    messages.success(request, told.format(count=len(keys)))
    return redirect("campaigns:assign_criteria", participant_id)


@require_POST
@login_required
def remove(request: SignedInRequest, participant_id: int) -> HttpResponse:
    """Take a criterion from an office."""
    services.remove_assignment(
        actor=request.user,
        participant_id=participant_id,
        assignment_id=typed.number(request, "assignment") or 0,
        now=timezone.now(),
    )
    messages.success(request, _("Đã bỏ phân công."))
    return redirect("campaigns:assign_criteria", participant_id)
