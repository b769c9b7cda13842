"""Figures of two editions: whether last year's mean the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from chamdiem.core.comparison import compare_sets
from chamdiem.core.differences import Difference
from chamdiem.core.expression import Letter, parse_term
from chamdiem.core.indicator_set import (
    Row,
)
from chamdiem.core.inputs import Input
from chamdiem.core.rules.choice import ChoiceRule, Option
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL
from chamdiem.core.rules.simple import YesNoRule

from .comparing import HOUSES, INPUTS, ROW, codes_of, compared_row, edition
from .trees import criterion, tree


def test_spaces_and_capitals_of_a_label_decide_nothing() -> None:
    label = INPUTS | {"a": Input(label="hộ  CÓ cáp quang ", unit="hộ")}
    assert compared_row(inputs=label).verdict == "same"


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
    compared = compared_row(inputs=INPUTS | inputs)
    assert (compared.verdict, codes_of(compared)) == ("incompatible", [code])


def test_more_decimals_of_a_figure_change_its_scale() -> None:
    rows = [replace(ROW, inputs=INPUTS | {"a": Input(type="decimal", decimals=places)}) for places in (2, 3)]
    (compared,) = compare_sets(edition(rows[0]), edition(rows[1]))
    assert codes_of(compared) == ["decimals"]


def test_a_shared_figure_is_compared_as_what_it_is() -> None:
    people = replace(HOUSES, inputs={"v": Input(label="Số hộ", unit="người")})
    (compared,) = compare_sets(edition(ROW), tree(people, ROW))
    assert (compared.verdict, codes_of(compared)) == ("incompatible", ["unit"])


def test_differences_come_in_one_order_every_time() -> None:
    letters = "abcdefgh"
    old = {letter: Input(label=letter) for letter in letters}
    new = {letter: Input(label=letter * 2, unit="hộ") for letter in letters}
    rows = [criterion("1", inputs=inputs) for inputs in (old, new)]
    (compared,) = compare_sets(edition(rows[0]), edition(rows[1]))
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
    compared = compared_row(inputs=INPUTS | {"a": replace(figure, **changes)})
    assert (compared.verdict, codes_of(compared)) == ("compatible", [code])
    assert compared.differences[0].new == told


def _houses(key: str, name: str) -> Row:
    return replace(HOUSES, key=key, name=name)


def test_another_shared_figure_under_the_same_label_means_something_else() -> None:
    rows = [_houses("I.6", "Số hộ"), _houses("I.7", "Số hộ nghèo")]
    old, new = (tree(*rows, _with_inputs(INPUTS, source=source)) for source in ("I.6", "I.7"))
    (compared,) = compare_sets(old, new)
    assert (compared.verdict, codes_of(compared)) == ("incompatible", ["figure"])


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
    replaced, added = (compare_sets(edition(rows[0]), edition(new))[0] for new in rows[1:])
    assert (replaced.verdict, codes_of(replaced)) == ("incompatible", ["options", "rule"])
    assert (added.verdict, codes_of(added)) == ("compatible", ["rule"])


def _chosen(**labels: str) -> Row:
    options = {code: Option(label, FULL) for code, label in labels.items()}
    return criterion(
        "1", inputs={"x": Input(type="choice")}, rule=ChoiceRule(of=Letter("x"), options=options)
    )


def test_codes_of_a_choice_that_changed_places_cannot_be_carried_over() -> None:
    old, swapped = edition(_chosen(a="Chủ tịch", b="Phó")), edition(_chosen(a="Phó", b="Chủ tịch"))
    (compared,) = compare_sets(old, swapped)
    assert compared.verdict == "incompatible"
    told = [each for each in compared.differences if each.code == "option_meaning"]
    assert [(each.old, each.new) for each in told] == [
        ("x.a: Chủ tịch", "x.a: Phó"),
        ("x.b: Phó", "x.b: Chủ tịch"),
    ]


def test_a_level_in_other_words_and_another_order_keep_their_meaning() -> None:
    old = edition(_chosen(a="Chủ tịch", b="Phó"))
    (compared,) = compare_sets(old, edition(_chosen(a="Chủ tịch", b="Phó Chủ tịch")))
    assert compared.verdict == "compatible"
    assert compared.differences == (Difference("option_words", "x.b: Phó", "x.b: Phó Chủ tịch"),)
    (compared,) = compare_sets(old, edition(_chosen(b="Phó", a="Chủ tịch")))
    assert compared.verdict != "incompatible"


def test_a_level_that_denies_what_it_said_is_another_level() -> None:
    old, new = edition(_chosen(a="Đã ban hành", b="Khác")), edition(_chosen(a="Chưa ban hành", b="Khác"))
    (compared,) = compare_sets(old, new)
    assert (compared.verdict, codes_of(compared)) == ("incompatible", ["option_meaning"])


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        ("Tổng chi ngân sách", "incompatible"),
        ("Dân số trung bình", "incompatible"),
        ("Số hộ nghèo", "incompatible"),
        ("Tổng số hộ gia đình có cáp quang trên địa bàn", "compatible"),
        ("Số hộ được kết nối cáp quang", "compatible"),
        ("Hộ", "compatible"),
    ],
)
def test_a_figure_of_something_else_cannot_be_carried_over(label: str, verdict: str) -> None:
    inputs = {"a": Input(label="Số hộ có cáp quang", unit="hộ"), "b": Input(label="Tổng số hộ", unit="hộ")}
    old = replace(ROW, inputs=inputs)
    new = replace(ROW, inputs={**inputs, "a": Input(label=label, unit="hộ")})
    (compared,) = compare_sets(edition(old), edition(new))
    assert compared.verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Số CBCCVC đã tập huấn", "Số cán bộ, công chức, viên chức đã tập huấn", "compatible"),
        ("HTX có website", "Hợp tác xã có trang web", "compatible"),
        ("Số thôn, bản, tổ dân phố", "Số thôn/tổ dân phố/bản trên địa bàn", "compatible"),
        ("Văn bản đến", "Văn bản đi", "incompatible"),
        ("Hồ sơ điện tử", "Hồ sơ giấy", "incompatible"),
        ("Số cán bộ cấp xã", "Số cán bộ cấp huyện", "incompatible"),
        ("Số hộ nghèo", "Số hộ cận nghèo", "incompatible"),
        ("Thuê bao di động", "Thuê bao cố định", "incompatible"),
        ("Trạm phát sóng 4G", "Trạm phát sóng 5G", "incompatible"),
    ],
)
def test_words_that_are_written_out_are_the_same_and_words_that_turn_are_not(
    one: str, other: str, verdict: str
) -> None:
    old, new = (
        replace(ROW, inputs={**ROW.inputs, "a": Input(label=each, unit="hộ")}) for each in (one, other)
    )
    (compared,) = compare_sets(edition(old), edition(new))
    assert compared.verdict == verdict


def test_letters_that_changed_places_cannot_be_carried_over() -> None:
    inputs = {"a": Input(label="Tổng số hộ", unit="hộ"), "b": Input(label="Hộ có cáp quang", unit="hộ")}
    old = replace(ROW, inputs={"a": inputs["b"], "b": inputs["a"]})
    new = replace(ROW, inputs=inputs, rule=RatioRule(value=parse_term("b / a"), if_zero="not_applicable"))
    (compared,) = compare_sets(edition(old), edition(new))
    assert compared.verdict == "incompatible"
    assert codes_of(compared).count("meaning") == 2


def test_another_name_of_a_shared_row_is_told_where_its_figure_is_used() -> None:
    (compared,) = compare_sets(edition(ROW), tree(replace(HOUSES, name="Số hộ nghèo"), ROW))
    assert compared.verdict == "compatible"
    assert compared.differences == (Difference("figure_name", "b: Số hộ", "b: Số hộ nghèo"),)


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        ("Chưa kết nối", "incompatible"),
        ("Đã được kết nối", "compatible"),
        ("Đã kết nối ổn định", "compatible"),
    ],
)
def test_a_question_turned_into_its_opposite_cannot_be_carried_over(label: str, verdict: str) -> None:
    asked, turned = ({"x": Input(label=text, type="yes_no")} for text in ("Đã kết nối", label))
    rule = YesNoRule(when=Letter("x"))
    old = criterion("1.1", rule=rule, inputs=asked)
    (compared,) = compare_sets(edition(old), edition(replace(old, inputs=turned)))
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
    (compared,) = compare_sets(edition(old), edition(new))
    assert compared.verdict == verdict
    assert codes_of(compared) == ["meaning" if verdict == "incompatible" else "label"]


def test_a_shared_figure_turned_into_its_opposite_cannot_be_carried_over() -> None:
    rows = (replace(HOUSES, name=name) for name in ("Tổng chi ngân sách", "Tổng thu ngân sách"))
    (compared,) = compare_sets(*(tree(row, ROW) for row in rows))
    assert (compared.verdict, codes_of(compared)) == ("incompatible", ["meaning"])
