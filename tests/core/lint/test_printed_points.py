"""The points a calculation text states against those its rule gives, case by case."""

# One method and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint
from chamdiem.core.sentences.findings import finding_sentence

from .documents import criterion, found

SHARE = "inputs: {a: {label: Số máy đã cài, unit: máy}, b: {label: Tổng số máy, unit: máy, min: 1}}\nchecks: [a <= b]"
OPEN = "inputs: {a: {label: Số máy đã cài, unit: máy}, b: {label: Tổng số máy, unit: máy}}\nchecks: [a <= b]"
TIMES = "inputs: {n: {label: Số lần, unit: lần}}"
RATE = "inputs: {p: {label: Tỷ lệ hài lòng, unit: '%'}}"
MILLIONS = "inputs: {n: {type: decimal, label: Kinh phí, unit: triệu đồng, decimals: 3}}"
DONE = "inputs: {x: {type: yes_no, label: Đã ban hành}}"
NOT_DONE = "inputs: {x: {type: yes_no, label: Chưa ban hành}}"
BOTH = "inputs: {x: {type: yes_no, label: Đã ban hành}, y: {type: yes_no, label: Đã bố trí kinh phí}}"
HEAD = "inputs: {k: {type: choice, label: Trưởng ban}}"
RATIO = "{kind: ratio, value: a / b%s}"
STEPS = "{kind: tiers, value: a / b, tiers: [{at_least: 90%, give: full}, {at_least: 70%, give: 70%}, {at_least: 60%, give: 30%}]}"
COUNTS = "{kind: tiers, value: n, tiers: [{at_least: 4, give: full}, {at_least: 3, give: 1/2}, {at_least: 2, give: 1/4}]}"
LEADERS = "{kind: choice, of: k, options: {ct: {label: Chủ tịch, give: %s}, pct: {label: Phó Chủ tịch, give: %s}, khac: {label: Khác, give: none}}}"
ONE_EACH = "{kind: %s, parts: [{of: n, points_each: 1}]}"

SCALED = "Tỷ lệ = a/b. Từ 80% trở lên: điểm tối đa; dưới 80%: tỷ lệ/80% * điểm tối đa"
BARE = "Tỷ lệ = a/b. Từ 80% trở lên: điểm tối đa; dưới 80%: tỷ lệ * điểm tối đa"
CLIFF = "- Tỷ lệ = a/b;\n- Tỷ lệ ≥ 80%: Điểm tối đa\n- Tỷ lệ < 80%: 0 điểm"
ALL = "Đạt 100%: điểm tối đa; dưới 100%: 0 điểm"
FORMULA = "- Tỷ lệ = a/b\n- Điểm = a/b * điểm tối đa"
TURNED = "Tỷ lệ hồ sơ trễ = a/b. Điểm = (1 - tỷ lệ) * điểm tối đa"
YES = "Đã ban hành: điểm tối đa; chưa ban hành: 0 điểm"
BANDS = "- Từ 90% trở lên: điểm tối đa\n- Từ 70% đến dưới 90%: 70% điểm tối đa\n- Từ 60% đến dưới 70%: 30% điểm tối đa\n- Dưới 60%: 0 điểm"
HALVES = "Từ 4 lần: điểm tối đa; từ 3 lần: 1/2 điểm tối đa; từ 2 lần: 1/4 điểm tối đa; dưới 2 lần: 0 điểm"
MORE_THAN = "Trên 4 lần: điểm tối đa; từ 4 lần trở xuống: 0 điểm"
HEADS = "- Chủ tịch: điểm tối đa\n- Phó Chủ tịch: 1/2 điểm tối đa\n- Khác: 0 điểm"
SPLIT = "Đã ban hành: 60% điểm tối đa; đã bố trí kinh phí: 40% điểm tối đa"
LATE = "Mỗi báo cáo trễ hạn trừ 1 điểm"
ZERO = "Tỷ lệ = a/b; b = 0: điểm tối đa"

