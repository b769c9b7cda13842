"""Printed maxima against the sums below them."""

# Planted rows stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.findings import finding_sentence

from .documents import document, found, keys

_ROWS = """
  - {{key: "1", number: "1", level: main, name: Nhận thức, max_points: {one}}}
  - {{key: "1.1", number: "1.1", level: criterion, name: Văn bản chỉ đạo, max_points: 3, rule: {{kind: manual}}}}
  - {{key: "1.2", number: "1.2", level: criterion, name: Chuyên mục riêng, max_points: {last}, rule: {{kind: manual}}}}
  - {{key: "2", number: "2", level: main, name: Hạ tầng}}
  - {{key: "2.1", number: "2.1", level: criterion, name: Máy tính, max_points: 4, rule: {{kind: manual}}}}
"""


def test_a_group_that_differs_from_the_sum_below_is_named_with_the_difference() -> None:
    finding = found(document(_ROWS.format(one="6", last="2")), "sum.group")
    assert (finding.id, finding.printed, finding.computed) == ("sum.group:1", "6", "5")
    assert finding.facts["difference"] == 1


def test_rows_without_a_printed_maximum_are_named_by_what_stands_below_them() -> None:
    rows = """
  - {key: "1", number: "1", level: pillar, name: Chính quyền số, max_points: 9}
  - {key: "1.1", number: "1.1", level: main, name: Hạ tầng}
  - {key: "1.1.1", number: "1.1.1", level: criterion, name: Máy tính, max_points: 4.5, rule: {kind: manual}}
  - {key: "1.2", number: "1.2", level: main, name: Nền tảng, max_points: 4}
  - {key: "1.2.1", number: "1.2.1", level: criterion, name: Trục, max_points: 4, rule: {kind: manual}}
"""
    levels = "{pillar: Trụ cột, main: Chỉ số chính, criterion: Tiêu chí}"
    sentence = finding_sentence(found(document(rows, levels=levels), "sum.group"))
    assert "cộng lại 8,5 (4,5 + 4; lệch 0,5)" in sentence


def test_the_grand_total_is_compared_with_the_topmost_rows() -> None:
    finding = found(document(_ROWS.format(one="5", last="2"), "max_points: 10"), "sum.set")
    assert (finding.id, finding.printed, finding.computed) == ("sum.set:set", "10", "9")


def test_a_total_that_counts_the_bonuses_too_is_told_as_such() -> None:
    bonus = '  - {key: "3", number: "3", level: main, role: bonus, name: Điểm thưởng, max_points: 5, rule: {kind: manual}}'
    counted = document(f"{_ROWS.format(one='5', last='2')}{bonus}\n", "max_points: 14")
    sentence = finding_sentence(found(counted, "sum.with_bonus"))
    assert "Tổng điểm in 14 gồm cả 5 điểm thưởng" in sentence
    assert keys(counted, "sum.set") == []


def test_a_total_that_fits_the_groups_but_not_the_criteria_is_seen() -> None:
    faulty = document(_ROWS.format(one="6", last="2"), "max_points: 10")
    finding = found(faulty, "sum.criteria")
    assert (finding.key, finding.printed, finding.computed) == ("", "10", "9")


def test_a_sound_document_has_no_wrong_sum() -> None:
    sound = document(_ROWS.format(one="5", last="2"), "max_points: 9")
    for code in (
        "sum.group",
        "sum.set",
        "sum.with_bonus",
        "sum.criteria",
        "maximum.missing_set",
        "maximum.above_parent",
    ):
        assert keys(sound, code) == []


def test_a_row_above_its_group_is_named() -> None:
    finding = found(document(_ROWS.format(one="5", last="6")), "maximum.above_parent")
    assert (finding.key, finding.printed, finding.computed) == ("1.2", "6", "5")


def test_a_group_without_maximum_beside_groups_with_one_is_named() -> None:
    assert keys(document(_ROWS.format(one="5", last="2")), "maximum.missing_group") == ["2"]


def test_a_set_without_grand_total_is_mentioned_with_its_sum() -> None:
    assert found(document(_ROWS.format(one="5", last="2")), "maximum.missing_set").computed == "9"


def test_a_leaf_without_maximum_and_one_of_zero_points_are_named() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Nhận thức}
  - {key: "1.1", number: "1.1", level: criterion, name: Văn bản}
  - {key: "1.2", number: "1.2", level: criterion, name: Chuyên mục, max_points: 0, rule: {kind: manual}}
