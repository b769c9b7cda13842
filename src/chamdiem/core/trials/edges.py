"""Where a rule turns: its thresholds, caps, conditions and options, each with what leads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import (
    Binary,
    Both,
    Compare,
    Condition,
    Either,
    Letter,
    Not,
    Number,
    Term,
    letters_in,
)
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.manual import POINTS, ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.tiers import TiersRule

_NOTHING, _ONE = Fraction(0), Fraction(1)

# Conditions and how each must come out.
Context = tuple[tuple[Condition, bool], ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A term meets a threshold: points are worth looking at just below, on and just above."""

    term: Term
    threshold: Fraction
    context: Context = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """Conditions that come out in one way; one set of figures shows it."""

    context: Context


@dataclass(frozen=True, slots=True)
class ZeroDenominator:
    """A term divides by zero."""

    term: Term
    context: Context = ()


Turn = Edge | Situation | ZeroDenominator


def list_turns(criterion: Criterion) -> list[Turn]:
    """Everything worth trying, in the order of the rule, each once."""
    applies_not = criterion.row.not_applicable_when
    turns: list[Turn] = []
    context: Context = ()
    if applies_not is not None:
        turns += _of_condition(applies_not, ())
        context = ((applies_not, False),)
    turns += _Walk(criterion).visit(criterion.rule, context, criterion.maximum)
    return list(dict.fromkeys(turns))


@dataclass(frozen=True, slots=True)
class _Walk:
    """One walk through the rule of a criterion."""

    criterion: Criterion

    def visit(self, rule: Rule, context: Context, maximum: Fraction) -> Iterator[Turn]:
        """The turns of a rule and of all rules inside it."""
        for condition in rule.conditions():
            yield from _of_condition(condition, context)
        match rule:
            case GateRule(when=when, then=then, otherwise=otherwise):
                yield from self.visit(then, (*context, (when, True)), maximum)
                yield from self.visit(otherwise, (*context, (when, False)), maximum)
            case SumRule(parts_=parts):
                for part in parts:
                    yield from self.visit(part.rule, context, part.worth.of(maximum))
            case BestOfRule(rules=rules):
                for each in rules:
                    yield from self.visit(each, context, maximum)
            case PeerRule():
                apart = tuple((case.when, False) for case in rule.special)
                yield from self._of_peers(rule, (*context, *apart))
            case _:
                yield from _of_leaf(rule, context, maximum)

    def _of_peers(self, rule: PeerRule, context: Context) -> Iterator[Turn]:
        """Nothing, the least and the greatest figure of the others, and the target."""
        term = rule.value if rule.target is None else Binary("/", rule.value, rule.target)
        edges = {"leader_excess": [_NOTHING, _ONE], "share_of_max": [_NOTHING]}.get(rule.method, [])
        spread = self.criterion.spread
        edges += [spread.least, spread.most] if spread is not None else []
        yield from _edges(term, sorted(edges), context)


def _of_leaf(rule: Rule, context: Context, maximum: Fraction) -> Iterator[Turn]:
    match rule:
        case RatioRule():
            yield from _edges(rule.value, _ratio_edges(rule, maximum), context)
        case TiersRule():
            yield from _edges(rule.value, [tier.threshold for tier in rule.tiers], context)
        case CountRule(parts_=parts, cap=cap):
            yield from _of_counts(parts, context, cap.of(maximum), maximum)
        case DeductRule(parts_=parts):
            yield from _of_counts(parts, context, maximum, maximum)
        case ChoiceRule(of=letter, options=options):
            for place in range(len(options)):
                chosen = Compare("=", letter, Number(Fraction(place), str(place)))
                yield Situation((*context, (chosen, True)))
        case ChecklistRule(parts_=checked):
            yield Situation((*context, *((part.when, True) for part in checked)))
        case ManualRule():
            yield from _edges(Letter(POINTS), [_NOTHING, maximum / 2, maximum], context)
        case _:
            yield Situation(context)


def _ratio_edges(rule: RatioRule, maximum: Fraction) -> list[Fraction]:
    """Where nothing ends, where full marks begin, and where a lower cap cuts the line."""
    start = _NOTHING if rule.better == "high" else _ONE
    edges = {start, rule.threshold}
    slope, most = rule.slope(maximum), maximum * min(rule.cap, _ONE)
    if slope and most < maximum:
        reached = most / slope
        edges.add(reached if rule.better == "high" else _ONE - reached)
    return sorted(edges)


def _of_counts(
    parts: tuple[CountPart, ...], context: Context, most: Fraction, maximum: Fraction
) -> Iterator[Turn]:
    """Nothing, one step, the cap of the part and the cap of all parts."""
    for part in parts:
        step = part.every or _ONE
        edges = {_NOTHING, step}
        if part.points_each:
            caps = [most] if part.cap is None else [most, part.cap.of(maximum)]
            reached = min(caps) / abs(part.points_each)
            # Only full steps count: the cap is reached with the step that passes it.
            edges |= {(reached if part.every is None else Fraction(ceil(reached))) * step}
        yield from _edges(part.of, sorted(edges), context)


def _edges(term: Term, thresholds: list[Fraction], context: Context) -> Iterator[Turn]:
    for threshold in thresholds:
        yield Edge(term, threshold, context)
    if not quotient_of(term).is_whole:
        yield ZeroDenominator(term, context)


def _of_condition(condition: Condition, context: Context) -> Iterator[Turn]:
    """Every comparison from both sides, every yes/no both ways, the rest arranged so that it shows."""
    match condition:
        case Letter():
            yield Situation((*context, (condition, True)))
            yield Situation((*context, (condition, False)))
        case Not(inner):
            yield from _of_condition(inner, context)
        case Both(left, right) | Either(left, right):
            # The other side must leave the decision to this one.
            undecided = isinstance(condition, Both)
            yield from _of_condition(left, (*context, (right, undecided)))
            if set(letters_in(left)) & set(letters_in(right)):
                # Where the left side turns, the right one may have no value at all.
                yield from _of_condition(left, context)
            yield from _of_condition(right, (*context, (left, undecided)))
        case Compare(_, left, right):
            yield from _of_comparison(left, right, context)


def _of_comparison(left: Term, right: Term, context: Context) -> Iterator[Turn]:
    for term, other in ((left, right), (right, left)):
        threshold = _constant(other)
        if threshold is not None:
            yield from _edges(term, [threshold], context)
            return
    yield from _edges(Binary("-", left, right), [_NOTHING], context)


def _constant(term: Term) -> Fraction | None:
    """The number a term comes to without any letter, as ``1/2`` does; None where it has one, or none."""
    quotient = quotient_of(term)
    if quotient.letters or not quotient.denominator:
        return None
    return quotient.numerator.get((), _NOTHING) / quotient.denominator[()]
