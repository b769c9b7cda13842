"""The wizard: each step is a page of its own, saved as it is left, open to come back to."""

from __future__ import annotations

from collections.abc import Sequence
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
from chamdiem.campaigns.forms import CalendarForm, CampaignNameForm, NewCampaignForm, PoliciesForm, TrackForm
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.preparing import Days
from chamdiem.campaigns.selectors.campaigns import get_run_campaign, list_tracks
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
from chamdiem.campaigns.workflow import verdict
from chamdiem.errors import NotAllowed, Refused
from chamdiem.indicators.selectors import list_issued
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.rendering import render_page_or_part
from chamdiem.web.returning import returned_in

_SPARE_TRACKS = 2


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
def editions(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Name, year and tracks, each with its edition."""
    campaign = draft_of(request, campaign_id)
    start = {"name": campaign.name, "year": campaign.year}
    name_form = CampaignNameForm(request.POST or None, initial=start)
    forms = _track_forms(request, list(list_tracks(campaign)))
    if request.method == "POST" and name_form.is_valid() and all(form.is_valid() for form in forms):
        with returned_in(name_form):
            services.save_tracks(
                actor=request.user,
                campaign_id=campaign_id,
                name=name_form.cleaned_data["name"],
                year=name_form.cleaned_data["year"],
                tracks=[draft for form in forms for draft in _drafted(form.cleaned_data)],
                now=timezone.now(),
            )
            return _next(request, campaign_id, "editions", "participants")
    context = {"name_form": name_form, "tracks": forms, **frame_of(campaign, "editions")}
    is_refused = any(form.errors for form in (name_form, *forms))
    return render(request, "campaigns/wizard/editions.html", context, status=422 if is_refused else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@login_required
def calendar(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """Every day of the campaign."""
    campaign = draft_of(request, campaign_id)
    form = CalendarForm(request.POST or None, initial={name: getattr(campaign, name) for name in _DAYS})
    if form.is_valid():
        days = Days(**form.cleaned_data)
        with returned_in(form):
            services.save_calendar(actor=request.user, campaign_id=campaign_id, days=days, now=timezone.now())
            return _next(request, campaign_id, "calendar", "policies")
    context = {"form": form, **frame_of(campaign, "calendar")}
    return render(request, "campaigns/wizard/calendar.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@login_required
def policies(request: SignedInRequest, campaign_id: int) -> HttpResponse:
    """How the campaign is run."""
    campaign = draft_of(request, campaign_id)
    current = asdict(Policies.from_data(campaign.policies))
    form = PoliciesForm(request.POST or None, initial=current)
    if form.is_valid():
        chosen = Policies(**form.cleaned_data)
        with returned_in(form, chosen.column_taken or None):
            services.save_policies(
                actor=request.user, campaign_id=campaign_id, policies=chosen, now=timezone.now()
            )
            return _next(request, campaign_id, "policies", "review")
    context = {"form": form, **frame_of(campaign, "policies")}
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


def _next(request: SignedInRequest, campaign_id: int, this: str, following: str) -> HttpResponse:
    """Where the button says: on to the next step, or stay and go on later."""
    stays = request.POST.get("then") == "stay"
    messages.success(request, _("Đã lưu bước này; có thể rời trang và quay lại bất cứ lúc nào."))
    return redirect(f"campaigns:prepare_{this if stays else following}", campaign_id)


def _track_forms(request: SignedInRequest, tracks: Sequence[Any]) -> list[TrackForm]:
    """A form for each track there is, and some empty ones."""
    choices = [(each.pk, f"{each.name} ({each.edition})") for each in list_issued()]
    starts: list[dict[str, Any]] = [
        {"id": each.pk, "name": each.name, "edition": each.edition_id, "grouped_by": each.grouped_by}
        for each in tracks
    ]
    starts += [{}] * _SPARE_TRACKS
    data = request.POST if request.method == "POST" else None
    return [
        TrackForm(data, prefix=f"track{place}", initial=start, editions=choices)
        for place, start in enumerate(starts)
    ]


def _drafted(data: dict[str, Any]) -> list[services.TrackDraft]:
    """The track of a form, unless it is empty or taken out."""
    if data["is_removed"] or not data["name"]:
        return []
    return [
        services.TrackDraft(
            id=data["id"], name=data["name"], edition_id=data["edition"], grouped_by=data["grouped_by"]
        )
    ]
