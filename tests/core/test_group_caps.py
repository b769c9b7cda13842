"""A group of bonuses or deductions gives no more than its printed maximum, however its rows are read."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.analysis.standpoint import Standpoint
from chamdiem.core.compared_groups import set_differences
from chamdiem.core.comparison import compare_sets
from chamdiem.core.group_caps import CappedGroup, capped_group
from chamdiem.core.indicator_set import IndicatorSet, Role, Row
from chamdiem.core.matrix import MatrixScorer
from chamdiem.core.recalculation import Dossier
from chamdiem.core.scoring import Scorer, ScoreSheet, points_shown, sum_shown
from chamdiem.core.sentences.caps import capped_text
from tests.patience import cases

from .trees import criterion, group, points, total, tree


def _group(key: str, most: int | None, level: str = "main", role: Role = "scored") -> Row:
    points_ = None if most is None else Fraction(most)
    return replace(group(key, level), number=key, role=role, max_points=points_)


def _province(bonus: int | None = 6, deduction: int | None = 5) -> IndicatorSet:
    return tree(
        _group("1", 90, "pillar"),
        criterion("1.1", 90),
        _group("3", bonus, "pillar", "bonus"),
        criterion("3.1", 4, role="bonus"),
        criterion("3.2", 3, role="bonus"),
        _group("4", deduction, "pillar"),
        criterion("4.1", 4, role="deduction"),
        criterion("4.2", 3, role="deduction"),
        bonus_cap=Fraction(10),
    )


def _sheet(indicator_set: IndicatorSet, **given_: int | str) -> ScoreSheet:
    return Scorer(indicator_set).score(points(indicator_set, **given_))


ALL: dict[str, Any] = {"_1_1": 50, "_3_1": "3.5", "_3_2": 3, "_4_1": 4, "_4_2": 3}


def test_rows_that_make_more_than_their_group_give_what_the_group_may() -> None:
    sheet = _sheet(_province(), **ALL)
    assert (sheet.bonus, sheet.deduction, sheet.total) == (Fraction(6), Fraction(5), total(51, 90))
    assert sheet.capped == (
        CappedGroup("3", "bonus", Fraction("6.5"), Fraction(6)),
        CappedGroup("4", "deduction", Fraction(7), Fraction(5)),
    )


def test_a_group_without_maximum_gives_all_its_rows_make() -> None:
    sheet = _sheet(_province(None, None), **ALL)
    assert (sheet.bonus, sheet.deduction, sheet.capped) == (Fraction("6.5"), Fraction(7), ())


def test_what_a_group_shows_is_what_counts() -> None:
    indicator_set = _province()
    sheet = _sheet(indicator_set, **ALL)
    assert [sum_shown(indicator_set, sheet, key) for key in "34"] == [total(6, 6), total(5, 5)]


def test_groups_inside_each_other_are_each_kept_within_their_own() -> None:
    indicator_set = tree(
        criterion("0", 90),
        _group("4", 5, "pillar", "deduction"),
        _group("4.1", 3, role="deduction"),
        criterion("4.1.1", 4, role="deduction"),
        criterion("4.1.2", 4, role="deduction"),
        _group("4.2", 4, role="deduction"),
        criterion("4.2.1", 4, role="deduction"),
    )
    sheet = _sheet(indicator_set, _0=50, _4_1_1=4, _4_1_2=2, _4_2_1=1)
    assert (sheet.deduction, [each.row for each in sheet.capped]) == (Fraction(4), ["4.1"])
    sheet = _sheet(indicator_set, _0=50, _4_1_1=4, _4_1_2=2, _4_2_1=4)
    assert sheet.deduction == 5
    assert [(each.row, each.points) for each in sheet.capped] == [("4.1", Fraction(6)), ("4", Fraction(7))]


def test_the_maximum_of_a_group_of_scored_rows_holds_no_bonus_back() -> None:
    indicator_set = tree(_group("1", 10, "pillar"), criterion("1.1", 10), criterion("1.2", 12, role="bonus"))
    assert _sheet(indicator_set, _1_1=1, _1_2=12).bonus == 12


def test_the_note_says_what_the_rows_make_and_what_counts() -> None:
    indicator_set = _province()
    bonus, deduction = _sheet(indicator_set, **ALL).capped
    assert capped_text(bonus, indicator_set) == "Trụ cột 3: cộng 6,5 điểm, tối đa 6 → cộng 6"
    assert capped_text(deduction, indicator_set) == "Trụ cột 4: trừ 7 điểm, tối đa 5 → trừ 5"
    assert capped_text(deduction, indicator_set, "en").endswith("at most 5 → 5 taken off")


def test_a_step_wins_nothing_above_the_maximum_of_its_group() -> None:
    indicator_set = _province()
    answers = points(indicator_set, **ALL)
    standpoint = Standpoint(Scorer(indicator_set), answers)
    assert standpoint.gain({"3.1.points": 400}) == 0
    assert standpoint.gain({"4.1.points": 300}) == 0
    assert standpoint.gain({"4.1.points": 100}) == 1
    assert standpoint.gain({"1.1.points": 5100}) == 1


@pytest.mark.parametrize(("before", "after"), [(6, 7), (None, 7), (6, None)])
def test_another_maximum_of_a_group_changes_the_points(before: int | None, after: int | None) -> None:
    old, new = _province(before), _province(after)
    (difference,) = set_differences(old, new)
    told = ["" if most is None else f"3: {most}" for most in (before, after)]
    assert (difference.code, [difference.old, difference.new]) == ("group_maximum", told)
    assert {each.verdict for each in compare_sets(old, new)} == {"same"}


marks = st.lists(st.integers(0, 300), min_size=8, max_size=8)
maxima = st.lists(st.none() | st.integers(0, 9), min_size=4, max_size=4)
roles = st.lists(st.sampled_from(["bonus", "deduction"]), min_size=4, max_size=4)


def _random(roles_: list[Any], most: list[int | None]) -> IndicatorSet:
    """Two groups side by side inside a third one, and one beside it; two criteria each."""
    rows = [criterion("0", 90), _group("1", most[3], "pillar", roles_[3])]
    for number, (role, own) in enumerate(zip(roles_[:3], most[:3], strict=True), start=1):
        key = f"1.{number}" if number < 3 else "2"
        rows.append(_group(key, own, "main" if number < 3 else "pillar"))
        rows += [criterion(f"{key}.{each}", 3, role=role) for each in (1, 2)]
    return tree(*rows, bonus_cap=Fraction(8))


@cases(200)
@given(roles, maxima, st.lists(marks, min_size=1, max_size=4))
def test_every_way_of_adding_up_keeps_the_groups_within_their_maxima(
    roles_: list[Any], most: list[int | None], everybody: list[list[int]]
) -> None:
    indicator_set = _random(roles_, most)
    keys = [row.key for row in indicator_set.criteria if row.role != "scored"]
    answers = [
        {f"{key}.points": mark for key, mark in zip(keys, given_, strict=False)}
        | {"0.points": 50 * given_[7]}
        for given_ in everybody
    ]
    scorer, arrays = Scorer(indicator_set), MatrixScorer(indicator_set)
    matrix = arrays.score(arrays.prepare(arrays.columns(answers), count=len(answers)))
    for place, each in enumerate(answers):
        sheet, dossier = scorer.score(each), Dossier(scorer, {})
        for figure, value in each.items():
            dossier.change(figure, value)
        assert dossier.sheet.total == sheet.total
        assert Fraction(int(matrix.total[place]), 100) == sheet.total.points
        made = {
            role: sum(o.points for k, o in sheet.outcomes.items() if indicator_set.row(k).role == role)
            for role in ("bonus", "deduction")
        }
        assert (sheet.bonus <= made["bonus"], sheet.deduction <= made["deduction"]) == (True, True)
        for capped in sheet.capped:
            assert capped.points > capped.most == indicator_set.row(capped.row).max_points
        shown = {key: each.points for key, each in sheet.outcomes.items()}
        for row in indicator_set.rows:
            if not row.is_criterion:
                told = [each for each in sheet.capped if each.row == row.key]
                assert [*filter(None, [capped_group(indicator_set, row.key, shown)])] == told
                assert (
                    points_shown(indicator_set, row.key, shown)
                    == sum_shown(indicator_set, sheet, row.key).points
                )
        if not sheet.capped:
            assert (sheet.bonus, sheet.deduction) == (made["bonus"], made["deduction"])
