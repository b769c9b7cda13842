"""Gates, tie-breaks and derived indices: what of a row counts there, and which rows are refused."""

# One place of a set, one line.
# ruff: noqa: E501

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from chamdiem.core.expression import parse_condition
from chamdiem.core.grading import grade
from chamdiem.core.indicator_set import Grade, GradeGate, IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.ranking import contender
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.scoring import Scorer, ScoreSheet
from chamdiem.core.sentences import LANGUAGES
from chamdiem.core.sentences.grade_notes import held_back_text
from chamdiem.core.sentences.set_values import grade_lines, tie_line
from chamdiem.errors import InvalidIndicatorSet
from chamdiem.library import read_set_text, write_set

from .trees import criterion, group, points, tree


def _condition(key: str) -> Row:
    rule = YesNoRule(parse_condition("x"))
    return criterion(key, None, role="condition", rule=rule, inputs={"x": Input(type="yes_no")})


def _set(**header: object) -> IndicatorSet:
    """Everything a set may hold; group 6 has bonuses and deductions."""
    information = Row(key="TT", level="main", name="Số dân", role="information", inputs={"v": Input()})
    return tree(
        information,
        *(group("1"), criterion("1.1"), criterion("1.2")),
        *(replace(group("2"), role="bonus"), criterion("2.1", 4, role="bonus")),
        *(replace(group("3"), role="deduction"), criterion("3.1", 4, role="deduction")),
        *(replace(group("4"), role="condition"), _condition("4.1"), _condition("4.2")),
        *(group("6"), criterion("6.1", 1, role="bonus"), criterion("6.2", 1, role="deduction")),
        **header,
    )


def _sheet(indicator_set: IndicatorSet, met: tuple[int, int] = (1, 1), **more: int) -> ScoreSheet:
    given = {"_1_1": 10, "_1_2": 10, "_2_1": 0, "_3_1": 0, "_6_1": 0, "_6_2": 0} | more
    answers = points(indicator_set, **given) | {"4.1.x": met[0], "4.2.x": met[1]}
    return Scorer(indicator_set).score(answers)


def _gated(row: str, at_least: str) -> IndicatorSet:
    return _set(
        grades=(
            Grade(name="Tốt", at_least=Fraction(0), gates=(GradeGate(at_least=Fraction(at_least), row=row),)),
        )
    )


@pytest.mark.parametrize(
    ("at_least", "met", "reached"),
    [("1", (1, 1), True), ("1", (1, 0), False), ("1/2", (1, 0), True), ("1/2", (0, 0), False)],
)
def test_a_gate_asks_of_a_group_of_conditions_the_share_that_is_met(
    at_least: str, met: tuple[int, int], *, reached: bool
) -> None:
    indicator_set = _gated("4", at_least)
    assert (grade(indicator_set, _sheet(indicator_set, met)).grade is not None) is reached


@pytest.mark.parametrize("row", ["2", "2.1"])
def test_a_gate_asks_of_bonuses_their_points_over_their_maximum(row: str) -> None:
    indicator_set = _gated(row, "1/2")
    assert grade(indicator_set, _sheet(indicator_set, _2_1=2)).grade is not None
    (held_back,) = grade(indicator_set, _sheet(indicator_set, _2_1=1)).held_back
    assert held_back.gates[0].index_value == Fraction(1, 4)


def test_a_gate_of_a_level_asks_no_group_of_conditions() -> None:
    gate = GradeGate(at_least=Fraction(1), level="main")
    indicator_set = _set(grades=(Grade(name="Tốt", at_least=Fraction(0), gates=(gate,)),))
    assert grade(indicator_set, _sheet(indicator_set, (0, 0))).grade is not None


def test_gates_and_what_they_keep_away_are_told_by_what_they_ask() -> None:
    indicator_set = _gated("4", "1")
    assert grade_lines(indicator_set) == ["Tốt: từ 0%, mục 4 đạt từ 100% số điều kiện"]
    assert grade_lines(_gated("4.1", "1")) == ["Tốt: từ 0%, đạt mục 4.1"]
    assert grade_lines(_gated("2", "1/2")) == ["Tốt: từ 0%, mục 2 từ 50% điểm cộng tối đa"]
    (held_back,) = grade(indicator_set, _sheet(indicator_set, (1, 0))).held_back
    assert held_back_text(held_back, indicator_set) == "Tốt: Nhóm 4 đạt 50% số điều kiện < 100%"


@pytest.mark.parametrize("row", ["2", "2.1"])
def test_more_bonus_points_stand_above(row: str) -> None:
    indicator_set = _set(tie_break=(row,))
    values = [contender(indicator_set, _sheet(indicator_set, _2_1=n), "a").tie_break for n in (1, 3)]
    assert values == [(Fraction(1),), (Fraction(3),)]


@pytest.mark.parametrize("row", ["3", "3.1"])
def test_fewer_points_taken_off_stand_above(row: str) -> None:
    indicator_set = _set(tie_break=(row,))
    values = [contender(indicator_set, _sheet(indicator_set, _3_1=n), "a").tie_break for n in (1, 3)]
    assert values == [(Fraction(-1),), (Fraction(-3),)]


def test_the_order_of_equals_is_told_with_what_stands_above() -> None:
    indicator_set = _set(tie_break=("1", "2", "3"))
    assert tie_line(indicator_set) == (
        "mục 1, mục 2 (điểm cộng cao hơn xếp trên), mục 3 (bị trừ ít điểm hơn xếp trên)"
    )
    assert all(tie_line(indicator_set, language).count(",") == 2 for language in LANGUAGES)


@pytest.mark.parametrize(
    ("header", "code", "path"),
    [
        ("grades: [{name: A, at_least: 0, gates: [{row: TT, at_least: 1}]}]", "gate", "grades[0].gates[0].row"),
        ("grades: [{name: A, at_least: 0, gates: [{row: '3', at_least: 1}]}]", "gate", "grades[0].gates[0].row"),
        ("grades: [{name: A, at_least: 0, gates: [{row: '6', at_least: 1}]}]", "gate", "grades[0].gates[0].row"),
        ("tie_break: [TT]", "tie", "tie_break[0]"),
        ("tie_break: ['1', '4']", "tie", "tie_break[1]"),
        ("tie_break: ['4.1']", "tie", "tie_break[0]"),
        ("tie_break: ['6']", "tie", "tie_break[0]"),
        *(
            (f"derived: [{{key: d, name: D, terms: [{{row: '{row}', weight: 1}}]}}]", "term", "derived[0].terms[0].row")
            for row in ("TT", "2", "3.1", "4")
        ),
    ],
)  # fmt: skip
def test_a_row_that_would_count_for_nothing_is_refused(header: str, code: str, path: str) -> None:
    text = write_set(_set()).replace("rows:\n", f"  {header}\nrows:\n", 1)
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text(text)
    told = [(each.code, each.place.path) for each in refused.value.problems]
    assert told == [(f"set.unmeasured_{code}", f"set.{path}")]


def test_a_group_whose_criteria_have_no_rules_yet_may_be_named() -> None:
    bare = [replace(row, rule=None, inputs={}) for row in (criterion("1.1"), criterion("1.2"))]
    assert read_set_text(write_set(tree(group("1"), *bare, tie_break=("1",))))
