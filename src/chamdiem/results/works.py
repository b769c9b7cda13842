"""Background work of this app, as the worker finds it."""

from __future__ import annotations

from typing import Any, cast

from django.utils import timezone

from chamdiem.accounts.models import User
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.preparing import CLOSING
from chamdiem.campaigns.services import take_back_closing
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import demand_wanted, report_progress, work
from chamdiem.results.reviews import REVIEW
from chamdiem.results.services import demand_reason, freeze_tracks, review_campaign, store_closings
from chamdiem.results.steps import Progress


def _telling(job: Job) -> Progress:
    """After each batch: is it still wanted, and how far is it."""

    def progress(done: int, total: int) -> None:
        demand_wanted(job)
        report_progress(job, done, total)

    return progress


def _take_back(job: Job) -> None:
    """Nothing was frozen: the campaign goes back, so that the council can rule and somebody close again."""
    take_back_closing(campaign_id=job.arguments["campaign_id"], job=job, now=timezone.now())


@work(CLOSING, failed=_take_back)
def close_in_background(job: Job) -> dict[str, Any]:
    """Freeze a campaign; nothing is written before the end, so it is safe to run again."""
    campaign = Campaign.objects.get(pk=job.arguments["campaign_id"])
    if campaign.status != Campaign.Status.CLOSING:
        return {"campaign_id": campaign.pk}
    frozen = freeze_tracks(campaign, _telling(job))
    demand_reason(campaign)
    # Nobody but a person begins a closing.
    actor = cast("User", job.started_by)
    closings = store_closings(frozen, campaign_id=campaign.pk, actor=actor, now=timezone.now(), job=job)
    return {"campaign_id": campaign.pk, "closings": [each.pk for each in closings]}


@work(REVIEW)
def review_in_background(job: Job) -> dict[str, Any]:
    """Look a campaign through; what an interrupted run left behind is thrown away first."""
    campaign = Campaign.objects.get(pk=job.arguments["campaign_id"])
    review = review_campaign(campaign=campaign, progress=_telling(job), now=timezone.now)
    return {"campaign_id": campaign.pk, "review_id": review.pk, "concerns": review.concern_count}
