"""Finding background work again, to show how far it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.db.models.functions import Now
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from chamdiem.jobs.models import Job

# A worker gives a sign of life every ten seconds.
_SILENCE = timedelta(seconds=60)


def find_job(*, kind: str, **arguments: Any) -> Job | None:
    """The newest work of a kind that was asked for with exactly these arguments; one query."""
    return Job.objects.filter(kind=kind, arguments=arguments).order_by("-asked_at", "-pk").first()


def count_ahead(job: Job | None) -> int:
    """How many things the workers have in hand or take up before work that waits; two queries, else none."""
    if job is None or job.status != Job.Status.WAITING:
        return 0
    queue = ProcrastinateJob.objects.exclude(scheduled_at__gt=Now()).exclude(queue_name="rescue")
    own = queue.filter(task_name="jobs.run", args__job_id=job.pk, status="todo").first()
    if own is None:
        return 0
    is_earlier = Q(priority__gt=own.priority) | Q(priority=own.priority, pk__lt=own.pk)
    return queue.filter(Q(status="doing") | Q(is_earlier, status="todo")).count()


def is_left_alone(job: Job | None) -> bool:
    """Whether work that waits or runs has no worker that is alive; one query, else none."""
    if job is None or not job.is_under_way:
        return False
    return not ProcrastinateWorker.objects.filter(last_heartbeat__gt=Now() - _SILENCE).exists()
