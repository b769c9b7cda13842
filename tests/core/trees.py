"""Small sets with groups, roles and points given by hand, for tests of sums and ranks."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from chamdiem.core.expression import parse_term
from chamdiem.core.indicator_set import IndicatorSet, Role, Row, Source
from chamdiem.core.inputs import Input
from chamdiem.core.points import exact
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.scoring import Total

LEVELS = {"pillar": "Trụ cột", "main": "Chỉ số", "criterion": "Tiêu chí"}


def group(key: str, level: str = "main") -> Row:
    """A group without points of its own."""
    return Row(key=key, level=level, name=f"Nhóm {key}")


def criterion(
    key: str,
    maximum: int | str | None = 10,
    *,
    role: Role = "scored",
    rule: Rule | None = None,
    inputs: Mapping[str, Input] | None = None,
    **row: Any,
) -> Row:
    """A criterion; its points are given by hand unless it has a rule."""
    return Row(
        key=key,
        level="criterion",
        name=f"Tiêu chí {key}",
        max_points=None if maximum is None else exact(str(maximum)),
        role=role,
        rule=rule or ManualRule(),
        inputs=inputs or {},
        **row,
    )


def optional(key: str, maximum: int = 10, **row: Any) -> Row:
    """A criterion ``a / b`` that does not apply where ``b`` is zero."""
    rule = RatioRule(value=parse_term("a / b"), if_zero="not_applicable")
    return criterion(key, maximum, rule=rule, inputs={"a": Input(), "b": Input()}, **row)


def tree(*rows: Row, **header: Any) -> IndicatorSet:
    """A set of these rows."""
    facts: dict[str, Any] = {"key": "tree", "name": "Cây", "edition": "2026", "source": Source(document="QĐ")}
    return IndicatorSet(rows=rows, levels=LEVELS, **(facts | header))


def total(earned: int | str, maximum: int | str) -> Total:
    """Points earned and what could be earned."""
    return Total(exact(str(earned)), exact(str(maximum)))


def points(indicator_set: IndicatorSet, /, **given: int | str | None) -> dict[str, int | None]:
    """Answers that give points by hand; keys have ``_`` for dots: ``_1_2="7.5"``."""
    scale = indicator_set.rounding.quanta_per_point
    answers: dict[str, int | None] = {}
    for name, value in given.items():
        key = name.lstrip("_").replace("_", ".")
        quanta = None if value is None else exact(str(value)) * scale
        answers[f"{key}.points"] = None if quanta is None else quanta.numerator
        assert quanta is None or quanta == Fraction(quanta.numerator)
    return answers
