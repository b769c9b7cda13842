"""Static checks of what a rule gives: reach, rewards, cliffs."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint.finding import Word
from chamdiem.core.sentences.findings import finding_sentence

from .documents import CHECK, HOUSES, criterion, document, findings, found, keys, ruled

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
    assert keys(ruled(rule, inputs, f"checks: {checks}"), "ratio.over") == []
    assert keys(ruled(rule, inputs), "ratio.over") == ["1.1"]


def test_a_soft_check_forbids_nothing() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: zero}"
    assert keys(ruled(ratio, HOUSES, "checks: [{that: a <= b, soft: yes}]"), "ratio.over") == ["1.1"]


def test_a_saturated_ratio_may_exceed_one() -> None:
    assert keys(ruled("{kind: ratio, value: a / b, full_at: 5%, if_zero: zero}", HOUSES), "ratio.over") == []


def test_rewards_above_the_maximum_are_errors() -> None:
    tiers = "{kind: tiers, value: a, tiers: [{at_least: 10, points: 12}], otherwise: {points: 1}}"
    assert found(ruled(tiers, HOUSES), "reward.above_maximum").computed == "12"
    ratio = "{kind: ratio, value: a / b, cap: 150%, if_zero: zero}"
    assert found(ruled(ratio, HOUSES), "reward.above_maximum").computed == "15"


def test_a_maximum_nobody_can_earn_is_seen() -> None:
    tiers = "{kind: tiers, value: a, tiers: [{at_least: 10, give: 1/2}], otherwise: none}"
    assert found(ruled(tiers, HOUSES), "points.never_full").computed == "5"
    assert keys(ruled(tiers.replace("1/2", "full"), HOUSES), "points.never_full") == []


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
        found(ruled(rule, "{n: {label: Số tin bài, unit: tin bài}}"), "threshold.unreachable").printed == band
    )


def test_a_threshold_above_what_the_ratio_can_be_is_an_error() -> None:
    rule = "{kind: ratio, value: a / b, full_at: 80, if_zero: zero}"
    assert found(ruled(rule, HOUSES, CHECK), "threshold.unreachable").computed == "1"


def test_a_band_of_shares_is_told_in_percent() -> None:
    bands = "{kind: tiers, value: a / b, if_zero: zero, tiers: [{at_least: 1%, points: 5}, {more_than: 2%}]}"
    sentence = finding_sentence(found(ruled(bands, HOUSES, CHECK), "threshold.unreachable"))
    assert sentence.startswith("Mức “> 2%” của a / b")


def test_a_threshold_nobody_wrote_is_no_error() -> None:
    """The full mark lies in the gate; the ratio of the other branch never gets there."""
    rule = (
        "{kind: gate, when: c / a >= 80%, then: full, else: "
        "{kind: ratio, value: b / a * 1/2 + c / a, if_zero: zero}}"
    )
    inputs = "{a: {label: DVC, min: 1}, b: {label: Một phần}, c: {label: Toàn trình}}"
    for gate in (rule, rule.replace("when: c", "when: a > 0 and c")):
        assert keys(ruled(gate, inputs, "checks: [b + c <= a]"), "threshold.unreachable") == []
    assert keys(ruled(rule, inputs, "checks: [b + c <= a]"), "points.never_full") == []


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
    assert bool(keys(ruled(ratio, HOUSES, f"checks: {checks}"), "checks.contradict")) is is_found


def test_a_condition_that_is_decided_beforehand_is_seen() -> None:
    gate = "{kind: gate, when: a >= 0, then: full, else: none}"
    assert keys(ruled(gate, HOUSES), "condition.decided") == ["1.1"]


_NX = "{n: {label: Số tin}, m: {label: Số bài}, x: {type: yes_no, label: Có}, y: {type: yes_no, label: Đủ}, d: {type: decimal, label: Điểm, decimals: 1}}"


@pytest.mark.parametrize(
    ("condition", "is_decided"),
    [
        ("x and n >= 3 and n < 2 and y", True),
        ("n > 5 and n < 5", True),
        ("n > 5 and n < 6", True),
        ("d > 5 and d < 5.1", True),
        ("x or not x", True),
        ("x and not x", True),
        ("(x or y) and not x and not y", True),
        ("n < 3 or n >= 3", True),
        ("n = 3 and n != 3", True),
        ("n + m > 4 and m + n <= 4", True),
        ("2 * n >= 7 and n <= 3", True),
        ("n > m and m > n", True),
        ("m > 0 and n / m >= 80% and n / m < 50%", True),
        ("n >= 3 and n < 4", False),
        ("d > 5 and d < 5.2", False),
        ("n > 5 and m < 5", False),
        ("x or y", False),
        ("x and not y", False),
        ("n = 3 or n != 4", False),
        ("n <= 3 or n > 4", False),
        ("m > 0 and n / m >= 50% and n / m < 80%", False),
        ("n / m >= 50% or n / m < 50%", False),
    ],
)
def test_comparisons_that_leave_no_answer_or_every_one_are_seen(
    condition: str,
    is_decided: bool,  # noqa: FBT001
) -> None:
    gate = f"{{kind: gate, when: {condition}, then: full, else: {{kind: yes_no, when: x}}}}"
    assert keys(ruled(gate, _NX), "condition.decided") == ["1.1"] * is_decided
    never = f"{{kind: gate, when: {condition}, then: full, else: none}}"
    always = found(ruled(gate, _NX), "condition.decided").facts["always"] if is_decided else Word("")
    assert isinstance(always, Word)
    assert bool(keys(ruled(never, _NX), "points.never_full")) is (always.key == "never")


def test_parts_of_a_list_that_cannot_hold_together_are_seen() -> None:
    checklist = "{kind: checklist, need: all, parts: [{when: x and n >= 3}, {when: n < %s}]}"
    hit = found(ruled(checklist % 2, _NX), "condition.decided")
    assert hit.id == "condition.decided:1.1:parts"
    assert keys(ruled(checklist % 2, _NX), "points.never_full") == ["1.1"]
    assert keys(ruled(checklist % 4, _NX), "condition.decided") == []


def test_a_ratio_with_full_marks_at_zero_is_an_error() -> None:
    rule = "{kind: ratio, value: a / b, full_at: 100%, better: low, if_zero: zero}"
    assert keys(ruled(rule, HOUSES, CHECK), "ratio.no_span") == ["1.1"]


# --- cliffs -------------------------------------------------------------------------------


def test_a_step_before_a_bare_ratio_is_a_cliff_of_so_many_points() -> None:
    ratio = "{kind: ratio, value: a / b, full_at: 5%, below: ratio, if_zero: zero}"
    assert found(ruled(ratio, HOUSES, CHECK), "cliff.jump").computed == "9.5"
    assert keys(ruled(ratio.replace("below: ratio, ", ""), HOUSES, CHECK), "cliff.jump") == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("{kind: ratio, value: a / b, full_at: 70%, below: ratio, cap: 90%}", "nhảy thêm 2 (từ gần 7 lên 9)"),
        ("{kind: ratio, value: a / b, full_at: 70%, below: ratio}", "nhảy thêm 3 (từ gần 7 lên 10)"),
        (
            "{kind: gate, when: a / b >= 70%, then: full, else: {kind: ratio, value: a / b, cap: 60%}}",
            "nhảy thêm 4 (từ gần 6 lên 10)",
        ),
    ],
)
def test_a_cliff_is_told_by_the_points_on_both_sides_of_it(rule: str, said: str) -> None:
    inputs = "{a: {label: Hộ có mạng, unit: hộ}, b: {label: Tổng hộ, unit: hộ, min: 1}}"
    assert said in finding_sentence(found(ruled(rule, inputs, CHECK), "cliff.jump"))


def test_a_gate_before_a_ratio_jumps_by_what_the_ratio_gives_there() -> None:
    rule = (
        "{kind: gate, when: a > 0 and c / a >= 80%, then: full, "
        "else: {kind: ratio, value: b / a * 1/2 + c / a, if_zero: zero}}"
    )
    inputs = "{" + ", ".join(f"{letter}: {{label: Số {letter}}}" for letter in "abc") + "}"
    assert found(ruled(rule, inputs, "checks: [b + c <= a]"), "cliff.jump").computed == "2"


def test_all_or_nothing_is_mentioned() -> None:
    ratio = "{kind: ratio, value: a / b, below: zero, if_zero: zero}"
    assert keys(ruled(ratio, HOUSES, CHECK), "cliff.all_or_nothing") == ["1.1"]
    both = "{kind: checklist, need: all, parts: [{when: x}, {when: y}]}"
    flags = "{x: {type: yes_no, label: Có}, y: {type: yes_no, label: Đủ}}"
    assert keys(ruled(both, flags), "cliff.all_or_nothing") == []
    assert found(ruled(both, flags), "cliff.all_conditions").facts["count"] == 2
    assert (
        keys(ruled("{kind: yes_no, when: x}", "{x: {type: yes_no, label: Có}}"), "cliff.all_or_nothing") == []
    )


def test_a_step_that_points_cannot_write_is_seen() -> None:
    rule = "  - {{key: '1', level: main, name: Thái độ, max_points: {}, rule: {{kind: manual, step: {}}}}}"
    digits = "rounding: {digits: 1, mode: half_up}"
    faulty = found(document(rule.format(10, "0.25"), digits), "step.off_digits")
    assert "chỉ ghi 1 chữ số thập phân nên chỉ cho được theo bước 0,5" in finding_sentence(faulty)
    assert keys(document(rule.format(10, "0.5"), digits), "step.off_digits") == []
    assert (
        keys(document(rule.format(10, "0.25"), "rounding: {digits: 2, mode: half_up}"), "step.off_digits")
        == []
    )
    assert found(document(rule.format("10.2", "0.25"), digits), "step.past_maximum").computed == "10"


def test_steps_that_do_not_make_the_maximum_are_seen() -> None:
    rule = "{{kind: manual, step: {}}}"
    assert found(criterion(f"rule: {rule.format('0.3')}", maximum="1"), "step.past_maximum").computed == "0.9"
    assert keys(criterion(f"rule: {rule.format('0.25')}", maximum="1"), "step.past_maximum") == []


def test_a_finding_keeps_its_id_when_its_formula_is_written_otherwise() -> None:
    parts = "{kind: sum, parts: [{share: 1/2, rule: full}, {share: 1/2, rule: {kind: ratio, value: TERM, full_at: 90%, if_zero: zero}}]}"
    ids = {
        tuple(
            each.id
            for each in findings(ruled(parts.replace("TERM", term), HOUSES, CHECK), "threshold.unreachable")
        )
        for term in ("a / b / 2", "a / b * 1/2", "a * 1/2 / b")
    }
    assert ids == {("threshold.unreachable:1.1:parts[1].rule.full_at",)}
