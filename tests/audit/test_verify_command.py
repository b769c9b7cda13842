"""``verify_audit`` says whether the chain is whole, and fails by name where it is not."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from chamdiem.audit.services import record_event
from tests.people import NOW, Cast


def _verify() -> str:
    out = StringIO()
    call_command("verify_audit", stdout=out)
    return out.getvalue()


def test_a_whole_chain_is_reported_with_its_length(cast: Cast) -> None:
    for _ in range(3):
        record_event(actor=cast.an, action="person.sign_in", subject=cast.an, at=NOW)
    assert "3 events" in _verify()


def test_an_empty_chain_is_whole(db: None) -> None:
    assert "0 events" in _verify()


@pytest.mark.parametrize("column", ["search_text", "subject_name", "actor_name", "organisation_path"])
def test_the_first_broken_link_is_named_and_the_exit_code_is_one(cast: Cast, column: str) -> None:
    for _ in range(3):
        record_event(actor=cast.an, action="person.sign_in", subject=cast.an, at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER audit_event_never_changed")
        cursor.execute(f"UPDATE audit_event SET {column} = 'khác' WHERE number = 2")  # noqa: S608  from the test
        cursor.execute("ALTER TABLE audit_event ENABLE TRIGGER audit_event_never_changed")
    with pytest.raises(CommandError, match="broken at event 2") as failed:
        _verify()
    assert failed.value.returncode == 1
