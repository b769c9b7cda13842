"""Static checks of rules: units, zero denominators, reach, rewards, cliffs, kinds."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.findings import finding_sentence

from .documents import criterion, document, findings, found, keys


def _rule(rule: str, inputs: str, more: str = "") -> IndicatorSet:
    return criterion(f"rule: {rule}\ninputs: {inputs}\n{more}")


_HOUSES = "{a: {label: Hộ có mạng, unit: hộ}, b: {label: Tổng hộ, unit: hộ}}"
_CHECK = "checks: [a <= b]"

# --- units --------------------------------------------------------------------------------

_MIXED = "{a: {label: Máy tính, unit: máy}, b: {label: Cán bộ, unit: người}}"


def test_units_that_do_not_match_are_errors_where_they_meet() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    assert keys(_rule(ratio, _MIXED), "unit.ratio") == ["1.1"]
    assert keys(_rule(ratio, _MIXED, _CHECK), "unit.compared") == ["1.1"]
    assert keys(_rule("{kind: count, parts: [{of: a + b, points_each: 1}]}", _MIXED), "unit.added") == ["1.1"]


def test_a_ratio_of_two_units_may_be_meant() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    assert keys(_rule(ratio, _MIXED, "cross_unit: yes"), "unit.ratio") == []
    assert keys(_rule(ratio, _HOUSES, _CHECK), "unit.ratio") == []
    assert keys(_rule(ratio, "{a: {label: Máy}, b: {label: Người, unit: người}}"), "unit.ratio") == []


def test_a_percentage_of_a_count_is_an_error() -> None:
    inputs = "{n: {label: Số cuộc họp, unit: cuộc}}"
    tiers = "{kind: tiers, value: n, tiers: [{at_least: 80%, give: full}], otherwise: none}"
    assert keys(_rule(tiers, inputs), "unit.threshold") == ["1.1"]
    assert keys(_rule(tiers.replace("80%", "80"), inputs), "unit.threshold") == []


def test_money_in_two_units_or_none_and_against_the_text_is_seen() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Kinh phí}
  - {key: "1.1", number: "1.1", level: criterion, name: Chi an toàn, max_points: 1, rule: {kind: ratio, value: a / b, if_zero: zero}, inputs: {a: {label: Chi an toàn, unit: triệu đồng}, b: {label: Tổng chi CNTT, unit: triệu đồng}}}
  - {key: "1.2", number: "1.2", level: criterion, name: Chi kinh tế số, method: "Đơn vị tỷ đồng", max_points: 1, rule: {kind: ratio, value: a / b, if_zero: zero}, inputs: {a: {label: Chi kinh tế số, unit: tỷ đồng}, b: {from: 1.1.b}}}
  - {key: "1.3", number: "1.3", level: criterion, name: Chi xã hội số, method: "Đơn vị tỷ đồng", max_points: 1, rule: {kind: peer, value: a, method: share_of_max}, inputs: {a: {label: Chi xã hội số, unit: triệu đồng}}}
  - {key: "1.4", number: "1.4", level: criterion, name: Kinh phí khác, max_points: 1, rule: {kind: peer, value: a, method: share_of_max}, inputs: {a: {label: Kinh phí đào tạo trong năm}}}
"""
    assert keys(document(rows), "unit.money") == ["1.2"]
    assert keys(document(rows), "unit.against_text") == ["1.3"]
    assert keys(document(rows), "unit.money_missing") == ["1.4"]


# --- inputs -------------------------------------------------------------------------------


def test_figures_nobody_reads_or_understands_are_seen() -> None:
    inputs = "{a: {label: Hộ có mạng}, b: {label: Tổng hộ}, c: {label: Hộ nghèo}, d: {label: ''}}".replace(
        "{label: ''}", "{unit: hộ}"
    )
    faulty = _rule("{kind: ratio, value: a / b, if_zero: zero}", inputs)
    assert [each.split(":")[2] for each in (finding_ids(faulty, "input.unused"))] == ["c", "d"]
    assert keys(faulty, "input.unlabelled") == ["1.1"]


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
    assert keys(_rule("{kind: ratio, value: a / b}", _HOUSES, _CHECK), "zero.no_policy") == ["1.1"]
    tiers = "{kind: tiers, value: a / b, tiers: [{at_least: 10%, give: full}], otherwise: none}"
    assert keys(_rule(tiers, _HOUSES, _CHECK), "zero.no_policy") == ["1.1"]
    count = "{kind: count, parts: [{of: a / b, points_each: 1}]}"
    assert keys(_rule(count, _HOUSES, _CHECK), "zero.no_policy") == ["1.1"]


