"""Two people at the same moment, on real PostgreSQL: nothing is lost, nothing is counted twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from chamdiem.assessments import services
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.models import Answer, AnswerChange, Assessment, Submission
from chamdiem.assessments.services.locking import count_again
from chamdiem.audit.verifying import verify_chain
from chamdiem.errors import ChamdiemError, Conflict, WrongStage
from tests.people import NOW, Cast

from .filling import fill, write

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Run acts at the same moment, each with a connection of its own; refusals are results."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            barrier.wait(timeout=30)
            return act()
        except ChamdiemError as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_of_two_writers_of_one_figure_one_sees_the_other(company: Cast) -> None:
    write(company, "2.1.a", "50")
    for round_ in range(5):
        seen = Answer.objects.get(figure="2.1.a").version
        mine, theirs = at_once(
            partial(write, company, "2.1.a", f"6{round_}", actor=company.an, seen_version=seen),
            partial(write, company, "2.1.a", f"7{round_}", actor=company.kien, seen_version=seen),
        )
        kept, refused = (mine, theirs) if isinstance(theirs, Conflict) else (theirs, mine)
        assert isinstance(refused, Conflict)
        assert refused.facts["value"] == Answer.objects.get(figure="2.1.a").typed == kept.answer.typed
    versions = (
        AnswerChange.objects.filter(figure="2.1.a").order_by("version").values_list("version", flat=True)
    )
    assert list(versions) == [1, 2, 3, 4, 5, 6]


def test_writers_of_different_figures_lose_no_count(company: Cast) -> None:
    figures = {"I.1": "100", "1.2.x": "có", "2.1.a": "79", "2.2.a": "10", "2.3.n": "3", "1.3.points": "5"}
    results = at_once(*(partial(write, company, figure, typed) for figure, typed in figures.items()))
    assert not [each for each in results if isinstance(each, Exception)]
    kept = Assessment.objects.get(pk=company.a.pk)
    assert (kept.revision, kept.answered_count) == (6, 5)
    before = (kept.tally, kept.gap_count, kept.claimed_points)
    count_again(kept, asked_of(company.edition))
    assert (kept.tally, kept.gap_count, kept.claimed_points) == before
    assert verify_chain().is_whole


def test_two_buttons_pressed_at_once_send_once(company: Cast) -> None:
    fill(company)
    services.approve(
        actor=company.dung, assessment_id=company.a.pk, seen_revision=company.a.revision, now=NOW
    )
    results = at_once(
        *(
            partial(services.submit, actor=company.people[person], assessment_id=company.a.pk, now=NOW)
            for person in ("an", "dung", "an")
        )
    )
    assert sorted(type(each).__name__ for each in results) == ["Submission", "WrongStage", "WrongStage"]
    assert Submission.objects.count() == 1


def test_an_edit_and_an_approval_at_once_never_leave_a_false_approval(company: Cast) -> None:
    fill(company)
    revision = company.a.revision
    edited, approved = at_once(
        lambda: write(company, "2.3.n", "4"),
        lambda: services.approve(
            actor=company.dung, assessment_id=company.a.pk, seen_revision=revision, now=NOW
        ),
    )
    assert not isinstance(edited, Exception)
    # Either the leader was told, or her approval was voided by the edit that came after.
    in_force = company.a.approvals.filter(voided_at__isnull=True).exists()
    assert not in_force
    assert isinstance(approved, Conflict) or company.a.approvals.filter(voided_by=company.an).exists()


def test_an_edit_and_a_submission_at_once_send_what_was_approved(company: Cast) -> None:
    fill(company)
    services.approve(
        actor=company.dung, assessment_id=company.a.pk, seen_revision=company.a.revision, now=NOW
    )
    edited, sent = at_once(
        lambda: write(company, "2.3.n", "4"),
        lambda: services.submit(actor=company.an, assessment_id=company.a.pk, now=NOW),
    )
    if isinstance(sent, Submission):
        assert isinstance(edited, WrongStage)
        assert sent.content["answers"]["2.3.n"]["typed"] == "3"
    else:
        assert company.a.submissions.count() == 0
