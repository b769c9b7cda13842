"""Slightly wrong criteria: each must be told from the right one by its own worked cases.

Mutants that no dossier can tell apart (a guard taken off a quotient that is
false at zero anyway, a policy for a zero that cannot be) are not made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd, lcm
from typing import Any, get_args

from chamdiem.core.cases import result_of
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Binary, Both, Compare, Condition, Either, Not, Number, Term
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.proving import Proof
from chamdiem.core.lint.walking import divisions_in
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import IfZero, Reward, Rule
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.rules.tiers import Side, TiersRule

# What is wrong, and what is wrong so.
Mutants = Iterator[tuple[str, Any]]

_HAIR = Fraction(1, 10**12)
_OTHER_SIDE: dict[Side, Side] = {
    "at_least": "more_than",
    "more_than": "at_least",
    "less_than": "at_most",
    "at_most": "less_than",
}
_OTHER_SIGN = {">=": ">", ">": ">=", "<=": "<", "<": "<="}


def survivors(criterion: Criterion) -> list[str]:
    """The mutants of a criterion that its own worked cases take for the right one."""
    return [what for what, row in mutants(criterion) if not _is_killed(criterion, row)]


def mutants(criterion: Criterion) -> Iterator[tuple[str, Row]]:
    """Every slightly wrong version of a criterion's row."""
    row, proof = criterion.row, Proof.of(criterion)
    if row.not_applicable_when is not None:
        proof = proof.given_not(row.not_applicable_when)
        yield "always applicable", replace(row, not_applicable_when=None)
    for place, check in enumerate(row.checks):
        if not check.soft:
            yield f"without check[{place}]", replace(row, checks=_without(row.checks, place))
    yield from _within(row, "rule", _Surroundings(criterion, criterion.maximum, proof).mutants_of)


def _is_killed(criterion: Criterion, row: Row) -> bool:
    rule = row.rule or criterion.rule
    wrong = Criterion(row, rule, criterion.letters, criterion.maximum, criterion.rounding)
    return any(not result_of(case, wrong).meets(case) for case in row.cases)


