from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.indicator_set import DerivedIndex, Grade, GradeGate, IndicatorSet, WeightedRow
from chamdiem.core.ranking import Contender, contender, grade, rank
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.scoring import Scorer, ScoreSheet

from . import sets

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
    assert grade(indicator_set, sheet).failed_gates == ("1.2",)


def test_grades_of_the_peer_group_go_before_those_for_everybody() -> None:
    own = (*GRADES, Grade(name="Riêng", at_least=Fraction(0), peer_group="xã"))
    indicator_set, sheet = _sheet(1, grades=own)
    assert grade(indicator_set, sheet, "xã").grade == own[2]
    assert grade(indicator_set, sheet).grade is None


def test_tie_break_rows_come_from_the_set() -> None:
    indicator_set, sheet = _sheet(3, 4, tie_break=("1.2",))
    assert contender(indicator_set, sheet, "a").tie_break == (Fraction(4),)


def test_a_derived_index_is_a_weighted_mean_of_index_values() -> None:
    terms = (WeightedRow(row="1.1", weight=Fraction(1)), WeightedRow(row="1.2", weight=Fraction(3)))
    derived = (DerivedIndex(key="mean", name="Trung bình", terms=terms),)
    _, sheet = _sheet(10, 5, derived=derived)
    assert sheet.derived["mean"] == Fraction(1 * 1 + 3 * Fraction(1, 2)) / 4
