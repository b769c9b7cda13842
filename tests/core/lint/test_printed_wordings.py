"""Everyday wordings of calculation texts: what contradicts the rule is told, what agrees is left alone."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.sentences.findings import finding_sentence

from .documents import criterion, found

NEWS = "inputs: {n: {label: Số tin bài, unit: 'tin, bài'}}"
MEETINGS = "inputs: {n: {label: Số cuộc họp, unit: cuộc}}"
LATE = "inputs: {n: {label: Số báo cáo gửi chậm, unit: báo cáo}}"
TWO = "inputs: {n: {label: Số hội nghị, unit: hội nghị}, m: {label: Số lớp, unit: lớp}}"

SHARE = "inputs: {a: {label: Số thôn có tổ, unit: thôn}, b: {label: Tổng số thôn, unit: thôn, min: 1}}\nchecks: [a <= b]"
RATE = "inputs: {p: {label: Mức độ hài lòng, type: decimal, decimals: 2, max: 100, unit: '%'}}"
DAYS = "inputs: {n: {label: Số ngày trung bình, unit: ngày}}"
PEOPLE = "inputs: {n: {label: Số cán bộ chuyên trách, unit: người}}"
HEAD = "inputs: {k: {type: choice, label: Trưởng ban}}"
TROUBLE = "inputs: {x: {type: yes_no, label: Để xảy ra sự cố}}"
NO_TROUBLE = "inputs: {x: {type: yes_no, label: Đơn vị không để xảy ra sự cố}}"
JOINED = "inputs: {x: {type: yes_no, label: Đã kết nối}}"
NETWORK = "inputs: {x: {type: yes_no, label: Có mạng nội bộ}, y: {type: yes_no, label: Có tường lửa}}"
SENT = "inputs: {t: {type: date, since: 2026-01-01, label: Ngày gửi báo cáo}}"
DUE = "Gửi trước ngày 15/12/2026: 10 điểm; gửi từ ngày 15/12/2026 đến ngày 31/12/2026: 5 điểm; sau ngày 31/12/2026: 0 điểm"

LADDER = "{kind: tiers, value: a / b, tiers: [{at_least: 30%%}, {at_least: 20%%, points: %s}, {at_least: 10%%, points: 4}]}"
BY_DAY = "{kind: tiers, value: t, tiers: [{%s: 348}, {at_most: 364, points: 5}]}"
PARTS = "{kind: checklist, parts: [{when: x, give: 1/2}, {when: y, give: 1/2}]}"
NEEDED = "{kind: checklist, need: all, parts: [{when: x}, {when: y}]}"
LEADERS = "{kind: choice, of: k, options: {ct: {label: Chủ tịch, points: %s}, pct: {label: Phó Chủ tịch, points: %s}, kh: {label: Khác, give: none}}}"
PLANS = "{kind: choice, of: k, options: {a: {label: Có kế hoạch, give: %s}, b: {label: Không có kế hoạch, give: %s}}}"
ASKED = "{kind: yes_no, when: %s}"
RATIO = "{kind: ratio, value: a / b%s}"
PASSED = "{kind: tiers, value: a / b, tiers: [{%s: 80%%}, {at_least: 50%%, give: 1/2}]}"
RATED = "{kind: tiers, value: p, tiers: [{at_least: 90}, {%s: 80, points: 8}, {at_least: 70, points: 5}]}"
WITHIN = "{kind: tiers, value: n, tiers: [{%s}, {at_most: 5, points: 5}]}"
STAFF = "{kind: tiers, value: n, tiers: [{at_least: %s}, {at_least: 1, give: 1/2}]}"
COUNT = "{kind: count, parts: [{of: n, points_each: %s}]}"
CAPPED = "{kind: count, parts: [{of: n, points_each: 2, cap: {points: %s}}]}"
EVERY = "{kind: count, parts: [{of: n, every: %s, points_each: %s}]}"
DEDUCT = "{kind: deduct, parts: [{of: n, points_each: %s}]}"

WRONG = [
    ("Mỗi cuộc được 1 điểm", COUNT % 2, MEETINGS, "method.other_step:1.1:Mỗi cuộc được 1 điểm"),
    ("Mỗi cuộc họp 1 điểm, tối đa 10 điểm", COUNT % 5, MEETINGS, "method.other_step:1.1:Mỗi cuộc họp 1 điểm"),
    ("Mỗi cuộc: 1 điểm", COUNT % "0.5", MEETINGS, "method.other_step:1.1:Mỗi cuộc: 1 điểm"),
    ("Mỗi cuộc được 1 điểm", EVERY % (2, 1), MEETINGS, "method.other_step:1.1:Mỗi cuộc được 1 điểm"),
    ("01 điểm/cuộc, tối đa 10 điểm", COUNT % 2, MEETINGS, "method.other_step:1.1:01 điểm/cuộc"),
    ("1 điểm cho mỗi cuộc họp", COUNT % 2, MEETINGS, "method.other_step:1.1:1 điểm cho mỗi cuộc họp"),
    ("Cứ 5 tin, bài được 1 điểm", COUNT % "0.2", NEWS, "method.other_step:1.1:Cứ 5 tin, bài được 1 điểm"),
    ("Cứ 5 tin, bài được 1 điểm", EVERY % (4, 1), NEWS, "method.other_step:1.1:Cứ 5 tin, bài được 1 điểm"),
    ("Cứ 3 cuộc, hội nghị được 1 điểm", COUNT % 1, MEETINGS, "method.other_step:1.1:Cứ 3 cuộc, hội nghị được 1 điểm"),
    ("Mỗi báo cáo gửi chậm trừ 0,5 điểm", DEDUCT % 2, LATE, "method.other_step:1.1:Mỗi báo cáo gửi chậm trừ 0,5 điểm"),
    ("Mỗi hội nghị hoặc lớp được 1 điểm", "{kind: count, parts: [{of: n + m, points_each: 2}]}", TWO, "method.other_step:1.1:Mỗi hội nghị hoặc lớp được 1 điểm"),
    ("Từ 80% trở lên được điểm tối đa; dưới 80% tính theo tỷ lệ", RATIO % ", full_at: 80%, below: zero", SHARE, "method.other_points:1.1:dưới 80% tính theo tỷ lệ"),
    ("Từ 80% trở lên được điểm tối đa; dưới 80% không được điểm", RATIO % ", full_at: 80%, below: ratio", SHARE, "method.other_points:1.1:dưới 80% không được điểm"),
    ("Hoàn thành 100% được điểm tối đa, không hoàn thành không được điểm", RATIO % "", SHARE, "method.other_points:1.1:không hoàn thành không được điểm"),
    ("Đạt 100%: điểm tối đa; không đạt thì 0 điểm", RATIO % "", SHARE, "method.other_points:1.1:không đạt thì 0 điểm"),
    ("Hoàn thành: điểm tối đa; không hoàn thành: 0 điểm", RATIO % "", SHARE, "method.yes_no:1.1"),
    ("Tối đa 3 ngày: 10 điểm; trên 3 ngày đến 5 ngày: 5 điểm; quá 5 ngày: 0 điểm", WITHIN % "less_than: 3", DAYS, "method.other_points:1.1:Tối đa 3 ngày: 10 điểm"),
    ("Tối đa 3 ngày: 10 điểm; quá 5 ngày: 0 điểm", WITHIN % "at_most: 2", DAYS, "method.other_points:1.1:Tối đa 3 ngày: 10 điểm"),
    ("Trong tối đa 5 ngày: 5 điểm; quá 5 ngày: 2 điểm", WITHIN % "at_most: 2", DAYS, "method.other_points:1.1:quá 5 ngày: 2 điểm"),
    ("Từ 90 trở lên: 10 điểm; từ 80 đến dưới 90: 8 điểm; từ 70 đến dưới 80: 5 điểm; còn lại không có điểm", RATED % "more_than", RATE, "method.other_points:1.1:từ 80 đến dưới 90: 8 điểm"),
    ("Tỷ lệ (%): từ 80 đến 100: điểm tối đa; từ 50 đến dưới 80: 1/2 điểm tối đa; dưới 50: 0 điểm", PASSED % "more_than", SHARE, "method.other_points:1.1:Tỷ lệ (%): từ 80 đến 100: điểm tối đa"),
    ("Hai người trở lên: 10 điểm; một người: 5 điểm; chưa có: 0 điểm", STAFF % 3, PEOPLE, "method.other_points:1.1:2 người trở lên: 10 điểm"),
    ("Cứ năm tin, bài được 1 điểm", EVERY % (4, 1), NEWS, "method.other_step:1.1:Cứ 5 tin, bài được 1 điểm"),
    ("Cứ hai cuộc được 1 điểm", COUNT % 1, MEETINGS, "method.other_step:1.1:Cứ 2 cuộc được 1 điểm"),
    ("Từ 02 người trở lên đạt 100% số điểm; 01 người đạt 50% số điểm; chưa có: 0 điểm", STAFF.replace("1/2", "70%%") % 2, PEOPLE, "method.other_points:1.1:01 người đạt 50% số điểm"),
    ("Chủ tịch làm Trưởng ban: 10 điểm; Phó Chủ tịch làm Trưởng ban: 6 điểm; khác: 0 điểm", LEADERS % (6, 10), HEAD, "method.other_case:1.1:Chủ tịch làm Trưởng ban: 10 điểm"),
    ("Chủ tịch UBND là Trưởng ban: 10 điểm; Phó Chủ tịch UBND là Trưởng ban: 6 điểm; còn lại: 0 điểm", LEADERS % (6, 10), HEAD, "method.other_case:1.1:Phó Chủ tịch UBND là Trưởng ban: 6 điểm"),
    ("Có kế hoạch: 10 điểm; không có: 0 điểm", PLANS % ("none", "full"), HEAD, "method.other_case:1.1:Có kế hoạch: 10 điểm"),
    ("Không để xảy ra sự cố: 10 điểm; để xảy ra sự cố: 0 điểm", ASKED % "x", TROUBLE, "method.other_case:1.1:để xảy ra sự cố: 0 điểm"),
    ("Đã kết nối: điểm tối đa. Chưa kết nối: 0 điểm", ASKED % "not x", JOINED, "method.other_case:1.1:Đã kết nối: điểm tối đa"),
    ("Đã kết nối: 10 điểm, chưa kết nối: 0 điểm", ASKED % "not x", JOINED, "method.other_case:1.1:Đã kết nối: 10 điểm"),
    ("Đã kết nối được 10 điểm, chưa kết nối được 0 điểm.", ASKED % "not x", JOINED, "method.other_case:1.1:Đã kết nối được 10 điểm"),
    ("Không để xảy ra sự cố: 10 điểm; để xảy ra sự cố: 0 điểm", ASKED % "not x", NO_TROUBLE, "method.other_case:1.1:Không để xảy ra sự cố: 10 điểm"),
    ("Có cả mạng nội bộ và tường lửa: 10 điểm; thiếu một trong hai: 0 điểm", ASKED % "x or y", NETWORK, "method.other_join:1.1:Có cả mạng nội bộ và tường lửa: 10 điểm"),
    ("Có mạng nội bộ đồng thời có tường lửa được điểm tối đa", ASKED % "x or y", NETWORK, "method.other_join:1.1:Có mạng nội bộ đồng thời có tường lửa được điểm tối đa"),
    ("Có mạng nội bộ hoặc tường lửa: 10 điểm; không có: 0 điểm", ASKED % "x and y", NETWORK, "method.other_join:1.1:Có mạng nội bộ hoặc tường lửa: 10 điểm"),
    ("Có mạng nội bộ hoặc tường lửa: 10 điểm; không có: 0 điểm", NEEDED, NETWORK, "method.other_join:1.1:Có mạng nội bộ hoặc tường lửa: 10 điểm"),
    ("Có đủ mạng nội bộ và tường lửa mới được điểm", PARTS, NETWORK, "method.other_join:1.1:Có đủ mạng nội bộ và tường lửa mới được điểm"),
    (DUE, BY_DAY % "at_most", SENT, "method.other_points:1.1:gửi từ ngày 15/12/2026 đến ngày 31/12/2026: 5 điểm"),
    ("Trước ngày 15/12/2026: điểm tối đa; còn lại: 0 điểm", "{kind: tiers, value: t, tiers: [{at_most: 364}]}", SENT, "method.threshold_not_printed:1.1:31/12/2026"),
    ("Chậm nhất là ngày 15 tháng 12 năm 2026: 10 điểm; sau ngày 15/12/2026: 0 điểm", "{kind: tiers, value: t, tiers: [{less_than: 348}]}", SENT, "method.other_points:1.1:Chậm nhất là ngày 15 tháng 12 năm 2026: 10 điểm"),
    ("Đạt tỷ lệ 30% trở lên: 10 điểm; cứ giảm 10% trừ 3 điểm; dưới 10%: 0 điểm", LADDER % 8, SHARE, "method.other_points:1.1:cứ giảm 10% trừ 3 điểm"),
]  # fmt: skip

RIGHT = [
    ("Mỗi cuộc được 2 điểm, tối đa 10 điểm", COUNT % 2, MEETINGS),
    ("Mỗi cuộc họp: 0,5 điểm", COUNT % "0.5", MEETINGS),
    ("02 điểm/cuộc nhưng không quá 10 điểm", COUNT % 2, MEETINGS),
    ("Cứ 5 tin, bài được 1 điểm, tối đa 10 điểm", EVERY % (5, 1), NEWS),
    ("Mỗi báo cáo gửi chậm trừ 2 điểm, trừ đến hết 10 điểm", DEDUCT % 2, LATE),
    ("Mỗi hội nghị được 2 điểm; mỗi lớp được 1 điểm", "{kind: count, parts: [{of: n, points_each: 2}, {of: m, points_each: 1}]}", TWO),
    ("Mỗi cuộc được 2 điểm; mỗi nội dung tối đa 5 điểm", CAPPED % 5, MEETINGS),
    ("Mỗi cuộc được 2 điểm; mỗi cuộc họp không quá 4 điểm", CAPPED % 4, MEETINGS),
    ("Mỗi hội nghị, lớp tập huấn được 1 điểm", "{kind: count, parts: [{of: n + m, points_each: 1}]}", TWO),
    ("Từ 80% trở lên được điểm tối đa; dưới 80% tính theo tỷ lệ", RATIO % ", full_at: 80%", SHARE),
    ("Từ 80% trở lên được điểm tối đa; dưới 80% tính theo tỷ lệ", RATIO % ", full_at: 80%, below: ratio", SHARE),
    ("Từ 80% trở lên được điểm tối đa; dưới 80% không được điểm", RATIO % ", full_at: 80%, below: zero", SHARE),
    ("Hoàn thành 100% được điểm tối đa, không hoàn thành không được điểm", RATIO % ", below: zero", SHARE),
    ("Đạt 100%: điểm tối đa; không đạt thì 0 điểm", RATIO % ", below: zero", SHARE),
    ("Đạt 100%: điểm tối đa; dưới 100% tính theo tỷ lệ; không thực hiện: 0 điểm", RATIO % "", SHARE),
    ("Điểm = tỷ lệ * điểm tối đa; không đạt: 0 điểm", RATIO % "", SHARE),
    ("Đạt từ 80% trở lên: điểm tối đa; từ 50% đến dưới 80%: một nửa số điểm; không đạt: 0 điểm", PASSED % "at_least", SHARE),
    ("Hoàn thành: điểm tối đa; không hoàn thành: 0 điểm", RATIO % ", below: zero", SHARE),
    ("Tối đa 3 ngày: 10 điểm; trên 3 ngày đến 5 ngày: 5 điểm; quá 5 ngày: 0 điểm", WITHIN % "at_most: 3", DAYS),
    ("Không quá 3 ngày: 10 điểm; quá 3 ngày đến 5 ngày: 5 điểm; quá 5 ngày: 0 điểm", WITHIN % "at_most: 3", DAYS),
    ("Từ 90 trở lên: 10 điểm; từ 80 đến dưới 90: 8 điểm; từ 70 đến dưới 80: 5 điểm; còn lại không có điểm", RATED % "at_least", RATE),
    ("Tỷ lệ (%): từ 80 đến 100: điểm tối đa; từ 50 đến dưới 80: 1/2 điểm tối đa; dưới 50: 0 điểm", PASSED % "at_least", SHARE),
    ("Hai người trở lên: 10 điểm; một người: 5 điểm; chưa có: 0 điểm", STAFF % 2, PEOPLE),
    ("Cứ năm tin, bài được 1 điểm", EVERY % (5, 1), NEWS),
    ("Mỗi năm họp ít nhất hai cuộc; mỗi cuộc được 5 điểm", COUNT % 5, MEETINGS),
    ("Tổ chức ít nhất 02 người: đạt điểm tối đa; 01 người: đạt 50% số điểm; chưa có: không có điểm", STAFF % 2, PEOPLE),
    ("Từ 02 người trở lên đạt 100% số điểm; 01 người đạt 50% số điểm; chưa có không đạt điểm", STAFF % 2, PEOPLE),
    ("02 người trở lên: 10 điểm; 01 người: 50% điểm tối đa; chưa có: 0 điểm", STAFF % 2, PEOPLE),
    ("Chủ tịch làm Trưởng ban: 10 điểm; Phó Chủ tịch làm Trưởng ban: 6 điểm; khác: 0 điểm", LEADERS % (10, 6), HEAD),
    ("Chủ tịch UBND là Trưởng ban: 10 điểm; Phó Chủ tịch UBND là Trưởng ban: 6 điểm; còn lại: 0 điểm", LEADERS % (10, 6), HEAD),
    ("Có kế hoạch: 10 điểm; không có: 0 điểm", PLANS % ("full", "none"), HEAD),
    ("Đã kết nối: điểm tối đa. Chưa kết nối: 0 điểm", ASKED % "x", JOINED),
    ("Đã kết nối được 10 điểm, chưa kết nối được 0 điểm.", ASKED % "x", JOINED),
    ("Không để xảy ra sự cố: 10 điểm; để xảy ra sự cố: 0 điểm", ASKED % "not x", TROUBLE),
    ("Không để xảy ra sự cố: 10 điểm; để xảy ra sự cố: 0 điểm", ASKED % "x", NO_TROUBLE),
    ("Có cả mạng nội bộ và tường lửa: 10 điểm; thiếu một trong hai: 0 điểm", ASKED % "x and y", NETWORK),
    ("Có mạng nội bộ hoặc tường lửa: 10 điểm; không có cả hai: 0 điểm", ASKED % "x or y", NETWORK),
    ("Có mạng nội bộ, tường lửa: 10 điểm; thiếu: 0 điểm", ASKED % "x and y", NETWORK),
    ("Có mạng nội bộ và tường lửa: 10 điểm; chỉ có mạng nội bộ hoặc tường lửa: 5 điểm", PARTS, NETWORK),
    ("Có đủ mạng nội bộ và tường lửa mới được điểm", NEEDED, NETWORK),
    ("Có một trong hai: mạng nội bộ, tường lửa thì được điểm tối đa", ASKED % "x or y", NETWORK),
    (DUE, BY_DAY % "less_than", SENT),
    ("Chậm nhất là ngày 15/12/2026: 10 điểm; sau ngày 15/12/2026: 0 điểm", "{kind: tiers, value: t, tiers: [{at_most: 348}]}", SENT),
    ("Trước 15/12: 10 điểm; sau đó: 0 điểm", "{kind: tiers, value: t, tiers: [{at_most: 347}]}", SENT),
    ("Từ ngày 15/12/2026 trở đi: 0 điểm; trước đó: 10 điểm", "{kind: tiers, value: t, tiers: [{less_than: 348}]}", SENT),
    ("Đạt tỷ lệ 30% trở lên: 10 điểm; cứ giảm 10% trừ 3 điểm; dưới 10%: 0 điểm", LADDER % 7, SHARE),
    ("Từ 02 người: điểm tối đa; 01 người: một nửa số điểm; chưa có: 0 điểm", STAFF.replace("give: 1/2", "points: 5") % 2, PEOPLE),
    ("Từ 02 người: điểm tối đa; 01 người: 1/2 điểm tối đa; chưa có: 0 điểm", STAFF.replace("give: 1/2", "points: 5") % 2, PEOPLE),
    ("Mỗi nội dung đạt được 1/2 số điểm", PARTS, NETWORK),
    ("Có mạng nội bộ và tường lửa: 10 điểm; có một trong hai: 5 điểm; không có: 0 điểm", PARTS, NETWORK),
    ("Tổ chức tối đa 5 cuộc, mỗi cuộc được 2 điểm", COUNT % 2, MEETINGS),
    ("Cứ 01 báo cáo chậm trừ 02 điểm", DEDUCT % 2, LATE),
    ("Từ 80 – 100%: 10 điểm; từ 50 – dưới 80%: 5 điểm; dưới 50%: 0 điểm", PASSED % "at_least", SHARE),
    ("Hoàn thành 100% chỉ tiêu: điểm tối đa; không hoàn thành: tính theo tỷ lệ", RATIO % "", SHARE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "rest", "finding"), WRONG)
def test_a_text_that_contradicts_its_rule_is_told(text: str, rule: str, rest: str, finding: str) -> None:
    assert finding in _found(text, rule, rest)


@pytest.mark.parametrize(("text", "rule", "rest"), RIGHT)
def test_a_text_that_agrees_with_its_rule_is_left_alone(text: str, rule: str, rest: str) -> None:
    assert [each for each in _found(text, rule, rest) if each.startswith("method.")] == []


def test_what_joins_the_conditions_is_said_in_words() -> None:
    text = "method: 'Có cả mạng nội bộ và tường lửa: 10 điểm'"
    joined = found(criterion(f"{text}\nrule: {ASKED % 'x or y'}\n{NETWORK}"), "method.other_join")
    assert finding_sentence(joined) == (
        "Mục 1.1 in “Có cả mạng nội bộ và tường lửa: 10 điểm” nhưng quy tắc cho điểm khi chỉ có một trong số đó: "
        "sửa cách ghép trong quy tắc hoặc sửa văn bản."
    )


def test_days_are_told_as_days_of_the_calendar() -> None:
    late = found(criterion(f"method: '{DUE}'\nrule: {BY_DAY % 'at_most'}\n{SENT}"), "method.other_points")
    assert "tức là 5 điểm khi giá trị là 15/12/2026, nhưng quy tắc cho 10 điểm" in finding_sentence(late)


@pytest.mark.parametrize("threshold", ["5000000", "-800000", "347.5"])
def test_a_threshold_that_is_no_day_of_the_calendar_is_told_as_a_number(threshold: str) -> None:
    rule = f"{{kind: tiers, value: t, tiers: [{{at_most: {threshold}}}]}}"
    told = _found("Trước ngày 15/12/2026: điểm tối đa; còn lại: 0 điểm", rule, SENT)
    assert f"method.threshold_not_printed:1.1:{threshold}" in told


def _found(text: str, rule: str, rest: str) -> list[str]:
    lines = "\n".join(f"  {line}" for line in text.splitlines())
    told = lint(criterion(f"method: |\n{lines}\nrule: {rule}\n{rest}", name="Việc chuyển đổi số"))
    return [finding.id for finding in told]
