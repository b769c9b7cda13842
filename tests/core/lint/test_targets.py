"""Targets printed in names, held against the rule."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.sentences.findings import finding_sentence

from .documents import RATIO, TEXT, criterion, document, findings, found, keys, method

# --- targets in names ---------------------------------------------------------------------


def test_a_target_in_the_name_that_the_rule_does_not_have_is_seen() -> None:
    at = RATIO.replace("value: a / b", "value: a / b, full_at: 80%")
    finding = found(method(TEXT, at, name="100% cán bộ có trình độ đại học"), "target.contradicts")
    assert (finding.printed, finding.computed) == ("1", "80%")
    assert keys(method(TEXT, at, name="80% cán bộ có trình độ đại học"), "target.contradicts") == []
    assert keys(method(TEXT, name="80% hộ có kết nối"), "target.contradicts") == ["1.1"]


@pytest.mark.parametrize(
    "name", ["Tỷ lệ hộ đạt chuẩn 70%", "Tỷ lệ hộ có kết nối (70%)", "Tỷ lệ hộ có kết nối, 70% trở lên."]
)
def test_a_target_may_stand_at_the_end_of_the_name(name: str) -> None:
    half = RATIO.replace("value: a / b", "value: a / b, full_at: 50%")
    assert keys(method(TEXT, half, name=name), "target.contradicts") == ["1.1"]
    assert keys(method(TEXT, half.replace("50%", "70%"), name=name), "target.contradicts") == []


def test_a_percentage_that_describes_what_is_counted_is_no_target() -> None:
    name = "Tỷ lệ hệ thống thông tin có 100% máy chủ được cài đặt"
    at = RATIO.replace("value: a / b", "value: a / b, full_at: 80%")
    assert keys(method(TEXT, at, name=name), "target.contradicts") == []


def test_a_least_number_in_the_name_is_a_target() -> None:
    tiers = """
rule: {kind: tiers, value: n, tiers: [{at_least: 4, give: full}], otherwise: none}
inputs: {n: {label: Số cuộc họp, unit: cuộc}}
"""
    assert keys(
        method("Đủ: điểm tối đa", tiers, name="Họp trực tuyến tối thiểu 05 cuộc"), "target.contradicts"
    ) == ["1.1"]
    sound = tiers.replace("at_least: 4", "at_least: 60")
    assert (
        keys(method("Đủ: điểm tối đa", sound, name="Đăng tin tối thiểu 5 bài/ 1 tháng"), "target.contradicts")
        == []
    )


def test_a_target_without_any_threshold_is_seen() -> None:
    yes_no = "rule: {kind: yes_no, when: x}\ninputs: {x: {type: yes_no, label: Đã triển khai}}"
    assert keys(
        method("Có: Điểm tối đa", yes_no, name="100% cơ quan đã triển khai"), "target.not_in_rule"
    ) == ["1.1"]


def test_a_bare_number_beside_percentages_lost_its_sign() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Chữ ký số}
  - {key: "1.1", number: "1.1", level: criterion, name: 100% cơ quan có chứng thư số, max_points: 1, rule: {kind: manual}}
  - {key: "1.2", number: "1.2", level: criterion, name: 100 cán bộ có chứng thư số, max_points: 1, rule: {kind: manual}}
"""
    assert found(document(rows), "target.percent_lost").computed == "100%"


@pytest.mark.parametrize(
    ("name", "rule", "lost"),
    [
        ("100 cán bộ dùng thư điện tử", "{kind: ratio, value: a / b, below: zero, if_zero: zero}", ["1.1"]),
        ("80 người dân hài lòng", "{kind: ratio, value: a / b, full_at: 80%, if_zero: zero}", ["1.1"]),
        ("100 số cơ quan có nền tảng dữ liệu lớn", "{kind: manual}", ["1.1"]),
        ("100 cán bộ được tập huấn", "{kind: ratio, value: a / 100}", []),
        ("100 cán bộ được tập huấn", "{kind: tiers, value: a, tiers: [{at_least: 100}]}", []),
        ("80 người dân hài lòng", "{kind: ratio, value: a / b, if_zero: zero}", []),
        ("80% người dân hài lòng", "{kind: ratio, value: a / b, full_at: 80%, if_zero: zero}", []),
    ],
)
def test_a_bare_number_that_its_rule_takes_for_a_percentage_lost_its_sign(
    name: str, rule: str, lost: list[str]
) -> None:
    row = criterion(f"rule: {rule}\ninputs: {{a: {{label: Số người}}, b: {{label: Tổng số}}}}", name=name)
    assert keys(row, "target.percent_lost") == lost