WRONG = [
    (SCALED, RATIO % ", full_at: 80%, below: ratio", SHARE, "method.other_points:1.1:dưới 80%: tỷ lệ/80% * điểm tối đa"),
    (BARE, RATIO % ", full_at: 80%", SHARE, "method.other_points:1.1:dưới 80%: tỷ lệ * điểm tối đa"),
    ("Trên hoặc bằng 80%: 0 điểm", RATIO % ", full_at: 80%", SHARE, "method.other_points:1.1:Trên hoặc bằng 80%: 0 điểm"),
    (CLIFF, RATIO % ", full_at: 80%", SHARE, "method.other_points:1.1:Tỷ lệ < 80%: 0 điểm"),
    (ALL, RATIO % "", SHARE, "method.other_points:1.1:dưới 100%: 0 điểm"),
    ("Đạt 100% : điểm tối đa, dưới 100%: theo tỷ lệ", RATIO % ", below: zero", SHARE, "method.other_points:1.1:dưới 100%: theo tỷ lệ"),
    (FORMULA, RATIO % ", below: zero", SHARE, "method.other_points:1.1:Điểm = a/b * điểm tối đa"),
    ("Điểm = Tỷ lệ * 1/2 điểm tối đa", RATIO % "", SHARE, "method.other_points:1.1:Điểm = Tỷ lệ * 1/2 điểm tối đa"),
    (TURNED, RATIO % "", SHARE, "method.other_points:1.1:Tỷ lệ hồ sơ trễ = a/b. Điểm = (1 - tỷ lệ) * điểm tối đa"),
    ("Từ 80% trở lên: điểm tối đa; dưới 80%: 0 điểm", "{kind: ratio, value: p, full_at: 80}", RATE, "method.other_points:1.1:dưới 80%: 0 điểm"),
    (BANDS.replace("70% điểm", "80% điểm"), STEPS, SHARE, "method.other_points:1.1:Từ 70% đến dưới 90%: 80% điểm tối đa"),
    (BANDS.replace("70% điểm", "50% điểm"), STEPS, SHARE, "method.other_points:1.1:Từ 70% đến dưới 90%: 50% điểm tối đa"),
    (BANDS.replace("70% điểm", "7 điểm").replace("0 điểm", "1 điểm"), STEPS, SHARE, "method.other_points:1.1:Dưới 60%: 1 điểm"),
    (BANDS.replace("60%: 0 điểm", "60%: 10% điểm tối đa"), STEPS, SHARE, "method.other_points:1.1:Dưới 60%: 10% điểm tối đa"),
    (BANDS.replace("70% điểm", "x").replace("30% điểm", "70% điểm").replace("x", "30% điểm"), STEPS, SHARE, "method.other_points:1.1:Từ 60% đến dưới 70%: 70% điểm tối đa"),
    (HALVES.replace("1/2", "x").replace("1/4", "1/2").replace("x", "1/4"), COUNTS, TIMES, "method.other_points:1.1:từ 3 lần: 1/4 điểm tối đa"),
    (MORE_THAN, "{kind: tiers, value: n, tiers: [{at_least: 4, give: full}]}", TIMES, "method.other_points:1.1:từ 4 lần trở xuống: 0 điểm"),
    ("Từ 4 lần: điểm tối đa; còn lại: 0 điểm", "{kind: tiers, value: n, tiers: [{at_least: 4, give: full}], otherwise: 1/2}", TIMES, "method.other_points:1.1:còn lại: 0 điểm"),
    (YES, RATIO % "", SHARE, "method.yes_no:1.1"),
    ("Có: điểm tối đa\nKhông: 0 điểm", "{kind: tiers, value: n, tiers: [{at_least: 2, give: full}, {at_least: 1, give: 1/2}]}", TIMES, "method.yes_no:1.1"),
    (YES, "{kind: yes_no, when: not x}", DONE, "method.other_case:1.1:Đã ban hành: điểm tối đa"),
    (YES, "{kind: yes_no, when: x}", NOT_DONE, "method.other_case:1.1:chưa ban hành: 0 điểm"),
    (HEADS, LEADERS % ("1/2", "full"), HEAD, "method.other_case:1.1:Chủ tịch: điểm tối đa"),
    (SPLIT, "{kind: checklist, parts: [{when: x, give: 40%}, {when: y, give: 60%}]}", BOTH, "method.other_case:1.1:Đã ban hành: 60% điểm tối đa"),
    (LATE, ONE_EACH % "count", TIMES, "method.other_sign:1.1"),
    ("Mỗi vụ vi phạm trừ 1 điểm", ONE_EACH % "count", TIMES, "method.other_sign:1.1"),
    ("Cứ chậm 01 ngày trừ 1 điểm", ONE_EACH % "count", TIMES, "method.other_sign:1.1"),
    ("Trừ 1 điểm cho mỗi lần trễ", ONE_EACH % "count", TIMES, "method.other_sign:1.1"),
    ("Mỗi cuộc họp 1 điểm", ONE_EACH % "deduct", TIMES, "method.other_sign:1.1"),
    (ZERO, RATIO % ", if_zero: zero", OPEN, "method.other_policy:1.1:b = 0: điểm tối đa"),
    ("Không có máy thì được điểm tối đa", RATIO % ", if_zero: zero", OPEN, "method.other_policy:1.1:Không có máy thì được điểm tối đa"),
    ("Trường hợp không có máy nào: 0 điểm", RATIO % ", if_zero: full", OPEN, "method.other_policy:1.1:Trường hợp không có máy nào: 0 điểm"),
    ("Trong năm không có máy: đạt điểm tối đa", RATIO % ", if_zero: zero", OPEN, "method.other_policy:1.1:Trong năm không có máy: đạt điểm tối đa"),
    ("Nếu trong năm không phát sinh máy thì chấm điểm tối đa", RATIO % ", if_zero: zero", OPEN, "method.other_policy:1.1:Nếu trong năm không phát sinh máy thì chấm điểm tối đa"),
    ("Không có máy phát sinh: đạt 10 điểm", RATIO % ", if_zero: zero", OPEN, "method.other_policy:1.1:Không có máy phát sinh: đạt 10 điểm"),
    ("Đơn vị không có máy được tính 10 điểm", RATIO % ", if_zero: zero", OPEN, "method.other_policy:1.1:Đơn vị không có máy được tính 10 điểm"),
    ("Hơn 90%: 10 điểm; từ 70% đến dưới 90%: 7 điểm; từ 60% đến dưới 70%: 3 điểm; còn lại: 0 điểm", STEPS, SHARE, "method.other_points:1.1:còn lại: 0 điểm"),
    ("Đạt hơn 90%: 10 điểm; từ 70% đến dưới 90%: 7 điểm; từ 60% đến dưới 70%: 3 điểm; dưới 60%: 0 điểm", STEPS, SHARE, "method.gap:1.1:90–90"),
    ("Đạt 100%: điểm tối đa; không đạt 100%: 0 điểm", RATIO % "", SHARE, "method.other_points:1.1:không đạt 100%: 0 điểm"),
    ("Điểm = tỷ lệ * 5", RATIO % "", SHARE, "method.other_points:1.1:Điểm = tỷ lệ * 5"),
    ("Điểm = 20 * a/b", RATIO % "", SHARE, "method.other_points:1.1:Điểm = 20 * a/b"),
    ("Điểm = a/b * 100", RATIO % "", SHARE, "method.other_points:1.1:Điểm = a/b * 100"),
    ("≥ 90%: 60%; ≥ 70%: 70%; ≥ 60%: 30%", STEPS, SHARE, "method.other_points:1.1:≥ 90%: 60%"),
    ("Đạt 90% trở lên: 10 điểm; đạt 70% đến dưới 90%: 6 điểm; 60-70%: 3 điểm; dưới 60%: 0 điểm", STEPS, SHARE, "method.other_points:1.1:đạt 70% đến dưới 90%: 6 điểm"),
    ("Mỗi 3 lần được 1 điểm", ONE_EACH % "count", TIMES, "method.other_step:1.1:Mỗi 3 lần được 1 điểm"),
    ("Cứ 02 lần được 1 điểm", "{kind: count, parts: [{of: n, points_each: 0.5}]}", TIMES, "method.other_step:1.1:Cứ 02 lần được 1 điểm"),
]  # fmt: skip