"""
    assert keys(document(rows), "maximum.missing") == ["1.1"]
    assert keys(document(rows), "maximum.zero") == ["1.2"]


def test_a_shared_maximum_counts_once_and_is_mentioned() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Dịch vụ công, max_points: 10}
  - {key: "1.1", number: "1.1", level: criterion, name: Mức độ 3, max_points: 10, rule: {kind: manual}}
  - {key: "1.2", number: "1.2", level: criterion, name: Mức độ 4, shares_maximum_of: "1.1"}
"""
    assert keys(document(rows), "maximum.shared") == ["1.2"]
    assert keys(document(rows), "sum.group") == []


def test_bonus_points_need_a_cap() -> None:
    rows = """
  - {key: "1", number: "1", level: main, name: Điểm thưởng}
  - {key: "1.1", number: "1.1", level: criterion, role: bonus, name: Sáng kiến, max_points: 5, rule: {kind: manual}}
"""
    assert found(document(rows), "bonus.no_cap").computed == "5"
    assert keys(document(rows, "bonus_cap: 5"), "bonus.no_cap") == []


def test_deductions_that_make_more_than_their_group_are_mentioned() -> None:
    rows = """
  - {{key: "4", number: "4", level: main, name: Điểm trừ, role: deduction, max_points: {most}}}
  - {{key: "4.1", number: "4.1", level: criterion, role: deduction, name: Trễ hạn, max_points: 4, rule: {{kind: manual}}}}
  - {{key: "4.2", number: "4.2", level: criterion, role: deduction, name: Sự cố, max_points: 3, rule: {{kind: manual}}}}
"""
    finding = found(document(rows.format(most=5)), "maximum.capped")
    assert (finding.key, finding.printed, finding.computed) == ("4", "5", "7")
    assert finding.facts["terms"] == "4 + 3"
    assert keys(document(rows.format(most=7)), "maximum.capped") == []


def _added(role: str, most: str, *maxima: str) -> IndicatorSet:
    rows = "".join(
        f'  - {{key: "4.{place}", number: "4.{place}", level: criterion, role: {role}, '
        f"name: Việc {place}, max_points: {maximum}, rule: {{kind: manual}}}}\n"
        for place, maximum in enumerate(maxima, start=1)
    )
    return document(
        f'  - {{key: "4", number: "4", level: main, name: Nhóm, role: {role}, max_points: {most}}}\n{rows}'
    )


@pytest.mark.parametrize("role", ["bonus", "deduction"])
def test_a_group_of_bonuses_or_deductions_printed_higher_than_its_rows_is_told(role: str) -> None:
    finding = found(_added(role, "9", "4", "4"), "maximum.unreached")
    assert (finding.key, finding.printed, finding.computed) == ("4", "9", "8")
    assert "(4 + 4)" in finding_sentence(finding)
    assert keys(_added(role, "8", "4", "4"), "maximum.unreached") == []
    assert keys(_added(role, "5", "4", "4"), "maximum.unreached") == []


def test_a_group_is_compared_with_the_groups_printed_in_it() -> None:
    rows = """
  - {key: "4", number: "4", level: main, name: Điểm thưởng, role: bonus, max_points: 9}
  - {key: "4.1", number: "4.1", level: criterion, name: Sáng kiến, role: bonus, max_points: 5}
  - {key: "4.1.1", number: "4.1.1", level: part, name: Một, role: bonus, max_points: 4, rule: {kind: manual}}
  - {key: "4.2", number: "4.2", level: criterion, name: Giải thưởng, role: bonus, max_points: 4, rule: {kind: manual}}
"""
    levels = "{main: Chỉ số chính, criterion: Tiêu chí, part: Thành phần}"
    assert keys(document(rows, levels=levels), "maximum.unreached") == ["4.1"]


def test_a_row_of_an_index_without_weight_is_named() -> None:
    rows, total = (
        _ROWS.format(one="5", last="2"),
        "max_points: 9\nderived: [{{key: d, name: Phụ, terms: [{{row: '1', weight: {}}}, {{row: '2', weight: 1}}]}}]",
    )
    assert found(document(rows, total.format(0)), "derived.weightless").id == "derived.weightless:set:d:1"
    assert keys(document(rows, total.format("0.5")), "derived.weightless") == []
