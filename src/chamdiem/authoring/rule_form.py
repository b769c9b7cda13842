"""The rule of a row as a page edits it: by the form of its kind, or as YAML text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from chamdiem.authoring.forms import INPUTS, YamlForm
from chamdiem.authoring.offers import offer_for, with_typed
from chamdiem.authoring.option_codes import with_letter
from chamdiem.authoring.plain import Data, read_yaml
from chamdiem.authoring.rule_fields import KIND_FORMS, kind_of
from chamdiem.authoring.rule_nodes import RuleNode, retyped
from chamdiem.errors import InvalidIndicatorSet, Problem
from chamdiem.library.writing import dump_yaml

# What belongs to the rule of a row; all of it can be written as text.
PARTS = ("inputs", "checks", "cross_unit", "not_applicable_when", "rule", "shares_maximum_of")
NOTHING: Data = dict.fromkeys(("inputs", "checks", "not_applicable_when", "rule"), "")


class RuleForm:
    """The forms of one rule: its figures with the rule itself, or text.

    Args:
        row: The row as plain data, as it is saved.
        kind: The kind to show it as; left empty, its own.
        data: What was sent. ``rule-was`` is the kind whose form it came from, ``rule-kind`` the one chosen.

    Attributes:
        is_offered: The form began with lines of the printed method that nobody has saved yet.
    """

    def __init__(self, row: Data, kind: str = "", data: Mapping[str, Any] | None = None) -> None:
        known = (*KIND_FORMS, "yaml", "none")
        sent = data or {}
        own = kind_of(row.get("rule"))
        self.kind = next((each for each in (sent.get("rule-was"), kind) if each in known), own)
        self.chosen = sent["rule-kind"] if sent.get("rule-kind") in known else self.kind
        begins = (data is None and self.kind != own) or "rule-offered" in sent
        offer = offer_for(row, self.kind) if begins else None
        self.is_offered = offer is not None
        self.saved, self.row = row, {**row, **(offer or {})}
        self.text: forms.Form | None = None
        self.inputs: Any = None
        self.node: RuleNode | None = None
        if self.kind == "yaml":
            self.text = YamlForm(data, initial={"text": _as_text(row)})
        elif self.kind in KIND_FORMS:
            inputs = [{"letter": letter, **given} for letter, given in self.row.get("inputs", {}).items()]
            self.inputs = INPUTS(data, initial=inputs, prefix="inputs")
            self.node = RuleNode("rule", retyped(self.row.get("rule", ""), self.kind), data)
            self.node.chosen = self.kind

    def changes(self) -> Data:
        """What was sent, as changes of the row.

        Raises:
            InvalidIndicatorSet: The text is no YAML, or says something else than a rule; a line of the
                form does not say how many points it gives.
        """
        if self.chosen == "none":
            return NOTHING
        typed = self._typed()
        if self.node is not None and (lines := self.node.list_open()):
            raise InvalidIndicatorSet([Problem("authoring.points_open", {"line": each}) for each in lines])
        if self.chosen != self.kind and self.chosen in KIND_FORMS:
            typed["rule"] = retyped(typed.get("rule", ""), self.chosen)
        return typed

    def reshaped(self) -> RuleForm:
        """The form of the kind chosen now, with what was typed so far and empty lines to spare.

        Raises:
            InvalidIndicatorSet: As ``changes``.
        """
        typed = self._typed()
        offer = offer_for(self.saved, self.chosen) if self.chosen != self.kind else None
        if offer is not None:
            kept = retyped(typed.get("rule", ""), self.chosen)
            typed = with_typed(offer, kept, typed.get("inputs", {}), offer_for(self.saved, self.kind))
        form = RuleForm({**self.saved, **typed}, self.chosen)
        form.is_offered = offer is not None or (self.is_offered and self.chosen == self.kind)
        return form

    def shown(self) -> Data:
        """What the form begins with, as changes of the row."""
        if self.kind == "none":
            return NOTHING
        rule = self.row.get("rule", "")
        shown = retyped(rule, self.kind) if self.kind in KIND_FORMS else rule
        return {part: self.row.get(part, "") for part in PARTS} | {"rule": shown}

    def _typed(self) -> Data:
        if self.kind == "none":
            return {}
        if self.text is not None:
            return self._of_text()
        if self.node is None or not (self.inputs.is_valid() and self.node.is_valid()):
            raise InvalidIndicatorSet([Problem("authoring.form_broken")])
        rule, figures = with_letter(self.node.read(), self._figures(), self.row["name"])
        return {"inputs": figures, "rule": rule}

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
