from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.expression import parse_condition, parse_term
from chamdiem.core.grading import HeldBack, UnmetGate, grade
from chamdiem.core.indicator_set import DerivedIndex, Grade, GradeGate, IndicatorSet, WeightedRow
from chamdiem.core.inputs import Input
from chamdiem.core.ranking import Contender, Neighbours, contender, rank
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.scoring import Scorer, ScoreSheet

from . import sets, trees

points = st.integers(0, 6).map(lambda n: Fraction(n, 7))


def _contenders(values: list[Fraction]) -> list[Contender]:
    return [Contender(code=str(place), index_value=value) for place, value in enumerate(values)]


@given(st.lists(points, max_size=12))
def test_a_place_is_one_more_than_the_number_of_better_ones(values: list[Fraction]) -> None:
    placings = rank(_contenders(values))
    for place, value in enumerate(values):
        assert placings[str(place)].place == 1 + sum(other > value for other in values)


def test_equal_ones_share_a_place_and_the_next_is_skipped() -> None:
    placings = rank(_contenders([Fraction(4), Fraction(3), Fraction(3), Fraction(1)]))
    assert [placing.place for placing in placings.values()] == [1, 2, 2, 4]
    assert [placing.is_shared for placing in placings.values()] == [False, True, True, False]


def test_places_follow_the_exact_value_not_the_rounded_one() -> None:
    placings = rank(_contenders([Fraction(79554, 100000), Fraction(79555, 100000)]))
    assert [placing.place for placing in placings.values()] == [2, 1]


def test_declared_rows_break_ties_and_it_is_told_which() -> None:
    tied = [
        Contender(code="a", index_value=Fraction(1, 2), tie_break=(Fraction(3), Fraction(1))),
        Contender(code="b", index_value=Fraction(1, 2), tie_break=(Fraction(3), Fraction(2))),
    ]
    placings = rank(tied)
    assert (placings["b"].place, placings["a"].place) == (1, 2)
    assert placings["a"].tie_broken_by == 2
    assert (placings["a"].parted_from, placings["b"].parted_from) == (
        Neighbours(above=("b",)),
        Neighbours(below=("a",)),
    )


def test_peer_groups_are_ranked_apart_and_together() -> None:
    both = [
        Contender(code="a", index_value=Fraction(1), peer_group="đô thị"),
        Contender(code="b", index_value=Fraction(1, 2), peer_group="miền núi"),
    ]
    placings = rank(both)
    assert (placings["b"].place, placings["b"].overall) == (1, 2)


def test_assessed_but_not_ranked_takes_no_place_from_anyone() -> None:
    both = [
        Contender(code="a", index_value=Fraction(1), is_ranked=False),
        Contender(code="b", index_value=Fraction(1, 2)),
    ]
    placings = rank(both)
    assert placings["a"].place is None
    assert placings["b"].place == 1


GRADES = (
    Grade(name="Tốt", at_least=Fraction(4, 5), gates=(GradeGate(level="main", at_least=Fraction(1, 2)),)),
    Grade(name="Khá", at_least=Fraction(1, 2)),
)


def _sheet(*given_points: int, **header: object) -> tuple[IndicatorSet, ScoreSheet]:
    indicator_set = sets.set_of(*(ManualRule() for _ in given_points), maximum=Fraction(10), **header)
    answers = {f"1.{place}.points": value * 100 for place, value in enumerate(given_points, start=1)}
    return indicator_set, Scorer(indicator_set).score(answers)


def test_a_grade_needs_its_index_value() -> None:
    indicator_set, sheet = _sheet(8, 8, grades=GRADES)
    assert (graded := grade(indicator_set, sheet).grade) is not None
    assert graded.name == "Tốt"


def test_just_below_a_grade_tells_what_is_lacking() -> None:
    indicator_set, sheet = _sheet(8, 7, grades=GRADES)
    graded = grade(indicator_set, sheet)
    assert graded.grade == GRADES[1]
    assert (graded.next_grade, graded.lacking) == (GRADES[0], Fraction(1, 20))


def test_a_gate_keeps_the_better_grade_away_and_names_the_row() -> None:
    gated = (Grade(name="A", at_least=Fraction(0), gates=(GradeGate(row="1.2", at_least=Fraction(1)),)),)
    indicator_set, sheet = _sheet(10, 9, grades=gated)
    unmet = UnmetGate("1.2", Fraction(9, 10), Fraction(1))
    assert grade(indicator_set, sheet).held_back == (HeldBack("A", (unmet,)),)


def test_a_grade_whose_index_value_is_not_reached_is_not_held_back_by_its_gates() -> None:
    indicator_set, sheet = _sheet(9, 4, grades=GRADES)
    assert not grade(indicator_set, sheet).held_back


def test_grades_of_the_peer_group_go_before_those_for_everybody() -> None:
    own = (*GRADES, Grade(name="Riêng", at_least=Fraction(0), peer_group="xã"))
    indicator_set, sheet = _sheet(1, grades=own)
    assert grade(indicator_set, sheet, "xã").grade == own[2]
    assert grade(indicator_set, sheet).grade is None


