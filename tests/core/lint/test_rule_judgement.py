"""Static checks of judgement, notes, evaluators and worked cases."""

# Planted rows stand on one line, as in a table.

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.findings import finding_sentence

from .documents import CHECK, HOUSES, INCIDENTS, criterion, document, found, keys, ruled

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
    faulty = ruled("{kind: full}", "{}", 'note: "Hiểu là cả năm."')
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
    return ruled(
        "{kind: ratio, value: a / b, full_at: 80%, if_zero: not_applicable}",
        HOUSES,
        f"{CHECK}\ncases:{lines}",
    )


def test_cases_that_do_not_come_out_are_errors() -> None:
    faulty = _cases("{given: {a: 8, b: 10}, points: 9}")
    assert (found(faulty, "case.wrong").printed, found(faulty, "case.wrong").computed) == ("9", "10")


def test_a_case_without_figures_is_named_as_such() -> None:
    sentence = finding_sentence(found(_cases("{given: {}, points: 9}"), "case.wrong"))
    assert sentence.startswith("Ví dụ với số liệu để trống ghi kết quả 9")


def test_the_figures_of_a_case_are_told_in_vietnamese() -> None:
    faulty = ruled("{kind: yes_no, when: x}", INCIDENTS, "cases: [{given: {n: 9, x: yes}, points: 3}]")
    hit = found(faulty, "case.wrong")
    assert finding_sentence(hit).startswith("Ví dụ với n = 9, x = có ghi kết quả 3")
    assert "x = yes" in finding_sentence(hit, "en")


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
    assert keys(ruled(rule, INCIDENTS, body), "case.wrong") == []
    assert keys(ruled(rule, INCIDENTS, body.replace("1.36", "2")), "case.wrong") == ["1.1"]


def test_few_cases_and_thresholds_without_a_case_are_seen() -> None:
    faulty = _cases("{given: {a: 5, b: 10}, points: 6.25}", "{given: {a: 10, b: 10}, points: 10}")
    assert found(faulty, "case.few").printed == "2"
    assert found(faulty, "case.threshold").computed == "on_and_below"
    assert found(_cases("{given: {a: 8, b: 10}, points: 10}"), "case.threshold").computed == "below"


def test_a_case_one_percentage_point_beside_a_small_threshold_tries_it() -> None:
    rule = "{kind: ratio, value: a / b, better: low, full_at: 5%, if_zero: not_applicable}"
    cases = "cases: [{given: {a: 5, b: 100}, points: 10}, {given: {a: %s, b: 100}, points: 9}]"
    assert keys(ruled(rule, HOUSES, cases % 6), "case.threshold") == []
    assert found(ruled(rule, HOUSES, cases % 7), "case.threshold").computed == "above"


def test_a_case_of_a_rule_that_divides_by_zero_is_reported_and_never_raised() -> None:
    body = "cases: [{given: {a: 1, b: 0}, points: 1}]"
    faulty = ruled("{kind: count, parts: [{of: a / b, points_each: 1}]}", HOUSES, body)
    assert found(faulty, "case.wrong").printed == "1"


def test_the_arithmetic_of_the_arrays_is_told_for_the_whole_set() -> None:
    assert (
        found(ruled("{kind: ratio, value: a / b, if_zero: zero}", HOUSES, CHECK), "magnitude.bound").computed
        == "1"
    )
    large = "{a: {label: A, max: 1000000000000000}, b: {label: B, max: 1000000000000000}}"
    finding = found(ruled("{kind: ratio, value: a * a / (b * b), if_zero: zero}", large), "magnitude.bound")
    assert finding.facts["exact"] == 1
