"""Which criterion of the new edition is compared with which of the old."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from chamdiem.core.comparison import compare_sets
from chamdiem.core.indicator_set import (
    Correction,
    Row,
)
from chamdiem.core.rules.manual import ManualRule

from .comparing import edition
from .trees import criterion


def _named(key: str, name: str) -> Row:
    return replace(criterion(key), name=name)


def _matches(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    compared = compare_sets(
        edition(*(_named(*each) for each in old)), edition(*(_named(*each) for each in new))
    )
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
    (compared,) = compare_sets(edition(old), edition(_named("1.9", "Thể chế số")))
    assert compared.old_key == "1.1"


def _sharing(other: str) -> Row:
    return Row(key="1.3", level="criterion", name="Mặt bằng chung", shares_maximum_of=other)


@pytest.mark.parametrize(
    ("now", "verdict", "told"),
    [
        ([_sharing("1.2")], "incompatible", [("1.1", "1.2")]),
        ([], "removed", [("1.1", "")]),
        ([replace(_sharing(""), rule=ManualRule(), max_points=Fraction(2))], "incompatible", [("1.1", "")]),
    ],
)
def test_a_row_that_shares_a_maximum_is_told_when_it_changes(
    now: list[Row], verdict: str, told: list[tuple[str, str]]
) -> None:
    rows = _named("1.1", "Hạ tầng"), _named("1.2", "Nhân lực")
    *others, shared = compare_sets(edition(*rows, _sharing("1.1")), edition(*rows, *now))
    assert [each.verdict for each in others] == ["same", "same"]
    assert (shared.key, shared.verdict) == ("1.3", verdict)
    shares = [each for each in shared.differences if each.code == "shares_maximum_of"]
    assert [(each.old, each.new) for each in shares] == told


def test_a_row_that_shares_a_maximum_as_before_is_not_told() -> None:
    old = edition(_named("1.1", "Hạ tầng"), _sharing("1.1"))
    renumbered = edition(_named("1.2", "Hạ tầng"), _sharing("1.2"))
    assert [(each.key, each.verdict) for each in compare_sets(old, old)] == [("1.1", "same")]
    assert [(each.key, each.verdict) for each in compare_sets(old, renumbered)] == [("1.2", "compatible")]
