"""From the review before closing to the publication: what the standing body does."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import actor_of
from chamdiem.campaigns.selectors.preparing import find_closing
from chamdiem.campaigns.workflow import verdict
from chamdiem.errors import Refused
from chamdiem.jobs.selectors import count_ahead, is_left_alone
from chamdiem.results import reviews, selectors, services, sheets, showing
from chamdiem.results.forms import CorrectionForm, ReasonForm
from chamdiem.web.exporting import export_response
from chamdiem.web.paging import address_without, page_of
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.rendering import render_page_or_part, wants_part
from chamdiem.web.returning import returned_in

_AT_ONCE = 500
# A closing that somebody stopped did not fail.
_STOPPED = "results.closing_stopped"
# What is closed all the same where somebody says why.
_WANT_REASON = ("results.never_handed_in", "results.disputes_unruled", "results.absent_and_unruled")


def closing_state(campaign: Any) -> dict[str, Any]:
    """What the page of results says of the closing to come or under way; at most four queries."""
    if campaign.status == "closing":
        return {"job": find_closing(campaign)}
    if campaign.status == "ruling":
        review = reviews.find_review(campaign)
        last = find_closing(campaign)
        return {
            "review": review,
            "is_outdated": review is not None and reviews.is_outdated(review),
            "ignored": _passed_over(campaign, review),
            "failed": last is not None and last.status == "failed" and last.refusal_code != _STOPPED,
        }
    return {}


def _passed_over(campaign: Any, review: Any) -> str:
    absent = [each.name for each in reviews.list_absent(campaign)]
    has_disputes = review is not None and bool(review.counts.get("disputed"))
    return showing.what_closing_ignores(absent, has_disputes=has_disputes)


@never_cache
@require_GET
@login_required
def readiness(request: HttpRequest, campaign_id: int) -> HttpResponseBase:
    """What to look at before closing, as the newest review found it."""
    campaign = selectors.get_campaign_to_close(actor=actor_of(request), campaign_id=campaign_id)
    review, job = reviews.find_review(campaign), reviews.find_review_job(campaign)
    context: dict[str, Any] = {"campaign": campaign, "review": review, "job": job, "why": _why(job)}
    context |= {
        "ahead": count_ahead(job),
        "is_left_alone": is_left_alone(job),
        "verdict": verdict("review", actor=actor_of(request), campaign=campaign),
    }
    if review is not None:
        kind = request.GET.get("loai", "")
        concerns = reviews.list_found(review, kind)
        if asked := request.GET.get("export"):
            rows = map(reviews.Shown, concerns.iterator(chunk_size=_AT_ONCE))
            return export_response(sheets.concerns_sheet(campaign, rows, timezone.now()), asked)
        found = page_of(request, concerns)
        is_outdated, is_ruling = reviews.is_outdated(review), campaign.status == "ruling"
        context |= {
            "is_outdated": is_outdated,
            "may_close_now": is_ruling and not is_outdated,
            "ignored": _passed_over(campaign, review) if is_ruling else "",
            "lonely": reviews.list_lonely(campaign),
            "kinds": showing.concern_tabs(review, kind),
            "page": found,
            "export_address": address_without(request, "page", "export"),
            "concerns": [reviews.Shown(each) for each in found.rows],
        }
    page, part = "results/readiness.html", "results/_readiness_progress.html"
    response = render_page_or_part(request, page, context, part=part)
    if wants_part(request) and not (job and job.is_under_way):
        # What was found is another page: let the browser read it anew.
        response["HX-Refresh"] = "true"
    return response


@require_POST
@login_required
def review(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Look the campaign through again, in the background."""
    services.start_review(actor=actor_of(request), campaign_id=campaign_id, now=timezone.now())
    return redirect("results:readiness", campaign_id)


