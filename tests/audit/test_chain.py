"""The chain is whole, says so, and names the first link that was broken."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.translation import override

from chamdiem.audit.models import Anchor, Event
from chamdiem.audit.sealing import seal_of
from chamdiem.audit.services import record_event
from chamdiem.audit.verifying import Fault, verify_chain
from chamdiem.jobs.models import Job
from tests.emptying import refuses_to_be_emptied
from tests.people import NOW, Cast


def _record(cast: Cast, count: int = 3) -> list[Event]:
    return [
        record_event(actor=cast.an, action="test.done", subject=cast.body_a, at=NOW, place=place)
        for place in range(count)
    ]


def _tamper(*statements: str) -> None:
    """What somebody does who may change the tables themselves."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("audit_event", "audit_anchor"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in statements:
            cursor.execute(statement)
        # All but those that the tests need lifted (tests/conftest.py).
        for table, trigger in (
            ("audit_event", "audit_event_never_changed"),
            ("audit_event", "audit_event_moves_anchor"),
            ("audit_anchor", "audit_anchor_never_deleted"),
            ("audit_anchor", "audit_anchor_only_moves_on"),
            ("audit_anchor", "tests_begin_anew"),
        ):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")


def test_a_chain_nobody_touched_is_whole(cast: Cast) -> None:
    *_, last = _record(cast)
    report = verify_chain()
    assert report.is_whole
    assert (report.checked, report.last_hash) == (3, last.hash)
    assert (Anchor.objects.get().number, Anchor.objects.get().hash) == (3, last.hash)


_SHIFT = "UPDATE audit_event SET number = number - 4 WHERE number = 3"


@pytest.mark.parametrize(
    ("statement", "broken_at", "until", "fault"),
    [
        ("UPDATE audit_event SET facts = '{\"place\": 9}' WHERE number = 2", 2, None, Fault.CHANGED),
        ("UPDATE audit_event SET actor_name = 'ai đó' WHERE number = 1", 1, None, Fault.CHANGED),
        ("UPDATE audit_event SET previous_hash = '' WHERE number = 3", 3, None, Fault.CHANGED),
        (_SHIFT, -1, None, Fault.STRAY),
        ("DELETE FROM audit_event WHERE number = 2", 2, 2, Fault.MISSING),
        ("DELETE FROM audit_event WHERE number < 3", 1, 2, Fault.MISSING),
        ("DELETE FROM audit_event WHERE number = 3", 3, 3, Fault.CUT_OFF),
        ("DELETE FROM audit_event WHERE number > 1", 2, 3, Fault.CUT_OFF),
        ("TRUNCATE audit_event", 1, 3, Fault.CUT_OFF),
        ("DELETE FROM audit_anchor", 4, None, Fault.NO_ANCHOR),
        ("UPDATE audit_anchor SET number = 2", 2, None, Fault.OTHER_END),
        (
            "UPDATE audit_anchor SET number = 2, hash = (SELECT hash FROM audit_event WHERE number = 2)",
            3,
            None,
            Fault.BEYOND,
        ),
    ],
)
def test_the_first_broken_link_is_named_exactly(
    cast: Cast, statement: str, broken_at: int, until: int | None, fault: Fault
) -> None:
    _record(cast)
    _tamper(statement)
    report = verify_chain()
    assert (report.broken_at, report.until, report.fault) == (broken_at, until, fault)


def _rewritten(event: Event) -> str:
    """Somebody else did it, and the seal fits."""
    seal, number = seal_of(event), event.number
    return f"UPDATE audit_event SET actor_name = 'ai đó', hash = '{seal}' WHERE number = {number}"  # noqa: S608  from the test


def test_an_event_that_was_replaced_and_sealed_anew_is_not_linked_to(cast: Cast) -> None:
    _, second, _ = _record(cast)
    second.actor_name = "ai đó"
    _tamper(_rewritten(second))
    assert (verify_chain().broken_at, verify_chain().fault) == (3, Fault.UNLINKED)


def test_a_chain_rewritten_to_its_end_is_found_by_a_seal_kept_outside(cast: Cast) -> None:
    *_, last = _record(cast)
    kept = (last.number, last.hash)
    assert verify_chain(expected=[kept]).is_whole
    last.actor_name = "ai đó"
    _tamper(
        _rewritten(last),
        "UPDATE audit_anchor SET hash = (SELECT hash FROM audit_event WHERE number = 3)",
    )
    assert verify_chain().is_whole
    report = verify_chain(expected=[kept])
    assert (report.broken_at, report.fault) == (3, Fault.OTHER_SEAL)


def test_a_chain_that_begins_anew_is_found_by_a_seal_kept_outside(cast: Cast) -> None:
    *_, last = _record(cast)
    _tamper("TRUNCATE audit_event", "UPDATE audit_anchor SET number = 0, hash = ''")
    assert verify_chain().is_whole
    report = verify_chain(expected=[(last.number, last.hash)])
    assert (report.broken_at, report.until, report.fault) == (1, 3, Fault.CUT_OFF)


def _refused(statement: str, match: str) -> None:
    with (
        pytest.raises(DatabaseError, match=match),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("statement", "match"),
    [
        ("UPDATE audit_event SET action = 'x'", "never changed"),
        ("DELETE FROM audit_event", "never changed"),
        ("DELETE FROM audit_anchor", "never changed"),
        ("UPDATE audit_anchor SET number = 0, hash = ''", "only moves on"),
        ("UPDATE audit_anchor SET number = number + 1", "only moves on"),
        ("UPDATE audit_anchor SET hash = 'x'", "only moves on"),
        ("INSERT INTO audit_anchor VALUES (1, 7, '')", "duplicate key"),
        ("INSERT INTO audit_anchor VALUES (2, 7, '')", "anchor_is_one"),
        (
            "INSERT INTO audit_event (number, at, actor_name, action, subject_type, subject_id, subject_name,"
            " organisation_path, facts, search_text, previous_hash, hash)"
            " SELECT 9, at, '', 'x', '', '', '', '', '{}', '', hash, 'y' FROM audit_event",
            "does not follow",
        ),
    ],
)
def test_the_database_refuses_to_change_delete_or_slip_in(cast: Cast, statement: str, match: str) -> None:
    _record(cast, 1)
    _refused(statement, match)
    assert verify_chain().is_whole


@pytest.mark.parametrize("table", ["audit_event", "audit_anchor"])
def test_the_database_refuses_to_empty_the_trail(cast: Cast, table: str) -> None:
    _record(cast, 1)
    refuses_to_be_emptied(table)
    assert verify_chain().checked == 1


def test_nothing_is_recorded_where_the_anchor_is_gone(cast: Cast) -> None:
    _record(cast, 1)
    _tamper("DELETE FROM audit_anchor")
    with pytest.raises(RuntimeError, match="anchor"):
        _record(cast, 1)


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
