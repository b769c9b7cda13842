"""Worked cases on the desk: generated ones are remade with their rule, confirmed ones stay and are judged."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from chamdiem.annex.working import GENERATED, generate_cases
from chamdiem.authoring.plain import Data, parts_of, read_parts
from chamdiem.core.cases import CaseResult, result_of
from chamdiem.core.criterion import compile_criterion
from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.errors import InvalidIndicatorSet
from chamdiem.web.language import Words

# What decides the points of a row.
_CALCULATED = ("rule", "inputs", "checks", "not_applicable_when", "max_points", "cross_unit")

STATUS_WORDS: Mapping[str, Words] = {
    "scored": _("có điểm"),
    "missing": _("chưa có số liệu"),
    "not_applicable": _("không áp dụng"),
    "needs_peers": _("chờ đơn vị khác"),
    "disputed": _("chờ hội đồng"),
    "invalid": _("số liệu không hợp lệ"),
}


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """A worked case of a row, and what the rule makes of it; None where the set does not load."""

    case: Data
    result: CaseResult | None
    is_met: bool

    @property
    def is_generated(self) -> bool:
        """Whether nobody has compared it with the decision."""
        return is_generated(self.case)

    @property
    def words(self) -> Words:
        """What comes out where it is no points."""
        return "" if self.result is None else STATUS_WORDS[self.result.status.value]

    @property
    def contradicts(self) -> bool:
        """Whether people confirmed it, and the rule says otherwise."""
        return self.result is not None and not self.is_met and not self.is_generated


def is_generated(case: Data) -> bool:
    """Whether a case was made of the rule."""
    return case.get("label") == GENERATED


def counts_anew(before: Data, after: Data) -> bool:
    """Whether a change of a row may change its points."""
    return any((before.get(key) or None) != (after.get(key) or None) for key in _CALCULATED)


def without_generated(row: Data) -> Data:
    """A row without the cases made of its rule."""
    return {**row, "cases": [case for case in row.get("cases", []) if not is_generated(case)]}


def remake_cases(head: Data, rows: Sequence[Data], keys: Collection[str]) -> list[Data]:
    """The rows, on those named every generated case made anew; a row without cases gets them, too.

    Where the set does not load, nothing can be made: generated cases are left out there.
    """
    bare = [without_generated(row) if row["key"] in keys else row for row in rows]
    made = _generated(head, bare, keys)
    return [_joined(row, made.get(row["key"], [])) if row["key"] in keys else row for row in bare]


def judge_cases(head: Data, rows: Sequence[Data], key: str) -> list[JudgedCase]:
    """The worked cases of one row, each with what the rule makes of it."""
    data = next(row for row in rows if row["key"] == key)
    cases = data.get("cases", [])
    try:
        indicator_set = read_parts(head, rows) if cases else None
    except InvalidIndicatorSet:
        indicator_set = None
    if indicator_set is None or indicator_set.row(key).rule is None:
        return [JudgedCase(case, None, is_met=True) for case in cases]
    criterion = compile_criterion(indicator_set.row(key), indicator_set, list_figures(indicator_set))
    results = [(case, result_of(case, criterion)) for case in indicator_set.row(key).cases]
    return [
        JudgedCase(plain, result, is_met=result.meets(case))
        for plain, (case, result) in zip(cases, results, strict=True)
    ]


def _generated(head: Data, rows: Sequence[Data], keys: Collection[str]) -> Mapping[str, list[Data]]:
    try:
        indicator_set = read_parts(head, rows)
    except InvalidIndicatorSet:
        return {}
    wanted = [row for row in indicator_set.rows if row.key in keys and row.rule is not None]
    figures = list_figures(indicator_set)
    made = [
        replace(row, cases=generate_cases(compile_criterion(row, indicator_set, figures))) for row in wanted
    ]
    return {each["key"]: each.get("cases", []) for each in _plain(indicator_set, made)}


def _plain(indicator_set: IndicatorSet, rows: Sequence[Any]) -> list[Data]:
    return parts_of(replace(indicator_set, rows=tuple(rows)))[1]


def _joined(row: Data, made: Sequence[Data]) -> Data:
    """Confirmed cases first; a generated one that says the figures of one of them is left out."""
    known = [(case.get("given"), case.get("others")) for case in row["cases"]]
    new = [case for case in made if (case.get("given"), case.get("others")) not in known]
    return {**row, "cases": [*row["cases"], *new]}