RIGHT = [
    ("Hơn 3 lần: điểm tối đa; từ 1 đến 3 lần: 1/2 điểm tối đa; không có: 0 điểm", "{kind: tiers, value: n, tiers: [{more_than: 3, give: full}, {at_least: 1, give: 1/2}]}", TIMES),
    ("Ít hơn 4 lần: 0 điểm; từ 4 lần: điểm tối đa", "{kind: tiers, value: n, tiers: [{at_least: 4, give: full}]}", TIMES),
    *((text, RATIO % ", if_zero: zero", OPEN) for text in ("Trong năm không có máy: 0 điểm", "Trong năm không có máy hỏng: 10 điểm", "Không có máy phát sinh lỗi: 10 điểm")),
    ("Trên 1 tỷ đồng: điểm tối đa; từ 500 triệu đồng đến 1 tỷ đồng: 1/2 điểm tối đa; dưới 500 triệu đồng: 0 điểm", "{kind: tiers, value: n, tiers: [{more_than: 1000, give: full}, {at_least: 500, give: 1/2}]}", MILLIONS),
    (SCALED, RATIO % ", full_at: 80%", SHARE),
    (BARE, RATIO % ", full_at: 80%, below: ratio", SHARE),
    ("Trên 90% hoặc bằng 90%: điểm tối đa; từ 70% đến dưới 90%: 70% điểm tối đa; từ 60% đến dưới 70%: 30% điểm tối đa; còn lại: 0 điểm", STEPS, SHARE),
    ("Trên hoặc bằng 80%: điểm tối đa; dưới 80%: tỷ lệ/80% * điểm tối đa", RATIO % ", full_at: 80%", SHARE),
    (CLIFF, RATIO % ", full_at: 80%, below: zero", SHARE),
    ("Tỷ lệ ≥ 80%: điểm tối đa\nTỷ lệ ≤ 80%: điểm = (tỷ lệ/80%) * Điểm tối đa", RATIO % ", full_at: 80%", SHARE),
    ("Tỷ lệ từ 10% trở lên: Điểm tối đa\n- Dưới 10%: Điểm = Tỷ lệ*Điểm tối đa/10%", RATIO % ", full_at: 10%", SHARE),
    ("Từ 50% trở lên đạt: Điểm tối đa;\n+ Dưới 50% đạt: Điểm tối đa * (t% / 50%) điểm.", RATIO % ", full_at: 50%", SHARE),
    (ALL, RATIO % ", below: zero", SHARE),
    ("Đạt 100%: điểm tối đa, dưới 100%: theo tỷ lệ", RATIO % "", SHARE),
    (FORMULA, RATIO % "", SHARE),
    (TURNED, RATIO % ", better: low", SHARE),
    (TURNED.replace("= a/b", "= 1 - a/b"), "{kind: ratio, value: 1 - a / b, better: low}", SHARE),
    ("Điểm = (1 - tỷ lệ trễ) * điểm tối đa", "{kind: ratio, value: 1 - a / b}", SHARE),
    ("Từ 80% trở lên: điểm tối đa; dưới 80%: tỷ lệ/80% * điểm tối đa", "{kind: ratio, value: p, full_at: 80}", RATE),
    ("Điểm = n/12 * điểm tối đa", "{kind: ratio, value: n / 12}", TIMES),
    (BANDS, STEPS, SHARE),
    ("≥ 90% (điểm tối đa)\n≥ 70% (70% điểm)\n≥ 60% (30% điểm)\n< 60% (0 điểm)", STEPS, SHARE),
    ("Đạt từ 90% đến 100%: 10 điểm; đạt từ 70% đến 89%: 7 điểm; đạt từ 60% đến 69%: 3 điểm; dưới 60%: không tính điểm", STEPS, SHARE),
    (HALVES, COUNTS, TIMES),
    ("- 4 lần: 10 điểm\n- 3 lần: 5 điểm\n- 2 lần: 2,5 điểm\n- Còn lại: 0 điểm", COUNTS, TIMES),
    (MORE_THAN, "{kind: tiers, value: n, tiers: [{more_than: 4, give: full}]}", TIMES),
    (MORE_THAN, "{kind: tiers, value: n, tiers: [{at_least: 5, give: full}]}", TIMES),
    ("Có: điểm tối đa\nKhông: 0 điểm", RATIO % ", below: zero", SHARE),
    ("Công khai đầy đủ: điểm tối đa\nKhông đầy đủ: điểm = tỷ lệ * điểm tối đa", RATIO % "", SHARE),
    ("Có đơn vị chuyên trách: điểm tối đa; có nhân sự: mỗi nhân sự 1 điểm; không có: 0 điểm", ONE_EACH % "count", TIMES),
    (YES, "{kind: yes_no, when: x}", DONE),
    (YES, "{kind: yes_no, when: not x}", NOT_DONE),
    (HEADS, LEADERS % ("full", "1/2"), HEAD),
    (SPLIT, "{kind: checklist, parts: [{when: x, give: 60%}, {when: y, give: 40%}]}", BOTH),
    (LATE, ONE_EACH % "deduct", TIMES),
    ("Không tổ chức: 0 điểm; dưới 4 lần: 1/2 điểm tối đa; từ 4 lần: điểm tối đa", "{kind: tiers, value: n, tiers: [{at_least: 4, give: full}, {at_least: 1, give: 1/2}]}", TIMES),
    ("Đúng hạn: điểm tối đa; trễ dưới 5 ngày: 1/2 điểm tối đa; còn lại: 0 điểm", "{kind: tiers, value: n, tiers: [{at_most: 0, give: full}, {less_than: 5, give: 1/2}]}", TIMES),
    ("Từ 4 lần: 2/3 điểm tối đa; dưới 4 lần: 0 điểm", "{kind: tiers, value: n, tiers: [{at_least: 4, points: 6.67}]}", TIMES),
    ("Tỷ lệ từ 5% trở xuống: điểm tối đa; trên 5%: 0 điểm", RATIO % ", better: low, full_at: 5%, below: zero", SHARE),
    ("Mỗi thủ tục được cắt giảm: 1 điểm", ONE_EACH % "count", TIMES),
    ("Cứ chậm 01 ngày trừ 1 điểm", ONE_EACH % "deduct", TIMES),
    ("Hoàn thành ban hành: điểm tối đa; chưa ban hành kế hoạch: 0 điểm", "{kind: choice, of: k, options: {a: {label: Đã ban hành kế hoạch, give: full}, b: {label: Chưa ban hành, give: none}}}", HEAD),
    ("Mỗi cuộc họp 1 điểm", ONE_EACH % "count", TIMES),
    ("Đủ 10 cuộc họp: 10 điểm; mỗi cuộc họp thiếu trừ 1 điểm", "{kind: count, parts: [{of: 10 - n, points_each: 1}]}", "inputs: {n: {label: Số cuộc thiếu, unit: cuộc, max: 10}}"),
    (ZERO, RATIO % ", if_zero: full", OPEN),
    ("Cứ mỗi 5% được 1 điểm, tối đa 10 điểm", "{kind: count, parts: [{of: a / b, every: 5%, points_each: 1}]}", SHARE),
]  # fmt: skip

