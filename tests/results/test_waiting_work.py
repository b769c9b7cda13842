"""What people wait for goes before the checks of files, and a page says how much is before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from chamdiem.evidence.checking import check_file
from chamdiem.jobs.models import Job
from chamdiem.jobs.selectors import count_ahead
from chamdiem.results.services import start_closing, start_review
from tests.people import NOW, Cast

from .dossiers import fill

Opened = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _nothing_queued(db: None) -> None:
    """Tests of workers leave work of their own behind, which no rollback takes back."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        cursor.execute("DELETE FROM procrastinate_workers")


def test_a_review_goes_before_the_checks_of_files(cast: Cast) -> None:
    fill(cast)
    check_file.defer(file_id=1)
    review = start_review(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    queue = ProcrastinateJob.objects.filter(status="todo")
    assert queue.order_by("-priority", "id")[0].task_name == "jobs.run"
    assert count_ahead(review) == 0


def test_its_page_says_behind_how_much_it_waits(cast: Cast, opened: Opened) -> None:
    fill(cast)
    check_file.defer(file_id=1)
    ProcrastinateJob.objects.filter(task_name="evidence.check_file").update(status="doing")
    start_review(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    closing = start_closing(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    giang, campaign = opened("giang"), [cast.campaign.pk]
    assert "đứng sau 1 việc khác" in giang.get(reverse("results:readiness", args=campaign)).content.decode()
    assert (
        "đứng sau 2 việc khác" in giang.get(reverse("results:show_closing", args=campaign)).content.decode()
    )
    Job.objects.filter(pk=closing.pk).update(status=Job.Status.RUNNING)
    assert "đứng sau" not in giang.get(reverse("results:show_closing", args=campaign)).content.decode()


def _worker(seconds_silent: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s))",
            [seconds_silent],
        )


def test_its_page_says_where_there_is_no_worker(cast: Cast, opened: Opened) -> None:
    fill(cast)
    start_review(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    closing = start_closing(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    Job.objects.filter(pk=closing.pk).update(status=Job.Status.RUNNING, done=1, total=1)
    giang, hint = opened("giang"), "Chưa có tiến trình nền nào hoạt động"
    places = [reverse(f"results:{page}", args=[cast.campaign.pk]) for page in ("readiness", "show_closing")]
    for place in places:
        assert hint in giang.get(place).content.decode()
    _worker(seconds_silent=90)
    for place in places:
        assert hint in giang.get(place).content.decode()
    _worker(seconds_silent=20)
    for place in places:
        assert hint not in giang.get(place).content.decode()