@pytest.mark.parametrize("printed", ["ven  biển", " Ven biển", "ven\N{NO-BREAK SPACE}biển"])
def test_blanks_and_capitals_do_not_part_the_peer_group_of_a_grade(printed: str) -> None:
    own = (*GRADES, Grade(name="Riêng", at_least=Fraction(0), peer_group=printed))
    indicator_set, sheet = _sheet(1, grades=own)
    assert grade(indicator_set, sheet, "Ven biển").grade == own[2]


def test_a_grade_of_a_peer_group_replaces_only_the_common_one_of_its_name() -> None:
    lowest = Grade(name="Yếu", at_least=Fraction(0))
    own = (*GRADES, lowest, Grade(name="Khá", at_least=Fraction(2, 5), peer_group="Miền núi"))
    reached = {}
    for points in (10, 4, 1):
        indicator_set, sheet = _sheet(points, grades=own)
        graded = [grade(indicator_set, sheet, group).grade for group in ("Miền núi", "Đồng bằng")]
        reached[points] = [each.name if each else "" for each in graded]
    assert reached == {10: ["Tốt", "Tốt"], 4: ["Khá", "Yếu"], 1: ["Yếu", "Yếu"]}


def test_tie_break_rows_come_from_the_set() -> None:
    indicator_set, sheet = _sheet(3, 4, tie_break=("1.2",))
    assert contender(indicator_set, sheet, "a").tie_break == (Fraction(4, 10),)


def test_a_tie_is_broken_by_the_share_of_what_applies() -> None:
    """Half of what applies is half, whether 20 or 10 points apply."""
    rule = RatioRule(value=parse_term("a / 2"))
    inputs = {"a": Input(), "x": Input(type="yes_no")}
    rows = [
        trees.criterion(key, rule=rule, inputs=inputs, not_applicable_when=parse_condition("not x"))
        for key in ("1.1", "1.2", "2.1")
    ]
    indicator_set = trees.tree(
        trees.group("1"), *rows[:2], trees.group("2"), rows[2], tie_break=("1", "2"), not_applicable="rescale"
    )
    half = {f"{row.key}.{letter}": 1 for row in rows for letter in inputs}
    scorer = Scorer(indicator_set)
    sheets = [scorer.score(answers) for answers in (half, half | {"1.2.x": 0})]
    everybody = [contender(indicator_set, sheet, str(place)) for place, sheet in enumerate(sheets)]
    placings = rank(everybody)
    assert [(each.place, each.tie_broken_by) for each in placings.values()] == [(1, 0), (1, 0)]


def test_a_tie_broken_among_all_is_told_where_the_groups_differ() -> None:
    tied = [
        Contender(code=code, index_value=Fraction(1, 2), tie_break=(Fraction(share),), peer_group=code)
        for code, share in (("a", 0), ("b", 1))
    ]
    placings = rank(tied)
    assert [(each.place, each.overall) for each in placings.values()] == [(1, 2), (1, 1)]
    assert [(each.tie_broken_by, each.overall_broken_by) for each in placings.values()] == [(0, 1), (0, 1)]


def test_a_derived_index_is_a_weighted_mean_of_index_values() -> None:
    terms = (WeightedRow(row="1.1", weight=Fraction(1)), WeightedRow(row="1.2", weight=Fraction(3)))
    derived = (DerivedIndex(key="mean", name="Trung bình", terms=terms),)
    _, sheet = _sheet(10, 5, derived=derived)
    assert sheet.derived["mean"] == Fraction(1 * 1 + 3 * Fraction(1, 2)) / 4


def test_a_tie_break_row_that_does_not_apply_to_one_of_the_equals_parts_none_and_is_told() -> None:
    tied = [
        Contender(code=code, index_value=Fraction(1, 2), tie_break=(first, Fraction(second)))
        for code, first, second in (("a", None, 1), ("b", Fraction(0), 2), ("c", Fraction(1), 1))
    ]
    placings = rank(tied)
    assert [(each.place, each.tie_broken_by) for each in placings.values()] == [(2, 2), (1, 2), (2, 2)]
    assert {each.tie_left_out for each in placings.values()} == {(1,)}


def test_a_row_that_applies_to_nobody_or_is_not_needed_is_not_told_as_left_out() -> None:
    half = Fraction(1, 2)
    tied = [
        Contender(code="a", index_value=half, tie_break=(None, Fraction(1), None)),
        Contender(code="b", index_value=half, tie_break=(None, Fraction(0), Fraction(1))),
        Contender(code="c", index_value=Fraction(0), tie_break=(None, None, None)),
    ]
    placings = rank(tied)
    assert [each.place for each in placings.values()] == [1, 2, 3]
    assert {each.tie_left_out for each in placings.values()} == {()}


def test_a_row_of_which_nothing_applies_has_no_share() -> None:
    inputs = {"a": Input(), "x": Input(type="yes_no")}
    rows = [
        trees.criterion(
            key,
            rule=RatioRule(value=parse_term("a / 2")),
            inputs=inputs,
            not_applicable_when=parse_condition("not x"),
        )
        for key in ("1", "2")
    ]
    indicator_set = trees.tree(*rows, tie_break=("1", "2"), not_applicable="rescale")
    sheet = Scorer(indicator_set).score({"1.a": 1, "1.x": 0, "2.a": 1, "2.x": 1})
    assert contender(indicator_set, sheet, "a").tie_break == (None, Fraction(1, 2))
