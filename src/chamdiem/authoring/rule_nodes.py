"""The form of one rule with the forms of the rules within it, as deep as they go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.authoring.forms import cells_form, lines_formset, part_form
from chamdiem.authoring.plain import Data
from chamdiem.authoring.rule_fields import (
    DEEPEST,
    FIXED,
    KIND_FORMS,
    list_open,
    read_cells,
    read_rule,
    shown_cells,
    shown_line,
    shown_lines,
)
from chamdiem.web.language import Words

_MOST_PARTS = 20


@dataclass(frozen=True, slots=True)
class Part:
    """A rule within a rule: what it is there, the form of its part, if any, and its own form."""

    label: Words
    form: forms.Form | None
    node: RuleNode


class RuleNode:
    """One rule as a page edits it.

    Attributes:
        prefix: Begins the name of every field of it.
        kind: The kind whose form is shown: one of ``KIND_FORMS`` or ``FIXED``, or empty.
        chosen: The kind people chose now; another one is shown after the next round.
    """

    def __init__(self, prefix: str, rule: Any, data: Mapping[str, Any] | None = None, depth: int = 0) -> None:
        self.prefix, self.depth = prefix, depth
        self.rule = rule if isinstance(rule, dict) else {}
        self.kind = self.rule.get("kind", "") or (rule if isinstance(rule, str) else "")
        if data is not None:
            self.kind = str(data.get(f"{prefix}-was", self.kind))
        if self.kind not in KIND_FORMS and self.kind not in FIXED:
            self.kind = ""
        self.chosen = self.kind if data is None else str(data.get(f"{prefix}-kind", self.kind))
        self.cells: forms.Form | None = None
        self.lines: Any = None
        self.parts: list[Part] = []
        if self.kind in KIND_FORMS:
            self._build(data)

    @property
    def kinds(self) -> list[tuple[str, Words]]:
        """The kinds a rule within another may have."""
        known = [
            (kind, form.label)
            for kind, form in KIND_FORMS.items()
            if self.depth < DEEPEST or _is_simple(kind)
        ]
        return [("", "–"), *FIXED.items(), *known]

    def is_valid(self) -> bool:
        """Whether everything sent is a choice that was offered."""
        own = [form for form in (self.cells, self.lines) if form is not None]
        parts = [part.form for part in self.parts if part.form is not None]
        return all(form.is_valid() for form in (*own, *parts)) and all(
            part.node.is_valid() for part in self.parts
        )

    def list_open(self) -> list[str]:
        """The lines, here and in the rules within, whose points are not filled in."""
        own = [form.cleaned_data for form in self.lines] if self.lines is not None else []
        inner = [name for part in self.parts for name in part.node.list_open()]
        return [*(list_open(self.kind, own) if own else []), *inner]

    def read(self) -> Any:
        """The rule as typed; of another kind it keeps what both kinds ask for. Empty where there is none."""
        if self.cells is None:
            return retyped(self.kind, self.chosen)
        lines = [form.cleaned_data for form in self.lines] if self.lines is not None else []
        rule = read_rule(self.kind, self.cells.cleaned_data, lines)
        form = KIND_FORMS[self.kind]
        for (key, _label), part in zip(form.branches, self.parts, strict=False):
            if inner := part.node.read():
                rule[key] = inner
        if form.rules:
            rule[form.rules] = [read for part in self.parts if (read := _read_part(part))]
        return retyped(rule, self.chosen)

    def _build(self, data: Mapping[str, Any] | None) -> None:
        form, prefix = KIND_FORMS[self.kind], self.prefix
        self.cells = cells_form(self.kind, data, initial=shown_cells(self.rule, self.kind), prefix=prefix)
        if form.lines:
            initial = shown_lines(self.rule, self.kind)
            # What was sent of another kind has no lines of this one.
            sent = data if data is not None and f"{prefix}-lines-TOTAL_FORMS" in data else None
            self.lines = lines_formset(self.kind)(sent, initial=initial, prefix=f"{prefix}-lines")
        for key, label in form.branches:
            node = RuleNode(f"{prefix}-{key}", self.rule.get(key, ""), data, self.depth + 1)
            self.parts.append(Part(label, None, node))
        if form.rules:
            self._build_rules(data)

    def _build_rules(self, data: Mapping[str, Any] | None) -> None:
        form = KIND_FORMS[self.kind]
        # One more than there are: to add a part is to choose its kind.
        known: list[Any] = [*self.rule.get(form.rules, []), {}]
        if data is not None:
            count = str(data.get(f"{self.prefix}-count", ""))
            known = [{}] * min(int(count) if count.isdecimal() and len(count) < 4 else 0, _MOST_PARTS)
        for place, one in enumerate(known):
            prefix = f"{self.prefix}-{place}"
            inner = one.get("rule", "") if form.part_cells else one
            own = None
            if form.part_cells:
                own = part_form(
                    self.kind, data, initial=shown_line(form.part_cells, one), prefix=f"{prefix}-part"
                )
            label = _("Phần {number}") if form.part_cells else _("Cách {number}")
            node = RuleNode(prefix, inner, data, self.depth + 1)
            self.parts.append(Part(str(label).format(number=place + 1), own, node))


def retyped(rule: Any, kind: str) -> Any:
    """A rule made another kind: it keeps what both ask for, and goes into a rule of rules whole."""
    before = rule.get("kind", "") if isinstance(rule, dict) else rule
    if kind == before:
        return rule
    if kind not in KIND_FORMS:
        return kind if kind in FIXED else ""
    form = KIND_FORMS[kind]
    known = rule if isinstance(rule, dict) else {}
    kept = {key: value for key, value in known.items() if key in _names(form.cells)}
    if rule and form.branches and not known.keys() & {key for key, _ in form.branches}:
        kept[form.branches[0][0]] = rule
    elif rule and form.rules:
        kept[form.rules] = [{"rule": rule}] if form.part_cells else [rule]
    elif form.lines and form.line_cells == getattr(KIND_FORMS.get(before), "line_cells", None):
        kept[form.lines] = known.get(form.lines, [])
    return {"kind": kind, **kept}


def _names(cells: Any) -> set[str]:
    return {cell.name for cell in cells}


def _is_simple(kind: str) -> bool:
    return not KIND_FORMS[kind].branches and not KIND_FORMS[kind].rules


def _read_part(part: Part) -> Any:
    inner = part.node.read()
    if part.form is None:
        return inner
    own: Data = read_cells(KIND_FORMS["sum"].part_cells, part.form.cleaned_data)
    return {**own, "rule": inner} if inner else own
