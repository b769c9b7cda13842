"""The rows whose rule measures one value, and the points it gives for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from chamdiem.core.expression import Compare, Comparison, Condition, Letter, Number, comparisons_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import PERCENT
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.printed_days import since_of
from chamdiem.core.lint.probing import Measuring, points_at
from chamdiem.core.lint.rule_numbers import thresholds_of
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL, Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.rules.tiers import Side, Tier, TiersRule

_SIDES: Mapping[Comparison, Side] = {
    ">=": "at_least",
    ">": "more_than",
    "<": "less_than",
    "<=": "at_most",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """The one rule of a row that measures a value; ``factor`` of its units make one: 100 for a percentage.

    ``gate`` gives the same to everybody on one side of a threshold of that value.
    """

    place: RuleAt
    rule: Measuring
    factor: int
    since: date | None
    gate: GateRule | None = None

    @property
    def maximum(self) -> Fraction:
        """The most it may give."""
        return self.place.maximum

    @property
    def is_percentage(self) -> bool:
        """Whether its value is asked for in percent."""
        return self.factor > 1

    def points_at(self, value: Fraction) -> Fraction:
        """The points for a value."""
        own = value * self.factor
        band = None if self.gate is None else _band_of(self.gate.when)
        if self.gate is not None and band is not None:
            is_met = band.tiers[0].holds(own.numerator, own.denominator)
            branch = self.gate.then if is_met else self.gate.otherwise
            if isinstance(branch, FixedRule):
                return self.maximum * branch.gives_all
        return points_at(self.rule, own, self.maximum)

    @property
    def thresholds(self) -> set[Fraction]:
        """The values, in its unit, at which its points change."""
        return {*thresholds_of(self.rule), *(() if self.gate is None else thresholds_of(self.gate))}

    def can_be(self, value: Fraction) -> bool:
        """Whether the figures allow a value."""
        proof, term = self.place.proof, self.rule.value
        most, least = proof.ceiling(term), proof.floor(term)
        own = value * self.factor
        return (most is None or own <= most) and (least is None or own >= least)


def measured_rules(document: Document) -> Iterator[Measured]:
    """Rules that measure a value, where nothing but yes or no stands beside them in their row.

    A row that only asks whether a value is enough measures it, too.
    """
    rows: dict[str, list[RuleAt]] = {}
    for place in document.rules:
        rows.setdefault(place.row.key, []).append(place)
    for places in rows.values():
        row = places[0].row
        measuring = [
            Measured(each, each.rule, _factor(row, each.rule), since_of(each.rule.value, row.inputs))
            for each in places
            if isinstance(each.rule, RatioRule | TiersRule)
        ]
        others = [each.rule for each in places if not isinstance(each.rule, RatioRule | TiersRule)]
        if len(measuring) == 1 and row.max_points and all(map(_is_plain, others)):
            yield measuring[0]
        band = None if measuring or not row.max_points else _only_band(places[0].rule)
        if band is not None:
            yield Measured(places[0], band, _factor(row, band), since_of(band.value, row.inputs))


def gated_ratios(document: Document) -> Iterator[Measured]:
    """Ratios behind a threshold of the same value: ``a / b >= 60%``, then ``a / b``, else nothing."""
    for place in document.rules:
        row, gate = place.row, place.rule
        if gate is not row.rule or not isinstance(gate, GateRule) or not row.max_points:
            continue
        ratios = [each for each in gate.parts() if isinstance(each, RatioRule)]
        band = _band_of(gate.when)
        is_one = len(ratios) == 1 and any(isinstance(each, FixedRule) for each in gate.parts())
        if is_one and band is not None and band.value == ratios[0].value and band.tiers[0].threshold:
            yield Measured(place, ratios[0], _factor(row, ratios[0]), None, gate)


def _only_band(rule: Rule) -> TiersRule | None:
    """The band of a rule that gives everything for it and nothing else: ``n >= 4``."""
    when = rule.when if isinstance(rule, YesNoRule) else None
    if isinstance(rule, GateRule) and (rule.then, rule.otherwise) == (
        FixedRule(),
        FixedRule(gives_all=False),
    ):
        when = rule.when
    return _band_of(when)


def _band_of(when: Condition | None) -> TiersRule | None:
    """The values that a condition asks for, as the only band of a rule."""
    if not isinstance(when, Compare) or not isinstance(when.right, Number) or when.operator not in _SIDES:
        return None
    return TiersRule(value=when.left, tiers=(Tier(_SIDES[when.operator], when.right.value, FULL),))


def _is_plain(rule: Rule) -> bool:
    """Whether a rule beside only asks yes or no, or whether there is anything."""
    if isinstance(rule, GateRule):
        return all(
            isinstance(compare.right, Number) and compare.right.value == 0
            for compare in comparisons_in(rule.when)
        )
    return isinstance(rule, YesNoRule | FixedRule)


def _factor(row: Row, rule: Measuring) -> int:
    figure = row.inputs.get(rule.value.name) if isinstance(rule.value, Letter) else None
    return 100 if figure is not None and figure.unit == PERCENT else 1
