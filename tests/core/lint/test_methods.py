"""The name, the literal calculation text and the rule must say the same."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint.calculation import read_calculation
from chamdiem.core.lint.printed_bands import gaps, overlaps, read_bands
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.core.unparse import unparse

from .documents import RATIO, TEXT, criterion, found, keys, method

# --- reading the text ---------------------------------------------------------------------


def test_letters_are_read_before_and_after_their_words() -> None:
    text = """a= Số lượng hộ; b = Tổng số hộ
- Tổng số văn bản đi (gọi là c)
- Tổng số hạng mục trong Danh mục = d (119 hạng mục);"""
    meanings = read_calculation(text).meanings
    assert list(meanings) == ["a", "b", "c", "d"]
    assert meanings["c"] == "Tổng số văn bản đi"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("- Tỷ lệ=(b+c)/a", ["(b + c) / a"]),
        ("- Tỷ lệ = b/a * 100%", ["b / a"]),
        ("- Tỷ lệ a/b.", ["a / b"]),
        ("- Tỷ lệ mức độ hài lòng là: b/a", ["b / a"]),
        ("Y = (a/b). Z = (c/d). Tỷ lệ = Y+Z", ["a / b + c / d"]),
        ("Tỷ lệ có phát sinh là x=(b+d)/(a+c)", ["(b + d) / (a + c)", "(b + d) / (a + c)"]),
        ("Tỷ lệ=100%: Điểm tối đa", []),
        ("Điểm = Tỷ lệ*Điểm tối đa", []),
    ],
)
def test_formulas_are_read_as_far_as_they_go(text: str, terms: list[str]) -> None:
    assert [unparse(formula.term) for formula in read_calculation(text).formulas] == terms


def test_percentages_are_thresholds_or_rewards_but_factors_are_neither() -> None:
    percents = read_calculation("≥ 10 % (điểm tối đa); ≥ 7% (70% điểm); Tỷ lệ = b/a * 100%").percents
    assert [(str(each.share), each.is_reward) for each in percents] == [
        ("1/10", False), ("7/100", False), ("7/10", True),
    ]  # fmt: skip


# --- bands --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Từ 10 trở lên: điểm tối đa;\nTừ 5 đến 10: 1/2 điểm;\nDưới 5: 1/4 điểm", ["10"]),
        ("Tỷ lệ ≥80%: Điểm tối đa;\nTỷ lệ ≤80%: Tỷ lệ/80%*Điểm tối đa", ["80"]),
        ("Từ 10 trở lên: điểm tối đa;\nTừ 5 đến dưới 10: 1/2 điểm", []),
        (">= 10 cuộc: điểm tối đa; 5 - 10 cuộc: 1/2 điểm; < 5 cuộc: 0 điểm", ["10"]),
        ("Từ 80% trở lên: điểm tối đa; 50-80%: 1/2 điểm; dưới 50%: 0 điểm", ["80"]),
        ("≥10 cuộc: 2 điểm; ≤10 cuộc và ≥5 cuộc: 1 điểm; <5 cuộc: 0 điểm", ["10"]),
        ("5 ≤ n ≤ 10: 1 điểm; n ≥ 10: 2 điểm; n < 5: 0 điểm", ["10"]),
        ("≥ 10: 2 điểm; từ 5 trở lên nhưng dưới 10: 1 điểm; dưới 5: 0 điểm", []),
        ("Trên 10: 2 điểm; trên 5 đến 10: 1 điểm; không quá 5: 0 điểm", []),
        ("≥ 10% (điểm tối đa)\n≥ 7% (70% điểm)\n<3% (0 điểm)", []),
        ("Tần suất từ 1 lần/1 tuần: Điểm tối đa;\nTừ 1 lần/1 tháng: 1/2 điểm", []),
    ],
)
def test_values_in_two_bands_are_found(text: str, shared: list[str]) -> None:
    assert [str(edge) for _, _, edge in overlaps(read_bands(text))] == shared


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Từ 80% trở lên: 10 điểm\nDưới 70%: 5 điểm", [("70", "80")]),
        ("Trên 50%: 10 điểm\nDưới 50%: 5 điểm", [("50", "50")]),
        ("Từ 10 trở lên: 3 điểm\nTừ 5 đến 9: 2 điểm\nDưới 5: 1 điểm", []),
        ("Không dưới 80%: 10 điểm; 50-79%: 5 điểm; không quá 50%: 0 điểm", [("79", "80")]),
        ("Giai đoạn 2021-2025: 5 điểm\nDưới 10 lần: 1 điểm", []),
        ("< 1 tuần: điểm tối đa;\n< 1 tháng: 1,5 điểm;\n>= 1 tháng: 1 điểm", []),
    ],
)
def test_values_in_no_band_are_found(text: str, gap: list[tuple[str, str]]) -> None:
    assert [(str(each.low), str(each.high)) for each in gaps(read_bands(text))] == gap


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Trên 20 máy: 5 điểm\nTừ 8 đến dưới 20 máy: 2 điểm", "bỏ sót giá trị 20:"),
        ("Từ 60% trở lên: 5 điểm\nTừ 40% đến 59%: 2 điểm", "bỏ sót khoảng giữa 59% và 60%:"),
        ("1 tổ: 1; 2 tổ: 2; từ 4 tổ: 5", "bỏ sót giá trị 3:"),
        ("1 tổ: 1 điểm\n2 tổ: 2 điểm\nTừ 6 tổ được 5 điểm", "bỏ sót các giá trị từ 3 đến 5:"),
        ("Từ 3 buổi trở xuống: 1 điểm\nTừ 5 buổi trở lên: 2 điểm", "bỏ sót giá trị 4:"),
    ],
)
def test_what_no_band_names_is_said_exactly(text: str, said: str) -> None:
    rule = "rule: {kind: full}\ninputs: {}"
    finding = found(method(text, rule), "method.gap")
    assert said in finding_sentence(finding)
    assert "của mục 1.1" in finding_sentence(finding)


@pytest.mark.parametrize(
    "text",
    [
        "1 tổ: 1 điểm; 2 tổ: 2 điểm; từ 3 tổ: 5 điểm",
        "1 Có kế hoạch: 1 điểm\n4 Có báo cáo: 2 điểm",
        "Từ 3 buổi trở xuống: 1 điểm; trên 3 buổi: 2 điểm",
    ],
)
def test_bands_without_a_gap_are_left_alone(text: str) -> None:
    assert keys(method(text, "rule: {kind: full}\ninputs: {}"), "method.gap") == []


def test_overlap_and_gap_are_findings_of_their_row() -> None:
    tiers = """
