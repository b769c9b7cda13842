"""Random but valid sets: every kind of rule, nested, over a handful of inputs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from chamdiem.core.expression import Binary, Both, Compare, Either, Letter, Not, Number, Term
from chamdiem.core.indicator_set import IndicatorSet, Row, Source
from chamdiem.core.inputs import Input
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.checklist import ChecklistPart, ChecklistRule
from chamdiem.core.rules.choice import ChoiceRule, Option
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumPart, SumRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule, Special
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Reward, Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.rules.tiers import Tier, TiersRule

INPUTS = {
    "a": Input(),
    "b": Input(),
    "c": Input(type="decimal", decimals=3),
    "x": Input(type="yes_no"),
    "y": Input(type="yes_no"),
    "k": Input(type="choice", options={"one": "", "two": "", "three": ""}),
}
NUMBERS = ("a", "b", "c")


def _number(text: str, value: Fraction) -> Number:
    return Number(value, text)


constants = st.sampled_from(
    [
        _number("1", Fraction(1)),
        _number("2", Fraction(2)),
        _number("0.5", Fraction(1, 2)),
        _number("30%", Fraction(3, 10)),
    ]
)
letters = st.sampled_from([Letter(name) for name in NUMBERS])
shares = st.sampled_from([Fraction(n, d) for n, d in ((0, 1), (1, 4), (1, 3), (1, 2), (7, 10), (1, 1))])
rewards = shares.map(lambda share: Reward(share=share)) | st.sampled_from(
    [Reward(points=Fraction(1)), Reward(points=Fraction(3, 2))]
)
zero_policies = st.sampled_from(["zero", "full", "not_applicable", None])


def _binary(operators: str, left: Any, right: Any) -> Any:
    return st.builds(Binary, st.sampled_from(list(operators)), left, right)


sums: st.SearchStrategy[Term] = letters | _binary("+", letters, letters | constants)
terms: st.SearchStrategy[Term] = (
    sums
    | _binary("/", sums, letters)
    | _binary("/", sums, _binary("+-*", letters, letters))
    | _binary("+-", _binary("/", letters, letters), _binary("/", letters, letters))
)
# What always divides by zero is refused with the set.
terms = terms.filter(lambda term: bool(quotient_of(term).denominator))
comparisons = st.builds(
    Compare, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), terms, constants | letters
)
flags = st.sampled_from([Letter("x"), Letter("y")])
conditions: st.SearchStrategy[Any] = st.recursive(
    flags | comparisons,
    lambda inner: st.builds(Not, inner) | st.builds(Both, inner, inner) | st.builds(Either, inner, inner),
    max_leaves=3,
)
thresholds = st.sampled_from(
    [Fraction(1, 10), Fraction(1, 2), Fraction(4, 5), Fraction(1), Fraction(3), Fraction(10)]
)

ratio_rules = st.builds(
    RatioRule,
    value=terms,
    full_at=thresholds,
    below=st.sampled_from(["scale", "ratio", "zero"]),
    if_zero=zero_policies,
    cap=st.sampled_from([Fraction(1), Fraction(1, 2)]),
) | st.builds(
    RatioRule,
    value=terms,
    full_at=st.sampled_from([Fraction(0), Fraction(1, 5)]),
    better=st.just("low"),
    if_zero=zero_policies,
)
tiers_rules = st.builds(
    TiersRule,
    value=terms,
    tiers=st.lists(
        st.builds(
            Tier, st.sampled_from(["at_least", "more_than", "less_than", "at_most"]), thresholds, rewards
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    otherwise=rewards,
    if_zero=zero_policies,
)
count_parts = st.lists(
    st.builds(
        CountPart,
        of=sums,
        points_each=st.sampled_from([Fraction(1), Fraction(1, 5), Fraction(1, 2)]),
        every=st.none() | st.sampled_from([Fraction(5), Fraction(1, 20)]),
        cap=st.none() | rewards,
    ),
    min_size=1,
    max_size=3,
).map(tuple)
flat_rules: st.SearchStrategy[Rule] = st.one_of(
    st.builds(FixedRule, gives_all=st.booleans()),
    st.builds(YesNoRule, when=conditions),
    st.builds(
        ChoiceRule,
        of=st.just(Letter("k")),
        options=st.tuples(rewards, rewards, rewards).map(
            lambda three: {
                code: Option("", reward) for code, reward in zip(("one", "two", "three"), three, strict=True)
            }
        ),
    ),
    st.builds(
        ChecklistRule,
        parts_=st.lists(
            st.builds(ChecklistPart, when=conditions, reward=rewards), min_size=1, max_size=3
        ).map(tuple),
        need=st.sampled_from(["any", "all"]),
    ),
    ratio_rules,
    tiers_rules,
    st.builds(CountRule, parts_=count_parts, cap=rewards),
    st.builds(DeductRule, parts_=count_parts),
    st.builds(
        ManualRule,
        assessors=st.sampled_from([1, 2, 3]),
        combine=st.sampled_from(["mean", "median", "consensus"]),
    ),
)


def _nested(inner: Any) -> Any:
    parts = st.lists(st.builds(SumPart, worth=rewards, rule=inner), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(SumRule, parts_=parts, cap=st.just(Reward(share=Fraction(1)))),
        st.builds(BestOfRule, rules=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(GateRule, when=conditions, then=inner, otherwise=inner),
    )


rules: st.SearchStrategy[Rule] = st.recursive(flat_rules, _nested, max_leaves=4)


def _around(inner: Any) -> Any:
    """A rule that holds another one among rules of other kinds."""
    both = st.tuples(
        st.builds(SumPart, worth=rewards, rule=inner), st.builds(SumPart, worth=rewards, rule=flat_rules)
    )
    return st.one_of(
        st.builds(GateRule, when=conditions, then=inner, otherwise=flat_rules),
        st.builds(GateRule, when=conditions, then=flat_rules, otherwise=inner),
        both.flatmap(st.permutations).map(lambda parts: SumRule(parts_=tuple(parts))),
        st.tuples(inner, flat_rules)
        .flatmap(st.permutations)
        .map(lambda rules: BestOfRule(rules=tuple(rules))),
    )


peer_rules = st.builds(
    PeerRule,
    value=terms,
    method=st.sampled_from(["min_max", "share_of_max"]),
    better=st.sampled_from(["high", "low"]),
    special=st.lists(
        st.builds(Special, when=conditions, reward=rewards, exclude=st.booleans()), max_size=2
    ).map(tuple),
    if_all_equal=rewards,
    if_all_zero=rewards,
    if_zero=zero_policies,
) | st.builds(PeerRule, value=letters, method=st.just("leader_excess"), target=letters, if_zero=zero_policies)

# A comparison somewhere inside a rule: behind a gate, as a part of a sum, as one of several ways.
inner_peer_rules = st.recursive(peer_rules, _around, max_leaves=3)

small = st.integers(0, 12)
answers = st.fixed_dictionaries(
    {
        "a": st.none() | small,
        "b": st.none() | small,
        "c": st.none() | st.integers(0, 12_000),
        "x": st.none() | st.integers(0, 1),
        "y": st.none() | st.integers(0, 1),
        "k": st.none() | st.integers(0, 2),
        "points": st.none() | st.integers(0, 700),
        "points_1": st.none() | st.integers(0, 700),
        "points_2": st.none() | st.integers(0, 700),
        "points_3": st.none() | st.integers(0, 700),
    }
)


def set_of(*rules_: Rule, maximum: Fraction = Fraction(7), **header: Any) -> IndicatorSet:
    """A set with one group and one criterion for each rule, over the same letters."""
    group = Row(key="1", level="main", name="Nhóm", number="1")
    rows = [
        Row(
            key=f"1.{place}",
            number=f"1.{place}",
            level="criterion",
            name=f"Tiêu chí {place}",
            max_points=maximum,
            inputs=INPUTS,
            rule=rule,
        )
        for place, rule in enumerate(rules_, start=1)
    ]
    facts: dict[str, Any] = {
        "key": "example",
        "name": "Ví dụ",
        "edition": "2026",
        "source": Source(document="QĐ"),
        "levels": {"main": "Chỉ số", "criterion": "Tiêu chí"},
    }
    return IndicatorSet(rows=(group, *rows), **(facts | header))


def answers_for(criterion: str, given: dict[str, int | None]) -> dict[str, int | None]:
    """Letters of one criterion as figures."""
    return {f"{criterion}.{letter}": value for letter, value in given.items()}
