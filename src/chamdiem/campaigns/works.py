"""Background work of this app, as the worker finds it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chamdiem.campaigns.preparing import OPENING
from chamdiem.campaigns.services.opening import create_participants, finish_opening
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import report_progress, work


@work(OPENING)
def open_campaign(job: Job) -> dict[str, Any]:
    """Make the participants of a campaign, then say that it is open; safe to run again."""
    campaign_id = int(job.arguments["campaign_id"])
    made = create_participants(
        campaign_id=campaign_id,
        now=timezone.now(),
        progress=lambda done, total: report_progress(job, done, total),
    )
    finish_opening(actor=job.started_by, campaign_id=campaign_id, now=timezone.now())
    return {"campaign_id": campaign_id, "participants": len(made)}
