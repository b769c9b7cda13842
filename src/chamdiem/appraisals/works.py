"""Background work of this app, as the worker finds it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chamdiem.appraisals.services.opening import KIND, open_explanations
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import report_progress, work


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
