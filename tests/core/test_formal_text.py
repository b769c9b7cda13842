"""What a Vietnamese sentence quotes from a set file is written for people: và, ×, ≥, decimal comma."""

from __future__ import annotations

import pytest

from chamdiem.core.sentences import problem_text
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.core.sentences.formal import formal_text
from chamdiem.errors import Problem

from .lint.documents import criterion, found


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("b / a * 1 / 2", "b / a × 1 / 2", "b / a × 1 / 2"),
        ("n = 0 and not x or a >= 0.5", "n = 0 và không x hoặc a ≥ 0,5", "n = 0 and not x or a ≥ 0.5"),
        ("band != 1.25", "band ≠ 1,25", "band ≠ 1.25"),
    ],
)
def test_expressions_are_written_as_the_language_writes_them(
    text: str, vietnamese: str, english: str
) -> None:
    assert (formal_text(text), formal_text(text, "en")) == (vietnamese, english)


def test_a_band_out_of_reach_is_told_with_signs_and_a_comma() -> None:
    rule = "{kind: tiers, value: b / a * 1 / 2, tiers: [{at_least: 0.75}], if_zero: zero}"
    faulty = criterion(f"rule: {rule}\ninputs: {{a: {{label: A}}, b: {{label: B}}}}\nchecks: [b <= a]")
    text = finding_sentence(found(faulty, "threshold.unreachable"))
    assert "“≥ 75%” của b / a × 1 / 2" in text


def test_a_case_that_comes_out_otherwise_is_told_in_words() -> None:
    faulty = criterion(
        "rule: {kind: tiers, value: n, tiers: [{at_least: 1}]}\ninputs: {n: {label: N, max: 5}}\n"
        "cases:\n  - {given: {n: 9}, points: 10}"
    )
    text = finding_sentence(found(faulty, "case.wrong"))
    assert "số liệu không hợp lệ" in text
    assert "invalid" not in text


def test_what_a_key_must_look_like_is_said_in_vietnamese() -> None:
    problem = Problem(
        "schema.wrong_form", {"value": "a b", "expected": "key (letters, digits, dots, dashes)"}
    )
    assert "mã gồm chữ không dấu" in problem_text(problem)
    assert "letters" not in problem_text(problem)