# Wordings of every day, and the rule that says the same.
EVERYDAY = [
    ("Không dưới 80%: điểm tối đa; dưới 80%: 0 điểm", RATIO % ", full_at: 80%, below: zero", SHARE),
    ("Không thấp hơn 80%: điểm tối đa; còn lại: 0 điểm", RATIO % ", full_at: 80%, below: zero", SHARE),
    ("Không quá 20%: 0 điểm; trên 20%: điểm tối đa", "{kind: tiers, value: a / b, tiers: [{more_than: 20%}]}", SHARE),
    ("4 lần trở lên được điểm tối đa, 3-4 lần được 5 điểm, dưới 3 lần không có điểm", "{kind: tiers, value: n, tiers: [{more_than: 4}, {at_least: 3, points: 5}]}", TIMES),
    ("10 lần trở lên được điểm tối đa, 5-9 lần được 5 điểm, dưới 5 lần không có điểm", "{kind: tiers, value: n, tiers: [{at_least: 10}, {at_least: 5, points: 5}]}", TIMES),
    ("Từ 10 lần trở lên: điểm tối đa; từ 05 đến 09 lần: 1/2 điểm tối đa; dưới 05 lần: 0 điểm", "{kind: tiers, value: n, tiers: [{at_least: 10}, {at_least: 5, give: 1/2}]}", TIMES),
    ("Trên 9 lần: điểm tối đa; từ 5 lần đến 9 lần: 1/2 điểm tối đa; còn lại: 0 điểm", "{kind: tiers, value: n, tiers: [{at_least: 10}, {at_least: 5, give: 1/2}]}", TIMES),
    ("≥ 90%: 100%; ≥ 70%: 70%; ≥ 60%: 30%", STEPS, SHARE),
    ("- Chủ tịch: điểm tối đa\n- Phó Chủ tịch: 1/2\n- Khác: 0 điểm", LEADERS % ("full", "1/2"), HEAD),
    ("Điểm = tỷ lệ * 10", RATIO % "", SHARE),
    ("Cứ 5 lần được 1 điểm", "{kind: count, parts: [{of: n, every: 5, points_each: 1}]}", TIMES),
    ("Không có máy thì không đánh giá", RATIO % ", if_zero: not_applicable", OPEN),
    ("Không có máy được cài thì không có điểm", RATIO % ", if_zero: full", OPEN),
    ("Có: theo tỷ lệ; không có: 0 điểm", RATIO % ", if_zero: full", OPEN),
    ("Đủ 10 lần được 10 điểm", ONE_EACH % "count", TIMES),
]  # fmt: skip

