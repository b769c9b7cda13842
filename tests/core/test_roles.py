"""Rows beside the sum: bonus, deduction, condition, information; and what is made of the sums."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.core.expression import parse_condition
from chamdiem.core.grading import Graded, grade
from chamdiem.core.indicator_set import DerivedIndex, Grade, GradeGate, IndicatorSet, Row, WeightedRow
from chamdiem.core.inputs import Input
from chamdiem.core.ranking import contender, rank
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.scoring import Scorer, ScoreSheet, Total, sum_shown
from chamdiem.core.standings import Participant, score_everybody
from chamdiem.library import read_set_text

from .trees import criterion, group, optional, points, total, tree

YES_NO = YesNoRule(parse_condition("x"))
X = {"x": Input(type="yes_no")}


def _sheet(indicator_set: IndicatorSet, **given_: int | str | None) -> ScoreSheet:
    return Scorer(indicator_set).score(points(indicator_set, **given_))


# --- bonus, deduction, condition, information ---------------------------------------------


def _with_extras(cap: Fraction | None = None) -> IndicatorSet:
    return tree(
        group("1"),
        criterion("1.1"),
        criterion("1.2", 5, role="bonus"),
        criterion("1.3", 5, role="deduction"),
        bonus_cap=cap,
    )


@pytest.mark.parametrize(
    ("given_", "cap", "earned"),
    [
        ({"_1_1": 6, "_1_2": 2, "_1_3": 0}, None, 8),
        ({"_1_1": 6, "_1_2": 0, "_1_3": 2}, None, 4),
        ({"_1_1": 6, "_1_2": 3, "_1_3": 4}, None, 5),
        ({"_1_1": 9, "_1_2": 5, "_1_3": 0}, None, 10),
        ({"_1_1": 9, "_1_2": 5, "_1_3": 0}, Fraction(2), 12),
        ({"_1_1": 10, "_1_2": 5, "_1_3": 0}, Fraction(9), 15),
        ({"_1_1": 9, "_1_2": 5, "_1_3": 1}, Fraction(2), 12),
        ({"_1_1": 2, "_1_2": 0, "_1_3": 5}, None, 0),
        ({"_1_1": 2, "_1_2": 1, "_1_3": 5}, Fraction(3), 0),
        ({"_1_1": 6, "_1_2": None, "_1_3": None}, None, 6),
    ],
)
def test_bonus_and_deduction_stand_beside_the_maximum(
    given_: dict[str, int | None], cap: Fraction | None, earned: int
) -> None:
    sheet = _sheet(_with_extras(cap), **given_)
    assert sheet.total.points == earned
    assert sheet.total.maximum == sheet.full_maximum == 10
    assert sheet.groups["1"].points == given_["_1_1"]


def test_the_sheet_tells_scored_bonus_and_deduction_apart() -> None:
    sheet = _sheet(_with_extras(), _1_1=6, _1_2=3, _1_3=4)
    assert sheet.scored == total(6, 10)
    assert sheet.bonus == 3
    assert sheet.deduction == 4


def test_a_bonus_that_does_not_apply_leaves_the_maximum_alone() -> None:
    indicator_set = tree(criterion("1"), optional("2", 5, role="bonus"))
    sheet = Scorer(indicator_set).score(points(indicator_set, _1=6) | {"2.b": 0})
    assert sheet.total == total(6, 10)


def _with_condition(*grades: Grade) -> IndicatorSet:
    condition = criterion("1.2", None, role="condition", rule=YES_NO, inputs=X)
    return tree(group("1"), criterion("1.1"), condition, grades=grades)


def test_a_condition_is_answered_but_earns_nothing() -> None:
    indicator_set = _with_condition()
    sheet = Scorer(indicator_set).score(points(indicator_set, _1_1=6) | {"1.2.x": 1})
    assert sheet.outcomes["1.2"].points == 1
    assert sheet.total == total(6, 10)


def _failed(graded: Graded) -> tuple[str, ...]:
    return tuple(gate.row for each in graded.held_back for gate in each.gates)


@pytest.mark.parametrize(("answer", "failed"), [(1, ()), (0, ("1.2",)), (None, ("1.2",))])
def test_a_grade_can_demand_a_condition(answer: int | None, failed: tuple[str, ...]) -> None:
    best = Grade(name="Mức 3", at_least=Fraction(1, 2), gates=(GradeGate(row="1.2", at_least=Fraction(1)),))
    indicator_set = _with_condition(best, Grade(name="Mức 1", at_least=Fraction(0)))
    sheet = Scorer(indicator_set).score(points(indicator_set, _1_1=10) | {"1.2.x": answer})
    graded = grade(indicator_set, sheet)
    assert _failed(graded) == failed
    assert graded.grade is not None
    assert graded.grade.name == ("Mức 1" if failed else "Mức 3")


def test_a_gate_on_a_level_asks_conditions_too_but_no_bonus() -> None:
    gate = GradeGate(level="criterion", at_least=Fraction(1, 2))
    best = Grade(name="A", at_least=Fraction(0), gates=(gate,))
    condition = criterion("1.2", None, role="condition", rule=YES_NO, inputs=X)
    bonus = criterion("1.3", 5, role="bonus")
    indicator_set = tree(group("1"), criterion("1.1"), condition, bonus, grades=(best,))
    answers = points(indicator_set, _1_1=6, _1_3=0)
    assert grade(indicator_set, Scorer(indicator_set).score(answers | {"1.2.x": 1})).grade is best
    assert _failed(grade(indicator_set, Scorer(indicator_set).score(answers))) == ("1.2",)


def test_a_gate_passes_what_does_not_apply() -> None:
    gates = (GradeGate(row="2", at_least=Fraction(1)),)
    indicator_set = tree(
        criterion("1"), optional("2"), grades=(Grade(name="A", at_least=Fraction(0), gates=gates),)
    )
    sheet = Scorer(indicator_set).score(points(indicator_set, _1=6) | {"2.b": 0})
    assert grade(indicator_set, sheet).grade is not None


def test_general_information_earns_nothing() -> None:
    information = Row(key="I.6", level="main", name="Số hộ", role="information", inputs={"v": Input()})
    sheet = Scorer(tree(information, criterion("1"))).score({"I.6": 1000, "1.points": 500})
    assert set(sheet.outcomes) == {"1"}
    assert sheet.total.maximum == 10


# --- derived indices and ranks ------------------------------------------------------------


def _derived(*terms: WeightedRow) -> IndicatorSet:
    rows = (criterion("1"), criterion("2", 20), optional("3"))
    return tree(*rows, derived=(DerivedIndex(key="mean", name="Trung bình", terms=terms),))


def test_a_derived_index_weighs_index_values_not_points() -> None:
    indicator_set = _derived(
        WeightedRow(row="1", weight=Fraction(1)), WeightedRow(row="2", weight=Fraction(2))
    )
    sheet = _sheet(indicator_set, _1=10, _2=5)
    assert sheet.derived["mean"] == Fraction(1 + 2 * Fraction(1, 4)) / 3


def test_where_nothing_applies_there_is_no_place_and_no_grade() -> None:
    """A bonus alone is points of nothing: its index value is no value."""
    indicator_set = read_set_text(
        """format: chamdiem/set/1
