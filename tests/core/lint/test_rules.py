"""Static checks of what a rule gives: reach, rewards, cliffs."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint.finding import Word
from chamdiem.core.sentences.findings import finding_sentence

from .documents import CHECK, HOUSES, INCIDENTS, criterion, document, findings, found, keys, ruled

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


# --- rewards ------------------------------------------------------------------------------


def test_parts_must_add_up() -> None:
    flags = "{x: {type: yes_no, label: Có}, y: {type: yes_no, label: Đủ}}"
    checklist = "{kind: checklist, parts: [{when: x, give: 1/2}, {when: y, give: %s}]}"
    assert found(ruled(checklist % "1/4", flags), "checklist.sum").computed == "7.5"
    assert keys(ruled(checklist % "1/2", flags), "checklist.sum") == []
    parts = "{kind: sum, parts: [{points: 6, rule: {kind: yes_no, when: x}}, {points: %s, rule: {kind: yes_no, when: y}}]}"
    assert found(ruled(parts % "6", flags), "parts.sum").computed == "12"
    assert keys(ruled(parts % "4", flags), "parts.sum") == []


def test_a_part_that_may_not_apply_takes_the_whole_sum_with_it() -> None:
    rule = "{kind: sum, parts: [{share: 1/2, rule: full}, {share: 1/2, rule: {kind: ratio, value: a / b, if_zero: not_applicable}}]}"
    assert keys(ruled(rule, HOUSES, CHECK), "parts.not_applicable") == ["1.1"]


def test_a_better_figure_that_earns_less_is_seen() -> None:
    tiers = "{kind: tiers, value: n, tiers: [{at_least: 10, give: 1/2}, {at_least: 5, give: full}], otherwise: none}"
    assert keys(ruled(tiers, "{n: {label: Số tin bài}}"), "rule.not_monotone") == ["1.1"]
    falling = "{kind: tiers, value: t, tiers: [{less_than: 7, give: full}, {less_than: 30, give: 1/2}], otherwise: none}"
    assert keys(ruled(falling, "{t: {label: Số ngày từ bài mới nhất}}"), "rule.not_monotone") == []


def test_comparing_incidents_rewards_the_unwanted_and_jumps_at_none() -> None:
    rule = "{kind: peer, value: n, method: min_max, special: [{when: n = 0 and x, give: full, exclude: yes}]}"
    faulty = ruled(rule, INCIDENTS)
    for code in ("rule.peer", "rule.not_monotone", "rule.rewards_unwanted"):
        assert keys(faulty, code) == ["1.1"]


def test_each_special_case_is_told_with_its_own_figure() -> None:
    rule = (
        "{kind: peer, value: n, method: min_max, special: "
        "[{when: n = 0 and x, give: full, exclude: yes}, {when: n <= 4, points: 3}, {when: n < 7, points: 2}]}"
    )
    said = [finding_sentence(finding) for finding in findings(ruled(rule, INCIDENTS), "rule.not_monotone")]
    told = ("(n: 1 được 0, 0 được 10)", "(n: 5 được 0, 4 được 3)", "(n: 7 được 0, 6 được 2)")
    assert [each for each, sentence in zip(told, said, strict=True) if each not in sentence] == []


@pytest.mark.parametrize(
    ("better", "special", "told"),
    [
        ("high", "{when: n > 90 and x, give: 3/4}", "(n: 91 được 7,5, 90 được 10)"),
        ("high", "{when: n >= 90, points: 2, exclude: yes}", "(n: 90 được 2, 89 được 10)"),
        ("low", "{when: n >= 90, points: 2}", "(n: 89 được 0, 90 được 2)"),
        ("low", "{when: n = 0, give: 1/2}", "(n: 0 được 5, 1 được 10)"),
    ],
)
def test_a_special_case_at_either_end_must_not_turn_the_order_round(
    better: str, special: str, told: str
) -> None:
    rule = f"{{kind: peer, value: n, method: min_max, better: {better}, special: [{special}]}}"
    assert told in finding_sentence(found(ruled(rule, INCIDENTS), "rule.not_monotone"))


@pytest.mark.parametrize(
    ("better", "special"),
    [
        ("high", "{when: n > 90, give: full}"),
        ("low", "{when: n > 90, give: none}"),
        ("high", "{when: x, points: 1}"),
        ("low", "{when: n = 7, give: none}"),
    ],
)
def test_special_cases_that_keep_the_order_are_left_alone(better: str, special: str) -> None:
    rule = f"{{kind: peer, value: n, method: min_max, better: {better}, special: [{special}]}}"
    assert keys(ruled(rule, INCIDENTS), "rule.not_monotone") == []


def test_incidents_that_were_handled_are_wanted() -> None:
    ratio = "{kind: ratio, value: a / b, if_zero: full}"
    inputs = "{a: {label: Số sự cố đã xử lý}, b: {label: Tổng số sự cố}}"
    assert keys(ruled(ratio, inputs, CHECK), "rule.rewards_unwanted") == []


@pytest.mark.parametrize(
    ("rule", "label"),
    [
        ("{kind: count, parts: [{of: n, points_each: 1}]}", "Số đơn thư khiếu nại"),
        ("{kind: tiers, value: n, tiers: [{at_least: 10}, {at_least: 5, give: 1/2}]}", "Số vụ vi phạm"),
        ("{kind: peer, value: n, method: min_max}", "Thời gian giải quyết trung bình"),
        ("{kind: peer, value: n, method: min_max}", "Số phút chờ trung bình"),
        ("{kind: peer, value: n, method: share_of_max}", "Số ngày ngừng cung cấp dịch vụ"),
        ("{kind: count, parts: [{of: n, points_each: 1}]}", "Số hồ sơ bị lộ lọt"),
        ("{kind: ratio, value: n / 100}", "Số thôn chưa có tổ công nghệ"),
    ],
)
def test_more_of_what_nobody_wants_earns_more_in_any_kind_of_rule(rule: str, label: str) -> None:
    assert keys(ruled(rule, f"{{n: {{label: {label}}}}}"), "rule.rewards_unwanted") == ["1.1"]


@pytest.mark.parametrize(
    ("rule", "label"),
    [
        ("{kind: peer, value: n, method: min_max, better: low}", "Số hồ sơ trả trước hạn"),
        ("{kind: peer, value: n, method: min_max, better: low}", "Doanh thu qua sàn"),
        ("{kind: peer, value: n, method: min_max, better: low}", "Số doanh nghiệp công nghệ số"),
        ("{kind: peer, value: n, method: min_max, better: low}", "Số giao dịch trực tuyến"),
        ("{kind: peer, value: n, method: min_max, better: low}", "Tốc độ tăng trưởng"),
        ("{kind: peer, value: n, method: min_max, better: low}", "Số thôn có Tổ công nghệ số"),
        ("{kind: peer, value: n, method: min_max, better: low}", "Số dịch vụ công toàn trình"),
        ("{kind: ratio, value: n / 100, better: low}", "Số phiếu hài lòng và rất hài lòng"),
    ],
)
def test_more_of_something_good_must_not_earn_less(rule: str, label: str) -> None:
    inputs = f"{{n: {{label: {label}}}}}"
    faulty = ruled(rule, inputs)
    assert keys(faulty, "rule.punishes_wanted") == ["1.1"]
    assert "cho ít điểm hơn" in finding_sentence(found(faulty, "rule.punishes_wanted"))
    assert keys(ruled(rule.replace(", better: low", ""), inputs), "rule.punishes_wanted") == []


@pytest.mark.parametrize(
    "label",
    [
        "Số hồ sơ trực tuyến bị từ chối",
        "Thời gian xử lý hồ sơ trực tuyến",
        "Số thôn chưa có Tổ công nghệ số",
        "Số sự cố của dịch vụ công",
        "Số phiếu không hài lòng",
        "Số nhiệm vụ chưa hoàn thành",
        "Số hồ sơ quá hạn",
    ],
)
def test_few_of_what_lacks_something_is_wanted(label: str) -> None:
    rule = "{kind: peer, value: n, method: min_max, better: low}"
    assert keys(ruled(rule, f"{{n: {{label: {label}}}}}"), "rule.punishes_wanted") == []


@pytest.mark.parametrize(
    "label",
    [
        "Số tháng không để xảy ra sự cố",
        "Số trạm không bị gián đoạn",
        "Số bản chưa có sóng được phủ sóng",
        "Số buổi hướng dẫn nhận diện lừa đảo",
    ],
)
def test_what_did_not_happen_is_wanted(label: str) -> None:
    rule = "{kind: count, parts: [{of: n, points_each: 1}]}"
    assert keys(ruled(rule, f"{{n: {{label: {label}}}}}"), "rule.rewards_unwanted") == []


def test_points_taken_off_grow_with_what_is_bad() -> None:
    rule = "{kind: count, parts: [{of: n, points_each: 1}]}"
    inputs = "{n: {label: Số lần để lộ lọt dữ liệu}}"
    assert keys(ruled(rule, inputs, "role: deduction"), "rule.rewards_unwanted") == []
    assert keys(ruled(rule, inputs, "role: bonus"), "rule.rewards_unwanted") == ["1.1"]


@pytest.mark.parametrize(
    ("rule", "label"),
    [
        ("{kind: deduct, parts: [{of: n, points_each: 1}]}", "Số báo cáo muộn"),
        ("{kind: deduct, parts: [{of: n, points_each: 1}]}", "Số lần"),
        ("{kind: peer, value: n, method: min_max, better: low}", "Số hồ sơ giải quyết trễ hạn"),
        ("{kind: ratio, value: n / 100, better: low}", "Số báo cáo gửi chậm"),
        ("{kind: tiers, value: n, tiers: [{at_most: 2}, {at_most: 5, give: 1/2}]}", "Số vụ vi phạm"),
    ],
)
def test_a_deduction_that_shrinks_with_what_is_bad_runs_backwards(rule: str, label: str) -> None:
    body = f"role: deduction\nrule: {rule}\ninputs: {{n: {{label: {label}}}}}"
    backwards = criterion(body, name="Báo cáo muộn")
    assert keys(backwards, "rule.rewards_unwanted") == ["1.1"]
    assert "trừ ít điểm hơn" in finding_sentence(found(backwards, "rule.rewards_unwanted"))
    assert (
        keys(criterion(body.replace("deduction", "scored"), name="Báo cáo muộn"), "rule.rewards_unwanted")
        == []
    )


def test_a_deduction_for_something_good_is_seen_and_its_relief_is_not() -> None:
    count, inputs = "{kind: count, parts: [{of: n, points_each: 1}]}", "{n: {label: Số sáng kiến}}"
    punishing = ruled(count, inputs, "role: deduction")
    assert "trừ nhiều điểm hơn" in finding_sentence(found(punishing, "rule.punishes_wanted"))
    relief = ruled(count.replace("count", "deduct"), inputs, "role: deduction")
    assert keys(relief, "rule.punishes_wanted") == keys(relief, "rule.rewards_unwanted") == []


def test_a_rule_that_takes_points_off_for_something_good_is_seen() -> None:
    rule = "{kind: deduct, parts: [{of: n, points_each: 1}]}"
    assert keys(ruled(rule, "{n: {label: Số hồ sơ trả đúng hạn}}"), "rule.punishes_wanted") == ["1.1"]


@pytest.mark.parametrize("label", ["Số báo cáo gửi chậm nhất ngày 15", "Số báo cáo không chậm"])
def test_a_deadline_is_no_lateness(label: str) -> None:
    rule = "{kind: count, parts: [{of: n, points_each: 1}]}"
    assert keys(ruled(rule, f"{{n: {{label: {label}}}}}"), "rule.rewards_unwanted") == []


def test_time_saved_and_few_complaints_are_wanted() -> None:
    saved = "{n: {label: Thời gian giải quyết rút ngắn được}}"
    assert keys(ruled("{kind: peer, value: n, method: min_max}", saved), "rule.rewards_unwanted") == []
    few = "{kind: tiers, value: n, tiers: [{at_most: 2}, {at_most: 5, give: 1/2}]}"
    assert keys(ruled(few, "{n: {label: Số đơn thư khiếu nại}}"), "rule.rewards_unwanted") == []


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
