"""The rule of a row as a page edits it: by the form of its kind, or as YAML text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from chamdiem.authoring.forms import INPUTS, YamlForm, cells_form, lines_formset
from chamdiem.authoring.plain import Data, read_yaml
from chamdiem.authoring.rule_fields import KIND_FORMS, kind_of, read_rule, shown_cells, shown_lines
from chamdiem.errors import InvalidIndicatorSet, Problem
from chamdiem.library.writing import dump_yaml

# What belongs to the rule of a row; all of it can be written as text.
PARTS = ("inputs", "checks", "cross_unit", "not_applicable_when", "rule", "shares_maximum_of")


class RuleForm:
    """The forms of one rule: its kind, figures, lines, or text; ``data`` is what was sent, if anything."""

    def __init__(self, row: Data, kind: str = "", data: Mapping[str, Any] | None = None) -> None:
        known = (*KIND_FORMS, "yaml", "none")
        self.row = row
        self.kind = kind if kind in known else kind_of(row.get("rule"))
        self.text: forms.Form | None = None
        self.inputs: Any = None
        self.cells: forms.Form | None = None
        self.lines: Any = None
        if self.kind == "yaml":
            self.text = YamlForm(data, initial={"text": _as_text(row)})
        elif self.kind in KIND_FORMS:
            self._build(data)

    def _build(self, data: Mapping[str, Any] | None) -> None:
        rule = self.row.get("rule")
        inputs = [{"letter": letter, **given} for letter, given in self.row.get("inputs", {}).items()]
        self.inputs = INPUTS(data, initial=inputs, prefix="inputs")
        self.cells = cells_form(self.kind, data, initial=shown_cells(rule, self.kind), prefix="rule")
        if KIND_FORMS[self.kind].lines:
            self.lines = lines_formset(self.kind)(data, initial=shown_lines(rule, self.kind), prefix="lines")

    def changes(self) -> Data:
        """What was sent, as changes of the row.

        Raises:
            InvalidIndicatorSet: The text is no YAML, or says something else than a rule.
        """
        if self.kind == "none":
            return dict.fromkeys(("inputs", "checks", "not_applicable_when", "rule"), "")
        if self.text is not None:
            return self._of_text()
        if not self._is_valid() or self.cells is None:
            raise InvalidIndicatorSet([Problem("authoring.form_broken")])
        lines = [form.cleaned_data for form in self.lines] if self.lines is not None else []
        return {"inputs": self._figures(), "rule": read_rule(self.kind, self.cells.cleaned_data, lines)}

    def _is_valid(self) -> bool:
        return all(form.is_valid() for form in (self.inputs, self.cells, self.lines) if form is not None)

    def _figures(self) -> Data:
        """The figures by letter; what the form does not ask for stays as it was."""
        before = self.row.get("inputs", {})
        figures: Data = {}
        for form in self.inputs:
            typed = {key: value.strip() for key, value in form.cleaned_data.items()}
            letter = typed.pop("letter", "")
            if letter:
                kept = {**before.get(letter, {}), **typed}
                figures[letter] = {key: value for key, value in kept.items() if value}
        return figures

    def _of_text(self) -> Data:
        typed = self.text.data.get("text", "") if self.text is not None else ""
        data = read_yaml(typed) if typed.strip() else {}
        if not isinstance(data, dict) or set(data) - set(PARTS):
            raise InvalidIndicatorSet([Problem("authoring.not_a_rule", {"known": ", ".join(PARTS)})])
        return {part: data.get(part, "") for part in PARTS}


def _as_text(row: Data) -> str:
    return dump_yaml({part: row[part] for part in PARTS if row.get(part)})
