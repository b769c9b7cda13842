"""The list of campaigns and the page of one."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import selectors, services
from chamdiem.campaigns.hooks import find_dossier
from chamdiem.campaigns.permissions import may_run, may_watch
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.selectors.board import summarise_board
from chamdiem.campaigns.selectors.campaigns import list_tracks_counted
from chamdiem.campaigns.selectors.duties import count_given_to_nobody
from chamdiem.campaigns.selectors.offices import count_open
from chamdiem.campaigns.selectors.preparing import find_closing, list_owners
from chamdiem.campaigns.showing import (
    MOVE_LABELS,
    STAGE_STATES,
    list_days,
    list_moves,
    list_policy_sentences,
    whole_deadline,
)
from chamdiem.campaigns.views import typed
from chamdiem.campaigns.workflow import verdict
from chamdiem.errors import Refused
from chamdiem.web.exporting import Sheet, export_response, note_at
from chamdiem.web.paging import address_without
from chamdiem.web.refusals import refusal_sentence

_HEADINGS = (
    gettext_lazy("Tên"),
    gettext_lazy("Năm"),
    gettext_lazy("Cơ quan tổ chức"),
    gettext_lazy("Giai đoạn"),
    gettext_lazy("Hạn gửi hồ sơ"),
)


@require_GET
@login_required
def list_campaigns(request: SignedInRequest) -> HttpResponseBase:
    """The campaigns this person runs, watches or takes part in."""
    found = selectors.list_campaigns(actor=request.user)
    if kind := request.GET.get("export"):
        rows = (
            (each.name, each.year, each.owner.name, str(each.get_status_display()), each.entry_until)
            for each in found
        )
        return export_response(Sheet(_("Kỳ đánh giá"), _HEADINGS, rows, note_at(timezone.now())), kind)
    campaigns = [
        {"campaign": each, "state": STAGE_STATES[each.status], "runs": may_run(request.user, each)}
        for each in found
    ]
    context = {
        "campaigns": campaigns,
        "may_create": list_owners(actor=request.user).exists(),
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "campaigns/list.html", context)


@require_GET
@login_required
def show(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """One campaign: its calendar, its tracks, what of it is mine, and for who runs it the next stage."""
    campaign = selectors.get_campaign(actor=request.user, campaign_id=campaign_id)
    if campaign.status == "draft":
        return redirect("campaigns:prepare_review", campaign.pk)
    if campaign.status == "opening":
        return redirect("campaigns:show_opening", campaign.pk)
    now, runs = timezone.now(), may_run(request.user, campaign)
    context = {
        "campaign": campaign,
        "state": STAGE_STATES[campaign.status],
        "days": list_days(campaign, now),
        "policies": list_policy_sentences(Policies.from_data(campaign.policies)),
        "tracks": list_tracks_counted(campaign),
        "own": [
            {
                "participant": each,
                "deadline": whole_deadline(each, now),
                "dossier_url": find_dossier(request.user, each),
            }
            for each in selectors.list_own_participants(actor=request.user, campaign=campaign)
        ],
        "runs": runs,
        "may_join": verdict("join", actor=request.user, campaign=campaign).is_allowed,
        "given_to_nobody": count_given_to_nobody(campaign)
        if verdict("give_duty", actor=request.user, campaign=campaign).is_allowed
        else 0,
        "closing": find_closing(campaign) if runs and campaign.status == "closing" else None,
        "moves": [(each, _why_not(each.code, each.facts)) for each in list_moves(request.user, campaign, now)]
        if runs
        else [],
    }
    if may_watch(request.user, campaign):
        context |= {"summary": summarise_board(campaign, now), "open_offices": count_open(campaign)}
    return render(request, "campaigns/show.html", context)


@require_POST
@login_required
def move(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Bring the campaign to its next stage, or back."""
    action = request.POST.get("action", "")
    campaign = services.advance_stage(
        actor=request.user,
        campaign_id=campaign_id,
        action=action if action in MOVE_LABELS else "",
        reason=typed.text(request, "reason"),
        now=timezone.now(),
    )
    told = _("Kỳ đánh giá đã chuyển sang giai đoạn: {stage}.")
    messages.success(request, told.format(stage=campaign.get_status_display()))
    return redirect("campaigns:show_campaign", campaign_id)


def _why_not(code: str, facts: Mapping[str, str]) -> str:
    return refusal_sentence(Refused(code, **facts)) if code else ""
