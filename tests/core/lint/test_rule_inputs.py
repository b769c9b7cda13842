"""Static checks of what a rule reads: units, figures, zero denominators."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.findings import finding_sentence

from .documents import CHECK, HOUSES, criterion, document, findings, found, keys, ruled

# --- units --------------------------------------------------------------------------------

_MIXED = "{a: {label: Máy tính, unit: máy}, b: {label: Cán bộ, unit: người}}"


def test_units_that_do_not_match_are_errors_where_they_meet() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    assert keys(ruled(ratio, _MIXED), "unit.ratio") == ["1.1"]
    assert keys(ruled(ratio, _MIXED, CHECK), "unit.compared") == ["1.1"]
    assert keys(ruled("{kind: count, parts: [{of: a + b, points_each: 1}]}", _MIXED), "unit.added") == ["1.1"]


def test_a_ratio_of_two_units_may_be_meant() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    assert keys(ruled(ratio, _MIXED, "cross_unit: yes"), "unit.ratio") == []
    assert keys(ruled(ratio, HOUSES, CHECK), "unit.ratio") == []
    assert keys(ruled(ratio, "{a: {label: Máy}, b: {label: Người, unit: người}}"), "unit.ratio") == []


def test_a_percentage_of_a_count_is_an_error() -> None:
    inputs = "{n: {label: Số cuộc họp, unit: cuộc}}"
    tiers = "{kind: tiers, value: n, tiers: [{at_least: 80%, give: full}], otherwise: none}"
    assert keys(ruled(tiers, inputs), "unit.threshold") == ["1.1"]
    assert keys(ruled(tiers.replace("80%", "80"), inputs), "unit.threshold") == []


_SHARE = "{n: {label: Tỷ lệ hài lòng theo khảo sát, unit: '%', type: decimal, decimals: 2, max: 100}}"
_MONEY = "{n: {label: Kinh phí, unit: tỷ đồng, type: decimal, decimals: 3}}"


@pytest.mark.parametrize(
    ("rule", "inputs", "value"),
    [
        ("{kind: ratio, value: n, full_at: 80%}", _SHARE, "0.8"),
        ("{kind: ratio, value: n, full_at: 0.8}", _SHARE, "0.8"),
        ("{kind: ratio, value: n}", _SHARE, "1"),
        ("{kind: ratio, value: n, better: low}", _SHARE, "1"),
        ("{kind: tiers, value: n, tiers: [{at_least: 80%}]}", _SHARE, "0.8"),
        (
            "{kind: tiers, value: n, tiers: [{at_least: 80%}]}",
            _SHARE.replace("decimal, decimals: 2", "whole"),
            "0.8",
        ),
        ("{kind: tiers, value: n, tiers: [{at_least: 80%}]}", _MONEY, "0.8"),
        ("{kind: count, parts: [{of: n, every: 5%, points_each: 1}]}", _SHARE, "0.05"),
        ("{kind: gate, when: n >= 5%, then: full, else: none}", _SHARE, "0.05"),
        ("{kind: gate, when: 5% <= n, then: full, else: none}", _SHARE, "0.05"),
    ],
)
def test_a_percentage_set_for_a_figure_with_a_unit_is_an_error(rule: str, inputs: str, value: str) -> None:
    planted = ruled(rule, inputs)
    assert found(planted, "unit.percent").computed == value
    assert keys(planted, "unit.threshold") == []


@pytest.mark.parametrize(
    ("rule", "inputs"),
    [
        ("{kind: ratio, value: n, full_at: 80}", _SHARE),
        ("{kind: ratio, value: n / 100, full_at: 80%}", _SHARE),
        ("{kind: tiers, value: n, tiers: [{at_least: 0.8}]}", _MONEY),
        ("{kind: tiers, value: a / b, tiers: [{at_least: 80%}], if_zero: zero}", HOUSES),
        ("{kind: gate, when: a >= b * 80%, then: full, else: none}", HOUSES),
        (
            "{kind: gate, when: n >= 80%, then: full, else: none}",
            "{n: {label: Tỷ lệ, type: decimal, decimals: 2}}",
        ),
    ],
)
def test_a_percentage_of_a_share_and_a_number_in_the_unit_are_left_alone(rule: str, inputs: str) -> None:
    planted = ruled(rule, inputs)
    assert keys(planted, "unit.percent") == keys(planted, "unit.percent_small") == []


def test_less_than_one_percent_is_asked_about() -> None:
    rule = "{kind: tiers, value: n, tiers: [{at_least: 0.8}]}"
    sentence = finding_sentence(found(ruled(rule, _SHARE), "unit.percent_small"))
    assert sentence == "Mức 0,8 đặt cho n tính bằng % nghĩa là 0,8%, không phải 80%: ghi 80 nếu muốn nói 80%."


def test_80_of_a_figure_in_percent_is_the_80_percent_that_is_printed() -> None:
    name = "Tỷ lệ người dân hài lòng từ 80% trở lên"
    body = f"""
