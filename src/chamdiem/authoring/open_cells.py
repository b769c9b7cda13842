"""What a rule lacks, called as the form calls it: "Giá trị (biểu thức)" and not “value”."""

from __future__ import annotations

import re
from dataclasses import replace

from chamdiem.authoring.rule_fields import KIND_FORMS
from chamdiem.errors import Problem

_IN_A_RULE = re.compile(r"^rows\[[^\]]*\]\.rule\b(?P<path>.*)$")


def called_as_shown(problem: Problem) -> Problem:
    """The problem of a key a rule lacks, as one of a cell of the form; any other as it is."""
    within = _IN_A_RULE.match(problem.place.path)
    if problem.code != "schema.lacking_key" or within is None:
        return problem
    label = _label(problem.facts["key"], in_a_line=within["path"].endswith("]"))
    return replace(problem, code="authoring.cell_open", facts={"cell": label}) if label else problem


def _label(key: str, *, in_a_line: bool) -> str:
    """The label of the first cell with this key, among those of lines or of rules; empty without one."""
    for form in KIND_FORMS.values():
        for cell in form.line_cells if in_a_line else form.cells:
            if cell.name == key:
                return str(cell.label)
    return ""