@pytest.mark.parametrize(
    ("rule", "inputs"),
    [
        ("{kind: ratio, value: a / b}", _HOUSES.replace("Tổng hộ,", "Tổng hộ, min: 1,")),
        ("{kind: gate, when: b > 0, then: {kind: ratio, value: a / b}, else: none}", _HOUSES),
        ("{kind: gate, when: b = 0, then: none, else: {kind: ratio, value: a / b}}", _HOUSES),
        ("{kind: ratio, value: a / 119}", "{a: {label: Hạng mục, max: 119}}"),
        ("{kind: ratio, value: a / (a + b + 1)}", _HOUSES),
    ],
)
def test_a_denominator_that_cannot_be_zero_needs_none(rule: str, inputs: str) -> None:
    assert keys(_rule(rule, inputs), "zero.no_policy") == []


def test_when_a_criterion_does_not_apply_its_denominator_does_not_matter() -> None:
    sound = _rule("{kind: ratio, value: a / b}", _HOUSES, "not_applicable_when: b = 0")
    assert keys(sound, "zero.no_policy") == []


def test_a_condition_that_divides_needs_a_guard_before_it() -> None:
    gate = "{kind: gate, when: %s, then: full, else: none}"
    assert keys(_rule(gate % "a / b >= 80%", _HOUSES), "zero.condition") == ["1.1"]
    assert keys(_rule(gate % "a / b >= 80% and b > 0", _HOUSES), "zero.condition") == ["1.1"]
    assert keys(_rule(gate % "b > 0 and a / b >= 80%", _HOUSES), "zero.condition") == []
    assert keys(_rule(gate % "b = 0 or a / b >= 80%", _HOUSES), "zero.condition") == []


# --- what a rule can give -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "checks"),
    [
        ("a / b", "[a <= b]"),
        ("b / a * 1/2 + c / a", "[b + c <= a]"),
        ("(a / b + c / d) / 2", "[a <= b, c <= d]"),
        ("(b + d) / (a + c)", "[b <= a, d <= c]"),
        ("(c + d) / (a + b)", "[c <= a, d <= b]"),
    ],
)
def test_a_ratio_kept_below_one_by_checks_is_left_alone(value: str, checks: str) -> None:
    inputs = "{" + ", ".join(f"{letter}: {{label: Số {letter}}}" for letter in "abcd") + "}"
    rule = f"{{kind: ratio, value: {value}, if_zero: zero}}"
    assert keys(_rule(rule, inputs, f"checks: {checks}"), "ratio.over") == []
    assert keys(_rule(rule, inputs), "ratio.over") == ["1.1"]


def test_a_soft_check_forbids_nothing() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    assert keys(_rule(ratio, _HOUSES, "checks: [{that: a <= b, soft: yes}]"), "ratio.over") == ["1.1"]


def test_a_saturated_ratio_may_exceed_one() -> None:
    assert keys(_rule("{kind: ratio, value: a / b, full_at: 5%, if_zero: zero}", _HOUSES), "ratio.over") == []


def test_rewards_above_the_maximum_are_errors() -> None:
    tiers = "{kind: tiers, value: a, tiers: [{at_least: 10, points: 12}], otherwise: {points: 1}}"
    assert found(_rule(tiers, _HOUSES), "reward.above_maximum").computed == "12"
    ratio = "{kind: ratio, value: a / b, cap: 150%, if_zero: zero}"
    assert found(_rule(ratio, _HOUSES), "reward.above_maximum").computed == "15"


def test_a_maximum_nobody_can_earn_is_seen() -> None:
    tiers = "{kind: tiers, value: a, tiers: [{at_least: 10, give: 1/2}], otherwise: none}"
    assert found(_rule(tiers, _HOUSES), "points.never_full").computed == "5"
    assert keys(_rule(tiers.replace("1/2", "full"), _HOUSES), "points.never_full") == []


