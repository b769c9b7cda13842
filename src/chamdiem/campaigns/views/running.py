"""Running a campaign: its calendar, more time for one, late joiners, one participant."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import selectors, services
from chamdiem.campaigns.asked import list_asked
from chamdiem.campaigns.calendar import last_moment_text
from chamdiem.campaigns.extending import list_consequences
from chamdiem.campaigns.forms import ExtensionForm, LateJoinForm, LaterForm
from chamdiem.campaigns.hooks import find_dossier
from chamdiem.campaigns.permissions import may_run, may_share_out
from chamdiem.campaigns.selectors.assigning import list_offices
from chamdiem.campaigns.selectors.campaigns import (
    find_late_joining,
    get_run_campaign,
    list_all_extensions,
    list_extensions,
    list_tracks,
)
from chamdiem.campaigns.selectors.offices import list_matches
from chamdiem.campaigns.selectors.preparing import list_left_out, list_other_kinds
from chamdiem.campaigns.sheets import extensions_sheet
from chamdiem.campaigns.showing import list_days, list_given, list_own_deadlines, whole_deadline
from chamdiem.campaigns.views import typed
from chamdiem.campaigns.workflow import verdict
from chamdiem.indicators.selectors import compiled
from chamdiem.web.exporting import export_response
from chamdiem.web.paging import address_without
from chamdiem.web.returning import returned_in

# Where on a form a refusal stands that names no field itself.
_AT = {"campaign.reason_too_short": ("reason",), "participant.kind_elsewhere": ("track",)}


@require_http_methods(["GET", "POST"])
@login_required
def calendar(request: SignedInRequest, campaign_id: int) -> HttpResponseBase:
    """The calendar of an open campaign: later for everybody, with a reason; who got more time."""
    campaign = get_run_campaign(actor=request.user, campaign_id=campaign_id)
    if kind := request.GET.get("export"):
        given = list_given(list_all_extensions(campaign))
        return export_response(extensions_sheet(campaign, given, timezone.now()), kind)
    start = {name: getattr(campaign, name) for name in LaterForm.base_fields if name != "reason"}
    form = LaterForm(request.POST or None, initial=start)
    if form.is_valid():
        days = dict(form.cleaned_data)
        reason = days.pop("reason")
        with returned_in(form, at=_AT):
            services.change_calendar(
                actor=request.user, campaign_id=campaign_id, days=days, reason=reason, now=timezone.now()
            )
            messages.success(request, _("Đã gia hạn chung. Hạn mới có hiệu lực ngay với mọi đơn vị."))
            return redirect("campaigns:show_calendar", campaign_id)
    context = {
        "campaign": campaign,
        "form": form,
        "days": list_days(campaign, timezone.now()),
        "may_change": verdict("change_calendar", actor=request.user, campaign=campaign).is_allowed,
        "extensions": list_given(list_all_extensions(campaign)),
        "address": address_without(request, "page", "export"),
    }
    return render(request, "campaigns/calendar.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def join_late(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Let an organisation join that was left out."""
    campaign = get_run_campaign(actor=request.user, campaign_id=campaign_id)
    verdict("join", actor=request.user, campaign=campaign).demand()
    form = LateJoinForm(
        request.POST or None,
        tracks=[(track.pk, track.name) for track in list_tracks(campaign)],
        organisations=list_left_out(campaign),
    )
    if form.is_valid():
        with returned_in(form, "organisation", at=_AT):
            participant = services.add_late_participant(
                actor=request.user,
                campaign_id=campaign_id,
                track_id=form.cleaned_data["track"],
                organisation_id=form.cleaned_data["organisation"],
                is_ranked=form.cleaned_data["is_ranked"],
                reason=form.cleaned_data["reason"],
                now=timezone.now(),
            )
            messages.success(request, _("Đã thêm {name} vào kỳ đánh giá.").format(name=participant.name))
            if kinds := list_other_kinds(participant):
                told = _(
                    "Khối {track} đến nay chỉ có {kinds}; {name} thuộc loại khác: hãy xem lại khối đã chọn."
                )
                facts = {"track": participant.track.name, "kinds": ", ".join(kinds), "name": participant.name}
                messages.warning(request, told.format(**facts))
            return redirect("campaigns:show_participant", participant.pk)
    context = {"campaign": campaign, "form": form}
    return render(request, "campaigns/join_late.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def participant(request: SignedInRequest, participant_id: int) -> HttpResponse:
    """One participant: its deadlines, extensions and offices, and for who runs the campaign what to do."""
    found = selectors.get_participant(actor=request.user, participant_id=participant_id)
    campaign, now = found.campaign, timezone.now()
    runs, shares = may_run(request.user, campaign), may_share_out(request.user, found)
    context = {
        "participant": found,
        "campaign": campaign,
        "deadline": whole_deadline(found, now),
        "own_deadlines": list_own_deadlines(found, now),
        "extensions": list_given(list_extensions(found)),
        "late": find_late_joining(found) if found.is_late else None,
        "matches": list_matches(found),
        "offices": list_offices(found),
        "runs": runs,
        "dossier_url": find_dossier(request.user, found),
        "may_match": runs or shares,
        "may_withdraw": verdict("withdraw_participant", actor=request.user, campaign=campaign).is_allowed,
        "may_extend": verdict("extend", actor=request.user, campaign=campaign).is_allowed,
        "form": _extension_form(found) if runs else None,
    }
    return render(request, "campaigns/participant.html", context)


@require_POST
@login_required
def extend(request: SignedInRequest, participant_id: int) -> HttpResponse:
    """Give one participant more time."""
    found = selectors.get_participant(actor=request.user, participant_id=participant_id)
    verdict("extend", actor=request.user, campaign=found.campaign).demand()
    form = _extension_form(found, request.POST)
    if form.is_valid():
        with returned_in(form, at=_AT):
            extension = services.give_extension(
                actor=request.user,
                campaign_id=found.campaign_id,
                participant_id=participant_id,
                until=form.cleaned_data["until"],
                reason=form.cleaned_data["reason"],
                criterion_key=form.cleaned_data["criterion"],
                now=timezone.now(),
            )
            given = _("Đã gia hạn đến {until}.").format(until=last_moment_text(extension.until))
            messages.success(request, given)
            for sentence in list_consequences(extension, found):
                messages.info(request, sentence)
            return redirect("campaigns:show_participant", participant_id)
    context = {"participant": found, "campaign": found.campaign, "form": form}
    return render(request, "campaigns/extend.html", context, status=422)


@require_POST
@login_required
def withdraw(request: SignedInRequest, participant_id: int) -> HttpResponse:
    """Take a participant out that has entered nothing."""
    found = selectors.get_participant(actor=request.user, participant_id=participant_id)
    services.withdraw_participant(
        actor=request.user,
        campaign_id=found.campaign_id,
        participant_id=participant_id,
        reason=typed.text(request, "reason"),
        now=timezone.now(),
    )
    messages.success(request, _("Đã rút {name} khỏi kỳ đánh giá.").format(name=found.name))
    return redirect("campaigns:show_board", found.campaign_id)


def _extension_form(found: Any, data: Any = None) -> ExtensionForm:
    asked = compiled(found.track.edition).indicator_set
    labels = asked.tree.labels
    criteria = [(row.key, f"{labels[row.key]} {row.correct_name}"[:120]) for row in list_asked(asked)]
    return ExtensionForm(data, criteria=criteria)