rule: {kind: tiers, value: n, tiers: [{at_least: 10, give: full}, {at_least: 5, give: 1/2}], otherwise: none}
inputs: {n: {label: Số tin bài, unit: tin bài}}
"""
    assert (
        found(
            method("Từ 10 trở lên: điểm tối đa\nTừ 5 đến 10: 1/2 điểm tối đa", tiers), "method.overlap"
        ).computed
        == "10"
    )
    assert keys(method("Từ 10 trở lên: điểm tối đa\nDưới 5: 0 điểm", tiers), "method.gap") == ["1.1"]
    assert (
        keys(method("Từ 10 trở lên: điểm tối đa\nDưới 5: 0 điểm\nCòn lại: 1 điểm", tiers), "method.gap") == []
    )


# --- the text by itself -------------------------------------------------------------------


def test_a_percent_sign_lost_on_one_side_of_a_threshold_is_seen() -> None:
    faulty = method("Tỷ lệ ≥80%: điểm tối đa\nTỷ lệ <80 : điểm = Điểm tối đa * tỷ lệ")
    assert found(faulty, "method.percent_lost").computed == "80%"


def test_yes_or_no_beside_a_ratio_is_seen() -> None:
    body = """
method: |
  Có: Điểm tối đa
  Không: 0 điểm
