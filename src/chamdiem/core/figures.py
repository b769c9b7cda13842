"""Figures (chỉ tiêu số liệu): every distinct input of a set, entered once, used by many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk

INFORMATION_LETTER = "v"


@dataclass(frozen=True, slots=True)
class Figure:
    """One value an organisation gives: its key, where it is asked, what it is."""

    key: str
    row: str
    letter: str
    input: Input


def own_inputs(row: Row, indicator_set: IndicatorSet) -> dict[str, Input]:
    """The inputs of a row, with those its rule brings and the options of its choices."""
    inputs = dict(row.inputs)
    if row.rule is None:
        return inputs
    for rule in walk(row.rule):
        if isinstance(rule, ManualRule):
            maximum = row.max_points or Fraction(0)
            for letter, brought in rule.inputs(maximum, indicator_set.rounding).items():
                inputs.setdefault(letter, brought)
        elif isinstance(rule, ChoiceRule) and rule.of.name in inputs:
            options = {code: option.label for code, option in rule.options.items()}
            inputs[rule.of.name] = replace(inputs[rule.of.name], type="choice", options=options)
    return inputs


def figure_key(row: Row, letter: str) -> str:
    """The key of a row's own letter: ``3.3.a``, or ``I.6`` for general information."""
    if row.role == "information" and letter == INFORMATION_LETTER:
        return row.key
    return f"{row.key}.{letter}"


def list_figures(indicator_set: IndicatorSet) -> dict[str, Figure]:
    """Every figure of a set by key, in printed order; texts of no account left out."""
    figures = {}
    for row in indicator_set.rows:
        for letter, given in own_inputs(row, indicator_set).items():
            if not given.source and given.type != "text":
                key = figure_key(row, letter)
                figures[key] = Figure(key, row.key, letter, given)
    return figures


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one criterion: which figure each reads, and as what input."""

    figures: tuple[str, ...]
    inputs: Mapping[str, Input]


def letters_of(row: Row, indicator_set: IndicatorSet, figures: Mapping[str, Figure]) -> Letters:
    """Resolve shared letters of a row; the stricter of two least values holds."""
    keys: list[str] = []
    inputs: dict[str, Input] = {}
    for letter, given in own_inputs(row, indicator_set).items():
        if given.type == "text":
            continue
        keys.append(given.source or figure_key(row, letter))
        inputs[letter] = _shared(given, figures[given.source].input) if given.source else given
    return Letters(tuple(keys), inputs)


def _shared(own: Input, shared: Input) -> Input:
    least = max((m for m in (own.minimum, shared.minimum) if m is not None), default=None)
    return replace(
        shared,
        source=own.source,
        minimum=least,
        label=own.label or shared.label,
        unit=own.unit or shared.unit,
    )