set:
  key: s
  name: S
  edition: '2026'
  source: {document: D}
  levels: {criterion: Tiêu chí}
  bonus_cap: 5
  grades:
    - {name: Yếu, at_least: 0%}
  derived:
    - {key: d, name: Trung bình, terms: [{row: '1', weight: 1}]}
rows:
  - {key: '1', level: criterion, name: N, max_points: 10, inputs: {n: {}, x: {type: yes_no}}, not_applicable_when: x, rule: {kind: count, parts: [{of: n, points_each: 1}]}}
  - {key: '2', level: criterion, role: bonus, name: B, max_points: 1, inputs: {n: {}}, rule: {kind: count, parts: [{of: n, points_each: 1}]}}
"""
    )
    answers = ({"1.x": 1, "2.n": 3}, {"1.x": 0, "1.n": 5})
    participants = [Participant(code=str(n), answers=each) for n, each in enumerate(answers)]
    nothing, something = score_everybody(indicator_set, participants).standings
    assert (nothing.placing.place, nothing.placing.overall, nothing.graded.grade) == (None, None, None)
    assert (nothing.sheet.shown_index, nothing.sheet.derived) == (None, {})
    assert something.placing.place == 1
    assert something.graded.grade is not None
    assert (something.sheet.shown_index, something.sheet.derived) == (Fraction(1, 2), {"d": Fraction(1, 2)})


def test_a_row_that_does_not_apply_leaves_a_derived_index() -> None:
    indicator_set = _derived(
        WeightedRow(row="1", weight=Fraction(1)), WeightedRow(row="3", weight=Fraction(9))
    )
    answers = points(indicator_set, _1=5)
    assert Scorer(indicator_set).score(answers | {"3.b": 0}).derived["mean"] == Fraction(1, 2)
    assert Scorer(indicator_set).score(answers | {"3.b": 4, "3.a": 4}).derived["mean"] == Fraction(19, 20)


def test_a_derived_index_of_nothing_has_no_value() -> None:
    indicator_set = _derived(WeightedRow(row="3", weight=Fraction(1)))
    assert Scorer(indicator_set).score({"3.b": 0}).derived == {}


def test_digits_shown_never_decide_a_rank() -> None:
    indicator_set = tree(criterion("1", 1000), index_digits=2)
    sheets = {name: _sheet(indicator_set, _1=given_) for name, given_ in (("a", "795.51"), ("b", "795.52"))}
    placings = rank([contender(indicator_set, sheet, name) for name, sheet in sheets.items()])
    assert (placings["b"].place, placings["a"].place) == (1, 2)


def test_ranks_follow_points_over_what_applies() -> None:
    indicator_set = tree(criterion("1"), optional("2"))
    more = Scorer(indicator_set).score(points(indicator_set, _1=6) | {"2.a": 5, "2.b": 10})
    fewer = Scorer(indicator_set).score(points(indicator_set, _1=6) | {"2.b": 0})
    assert more.total.points > fewer.total.points
    placings = rank([contender(indicator_set, more, "more"), contender(indicator_set, fewer, "fewer")])
    assert placings["fewer"].place == 1


def test_a_group_of_bonuses_or_deductions_shows_its_own_sum() -> None:
    text = """format: chamdiem/set/1
