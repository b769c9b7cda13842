"""Who appraises what: given one by one, or split evenly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import services
from chamdiem.campaigns.forms import DutyForm
from chamdiem.campaigns.selectors.campaigns import get_run_campaign, list_participant_names, list_tracks
from chamdiem.campaigns.selectors.duties import (
    find_row,
    list_appraisers,
    list_duties,
    list_left_by,
    name_row,
)
from chamdiem.campaigns.sheets import duties_sheet
from chamdiem.campaigns.views import typed
from chamdiem.errors import Incomplete
from chamdiem.indicators.selectors import compiled
from chamdiem.web.exporting import export_response
from chamdiem.web.paging import address_without, page_of
from chamdiem.web.refusals import refusal_sentence

_MOST_NAMED = 5


@require_http_methods(["GET", "POST"])
@login_required
def duties(request: SignedInRequest, campaign_id: int) -> HttpResponseBase:
    """Every duty, and a form for one more."""
    campaign = get_run_campaign(actor=request.user, campaign_id=campaign_id)
    if kind := request.GET.get("export"):
        return export_response(duties_sheet(campaign, list_duties(campaign), timezone.now()), kind)
    appraisers, tracks = list(list_appraisers(campaign)), list(list_tracks(campaign))
    form = _form(request, campaign, appraisers, tracks)
    if form.is_valid() and (row := _row(form, tracks)) is not None:
        duty = services.give_duty(
            actor=request.user,
            campaign_id=campaign_id,
            user_id=form.cleaned_data["user"],
            track_id=form.cleaned_data["track"],
            row_key=row,
            participant_id=form.cleaned_data["participant"],
            now=timezone.now(),
        )
        messages.success(request, _("Đã giao việc thẩm định."))
        told = _(
            "{name} làm việc cho chính các đơn vị sau nên không thẩm định; hãy giao người khác: {bodies}."
        )
        _warn(request, told, [each.name for each in list_left_by(duty)], name=duty.user)
        return redirect("campaigns:list_duties", campaign_id)
    page = page_of(request, list_duties(campaign))
    context = {
        "campaign": campaign,
        "form": form,
        "appraisers": appraisers,
        "tracks": tracks,
        "page": page,
        "duties": [(duty, name_row(duty)) for duty in page.rows],
        "address": address_without(request, "page", "export"),
    }
    return render(request, "campaigns/duties.html", context)


@require_POST
@login_required
def remove(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Take a duty from an appraiser."""
    services.remove_duty(
        actor=request.user,
        campaign_id=campaign_id,
        duty_id=typed.number(request, "duty") or 0,
        now=timezone.now(),
    )
    messages.success(request, _("Đã thu lại việc thẩm định."))
    return redirect("campaigns:list_duties", campaign_id)


@require_POST
@login_required
def split(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Share the participants of a track evenly."""
    shares = services.split_evenly(
        actor=request.user,
        campaign_id=campaign_id,
        track_id=typed.number(request, "track") or 0,
        user_ids=typed.numbers(request, "user"),
        now=timezone.now(),
    )
    counts = shares.counts
    told = _("Đã chia việc; số đơn vị: {organisations}; số chuyên viên: {appraisers}.")
    messages.success(request, told.format(organisations=sum(counts.values()), appraisers=len(counts)))
    left = _(
        "Chưa giao được vì mọi người đã chọn đều làm việc cho chính đơn vị; hãy chọn thêm người: {bodies}."
    )
    _warn(request, left, [each.name for each in shares.left])
    return redirect("campaigns:list_duties", campaign_id)


def _warn(request: SignedInRequest, told: str, bodies: Sequence[str], **facts: object) -> None:
    """Say which bodies nobody appraises by this, because who would is of them."""
    if bodies:
        names = list(bodies[:_MOST_NAMED])
        if len(bodies) > _MOST_NAMED:
            names.append(_("và {count} đơn vị khác").format(count=len(bodies) - _MOST_NAMED))
        messages.warning(request, told.format(bodies=", ".join(names), **facts))


def _row(form: DutyForm, tracks: Sequence[Any]) -> str | None:
    """The key of the row typed, empty for the whole track; None where there is none, said at its field."""
    typed_row: str = form.cleaned_data["row"].strip()
    track = next((each for each in tracks if each.pk == form.cleaned_data["track"]), None)
    if not typed_row or track is None:
        return typed_row
    try:
        return find_row(compiled(track.edition).indicator_set, typed_row)
    except Incomplete as refused:
        form.add_error("row", refusal_sentence(refused))
        return None


def _form(request: SignedInRequest, campaign: Any, appraisers: list[Any], tracks: list[Any]) -> DutyForm:
    return DutyForm(
        request.POST or None,
        users=[(each.pk, each.name) for each in appraisers],
        tracks=[(each.pk, each.name) for each in tracks],
        participants=list_participant_names(campaign),
    )
