"""The first phase of peer rules: who is compared, and the spread of their figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction

from chamdiem.core.conditions import test_of
from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.exact import checker
from chamdiem.core.form import Spread
from chamdiem.core.quotient import MissingInput

# Peer group → criterion key → spread; the group "" holds everybody.
SpreadsByGroup = dict[str, dict[str, Spread]]


def figure_compared(criterion: Criterion, answers: Answers) -> Fraction | None:
    """The figure an organisation brings into the comparison, or None if it stays out."""
    return _figure(criterion)(answers)


def _figure(criterion: Criterion) -> Callable[[Answers], Fraction | None]:
    """The same as a function, prepared once for all organisations compared."""
    rule, condition = criterion.peer_rule, criterion.row.not_applicable_when
    if rule is None:
        return lambda answers: None  # noqa: ARG005  nobody is compared
    figure = rule.figure(criterion.scope)
    applies_not = None if condition is None else checker(test_of(condition, criterion.scope))

    def compared(answers: Answers) -> Fraction | None:
        values = criterion.values(answers)
        try:
            return None if applies_not is not None and applies_not(values) else figure(values)
        except MissingInput:
            return None

    return compared


def spread_of(criterion: Criterion, everybody: Sequence[Answers]) -> Spread | None:
    """The spread of all figures compared; None when nobody is compared."""
    compared = [figure for figure in map(_figure(criterion), everybody) if figure is not None]
    return Spread(len(compared), min(compared), max(compared)) if compared else None


def list_spreads(
    criteria: Mapping[str, Criterion],
    everybody: Sequence[Answers],
    groups: Sequence[str],
    staying_out: Sequence[Collection[str]] = (),
) -> SpreadsByGroup:
    """The spreads of every peer rule, for every peer group present.

    Args:
        criteria: Criteria by key.
        everybody: The answers of all organisations.
        groups: The peer group of each organisation, ``""`` for none.
        staying_out: The criteria each organisation is not compared in; by default none.
    """
    result: SpreadsByGroup = {group: {} for group in dict.fromkeys(groups)}
    for key, criterion in criteria.items():
        rule = criterion.peer_rule
        if rule is None:
            continue
        out = staying_out or [()] * len(everybody)
        compared = [(a, g) for a, g, o in zip(everybody, groups, out, strict=True) if key not in o]
        for group, spreads in result.items():
            within = [answers for answers, own in compared if rule.among == "all" or own == group]
            spread = spread_of(criterion, within)
            if spread is not None:
                spreads[key] = spread
    return result
