"""What the worker does for this app."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from procrastinate.contrib.django import app

from chamdiem.jobs.models import Job
from chamdiem.jobs.services import work
from chamdiem.organisations.services import apply_import, carry_out_mergers, look_through, take_coming_names
from chamdiem.organisations.services.importing import APPLY, LOOK_THROUGH


@work(LOOK_THROUGH)
def look_through_file(job: Job) -> dict[str, Any]:
    """Look a large file through; safe to run again, it only writes the report."""
    assert job.started_by is not None  # noqa: S101  imports are always somebody's
    plan = look_through(import_id=job.arguments["import_id"], actor=job.started_by, now=timezone.now())
    return {"problems": len(plan.problems), "rows": len(plan.rows)}


@work(APPLY)
def apply_file(job: Job) -> dict[str, Any]:
    """Apply a large file; run again after it was applied, it is refused."""
    assert job.started_by is not None  # noqa: S101  imports are always somebody's
    file = apply_import(actor=job.started_by, import_id=job.arguments["import_id"], now=timezone.now())
    return {"import_id": file.pk}


# Hourly, because a worker may have slept; soon after midnight, when a new name takes effect.
@app.periodic(cron="1 * * * *")
@app.task(name="organisations.take_coming_names", queue="work", pass_context=False)
def take_names(timestamp: int) -> int:
    """Give bodies the names whose day has come; returns how many."""
    del timestamp  # when it was asked for; what counts is the day on which it runs
    return take_coming_names(now=timezone.now())


@app.periodic(cron="1 * * * *")
@app.task(name="organisations.carry_out_mergers", queue="work", pass_context=False)
def merge_bodies(timestamp: int) -> int:
    """Carry out the mergers whose day has come; returns how many."""
    del timestamp  # as above
    return carry_out_mergers(now=timezone.now())
