"""The chain is whole, says so, and names the first link that was broken."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.translation import override

from chamdiem.audit.models import Event
from chamdiem.audit.selectors import verify_chain
from chamdiem.audit.services import record_event
from chamdiem.jobs.models import Job
from tests.people import NOW, Cast


def _record(cast: Cast, count: int = 3) -> list[Event]:
    return [
        record_event(actor=cast.an, action="test.done", subject=cast.body_a, at=NOW, place=place)
        for place in range(count)
    ]


def _tamper(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER audit_event_never_changed")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_event ENABLE TRIGGER audit_event_never_changed")


def test_a_chain_nobody_touched_is_whole(cast: Cast) -> None:
    _record(cast)
    report = verify_chain()
    assert report.is_whole
    assert report.checked == 3


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE audit_event SET facts = '{\"place\": 9}' WHERE number = 2", 2),
        ("UPDATE audit_event SET actor_name = 'ai đó' WHERE number = 1", 1),
        ("DELETE FROM audit_event WHERE number = 2", 3),
    ],
)
def test_a_broken_link_is_named(cast: Cast, statement: str, broken_at: int) -> None:
    _record(cast)
    _tamper(statement)
    assert verify_chain().broken_at == broken_at


@pytest.mark.parametrize("statement", ["UPDATE audit_event SET action = 'x'", "DELETE FROM audit_event"])
def test_the_database_refuses_to_change_or_delete_an_event(cast: Cast, statement: str) -> None:
    _record(cast, 1)
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert verify_chain().is_whole


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_a_bug() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        record_event(actor=None, action="x", subject=Event(number=1), at=NOW)


def test_the_record_has_one_language_whatever_its_writer_reads(cast: Cast) -> None:
    job = Job(pk=1, title="Việc thử", status=Job.Status.DONE)
    with override("en"):
        event = record_event(actor=cast.an, action="test.done", subject=job, at=NOW)
        assert str(job) == "Việc thử · finished"
    assert event.subject_name == "Việc thử · xong"
