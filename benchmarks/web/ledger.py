"""Afterwards: whether the database has everything that was acknowledged, and did its work once."""

from __future__ import annotations

from collections.abc import Iterable

import psycopg

from benchmarks.web.officer import Acknowledged

_MISSING_IN_HISTORY = """
    SELECT promised.* FROM promised LEFT JOIN assessments_answerchange kept
    ON (kept.assessment_id, kept.figure, kept.version, kept.typed)
     = (promised.assessment, promised.figure, promised.version, promised.typed)
    WHERE kept.id IS NULL
"""
# The newest promise about a figure is what stands there, or something newer does.
_MISSING_NOW = """
    SELECT newest.* FROM (
        SELECT DISTINCT ON (assessment, figure) * FROM promised ORDER BY assessment, figure, version DESC
    ) newest LEFT JOIN assessments_answer kept
    ON (kept.assessment_id, kept.figure) = (newest.assessment, newest.figure)
    WHERE kept.id IS NULL OR kept.version < newest.version
       OR (kept.version = newest.version AND kept.typed <> newest.typed)
"""
# A value and its place in the history are one change: the versions of a figure have no holes and no doubles.
_TORN = """
    SELECT answer.id FROM assessments_answer answer JOIN (
        SELECT assessment_id, figure, count(*) AS count, max(version) AS last
        FROM assessments_answerchange GROUP BY assessment_id, figure
    ) history USING (assessment_id, figure)
    WHERE history.count <> history.last OR answer.version <> history.last
"""


def find_lost(connection: psycopg.Connection, promised: Iterable[Acknowledged]) -> list[tuple[object, ...]]:
    """Everything that was acknowledged and is not there, in the history or now."""
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE promised"
            " (assessment bigint, figure text, typed text, version integer) ON COMMIT DROP"
        )
        with cursor.copy("COPY promised FROM STDIN") as copy:
            for each in promised:
                copy.write_row((each.assessment, each.figure, each.typed, each.version))
        cursor.execute("ANALYZE promised")
        lost = cursor.execute(_MISSING_IN_HISTORY).fetchall()
        return [*lost, *cursor.execute(_MISSING_NOW).fetchall()]


def count_torn(connection: psycopg.Connection) -> int:
    """How many figures have a history that does not fit them."""
    return len(connection.execute(_TORN).fetchall())


def count_unfinished(connection: psycopg.Connection) -> int:
    """How many pieces of background work are not done."""
    return _number(connection, "SELECT count(*) FROM procrastinate_jobs WHERE status <> 'succeeded'")


def count_done(connection: psycopg.Connection, task: str) -> int:
    """How many pieces of one kind of background work are done."""
    return _number(
        connection,
        "SELECT count(*) FROM procrastinate_jobs WHERE status = 'succeeded' AND task_name = %s",
        task,
    )


def count_done_twice(connection: psycopg.Connection) -> int:
    """How many pieces of background work came to their end more than once."""
    statement = (
        "SELECT count(*) FROM (SELECT job_id FROM procrastinate_events"
        " WHERE type = 'succeeded' GROUP BY job_id HAVING count(*) > 1) twice"
    )
    return _number(connection, statement)


def count_unchecked(connection: psycopg.Connection) -> int:
    """How many files nobody has checked."""
    return _number(connection, "SELECT count(*) FROM evidence_storedfile WHERE checked_at IS NULL")


def _number(connection: psycopg.Connection, statement: str, *values: object) -> int:
    row = connection.execute(statement, values).fetchone()
    return int(row[0]) if row else 0
