"""Answers written as JSON come back as they were, people's words over the rules included."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.expression import parse_condition
from chamdiem.core.figures import list_figures
from chamdiem.core.inputs import Input
from chamdiem.core.override import Override
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.standings import Participant, score_everybody
from chamdiem.errors import InvalidAnswers
from chamdiem.library import list_editions, load_edition
from chamdiem.office.answer_json import answers_data
from chamdiem.office.asked import asked_by
from chamdiem.office.json_reading import parse_json, read_parsed
from chamdiem.office.score_lines import is_met
from chamdiem.office.scoring import score_file
from tests.core.trees import criterion, tree
from tests.patience import cases

SET = load_edition("chuprong-2023")
CRITERIA = [row.key for row in SET.criteria]


def _values(given_: Input) -> st.SearchStrategy[int]:
    """Stored integers an input accepts: within its range, on its step."""
    low, high = given_.range
    step = int((given_.step or Fraction(1, given_.scale)) * given_.scale)
    most = high if high is not None else 10**9
    return st.integers(-(-(low or 0) // step), most // step).map(lambda number: number * step)


@pytest.mark.parametrize("key", list_editions())
@cases(40)
@given(data=st.data())
def test_answers_and_decisions_survive_writing_and_reading(key: str, data: st.DataObject) -> None:
    indicator_set = load_edition(key)
    figures = {name: figure.input for name, figure in list_figures(indicator_set).items()}
    answers = {name: data.draw(st.none() | _values(given_)) for name, given_ in figures.items()}
    maxima = {row.key: row.max_points or Fraction(0) for row in indicator_set.criteria}
    chosen = data.draw(st.lists(st.sampled_from([row.key for row in indicator_set.criteria]), max_size=3))
    overrides = {
        name: Override(points=maxima[name] / 4 if place else None, reason="hội đồng", is_ruling=place == 2)
        for place, name in enumerate(dict.fromkeys(chosen))
    }
    one = Participant(code="A", name="Sở A", peer_group="Sở", answers=answers, overrides=overrides)
    written = json.dumps(answers_data(indicator_set, [one])).encode()
    (again,) = read_parsed(parse_json(written), asked_by(indicator_set)).participants
    assert again.overrides == overrides
    assert {k: v for k, v in again.answers.items() if v is not None} == {
        k: v for k, v in answers.items() if v is not None
    }


def test_a_written_file_scores_to_the_same_points(tmp_path: Path) -> None:
    given_ = Participant(
        code="A",
        answers={"1.2.x": 1, "1.2.y": 0},
        overrides={
            "1.1": Override(points=Fraction("3.25"), reason="thiếu quyết định"),
            "8.5": Override(reason="không phát sinh"),
        },
    )
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(answers_data(SET, [given_])), encoding="utf-8")
    direct = score_everybody(SET, [given_]).standings[0].sheet
    read = score_file(path, SET).standings.standings[0].sheet
    assert read.total == direct.total
    assert read.outcomes["1.1"].points == Fraction("3.25")


@pytest.mark.parametrize(("points", "met"), [("0", False), ("1", True)])
def test_a_decision_on_a_condition_without_points_is_read_back(points: str, *, met: bool) -> None:
    x = {"x": Input(type="yes_no")}
    row = criterion("1", None, role="condition", rule=YesNoRule(when=parse_condition("x")), inputs=x)
    indicator_set = tree(row, criterion("2"))
    decided = {"1": Override(points=Fraction(points), reason="hội đồng")}
    given_ = Participant(code="A", answers={}, overrides=decided)
    written = json.dumps(answers_data(indicator_set, [given_])).encode()
    sheet = read_parsed(parse_json(written), asked_by(indicator_set))
    assert not sheet.problems
    (standing,) = score_everybody(indicator_set, sheet.participants).standings
    assert is_met(standing.sheet.outcomes["1"]) is met


@pytest.mark.parametrize(
    ("overrides", "code"),
    [
        ([], "json.no_overrides"),
        ({"9.99": {"points": "1", "reason": "x"}}, "json.unknown_criterion"),
        ({"1.1": 5}, "json.not_an_override"),
        ({"1.1": {"points": "1", "why": "x"}}, "json.not_an_override"),
        ({"1.1": {"points": "1"}}, "json.override_without_reason"),
        ({"1.1": {"points": "1", "reason": "  "}}, "json.override_without_reason"),
        ({"1.1": {"points": True, "reason": "x"}}, "json.override_points"),
        ({"1.1": {"points": "16", "reason": "x"}}, "json.override_points"),
        ({"1.1": {"points": "-1", "reason": "x"}}, "json.override_points"),
        ({"1.1": {"points": "1", "by_council": "có", "reason": "x"}}, "json.not_an_override"),
        ({"1.1": {"not_applicable": True, "by_council": True, "reason": "x"}}, "json.not_an_override"),
        ({"1.1": {"points": "1", "not_applicable": True, "reason": "x"}}, "json.not_an_override"),
    ],
)
def test_a_decision_that_is_unclear_is_refused_with_its_place(overrides: object, code: str) -> None:
    data = json.dumps([{"code": "A", "answers": {}, "overrides": overrides}]).encode()
    sheet = read_parsed(parse_json(data, "a.json"), asked_by(SET), "a.json")
    assert [problem.code for problem in sheet.problems] == [code]
    assert sheet.problems[0].place.path.startswith("organisations[0].overrides")


def test_nothing_is_scored_from_a_file_with_an_unclear_decision(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('[{"code": "A", "answers": {}, "overrides": {"1.1": {"points": "1"}}}]')
    with pytest.raises(InvalidAnswers):
        score_file(path, SET)
