"""What the worker does for this app."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chamdiem.jobs.models import Job
from chamdiem.jobs.services import work
from chamdiem.organisations.services import apply_import, look_through
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