printed_note: "Tỷ lệ = b/a * 100%"
rule: {kind: yes_no, when: x}
inputs: {x: {type: yes_no, label: Đã triển khai}}
"""
    assert keys(criterion(body), "method.yes_no_with_ratio") == ["1.1"]


def test_points_equal_to_the_ratio_beside_bands_are_seen() -> None:
    faulty = method("- Điểm=Tỷ lệ*100%\nMức 1 ≥ 10 % (điểm tối đa)\nMức 2 ≥ 7% (70% điểm)")
    assert keys(faulty, "method.points_and_bands") == ["1.1"]


@pytest.mark.parametrize("formula", ["Điểm=Tỷ lệ 1*Điểm tối đa", "Điểm = T % x Điểm tối đa"])
def test_a_name_without_definition_is_seen(formula: str) -> None:
    assert keys(method(f"- Tỷ lệ = a/b\n- {formula}"), "method.undefined") == ["1.1"]
    assert keys(method(f"- T = a/b; Tỷ lệ 1 = a/b\n- {formula}"), "method.undefined") == []


def test_bands_that_lost_their_line_breaks_are_still_parted() -> None:
    text = "- Đã có và số lượng tin, bài đạt: + Từ 10 trở lên: điểm tối đa; + Từ 5 đến 10: 1/2 điểm; + Dưới 5: 1/4 điểm"
    assert [str(edge) for _, _, edge in overlaps(read_bands(text))] == ["10"]


def test_one_condition_with_two_rewards_is_seen() -> None:
    faulty = method(
        "- Mỗi cuộc họp do Chủ tịch chủ trì tính = 0,5 điểm\n- Mỗi cuộc họp do Chủ tịch chủ trì tính = 0,2 điểm"
    )
    assert keys(faulty, "method.same_condition") == ["1.1"]


def test_two_sides_of_one_threshold_are_two_conditions() -> None:
    sides = method("Tỷ lệ ≥ 0.25%: điểm tối đa\nTỷ lệ < 0.25%: điểm = Điểm tối đa * tỷ lệ")
    assert keys(sides, "method.same_condition") == []


def test_a_decimal_point_among_commas_is_mentioned() -> None:
    assert (
        found(method("Tỷ lệ ≥ 0.25%: điểm tối đa\nMỗi văn bản 0,5 điểm"), "text.decimal_point").computed
        == "0,25%"
    )


def test_more_points_in_the_text_than_the_row_may_give_are_seen() -> None:
    assert found(method("Có tổ chức: đạt 15 điểm"), "method.points_above_maximum").computed == "10"


# --- the rule against the text ------------------------------------------------------------


def test_a_rule_that_follows_its_text_is_left_alone() -> None:
    sound = method(TEXT)
    for code in (
        "method.formula", "method.letter", "method.letter_not_printed", "method.threshold_not_printed",
        "method.threshold_not_used", "method.reward_not_printed", "method.reward_not_used", "ratio.reversed",
    ):  # fmt: skip
        assert keys(sound, code) == []


def test_another_formula_than_the_printed_one_is_an_error() -> None:
    finding = found(method(TEXT.replace("a/b", "(a+b)/2")), "method.formula")
    assert finding.computed == "a / b"


@pytest.mark.parametrize("text", ["Điểm = (1 - a/b) * 10", "Điểm = 10 - a/b * 10", "Điểm = 10 * (b - a)/b"])
def test_a_ratio_that_is_better_low_is_printed_turned_round(text: str) -> None:
    low = RATIO.replace("value: a / b", "value: a / b, better: low")
    assert keys(method(text, low), "method.formula") == []
    assert found(method("Điểm = (2 - a/b) * 10", low), "method.formula").computed == "a / b"
    assert found(method(text), "method.formula").computed == "a / b"


def test_letters_the_row_or_the_text_lack_are_seen() -> None:
    assert found(method(f"{TEXT}\nc = Số hộ nghèo"), "method.letter").printed == "c"
    assert found(method("a = Số hộ có kết nối\n- Tỷ lệ = a/a"), "method.letter_not_printed").computed == "b"


def test_a_constant_named_by_a_letter_is_no_missing_input() -> None:
    body = """
rule: {kind: ratio, value: a / 119}
inputs: {a: {label: Số hạng mục đã số hóa, unit: hạng mục, max: 119}}
"""
    text = "- Tổng số hạng mục đã số hóa = a;\n- Tổng số các hạng mục trong Danh mục = b (119 hạng mục);\n- Tỷ lệ = a / b"
    assert keys(method(text, body), "method.letter") == []


def test_thresholds_are_compared_in_both_directions() -> None:
    at = RATIO.replace("value: a / b", "value: a / b, full_at: 70%")
    text = "Tỷ lệ ≥ 80%: điểm tối đa\nTỷ lệ < 80%: điểm = tỷ lệ/80% * điểm tối đa"
    assert found(method(text, at), "method.threshold_not_printed").computed == "0.7"
    assert found(method(text, at), "method.threshold_not_used").printed == "0.8"
    same = at.replace("70%", "80%")
    assert keys(method(text, same), "method.threshold_not_printed") == []
    assert keys(method(text, same), "method.threshold_not_used") == []


def test_a_weekly_frequency_is_the_yearly_count_of_the_rule() -> None:
    tiers = """