inputs: {_SHARE}
method: "Tỷ lệ hài lòng từ 80% trở lên: điểm tối đa; dưới 80%: tỷ lệ/80% × điểm tối đa"
rule: {{kind: ratio, value: n, full_at: 80}}
"""
    for code in (
        "target.contradicts",
        "method.threshold_not_used",
        "method.threshold_not_printed",
        "name.kind",
    ):
        assert keys(criterion(body, name=name), code) == [], code
    wrong = criterion(body.replace("full_at: 80", "full_at: 70"), name=name)
    assert keys(wrong, "target.contradicts") == keys(wrong, "method.threshold_not_used") == ["1.1"]


def test_money_in_two_units_or_none_and_against_the_text_is_seen() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Kinh phí}
  - {key: "1.1", number: "1.1", level: criterion, name: Chi an toàn, max_points: 1, rule: {kind: ratio, value: a / b, if_zero: zero}, inputs: {a: {label: Chi an toàn, unit: triệu đồng}, b: {label: Tổng chi CNTT, unit: triệu đồng}}}
  - {key: "1.2", number: "1.2", level: criterion, name: Chi kinh tế số, method: "Đơn vị tỷ đồng", max_points: 1, rule: {kind: ratio, value: a / b, if_zero: zero}, inputs: {a: {label: Chi kinh tế số, unit: tỷ đồng}, b: {from: 1.1.b}}}
  - {key: "1.3", number: "1.3", level: criterion, name: Chi xã hội số, method: "Đơn vị tỷ đồng", max_points: 1, rule: {kind: peer, value: a, method: share_of_max}, inputs: {a: {label: Chi xã hội số, unit: triệu đồng}}}
  - {key: "1.4", number: "1.4", level: criterion, name: Kinh phí khác, max_points: 1, rule: {kind: peer, value: a, method: share_of_max}, inputs: {a: {label: Kinh phí đào tạo trong năm}}}
"""
    assert keys(document(rows), "unit.money") == ["1.2"]
    assert found(document(rows), "unit.money").facts["figures"] == ("1.1.a", "1.1.b", "1.3.a")
    assert keys(document(rows), "unit.against_text") == ["1.3"]
    assert keys(document(rows), "unit.money_missing") == ["1.4"]


def _spending(
    value: str, more: str = "cross_unit: yes", units: tuple[str, str] = ("VND", "tỷ đồng")
) -> IndicatorSet:
    inputs = ", ".join(
        f"{letter}: {{label: Chi {letter}, unit: {unit}, min: 1}}"
        for letter, unit in zip("ab", units, strict=True)
    )
    return criterion(f"rule: {{kind: ratio, value: {value}}}\ninputs: {{{inputs}}}\n{more}")


@pytest.mark.parametrize("units", [("VND", "tỷ đồng"), ("nghìn vnđ", "tr.đ"), ("đồng", "ngàn đồng")])
def test_money_in_two_units_within_a_formula_is_an_error(units: tuple[str, str]) -> None:
    faulty = _spending("a / b", units=units)
    assert keys(faulty, "unit.money_mixed") == ["1.1"]
    assert found(faulty, "unit.money_mixed").severity == "error"


def test_money_that_is_converted_or_of_one_unit_is_left_alone() -> None:
    assert keys(_spending("a / 1000000000 / b"), "unit.money_mixed") == []
    assert keys(_spending("a / b", units=("VNĐ", "đồng")), "unit.money_mixed") == []
    assert keys(_spending("a / b", units=("VNĐ", "đồng")), "unit.money") == []
    assert keys(_spending("a / b", units=("đồng", "người")), "unit.money_mixed") == []
    assert keys(_spending("a / b", more="", units=("nghìn VND", "nghìn đồng")), "unit.ratio") == []
    assert keys(_spending("a / b", more="", units=("tr.đ", "nghìn đồng")), "unit.ratio") == ["1.1"]


def test_units_that_nobody_meant_to_mix_are_told_once() -> None:
    faulty = _spending("a / b", more="")
    assert (keys(faulty, "unit.ratio"), keys(faulty, "unit.money_mixed")) == (["1.1"], [])


def test_money_in_two_units_in_one_row_does_not_name_the_figure_among_the_others() -> None:
    mixed = "{a: {label: Chi A, unit: triệu đồng}, b: {label: Chi B, unit: tỷ đồng}, c: {label: Chi C, unit: tỷ đồng}}"
    faulty = ruled("{kind: ratio, value: a / (b + c), if_zero: zero}", mixed)
    sentence = finding_sentence(found(faulty, "unit.money"))
    assert sentence.startswith(
        "Số liệu a của mục 1.1 tính bằng triệu đồng trong khi 1.1.b, 1.1.c tính bằng tỷ đồng"
    )


# --- inputs -------------------------------------------------------------------------------


def test_figures_nobody_reads_or_understands_are_seen() -> None:
    inputs = "{a: {label: Hộ có mạng}, b: {label: Tổng hộ}, c: {label: Hộ nghèo}, d: {label: ''}}".replace(
        "{label: ''}", "{unit: hộ}"
    )
    faulty = ruled("{kind: ratio, value: a / b, if_zero: zero}", inputs)
    assert [each.split(":")[2] for each in (finding_ids(faulty, "input.unused"))] == ["c", "d"]
    assert keys(faulty, "input.unlabelled") == ["1.1"]