@pytest.mark.parametrize(
    ("tiers", "band"),
    [
        ("[{at_least: 5, give: 1/2}, {at_least: 10, give: full}]", "≥ 10"),
        ("[{at_least: 10, give: full}, {more_than: 9, give: 1/2}]", "> 9"),
        ("[{less_than: 0, give: full}, {at_least: 0, give: full}]", "< 0"),
    ],
)
def test_a_band_nobody_reaches_is_an_error(tiers: str, band: str) -> None:
    rule = f"{{kind: tiers, value: n, tiers: {tiers}, otherwise: none}}"
    assert (
        found(_rule(rule, "{n: {label: Số tin bài, unit: tin bài}}"), "threshold.unreachable").printed == band
    )


def test_a_threshold_above_what_the_ratio_can_be_is_an_error() -> None:
    rule = "{kind: ratio, value: a / b, full_at: 80, if_zero: zero}"
    assert found(_rule(rule, _HOUSES, _CHECK), "threshold.unreachable").computed == "1"


def test_a_threshold_nobody_wrote_is_no_error() -> None:
    """The full mark lies in the gate; the ratio of the other branch never gets there."""
    rule = (
        "{kind: gate, when: c / a >= 80%, then: full, else: "
        "{kind: ratio, value: b / a * 1/2 + c / a, if_zero: zero}}"
    )
    inputs = "{a: {label: DVC, min: 1}, b: {label: Một phần}, c: {label: Toàn trình}}"
    for gate in (rule, rule.replace("when: c", "when: a > 0 and c")):
        assert keys(_rule(gate, inputs, "checks: [b + c <= a]"), "threshold.unreachable") == []
    assert keys(_rule(rule, inputs, "checks: [b + c <= a]"), "points.never_full") == []


@pytest.mark.parametrize(
    ("checks", "is_found"),
    [
        ("[a > 3, a < 2]", True),
        ("[a <= b, b <= 5, a >= 6]", True),
        ("[a + b <= 9, a >= 5, b >= 5]", True),
        ("[a > 3, a < 5]", False),
        ("[a > 3, {that: a < 2, soft: yes}]", False),
    ],
)
def test_checks_that_exclude_everything_are_an_error(checks: str, is_found: bool) -> None:  # noqa: FBT001
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    assert bool(keys(_rule(ratio, _HOUSES, f"checks: {checks}"), "checks.contradict")) is is_found


def test_a_condition_that_is_decided_beforehand_is_seen() -> None:
    gate = "{kind: gate, when: a >= 0, then: full, else: none}"
    assert keys(_rule(gate, _HOUSES), "condition.decided") == ["1.1"]


def test_a_ratio_with_full_marks_at_zero_is_an_error() -> None:
    rule = "{kind: ratio, value: a / b, full_at: 100%, better: low, if_zero: zero}"
    assert keys(_rule(rule, _HOUSES, _CHECK), "ratio.no_span") == ["1.1"]


# --- rewards ------------------------------------------------------------------------------


def test_parts_must_add_up() -> None:
    flags = "{x: {type: yes_no, label: Có}, y: {type: yes_no, label: Đủ}}"
    checklist = "{kind: checklist, parts: [{when: x, give: 1/2}, {when: y, give: %s}]}"
    assert found(_rule(checklist % "1/4", flags), "checklist.sum").computed == "7.5"
    assert keys(_rule(checklist % "1/2", flags), "checklist.sum") == []
    parts = "{kind: sum, parts: [{points: 6, rule: {kind: yes_no, when: x}}, {points: %s, rule: {kind: yes_no, when: y}}]}"
    assert found(_rule(parts % "6", flags), "parts.sum").computed == "12"
    assert keys(_rule(parts % "4", flags), "parts.sum") == []


def test_a_part_that_may_not_apply_takes_the_whole_sum_with_it() -> None:
    rule = "{kind: sum, parts: [{share: 1/2, rule: full}, {share: 1/2, rule: {kind: ratio, value: a / b, if_zero: not_applicable}}]}"
    assert keys(_rule(rule, _HOUSES, _CHECK), "parts.not_applicable") == ["1.1"]