@dataclass(frozen=True)
class _Surroundings:
    """Where a rule stands: its criterion, its own maximum, and what is known there."""

    criterion: Criterion
    maximum: Fraction
    proof: Proof

    def mutants_of(self, rule: Rule) -> Mutants:
        """Mutants of a rule and of the rules inside it."""
        match rule:
            case RatioRule():
                yield from self._ratio(rule)
            case TiersRule():
                yield from self._tiers(rule)
            case CountRule():
                yield from self._parts(rule)
                yield from self._cap(rule)
            case DeductRule():
                yield from self._parts(rule)
            case YesNoRule():
                yield from _within(rule, "when", self._condition)
            case ChoiceRule():
                yield from self._choice(rule)
            case ChecklistRule():
                yield from self._checklist(rule)
            case PeerRule():
                yield from self._peer(rule)
            case SumRule():
                yield from self._sum(rule)
            case BestOfRule():
                yield from self._best(rule)
            case GateRule():
                yield from self._gate(rule)

    def _ratio(self, rule: RatioRule) -> Mutants:
        for threshold in _moved(rule.threshold, Fraction(1, 100)):
            yield f"full_at {decimal_text(threshold)}", replace(rule, full_at=threshold)
        if rule.below != "scale":
            hair = _HAIR if rule.better == "high" else -_HAIR
            yield "strictly", replace(rule, full_at=rule.threshold * (1 + hair))
        for below in ("scale", "ratio", "zero"):
            # Up to 100 % the scaled line and the bare ratio are one.
            is_same_line = rule.span == 1 and "zero" not in (below, rule.below)
            if below != rule.below and not is_same_line and rule.span > 0:
                yield f"below {below}", replace(rule, below=below)
        yield from self._quotient(rule)

    def _tiers(self, rule: TiersRule) -> Mutants:
        step = self._step(rule.value)
        for place, tier in enumerate(rule.tiers):
            changed = [replace(tier, threshold=each) for each in _moved(tier.threshold, step)]
            changed.append(replace(tier, side=_OTHER_SIDE[tier.side]))
            named = [(f"{each.side} {decimal_text(each.threshold)}", each) for each in changed]
            named += [
                (f"reward[{place}]", replace(tier, reward=other)) for other in self._others(tier.reward)
            ]
            for what, each in named:
                yield f"tier {what}", replace(rule, tiers=_exchanged(rule.tiers, place, each))
        for reward in self._others(rule.otherwise):
            yield "otherwise", replace(rule, otherwise=reward)
        yield from self._quotient(rule)

    def _quotient(self, rule: RatioRule | TiersRule | PeerRule) -> Mutants:
        """The quotient upside down, and the other policies for a zero denominator."""
        match rule.value:
            case Binary("/", left, right) if not isinstance(right, Number):
                yield "upside down", replace(rule, value=Binary("/", right, left))
        quotient = rule.compared if isinstance(rule, PeerRule) else quotient_of(rule.value)
        if rule.if_zero and not quotient.is_whole and self.proof.may_be_zero(quotient.denominator):
            for policy in get_args(IfZero):
                if policy != rule.if_zero:
                    yield f"if_zero {policy}", replace(rule, if_zero=policy)

    def _parts(self, rule: CountRule | DeductRule) -> Mutants:
        for place, part in enumerate(rule.parts_):
            for what, each in self._part(part):
                yield f"part[{place}] {what}", replace(rule, parts_=_exchanged(rule.parts_, place, each))

    def _part(self, part: CountPart) -> Mutants:
        for points in _moved(part.points_each):
            yield f"points_each {decimal_text(points)}", replace(part, points_each=points)
        for every in _moved(part.every or Fraction(0), self._step(part.of)) if part.every else ():
            if every > 0:
                yield f"every {decimal_text(every)}", replace(part, every=every)
        for cap in self._others(part.cap) if part.cap else ():
            yield "cap", replace(part, cap=cap)

    def _cap(self, rule: CountRule) -> Mutants:
        caps = [part.cap.of(self.maximum) if part.cap else self.maximum for part in rule.parts_]
        for cap in self._others(rule.cap):
            if cap.of(self.maximum) < sum(caps):
                yield "cap", replace(rule, cap=cap)

    def _choice(self, rule: ChoiceRule) -> Mutants:
        for code, option in rule.options.items():
            for reward in self._others(option.reward):
                options = {**rule.options, code: replace(option, reward=reward)}
                yield f"option {code}", replace(rule, options=options)

    def _checklist(self, rule: ChecklistRule) -> Mutants:
        for place, part in enumerate(rule.parts_):
            named = [(what, replace(part, when=when)) for what, when in self._condition(part.when)]
            if rule.need == "any":
                named += [("reward", replace(part, reward=reward)) for reward in self._others(part.reward)]
            for what, each in named:
                yield f"part[{place}] {what}", replace(rule, parts_=_exchanged(rule.parts_, place, each))

    def _peer(self, rule: PeerRule) -> Mutants:
        if rule.method != "leader_excess":
            yield "better", replace(rule, better="low" if rule.better == "high" else "high")
            is_share = rule.method == "share_of_max"
            yield "other method", replace(rule, method="min_max" if is_share else "share_of_max")
        if rule.method == "min_max":
            for reward in self._others(rule.if_all_equal):
                yield "if_all_equal", replace(rule, if_all_equal=reward)
        if rule.method == "share_of_max":
            for reward in self._others(rule.if_all_zero):
                yield "if_all_zero", replace(rule, if_all_zero=reward)
        for place in range(len(rule.special)):
            yield f"without special[{place}]", replace(rule, special=_without(rule.special, place))
        yield from self._quotient(rule)

    def _sum(self, rule: SumRule) -> Mutants:
        for place, part in enumerate(rule.parts_):
            inside = replace(self, maximum=part.worth.of(self.maximum))
            named = list(_within(part, "rule", inside.mutants_of))
            named += [("worth", replace(part, worth=worth)) for worth in self._others(part.worth)]
            for what, each in named:
                yield f"sum[{place}] {what}", replace(rule, parts_=_exchanged(rule.parts_, place, each))

    def _best(self, rule: BestOfRule) -> Mutants:
        for place, inner in enumerate(rule.rules):
            if len(rule.rules) > 1:
                yield f"best_of without [{place}]", replace(rule, rules=_without(rule.rules, place))
            for what, each in self.mutants_of(inner):
                # Beside another way, one that gives nothing is as good as one that does not apply.
                if "if_zero" not in what or "full" in (getattr(inner, "if_zero", ""), what.split()[-1]):
                    yield f"best_of[{place}] {what}", replace(rule, rules=_exchanged(rule.rules, place, each))

    def _gate(self, rule: GateRule) -> Mutants:
        yield from _within(rule, "when", self._condition)
        met, failed = self.proof.given(rule.when), self.proof.given_not(rule.when)
        yield from _within(rule, "then", replace(self, proof=met).mutants_of)
        yield from _within(rule, "otherwise", replace(self, proof=failed).mutants_of)

    def _condition(self, condition: Condition) -> Mutants:
        yield "not", Not(condition)
        match condition:
            case Compare(operator, left, right):
                if operator in _OTHER_SIGN:
                    yield "strictness", Compare(_OTHER_SIGN[operator], left, right)  # type: ignore[arg-type]
                if isinstance(right, Number):
                    for each in _moved(right.value, self._step(left)):
                        moved = Number(each, decimal_text(each))
                        yield f"threshold {moved.text}", Compare(operator, left, moved)
            case Both(left, right) if self._guards(left, right):
                yield from _within(condition, "right", self._condition)
            case Both(left, right) | Either(left, right):
                yield "left only", left
                yield "right only", right
                yield from _within(condition, "left", self._condition)
                yield from _within(condition, "right", self._condition)

    def _guards(self, left: Condition, right: Condition) -> bool:
        """Whether ``left`` only keeps ``right`` from dividing by zero."""
        divisions = [quotient_of(each.term.right).numerator for each in divisions_in(right, self.proof)]
        known = self.proof.given(left)
        return any(self.proof.may_be_zero(each) and not known.may_be_zero(each) for each in divisions)

    def _others(self, reward: Reward) -> Iterator[Reward]:
        """A reward a little different: less, or more where it was nothing."""
        for other in (_less(reward),):
            if other.of(self.maximum) != reward.of(self.maximum):
                yield other

    def _step(self, term: Term) -> Fraction:
        """The least distance between two values of a sum of figures; zero for a quotient."""
        quotient = quotient_of(term)
        if not quotient.is_whole or any(len(letters) > 1 for letters in quotient.numerator):
            return Fraction(0)
        inputs = self.criterion.letters.inputs
        sizes = [c / inputs[letter].scale for letters, c in quotient.numerator.items() for letter in letters]
        common = lcm(*(size.denominator for size in sizes))
        return Fraction(gcd(*(int(size * common) for size in sizes)), common)


def _less(reward: Reward) -> Reward:
    if reward.points is not None:
        return Reward(points=reward.points * Fraction(9, 10) if reward.points else Fraction(1, 10))
    return Reward(share=reward.share * Fraction(9, 10) if reward.share else Fraction(1, 10))


def _within(owner: Any, field: str, change: Callable[[Any], Mutants]) -> Mutants:
    for what, each in change(getattr(owner, field)):
        yield f"{field} {what}", replace(owner, **{field: each})


def _exchanged(all_: tuple[Any, ...], place: int, one: Any) -> tuple[Any, ...]:
    return (*all_[:place], one, *all_[place + 1 :])


def _without(all_: tuple[Any, ...], place: int) -> tuple[Any, ...]:
    return all_[:place] + all_[place + 1 :]


def _moved(value: Fraction, step: Fraction = Fraction(0)) -> tuple[Fraction, ...]:
    """One percent up and down, or a whole step where nothing lies between."""
    distance = max(abs(value) / 100, step)
    return tuple(each for each in (value + distance, value - distance) if distance and each >= 0)
