"""What a rule can give at all, and what an unfinished dossier can still earn."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chamdiem.core import conditions
from chamdiem.core.bounds import Outlook, declared_box, outlook, reach
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Letter, parse_condition, parse_term
from chamdiem.core.form import Spread
from chamdiem.core.inputs import Input
from chamdiem.core.intervals import INFINITE, Interval, quotient_interval, truth
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.choice import ChoiceRule, Option
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumPart, SumRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule, Special
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL, NONE, Reward, Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.scoring import Scorer
from tests.patience import cases

from . import sets
from .trees import criterion, tree

INPUTS = {
    "a": Input(),
    "b": Input(),
    "c": Input(minimum=Fraction(2), maximum=Fraction(8)),
    "d": Input(type="decimal", decimals=1, maximum=Fraction(5)),
    "t": Input(minimum=Fraction(-5)),
    "x": Input(type="yes_no"),
    "k": Input(type="choice", options={"one": "", "two": "", "three": ""}),
}
RATIO = RatioRule(value=parse_term("a / b"), if_zero="zero")
HALF = Reward(share=Fraction(1, 2))


def _criterion(rule: Rule) -> Criterion:
    return Scorer(tree(criterion("1", rule=rule, inputs=INPUTS))).criteria["1"]


def _outlook(rule: Rule, **given_: int) -> Interval:
    found = outlook(_criterion(rule), {f"1.{letter}": value for letter, value in given_.items()})
    return Interval(found.low, found.high)


def _between(low: int | str, high: int | str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def _declared(rule: Rule) -> Interval | None:
    compiled = _criterion(rule)
    return reach(compiled.node, declared_box(compiled)).points


# --- sharp --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_", "low", "high"),
    [
        ({}, 0, 10),
        ({"b": 8}, 0, 10),
        ({"a": 4}, 0, 10),
        ({"a": 4, "b": 8}, 5, 5),
        ({"b": 0}, 0, 0),
        ({"a": 0}, 0, 0),
        ({"c": 4}, 0, 10),
    ],
)
def test_a_ratio_is_open_until_its_figures_are_there(given_: dict[str, int], low: int, high: int) -> None:
    assert _outlook(RATIO, **given_) == _between(low, high)


@pytest.mark.parametrize(
    ("value", "given_", "low", "high"),
    [
        ("a / c", {"a": 2}, "2.5", "10"),
        ("c / b", {"b": 16}, "1.25", "5"),
        ("c / 10", {}, "2", "8"),
        ("d / 10", {}, "0", "5"),
        ("c / 10 + d / 10", {"d": 10}, "3", "9"),
        ("(a + b) / c", {"a": 1, "b": 1}, "2.5", "10"),
    ],
)
def test_declared_ranges_bound_a_ratio_sharply(
    value: str, given_: dict[str, int], low: str, high: str
) -> None:
    rule = RatioRule(value=parse_term(value), if_zero="zero")
    assert _outlook(rule, **given_) == _between(low, high)


def test_a_gate_is_open_on_both_sides_until_it_is_decided() -> None:
    rule = GateRule(
        when=parse_condition("x"), then=RATIO, otherwise=YesNoRule(parse_condition("b > 3 and a = 1"))
    )
    assert _outlook(rule, a=4, b=8) == _between(0, 5)
    assert _outlook(rule, a=4, b=8, x=1) == _between(5, 5)
    assert _outlook(rule, a=4, b=8, x=0) == _between(0, 0)
    assert _outlook(rule, a=1, b=8) == _between("1.25", 10)


def test_an_equation_that_may_divide_by_zero_stays_open() -> None:
    rule = YesNoRule(parse_condition("a / b = 0"))
    assert _outlook(rule, a=0) == _between(0, 10)
    assert _outlook(rule, a=0, b=0) == _between(0, 0)
    assert _outlook(rule, a=0, b=1) == _between(10, 10)


def test_a_choice_lies_between_its_least_and_its_best_level() -> None:
    options = {
        "one": Option("", FULL),
        "two": Option("", HALF),
        "three": Option("", Reward(points=Fraction(3))),
    }
    rule = ChoiceRule(of=Letter("k"), options=options)
    assert _outlook(rule) == _between(3, 10)
    assert _outlook(rule, k=1) == _between(5, 5)


@pytest.mark.parametrize(
    ("given_", "low", "high"), [({}, 0, 10), ({"a": 3}, "1.5", "10"), ({"a": 3, "b": 2}, 2, 2)]
)
def test_a_count_only_grows(given_: dict[str, int], low: int | str, high: int | str) -> None:
    parts = (
        CountPart(of=Letter("a"), points_each=Fraction(1, 2)),
        CountPart(of=Letter("b"), points_each=Fraction(1, 2), every=Fraction(2)),
    )
    assert _outlook(CountRule(parts_=parts), **given_) == _between(low, high)


def test_a_deduction_only_shrinks() -> None:
    rule = DeductRule(parts_=(CountPart(of=Letter("a"), points_each=Fraction(1)),))
    assert _outlook(rule) == _between(0, 10)
    assert _outlook(rule, a=4) == _between(6, 6)
    capped = DeductRule(parts_=(CountPart(of=Letter("a"), points_each=Fraction(1), cap=HALF),))
    assert _outlook(capped) == _between(5, 10)


def test_a_sum_adds_the_bounds_of_its_parts() -> None:
    parts = (SumPart(worth=HALF, rule=RATIO), SumPart(worth=HALF, rule=YesNoRule(parse_condition("x"))))
    assert _outlook(SumRule(parts_=parts), a=4, b=8) == _between("2.5", "7.5")


def test_the_best_of_is_at_least_what_one_way_gives_already() -> None:
    rule = BestOfRule(rules=(RATIO, YesNoRule(parse_condition("x"))))
    assert _outlook(rule, a=4, b=8) == _between(5, 10)


def test_marks_of_assessors_close_the_bounds() -> None:
    rule = ManualRule(assessors=2)
    assert _outlook(rule) == _between(0, 10)
    assert _outlook(rule, points_1=300) == _between(0, 10)
    assert _outlook(rule, points_1=300, points_2=400) == _between("3.5", "3.5")
    assert _outlook(rule, points=800) == _between(8, 8)


# --- not applicable, zero, peers ----------------------------------------------------------


def test_what_may_not_apply_says_so() -> None:
    rule = RatioRule(value=parse_term("a / b"), if_zero="not_applicable")
    assert outlook(_criterion(rule), {}).may_not_apply
    assert outlook(_criterion(rule), {"1.b": 0}) == Outlook(Fraction(0), Fraction(0), may_not_apply=True)
    assert not outlook(_criterion(rule), {"1.b": 3}).may_not_apply


@pytest.mark.parametrize(
    "rule",
    [
        PeerRule(value=Letter("a"), method="share_of_max"),
        PeerRule(
            value=Letter("a"),
            method="min_max",
            special=(Special(when=parse_condition("a = 0"), reward=NONE, exclude=True),),
        ),
        GateRule(
            when=parse_condition("x"),
            then=PeerRule(value=Letter("a"), method="share_of_max"),
            otherwise=FixedRule(gives_all=False),
        ),
    ],
)
def test_a_peer_rule_may_still_earn_everything_while_others_are_unknown(rule: Rule) -> None:
    assert _outlook(rule) == _between(0, 10)
    assert _outlook(rule, a=4, x=1) == _between(0, 10)


def test_a_part_that_waits_for_others_leaves_only_its_share_open() -> None:
    peer = PeerRule(value=Letter("a"), method="share_of_max")
    parts = (
        SumPart(worth=Reward(points=Fraction(6)), rule=peer),
        SumPart(worth=Reward(points=Fraction(4)), rule=RATIO),
    )
    assert _outlook(SumRule(parts_=parts), a=4, b=8) == _between(2, 8)
    assert _outlook(BestOfRule(rules=(peer, RATIO)), a=4, b=8) == _between(5, 10)


def test_a_frozen_peer_rule_is_a_line_like_any_other() -> None:
    compiled = _criterion(PeerRule(value=Letter("c"), method="share_of_max"))
    frozen = compiled.with_spread(Spread(2, Fraction(0), Fraction(16)))
    assert outlook(frozen, {}) == Outlook(Fraction("1.25"), Fraction(5))


# --- before any answer --------------------------------------------------------------------


def test_the_declared_ranges_show_what_a_rule_can_give_at_all() -> None:
    assert _declared(RatioRule(value=parse_term("c / 4"), if_zero="zero")) == Interval(
        Fraction(5), Fraction(10)
    )
    assert _declared(RATIO) == Interval(Fraction(0), Fraction(10))


@pytest.mark.parametrize(
    ("condition", "known"),
    [
        ("c >= 2", True),
        ("c > 8", False),
        ("c > 2", None),
        ("c / d >= 0", None),
        ("c / (c + 1) >= 0", True),
        ("a / 0 = a", False),
        ("t >= 0", None),
        ("t < -5", False),
        ("not (c > 8)", True),
        ("x and c > 8", False),
        ("x or c >= 2", True),
        ("x", None),
        ("c = 9", False),
        ("c != 9", True),
        ("a / 0 != 1", False),
    ],
)
def test_some_conditions_are_decided_before_any_answer(condition: str, known: bool | None) -> None:  # noqa: FBT001
    compiled = _criterion(RATIO)
    assert (
        truth(conditions.test_of(parse_condition(condition), compiled.scope), declared_box(compiled)) is known
    )


def test_a_denominator_that_may_change_its_sign_bounds_nothing() -> None:
    compiled = _criterion(RATIO)
    bound = compiled.scope.bind(quotient_of(parse_term("a / t")))
    assert quotient_interval(bound, declared_box(compiled)) == Interval(-INFINITE, INFINITE)


# --- figures arrive -----------------------------------------------------------------------


def _inside(inner: Outlook, outer: Outlook) -> bool:
    within = outer.low <= inner.low and inner.high <= outer.high
    # Where it does not apply after all, there are no points to bound.
    never_applies = inner.may_not_apply and inner.low == inner.high == 0
    return (within or never_applies) and (outer.may_not_apply or not inner.may_not_apply)


@cases(500)
@given(sets.rules, sets.answers, st.permutations(list(sets.INPUTS)))
def test_the_outlook_only_narrows_as_figures_arrive(
    rule: Rule, given_: dict[str, int | None], order: list[str]
) -> None:
    # Marks and points agreed by people are rulings: a later one may overrule an earlier one.
    assume(not _is_judged(rule))
    criterion = Scorer(sets.set_of(rule)).criteria["1.1"]
    arrived: dict[str, int | None] = {}
    before = outlook(criterion, {})
    for letter in order:
        arrived[letter] = given_[letter]
        after = outlook(criterion, sets.answers_for("1.1", arrived))
        assert _inside(after, before)
        before = after


def _is_judged(rule: Rule) -> bool:
    return isinstance(rule, ManualRule) or any(_is_judged(part) for part in rule.parts())