@require_POST
@login_required
def close(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Begin to freeze the results; over what is open only with a reason, which is asked for at once."""
    campaign = selectors.get_campaign_to_close(actor=actor_of(request), campaign_id=campaign_id)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with returned_in(form, "reason"):
            if campaign.status == "ruling" and not form.said:
                services.demand_nothing_open(campaign)
            services.start_closing(
                actor=actor_of(request), campaign_id=campaign_id, reason=form.said, now=timezone.now()
            )
            return redirect("results:show_closing", campaign_id)
    return _ask_again(request, campaign, form, _("Chốt khi còn việc chưa xong"), _("Chốt kết quả"))


@never_cache
@require_GET
@login_required
def show_closing(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """How far the closing is; it can be left and come back to."""
    campaign = selectors.get_campaign_to_close(actor=actor_of(request), campaign_id=campaign_id)
    job = find_closing(campaign)
    context = {
        "campaign": campaign,
        "job": job,
        "ahead": count_ahead(job),
        "is_left_alone": is_left_alone(job),
        "why": _why(job),
        "ignored": _ignored(campaign, job),
    }
    return render_page_or_part(request, "results/closing.html", context, part="results/_closing.html")


def _ignored(campaign: Any, job: Any) -> str:
    """What a closing that failed for want of a reason would pass over; empty where it failed otherwise."""
    if campaign.status != "ruling" or job is None or job.refusal_code not in _WANT_REASON:
        return ""
    absent = [each.name for each in reviews.list_absent(campaign)]
    return showing.what_closing_ignores(absent, has_disputes="count" in job.refusal_facts)


def _why(job: Any) -> str:
    """Why background work did not come to its end, in words."""
    return (
        refusal_sentence(Refused(job.refusal_code, **job.refusal_facts)) if job and job.refusal_code else ""
    )


@require_POST
@login_required
def publish(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Publish a numbered release; a correction that says nothing is asked again."""
    campaign = selectors.get_campaign_to_close(actor=actor_of(request), campaign_id=campaign_id)
    form = CorrectionForm(request.POST)
    if form.is_valid():
        with returned_in(form, "reason"):
            release = services.publish_results(
                actor=actor_of(request), campaign_id=campaign_id, note=form.said, now=timezone.now()
            )
            messages.success(request, _("Đã công bố lần %(number)s.") % {"number": release.number})
            return redirect("results:league", campaign_id)
    return _ask_again(request, campaign, form, _("Công bố bản đính chính"), _("Công bố"))


@require_POST
@login_required
def reopen(request: HttpRequest, campaign_id: int) -> HttpResponse:
    """Open published results for a correction, or stop a closing that has frozen nothing yet."""
    before = selectors.get_campaign_to_close(actor=actor_of(request), campaign_id=campaign_id)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with returned_in(form, "reason"):
            services.reopen_for_erratum(
                actor=actor_of(request), campaign_id=campaign_id, reason=form.said, now=timezone.now()
            )
            messages.success(request, _reopened(before.status))
            return redirect("results:league", campaign_id)
    title, submit = _("Mở lại để đính chính"), _("Mở lại")
    if before.status == "closed":
        title = _("Mở lại để sửa")
    elif before.status == "closing":
        title = submit = _("Dừng chốt")
    return _ask_again(request, before, form, title, submit)


def _reopened(status: str) -> str:
    """What was done to results at this stage."""
    if status == "closed":
        return _("Đã mở lại để sửa: hội đồng kết luận được ngay; xong thì chốt lại rồi công bố.")
    if status == "closing":
        return _("Đã dừng chốt, chưa ghi gì vào kết quả. Hội đồng kết luận được ngay; xong thì chốt lại.")
    return _("Đã mở lại để đính chính. Kết quả đã công bố giữ nguyên cho tới lần công bố sau.")


def _ask_again(
    request: HttpRequest, campaign: Any, form: ReasonForm, title: str, submit: str
) -> HttpResponse:
    context = {"campaign": campaign, "form": form, "title": title, "submit": submit}
    return render(request, "results/reason.html", context, status=422)
