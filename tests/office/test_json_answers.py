"""JSON of answers: everything that is wrong is said at once, and canonical numbers are exact."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chamdiem.core.sentences import problem_text
from chamdiem.library import load_edition
from chamdiem.office.answer_reading import read_answer_bytes
from chamdiem.office.answer_sheet import AnswerSheet

SET = load_edition("chuprong-2023")


def _read(value: Any) -> AnswerSheet:
    return read_answer_bytes(json.dumps(value).encode(), SET, "so-lieu.json")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    sheet = _read(
        {
            "x": 1,
            "organisations": [
                {"code": "A", "answers": {"1.4.n": 10}},
                {"code": "a", "answers": {"1.4.n": True, "9.9.z": 1}},
                {"code": "B", "answers": [], "weight": 1},
                {"answers": {"1.4.n": "mười"}},
            ],
        }
    )
    assert [(each.code, each.place.path) for each in sheet.problems] == [
        ("json.unknown_name", "x"),
        ("answers.repeated_organisation", "organisations[1].code"),
        ("answer.not_a_number", "organisations[1].answers.1.4.n"),
        ("answers.unknown_figure", "organisations[1].answers.9.9.z"),
        ("json.unknown_name", "organisations[2].weight"),
        ("json.no_answers", "organisations[2].answers"),
        ("json.no_code", "organisations[3]"),
        ("answer.not_a_number", "organisations[3].answers.1.4.n"),
    ]
    assert sheet.problems[2].facts["value"] == "TRUE"


@pytest.mark.parametrize(
    ("written", "stored"), [(1838.5, 1_838_500), ("1.838", 1_838), ("1838", 1_838_000), (10, 10_000)]
)
def test_canonical_numbers_are_exact(written: Any, stored: int) -> None:
    (read,) = _read({"organisations": [{"code": "A", "answers": {"5.11.a": written}}]}).participants
    assert read.answers == {"5.11.a": stored}


@pytest.mark.parametrize(("written", "readings"), [("1.000", "1000 hoặc 1."), ("12.500", "12500 hoặc 12.5.")])
@pytest.mark.parametrize("figure", ["5.11.a", "1.4.n"])
def test_a_padded_text_that_may_mean_thousands_is_refused(written: str, readings: str, figure: str) -> None:
    (problem,) = _read({"organisations": [{"code": "A", "answers": {figure: written}}]}).problems
    assert problem.code == "answer.padded_text"
    assert problem_text(problem).endswith(readings)


@pytest.mark.parametrize("written", ["1.838.000", "1838,5", "1,838"])
def test_numbers_as_people_type_them_are_refused(written: str) -> None:
    (problem,) = _read({"organisations": [{"code": "A", "answers": {"5.11.a": written}}]}).problems
    assert problem.code == "answer.not_canonical"
