"""An administrator takes back the newest change that was recorded by mistake, and only that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from chamdiem.audit.models import Event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.organisations.models import ComingName, FormerName, Organisation, Succession
from chamdiem.organisations.services import (
    Details,
    NewName,
    close_organisation,
    create_organisation,
    merge_organisations,
    move_organisation,
    rename_organisation,
    split_organisation,
    undo_newest_step,
)
from chamdiem.organisations.steps import newest_step
from tests.people import NOW, Cast

from .refused import check_refused

DAY = date(2026, 10, 1)
DECISION = "Quyết định số 12/QĐ-UBND ngày 20/09/2026"
REASON = "Ghi nhầm đơn vị tiếp nhận"


def _undo(
    cast: Cast, body: Organisation, *, actor: str = "lan", step: str = "", reason: str = REASON
) -> Callable[[], Organisation]:
    newest = newest_step(body)
    return lambda: undo_newest_step(
        actor=cast.people[actor],
        organisation_id=body.pk,
        step=step or (newest.key if newest else "-"),
        reason=reason,
        now=NOW,
    )


def _merge(cast: Cast, predecessor: Organisation, successor: Organisation, on: date = DAY) -> None:
    merge_organisations(
        actor=cast.lan,
        predecessor_ids=[predecessor.pk],
        successor_id=successor.pk,
        on=on,
        decision=DECISION,
        now=NOW,
    )


def _rename(cast: Cast, name: str, code: str = "", on: date = DAY) -> None:
    rename_organisation(
        actor=cast.lan,
        organisation_id=cast.body_a.pk,
        new=NewName(name=name, code=code),
        on=on,
        decision=DECISION,
        now=NOW,
    )


def _below(cast: Cast, parent: Organisation, code: str) -> Organisation:
    details = Details(code=code, name=f"Trung tâm {code}", kind="department")
    return create_organisation(actor=cast.lan, parent_id=parent.pk, details=details, now=NOW)


def _directory() -> tuple[Any, ...]:
    """All but the words bodies are found by, which the cast has not."""
    bodies = Organisation.objects.order_by("pk")
    told = bodies.values_list("code", "name", "short_name", "path", "parent", "valid_from", "valid_to")
    tables = (Succession, FormerName, ComingName)
    return (list(told), *(list(table.objects.order_by("pk").values_list()) for table in tables))


def test_a_merger_is_taken_back_with_what_it_moved(cast: Cast) -> None:
    child = _below(cast, cast.body_a, "T1.A.1")
    _below(cast, child, "T1.A.1.1")
    before = _directory()
    _merge(cast, cast.body_a, cast.standing)
    assert _directory() != before
    _undo(cast, cast.body_a)()
    assert _directory() == before
    undone = Event.objects.filter(action="organisation.undo")
    assert set(undone.values_list("subject_id", flat=True)) == {f"{cast.body_a.pk}", f"{cast.standing.pk}"}
    assert all(event.facts["reason"] == REASON for event in undone)


def test_what_was_moved_again_since_stays_there(cast: Cast) -> None:
    child = _below(cast, cast.body_a, "T1.A.1")
    _merge(cast, cast.body_a, cast.standing)
    move_organisation(
        actor=cast.lan,
        organisation_id=child.pk,
        parent_id=cast.body_b.pk,
        on=NOW.date(),
        decision=DECISION,
        now=NOW,
    )
    _undo(cast, cast.body_a)()
    child.refresh_from_db()
    assert child.path == f"{cast.body_b.path}{child.pk}/"


def test_a_split_is_taken_back_as_one(cast: Cast) -> None:
    before = _directory()
    split_organisation(
        actor=cast.lan,
        predecessor_id=cast.body_a.pk,
        successor_ids=[cast.standing.pk, cast.body_b.pk],
        on=DAY,
        decision=DECISION,
        now=NOW,
    )
    _undo(cast, cast.body_a)()
    assert _directory() == before


def test_names_are_taken_back_one_after_the_other(cast: Cast) -> None:
    before = _directory()
    _rename(cast, "Sở Hạ tầng", "T1.HT")
    between = _directory()
    _rename(cast, "Sở Giao thông", on=date(2026, 10, 2))
    _undo(cast, cast.body_a)()
    assert _directory() == between
    _undo(cast, cast.body_a)()
    assert _directory() == before
    check_refused(WrongStage, "organisation.nothing_to_undo", _undo(cast, cast.body_a))


def test_a_name_to_come_is_taken_back_before_its_day(cast: Cast) -> None:
    before = _directory()
    _rename(cast, "Sở Hạ tầng", "T1.HT", on=date(2026, 11, 1))
    _undo(cast, cast.body_a)()
    assert _directory() == before


def test_only_an_administrator_with_a_reason_takes_back(cast: Cast) -> None:
    _merge(cast, cast.body_a, cast.standing)
    check_refused(NotAllowed, "organisation.undo_not_allowed", _undo(cast, cast.body_a, actor="giang"))
    check_refused(NotAllowed, "organisation.change_not_allowed", _undo(cast, cast.body_a, actor="chi"))
    check_refused(NotFound, "organisation.not_found", _undo(cast, cast.body_a, actor="nga"))
    check_refused(Incomplete, "organisation.reason_missing", _undo(cast, cast.body_a, reason="nhầm"))


def test_nothing_is_taken_back_that_something_later_depends_on(cast: Cast) -> None:
    _merge(cast, cast.body_a, cast.standing)
    first = _undo(cast, cast.body_a)
    _merge(cast, cast.standing, cast.body_b, on=date(2026, 10, 5))
    check_refused(WrongStage, "succession.successor_ended", first)
    _undo(cast, cast.standing)()
    first()
    assert Organisation.objects.filter(valid_to__isnull=False).count() == 0


def test_a_body_comes_back_only_below_one_that_is_there(cast: Cast) -> None:
    child = _below(cast, cast.body_a, "T1.A.1")
    _merge(cast, child, cast.standing)
    close_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, last_day=DAY, reason=REASON, now=NOW)
    check_refused(WrongStage, "succession.parent_ended", _undo(cast, child))


def test_a_name_is_not_given_back_to_a_body_that_ended(cast: Cast) -> None:
    _rename(cast, "Sở Hạ tầng")
    close_organisation(
        actor=cast.lan, organisation_id=cast.body_a.pk, last_day=NOW.date(), reason=REASON, now=NOW
    )
    check_refused(WrongStage, "organisation.ends_later", _undo(cast, cast.body_a))


def test_a_code_that_somebody_else_has_by_now_is_not_taken_away(cast: Cast) -> None:
    _rename(cast, "Sở Hạ tầng", "T1.HT")
    _below(cast, cast.province, "T1.A")
    check_refused(Conflict, "organisation.code_taken", _undo(cast, cast.body_a))


def test_who_read_of_another_step_takes_back_none(cast: Cast) -> None:
    _rename(cast, "Sở Hạ tầng")
    read = newest_step(cast.body_a)
    assert read is not None
    _rename(cast, "Sở Giao thông", on=date(2026, 10, 2))
    check_refused(Conflict, "organisation.step_outdated", _undo(cast, cast.body_a, step=read.key))
