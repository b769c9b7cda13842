"""Better figures never cost points, wherever a rule promises so."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Letter, parse_condition, parse_term
from chamdiem.core.inputs import Input
from chamdiem.core.rules.checklist import ChecklistPart, ChecklistRule
from chamdiem.core.rules.composite import BestOfRule, GateRule, SumPart, SumRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Reward, Rule
from chamdiem.core.rules.tiers import Tier, TiersRule
from chamdiem.core.scoring import Scorer
from tests.patience import cases

from .trees import criterion, tree

INPUTS = {"a": Input(), "b": Input(minimum=Fraction(1)), "x": Input(type="yes_no")}
figures = st.integers(0, 60)
thresholds = st.sampled_from([Fraction(1, 100), Fraction(1, 5), Fraction(4, 5), Fraction(1), Fraction(3)])
shares = st.fractions(min_value=0, max_value=1, max_denominator=20)
many = cases(100)

high_ratios = st.builds(
    RatioRule,
    value=st.sampled_from([parse_term(text) for text in ("a / b", "a / 40", "a / b * 1 / 2 + a / 60")]),
    full_at=thresholds,
    below=st.sampled_from(["scale", "ratio", "zero"]),
    cap=st.sampled_from([Fraction(1), Fraction(1, 2)]),
)
low_ratios = st.builds(
    RatioRule,
    value=st.just(parse_term("a / b")),
    full_at=st.sampled_from([Fraction(0), Fraction(1, 5)]),
    better=st.just("low"),
)
counts = st.builds(
    CountPart,
    of=st.just(Letter("a")),
    points_each=shares,
    every=st.none() | st.integers(1, 7).map(Fraction),
    cap=st.none() | shares.map(lambda share: Reward(share=share)),
)


def _criterion(rule: Rule) -> Criterion:
    return Scorer(tree(criterion("1", rule=rule, inputs=INPUTS))).criteria["1"]


def _rises(rule: Rule, *, below: int = 30) -> bool:
    """Whether points never fall while ``a`` rises."""
    compiled = _criterion(rule)
    cells = [compiled.cell((a, below, 1)) for a in range(0, 90, 3)]
    return cells == sorted(cells)


def _falls(rule: Rule, *, below: int = 30) -> bool:
    compiled = _criterion(rule)
    cells = [compiled.cell((a, below, 1)) for a in range(0, 90, 3)]
    return cells == sorted(cells, reverse=True)


@many
@given(high_ratios, st.integers(1, 60))
def test_a_larger_numerator_never_costs_points(rule: RatioRule, below: int) -> None:
    assert _rises(rule, below=below)


@many
@given(high_ratios, figures, st.integers(1, 59))
def test_a_larger_denominator_never_earns_points(rule: RatioRule, above: int, below: int) -> None:
    compiled = _criterion(rule)
    assert compiled.cell((above, below, 1)) >= compiled.cell((above, below + 1, 1))


@many
@given(low_ratios, st.integers(1, 60))
def test_where_low_is_better_a_larger_numerator_never_earns_points(rule: RatioRule, below: int) -> None:
    assert _falls(rule, below=below)


@many
@given(st.lists(counts, min_size=1, max_size=3).map(tuple), shares)
def test_counting_more_never_costs_points(parts: tuple[CountPart, ...], cap: Fraction) -> None:
    assert _rises(CountRule(parts_=parts, cap=Reward(share=cap)))
    assert _falls(DeductRule(parts_=parts))


@many
@given(
    st.lists(st.integers(1, 80), min_size=1, max_size=4, unique=True),
    st.lists(shares, min_size=5, max_size=5),
)
def test_bands_from_the_top_with_falling_rewards_never_cost_points(
    edges: list[int], given_: list[Fraction]
) -> None:
    rewards = [Reward(share=share) for share in sorted(given_, reverse=True)]
    ordered = zip(sorted(edges, reverse=True), rewards, strict=False)
    tiers = tuple(Tier("at_least", Fraction(edge), reward) for edge, reward in ordered)
    assert _rises(TiersRule(value=Letter("a"), tiers=tiers, otherwise=rewards[-1]))
    strict = tuple(replace(tier, side="more_than") for tier in tiers)
    assert _rises(TiersRule(value=Letter("a"), tiers=strict, otherwise=rewards[-1]))


@many
@given(high_ratios, counts)
def test_rules_made_of_rising_rules_rise(ratio: RatioRule, part: CountPart) -> None:
    count = CountRule(parts_=(part,))
    half = Reward(share=Fraction(1, 2))
    assert _rises(SumRule(parts_=(SumPart(worth=half, rule=ratio), SumPart(worth=half, rule=count))))
    assert _rises(BestOfRule(rules=(ratio, count)))
    assert _rises(GateRule(when=parse_condition("x"), then=ratio, otherwise=count))


def test_one_more_condition_met_never_costs_points() -> None:
    parts = tuple(
        ChecklistPart(when=parse_condition(f"a >= {edge}"), reward=Reward(share=Fraction(1, 3)))
        for edge in (10, 20, 30)
    )
    assert _rises(ChecklistRule(parts_=parts))
    assert _rises(ChecklistRule(parts_=parts, need="all"))


def test_the_check_sees_a_rule_that_falls() -> None:
    wrong = TiersRule(
        value=Letter("a"),
        tiers=(Tier("at_least", Fraction(10), Reward(share=Fraction(0))),),
        otherwise=Reward(share=Fraction(1)),
    )
    assert not _rises(wrong)
    assert _falls(wrong)
