"""What belongs to a whole set, by form: nothing is lost, and what would break the set is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from chamdiem.authoring.head_form import HeadForm
from chamdiem.authoring.models import WorkingCopy, WorkingStep
from chamdiem.authoring.plain import parts_of, read_parts
from chamdiem.authoring.services.heading import correct_head
from chamdiem.authoring.services.stepping import undo_steps
from chamdiem.errors import Conflict, InvalidIndicatorSet
from chamdiem.library import list_editions, load_edition
from tests.people import NOW, Cast

from .annexes import take_in
from .test_forms import sent_by, sent_by_lines

Opened = Callable[[str], Client]


def _sent(form: HeadForm) -> dict[str, str]:
    sent = sent_by(form.policies)
    for lines in (form.levels, form.grades, form.gates):
        sent |= sent_by_lines(lines)
    return sent


@pytest.mark.parametrize("key", list_editions())
def test_every_head_comes_back_as_it_was(key: str) -> None:
    before = load_edition(key)
    head, rows = parts_of(before)
    form = HeadForm(head, rows, _sent(HeadForm(head, rows)))
    assert form.is_valid(), (form.policies.errors, form.levels.errors, form.grades.errors, form.gates.errors)
    changed = {name: value for name, value in {**head, **form.changes()}.items() if value not in ("", [], {})}
    assert read_parts(changed, rows) == before


def _correct(cast: Cast, copy: WorkingCopy, **changes: Any) -> None:
    copy.refresh_from_db()
    correct_head(actor=cast.giang, copy_id=copy.pk, version=copy.version, changes=changes, now=NOW)
    copy.refresh_from_db()


GRADES = [
    {"name": "Tốt", "at_least": "85%", "gates": [{"level": "first", "at_least": "50%"}]},
    {"name": "Khá", "at_least": "65%"},
]


def test_grades_and_policies_are_typed_saved_and_undone(cast: Cast, opened: Opened) -> None:
    client, copy = opened("giang"), take_in(cast)
    address = f"/bo-chi-so/soan/{copy.pk}/phan-chung/"
    sent = _sent(client.get(address).context["form"])
    sent |= {
        "grades-0-name": "Tốt",
        "grades-0-at_least": "85",
        "grades-1-name": "Khá",
        "grades-1-at_least": "65%",
    }
    sent |= {"gates-0-grade": "1", "gates-0-of": "level:first", "gates-0-at_least": "50%"}
    sent |= {"digits": "1", "bonus_cap": "5,5", "not_applicable": "zero", "version": str(copy.version)}
    assert client.post(address, sent).status_code == 302
    copy.refresh_from_db()
    assert copy.head["grades"] == GRADES
    assert (copy.head["bonus_cap"], copy.head["not_applicable"]) == ("5.5", "zero")
    assert copy.head["rounding"] == {"mode": "half_up", "digits": "1"}
    step = WorkingStep.objects.get()
    undo_steps(actor=cast.giang, copy_id=copy.pk, step_id=step.pk, newest=step.pk, now=NOW)
    copy.refresh_from_db()
    assert "grades" not in copy.head
    assert "bonus_cap" not in copy.head


def test_a_level_is_added_renamed_and_not_taken_from_its_rows(cast: Cast, opened: Opened) -> None:
    client, copy = opened("giang"), take_in(cast)
    address, known = f"/bo-chi-so/soan/{copy.pk}/phan-chung/", list(copy.head["levels"])
    sent = _sent(client.get(address).context["form"]) | {"version": str(copy.version)}
    added = {**sent, "levels-0-name": "Nhóm", f"levels-{len(known)}-name": "Ý nhỏ"}
    assert client.post(address, added).status_code == 302
    copy.refresh_from_db()
    assert list(copy.head["levels"].values())[0::2] == ["Nhóm", "Ý nhỏ"]
    taken = {**_sent(client.get(address).context["form"]), "levels-1-name": "", "version": str(copy.version)}
    refused = client.post(address, taken)
    assert refused.status_code == 422
    assert "Chưa lưu được" in refused.content.decode()


def test_what_would_break_the_set_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    copy = take_in(cast)
    before = copy.head
    for changes in (
        {"grades": [{"name": "Tốt", "at_least": "nhiều"}]},
        {"tie_break": ["9.9"]},
        {"bonus_cap": "-1"},
    ):
        with pytest.raises(InvalidIndicatorSet):
            _correct(cast, copy, **changes)
    with pytest.raises(Conflict):
        correct_head(actor=cast.giang, copy_id=copy.pk, version=copy.version + 1, changes={}, now=NOW)
    copy.refresh_from_db()
    assert copy.head == before
