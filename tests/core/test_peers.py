"""Who is compared with whom, and what a peer rule may and may not depend on."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers
from chamdiem.core.expression import Letter, parse_condition, parse_term
from chamdiem.core.form import Spread
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.inputs import Input
from chamdiem.core.peers import figure_compared, list_spreads, spread_of
from chamdiem.core.recalculation import CampaignScores
from chamdiem.core.rules.composite import GateRule, SumPart, SumRule
from chamdiem.core.rules.peer import PeerRule, Special
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import NONE, Reward
from chamdiem.core.rules.simple import FixedRule
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import problem_text
from chamdiem.core.standings import Participant, score_everybody
from chamdiem.errors import InvalidIndicatorSet
from chamdiem.library import read_set_text, write_set
from tests.patience import cases

from .trees import criterion, tree

MONEY = {
    "n": Input(type="decimal", decimals=2, minimum=Fraction(-1000)),
    "b": Input(),
    "x": Input(type="yes_no"),
}
figures = st.integers(0, 500)
columns = st.lists(figures, min_size=1, max_size=8)


def _set(rule: PeerRule, maximum: int = 10) -> IndicatorSet:
    return tree(criterion("1", maximum, rule=rule, inputs=MONEY))


def _answers(*values: int | None) -> list[Answers]:
    return [{"1.n": value} for value in values]


def _points(rule: PeerRule, everybody: list[Answers], groups: list[str] | None = None) -> list[Fraction]:
    scorer = Scorer(_set(rule))
    groups = groups or [""] * len(everybody)
    spreads = list_spreads(scorer.criteria, everybody, groups)
    sheets = [scorer.with_spreads(spreads[g]).score(a) for a, g in zip(everybody, groups, strict=True)]
    return [sheet.total.points for sheet in sheets]


def _spread(rule: PeerRule, everybody: list[Answers]) -> Spread | None:
    return spread_of(Scorer(_set(rule)).criteria["1"], everybody)


MIN_MAX = PeerRule(value=Letter("n"), method="min_max")
SHARE = PeerRule(value=Letter("n"), method="share_of_max")
RATIO = PeerRule(value=parse_term("n / b"), method="min_max", if_zero="zero")


# --- who is compared ----------------------------------------------------------------------


def test_the_spread_counts_who_has_a_figure_and_keeps_the_edges() -> None:
    assert _spread(MIN_MAX, _answers(700, None, 100, 400)) == Spread(3, Fraction(1), Fraction(7))


def test_nobody_to_compare_is_no_spread() -> None:
    assert _spread(MIN_MAX, _answers(None, None)) is None
    assert _spread(MIN_MAX, []) is None


def test_a_special_case_is_compared_unless_it_is_excluded() -> None:
    is_zero = parse_condition("n = 0")
    kept = PeerRule(value=Letter("n"), method="min_max", special=(Special(when=is_zero, reward=NONE),))
    left_out = PeerRule(
        value=Letter("n"), method="min_max", special=(Special(when=is_zero, reward=NONE, exclude=True),)
    )
    assert _spread(kept, _answers(0, 100)) == Spread(2, Fraction(0), Fraction(1))
    assert _spread(left_out, _answers(0, 100)) == Spread(1, Fraction(1), Fraction(1))


def test_who_divides_by_zero_is_not_compared() -> None:
    assert _spread(RATIO, [{"1.n": 100, "1.b": 0}, {"1.n": 100, "1.b": 4}]) == Spread(
        1, Fraction(1, 4), Fraction(1, 4)
    )


def test_whom_the_criterion_does_not_concern_is_not_compared() -> None:
    row = criterion("1", rule=MIN_MAX, inputs=MONEY, not_applicable_when=parse_condition("not x"))
    compiled = Scorer(tree(row)).criteria["1"]
    assert figure_compared(compiled, {"1.n": 500, "1.x": 0}) is None
    assert figure_compared(compiled, {"1.n": 500, "1.x": 1}) == 5
    assert figure_compared(compiled, {"1.n": 500}) is None


def test_a_criterion_without_a_peer_rule_compares_nothing() -> None:
    row = criterion("1", rule=RatioRule(value=Letter("n")), inputs=MONEY)
    assert figure_compared(Scorer(tree(row)).criteria["1"], {"1.n": 5}) is None


def test_a_peer_group_is_compared_within_itself_when_the_rule_says_so() -> None:
    everybody, groups = _answers(100, 200, 1000), ["xã", "xã", "phường"]
    assert _points(SHARE, everybody, groups) == [1, 2, 10]
    within = PeerRule(value=Letter("n"), method="share_of_max", among="peer_group")
    assert _points(within, everybody, groups) == [5, 10, 10]


# --- before and after closing -------------------------------------------------------------


def test_points_wait_for_the_others_but_a_missing_figure_comes_first() -> None:
    scorer = Scorer(_set(MIN_MAX))
    assert scorer.score({"1.n": 3}).outcomes["1"].status is Status.NEEDS_PEERS
    assert scorer.score({}).outcomes["1"].status is Status.MISSING


def test_a_frozen_spread_gives_the_same_points_whatever_others_do_later() -> None:
    frozen = Scorer(_set(SHARE)).with_spreads({"1": Spread(2, Fraction(1), Fraction(4))})
    assert frozen.score({"1.n": 100}).total.points == Fraction("2.5")
    # A correction above the frozen edge earns everything, not more.
    assert frozen.score({"1.n": 900}).total.points == 10


@pytest.mark.parametrize("better", ["high", "low"])
def test_below_a_frozen_least_figure_there_are_no_points_less_than_none(
    better: Literal["high", "low"],
) -> None:
    rule = PeerRule(value=Letter("n"), method="min_max", better=better)
    frozen = Scorer(_set(rule)).with_spreads({"1": Spread(2, Fraction(1), Fraction(4))})
    low, high = (frozen.score({"1.n": value}).total.points for value in (0, 900))
    assert {low, high} == {0, 10}


# --- one alone, all equal, all zero -------------------------------------------------------


@pytest.mark.parametrize("figure", [0, 100])
def test_one_organisation_alone_follows_the_declared_reward(figure: int) -> None:
    half = PeerRule(value=Letter("n"), method="min_max", if_all_equal=Reward(share=Fraction(1, 2)))
    assert _points(MIN_MAX, _answers(figure, None))[0] == 10
    assert _points(half, _answers(figure, None))[0] == 5


def test_all_zero_follows_the_declared_reward() -> None:
    half = PeerRule(value=Letter("n"), method="share_of_max", if_all_zero=Reward(points=Fraction(5)))
    assert _points(SHARE, _answers(0, 0)) == [0, 0]
    assert _points(half, _answers(0, 0)) == [5, 5]


def test_one_figure_in_the_wrong_unit_pulls_everybody_down() -> None:
    assert _points(SHARE, _answers(100, 200, 400)) == [Fraction("2.5"), 5, 10]
    assert max(_points(SHARE, _answers(100, 200, 400_000_000))[:2]) == 0


# --- properties ---------------------------------------------------------------------------

many = cases(100)


@many
@given(columns, st.integers(-1000, 1000))
def test_min_max_does_not_see_a_shift_of_all_figures(values: list[int], shift: int) -> None:
    moved = [value + shift for value in values]
    assert _points(MIN_MAX, _answers(*values)) == _points(MIN_MAX, _answers(*moved))


@many
@given(columns, st.integers(1, 1000))
def test_a_share_of_the_highest_does_not_see_the_unit(values: list[int], factor: int) -> None:
    scaled = [value * factor for value in values]
    assert _points(SHARE, _answers(*values)) == _points(SHARE, _answers(*scaled))


@many
@given(columns, st.sampled_from(["min_max", "share_of_max"]), st.sampled_from(["high", "low"]))
def test_the_leader_has_everything_and_points_follow_the_figures(
    values: list[int], method: Literal["min_max", "share_of_max"], better: Literal["high", "low"]
) -> None:
    rule = PeerRule(value=Letter("n"), method=method, better=better, if_all_zero=Reward(share=Fraction(1)))
    sign = 1 if better == "high" else -1
    ranked = sorted(zip((sign * value for value in values), _points(rule, _answers(*values)), strict=True))
    assert [points for _, points in ranked] == sorted(points for _, points in ranked)
    assert ranked[-1][1] == 10


@many
@given(columns, st.randoms(use_true_random=False))
def test_the_order_of_organisations_does_not_matter(values: list[int], chance: object) -> None:
    order = list(range(len(values)))
    chance.shuffle(order)  # type: ignore[attr-defined]  # a random.Random
    straight = _points(MIN_MAX, _answers(*values))
    shuffled = _points(MIN_MAX, _answers(*(values[place] for place in order)))
    assert shuffled == [straight[place] for place in order]


@many
@given(columns, figures)
def test_a_local_criterion_does_not_see_the_others(values: list[int], other: int) -> None:
    rule = RatioRule(value=parse_term("n / 5"))
    local = criterion("2", rule=rule, inputs={"n": Input(source="1.n")})
    scorer = Scorer(tree(criterion("1", rule=MIN_MAX, inputs=MONEY), local))
    mine: Answers = {"1.n": values[0]}
    spreads = [
        list_spreads(scorer.criteria, [mine, *others], [""] * (1 + len(others)))[""]
        for others in ([], _answers(other), _answers(*values[1:], other))
    ]
    assert len({scorer.with_spreads(each).score(mine).outcomes["2"].points for each in spreads}) == 1


# --- two comparisons in one criterion -----------------------------------------------------


def test_a_criterion_may_hold_one_peer_rule_only() -> None:
    parts = tuple(
        SumPart(
            worth=Reward(share=Fraction(1, 2)), rule=PeerRule(value=Letter(letter), method="share_of_max")
        )
        for letter in ("n", "b")
    )
    text = write_set(tree(criterion("1", rule=SumRule(parts_=parts), inputs=MONEY)))
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text(text)
    (problem,) = refused.value.problems
    assert problem.code == "rule.several_peers"
    text = problem_text(problem)
    assert "so sánh giữa các đơn vị 2 lần" in text
    assert "tách phần còn lại thành dòng riêng" in text


# --- behind a gate ------------------------------------------------------------------------


def _behind_a_gate() -> IndicatorSet:
    peer = PeerRule(value=Letter("n"), method="min_max", better="low")
    closed = FixedRule(gives_all=False)
    rule = GateRule(when=parse_condition("n > 0 or x"), then=peer, otherwise=closed)
    return tree(criterion("1", rule=rule, inputs={"n": Input(), "x": Input(type="yes_no")}))


def test_who_stands_before_a_closed_gate_is_not_compared() -> None:
    everybody = [{"1.n": 10, "1.x": 1}, {"1.n": 5, "1.x": 1}, {"1.n": 0, "1.x": 0}]
    standings = score_everybody(
        _behind_a_gate(), [Participant(code=str(n), answers=each) for n, each in enumerate(everybody)]
    )
    assert [each.sheet.total.points for each in standings.standings] == [0, 10, 0]
    assert standings.spreads[""]["1"] == Spread(2, Fraction(5), Fraction(10))


def test_who_opens_the_gate_later_joins_the_comparison() -> None:
    campaign = CampaignScores(_behind_a_gate(), [{"1.n": 10}, {"1.n": 5}, {"1.n": 0, "1.x": 0}], ["", "", ""])
    assert [campaign.sheet(member).total.points for member in range(3)] == [0, 10, 0]
    campaign.change(2, "1.x", 1)
    assert [campaign.sheet(member).total.points for member in range(3)] == [0, 5, 10]


def test_a_sum_that_does_not_apply_leaves_the_comparison() -> None:
    ratio = RatioRule(value=parse_term("n / b"), if_zero="not_applicable")
    half = Reward(share=Fraction(1, 2))
    rule = SumRule(parts_=(SumPart(worth=half, rule=SHARE), SumPart(worth=half, rule=ratio)))
    compiled = Scorer(tree(criterion("1", rule=rule, inputs=MONEY))).criteria["1"]
    assert figure_compared(compiled, {"1.n": 500, "1.b": 0}) is None
    assert figure_compared(compiled, {"1.n": 500, "1.b": 2}) == figure_compared(compiled, {"1.n": 500}) == 5
