"""Forms lose nothing: every row of the library, shown and sent back unchanged, says what it said."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.authoring.forms import RowForm, read_row, shown_row
from chamdiem.authoring.plain import Data, parts_of, read_parts, tidy
from chamdiem.authoring.rule_fields import KIND_FORMS
from chamdiem.authoring.rule_form import RuleForm
from chamdiem.library import list_editions, load_edition


def _sent(form: Any) -> dict[str, str]:
    """What a browser sends when nobody touches the form."""
    shown = {form.add_prefix(name): form[name].value() for name in form.fields}
    return {name: "" if value is None else str(value) for name, value in shown.items()}


def _sent_lines(formset: Any) -> dict[str, str]:
    sent = _sent(formset.management_form)
    for form in formset:
        sent |= _sent(form)
    return sent


def _sent_rule(row: Data) -> dict[str, str]:
    shown = RuleForm(row)
    if shown.text is not None:
        return _sent(shown.text)
    sent = _sent_lines(shown.inputs) | _sent(shown.cells)
    return sent | (_sent_lines(shown.lines) if shown.lines is not None else {})


@pytest.mark.parametrize("key", list_editions())
def test_every_rule_comes_back_as_it_was(key: str) -> None:
    before = load_edition(key)
    head, rows = parts_of(before)
    changed = [
        tidy({**row, **RuleForm(row, "", _sent_rule(row)).changes()}) if row.get("rule") else row
        for row in rows
    ]
    assert read_parts(head, changed).rows == before.rows


@pytest.mark.parametrize("key", list_editions())
def test_every_row_comes_back_as_it_was(key: str) -> None:
    before = load_edition(key)
    head, rows = parts_of(before)
    changed = []
    for row in rows:
        form = RowForm(head["levels"], _sent(RowForm(head["levels"], initial=shown_row(row))))
        assert form.is_valid(), form.errors
        changed.append(tidy({**row, **read_row(form.cleaned_data, row)}))
    assert read_parts(head, changed).rows == before.rows


def test_the_library_has_rules_of_most_kinds_with_a_form() -> None:
    kinds = {RuleForm(row).kind for key in list_editions() for row in parts_of(load_edition(key))[1]}
    assert len(kinds & set(KIND_FORMS)) >= 7
