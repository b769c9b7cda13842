"""What a rule rewards: parts that add up, and more points for what is wanted."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.sentences.findings import finding_sentence

from .documents import CHECK, HOUSES, INCIDENTS, criterion, findings, found, keys, ruled

# --- rewards ------------------------------------------------------------------------------


def test_parts_must_add_up() -> None:
    flags = "{x: {type: yes_no, label: Có}, y: {type: yes_no, label: Đủ}}"
    checklist = "{kind: checklist, parts: [{when: x, give: 1/2}, {when: y, give: %s}]}"
    assert found(ruled(checklist % "1/4", flags), "checklist.sum").computed == "7.5"
    thirds = finding_sentence(found(ruled(checklist % "1/3", flags), "checklist.sum"))
    assert "cộng lại ≈ 8,333 điểm" in thirds
    assert "(lệch ≈ 1,667)" in thirds
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
    shares = "{kind: tiers, value: a / b, tiers: [{at_least: 0.5%, give: 1/2}, {at_least: 0.25%, give: full}], otherwise: none}"
    assert "0,5% được 5, 0,375% được 10" in finding_sentence(
        found(ruled(shares, HOUSES, CHECK), "rule.not_monotone")
    )
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