def test_a_better_figure_that_earns_less_is_seen() -> None:
    tiers = "{kind: tiers, value: n, tiers: [{at_least: 10, give: 1/2}, {at_least: 5, give: full}], otherwise: none}"
    assert keys(_rule(tiers, "{n: {label: Số tin bài}}"), "rule.not_monotone") == ["1.1"]
    falling = "{kind: tiers, value: t, tiers: [{less_than: 7, give: full}, {less_than: 30, give: 1/2}], otherwise: none}"
    assert keys(_rule(falling, "{t: {label: Số ngày từ bài mới nhất}}"), "rule.not_monotone") == []


_INCIDENTS = "{n: {label: Số sự cố phát hiện, unit: sự cố}, x: {type: yes_no, label: Đã rà soát}}"


def test_comparing_incidents_rewards_the_unwanted_and_jumps_at_none() -> None:
    rule = "{kind: peer, value: n, method: min_max, special: [{when: n = 0 and x, give: full, exclude: yes}]}"
    faulty = _rule(rule, _INCIDENTS)
    for code in ("rule.peer", "rule.not_monotone", "rule.rewards_unwanted"):
        assert keys(faulty, code) == ["1.1"]


def test_incidents_that_were_handled_are_wanted() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: full}"
    inputs = "{a: {label: Số sự cố đã xử lý}, b: {label: Tổng số sự cố}}"
    assert keys(_rule(ratio, inputs, _CHECK), "rule.rewards_unwanted") == []


# --- cliffs -------------------------------------------------------------------------------


def test_a_step_before_a_bare_ratio_is_a_cliff_of_so_many_points() -> None:
    ratio = "{kind: ratio, value: a / b, full_at: 5%, below: ratio, if_zero: zero}"
    assert found(_rule(ratio, _HOUSES, _CHECK), "cliff.jump").computed == "9.5"
    assert keys(_rule(ratio.replace("below: ratio, ", ""), _HOUSES, _CHECK), "cliff.jump") == []


def test_a_gate_before_a_ratio_jumps_by_what_the_ratio_gives_there() -> None:
    rule = (
        "{kind: gate, when: a > 0 and c / a >= 80%, then: full, "
        "else: {kind: ratio, value: b / a * 1/2 + c / a, if_zero: zero}}"
    )
    inputs = "{" + ", ".join(f"{letter}: {{label: Số {letter}}}" for letter in "abc") + "}"
    assert found(_rule(rule, inputs, "checks: [b + c <= a]"), "cliff.jump").computed == "2"


def test_all_or_nothing_is_mentioned() -> None:
    ratio = "{kind: ratio, value: a / b, below: zero, if_zero: zero}"
    assert keys(_rule(ratio, _HOUSES, _CHECK), "cliff.all_or_nothing") == ["1.1"]
    both = "{kind: checklist, need: all, parts: [{when: x}, {when: y}]}"
    flags = "{x: {type: yes_no, label: Có}, y: {type: yes_no, label: Đủ}}"
    assert keys(_rule(both, flags), "cliff.all_or_nothing") == []
    assert found(_rule(both, flags), "cliff.all_conditions").facts["count"] == 2
    assert (
        keys(_rule("{kind: yes_no, when: x}", "{x: {type: yes_no, label: Có}}"), "cliff.all_or_nothing") == []
    )


# --- judgement, notes, evaluators ---------------------------------------------------------


def test_judgement_is_mentioned_row_by_row_or_once_for_a_set_without_calculation() -> None:
    row = (
        '\n  - {{key: "1.{0}", number: "1.{0}", level: criterion, name: Việc {0}, max_points: 1, rule: {1}}}'
    )
    group = '  - {key: "1", number: "1", level: main, name: Nhóm}'
    computed = "{kind: full}"
    some = group + row.format(1, "{kind: manual}") + row.format(2, computed) + row.format(3, computed)
    every = group + "".join(row.format(place, "{kind: manual}") for place in (1, 2, 3))
    assert keys(document(some), "rule.manual") == ["1.1"]
    assert keys(document(every), "rule.manual") == []
    assert found(document(every), "rule.manual_set").computed == "3"