def test_a_name_that_promises_another_kind_of_figure_is_mentioned() -> None:
    assert keys(method(TEXT, name="Số lượng hộ có kết nối"), "name.kind") == ["1.1"]
    assert keys(method(TEXT, name="Tỷ lệ hộ có kết nối"), "name.kind") == []
    yes_no = "rule: {kind: yes_no, when: x}\ninputs: {x: {type: yes_no, label: Đã triển khai}}"
    assert keys(method("Có: Điểm tối đa", yes_no, name="Tỷ lệ hộ có kết nối"), "name.kind") == ["1.1"]


@pytest.mark.parametrize(
    ("words", "share"),
    [("trên 70 phần trăm", "0.7"), ("đạt 5 phần nghìn", "0.005"), ("tối thiểu 5 ‰", "0.005")],
)
def test_a_target_in_words_is_seen_like_one_with_its_sign(words: str, share: str) -> None:
    rule = """
rule: {kind: ratio, value: a / b, full_at: 60%, if_zero: zero}
inputs: {a: {label: Hộ có mạng, unit: hộ}, b: {label: Tổng hộ, unit: hộ}}
"""
    assert found(criterion(rule, name=f"Tỷ lệ hộ có mạng {words}"), "target.contradicts").printed == share


def test_one_target_is_found_once() -> None:
    findings_ = findings(method(TEXT, name="Ít nhất 90% hộ có kết nối"), "target.contradicts")
    assert [finding.printed for finding in findings_] == ["0.9"]


@pytest.mark.parametrize(
    ("name", "full_at", "printed"),
    [
        ("Có ít nhất 3/4 số bản phủ sóng", "80%", "nêu mức 0,75 nhưng"),
        ("Trên 1/3 tổng số hộ có mạng", "80%", "nêu mức 1/3 nhưng"),
        ("Quá nửa số hộ có mạng", "80%", "nêu mức 0,5 nhưng"),
    ],
)
def test_a_part_printed_as_a_fraction_is_a_target(name: str, full_at: str, printed: str) -> None:
    row = f"rule: {{kind: ratio, value: a / b, full_at: {full_at}}}\ninputs: {{a: {{}}, b: {{min: 1}}}}"
    assert printed in finding_sentence(found(criterion(row, name=name), "target.contradicts"))


def test_fractions_the_rule_has_and_days_are_no_contradiction() -> None:
    row = "rule: {kind: ratio, value: a / b, full_at: 3/4}\ninputs: {a: {}, b: {min: 1}}"
    for name in ("Có ít nhất 3/4 số bản phủ sóng", "Thực hiện từ 1/3 đến 1/9", "Quyết định 5/9 về số hóa"):
        assert keys(criterion(row, name=name), "target.contradicts") == []


@pytest.mark.parametrize(
    "name",
    [
        "Không dưới 70% hộ có cáp quang",
        "Phấn đấu 70% hộ có cáp quang",
        "Vượt mức 70% hộ có cáp quang",
        "Bảo đảm 70% số hộ có cáp quang",
    ],
)
def test_a_target_is_read_behind_the_words_that_ask_for_it(name: str) -> None:
    at = RATIO.replace("value: a / b", "value: a / b, full_at: %s")
    assert keys(method(TEXT, at % "65%", name=name), "target.contradicts") == ["1.1"]
    assert not keys(method(TEXT, at % "70%", name=name), "target.contradicts")


def test_more_than_a_plan_is_no_level() -> None:
    at = RATIO.replace("value: a / b", "value: a / b, full_at: 110%")
    assert not keys(method(TEXT, at, name="Thu vượt mức 10% so với kế hoạch"), "target.contradicts")


def test_one_of_what_is_counted_is_no_share() -> None:
    tiers = "rule: {kind: tiers, value: n, tiers: [{at_least: 2, give: full}, {at_least: 1, give: 1/2}]}\ninputs: {n: {label: Số cuộc họp, unit: cuộc}}"
    told = found(method("2 cuộc: 10 điểm", tiers, name="Họp tối thiểu 6 cuộc"), "target.contradicts")
    assert told.computed == "1, 2"