rule: {kind: tiers, value: n, tiers: [{at_least: 52, give: full}, {at_least: 12, give: 1/2}], otherwise: none}
inputs: {n: {label: Số lần phát trong năm, unit: lần}}
"""
    text = "Từ 1 lần/1 tuần: Điểm tối đa;\nTừ 1 tháng/1 lần: 1/2 Điểm tối đa;\nDưới 1 tháng/1 lần: 0 điểm"
    assert keys(method(text, tiers), "method.threshold_not_printed") == []


def test_rewards_are_compared_in_both_directions() -> None:
    choice = """
rule: {kind: choice, of: x, options: {ct: {label: Chủ tịch, give: full}, pct: {label: Phó Chủ tịch, give: 1/4}, khac: {label: Khác, give: none}}}
inputs: {x: {type: choice, label: Trưởng ban}}
"""
    text = "- Chủ tịch: Điểm tối đa\n- Phó Chủ tịch: 1/2*Điểm tối đa\n- Khác: 0 điểm"
    assert found(method(text, choice), "method.reward_not_printed").computed == "2.5"
    assert found(method(text, choice), "method.reward_not_used").printed == "0.5"
    assert keys(method(text, choice.replace("1/4", "1/2")), "method.reward_not_used") == []


def test_halves_of_a_comparison_above_targets_and_places_of_payment_are_no_other_points() -> None:
    excess = """
rule: {kind: peer, value: a / b, method: leader_excess, target: 1}
inputs: {a: {label: Số hộ lên sàn}, b: {label: Chỉ tiêu được giao, min: 1}}
"""
    text = "Đạt chỉ tiêu: 1/2 điểm tối đa; vượt chỉ tiêu: thêm %s điểm tối đa theo phần vượt"
    assert keys(method(text % "1/2", excess), "method.reward_not_used") == []
    assert found(method(text % "1/3", excess), "method.reward_not_used").printed == "1/3"
    paid = """
rule: {kind: count, parts: [{of: n, every: 3, points_each: 0.8}]}
inputs: {n: {label: Số điểm thanh toán}}
"""
    assert keys(method("Cứ 3 điểm thanh toán được 0,8 điểm", paid), "method.reward_not_used") == []
    assert found(method("Cứ 3 mô hình được 2 điểm", paid), "method.reward_not_used").printed == "2"


@pytest.mark.parametrize(
    ("above", "below"),
    [("Tổng số hộ", "Số hộ có kết nối Internet"), ("Số hộ gia đình", "Số hộ gia đình có máy tính")],
)
def test_the_whole_above_its_part_is_an_error(above: str, below: str) -> None:
    faulty = criterion(f"""
rule: {{kind: ratio, value: a / b, if_zero: zero}}
inputs: {{a: {{label: {above}, unit: hộ}}, b: {{label: {below}, unit: hộ}}}}
""")
    assert keys(faulty, "ratio.reversed") == ["1.1"]


def test_a_total_of_what_was_done_over_a_part_of_it_is_reversed() -> None:
    faulty = criterion("""