def test_a_reading_that_was_chosen_is_shown() -> None:
    faulty = _rule("{kind: full}", "{}", 'note: "Hiểu là cả năm."')
    assert found(faulty, "note.reading").facts["note"] == "Hiểu là cả năm."


@pytest.mark.parametrize(
    ("rule", "evaluator", "evidence", "expected"),
    [
        ("{kind: full}", "peers", "", "organisation"),
        (
            "{kind: full}",
            "organisation",
            "evidence: {printed: Thống kê trên hệ thống, kinds: [system]}",
            "feed",
        ),
        ("{kind: manual}", "feed", "", "appraiser"),
    ],
)
def test_an_evaluator_that_cannot_evaluate_is_named(
    rule: str, evaluator: str, evidence: str, expected: str
) -> None:
    faulty = criterion(f"rule: {rule}\nevaluator: {evaluator}\n{evidence}")
    assert found(faulty, "evaluator.mismatch").computed == expected


# --- worked cases -------------------------------------------------------------------------


def _cases(*cases: str) -> IndicatorSet:
    lines = "".join(f"\n  - {case}" for case in cases)
    return _rule(
        "{kind: ratio, value: a / b, full_at: 80%, if_zero: not_applicable}",
        _HOUSES,
        f"{_CHECK}\ncases:{lines}",
    )


def test_cases_that_do_not_come_out_are_errors() -> None:
    faulty = _cases("{given: {a: 8, b: 10}, points: 9}")
    assert (found(faulty, "case.wrong").printed, found(faulty, "case.wrong").computed) == ("9", "10")


def test_a_case_without_figures_is_named_as_such() -> None:
    sentence = finding_sentence(found(_cases("{given: {}, points: 9}"), "case.wrong"))
    assert sentence.startswith("Ví dụ với số liệu để trống ghi kết quả 9")


def test_cases_may_end_in_any_status() -> None:
    sound = _cases(
        "{given: {a: 8, b: 10}, points: 10}",
        "{given: {a: 79, b: 100}, points: 9.88}",
        "{given: {a: 0, b: 0}, status: not_applicable}",
        "{given: {b: 10}, status: missing}",
        "{given: {a: 9, b: 8}, status: invalid}",
        "{given: {a: -1, b: 8}, status: invalid}",
    )
    for code in ("case.wrong", "case.few", "case.threshold"):
        assert keys(sound, code) == []


def test_a_peer_rule_is_tried_among_the_others_of_its_case() -> None:
    body = "cases: [{given: {n: 9, x: no}, others: [{n: 60}, {n: 1}], points: 1.36}]"
    rule = "{kind: peer, value: n, method: min_max}"
    assert keys(_rule(rule, _INCIDENTS, body), "case.wrong") == []
    assert keys(_rule(rule, _INCIDENTS, body.replace("1.36", "2")), "case.wrong") == ["1.1"]


def test_few_cases_and_thresholds_without_a_case_are_seen() -> None:
    faulty = _cases("{given: {a: 5, b: 10}, points: 6.25}", "{given: {a: 10, b: 10}, points: 10}")
    assert found(faulty, "case.few").printed == "2"
    assert found(faulty, "case.threshold").computed == "on_and_below"
    assert found(_cases("{given: {a: 8, b: 10}, points: 10}"), "case.threshold").computed == "below"


def test_a_case_of_a_rule_that_divides_by_zero_is_reported_and_never_raised() -> None:
    body = "cases: [{given: {a: 1, b: 0}, points: 1}]"
    faulty = _rule("{kind: count, parts: [{of: a / b, points_each: 1}]}", _HOUSES, body)
    assert found(faulty, "case.wrong").printed == "1"


def test_the_arithmetic_of_the_arrays_is_told_for_the_whole_set() -> None:
    assert (
        found(
            _rule("{kind: ratio, value: a / b, if_zero: zero}", _HOUSES, _CHECK), "magnitude.bound"
        ).computed
        == "1"
    )
    large = "{a: {label: A, max: 1000000000000000}, b: {label: B, max: 1000000000000000}}"
    finding = found(_rule("{kind: ratio, value: a * a / (b * b), if_zero: zero}", large), "magnitude.bound")
    assert finding.facts["exact"] == 1
