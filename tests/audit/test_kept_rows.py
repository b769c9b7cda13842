"""What is kept as it was: of every column the database has, it changes only those that must.

The columns are read from the database, so that one added later is tried too.
"""

# Names of tables and columns cannot be given as parameters.
# ruff: noqa: S608

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from chamdiem.assessments import services
from chamdiem.assessments.models import Approval, Submission
from chamdiem.plans.models import RoundReport
from chamdiem.plans.services import close_round, open_round
from chamdiem.results.services import close_campaign, publish_results
from tests.assessments.filling import hand_in, write
from tests.people import NOW, Cast
from tests.plans.loaded import AFTER, FOURTH, accept_all, third_quarter
from tests.results import dossiers

_WITHDRAWN = {"withdrawn_at", "withdrawn_by_id"}
_VOIDED = {"voided_at", "voided_by_id", "voided_because"}


def _issued(cast: Cast) -> None:
    """The edition of the cast."""


def _handed_in(cast: Cast) -> None:
    hand_in(cast)


def _withdrawn(cast: Cast) -> None:
    hand_in(cast)
    services.withdraw(actor=cast.an, assessment_id=cast.a.pk, now=NOW)
    write(cast, "2.3.n", "4")
    assert Submission.objects.get().withdrawn_at
    assert Approval.objects.get().voided_at


def _published(cast: Cast) -> None:
    dossiers.fill(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)


def _closed_round(cast: Cast) -> None:
    third = third_quarter(cast)
    accept_all(cast, third)
    close_round(actor=cast.giang, round_id=third.pk, now=AFTER)


_KEPT: dict[str, tuple[Callable[[Cast], None], str, set[str]]] = {
    "issued edition": (_issued, "indicators_edition", set()),
    "submission": (_handed_in, "assessments_submission", _WITHDRAWN),
    "withdrawn submission": (_withdrawn, "assessments_submission", set()),
    "approval": (_handed_in, "assessments_approval", _VOIDED),
    "void approval": (_withdrawn, "assessments_approval", set()),
    "change of an answer": (_handed_in, "assessments_answerchange", set()),
    "closing": (_published, "results_closing", set()),
    "result": (_published, "results_result", set()),
    "release": (_published, "results_release", set()),
    "closings of a release": (_published, "results_release_closings", set()),
    "closed round": (_closed_round, "plans_round", set()),
    "report of a closed round": (_closed_round, "plans_roundreport", set()),
    "line of a closed round": (_closed_round, "plans_itemreport", set()),
    "step of a report": (_closed_round, "plans_reportstep", set()),
    "version of a plan": (_closed_round, "plans_planversion", set()),
    "event": (_handed_in, "audit_event", set()),
}
_OTHER = {
    "boolean": "NOT coalesce({0}, false)",
    "jsonb": "'[\"khác\"]'",
    "text": "coalesce({0}, '') || 'x'",
    "character varying": "left(coalesce({0}, ''), 1) || 'khác'",
    "timestamp with time zone": "coalesce({0}, now()) + interval '1 day'",
    "date": "coalesce({0}, current_date) + 1",
}


@pytest.mark.parametrize("kept", _KEPT)
def test_only_what_must_change_can(kept: str, cast: Cast) -> None:
    prepare, table, may_change = _KEPT[kept]
    prepare(cast)
    assert {column for column, kind in _columns(table) if _changes(table, column, kind)} == may_change


@pytest.mark.parametrize("kept", _KEPT)
def test_no_row_of_it_can_be_deleted(kept: str, cast: Cast) -> None:
    prepare, table, _may_change = _KEPT[kept]
    prepare(cast)
    assert not _runs(f"DELETE FROM {table}")


def test_a_report_is_not_moved_out_of_a_closed_round(cast: Cast) -> None:
    _closed_round(cast)
    closed = RoundReport.objects.first()
    assert closed is not None
    fourth = open_round(actor=cast.giang, plan_id=closed.round.plan_id, year=2026, quarter=4, now=FOURTH)
    assert not _runs(f"UPDATE plans_roundreport SET round_id = {fourth.pk} WHERE id = {closed.pk}")


def _columns(table: str) -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", [table]
        )
        found = cursor.fetchall()
    assert found, f"there is no table {table}"
    yield from found


def _changes(table: str, column: str, kind: str) -> bool:
    other = _OTHER.get(kind, "coalesce({0}, 0) + 1").format(f'"{column}"')
    return _runs(f'UPDATE {table} SET "{column}" = {other}')


def _runs(statement: str) -> bool:
    """Whether the database carries it out, for one row at least; taken back in any case."""
    refused = ""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            assert cursor.rowcount, "there is no row to try it on"
            transaction.set_rollback(True)
    except DatabaseError as error:
        refused = str(error)
    assert not refused or "never changed" in refused
    return not refused
