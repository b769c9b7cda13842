"""Background work the queue has given up is shown as failed and can be asked for again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from chamdiem.campaigns.models import Campaign
from chamdiem.jobs import services
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import end_lost_jobs, run_job
from chamdiem.results.models import Closing
from chamdiem.results.services import start_closing, start_review
from tests.people import NOW, Cast

from .dossiers import fill

Opened = Callable[[str], Client]


def _give_up(job: Job) -> None:
    """What the queue does after its last attempt."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'failed' WHERE (args ->> 'job_id')::int = %s", [job.pk]
        )


def test_a_database_that_goes_away_leaves_it_running(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(cast)
    job = start_closing(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)

    def lose(job: Job) -> dict[str, object]:
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setitem(services._WORKS, job.kind, lose)  # the database of the tests stays where it is
    with pytest.raises(OperationalError):
        run_job(job.pk)
    job.refresh_from_db()
    assert job.status == Job.Status.RUNNING
    assert end_lost_jobs(NOW) == 0


def test_after_the_last_attempt_it_has_failed_and_begins_again(cast: Cast, opened: Opened) -> None:
    fill(cast)
    job = start_closing(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    Job.objects.filter(pk=job.pk).update(status=Job.Status.RUNNING)
    _give_up(job)
    assert end_lost_jobs(NOW) == 1
    job.refresh_from_db()
    assert (job.status, job.refusal_code, job.ended_at) == (Job.Status.FAILED, "job.lost", NOW)
    assert Campaign.objects.get(pk=cast.campaign.pk).status == Campaign.Status.RULING
    giang = opened("giang")
    page = giang.get(reverse("results:show_closing", args=[cast.campaign.pk])).content.decode()
    assert "mất kết nối cơ sở dữ liệu" in page
    giang.post(reverse("results:close", args=[cast.campaign.pk]))
    again = Job.objects.order_by("-pk")[0]
    assert again.pk != job.pk
    run_job(again.pk)
    assert Closing.objects.count() == 1


def test_a_review_is_asked_for_again_too(cast: Cast, opened: Opened) -> None:
    fill(cast)
    job = start_review(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    _give_up(job)
    end_lost_jobs(NOW)
    giang, address = opened("giang"), reverse("results:readiness", args=[cast.campaign.pk])
    assert "mất kết nối cơ sở dữ liệu" in giang.get(address).content.decode()
    giang.post(reverse("results:review", args=[cast.campaign.pk]))
    run_job(Job.objects.order_by("-pk")[0].pk)
    assert "Rà soát 2 hồ sơ lúc" in giang.get(address).content.decode()


def test_what_waits_or_has_ended_is_left_alone(cast: Cast) -> None:
    fill(cast)
    waiting = start_review(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    done = Job.objects.create(kind="x", title="Xong", status=Job.Status.DONE, asked_at=NOW)
    assert end_lost_jobs(NOW) == 0
    for job, status in ((waiting, Job.Status.WAITING), (done, Job.Status.DONE)):
        job.refresh_from_db()
        assert job.status == status