CODES = {
    "method.other_step",
    "method.other_points",
    "method.yes_no",
    "method.other_case",
    "method.other_sign",
    "method.other_policy",
}


@pytest.mark.parametrize(("text", "rule", "rest", "finding"), WRONG)
def test_a_rule_that_computes_something_else_than_its_text_is_found(
    text: str, rule: str, rest: str, finding: str
) -> None:
    assert finding in _found(text, rule, rest)


@pytest.mark.parametrize(("text", "rule", "rest"), RIGHT)
def test_a_rule_that_computes_its_text_is_left_alone(text: str, rule: str, rest: str) -> None:
    assert not [each for each in _found(text, rule, rest) if each.partition(":")[0] in CODES]


@pytest.mark.parametrize(("text", "rule", "rest"), EVERYDAY)
def test_everyday_wording_is_understood(text: str, rule: str, rest: str) -> None:
    told = [each for each in _found(text, rule, rest) if each.startswith("method.")]
    assert [each for each in told if not each.startswith("method.overlap:1.1:4")] == []


@pytest.mark.parametrize(
    "note", ["Kiêm nhiệm tính 3 điểm", "Trực tuyến được tính một nửa số điểm", "Xem biểu 2"]
)
def test_a_level_that_a_note_adds_to_yes_and_no_is_none_too_many(note: str) -> None:
    rest = f'rule: {RATIO % ""}\n{OPEN}\nmethod: "Có: 10 điểm; không: 0 điểm"\nprinted_note: "{note}"'
    told = [each.code for each in lint(criterion(rest))]
    assert ("method.yes_no" in told) == (note == "Xem biểu 2")


