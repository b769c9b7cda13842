"""Worked cases of a draft: generated, marked, coming out as stated, and enough for lint."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from chamdiem.annex.importing import import_annex
from chamdiem.annex.working import GENERATED
from chamdiem.core.cases import failing_cases
from chamdiem.core.lint import lint
from chamdiem.library.reading import read_set_text
from tests.annex.corpus import first, second, third
from tests.annex.received import read_once

FILES = Path(__file__).parent / "corpus" / "files"
NAMES = [annex.file for annex in (*first.ANNEXES, *second.ANNEXES, *third.ANNEXES)]
RATIO = (
    "a = số hồ sơ nộp trực tuyến; b = tổng số hồ sơ; Tỷ lệ = a/b. "
    "Tỷ lệ ≥ 80%: Điểm tối đa; < 80%: Tỷ lệ/80% * Điểm tối đa"
)


def test_a_ratio_is_worked_on_its_threshold_below_it_and_without_a_denominator() -> None:
    lines = ("STT\tTiêu chí\tĐiểm tối đa\tCách tính điểm", f"1\tHồ sơ trực tuyến\t10\t{RATIO}")
    _, draft = import_annex("\n".join(lines).encode(), "a.txt")
    (row,) = draft.indicator_set.rows
    worked = [case for case in row.cases if case.status == "scored"]
    assert {case.label for case in row.cases} == {GENERATED}
    assert any(case.points == Fraction(10) for case in worked)
    assert any(Fraction(9) < (case.points or 0) < 10 for case in worked)
    assert any(case.status == "not_applicable" and case.given.get("b") == "0" for case in row.cases)
    assert any(not case.given and case.status == "missing" for case in row.cases)


@pytest.mark.parametrize("file", NAMES)
def test_generated_cases_survive_the_text_of_the_draft_and_are_enough_for_lint(file: str) -> None:
    draft = read_once(FILES / file)[1]
    again = read_set_text(draft.text, file)
    assert [row.cases for row in again.rows] == [row.cases for row in draft.indicator_set.rows]
    assert not list(failing_cases(again))
    assert any(row.cases for row in again.rows)
    assert not [finding for finding in lint(again) if finding.code in {"case.few", "case.wrong"}]


def test_small_thresholds_and_none_have_cases_close_beside_them() -> None:
    text = (
        "a = số hồ sơ trễ hạn; b = tổng số hồ sơ; Tỷ lệ = a/b: 0%: 10 điểm; trên 0% đến 2%: 6 điểm; "
        "trên 2% đến 5%: 3 điểm; trên 5%: 0 điểm"
    )
    lines = ("STT\tTiêu chí\tĐiểm tối đa\tCách tính điểm", f"1\tHồ sơ trễ hạn\t10\t{text}")
    _, draft = import_annex("\n".join(lines).encode(), "a.txt")
    assert "case.threshold" not in {finding.code for finding in lint(draft.indicator_set)}
