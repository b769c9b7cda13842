"""Worked cases on the desk: generated ones follow the rule, confirmed ones stay and are told apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from chamdiem.annex.working import GENERATED
from chamdiem.authoring.cases_form import CasesForm
from chamdiem.authoring.casing import is_generated, judge_cases
from chamdiem.authoring.models import WorkingRow, WorkingStep
from chamdiem.authoring.plain import Data, parts_of, read_parts, tidy, to_text
from chamdiem.authoring.selectors import get_desk
from chamdiem.authoring.services import correcting, heading
from chamdiem.authoring.services.stepping import undo_steps
from chamdiem.library import list_editions, load_edition
from tests.people import NOW, Cast

from .annexes import row_of, take_in
from .test_forms import sent_by, sent_by_lines

Opened = Callable[[str], Client]


def _sent(form: CasesForm) -> dict[str, str]:
    sent = sent_by(form.condition) | sent_by_lines(form.checks) | sent_by_lines(form.cases)
    # A browser sends nothing of a box that is not ticked.
    return {name: value for name, value in sent.items() if value != "False"}


@pytest.mark.parametrize("key", list_editions())
def test_every_case_and_check_comes_back_as_it_was(key: str) -> None:
    before = load_edition(key)
    head, rows = parts_of(before)
    changed = []
    for row in rows:
        judged = judge_cases({}, [row], row["key"])
        form = CasesForm(row, judged, _sent(CasesForm(row, judged)))
        assert form.is_valid(), (form.cases.errors, form.checks.errors)
        changed.append(tidy({**row, **form.changes()}))
    assert read_parts(head, changed).rows == before.rows


def _given(cast: Cast, row: WorkingRow) -> dict[str, Any]:
    row.refresh_from_db()
    return {"actor": cast.giang, "copy_id": row.copy_id, "row_id": row.pk, "version": row.version, "now": NOW}


def _points(row: WorkingRow) -> dict[str, str]:
    """Points by figures, of the cases that are scored."""
    row.refresh_from_db()
    return {
        "; ".join(f"{letter}={value}" for letter, value in case["given"].items()): case["points"]
        for case in row.data["cases"]
        if "points" in case
    }


def _ratio(row: WorkingRow, **more: str) -> Data:
    return {"rule": {**row.data["rule"], **more}}


def test_a_drafted_rule_has_cases_that_follow_it_when_it_is_changed(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.2")
    before = row.data["cases"]
    assert before
    assert all(map(is_generated, before))
    correcting.correct_row(**_given(cast, row), changes=_ratio(row, full_at="50%"))
    row.refresh_from_db()
    assert row.data["cases"] != before
    assert all(map(is_generated, row.data["cases"]))
    desk = get_desk(actor=cast.giang, copy_id=row.copy_id)
    assert all(each.is_met for each in judge_cases(desk.head, desk.documents, row.data["key"]))


def test_a_change_that_leaves_the_points_alone_leaves_the_cases_alone(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.2")
    before = row.data["cases"]
    correcting.correct_row(**_given(cast, row), changes={"name": "Tên khác"})
    row.refresh_from_db()
    assert row.data["cases"] == before
    correcting.correct_row(**_given(cast, row), changes={"max_points": "40"})
    assert max(_points(row).values(), key=float) == "40"


def test_letters_that_go_take_their_generated_cases_along(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.2")
    rule = {"kind": "yes_no", "when": "n >= 1"}
    correcting.correct_row(**_given(cast, row), changes={"inputs": {"n": {"label": "Số"}}, "rule": rule})
    assert set(_points(row).values()) == {"0", "20"}


def test_rounding_of_the_set_remakes_generated_cases_and_an_undo_brings_them_back(cast: Cast) -> None:
    copy = take_in(cast)
    row = row_of(copy, "1.2")
    before = _points(row)
    assert any("." in points for points in before.values())
    changes = {"rounding": {"digits": "0", "mode": "half_up"}}
    heading.correct_head(actor=cast.giang, copy_id=copy.pk, version=copy.version, changes=changes, now=NOW)
    assert before != _points(row)
    assert not any("." in points for points in _points(row).values())
    step = WorkingStep.objects.all()[0].pk
    undo_steps(actor=cast.giang, copy_id=copy.pk, step_id=step, newest=step, now=NOW)
    assert _points(row) == before


def test_a_confirmed_case_stays_and_is_told_when_the_rule_says_otherwise(cast: Cast, opened: Opened) -> None:
    row = row_of(take_in(cast), "1.2")
    client, address = opened("giang"), f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/"
    form = client.get(f"{address}vi-du/").context["form"]
    sent = _sent(form)
    place = next(
        place for place, each in enumerate(form.judged) if each.case.get("points") not in (None, "0", "20")
    )
    kept = {**form.judged[place].case}
    answer = client.post(f"{address}vi-du/", {**sent, f"cases-{place}-confirmed": "on", "version": "1"})
    assert answer.status_code == 302, answer.content.decode()
    row.refresh_from_db()
    assert [case for case in row.data["cases"] if not is_generated(case)] == [
        {name: value for name, value in kept.items() if name != "label"}
    ]
    assert "Quy tắc trái với ví dụ" not in client.get(address).content.decode()
    correcting.correct_row(**_given(cast, row), changes=_ratio(row, full_at="1%"))
    row.refresh_from_db()
    assert {name: value for name, value in kept.items() if name != "label"} in row.data["cases"]
    page = client.get(address).content.decode()
    assert "Quy tắc trái với ví dụ đã đối chiếu" in page
    assert "trái ví dụ" in client.get(f"{address}vi-du/").content.decode()


def test_cases_and_checks_are_typed_changed_and_removed(cast: Cast, opened: Opened) -> None:
    row = row_of(take_in(cast), "1.2")
    client, address = opened("giang"), f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/vi-du/"
    form = client.get(address).context["form"]
    count = len(form.judged)
    sent = _sent(form) | {"version": "1", "not_applicable_when": "b = 0"}
    sent |= {f"cases-0-given_{letter}": "" for letter in form.letters} | {
        "cases-0-points": "",
        "cases-0-status": "scored",
    }
    sent |= {f"cases-{count}-given_a": "1", f"cases-{count}-given_b": "4", f"cases-{count}-points": "5"}
    place = len(row.data.get("checks", []))
    sent |= {
        f"checks-{place}-that": "b <= 1000000",
        f"checks-{place}-soft": "yes",
        f"checks-{place}-label": "Số quá lớn",
    }
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.content.decode()
    row.refresh_from_db()
    data = row.data
    assert data["not_applicable_when"] == "b = 0"
    assert data["checks"][-1] == {"that": "b <= 1000000", "soft": "yes", "label": "Số quá lớn"}
    assert {"given": {"a": "1", "b": "4"}, "points": "5"} in data["cases"]
    assert any(case.get("label") == GENERATED for case in data["cases"])


def test_a_case_without_sense_is_refused_with_what_was_typed(cast: Cast, opened: Opened) -> None:
    row = row_of(take_in(cast), "1.2")
    client, address = opened("giang"), f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/vi-du/"
    form = client.get(address).context["form"]
    count = len(form.judged)
    refused = client.post(
        address,
        {**_sent(form), f"cases-{count}-given_a": "1", f"cases-{count}-points": "nhiều", "version": "1"},
    )
    assert refused.status_code == 422
    assert "nhiều" in refused.content.decode()


def test_what_the_reader_said_of_its_rule_goes_with_that_rule(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.2")
    text = "mỗi mức in trong văn bản là một lựa chọn"
    other = {"code": "number.missing", "facts": {}}
    row.origin["warnings"] = [{"code": "rule.assumed", "facts": {"text": text}}, other]
    row.document = to_text({**row.data, "note": text})
    row.save()
    correcting.correct_row(**_given(cast, row), changes={"name": "Tên khác"})
    row.refresh_from_db()
    assert row.data["note"] == text
    correcting.correct_row(**_given(cast, row), changes=_ratio(row, full_at="50%"))
    row.refresh_from_db()
    assert "note" not in row.data
    assert row.origin["warnings"] == [other]


def test_a_note_people_wrote_stays_with_another_rule(cast: Cast) -> None:
    row = row_of(take_in(cast), "1.2")
    correcting.correct_row(**_given(cast, row), changes={"note": "Theo công văn 12"})
    correcting.correct_row(**_given(cast, row), changes=_ratio(row, full_at="50%"))
    row.refresh_from_db()
    assert row.data["note"] == "Theo công văn 12"
