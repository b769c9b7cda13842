"""Background work: asked for in the transaction of the change, run by a worker, told as it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from asgiref.sync import sync_to_async
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from chamdiem.errors import ChamdiemError, Conflict, Refused
from chamdiem.jobs.models import Job

# Kind of work → what does it; filled by ``work`` when the apps are imported.
_WORKS: dict[str, Callable[[Job], dict[str, Any]]] = {}
# Kind of work → what is put right when it did not come to its end.
_FAILED: dict[str, Callable[[Job], None]] = {}
_RESCUES_KEPT_HOURS = 24
_STILL_QUEUED = ("todo", "doing")
# People sit before what they asked for: it goes before all that comes by the clock or with a file, which is
# 0 without a word; only taking up what was lost is quicker than anything.
_PEOPLE_WAIT, _FIRST_OF_ALL = 10, 20
Work = Callable[[Job], dict[str, Any]]


def work(kind: str, *, failed: Callable[[Job], None] | None = None) -> Callable[[Work], Work]:
    """Register a function as the work of a kind; it takes the job and returns its result, plain JSON.

    It must be safe to run again from the start: a worker may be killed in the middle.
    ``failed`` puts right what waits for an end that will not come; it may be called
    for work that was stopped or overtaken, and looks for itself.
    """

    def register(function: Work) -> Work:
        _WORKS[kind] = function
        if failed is not None:
            _FAILED[kind] = failed
        return function

    return register


def start_job(
    *, kind: str, title: str, actor: AbstractBaseUser | None, now: datetime, total: int = 0, **arguments: Any
) -> Job:
    """Ask for background work; it is queued in the transaction at hand, with the change that needs it."""
    job = Job.objects.create(
        kind=kind,
        title=title,
        arguments=arguments,
        total=total,
        started_by_id=actor.pk if actor else None,
        asked_at=now,
    )
    run_job.configure(priority=_PEOPLE_WAIT).defer(job_id=job.pk)
    return job


def report_progress(job: Job, done: int, total: int | None = None) -> None:
    """Say how far the work is; one short statement."""
    job.done, job.total = done, total if total is not None else job.total
    Job.objects.filter(pk=job.pk).update(done=job.done, total=job.total)


# A database that went away comes back; what was under way begins again, as ``work`` promises it may.
_COMES_BACK = (OperationalError, InterfaceError)
_ONCE_IT_IS_BACK = RetryStrategy(max_attempts=10, wait=10, retry_exceptions=set(_COMES_BACK))


@app.task(name="jobs.run", queue="work", pass_context=False, retry=_ONCE_IT_IS_BACK)
def run_job(job_id: int) -> None:
    """Run one job to its end; a refusal is its result, a bug ends it and is raised for the worker to log."""
    job = Job.objects.get(pk=job_id)
    if not job.is_under_way:
        return
    job.status, job.started_at = Job.Status.RUNNING, timezone.now()
    job.save(update_fields=["status", "started_at"])
    try:
        job.result, job.status = _WORKS[job.kind](job), Job.Status.DONE
    except ChamdiemError as refusal:
        job.status = Job.Status.FAILED
        job.refusal_code = refusal.code if isinstance(refusal, Refused) else "job.invalid"
        job.refusal_facts = dict(refusal.facts) if isinstance(refusal, Refused) else {}
    except _COMES_BACK:
        raise
    except Exception:
        # Whoever waits for it must not wait for ever.
        job.status, job.refusal_code = Job.Status.FAILED, "job.broken"
        _save_end(job)
        raise
    _save_end(job)


def _save_end(job: Job) -> None:
    job.ended_at = timezone.now()
    with transaction.atomic():
        if job.status == Job.Status.FAILED:
            _put_right(job)
        job.save(update_fields=["status", "result", "refusal_code", "refusal_facts", "ended_at"])


def _put_right(job: Job) -> None:
    """Before the row of the job is written: what is put right is locked first, as where work is stopped."""
    if job.kind in _FAILED:
        _FAILED[job.kind](job)


def stop_jobs(*, kind: str, code: str, now: datetime, **arguments: Any) -> int:
    """End what is under way of a kind with these arguments; ``code`` says why. How many there were.

    What waits is never begun; what runs must ask by itself whether it is still wanted (``demand_wanted``).
    """
    found = Job.objects.filter(kind=kind, arguments=arguments, status__in=Job.UNDER_WAY)
    return found.update(status=Job.Status.FAILED, refusal_code=code, ended_at=now)


def demand_wanted(job: Job) -> None:
    """Refuse to go on with work that was stopped meanwhile, with the code it was stopped with; one query.

    Raises:
        Conflict: It was stopped.
    """
    job.refresh_from_db(fields=["status", "refusal_code"])
    if not job.is_under_way:
        raise Conflict(job.refusal_code)


def end_lost_jobs(now: datetime) -> int:
    """End what is under way although no worker will take it up any more. How many there were.

    Where the database went away again and again the queue gives up, and the row
    could not be told: whoever waits for it sees that it failed, and asks again.
    """
    under_way = set(Job.objects.filter(status__in=Job.UNDER_WAY).values_list("pk", flat=True))
    # Read after the rows above: what was asked for meanwhile is not among them.
    queued = ProcrastinateJob.objects.filter(task_name=run_job.name, status__in=_STILL_QUEUED)
    lost = under_way - set(queued.values_list("args__job_id", flat=True))
    return sum(_end_lost(job, now) for job in Job.objects.filter(pk__in=lost, status__in=Job.UNDER_WAY))


@transaction.atomic
def _end_lost(job: Job, now: datetime) -> int:
    job.refusal_code = "job.lost"
    _put_right(job)
    still = Job.objects.filter(pk=job.pk, status__in=Job.UNDER_WAY)
    return still.update(status=Job.Status.FAILED, refusal_code=job.refusal_code, ended_at=now)


@app.periodic(cron="* * * * *")
@app.task(
    name="jobs.rescue",
    queue="rescue",
    queueing_lock="jobs.rescue",
    pass_context=True,
    priority=_FIRST_OF_ALL,
)
async def rescue_jobs(context: JobContext, timestamp: int) -> None:  # noqa: ARG001  the contract
    """Queue again what a worker had in hand that was killed: it gives no sign of life any more."""
    manager = context.app.job_manager
    for stalled in await manager.get_stalled_jobs():
        await manager.retry_job(stalled)
    await sync_to_async(end_lost_jobs)(timezone.now())
    await manager.delete_old_jobs(nb_hours=_RESCUES_KEPT_HOURS, queue="rescue")
