"""The name, the literal calculation text and the rule must say the same."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint.band_faults import gaps, overlaps
from chamdiem.core.lint.calculation import read_calculation
from chamdiem.core.lint.printed_bands import read_bands
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.core.unparse import unparse

from .documents import criterion, found, keys, method

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


def test_what_a_share_below_a_bound_is_multiplied_by_is_no_more_than_it_comes_to() -> None:
    text = "Từ 50% trở lên: 10 điểm; nếu nhỏ hơn 50%: lấy tỷ lệ đó nhân {} điểm"
    assert keys(method(text.format(20)), "method.points_above_maximum") == []
    assert found(method(text.format(30)), "method.points_above_maximum").computed == "10"
