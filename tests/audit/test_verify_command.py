"""``verify_audit`` says whether the chain is whole, and fails by name where it is not."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from chamdiem.audit.management.commands.verify_audit import _FAULTS
from chamdiem.audit.models import Anchor, Event
from chamdiem.audit.services import record_event
from chamdiem.audit.verifying import Fault
from tests.people import NOW, Cast

_RAW_INSERT = """
    INSERT INTO audit_event (number, at, actor_name, action, subject_type, subject_id, subject_name,
        organisation_path, facts, search_text, previous_hash, hash)
    VALUES (%s, %s, 'ai đó', 'person.sign_in', 'accounts.user', '1', 'ai đó', '', '{}', '', %s, %s)
"""


def _verify(*options: str) -> str:
    out = StringIO()
    call_command("verify_audit", *options, stdout=out)
    return out.getvalue()


def _record(cast: Cast) -> list[Event]:
    return [record_event(actor=cast.an, action="person.sign_in", subject=cast.an, at=NOW) for _ in range(3)]


def test_a_whole_chain_is_reported_with_its_length_and_a_seal_to_keep(cast: Cast) -> None:
    *_, last = _record(cast)
    said = _verify()
    assert "nguyên vẹn: đã kiểm tra 3 sự kiện" in said
    assert f"3:{last.hash}" in said
    assert "có thể cắt bỏ phần cuối hoặc viết lại cả nhật ký" in said
    assert "verify_audit --expect SỐ:MÃ" in said


def test_an_empty_chain_is_whole_and_has_no_seal(db: None) -> None:
    said = _verify()
    assert "0 sự kiện" in said
    assert "niêm phong" not in said
    assert "Lưu ý" not in said


def test_seals_kept_outside_are_held_against_it(cast: Cast) -> None:
    first, second, _ = _record(cast)
    options = [f"--expect={event.number}:{event.hash}" for event in (first, second)]
    assert "Khớp 2 mã" in _verify(*options)
    with pytest.raises(CommandError, match="số 1 không khớp mã niêm phong đã ghi lại") as failed:
        _verify(f"--expect=1:{second.hash}", options[0])
    assert failed.value.returncode == 1
    with pytest.raises(CommandError, match="các sự kiện từ số 4 đến số 9 ở cuối nhật ký không còn"):
        _verify(f"--expect=9:{second.hash}")


@pytest.mark.parametrize("seal", ["3", "3:abc", f"0:{'a' * 64}", f"x:{'a' * 64}", ""])
def test_what_is_no_seal_is_refused_with_how_to_write_one(db: None, seal: str) -> None:
    with pytest.raises(CommandError, match="SỐ:MÃ, mã gồm 64"):
        _verify(f"--expect={seal}")


@pytest.mark.parametrize("column", ["search_text", "subject_name", "actor_name", "organisation_path"])
def test_the_first_broken_link_is_named_and_the_exit_code_is_one(cast: Cast, column: str) -> None:
    _record(cast)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER audit_event_never_changed")
        cursor.execute(f"UPDATE audit_event SET {column} = 'khác' WHERE number = 2")  # noqa: S608  from the test
        cursor.execute("ALTER TABLE audit_event ENABLE TRIGGER audit_event_never_changed")
    with pytest.raises(CommandError, match="nội dung sự kiện số 2 đã bị sửa") as failed:
        _verify()
    assert failed.value.returncode == 1


def test_an_event_with_an_invented_seal_written_past_the_product_is_named(cast: Cast) -> None:
    *_, last = _record(cast)
    with connection.cursor() as cursor:
        cursor.execute(_RAW_INSERT, [last.number + 1, NOW, last.hash, "f" * 64])
    record_event(actor=cast.an, action="person.sign_in", subject=cast.an, at=NOW)
    assert Anchor.objects.get().number == 5
    with pytest.raises(
        CommandError, match=r"sự kiện số 4 .*bị ghi thẳng vào cơ sở dữ liệu.*3 sự kiện đứng trước"
    ):
        _verify()


def test_every_fault_has_a_sentence() -> None:
    assert set(_FAULTS) == set(Fault)


@pytest.mark.django_db
def test_a_database_without_the_trail_is_told_in_one_sentence() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_event RENAME TO elsewhere")
    with pytest.raises(CommandError, match="chưa có nhật ký") as refused:
        _verify()
    assert "\n" not in str(refused.value)
