"""The first phase of peer rules: who is compared, and the spread of their figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction

from chamdiem.core.conditions import test_of
from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.exact import NoPoints, checker, computer
from chamdiem.core.form import Spread
from chamdiem.core.quotient import MissingInput, Values
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.rule import Rule, Scope, walk

# Peer group → criterion key → spread; the group "" holds everybody.
SpreadsByGroup = dict[str, dict[str, Spread]]
# Raises ``MissingInput`` while that is open.
_Reached = Callable[[Values], bool]


def figure_compared(criterion: Criterion, answers: Answers) -> Fraction | None:
    """The figure an organisation brings into the comparison, or None if it stays out.

    It stays out where its rule never reaches the comparison: the criterion does not apply,
    the figure or what decides about it is missing, or the comparison lies behind a closed gate.
    """
    return _figure(criterion)(answers)


def _figure(criterion: Criterion) -> Callable[[Answers], Fraction | None]:
    """The same as a function, prepared once for all organisations compared."""
    rule, condition = criterion.peer_rule, criterion.row.not_applicable_when
    if rule is None:
        return lambda answers: None  # noqa: ARG005  nobody is compared
    figure, scope = rule.figure(criterion.scope), criterion.scope
    ways = _ways(criterion.rule, rule, scope, criterion.maximum)
    if condition is not None:
        applies_not = checker(test_of(condition, scope))
        ways.append(lambda values: not applies_not(values))

    def compared(answers: Answers) -> Fraction | None:
        values = criterion.values(answers)
        try:
            return figure(values) if all(is_open(values) for is_open in ways) else None
        except MissingInput:
            return None

    return compared


def _ways(rule: Rule, peer: PeerRule, scope: Scope, maximum: Fraction) -> list[_Reached]:
    """What lies between the whole rule and the peer rule inside it, from the inside out."""
    match rule:
        case GateRule():
            inner = next(part for part in rule.parts() if _holds(part, peer))
            holds, is_then = checker(test_of(rule.when, scope)), inner is rule.then
            return [*_ways(inner, peer, scope, maximum), lambda values: holds(values) is is_then]
        case SumRule():
            part = next(part for part in rule.parts_ if _holds(part.rule, peer))
            beside = [
                _applies(other.rule, scope, other.worth.of(maximum))
                for other in rule.parts_
                if other is not part
            ]
            return [*_ways(part.rule, peer, scope, part.worth.of(maximum)), *beside]
        case BestOfRule():
            return _ways(next(part for part in rule.rules if _holds(part, peer)), peer, scope, maximum)
        case _:
            return []


def _holds(rule: Rule, peer: PeerRule) -> bool:
    return any(part is peer for part in walk(rule))


def _applies(rule: Rule, scope: Scope, maximum: Fraction) -> _Reached:
    """Whether another part of a sum applies: one that does not takes the whole with it."""
    compute = computer(rule.form(scope, maximum))

    def applies(values: Values) -> bool:
        try:
            return compute(values) is not None
        except (MissingInput, NoPoints):
            return True

    return applies


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
