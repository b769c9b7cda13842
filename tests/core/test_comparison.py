"""Two editions side by side: what is the same, what can be carried over, what cannot."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from chamdiem.core.comparison import ComparedCriterion, compare_sets
from chamdiem.core.differences import Difference, set_differences
from chamdiem.core.expression import Letter, parse_condition, parse_term
from chamdiem.core.indicator_set import (
    Check,
    Correction,
    Deadline,
    DerivedIndex,
    EvidenceRequirement,
    Grade,
    GradeGate,
    IndicatorSet,
    Row,
    WeightedRow,
)
from chamdiem.core.inputs import Input
from chamdiem.core.points import Rounding
from chamdiem.core.rules.choice import ChoiceRule, Option
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.sentences.set_values import changed_values

from .trees import criterion, tree

RATIO = RatioRule(value=parse_term("a / b"), if_zero="not_applicable")
PEER = PeerRule(value=parse_term("a"), method="share_of_max")
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


def _with_inputs(inputs: dict[str, Input], *, source: str = "I.6") -> Row:
    return replace(ROW, inputs=inputs | {"b": Input(source=source)})


@pytest.mark.parametrize(
    ("changes", "code", "told"),
    [
        ({"since": date(2026, 2, 15)}, "since", "a: 2026-02-15"),
        ({"maximum": Fraction(500)}, "maximum", "a: 500"),
        ({"minimum": None}, "minimum", "a: "),
        ({"step": Fraction(1, 2)}, "step", "a: 0.5"),
    ],
)
def test_what_a_figure_may_be_is_told(changes: dict[str, Any], code: str, told: str) -> None:
    figure = INPUTS["a"]
    compared = _compared(inputs=INPUTS | {"a": replace(figure, **changes)})
    assert (compared.verdict, _codes(compared)) == ("compatible", [code])
    assert compared.differences[0].new == told


def _houses(key: str, name: str) -> Row:
    return replace(HOUSES, key=key, name=name)


def test_another_shared_figure_under_the_same_label_means_something_else() -> None:
    rows = [_houses("I.6", "Số hộ"), _houses("I.7", "Số hộ nghèo")]
    old, new = (tree(*rows, _with_inputs(INPUTS, source=source)) for source in ("I.6", "I.7"))
    (compared,) = compare_sets(old, new)
    assert (compared.verdict, _codes(compared)) == ("incompatible", ["figure"])


def test_a_shared_figure_that_was_renumbered_is_the_same() -> None:
    old = tree(_houses("I.6", "Số hộ"), _with_inputs(INPUTS, source="I.6"))
    new = tree(_houses("I.5", "Số hộ"), _with_inputs(INPUTS, source="I.5"))
    (compared,) = compare_sets(old, new)
    assert compared.verdict == "same"


def test_a_choice_that_is_gone_leaves_last_years_answer_without_meaning() -> None:
    rows = [
        criterion(
            "1",
            inputs={"x": Input(type="choice")},
            rule=ChoiceRule(of=Letter("x"), options={code: Option(code, FULL) for code in codes}),
        )
        for codes in ("ab", "ac", "abc")
    ]
    replaced, added = (compare_sets(_set(rows[0]), _set(new))[0] for new in rows[1:])
    assert (replaced.verdict, _codes(replaced)) == ("incompatible", ["rule", "options"])
    assert (added.verdict, _codes(added)) == ("compatible", ["rule"])


def _chosen(**labels: str) -> Row:
    options = {code: Option(label, FULL) for code, label in labels.items()}
    return criterion(
        "1", inputs={"x": Input(type="choice")}, rule=ChoiceRule(of=Letter("x"), options=options)
    )


def test_codes_of_a_choice_that_changed_places_cannot_be_carried_over() -> None:
    old, swapped = _set(_chosen(a="Chủ tịch", b="Phó")), _set(_chosen(a="Phó", b="Chủ tịch"))
    (compared,) = compare_sets(old, swapped)
    assert compared.verdict == "incompatible"
    told = [each for each in compared.differences if each.code == "option_meaning"]
    assert [(each.old, each.new) for each in told] == [
        ("x.a: Chủ tịch", "x.a: Phó"),
        ("x.b: Phó", "x.b: Chủ tịch"),
    ]


def test_a_level_in_other_words_and_another_order_keep_their_meaning() -> None:
    old = _set(_chosen(a="Chủ tịch", b="Phó"))
    for new in (_chosen(a="Chủ tịch", b="Phó Chủ tịch"), _chosen(b="Phó", a="Chủ tịch")):
        (compared,) = compare_sets(old, _set(new))
        assert compared.verdict != "incompatible"


def test_a_criterion_under_another_group_is_told() -> None:
    groups = [replace(HOUSES, key=key, name=key, role="scored", inputs={}) for key in ("A", "B")]
    (compared,) = compare_sets(
        tree(groups[0], groups[1], criterion("1")), tree(groups[0], criterion("1"), groups[1])
    )
    assert (compared.verdict, _codes(compared)) == ("compatible", ["parent"])


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
    assert {name: _compared(**{name: value}).verdict for name, value in told.items()} == {
        name: "incompatible" if name in ("role", "inputs", "rule") else "compatible" for name in told
    }


# --- the set as a whole -------------------------------------------------------------------


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
    (difference,) = set_differences(_set(ROW, **{code: before}), _set(ROW, **{code: after}))
    assert (difference.code, difference.old, difference.new) == (code, *told)


def test_another_weight_of_a_derived_index_is_told() -> None:
    old, new = (
        DerivedIndex(key="d", name="D", terms=(WeightedRow(row="1.1", weight=Fraction(weight)),))
        for weight in (1, 2)
    )
    (difference,) = set_differences(_set(ROW, derived=(old,)), _set(ROW, derived=(new,)))
    assert difference.code == "derived"
    assert "weight: 2" in difference.new


def test_titles_and_notes_of_a_set_move_nothing() -> None:
    assert set_differences(_set(ROW), _set(ROW, notes=("x",), issuer="UBND")) == ()


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


def test_letters_that_changed_places_cannot_be_carried_over() -> None:
    inputs = {"a": Input(label="Tổng số hộ", unit="hộ"), "b": Input(label="Hộ có cáp quang", unit="hộ")}
    old = replace(ROW, inputs={"a": inputs["b"], "b": inputs["a"]})
    new = replace(ROW, inputs=inputs, rule=RatioRule(value=parse_term("b / a"), if_zero="not_applicable"))
    (compared,) = compare_sets(_set(old), _set(new))
    assert compared.verdict == "incompatible"
    assert _codes(compared).count("meaning") == 2


def test_other_words_of_the_printed_method_are_told() -> None:
    old, new = (replace(ROW, method=text) for text in ("Điểm = Tỷ lệ x Điểm tối đa", "Điểm = Tỷ lệ x 10"))
    (compared,) = compare_sets(_set(old), _set(new))
    assert (compared.verdict, _codes(compared)) == ("compatible", ["method"])


@pytest.mark.parametrize("value", ["a * 100% / b", "(a + 0) / b"])
def test_a_formula_in_other_words_gives_the_same_points(value: str) -> None:
    compared = _compared(rule=RatioRule(value=parse_term(value), if_zero="not_applicable"))
    assert (compared.verdict, _codes(compared)) == ("compatible", ["rule_words"])


def test_another_office_in_charge_or_kind_of_evidence_is_named_and_changes_no_verdict() -> None:
    shown = EvidenceRequirement(printed="Báo cáo", kinds=("document",))
    old = replace(ROW, lead=("Sở TTTT",), evidence=shown)
    new = replace(old, lead=("Sở KHCN",), evidence=replace(shown, kinds=("document", "link")))
    (compared,) = compare_sets(_set(old), _set(new))
    assert compared.verdict == "same"
    assert [(each.code, each.old, each.new) for each in compared.differences] == [
        ("lead", "Sở TTTT", "Sở KHCN"),
        ("evidence", "document", "document, link"),
    ]
    (compared,) = compare_sets(_set(old), _set(replace(new, max_points=Fraction(15))))
    assert (compared.verdict, _codes(compared)) == ("compatible", ["max_points", "lead", "evidence"])


def test_another_deadline_or_more_documents_are_named_and_change_no_verdict() -> None:
    changed = _compared(
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
    (compared,) = compare_sets(_set(old), _set(new))
    assert compared.differences == (Difference("deadline", "Quý III", "Quý IV"),)


def test_another_name_of_a_shared_row_is_told_where_its_figure_is_used() -> None:
    (compared,) = compare_sets(_set(ROW), tree(replace(HOUSES, name="Số hộ nghèo"), ROW))
    assert compared.verdict == "compatible"
    assert compared.differences == (Difference("figure_name", "b: Số hộ", "b: Số hộ nghèo"),)


@pytest.mark.parametrize(
    ("label", "verdict"),
    [("Chưa kết nối", "incompatible"), ("Đã được kết nối", "compatible"), ("Chưa nghiệm thu", "compatible")],
)
def test_a_question_turned_into_its_opposite_cannot_be_carried_over(label: str, verdict: str) -> None:
    asked, turned = ({"x": Input(label=text, type="yes_no")} for text in ("Đã kết nối", label))
    rule = YesNoRule(when=Letter("x"))
    old = criterion("1.1", rule=rule, inputs=asked)
    (compared,) = compare_sets(_set(old), _set(replace(old, inputs=turned)))
    assert compared.verdict == verdict


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ("Số xã đã kết nối", "Số xã chưa kết nối", "incompatible"),
        ("Số hồ sơ giải quyết đúng hạn", "Số hồ sơ giải quyết trễ hạn", "incompatible"),
        ("Số hộ có cáp quang", "Số hộ không có cáp quang", "incompatible"),
        ("Tổng chi ngân sách", "Tổng thu ngân sách", "incompatible"),
        ("Số hồ sơ trực tuyến", "Số hồ sơ trực tiếp", "incompatible"),
        ("Số hộ có cáp quang", "Số hộ đã có cáp quang", "compatible"),
        ("Số nhiệm vụ đã hoàn thành", "Số nhiệm vụ đã triển khai", "compatible"),
        ("Số thu thập được", "Số dữ liệu thu thập được", "compatible"),
    ],
)
def test_a_figure_turned_into_its_opposite_cannot_be_carried_over(
    before: str, after: str, verdict: str
) -> None:
    old, new = (replace(ROW, inputs=INPUTS | {"a": Input(label=text, unit="hộ")}) for text in (before, after))
    (compared,) = compare_sets(_set(old), _set(new))
    assert compared.verdict == verdict
    assert _codes(compared) == ["meaning" if verdict == "incompatible" else "label"]


def test_a_shared_figure_turned_into_its_opposite_cannot_be_carried_over() -> None:
    rows = (replace(HOUSES, name=name) for name in ("Tổng chi ngân sách", "Tổng thu ngân sách"))
    (compared,) = compare_sets(*(tree(row, ROW) for row in rows))
    assert (compared.verdict, _codes(compared)) == ("incompatible", ["meaning"])


def test_other_words_about_evidence_a_signature_and_a_note_are_named_and_change_no_verdict() -> None:
    old = replace(ROW, note="Đọc theo năm", evidence=EvidenceRequirement(printed="Văn bản"))
    shown = EvidenceRequirement(printed="Ảnh chụp", signed=True, within_period=True)
    (compared,) = compare_sets(_set(old), _set(replace(old, note="Đọc theo kỳ", evidence=shown)))
    assert compared.verdict == "same"
    assert compared.differences == (
        Difference("evidence_printed", "Văn bản", "Ảnh chụp"),
        Difference("evidence_signed", "no", "yes"),
        Difference("evidence_period", "no", "yes"),
        Difference("note", "Đọc theo năm", "Đọc theo kỳ"),
    )


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
    old, new = _set(ROW), _set(ROW, grades=(grade,), derived=(index,), tie_break=("1.1",))
    told = {code: changed_values(code, old, new) for code in ("grades", "derived", "tie_break", "bonus_cap")}
    assert told == {
        "grades": ("", "Tốt của xa: từ 72,5%, mục 1.1 từ 50%, mọi chỉ số từ 40%"),
        "derived": ("", "D = bình quân của mục 1.1 (trọng số 0,5), 4 chữ số thập phân"),
        "tie_break": ("", "mục 1.1"),
        "bonus_cap": None,
    }
    assert changed_values("derived", old, new, "en") == ("", "D = mean of row 1.1 (weight 0.5), 4 decimals")