rule: {kind: ratio, value: a / b, if_zero: zero}
inputs: {a: {label: Tổng số hồ sơ đã giải quyết}, b: {label: Số hồ sơ giải quyết đúng hạn}}
""")
    assert keys(faulty, "ratio.reversed") == ["1.1"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Tổng số văn bản phát hành", "Số văn bản ký số"),
        ("Hồ sơ đã giải quyết", "Hồ sơ đúng hạn"),
        ("Hồ sơ tiếp nhận", "Hồ sơ giải quyết đúng hạn"),
    ],
)
def test_all_of_a_kind_over_the_better_ones_is_reversed(above: str, below: str) -> None:
    ratio = "rule: {kind: ratio, value: a / b, if_zero: zero}"
    for first, second, expected in ((above, below, ["1.1"]), (below, above, [])):
        labels = f"inputs: {{a: {{label: {first}}}, b: {{label: {second}}}}}"
        assert keys(criterion(f"{ratio}\n{labels}"), "ratio.reversed") == expected


@pytest.mark.parametrize(
    ("above", "below", "checks"),
    [
        ("Số cuộc", "Số cuộc theo kế hoạch", ""),
        ("Số xã", "Số xã phải báo cáo", ""),
        ("Số văn bản", "Số văn bản ký số", "checks: [a <= b]"),
        ("Hồ sơ đã giải quyết", "Hồ sơ trực tuyến", ""),
        ("Máy chủ tiếp nhận", "Hồ sơ đúng hạn", ""),
    ],
)
def test_a_plan_below_the_line_and_a_declared_check_are_no_reversal(
    above: str, below: str, checks: str
) -> None:
    ratio = "rule: {kind: ratio, value: a / b, if_zero: zero}"
    labels = f"inputs: {{a: {{label: {above}}}, b: {{label: {below}}}}}"
    assert keys(criterion(f"{ratio}\n{labels}\n{checks}"), "ratio.reversed") == []


@pytest.mark.parametrize(
    ("name", "rule", "check", "expected"),
    [
        ("Tỷ lệ máy tính đã cài", "{kind: ratio, value: a / b}", "a <= b", ["1.1"]),
        ("Tỷ lệ máy tính của xã được cài", "{kind: ratio, value: a / b}", "a <= b", ["1.1"]),
        ("Tỷ lệ máy tính đã cài", "{kind: tiers, value: a / b, tiers: [{at_least: 80%}]}", "a <= b", ["1.1"]),
        ("Tỷ lệ máy tính đã cài", "{kind: ratio, value: b / a}", "b <= a", []),
        ("Tỷ lệ máy tính đã cài", "{kind: ratio, value: a / b, better: low}", "a <= b", []),
        ("Tỷ lệ máy tính", "{kind: ratio, value: a / b}", "a <= b", []),
    ],
)
def test_no_check_mends_a_total_above_what_the_row_is_about(
    name: str, rule: str, check: str, expected: list[str]
) -> None:
    labels = "{a: {label: Tổng số máy tính, min: 1}, b: {label: Số máy tính đã cài, min: 1}}"
    body = f"rule: {rule}\ninputs: {labels}\nchecks: [{check}]"
    assert keys(criterion(body, name=name), "ratio.reversed") == expected


def test_days_of_bands_are_held_against_the_days_of_the_rule() -> None:
    rule = """
