"""Grades of peer groups merged with the common ones."""

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences.findings import finding_sentence

from .documents import document, findings, found

_ROWS = """
  - {{key: "1", number: "1", level: main, name: Nhận thức, max_points: {first}, rule: {{kind: manual}}}}
  - {{key: "2", number: "2", level: main, name: Hạ tầng số, max_points: 50, rule: {{kind: manual}}}}
{more}
"""
_BONUS = "  - {key: T, level: main, role: bonus, name: Sáng kiến, max_points: 20, rule: {kind: manual}}"


def _graded(*grades: str, first: str = "50", more: str = "") -> IndicatorSet:
    lines = "\n".join(f"  - {{{grade}}}" for grade in grades)
    return document(_ROWS.format(first=first, more=more), f"grades:\n{lines}")


_GOOD, _FAIR = "name: Tốt, at_least: 80%", "name: Khá, at_least: 65%"


def test_an_own_grade_that_overtakes_the_common_one_above_it_is_told() -> None:
    planted = _graded(_GOOD, _FAIR, "name: Khá, at_least: 85%, peer_group: Miền núi")
    finding = found(planted, "grade.order")
    assert finding.id == "grade.order:set:Miền núi:Tốt:Khá"
    assert (finding.printed, finding.computed) == ("0.8", "0.85")
    assert finding_sentence(finding).startswith(
        "Xếp loại của Miền núi: “Tốt” cần 80%, không cao hơn “Khá” xếp sau cần 85%"
    )


@pytest.mark.parametrize("own", ["name: Khá, at_least: 80%", "name: Vượt trội, at_least: 80%"])
def test_two_grades_of_a_group_that_need_the_same_are_told(own: str) -> None:
    assert len(findings(_graded(_GOOD, _FAIR, f"{own}, peer_group: Miền núi"), "grade.order")) == 1


def test_grades_that_keep_their_order_are_not_told() -> None:
    own = (
        "name: Tốt, at_least: 70%, peer_group: Miền núi",
        "name: Vượt trội, at_least: 95%, peer_group: Đảo",
    )
    assert findings(_graded(_GOOD, _FAIR, *own), "grade.order") == []


_GATED = "name: Khá, at_least: 65%, gates: [{level: main, at_least: 70%}]"


def test_a_better_grade_without_the_gate_of_the_one_below_is_told_with_the_rows() -> None:
    finding = found(_graded(_GOOD, _GATED), "grade.gate")
    assert finding.id == "grade.gate:set:Tốt:Khá"
    assert finding.facts["rows"] == ("1", "2")


def test_a_gate_that_the_better_grade_implies_is_not_told() -> None:
    # 90 % of 100 points leave no row of 50 points below 80 %.
    assert findings(_graded("name: Tốt, at_least: 90%", _GATED), "grade.gate") == []
    assert findings(_graded("name: Tốt, at_least: 90%", _GATED, first="10"), "grade.gate")
    assert findings(_graded("name: Tốt, at_least: 90%", _GATED, more=_BONUS), "grade.gate")


def test_a_gate_the_better_grade_has_too_is_not_told() -> None:
    gated = "name: Tốt, at_least: 80%, gates: [{row: '1', at_least: 70%}, {row: '2', at_least: 75%}]"
    assert findings(_graded(gated, _GATED), "grade.gate") == []


def test_a_gate_lost_by_merging_is_told_for_that_group_alone() -> None:
    gated = "name: Tốt, at_least: 80%, gates: [{level: main, at_least: 70%}]"
    own = "name: Tốt, at_least: 75%, peer_group: Miền núi"
    finding = found(_graded(gated, _GATED, own), "grade.gate")
    assert finding.facts["group"] == "Miền núi"


def test_a_lowest_grade_that_asks_for_something_is_mentioned() -> None:
    finding = found(_graded(_GOOD, _FAIR), "grade.no_lowest")
    assert (finding.id, finding.severity) == ("grade.no_lowest:set:Khá", "info")
    assert finding_sentence(finding).startswith("Xếp loại của mọi nhóm: loại thấp nhất “Khá” cần 65%")
    assert not findings(_graded(_GOOD, _FAIR, "name: Yếu, at_least: 0"), "grade.no_lowest")


def test_the_lowest_grade_of_a_group_is_its_own() -> None:
    own = "name: Yếu, at_least: 10%, peer_group: Miền núi"
    told = [each.id for each in findings(_graded(_GOOD, "name: Yếu, at_least: 0", own), "grade.no_lowest")]
    assert told == ["grade.no_lowest:set:Miền núi:Yếu"]
