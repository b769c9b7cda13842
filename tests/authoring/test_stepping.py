"""Steps back: every change on the desk can be undone, in the order they were made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from chamdiem.audit.models import Event
from chamdiem.authoring.models import WorkingCopy, WorkingRow, WorkingStep
from chamdiem.authoring.services import arranging, correcting
from chamdiem.authoring.services.stepping import MOST_STEPS, undo_steps
from chamdiem.errors import Conflict, NotFound
from tests.people import NOW, Cast

from .annexes import row_of, take_in

Opened = Callable[[str], Client]


def _given(cast: Cast, row: WorkingRow) -> dict[str, Any]:
    row.refresh_from_db()
    return {"actor": cast.giang, "copy_id": row.copy_id, "row_id": row.pk, "version": row.version, "now": NOW}


def _state(copy: WorkingCopy) -> list[tuple[Any, ...]]:
    rows = WorkingRow.objects.filter(copy=copy)
    return [(row.pk, row.position, row.document, row.origin, row.is_deleted) for row in rows]


def _undo(cast: Cast, copy: WorkingCopy, step: WorkingStep | None = None) -> None:
    newest = WorkingStep.objects.filter(copy=copy)[0]
    undo_steps(actor=cast.giang, copy_id=copy.pk, step_id=(step or newest).pk, newest=newest.pk, now=NOW)


CHANGES: dict[str, Callable[[Cast, WorkingCopy], Any]] = {
    "correct": lambda cast, copy: correcting.correct_row(
        **_given(cast, row_of(copy, "1.2")), changes={"name": "Khác", "rule": {"kind": "manual"}}
    ),
    "move": lambda cast, copy: arranging.move_row(**_given(cast, row_of(copy, "2")), step=-1),
    "relevel": lambda cast, copy: arranging.relevel_row(**_given(cast, row_of(copy, "1.1")), step=-1),
    "split": lambda cast, copy: arranging.split_row(
        **_given(cast, row_of(copy, "1.2")), tail="được tập huấn", number="1.3"
    ),
    "merge": lambda cast, copy: arranging.merge_row(**_given(cast, row_of(copy, "1.2"))),
    "delete": lambda cast, copy: arranging.delete_row(**_given(cast, row_of(copy, "1.1"))),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_kind_of_change_is_undone(change: str, cast: Cast) -> None:
    copy = take_in(cast)
    before = _state(copy)
    CHANGES[change](cast, copy)
    assert _state(copy) != before
    _undo(cast, copy)
    assert _state(copy) == before
    assert not WorkingStep.objects.exists()
    assert Event.objects.filter(action="authoring.undo").count() == 1


def test_undoing_an_early_step_undoes_all_that_came_after(cast: Cast) -> None:
    copy = take_in(cast)
    before = _state(copy)
    for change in ("split", "correct", "merge", "move", "delete"):
        CHANGES[change](cast, copy)
    first = WorkingStep.objects.order_by("pk")[0]
    _undo(cast, copy, first)
    assert _state(copy) == before


def test_a_row_accepted_meanwhile_stays_accepted(cast: Cast) -> None:
    copy = take_in(cast)
    CHANGES["merge"](cast, copy)
    correcting.accept_row(**_given(cast, row_of(copy, "2.1")), accepted=True)
    assert WorkingStep.objects.count() == 1
    _undo(cast, copy)
    assert row_of(copy, "2.1").is_accepted


def test_what_somebody_did_meanwhile_is_not_undone_unseen(cast: Cast) -> None:
    copy = take_in(cast)
    CHANGES["correct"](cast, copy)
    seen = WorkingStep.objects.get().pk
    CHANGES["move"](cast, copy)
    given: dict[str, Any] = {"actor": cast.giang, "copy_id": copy.pk, "now": NOW}
    with pytest.raises(Conflict):
        undo_steps(**given, step_id=seen, newest=seen)
    with pytest.raises(NotFound):
        undo_steps(**given, step_id=seen - 1, newest=WorkingStep.objects.all()[0].pk)


def test_only_the_newest_steps_are_kept(cast: Cast) -> None:
    copy = take_in(cast)
    for count in range(MOST_STEPS + 2):
        correcting.correct_row(**_given(cast, row_of(copy, "1.1")), changes={"name": f"Tên {count}"})
    assert WorkingStep.objects.count() == MOST_STEPS


def test_the_page_of_a_row_undoes_the_step_just_made(cast: Cast, opened: Opened) -> None:
    copy = take_in(cast)
    client, row = opened("giang"), row_of(copy, "1.2")
    CHANGES["correct"](cast, copy)
    address = f"/bo-chi-so/soan/{copy.pk}/dong/{row.pk}/"
    page = client.get(address).content.decode()
    step = WorkingStep.objects.get().pk
    assert f"/bo-chi-so/soan/{copy.pk}/hoan-tac/{step}/" in page
    answer = client.post(f"/bo-chi-so/soan/{copy.pk}/hoan-tac/{step}/", {"newest": step})
    assert answer.headers["Location"] == address
    assert row_of(copy, "1.2").data["name"] == row.data["name"]