@pytest.mark.parametrize(
    ("field", "text", "finding"),
    [
        ("printed_note", ALL, "method.other_points:1.1:dưới 100%: 0 điểm"),
        ("note", ALL, "note.other_value:1.1:dưới 100%: 0 điểm"),
        ("note", "Tỷ lệ = b/a", "note.formula:1.1:b / a"),
        ("printed_note", "Không có máy thì được điểm tối đa", "method.other_policy:1.1:Không có máy thì được điểm tối đa"),
        ("note", "Không có máy thì được điểm tối đa", "note.other_points:1.1:Không có máy thì được điểm tối đa"),
        ("printed_note", "Trường hợp mẫu số bằng 0 thì được điểm tối đa", "method.other_policy:1.1:mẫu số bằng 0 thì được điểm tối đa"),
    ],
)  # fmt: skip
def test_notes_are_held_against_the_rule_as_the_method_is(field: str, text: str, finding: str) -> None:
    rule = RATIO % ", if_zero: zero"
    told = lint(criterion(f'rule: {rule}\n{OPEN}\n{field}: "{text}"'))
    assert finding in [each.id for each in told]


@pytest.mark.parametrize(
    "note",
    [
        "Tỷ lệ = a/b",
        "Văn bản in Tỷ lệ = b/a; đọc là a/b",
        "“Dưới 100%: 0 điểm” trái với công thức ngay dưới",
        "Không có máy được cài thì không có điểm",
    ],
)
def test_a_note_that_argues_or_agrees_is_left_alone(note: str) -> None:
    told = lint(criterion(f"rule: {RATIO % ', if_zero: full'}\n{OPEN}\nnote: '{note}'"))
    assert [each.id for each in told if each.code.startswith("note.") and each.code != "note.reading"] == []