set: {key: s, name: S, edition: '2026', source: {document: D}, levels: {main: Nhóm, criterion: Tiêu chí}}
rows:
  - {key: '1', level: main, name: Chấm, max_points: 10}
  - {key: '1.1', level: criterion, name: N, max_points: 10, inputs: {n: {}}, rule: {kind: count, parts: [{of: n, points_each: 1}]}}
  - {key: '2', level: main, name: Trừ, role: deduction}
  - {key: '2.1', level: criterion, role: deduction, name: Trễ, max_points: 5, inputs: {m: {}}, rule: {kind: count, parts: [{of: m, points_each: 0.5}]}}
  - {key: '3', level: main, name: Thưởng và phạt}
  - {key: '3.1', level: criterion, role: bonus, name: Sáng kiến, max_points: 4, inputs: {k: {}}, rule: {kind: count, parts: [{of: k, points_each: 1}]}}
  - {key: '3.2', level: criterion, role: deduction, name: Sự cố, max_points: 5, inputs: {l: {}}, rule: {kind: count, parts: [{of: l, points_each: 1}]}}
"""
    indicator_set = read_set_text(text)
    sheet = Scorer(indicator_set).score({"1.1.n": 8, "2.1.m": 3, "3.1.k": 3, "3.2.l": 1})
    shown = {key: sum_shown(indicator_set, sheet, key) for key in ("1", "2", "3")}
    assert shown == {
        "1": Total(Fraction(8), Fraction(10)),
        "2": Total(Fraction(3, 2), Fraction(5)),
        "3": Total(Fraction(2), Fraction(4)),
    }
    assert sheet.total == Total(Fraction(8) + 3 - Fraction(5, 2), Fraction(10))
