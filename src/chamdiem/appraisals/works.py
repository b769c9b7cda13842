"""Background work of this app, as the worker finds it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from chamdiem.accounts.models import User
from chamdiem.appraisals.services.opening import KIND, open_explanations, start_explanations
from chamdiem.appraisals.services.telling import tell_ruled
from chamdiem.campaigns.hooks import when_moved
from chamdiem.campaigns.models import Campaign
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import report_progress, work


@when_moved
def open_with_the_stage(campaign: Campaign, actor: User, now: datetime) -> None:
    """With the stage of explanation every explanation is opened."""
    if campaign.status == Campaign.Status.EXPLANATION:
        start_explanations(actor=actor, campaign_id=campaign.pk, now=now)


@when_moved
def tell_with_publication(campaign: Campaign, _actor: User, now: datetime) -> None:
    """With the publication every organisation learns what the council ruled on its disputes."""
    if campaign.status == Campaign.Status.PUBLISHED:
        tell_ruled(campaign, now=now)


@work(KIND)
def open_in_background(job: Job) -> dict[str, Any]:
    """Open every explanation of a campaign; safe to run again."""
    opened = open_explanations(
        actor=job.started_by,
        campaign_id=int(job.arguments["campaign_id"]),
        now=timezone.now(),
        progress=lambda done, total: report_progress(job, done, total),
    )
    return {"opened": opened}