rule: {kind: tiers, value: t, tiers: [{at_most: 31}, {at_most: 59, give: 1/2}], otherwise: {points: 1}}
inputs: {t: {type: date, since: 2025-12-31, label: Ngày ban hành}}
"""
    text = (
        "Ban hành trước ngày %s: điểm tối đa; từ 01/02/2026 đến 28/02/2026: 1/2 điểm tối đa; sau đó: 1 điểm"
    )
    sound, wrong = method(text % "01/02/2026", rule), method(text % "01/03/2026", rule)
    for code in ("method.threshold_not_used", "method.overlap"):
        assert keys(sound, code) == []
    assert found(wrong, "method.overlap").computed == "01/02/2026"
    later = method("Ban hành trước ngày 15/02/2026: điểm tối đa; còn lại: 1/2 điểm tối đa", rule)
    assert keys(later, "method.threshold_not_used") == ["1.1"]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("b/a * điểm tối đa", "a / b", ["1.1"]),
        ("a/b * điểm tối đa", "(b - a) / b", ["1.1"]),
        ("(a/b + c/b * 1/2) * điểm tối đa", "(a + c) / b", ["1.1"]),
        ("a/b * điểm tối đa; không có hộ (b = 0): 0 điểm", "a / b", []),
        ("(a/b + c/b * 1/2) * điểm tối đa", "(a + c / 2) / b", []),
        ("b/a là số hộ của mỗi trạm", "a / b", []),
    ],
)
def test_a_formula_without_a_name_is_held_against_the_rule(
    text: str, value: str, expected: list[str]
) -> None:
    figures = "{a: {label: Một, min: 1}, b: {label: Hai, min: 1}, c: {label: Ba}}"
    body = f"rule: {{kind: ratio, value: {value}}}\ninputs: {figures}"
    assert keys(method(text, body), "method.formula") == expected


_PUPILS = "Tổng số học sinh cấp hai", "Số học sinh biết bơi"


@pytest.mark.parametrize(
    ("name", "above", "below", "expected"),
    [
        ("Tỷ lệ học sinh biết bơi", *_PUPILS, ["1.1"]),
        ("Tỷ lệ học sinh cấp hai", *_PUPILS, []),
        ("Tỷ lệ học sinh biết bơi", *reversed(_PUPILS), []),
        ("Tỷ lệ trang bị cho cán bộ", "Tổng số máy tính", "Số cán bộ", []),
        ("Tỷ lệ đơn nộp trên mạng", "Tổng số đơn nộp trên mạng", "Số đơn tiếp nhận", []),
    ],
)
def test_the_name_tells_which_figure_is_the_part(
    name: str, above: str, below: str, expected: list[str]
) -> None:
    labelled = f"{{a: {{label: {above}}}, b: {{label: {below}, min: 1}}}}"
    rule = "{kind: ratio, value: a / b}"
    assert keys(criterion(f"rule: {rule}\ninputs: {labelled}", name=name), "ratio.reversed") == expected
    method = f'method: "a là {above.lower()}, b là {below.lower()}. Tính Tỷ lệ = a/b"'
    printed = criterion(f"rule: {rule}\ninputs: {{a: {{}}, b: {{min: 1}}}}\n{method}", name=name)
    assert keys(printed, "ratio.reversed") == expected


def test_a_note_with_a_threshold_the_rule_lacks_is_an_error() -> None:
    row = 'rule: {kind: ratio, value: a / b, if_zero: zero%s}\ninputs: {a: {}, b: {}}\nnote: "Dưới 50%% thì 0 điểm"'
    assert found(criterion(row % ""), "note.contradicts").printed == "Dưới 50% thì 0 điểm"
    assert keys(criterion(row % ", full_at: 50%, below: zero"), "note.contradicts") == []


@pytest.mark.parametrize(
    ("rule", "note", "given"),
    [
        ("{kind: count, parts: [{of: n, points_each: 2}]}", "Mỗi buổi họp thôn được 1,5 điểm.", "2 điểm"),
        ("{kind: count, parts: [{of: n, every: 5, points_each: 1}]}", "Cứ 5 hộ cộng 2 điểm", "1 điểm"),
        ("{kind: deduct, parts: [{of: n, points_each: 1}]}", "Trừ 0,5 điểm cho mỗi buổi vắng", "1 điểm"),
        ("{kind: ratio, value: 1 / n, if_zero: not_applicable}", "Mẫu bằng 0: 0 điểm", "không áp dụng"),
        ("{kind: ratio, value: 1 / n, if_zero: full}", "Nếu n = 0 (hiếm) thì không đánh giá.", "10 điểm"),
        (
            "{kind: count, parts: [{of: n, points_each: 2}]}",
            "Không tổ chức buổi nào vẫn được 2 điểm",
            "0 điểm",
        ),
        (
            "{kind: tiers, value: n, tiers: [{at_least: 3}], otherwise: 1/4}",
            "Chưa có tổ nào: 0 điểm",
            "2,5 điểm",
        ),
    ],
)
def test_a_note_that_gives_other_points_than_the_rule_is_an_error(rule: str, note: str, given: str) -> None:
    faulty = criterion(f'rule: {rule}\ninputs: {{n: {{label: Số buổi}}}}\nnote: "{note}"')
    assert f"theo quy tắc là {given}" in finding_sentence(found(faulty, "note.other_points"))


@pytest.mark.parametrize(
    ("rule", "note"),
    [
        ("{kind: count, parts: [{of: n, points_each: 2}]}", "Mỗi buổi họp thôn được 2 điểm."),
        ("{kind: count, parts: [{of: n, every: 5, points_each: 1}]}", "Mỗi hộ được 0,2 điểm, cứ 5 hộ 1 điểm"),
        ("{kind: ratio, value: 1 / n, if_zero: full}", "Mẫu số bằng 0 (không phát sinh): điểm tối đa."),
        ("{kind: ratio, value: 1 / n, if_zero: zero}", "Nếu n = 0 thì không tính điểm."),
        ("{kind: ratio, value: 1 / n, if_zero: zero}", "Nếu k = 0 thì được điểm tối đa."),
        ("{kind: tiers, value: n, tiers: [{at_least: 3}], otherwise: 1/4}", "Chưa có tổ nào: 25% số điểm"),
    ],
)
def test_a_note_that_fits_the_rule_is_left_alone(rule: str, note: str) -> None:
    sound = criterion(f'rule: {rule}\ninputs: {{n: {{label: Số buổi}}}}\nnote: "{note}"')
    assert keys(sound, "note.other_points") == []
