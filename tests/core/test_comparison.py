"""Two editions side by side: what is the same, what can be carried over, what cannot."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from chamdiem.core.comparison import ComparedCriterion, compare_sets
from chamdiem.core.expression import parse_condition, parse_term
from chamdiem.core.indicator_set import Check, Correction, IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.points import Rounding
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.simple import YesNoRule

from .trees import criterion, tree

RATIO = RatioRule(value=parse_term("a / b"), if_zero="not_applicable")
HOUSES = Row(
    key="I.6",
    level="main",
    name="Số hộ",
    role="information",
    inputs={"v": Input(label="Số hộ", unit="hộ")},
)
INPUTS = {"a": Input(label="Hộ có cáp quang", unit="hộ"), "b": Input(source="I.6")}
ROW = criterion(
    "1.1", rule=RATIO, inputs=INPUTS, number="1.1", checks=(Check(that=parse_condition("a <= b")),)
)


def _set(*rows: Row, **header: Any) -> IndicatorSet:
    return tree(HOUSES, *rows, **header)


def _compared(**changes: Any) -> ComparedCriterion:
    (only,) = compare_sets(_set(ROW), _set(replace(ROW, **changes)))
    return only


def _codes(compared: ComparedCriterion) -> list[str]:
    return [difference.code for difference in compared.differences]


def test_nothing_changed_is_the_same() -> None:
    assert _compared() == ComparedCriterion("1.1", "1.1", ROW.name, "same")


@pytest.mark.parametrize(
    ("changes", "code", "old", "new"),
    [
        ({"max_points": Fraction(15)}, "max_points", "10", "15"),
        ({"number": "1.2"}, "number", "1.1", "1.2"),
        ({"evaluator": "survey"}, "evaluator", "organisation", "survey"),
        ({"name": "Tiêu chí 1.1 (sửa)"}, "name", "Tiêu chí 1.1", "Tiêu chí 1.1 (sửa)"),
    ],
)
def test_words_and_maxima_leave_the_figures_usable(
    changes: dict[str, Any], code: str, old: str, new: str
) -> None:
    compared = _compared(**changes)
    assert compared.verdict == "compatible"
    (difference,) = compared.differences
    assert (difference.code, difference.old, difference.new) == (code, old, new)


def test_another_threshold_is_told_with_both_rules() -> None:
    compared = _compared(rule=replace(RATIO, full_at=Fraction(4, 5)))
    assert (compared.verdict, _codes(compared)) == ("compatible", ["rule"])
    assert "80%" in compared.differences[0].new
    assert "80%" not in compared.differences[0].old


@pytest.mark.parametrize(
    "changes",
    [
        {"checks": ()},
        {"checks": (Check(that=parse_condition("a <= b"), soft=True),)},
        {"not_applicable_when": parse_condition("b = 0")},
    ],
)
def test_other_conditions_leave_the_figures_usable(changes: dict[str, Any]) -> None:
    compared = _compared(**changes)
    assert (compared.verdict, _codes(compared)) == ("compatible", ["conditions"])


def test_the_words_of_a_check_decide_nothing() -> None:
    assert _compared(checks=(replace(ROW.checks[0], label="bộ phận"),)).verdict == "same"


def test_spaces_and_capitals_of_a_label_decide_nothing() -> None:
    label = INPUTS | {"a": Input(label="hộ  CÓ cáp quang ", unit="hộ")}
    assert _compared(inputs=label).verdict == "same"


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"a": Input(label="Hộ có cáp quang", unit="nghìn hộ")}, "unit"),
        ({"a": Input(label="Hộ có cáp quang", unit="hộ", type="decimal", decimals=3)}, "type"),
        ({"b": Input(label="Số hộ", unit="hộ")}, "figure"),
        ({"c": Input()}, "letters"),
    ],
)
def test_other_figures_cannot_be_carried_over(inputs: dict[str, Input], code: str) -> None:
    compared = _compared(inputs=INPUTS | inputs)
    assert (compared.verdict, _codes(compared)) == ("incompatible", [code])


def test_more_decimals_of_a_figure_change_its_scale() -> None:
    rows = [replace(ROW, inputs=INPUTS | {"a": Input(type="decimal", decimals=places)}) for places in (2, 3)]
    (compared,) = compare_sets(_set(rows[0]), _set(rows[1]))
    assert _codes(compared) == ["decimals"]


def test_another_kind_of_rule_cannot_be_carried_over() -> None:
    changed = _compared(rule=YesNoRule(parse_condition("a >= b")))
    assert (changed.verdict, _codes(changed)) == ("incompatible", ["kind"])


def test_a_scored_row_that_becomes_a_bonus_cannot_be_carried_over() -> None:
    assert (_compared(role="bonus").verdict, _codes(_compared(role="bonus"))) == ("incompatible", ["role"])


def test_a_shared_figure_is_compared_as_what_it_is() -> None:
    people = replace(HOUSES, inputs={"v": Input(label="Số hộ", unit="người")})
    (compared,) = compare_sets(_set(ROW), tree(people, ROW))
    assert (compared.verdict, _codes(compared)) == ("incompatible", ["unit"])


def test_other_rounding_is_told_on_every_criterion() -> None:
    (compared,) = compare_sets(_set(ROW), _set(ROW, rounding=Rounding(3)))
    assert [(d.code, d.old, d.new) for d in compared.differences] == [("rounding", "2", "3")]


def test_differences_come_in_one_order_every_time() -> None:
    letters = "abcdefgh"
    old = {letter: Input(label=letter) for letter in letters}
    new = {letter: Input(label=letter * 2, unit="hộ") for letter in letters}
    rows = [criterion("1", inputs=inputs) for inputs in (old, new)]
    (compared,) = compare_sets(_set(rows[0]), _set(rows[1]))
    assert [difference.old[0] for difference in compared.differences if difference.code == "unit"] == [
        *letters
    ]


# --- who is compared with whom ------------------------------------------------------------


def _named(key: str, name: str) -> Row:
    return replace(criterion(key), name=name)


def _matches(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    compared = compare_sets(_set(*(_named(*each) for each in old)), _set(*(_named(*each) for each in new)))
    return [(each.key, each.old_key, each.verdict) for each in compared]


def test_a_renumbered_criterion_is_found_by_its_name() -> None:
    assert _matches([("1.1", "Hạ tầng"), ("1.2", "Nhân lực")], [("1.1", "Nhân lực"), ("1.2", "Hạ tầng")]) == [
        ("1.1", "1.2", "compatible"),
        ("1.2", "1.1", "compatible"),
    ]


def test_a_renamed_criterion_is_found_by_its_key() -> None:
    assert _matches([("1.1", "Hạ tầng")], [("1.1", "Hạ tầng số")]) == [("1.1", "1.1", "compatible")]


def test_new_ones_are_added_and_old_ones_removed() -> None:
    assert _matches([("1.1", "Một"), ("1.2", "Hai")], [("1.2", "Hai"), ("1.3", "Ba")]) == [
        ("1.2", "1.2", "same"),
        ("1.3", "", "added"),
        ("1.1", "1.1", "removed"),
    ]


def test_a_name_that_several_carry_matches_by_key_only() -> None:
    old = [("1.1", "Khác"), ("2.1", "Khác")]
    assert _matches(old, [("2.1", "Khác"), ("3.1", "Khác")]) == [
        ("2.1", "2.1", "same"),
        ("3.1", "", "added"),
        ("1.1", "1.1", "removed"),
    ]


def test_no_old_criterion_is_matched_twice() -> None:
    matched = _matches([("1.1", "Một")], [("1.1", "Một"), ("1.2", "Một")])
    assert matched == [("1.1", "1.1", "same"), ("1.2", "", "added")]


def test_a_corrected_printing_error_is_no_other_name() -> None:
    slip = Correction(field="name", printed="Thẻ", correct="Thể", reason="lỗi in")
    old = replace(_named("1.1", "Thẻ chế số"), corrections=(slip,))
    (compared,) = compare_sets(_set(old), _set(_named("1.9", "Thể chế số")))
    assert compared.old_key == "1.1"
