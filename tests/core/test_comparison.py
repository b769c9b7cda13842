"""Two editions side by side: what is the same, what can be carried over, what cannot."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from chamdiem.core.comparison import ComparedCriterion, compare_sets
from chamdiem.core.differences import Difference
from chamdiem.core.expression import parse_condition, parse_term
from chamdiem.core.indicator_set import (
    Check,
    Deadline,
    EvidenceRequirement,
    Row,
)
from chamdiem.core.points import Rounding
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.simple import YesNoRule

from .comparing import HOUSES, INPUTS, PEER, RATIO, ROW, codes_of, compared_row, edition
from .trees import criterion, tree


def test_nothing_changed_is_the_same() -> None:
    assert compared_row() == ComparedCriterion("1.1", "1.1", ROW.name, "same")


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
    compared = compared_row(**changes)
    assert compared.verdict == "compatible"
    (difference,) = compared.differences
    assert (difference.code, difference.old, difference.new) == (code, old, new)


def test_another_threshold_is_told_with_both_rules() -> None:
    compared = compared_row(rule=replace(RATIO, full_at=Fraction(4, 5)))
    assert (compared.verdict, codes_of(compared)) == ("compatible", ["rule"])
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
    compared = compared_row(**changes)
    assert (compared.verdict, codes_of(compared)) == ("compatible", ["conditions"])


def test_the_words_of_a_check_decide_nothing() -> None:
    assert compared_row(checks=(replace(ROW.checks[0], label="bộ phận"),)).verdict == "same"


def test_another_kind_of_rule_cannot_be_carried_over() -> None:
    changed = compared_row(rule=YesNoRule(parse_condition("a >= b")))
    assert (changed.verdict, codes_of(changed)) == ("incompatible", ["kind"])


def test_a_scored_row_that_becomes_a_bonus_cannot_be_carried_over() -> None:
    changed = compared_row(role="bonus")
    assert (changed.verdict, codes_of(changed)) == ("incompatible", ["role"])


def test_other_rounding_is_told_on_every_criterion() -> None:
    (compared,) = compare_sets(edition(ROW), edition(ROW, rounding=Rounding(3)))
    assert [(d.code, d.old, d.new) for d in compared.differences] == [("rounding", "2", "3")]


def test_a_criterion_under_another_group_is_told() -> None:
    groups = [replace(HOUSES, key=key, name=key, role="scored", inputs={}) for key in ("A", "B")]
    (compared,) = compare_sets(
        tree(groups[0], groups[1], criterion("1")), tree(groups[0], criterion("1"), groups[1])
    )
    assert (compared.verdict, codes_of(compared)) == ("compatible", ["parent"])


def test_no_field_is_forgotten() -> None:
    """Every field of a row or a figure either decides nothing by name, or is told when it changes."""
    told = {
        "key": "9",
        "level": "main",
        "name": "N",
        "number": "9",
        "role": "bonus",
        "max_points": Fraction(1),
    }
    told |= {"shares_maximum_of": "I.6", "evaluator": "survey", "inputs": {}, "checks": (), "rule": PEER}
    told |= {"not_applicable_when": parse_condition("a = 0")}
    silent = {"code", "corrections", "raw", "source", "note", "printed_note", "method", "instructions"}
    silent |= {"cases", "deadline", "evidence", "lead", "coordinating", "cross_unit"}
    assert {field.name for field in fields(Row)} == told.keys() | silent
    assert {name: compared_row(**{name: value}).verdict for name, value in told.items()} == {
        name: "incompatible" if name in ("role", "inputs", "rule", "shares_maximum_of") else "compatible"
        for name in told
    }


def test_other_words_of_the_printed_method_are_told() -> None:
    old, new = (replace(ROW, method=text) for text in ("Điểm = Tỷ lệ x Điểm tối đa", "Điểm = Tỷ lệ x 10"))
    (compared,) = compare_sets(edition(old), edition(new))
    assert (compared.verdict, codes_of(compared)) == ("compatible", ["method"])


@pytest.mark.parametrize("value", ["a * 100% / b", "(a + 0) / b"])
def test_a_formula_in_other_words_gives_the_same_points(value: str) -> None:
    compared = compared_row(rule=RatioRule(value=parse_term(value), if_zero="not_applicable"))
    assert (compared.verdict, codes_of(compared)) == ("compatible", ["rule_words"])


def test_another_office_in_charge_or_kind_of_evidence_is_named_and_changes_no_verdict() -> None:
    shown = EvidenceRequirement(printed="Báo cáo", kinds=("document",))
    old = replace(ROW, lead=("Sở TTTT",), evidence=shown)
    new = replace(old, lead=("Sở KHCN",), evidence=replace(shown, kinds=("document", "link")))
    (compared,) = compare_sets(edition(old), edition(new))
    assert compared.verdict == "same"
    assert [(each.code, each.old, each.new) for each in compared.differences] == [
        ("lead", "Sở TTTT", "Sở KHCN"),
        ("evidence", "document", "document, link"),
    ]
    (compared,) = compare_sets(edition(old), edition(replace(new, max_points=Fraction(15))))
    assert (compared.verdict, codes_of(compared)) == ("compatible", ["max_points", "lead", "evidence"])


def test_another_deadline_or_more_documents_are_named_and_change_no_verdict() -> None:
    changed = compared_row(
        deadline=Deadline(printed="Trước 31/10", date=date(2026, 10, 31)),
        evidence=EvidenceRequirement(printed="Báo cáo", least=3),
    )
    assert changed.verdict == "same"
    assert changed.differences == (
        Difference("evidence_printed", "", "Báo cáo"),
        Difference("evidence_least", "0", "3"),
        Difference("deadline", "", "2026-10-31"),
    )


def test_a_deadline_without_a_day_is_compared_as_printed() -> None:
    old, new = (replace(ROW, deadline=Deadline(printed=text)) for text in ("Quý III", "Quý IV"))
    (compared,) = compare_sets(edition(old), edition(new))
    assert compared.differences == (Difference("deadline", "Quý III", "Quý IV"),)


def test_other_words_about_evidence_a_signature_and_a_note_are_named_and_change_no_verdict() -> None:
    old = replace(ROW, note="Đọc theo năm", evidence=EvidenceRequirement(printed="Văn bản"))
    shown = EvidenceRequirement(printed="Ảnh chụp", signed=True, within_period=True)
    (compared,) = compare_sets(edition(old), edition(replace(old, note="Đọc theo kỳ", evidence=shown)))
    assert compared.verdict == "same"
    assert compared.differences == (
        Difference("evidence_printed", "Văn bản", "Ảnh chụp"),
        Difference("evidence_signed", "no", "yes"),
        Difference("evidence_period", "no", "yes"),
        Difference("note", "Đọc theo năm", "Đọc theo kỳ"),
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"coordinating": ("Công an xã",)}, "coordinating"),
        ({"instructions": "Chỉ tính hồ sơ đã trả"}, "instructions"),
        ({"printed_note": "Không tính hồ sơ rút"}, "printed_note"),
    ],
)
def test_what_stands_beside_a_criterion_is_named_and_changes_no_verdict(
    changes: dict[str, Any], code: str
) -> None:
    compared = compared_row(**changes)
    assert (compared.verdict, codes_of(compared)) == ("same", [code])


def test_quite_another_name_asks_whether_it_is_still_the_same_criterion() -> None:
    assert codes_of(compared_row(name="Số cán bộ được tập huấn")) == ["name_apart"]


def test_a_renamed_letter_moves_no_points() -> None:
    inputs = {"m": INPUTS["a"], "b": INPUTS["b"]}
    rule = RatioRule(value=parse_term("m / b"), if_zero="not_applicable")
    checks = (Check(that=parse_condition("m <= b")),)
    codes = codes_of(compared_row(inputs=inputs, rule=rule, checks=checks))
    assert "rule_words" in codes
    assert "rule" not in codes


def test_a_letter_that_means_something_else_may_move_points() -> None:
    inputs = {"m": replace(INPUTS["a"], label="Hộ nghèo"), "b": INPUTS["b"]}
    rule = RatioRule(value=parse_term("m / b"), if_zero="not_applicable")
    assert "rule" in codes_of(compared_row(inputs=inputs, rule=rule))
