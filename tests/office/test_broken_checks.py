"""A check between figures that cannot hold while one of them is blank: whose it is, and where."""

from __future__ import annotations

import json

import pytest

from chamdiem.core.expression import parse_condition, parse_term
from chamdiem.core.indicator_set import Check, IndicatorSet
from chamdiem.core.inputs import Input
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.sentences import problem_text
from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.answer_reading import read_answer_bytes
from chamdiem.office.scoring import score_answers
from tests.core import trees

from .forms import table

_SECOND = "organisations[1].answers.1.1"
_HEAD = ["Mã đơn vị", "1.1.a", "1.1.b", "1.1.c"]
_LINES = (["X01", 9, 1, 1], ["X02", 5, 6])
_CSV = "Mã đơn vị;1.1.a;1.1.b;1.1.c\nX01;9;1;1\nX02;5;6;"


def _set() -> IndicatorSet:
    row = trees.criterion(
        "1.1",
        rule=RatioRule(value=parse_term("(b + c) / a")),
        inputs={"a": Input(), "b": Input(), "c": Input()},
        checks=(Check(that=parse_condition("c + b <= a")),),
    )
    return trees.tree(trees.group("1"), row)


def _problem(data: bytes, file: str) -> Problem:
    with pytest.raises(InvalidAnswers) as refused:
        score_answers(read_answer_bytes(data, _set(), file), _set())
    (problem,) = refused.value.problems
    return problem


def _json(**answers: str | None) -> bytes:
    organisations = [
        {"code": "X01", "answers": {"1.1.a": 9, "1.1.b": 1, "1.1.c": 1}},
        {"code": "X02", "answers": {f"1.1.{letter}": value for letter, value in answers.items()}},
    ]
    return json.dumps({"organisations": organisations}).encode()


@pytest.mark.parametrize(
    ("data", "file", "place", "cells"),
    [
        (table(_HEAD, *_LINES), "a.xlsx", Place("a.xlsx", 0, "Sheet", "C3"), "C3, B3"),
        (_CSV.encode(), "a.csv", Place("a.csv", 3, "", "C3"), "C3, B3"),
        *(
            (data, "a.json", Place("a.json", path=f"{_SECOND}.b"), f"{_SECOND}.b, {_SECOND}.a")
            for data in (_json(a="5", b="6"), _json(a="5", b="6", c=None))
        ),
    ],
)  # fmt: skip
def test_what_is_blank_is_no_place_and_the_organisation_is_named(
    data: bytes, file: str, place: Place, cells: str
) -> None:
    problem = _problem(data, file)
    assert (problem.code, problem.place, problem.facts["cells"]) == ("check.broken", place, cells)
    assert problem_text(problem) == (
        "Mục 1.1 của đơn vị X02: phải bảo đảm c + b ≤ a, nhưng với a = 5, b = 6 thì c bằng bao nhiêu cũng "
        f"không thoả mãn. Sửa số liệu ở {cells}."
    )
