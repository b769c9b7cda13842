"""Rounded points of criteria add up exactly; what is missing or does not apply is never a silent zero."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.award import Status
from chamdiem.core.expression import parse_term
from chamdiem.core.form import Spread
from chamdiem.core.indicator_set import (
    IndicatorSet,
    NotApplicablePolicy,
    Row,
)
from chamdiem.core.inputs import Input
from chamdiem.core.points import Rounding, decimal_text
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.scoring import Scorer, ScoreSheet, Total
from tests.patience import cases

from . import sets
from .trees import criterion, group, optional, points, total, tree


def _sheet(indicator_set: IndicatorSet, **given_: int | str | None) -> ScoreSheet:
    return Scorer(indicator_set).score(points(indicator_set, **given_))


# --- sums ---------------------------------------------------------------------------------


@cases(100)
@given(st.lists(sets.rules, min_size=1, max_size=5), sets.answers)
def test_a_hand_calculator_adds_up_the_printed_cells_to_the_printed_total(
    rules: list[Rule], given_: dict[str, int | None]
) -> None:
    indicator_set = sets.set_of(*rules)
    answers: dict[str, int | None] = {}
    for row in indicator_set.criteria:
        answers |= sets.answers_for(row.key, given_)
    sheet = Scorer(indicator_set).score(answers)
    printed = [Decimal(decimal_text(outcome.points)) for outcome in sheet.outcomes.values()]
    assert all(cell == cell.quantize(Decimal("0.01")) for cell in printed)
    assert sum(printed) == Decimal(decimal_text(sheet.total.points))
    assert sheet.groups["1"].points == sheet.total.points


def test_only_criteria_are_rounded_never_groups_or_totals() -> None:
    thirds = [criterion(f"1.{n}", 1, rule=RatioRule(value=parse_term("1 / 3"))) for n in (1, 2, 3)]
    sheet = Scorer(tree(group("1"), *thirds)).score({})
    assert sheet.total.points == Fraction("0.99")


def test_groups_of_every_level_add_up_what_stands_below() -> None:
    indicator_set = tree(
        group("I", "pillar"),
        group("1"),
        criterion("1.1"),
        criterion("1.2", 5),
        group("2"),
        criterion("2.1", 20),
    )
    sheet = _sheet(indicator_set, _1_1="7.5", _1_2=5, _2_1="0.25")
    assert {key: total.points for key, total in sheet.groups.items()} == {
        "I": Fraction("12.75"),
        "1": Fraction("12.5"),
        "1.1": Fraction("7.5"),
        "1.2": Fraction(5),
        "2": Fraction("0.25"),
        "2.1": Fraction("0.25"),
    }
    assert sheet.groups["I"].maximum == sheet.full_maximum == 35


def test_several_trees_stand_side_by_side_and_make_one_total() -> None:
    trees = [group("CQS", "pillar"), criterion("CQS.1"), group("KTS", "pillar"), criterion("KTS.1", 30)]
    sheet = _sheet(tree(*trees), CQS_1=5, KTS_1=15)
    assert sheet.groups["CQS"] == total(5, 10)
    assert sheet.groups["KTS"] == total(15, 30)
    assert sheet.total.index_value == Fraction(20, 40)


def test_a_maximum_that_two_rows_share_counts_once() -> None:
    second = Row(key="5.8.2", level="criterion", name="Dòng dưới", shares_maximum_of="5.8.1")
    sheet = _sheet(tree(group("5"), criterion("5.8.1"), second), _5_8_1=8)
    assert sheet.full_maximum == 10
    assert sheet.total.points == 8
    assert "5.8.2" not in sheet.outcomes


@pytest.mark.parametrize("digits", [0, 1, 3, 6])
def test_the_set_says_how_many_digits_points_have(digits: int) -> None:
    row = criterion("1", 2, rule=RatioRule(value=parse_term("1 / 3")))
    sheet = Scorer(tree(row, rounding=Rounding(digits))).score({})
    assert sheet.total.points == Rounding(digits).round(Fraction(2, 3))


# --- missing ------------------------------------------------------------------------------


def test_what_is_missing_earns_nothing_and_says_so() -> None:
    sheet = _sheet(tree(criterion("1"), criterion("2")), _1=6, _2=None)
    assert sheet.outcomes["2"].status is Status.MISSING
    assert sheet.outcomes["2"].reason.code == "missing"
    assert sheet.outcomes["2"].cell == -1
    assert sheet.total == total(6, 20)


def test_a_zero_is_an_answer() -> None:
    sheet = _sheet(tree(criterion("1")), _1=0)
    assert sheet.outcomes["1"].status is Status.SCORED
    assert sheet.outcomes["1"].cell == 0


# --- not applicable -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("policy", "expected", "converted"),
    [("rescale", total(6, 10), 12), ("full", total(16, 20), 16), ("zero", total(6, 20), 6)],
)
def test_what_does_not_apply_follows_the_policy_of_the_set(
    policy: NotApplicablePolicy, expected: Total, converted: int
) -> None:
    indicator_set = tree(group("1"), criterion("1.1"), optional("1.2"), not_applicable=policy)
    answers = points(indicator_set, _1_1=6) | {"1.2.b": 0}
    sheet = Scorer(indicator_set).score(answers)
    assert sheet.outcomes["1.2"].status is Status.NOT_APPLICABLE
    assert sheet.total == sheet.groups["1"] == expected
    assert sheet.converted == converted
    assert sheet.full_maximum == 20


def test_nothing_that_applies_is_an_index_value_of_zero() -> None:
    sheet = Scorer(tree(optional("1"))).score({"1.b": 0})
    assert sheet.total == total(0, 0)
    assert sheet.index_value == sheet.converted == 0


def test_leaving_the_maximum_never_lowers_the_index_value_of_the_rest() -> None:
    indicator_set = tree(criterion("1"), optional("2"))
    without = Scorer(indicator_set).score(points(indicator_set, _1=6) | {"2.b": 0})
    assert without.index_value == Fraction(6, 10)


def test_freezing_spreads_makes_another_scorer() -> None:
    peer = PeerRule(value=parse_term("a"), method="share_of_max")
    scorer = Scorer(tree(criterion("1", rule=peer, inputs={"a": Input()})))
    frozen = scorer.with_spreads({"1": Spread(2, Fraction(0), Fraction(4))})
    assert frozen.score({"1.a": 1}).outcomes["1"].points == Fraction("2.5")
    assert scorer.score({"1.a": 1}).outcomes["1"].status is Status.NEEDS_PEERS
