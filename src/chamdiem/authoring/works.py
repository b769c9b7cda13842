"""Background work of this app, as the worker finds it."""

from __future__ import annotations

from typing import Any

from chamdiem.authoring.services.reading import read_into
from chamdiem.authoring.services.taking_in import READ
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import work


@work(READ)
def read_file(job: Job) -> dict[str, Any]:
    """Read the file of a working copy; begun again it reads the same file into the same copy."""
    return {"rows": read_into(copy_id=job.arguments["copy_id"], job=job)}
