"""Arrays equal the explained score in every cell, group and place, whatever the figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.criterion import MISSING, NOT_APPLICABLE, Answers
from chamdiem.core.expression import parse_condition, parse_term
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.matrix import MatrixScorer, ScoreMatrix
from chamdiem.core.points import Rounding
from chamdiem.core.ranking import contender, rank
from chamdiem.core.rules.composite import BestOfRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL, Reward, Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.rules.tiers import Tier, TiersRule
from chamdiem.core.scoring import Scorer
from tests.patience import cases

from . import sets
from .trees import criterion, group, tree

WHOLE = {"a": Input(), "b": Input()}
LATE = {"t": Input(type="date", since=date(2023, 10, 31))}
RATIO = RatioRule(value=parse_term("a / b"), if_zero="not_applicable")


def _scored(indicator_set: IndicatorSet, everybody: list[Answers]) -> ScoreMatrix:
    scorer = MatrixScorer(indicator_set)
    return scorer.score(scorer.prepare(scorer.columns(everybody), count=len(everybody)))


def _assert_equal(indicator_set: IndicatorSet, everybody: list[Answers]) -> ScoreMatrix:
    """Every cell, group and total of the arrays is that of the explained sheets."""
    matrix = _scored(indicator_set, everybody)
    sheets = [Scorer(indicator_set).score(answers) for answers in everybody]
    unit = indicator_set.rounding.quanta_per_point
    for place, sheet in enumerate(sheets):
        assert matrix.cells[:, place].tolist() == [outcome.cell for outcome in sheet.outcomes.values()]
        assert Fraction(int(matrix.total[place]), unit) == sheet.total.points
        assert Fraction(int(matrix.maximum[place]), unit) == sheet.total.maximum
        for key, points in matrix.groups.items():
            # Where a policy counts what does not apply, the groups count it too.
            assert Fraction(int(points[place]), unit) == sheet.groups[key].points
    placings = rank([contender(indicator_set, sheet, str(n)) for n, sheet in enumerate(sheets)])
    assert matrix.places().tolist() == [placing.place or 0 for placing in placings.values()]
    return matrix


def _one(rule: Rule, inputs: dict[str, Input], maximum: int = 10) -> IndicatorSet:
    return tree(criterion("1", maximum, rule=rule, inputs=inputs))


def _answers(letter: str, *values: int | None) -> list[Answers]:
    return [{f"1.{letter}": value} for value in values]


# --- half up ------------------------------------------------------------------------------


@pytest.mark.parametrize("maximum", [1, 15])
@pytest.mark.parametrize("full_at", [None, Fraction(4, 5), Fraction(1, 100)])
def test_every_small_ratio_is_rounded_half_up(maximum: int, full_at: Fraction | None) -> None:
    below, above = (grid.ravel() for grid in np.meshgrid(np.arange(1, 151), np.arange(151)))
    scorer = MatrixScorer(_one(replace(RATIO, full_at=full_at), WHOLE, maximum))
    columns = {"1.a": above.astype(np.float64), "1.b": below.astype(np.float64)}
    cells = scorer.score(scorer.prepare(columns)).cells[0]
    slope = Fraction(maximum) / (full_at or 1)
    exact = [
        Rounding(2).quanta(*min(slope * Fraction(n, d), Fraction(maximum)).as_integer_ratio())
        for n, d in zip(above.tolist(), below.tolist(), strict=True)
    ]
    assert cells.tolist() == exact


# --- magnitudes ---------------------------------------------------------------------------

large = st.integers(0, 10**12)


@cases(100)
@given(st.lists(st.tuples(large, large), min_size=1, max_size=5), st.sampled_from([1, 1000]))
def test_figures_up_to_a_million_million_agree(pairs: list[tuple[int, int]], maximum: int) -> None:
    value = parse_term("(a * a + b) / (a + b * b)")
    for rule in (replace(RATIO, full_at=Fraction(7, 9)), replace(RATIO, value=value)):
        _assert_equal(_one(rule, WHOLE, maximum), [{"1.a": a, "1.b": b} for a, b in pairs])


def test_large_figures_leave_the_arrays_and_small_ones_stay() -> None:
    scorer = MatrixScorer(_one(RATIO, WHOLE))
    for figure, is_array in ((10**6, True), (10**12, True), (10**13, False)):
        prepared = scorer.prepare(scorer.columns([{"1.a": figure, "1.b": figure}]))
        assert (prepared.jobs[0].vector is not None) is is_array


@cases(100)
@given(st.lists(st.integers(2**53, 10**19), min_size=1, max_size=4), st.integers(0, 3))
def test_figures_that_float64_cannot_hold_are_not_blurred(figures: list[int], more: int) -> None:
    tier = Tier("at_least", Fraction(figures[0] + more), FULL)
    rule = TiersRule(value=parse_term("a"), tiers=(tier,))
    everybody = _answers("a", *figures, figures[0] + more, figures[0] + more - 1, None, 5)
    _assert_equal(_one(rule, WHOLE), everybody)


# --- negative figures ---------------------------------------------------------------------

days = st.lists(st.none() | st.integers(-40, 40), min_size=1, max_size=8)


@given(days)
def test_a_date_before_its_day_earns_or_costs_nothing_below_zero(values: list[int | None]) -> None:
    part = CountPart(of=parse_term("t"), points_each=Fraction(1, 5))
    weeks = CountPart(of=parse_term("t"), points_each=Fraction(1), every=Fraction(7))
    for rule in (
        CountRule(parts_=(part,)),
        CountRule(parts_=(part, weeks)),
        DeductRule(parts_=(part, weeks)),
    ):
        _assert_equal(_one(rule, LATE), _answers("t", *values))


@given(days)
def test_a_ratio_of_signed_figures_agrees(values: list[int | None]) -> None:
    signed = {"t": Input(minimum=Fraction(-50)), "b": Input(minimum=Fraction(-50))}
    everybody: list[Answers] = [{"1.t": value, "1.b": 7 - place} for place, value in enumerate(values)]
    for below in ("scale", "ratio", "zero"):
        rule = RatioRule(value=parse_term("t / b"), full_at=Fraction(4, 5), below=below, if_zero="full")
        _assert_equal(_one(rule, signed), everybody)
    condition = parse_condition("t / b >= 1 or b / t < 0")
    _assert_equal(_one(YesNoRule(condition), signed), everybody)


def test_a_figure_negative_against_its_declaration_goes_the_exact_path() -> None:
    matrix = _assert_equal(_one(RATIO, WHOLE), [{"1.a": -5, "1.b": 10}, {"1.a": 5, "1.b": 10}])
    assert matrix.cells[0].tolist() == [0, 500]


# --- missing figures and odd shapes -------------------------------------------------------


def test_a_column_left_out_is_missing_everywhere() -> None:
    scorer = MatrixScorer(_one(RATIO, WHOLE))
    matrix = scorer.score(scorer.prepare({"1.a": np.array([1.0, 2.0])}))
    assert matrix.cells.tolist() == [[MISSING, MISSING]]


def test_missing_figures_are_told_one_by_one() -> None:
    scorer = MatrixScorer(_one(RATIO, WHOLE))
    nan = np.nan
    columns = {"1.a": np.array([1.0, nan, nan, 3.0]), "1.b": np.array([4.0, 4.0, 0.0, nan])}
    assert scorer.score(scorer.prepare(columns)).cells[0].tolist() == [250, MISSING, NOT_APPLICABLE, MISSING]


def test_no_figures_at_all_are_missing_not_zero() -> None:
    matrix = _scored(_one(RATIO, WHOLE), [{}, {}])
    assert matrix.cells.tolist() == [[MISSING, MISSING]]
    assert matrix.total.tolist() == [0, 0]
    assert matrix.maximum.tolist() == [1000, 1000]


def test_nobody_at_all_is_an_empty_matrix() -> None:
    assert _scored(_one(RATIO, WHOLE), []).cells.shape == (1, 0)
    assert _scored(_one(RATIO, WHOLE), []).places().tolist() == []


@pytest.mark.parametrize(
    "rule",
    [
        FixedRule(),
        RatioRule(value=parse_term("1 / 3")),
        RatioRule(value=parse_term("a / 0"), if_zero="full"),
        CountRule(
            parts_=(
                CountPart(of=parse_term("1 / 3"), points_each=Fraction(1)),
                CountPart(of=parse_term("1 / 7"), points_each=Fraction(1)),
            )
        ),
        DeductRule(parts_=(CountPart(of=parse_term("2"), points_each=Fraction(1, 3)),)),
    ],
)
def test_a_rule_that_reads_nothing_gives_everybody_the_same(rule: Rule) -> None:
    for inputs in (WHOLE, {}):
        if inputs or "a" not in str(rule):
            _assert_equal(_one(rule, inputs), [{}, {"1.a": 3}, {}])


def test_what_is_taken_off_is_rounded_with_what_it_is_taken_from() -> None:
    # 1.50 − 1 − 0.375 = 0.125: the cap of 0.375 must not be rounded away from zero on its own.
    parts = (
        CountPart(of=parse_term("a"), points_each=Fraction(1)),
        CountPart(of=parse_term("b"), points_each=Fraction(1), cap=Reward(share=Fraction(1, 4))),
    )
    indicator_set = tree(criterion("1", "1.5", rule=DeductRule(parts_=parts), inputs=WHOLE))
    matrix = _assert_equal(indicator_set, [{"1.a": 1, "1.b": 1}, {"1.a": 0, "1.b": 9}])
    assert matrix.cells[0].tolist() == [13, 113]


# --- sums and places ----------------------------------------------------------------------

roles = st.sampled_from(["scored", "scored", "bonus", "deduction", "condition"])


@cases(150)
@given(
    st.lists(st.tuples(sets.rules, roles), min_size=1, max_size=5),
    st.lists(sets.answers, min_size=1, max_size=5),
    st.sampled_from(["rescale", "full", "zero"]),
    st.sampled_from([None, Fraction(3)]),
)
def test_groups_totals_and_places_equal_those_of_the_sheets(
    rules: list[tuple[Rule, Any]], everybody: list[dict[str, int | None]], policy: Any, cap: Fraction | None
) -> None:
    rows: list[Row] = []
    for place, (rule, role) in enumerate(rules):
        if place % 2 == 0:
            rows.append(group(str(place)))
        maximum = None if role == "condition" else 7
        rows.append(criterion(f"{place}.1", maximum, role=role, rule=rule, inputs=sets.INPUTS))
    indicator_set = tree(group("I", "pillar"), *rows, not_applicable=policy, bonus_cap=cap)
    answers: list[Answers] = [
        {k: v for row in indicator_set.criteria for k, v in sets.answers_for(row.key, each).items()}
        for each in everybody
    ]
    _assert_equal(indicator_set, answers)


def _totals(total: list[int], maximum: list[int]) -> ScoreMatrix:
    """Totals and maxima alone, as ``MatrixScorer`` would put them."""
    above, below = np.array(total, dtype=np.int64), np.array(maximum, dtype=np.int64)
    index = np.divide(above, below, out=np.zeros(len(total)), where=below != 0)
    return ScoreMatrix((), np.empty((0, len(total)), dtype=np.int64), {}, above, below, index)


def test_places_tell_apart_what_float64_blurs() -> None:
    # A thousand points at six digits; three quanta do not apply to one of the two.
    matrix = _totals([666_666_667, 666_666_665], [1_000_000_000, 999_999_997])
    assert matrix.index_value[0] == matrix.index_value[1]
    assert Fraction(666_666_665, 999_999_997) > Fraction(666_666_667, 1_000_000_000)
    assert matrix.places().tolist() == [2, 1]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 6)), max_size=12), st.sampled_from([1, 10**9]))
def test_places_are_those_of_the_exact_fractions(pairs: list[tuple[int, int]], factor: int) -> None:
    total, maximum = [min(t, m) * factor for t, m in pairs], [m * factor for _, m in pairs]
    matrix = _totals(total, maximum)
    exact = [Fraction(t, m) if m else None for t, m in zip(total, maximum, strict=True)]
    ranked = [each for each in exact if each is not None]
    assert matrix.places().tolist() == [
        0 if mine is None else 1 + sum(other > mine for other in ranked) for mine in exact
    ]


def test_an_alternative_just_short_of_enough_does_not_settle_what_is_missing() -> None:
    almost = DeductRule(parts_=(CountPart(of=parse_term("c"), points_each=Fraction(1)),))
    rule = BestOfRule(rules=(YesNoRule(when=parse_condition("x")), almost))
    matrix = _assert_equal(sets.set_of(rule), [{"1.1.c": 1}, {"1.1.c": 0}])
    assert matrix.cells[0].tolist() == [MISSING, 700]