def test_a_figure_of_another_row_goes_by_its_words_there() -> None:
    rows = """
  - {key: TT.1, level: criterion, role: information, name: Tổng số thôn, inputs: {v: {unit: thôn}}}
  - {key: "1", level: criterion, name: A, max_points: 1, rule: full, inputs: {b: {from: TT.1}, c: {from: 2.a}}}
  - {key: "2", level: criterion, name: B, max_points: 1, rule: full, inputs: {a: {label: Số hộ, unit: hộ}}}
"""
    told = [finding_sentence(each) for each in findings(document(rows), "input.unused")]
    assert [each.split("”")[0] for each in told] == ["Số liệu b (“Tổng số thôn", "Số liệu c (“Số hộ"]


def finding_ids(indicator_set: IndicatorSet, code: str) -> list[str]:
    """The ids of the findings of one code."""
    return [finding.id for finding in findings(indicator_set, code)]


def test_the_same_figure_asked_twice_is_mentioned() -> None:
    rows = "".join(
        f"""
  - {{key: "1.{place}", number: "1.{place}", level: criterion, name: Việc {place}, max_points: 1, rule: {{kind: ratio, value: a / b, if_zero: zero}}, inputs: {{a: {{label: Số việc {place}}}, b: {{label: Tổng số hộ gia đình của huyện, unit: hộ}}}}}}"""
        for place in (1, 2)
    )
    finding = found(
        document(f'  - {{key: "1", number: "1", level: main, name: Nhóm}}{rows}'), "input.repeated"
    )
    assert (finding.key, finding.computed) == ("1.2", "1.1.b")


def test_general_information_nobody_uses_is_mentioned() -> None:
    rows = """
  - {key: I, number: I, level: main, role: information, name: Thông tin chung}
  - {key: I.4, number: "4", code: I.4, level: criterion, role: information, name: Dân số, inputs: {v: {label: Dân số, unit: người}}}
  - {key: I.5, number: "5", code: I.5, level: criterion, role: information, name: Máy chủ, inputs: {v: {label: Máy chủ, unit: máy}}}
  - {key: "1", number: "1", level: main, name: Nhóm}
  - {key: "1.1", number: "1.1", level: criterion, name: Việc, max_points: 1, rule: {kind: ratio, value: a / b, if_zero: zero}, inputs: {a: {label: Người có tài khoản, unit: người}, b: {from: I.4}}}
"""
    assert keys(document(rows), "information.unused") == ["I.5"]


# --- zero denominators --------------------------------------------------------------------


def test_a_denominator_that_may_be_zero_needs_a_policy() -> None:
    assert keys(ruled("{kind: ratio, value: a / b}", HOUSES, CHECK), "zero.no_policy") == ["1.1"]
    tiers = "{kind: tiers, value: a / b, tiers: [{at_least: 10%, give: full}], otherwise: none}"
    assert keys(ruled(tiers, HOUSES, CHECK), "zero.no_policy") == ["1.1"]
    count = "{kind: count, parts: [{of: a / b, points_each: 1}]}"
    assert keys(ruled(count, HOUSES, CHECK), "zero.no_policy") == ["1.1"]


@pytest.mark.parametrize(
    ("rule", "inputs"),
    [
        ("{kind: ratio, value: a / b}", HOUSES.replace("Tổng hộ,", "Tổng hộ, min: 1,")),
        ("{kind: gate, when: b > 0, then: {kind: ratio, value: a / b}, else: none}", HOUSES),
        ("{kind: gate, when: b = 0, then: none, else: {kind: ratio, value: a / b}}", HOUSES),
        ("{kind: ratio, value: a / 119}", "{a: {label: Hạng mục, max: 119}}"),
        ("{kind: ratio, value: a / (a + b + 1)}", HOUSES),
    ],
)
def test_a_denominator_that_cannot_be_zero_needs_none(rule: str, inputs: str) -> None:
    assert keys(ruled(rule, inputs), "zero.no_policy") == []


def test_when_a_criterion_does_not_apply_its_denominator_does_not_matter() -> None:
    sound = ruled("{kind: ratio, value: a / b}", HOUSES, "not_applicable_when: b = 0")
    assert keys(sound, "zero.no_policy") == []


def test_a_condition_that_divides_needs_a_guard_before_it() -> None:
    gate = "{kind: gate, when: %s, then: full, else: none}"
    assert keys(ruled(gate % "a / b >= 80%", HOUSES), "zero.condition") == ["1.1"]
    assert keys(ruled(gate % "a / b >= 80% and b > 0", HOUSES), "zero.condition") == ["1.1"]
    assert keys(ruled(gate % "b > 0 and a / b >= 80%", HOUSES), "zero.condition") == []
    assert keys(ruled(gate % "b = 0 or a / b >= 80%", HOUSES), "zero.condition") == []
