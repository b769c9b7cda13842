"""The wizard: each step is a page of its own, saved as it is left, open to come back to."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.campaigns import services
from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.forms import CalendarForm, NewCampaignForm, PoliciesForm
from chamdiem.campaigns.meanwhile import state_of
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.preparing import Days
from chamdiem.campaigns.selectors.campaigns import get_run_campaign
from chamdiem.campaigns.selectors.preparing import (
    find_opening,
    list_dropped_deadlines,
    list_gaps,
    list_other_periods,
    list_owners,
    list_past_deadlines,
    list_prepared,
)
from chamdiem.campaigns.showing import list_days, list_gap_lines, list_policy_sentences, list_steps
from chamdiem.campaigns.views.carrying import carried, seen_in, tell_kept
from chamdiem.campaigns.workflow import verdict
from chamdiem.errors import NotAllowed, Refused
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.rendering import render_page_or_part
from chamdiem.web.returning import returned_in


@require_http_methods(["GET", "POST"])
@login_required
def create(request: SignedInRequest) -> HttpResponse:
    """Begin: name, year, authority."""
    owners = [(each.pk, each.name) for each in list_owners(actor=request.user)]
    if not owners:
        raise NotAllowed("campaign.create_not_allowed")
    now = timezone.now()
    start = {"year": timezone.localtime(now).year, "owner": owners[0][0]}
    form = NewCampaignForm(request.POST or None, initial=start, owners=owners)
    if not form.is_valid():
        context = {"form": form, "steps": list_steps(None, "editions")}
        return render(request, "campaigns/wizard/create.html", context, status=422 if form.errors else 200)
    campaign = services.create_campaign(
        actor=request.user,
        owner_id=form.cleaned_data["owner"],
        name=form.cleaned_data["name"],
        year=form.cleaned_data["year"],
        now=now,
    )
    return redirect("campaigns:prepare_editions", campaign.pk)


@never_cache
@require_http_methods(["GET", "POST"])
@login_required
def calendar(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Every day of the campaign."""
    campaign = draft_of(request, campaign_id)
    stands = {name: getattr(campaign, name) for name in _DAYS}
    form, sent = CalendarForm(request.POST or None, initial=stands), {}
    if form.is_valid():
        sent = state_of(form.cleaned_data)
        with returned_in(form):
            services.save_calendar(
                actor=request.user,
                campaign_id=campaign_id,
                days=Days(**form.cleaned_data),
                seen=seen_in(request),
                now=timezone.now(),
            )
            tell_kept(request, form, stands)
            return next_step(request, campaign_id, "calendar", "policies")
    context = {"form": form, "seen": carried(request, sent, stands), **frame_of(campaign, "calendar")}
    return render(request, "campaigns/wizard/calendar.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@login_required
def policies(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """How the campaign is run."""
    campaign = draft_of(request, campaign_id)
    current = asdict(Policies.from_data(campaign.policies))
    form, sent = PoliciesForm(request.POST or None, initial=current), {}
    if form.is_valid():
        sent = state_of(form.cleaned_data)
        chosen = Policies(**form.cleaned_data)
        with returned_in(form, chosen.column_taken or None):
            services.save_policies(
                actor=request.user,
                campaign_id=campaign_id,
                policies=chosen,
                seen=seen_in(request),
                now=timezone.now(),
            )
            tell_kept(request, form, current)
            return next_step(request, campaign_id, "policies", "review")
    context = {"form": form, "seen": carried(request, sent, current), **frame_of(campaign, "policies")}
    return render(request, "campaigns/wizard/policies.html", context, status=422 if form.errors else 200)


@never_cache
@require_GET
@login_required
def review(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Everything at a glance, what is missing, and the button that opens."""
    campaign = draft_of(request, campaign_id)
    now, tracks = timezone.now(), list_prepared(campaign)
    prepared = [each.track for each in tracks]
    context = {
        "gaps": list_gap_lines(campaign, list_gaps(campaign)),
        "tracks": tracks,
        "participants": sum(each.count for each in tracks),
        "days": list_days(campaign, now),
        "dropped": list_dropped_deadlines(campaign, prepared),
        "past": list_past_deadlines(campaign, prepared, local_day(now)),
        "periods": list_other_periods(campaign, prepared),
        "policies": list_policy_sentences(Policies.from_data(campaign.policies)),
        **frame_of(campaign, "review"),
    }
    return render(request, "campaigns/wizard/review.html", context)


@require_POST
@login_required
def open_campaign(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Open in the background and show how far it is."""
    services.start_opening(actor=request.user, campaign_id=campaign_id, now=timezone.now())
    return redirect("campaigns:show_opening", campaign_id)


@never_cache
@require_GET
@login_required
def opening(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """How far the opening is; it can be left and come back to."""
    campaign = get_run_campaign(actor=request.user, campaign_id=campaign_id)
    if campaign.status == "draft":
        return redirect("campaigns:prepare_review", campaign_id)
    job = find_opening(campaign)
    why = refusal_sentence(Refused(job.refusal_code, **job.refusal_facts)) if job and job.refusal_code else ""
    context = {"campaign": campaign, "job": job, "why": why}
    page, part = "campaigns/wizard/opening.html", "campaigns/wizard/_opening.html"
    return render_page_or_part(request, page, context, part=part)


@require_POST
@login_required
def back_to_draft(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """After an opening that failed: back to what was prepared."""
    services.take_back_opening(actor=request.user, campaign_id=campaign_id, now=timezone.now())
    messages.success(request, _("Kỳ đánh giá trở lại bước chuẩn bị: sửa được mọi nội dung, rồi mở lại."))
    return redirect("campaigns:prepare_review", campaign_id)


@require_POST
@login_required
def delete(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Throw a draft away."""
    services.delete_draft(actor=request.user, campaign_id=campaign_id, now=timezone.now())
    messages.success(request, _("Đã xóa bản chuẩn bị của kỳ đánh giá."))
    return redirect("campaigns:list_campaigns")


_DAYS = tuple(Days.__dataclass_fields__)


def draft_of(request: SignedInRequest, campaign_id: int) -> Any:
    """The draft of this person; a campaign that is open is refused with the words of the table."""
    campaign = get_run_campaign(actor=request.user, campaign_id=campaign_id)
    verdict("prepare", actor=request.user, campaign=campaign).demand()
    return campaign


def frame_of(campaign: Any, step: str) -> dict[str, Any]:
    """What stands around every step."""
    return {"campaign": campaign, "steps": list_steps(campaign, step)}


def next_step(request: SignedInRequest, campaign_id: int, this: str, following: str) -> HttpResponse:
    """Where the button says: on to the next step, or stay and go on later."""
    stays = request.POST.get("then") == "stay"
    messages.success(request, _("Đã lưu bước này; có thể rời trang và quay lại bất cứ lúc nào."))
    return redirect(f"campaigns:prepare_{this if stays else following}", campaign_id)
