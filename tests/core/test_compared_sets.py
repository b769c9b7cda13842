"""Two editions as a whole: grades, indices, caps and the order of ties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from chamdiem.core.compared_groups import BESIDE_POINTS, set_differences
from chamdiem.core.indicator_set import (
    DerivedIndex,
    Grade,
    GradeGate,
    Period,
    WeightedRow,
)
from chamdiem.core.sentences.set_values import changed_values

from .comparing import ROW, edition
from .trees import criterion, group, tree


@pytest.mark.parametrize(
    ("code", "before", "after", "told"),
    [
        ("not_applicable", "full", "rescale", ("full", "rescale")),
        ("bonus_cap", Fraction(3), Fraction(4), ("3", "4")),
        ("bonus_cap", None, Fraction(4), ("", "4")),
        ("index_digits", 4, 3, ("4", "3")),
        ("tie_break", ("I.6", "1.1"), ("1.1",), ("[I.6, 1.1]", "[1.1]")),
        (
            "grades",
            (Grade(name="Tốt", at_least=Fraction(4, 5)), Grade(name="Khá", at_least=Fraction(1, 2))),
            (Grade(name="Tốt", at_least=Fraction(17, 20)), Grade(name="Khá", at_least=Fraction(1, 2))),
            ("{name: Tốt, at_least: 80%}", "{name: Tốt, at_least: 85%}"),
        ),
    ],
)
def test_what_changed_for_the_whole_set_is_told(
    code: str, before: Any, after: Any, told: tuple[str, str]
) -> None:
    (difference,) = set_differences(edition(ROW, **{code: before}), edition(ROW, **{code: after}))
    assert (difference.code, difference.old, difference.new) == (code, *told)


def test_another_weight_of_a_derived_index_is_told() -> None:
    old, new = (
        DerivedIndex(key="d", name="D", terms=(WeightedRow(row="1.1", weight=Fraction(weight)),))
        for weight in (1, 2)
    )
    (difference,) = set_differences(edition(ROW, derived=(old,)), edition(ROW, derived=(new,)))
    assert difference.code == "derived"
    assert "weight: 2" in difference.new


def test_titles_and_notes_of_a_set_move_nothing() -> None:
    assert set_differences(edition(ROW), edition(ROW, notes=("x",), printed_title="BỘ")) == ()


@pytest.mark.parametrize(
    ("changes", "code", "told"),
    [
        ({"name": "Bộ khác"}, "set_name", ("Bộ thử", "Bộ khác")),
        ({"issuer": "UBND tỉnh"}, "issuer", ("", "UBND tỉnh")),
        ({"max_points": Fraction(999)}, "printed_total", ("", "999")),
        ({"levels": {"main": "Tiêu chí"}}, "levels", ("Chỉ số chính", "Tiêu chí")),
    ],
)
def test_what_is_printed_above_the_rows_is_told_and_moves_nothing(
    changes: dict[str, Any], code: str, told: tuple[str, str]
) -> None:
    old = replace(edition(ROW), name="Bộ thử", levels={"main": "Chỉ số chính"})
    (difference,) = set_differences(old, replace(old, **changes))
    assert (difference.code, difference.old, difference.new) == (code, *told)
    assert code in BESIDE_POINTS


def test_another_order_of_rows_is_told_as_the_new_edition_names_them() -> None:
    rows = [criterion(f"1.{number}", number=f"1.{number}") for number in range(1, 5)]
    (difference,) = set_differences(edition(*rows), edition(rows[0], rows[2], rows[1], rows[3]))
    assert (difference.code, difference.old, difference.new) == ("order", "1.2, 1.3", "1.3, 1.2")
    assert set_differences(edition(*rows), edition(*rows[1:], criterion("1.5"))) == ()


def test_grades_indices_and_tie_breaks_are_told_in_words() -> None:
    grade = Grade(
        name="Tốt",
        at_least=Fraction(29, 40),
        peer_group="xa",
        gates=(
            GradeGate(at_least=Fraction(1, 2), row="1.1"),
            GradeGate(at_least=Fraction(2, 5), level="main"),
        ),
    )
    index = DerivedIndex(key="d", name="D", terms=(WeightedRow(row="1.1", weight=Fraction(1, 2)),))
    period = Period(start=date(2026, 1, 1), end=date(2026, 12, 31))
    values: dict[str, Any] = {
        "grades": (grade,),
        "derived": (index,),
        "tie_break": ("1.1",),
        "reference_period": period,
    }
    old, new = edition(ROW), edition(ROW, **values)
    told = {code: changed_values(code, old, new) for code in (*values, "bonus_cap")}
    assert told == {
        "grades": ("", "Tốt của xa: từ 72,5%, mục 1.1 từ 50%, mọi chỉ số từ 40%"),
        "derived": ("", "D = bình quân của mục 1.1 (trọng số 0,5), 4 chữ số thập phân"),
        "tie_break": ("", "mục 1.1"),
        "reference_period": ("", "01/01/2026–31/12/2026"),
        "bonus_cap": None,
    }
    assert changed_values("derived", old, new, "en") == ("", "D = mean of row 1.1 (weight 0.5), 4 decimals")


def test_another_name_or_printed_maximum_of_a_group_is_told() -> None:
    old, new = (
        tree(replace(group("1"), number="1", name=name, max_points=most), criterion("1.1"))
        for name, most in (("Nền tảng số", Fraction(22, 10)), ("Hạ tầng số", Fraction(99)))
    )
    assert [(each.code, each.old, each.new) for each in set_differences(old, new)] == [
        ("group_name", "1: Nền tảng số", "1: Hạ tầng số"),
        ("group_points", "1: 2.2", "1: 99"),
    ]


def test_groups_that_say_the_same_are_not_spoken_of() -> None:
    same = tree(group("1"), criterion("1.1"))
    assert not set_differences(same, same)