def test_a_reading_that_contradicts_the_rule_is_told_as_one_of_the_note() -> None:
    row = f"rule: {RATIO % ', if_zero: zero'}\n{OPEN}\nnote: '%s'"
    value = finding_sentence(found(criterion(row % ALL), "note.other_value"))
    assert "Ghi chú của mục 1.1 nêu “dưới 100%: 0 điểm”, tức là 0 điểm khi giá trị là 50%" in value
    formula = finding_sentence(found(criterion(row % "Tỷ lệ = b/a"), "note.formula"))
    assert "nêu công thức “Tỷ lệ = b/a” nhưng quy tắc tính a / b" in formula


def test_a_note_about_steps_is_held_against_the_count() -> None:
    note = "note: Mỗi 3 lần được 1 điểm"
    faulty = found(criterion(f"rule: {ONE_EACH % 'count'}\n{TIMES}\n{note}"), "note.other_step")
    assert "tức là 1 điểm khi có 3, nhưng quy tắc cho 3 điểm" in finding_sentence(faulty)


def test_the_step_of_a_count_is_a_threshold_that_the_rule_uses() -> None:
    text, rule, rest = RIGHT[-1]
    assert not [each for each in _found(text, rule, rest) if each.startswith("method.threshold")]


def test_the_sentence_says_what_is_printed_and_what_is_computed() -> None:
    said = [
        finding_sentence(found(_document(text, rule, rest), code))
        for text, rule, rest, code in (
            (SCALED, RATIO % ", full_at: 80%, below: ratio", SHARE, "method.other_points"),
            (LATE, ONE_EACH % "count", TIMES, "method.other_sign"),
            (YES, "{kind: yes_no, when: not x}", DONE, "method.other_case"),
        )
    ]
    assert said == [
        "Mục 1.1 in “dưới 80%: tỷ lệ/80% * điểm tối đa”, tức là 5 điểm khi giá trị là 40%, nhưng quy tắc cho 4 điểm: "
        "sửa quy tắc cho đúng văn bản hoặc sửa văn bản.",
        "Mục 1.1 in “Mỗi báo cáo trễ hạn trừ 1 điểm” nhưng quy tắc cộng điểm thay vì trừ: đổi loại quy tắc hoặc sửa văn bản.",
        "Mục 1.1 in “Đã ban hành: điểm tối đa” nhưng quy tắc cho 0 điểm khi “Đã ban hành”: "
        "sửa quy tắc cho đúng văn bản hoặc sửa văn bản.",
    ]


def _document(text: str, rule: str, rest: str) -> IndicatorSet:
    lines = "\n".join(f"  {line}" for line in text.splitlines())
    return criterion(f"method: |\n{lines}\nrule: {rule}\n{rest}", name="Cài đặt phần mềm")


def _found(text: str, rule: str, rest: str) -> list[str]:
    return [finding.id for finding in lint(_document(text, rule, rest))]
