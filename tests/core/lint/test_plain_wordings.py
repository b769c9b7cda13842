"""Plain wordings of methods: parts of a whole, caps, periods, people who judge, levels one after the other."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

HAMLETS = "inputs: {a: {label: Số thôn có tổ, unit: thôn}, b: {label: Tổng số thôn, unit: thôn, min: 1}}\nchecks: [a <= b]"
MONTHS = "inputs: {n: {label: Số tháng đạt, unit: tháng}}"
MODELS = "inputs: {n: {label: Số mô hình, unit: mô hình}}"
PLAN = (
    "inputs: {x: {type: yes_no, label: Có nền tảng riêng}, y: {type: yes_no, label: Có nền tảng dùng chung}}"
)
LEVEL = "inputs: {k: {type: choice, label: Xếp loại}}"
COUNCIL = "inputs: {n: {type: decimal, decimals: 1, max: 10, label: Điểm Hội đồng chấm, unit: điểm}}"
INCIDENTS = "inputs: {n: {label: Số sự cố, unit: sự cố}}"
DAYS = "inputs: {n: {label: Số ngày chậm, unit: ngày}}"

FROM = "{kind: tiers, value: a / b, tiers: [{at_least: %s, give: full}]}"
TWO = "{kind: tiers, value: a / b, tiers: [{at_least: 2/3, points: 10}, {at_least: %s, points: 5}]}"
CAPPED = "{kind: ratio, value: a / b%s}"
GRADES = "{kind: choice, of: k, options: {a: {label: Xuất sắc, points: 10}, b: {label: Tốt, points: %s}, c: {label: Khá, points: %s}}}"
EITHER = (
    "{kind: best_of, rules: [{kind: yes_no, when: x}, {kind: checklist, parts: [{when: y, points: %s}]}]}"
)
COMPARED = "{kind: peer, value: n, method: %s}"

HALF = "Từ 1/2 tổng số thôn trở lên có tổ: điểm tối đa; dưới 1/2: 0 điểm"
THIRDS = "Từ 2/3 số thôn trở lên: 10 điểm; từ 1/3 đến dưới 2/3 số thôn: 5 điểm; dưới 1/3: 0 điểm"
CAP = "Điểm = a/b × điểm tối đa, không vượt quá 80% số điểm"
WAYS = "Có nền tảng riêng: 10 điểm hoặc có nền tảng dùng chung: 5 điểm, không có: 0 điểm"
IN_ORDER = "Xếp loại Xuất sắc 10 điểm, Tốt được 8 điểm, Khá 5 điểm"
LOWEST = "Đơn vị còn lại = (giá trị - thấp nhất)/(cao nhất - thấp nhất) × 10"
SCALE = "10 điểm nếu có từ 5 mô hình; 5 điểm nếu có từ 2 đến 4 mô hình; còn lại 0 điểm"
JUDGED = "Do Hội đồng chấm từ 0 đến 10 điểm"
ALONE = "{kind: yes_no, when: x}"
SAFE = "Không để xảy ra sự cố: 10 điểm; có sự cố: 0 điểm"
NONE = "{kind: yes_no, when: n %s}"
LATE = "Mỗi tuần chậm trừ 1 điểm"
TAKEN = "{kind: deduct, parts: [{of: n, points_each: 1%s}]}"

RIGHT = [
    (HALF, FROM % "1/2", HAMLETS),
    (THIRDS, TWO % "1/3", HAMLETS),
    (CAP, CAPPED % ", cap: 80%", HAMLETS),
    ("Mỗi tháng 02 bản tin trở lên, đủ 12 tháng: điểm tối đa; không đủ: 0 điểm", "{kind: yes_no, when: n >= 12}", MONTHS),
    (WAYS, EITHER % "5", PLAN),
    (IN_ORDER, GRADES % (8, 5), LEVEL),
    (LOWEST, COMPARED % "min_max", MODELS),
    ("Mức Xuất sắc được điểm tối đa, mức Tốt được 8 điểm, mức Khá không được điểm", GRADES % (8, 0), LEVEL),
    ("Tính theo tỷ lệ thôn có tổ trên tổng số thôn, làm tròn 2 chữ số", CAPPED % "", HAMLETS),
    ("Chất lượng tốt từ 5 mô hình: 10 điểm; dưới 5 mô hình: 0 điểm", "{kind: manual}", ""),
    ("Hội đồng chấm từ 0 đến 10 điểm", "{kind: ratio, value: n / 10}", COUNCIL),
    ("Hội đồng thẩm định chấm điểm: có nền tảng 10 điểm, không có 0 điểm", ALONE, PLAN),
    (JUDGED, ALONE, f"{PLAN}\nevaluator: council"),
    (SAFE, NONE % "= 0", INCIDENTS),
    (SAFE, NONE % "< 1", INCIDENTS),
    (LATE, TAKEN % ", every: 7", DAYS),
    (LATE, TAKEN % "", DAYS.replace("ngày", "tuần")),
    ("Cứ 10% được 1 điểm, tối đa 10 điểm", "{kind: count, parts: [{of: a * 100 / b, every: 10, points_each: 1}]}", HAMLETS),
]  # fmt: skip

WRONG = [
    (HALF, FROM % "1/3", HAMLETS, "method.threshold_not_printed:1.1:1/3"),
    (HALF, FROM % "1/3", HAMLETS, "method.threshold_not_used:1.1:0.5"),
    (THIRDS, TWO % "1/4", HAMLETS, "method.other_points:1.1:dưới 1/3: 0 điểm"),
    (CAP, CAPPED % "", HAMLETS, "method.reward_not_used:1.1:0.8"),
    (WAYS, EITHER % "12", PLAN, "checklist.sum:1.1"),
    (IN_ORDER, GRADES % (5, 8), LEVEL, "method.other_case:1.1:Tốt được 8 điểm"),
    (LOWEST, COMPARED % "share_of_max", MODELS, "method.other_comparison:1.1"),
    (SAFE, NONE % "> 0", INCIDENTS, "method.other_case:1.1:có sự cố: 0 điểm"),
    (LATE, TAKEN % "", DAYS, "method.other_step:1.1:Mỗi tuần chậm trừ 1 điểm"),
]  # fmt: skip

# What is left to people and what a rule decides.
DECIDED = [
    (SCALE, "{kind: manual}", "", "method.scale_left_to_people"),
    (JUDGED, ALONE, PLAN, "method.judgement_computed"),
    ("Hội đồng thẩm định xem xét, chấm điểm theo chất lượng", CAPPED % "", HAMLETS, "method.judgement_computed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "rest"), RIGHT)
def test_what_agrees_with_the_rule_is_left_alone(text: str, rule: str, rest: str) -> None:
    assert not {each for each in _found(text, rule, rest) if each.startswith(("method.", "checklist."))}


@pytest.mark.parametrize(("text", "rule", "rest", "finding"), WRONG)
def test_what_contradicts_the_rule_is_told(text: str, rule: str, rest: str, finding: str) -> None:
    assert finding in _found(text, rule, rest)


@pytest.mark.parametrize(("text", "rule", "rest", "code"), DECIDED)
def test_who_decides_is_held_against_the_text(text: str, rule: str, rest: str, code: str) -> None:
    assert f"{code}:1.1" in _found(text, rule, rest)


def _found(text: str, rule: str, rest: str) -> set[str]:
    return {finding.id for finding in lint(method(text, f"rule: {rule}\n{rest}", name="Thôn có tổ"))}


def test_a_threshold_that_a_level_is_called_by_is_used() -> None:
    text = "Không có hồ sơ trễ hạn: 10 điểm; dưới 1%: 7 điểm; từ 1% - 3%: 4 điểm; trên 3%: 0 điểm"
    levels = "a: {label: Không có, give: full}, b: {label: Dưới 1%%, points: 7}, c: {label: Từ 1%% - 3%%, points: 4}, d: {label: %s, points: 0}"
    rule = "rule: {kind: choice, of: k, options: {%s}}"
    found = lint(method(text, f"{LEVEL}\n{rule % (levels % 'Trên 3%')}"))
    assert "method.threshold_not_used" not in {each.code for each in found}


def test_the_only_letter_of_a_text_may_be_known_by_its_words() -> None:
    text = "x là số mô hình; x ≥ 3: 10 điểm; x < 3: 0 điểm"
    rule = "rule: {kind: tiers, value: n, tiers: [{at_least: 3, give: full}]}"
    assert "method.letter" not in {each.code for each in lint(method(text, f"{MODELS}\n{rule}"))}
    other = MODELS.replace("Số mô hình", "Số tin")
    assert "method.letter" in {each.code for each in lint(method(text, f"{other}\n{rule}"))}
