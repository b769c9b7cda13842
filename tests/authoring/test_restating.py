"""What the reader said of where rows stand follows them: sums, lost rules, rules that come back."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.authoring.models import WorkingCopy, WorkingRow
from chamdiem.authoring.selectors import list_steps
from chamdiem.authoring.services import arranging, correcting, stepping
from tests.authoring.annexes import row_of, take_in
from tests.people import NOW, Cast

pytestmark = pytest.mark.django_db

ANNEX = """# Bộ chỉ số thử nghiệm năm 2026

| STT | Chỉ số | Điểm tối đa | Cách tính |
|---|---|---|---|
| I | Hạ tầng | 30 | |
| 1 | Mạng | 10 | Có: 10 điểm; không: 0 điểm |
| 2 | Máy tính | 10 | Mỗi máy 1 điểm, tối đa 10 điểm |
| a | Máy in | 6 | Có: 6 điểm; không: 0 điểm |
| b | Máy quét | 4 | Có: 4 điểm; không: 0 điểm |
"""


def given(cast: Cast, row: WorkingRow) -> dict[str, Any]:
    return {"actor": cast.giang, "copy_id": row.copy_id, "row_id": row.pk, "version": row.version, "now": NOW}


def codes(copy: WorkingCopy, number: str) -> set[str]:
    return {each["code"] for each in row_of(copy, number).origin["warnings"]}


def test_the_rule_of_a_row_comes_back_with_the_last_row_below_it(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    assert "rule" not in row_of(copy, "2").data
    arranging.relevel_row(**given(cast, row_of(copy, "a")), step=-1)
    assert "rule" not in row_of(copy, "2").data or row_of(copy, "2").data["rule"]["kind"] == "count"
    arranging.relevel_row(**given(cast, row_of(copy, "b")), step=-1)
    row = row_of(copy, "2")
    assert row.data["rule"]["kind"] == "count"
    assert row.data["inputs"]
    assert row.data["cases"]
    assert "rule.lost_to_rows" not in codes(copy, "2")
    assert row.origin["phrases"]


def test_a_deleted_row_gives_the_rule_back_and_one_step_takes_all_of_it_back(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    arranging.delete_row(**given(cast, row_of(copy, "b")))
    assert codes(copy, "2") == {"max.sum"}
    arranging.delete_row(**given(cast, row_of(copy, "a")))
    assert row_of(copy, "2").data["rule"]["kind"] == "count"
    assert "max.sum" not in codes(copy, "2")
    step = list_steps(copy)[0].pk
    stepping.undo_steps(actor=cast.giang, copy_id=copy.pk, step_id=step, newest=step, now=NOW)
    assert "rule" not in row_of(copy, "2").data
    assert codes(copy, "2") == {"max.sum"}


def test_sums_are_said_again_where_points_or_levels_change(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    assert codes(copy, "I") == {"max.sum"}
    correcting.correct_row(**given(cast, row_of(copy, "1")), changes={"max_points": "20"})
    assert codes(copy, "I") == set()
    correcting.accept_row(**given(cast, row_of(copy, "I")), accepted=True)
    arranging.relevel_row(**given(cast, row_of(copy, "a")), step=-1)
    top = row_of(copy, "I")
    facts = [each["facts"] for each in top.origin["warnings"] if each["code"] == "max.sum"]
    assert facts == [{"printed": "30", "sum": "36"}]
    assert not top.is_accepted


def test_a_row_with_a_rule_that_gets_rows_below_it_says_so(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    arranging.delete_row(**given(cast, row_of(copy, "2")))
    assert "rule.above_rows" in codes(copy, "1")
    assert row_of(copy, "1").data["rule"]["kind"] == "yes_no"
    arranging.restore_row(**given(cast, row_of(copy, "2")))
    assert codes(copy, "1") == set()


def test_a_rule_that_people_dropped_does_not_come_back(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    correcting.correct_row(
        **given(cast, row_of(copy, "1")), changes={"rule": None, "inputs": {}, "cases": []}
    )
    arranging.delete_row(**given(cast, row_of(copy, "b")))
    assert "rule" not in row_of(copy, "1").data
