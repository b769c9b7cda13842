"""Finding background work again, to show how far it is."""

from __future__ import annotations

from typing import Any

from chamdiem.jobs.models import Job


def find_job(*, kind: str, **arguments: Any) -> Job | None:
    """The newest work of a kind that was asked for with exactly these arguments; one query."""
    return Job.objects.filter(kind=kind, arguments=arguments).order_by("-asked_at", "-pk").first()
