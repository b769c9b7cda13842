"""The rule of a row against its calculation text and its note."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.sentences.findings import finding_sentence

from .documents import RATIO, TEXT, criterion, found, keys, method

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
