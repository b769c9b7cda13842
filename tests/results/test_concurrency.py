"""Who writes while a campaign is closed, on real PostgreSQL: read when in flight, refused when later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction

from chamdiem.appraisals.models import Appraisal, Ruling
from chamdiem.appraisals.selectors.doors import list_ruled
from chamdiem.appraisals.services.accepting import bulk_accept
from chamdiem.appraisals.services.locking import locked
from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.errors import WrongStage
from chamdiem.jobs.services import run_job
from chamdiem.results.models import Closing, Result
from chamdiem.results.services import start_closing
from tests.appraisals.staging import APPRAISING, begin_ruling
from tests.people import NOW, Cast, make_cast

from .dossiers import rule

pytestmark = pytest.mark.django_db(transaction=True)
_PATIENCE_SECONDS = 60
_WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE %s
"""


@pytest.fixture
def company(transactional_db: None) -> Cast:
    cast = make_cast()
    begin_ruling(cast)
    return cast


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as threads:
        yield threads


def _beside(pool: ThreadPoolExecutor, act: Callable[[], Any]) -> Future[Any]:
    """Do it on a connection of its own."""

    def run() -> Any:
        try:
            return act()
        finally:
            connection.close()

    return pool.submit(run)


def _wait_until_somebody_waits() -> None:
    """Until a connection stands before a locked dossier."""
    for _ in range(_PATIENCE_SECONDS * 20):
        with connection.cursor() as cursor:
            cursor.execute(_WAITING, ['%"assessments_assessment"%'])
            if cursor.fetchone()[0]:
                return
        Event().wait(0.05)
    pytest.fail("nobody waits for the dossier")


@contextmanager
def _let_go_at_the_end(gate: Event) -> Iterator[None]:
    """Whatever a test finds, nobody is left waiting."""
    try:
        yield
    finally:
        gate.set()


def _rule(cast: Cast) -> Ruling:
    return rule_criterion(
        actor=cast.ha,
        assessment_id=cast.a.pk,
        key="2.1",
        points="12",
        reason="Xét phụ lục",
        version=0,
        now=APPRAISING,
    )


def _start(cast: Cast) -> int:
    return start_closing(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW).pk


def test_a_ruling_in_flight_is_waited_for_and_read(company: Cast, pool: ThreadPoolExecutor) -> None:
    written, gate = Event(), Event()

    @transaction.atomic
    def rule_slowly() -> None:
        # As far as the use case comes before it takes its place in the audit trail.
        dossier = locked(
            list_ruled, actor=company.ha, assessment_id=company.a.pk, action="rule", now=APPRAISING
        )
        rule(company, dossier, "2.1", "12")
        written.set()
        gate.wait(_PATIENCE_SECONDS)

    with _let_go_at_the_end(gate):
        ruling = _beside(pool, rule_slowly)
        assert written.wait(_PATIENCE_SECONDS)
        job = _start(company)
        closing = _beside(pool, lambda: run_job(job))
        _wait_until_somebody_waits()
        assert not Closing.objects.exists()
    ruling.result(_PATIENCE_SECONDS)
    closing.result(_PATIENCE_SECONDS)
    result = Result.objects.get(participant=company.a.participant)
    assert [each["points"] for each in result.criteria if each["key"] == "2.1"] == ["12"]


def _accept_many(cast: Cast) -> object:
    pairs = [(cast.b.pk, key) for key in ("1.1", "1.2")]
    return bulk_accept(actor=cast.chi, pairs=pairs, now=APPRAISING)


def test_who_waited_for_the_dossier_while_the_closing_began_is_refused(
    company: Cast, pool: ThreadPoolExecutor
) -> None:
    """Her statement began at the stage of ruling; when she gets the dossier, it is over."""
    later = _while_a_dossier_is_held(company, pool, company.a, lambda: _rule(company))
    assert isinstance(later.exception(_PATIENCE_SECONDS), WrongStage)
    assert not Ruling.objects.exists()


def test_what_is_accepted_in_bulk_is_left_then(company: Cast, pool: ThreadPoolExecutor) -> None:
    later = _while_a_dossier_is_held(company, pool, company.b, lambda: _accept_many(company))
    accepted = later.result(_PATIENCE_SECONDS)
    assert accepted.accepted == ()
    assert len(accepted.left) == 2
    assert not Appraisal.objects.filter(assessment=company.b).exists()


def _while_a_dossier_is_held(
    cast: Cast, pool: ThreadPoolExecutor, dossier: Assessment, act: Callable[[], Any]
) -> Future[Any]:
    """Somebody acts while the dossier is held as the closing holds it; meanwhile the closing begins."""
    held, gate = Event(), Event()

    @transaction.atomic
    def hold() -> None:
        Assessment.objects.select_for_update().get(pk=dossier.pk)
        held.set()
        gate.wait(_PATIENCE_SECONDS)

    with _let_go_at_the_end(gate):
        holder = _beside(pool, hold)
        assert held.wait(_PATIENCE_SECONDS)
        later = _beside(pool, act)
        _wait_until_somebody_waits()
        _start(cast)
        assert Campaign.objects.get(pk=cast.campaign.pk).status == Campaign.Status.CLOSING
    holder.result(_PATIENCE_SECONDS)
    return later
