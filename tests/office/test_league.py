"""The league table of scores another program hands in: worked out again, or refused with every place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chamdiem.errors import InvalidAnswers, Problem
from chamdiem.library import content_hash
from chamdiem.office.league import league_of_file
from tests.office.forms import every_kind, filled_form, saved


def _score(code: Any, total: Any = 20, **more: Any) -> dict[str, Any]:
    return {"code": code, "total": total, "maximum": 50, **more}


def _file(folder: Path, *organisations: Any, **head: Any) -> Path:
    path = folder / "diem.json"
    path.write_text(json.dumps({**head, "organisations": organisations}), encoding="utf-8")
    return path


def _problems(path: Path) -> list[Problem]:
    with pytest.raises(InvalidAnswers) as refused:
        league_of_file(path, every_kind())
    return list(refused.value.problems)


def test_places_are_worked_out_from_the_points_and_not_believed(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        _score("X01", 20.01, place=1),
        _score("X02", 20.02, place=9),
        _score("X03", 20.02),
        _score("X04", 50, ranked=False),
    )
    entries = league_of_file(path, every_kind()).entries
    assert [(each.code, each.placing.overall) for each in entries] == [
        ("X02", 1),
        ("X03", 1),
        ("X01", 3),
        ("X04", None),
    ]


@pytest.mark.parametrize("total", [None, "20", True, float("nan"), float("inf"), [], {}, 1e300])
def test_a_total_that_is_no_number_is_named(tmp_path: Path, total: Any) -> None:
    (problem,) = _problems(_file(tmp_path, _score("X01"), _score("X02", total)))
    assert (problem.code, problem.place.path) == ("scores.not_a_number", "organisations[1].total")


def test_codes_that_are_missing_or_stand_twice_are_named_in_order(tmp_path: Path) -> None:
    path = _file(tmp_path, _score("X01"), _score(None), _score("x01"), _score(" "), _score("X01"))
    assert [(each.code, each.place.path) for each in _problems(path)] == [
        ("json.no_code", "organisations[1].code"),
        ("answers.repeated_organisation", "organisations[2].code"),
        ("json.no_code", "organisations[3].code"),
        ("answers.repeated_organisation", "organisations[4].code"),
    ]


def test_everything_wrong_is_named_at_once(tmp_path: Path) -> None:
    path = _file(tmp_path, _score("X01"), {"code": "X02"}, 5)
    assert [each.place.path for each in _problems(path)] == [
        "organisations[1].total",
        "organisations[1].maximum",
        "organisations[2].total",
        "organisations[2].maximum",
        "organisations[2].code",
    ]


def test_scores_of_another_set_or_text_are_refused(tmp_path: Path) -> None:
    key, content = every_kind().key, content_hash(every_kind())
    assert league_of_file(_file(tmp_path, _score("X01"), set=key, hash=content), every_kind())
    assert [each.code for each in _problems(_file(tmp_path, _score("X"), set="so-2021"))] == [
        "scores.other_set"
    ]
    assert [each.code for each in _problems(_file(tmp_path, _score("X"), set=key, hash="0"))] == [
        "scores.other_edition"
    ]


def test_the_league_of_a_form_is_that_of_its_answers(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    path.write_bytes(saved(filled_form()))
    entries = league_of_file(path, every_kind()).entries
    assert [(each.code, each.placing.overall) for each in entries] == [("X01", 1), ("X02", None)]


def _standing(key: str, status: str) -> dict[str, str]:
    return {"key": key, "status": status}


def _told(path: Path) -> list[tuple[str, str]]:
    warnings = league_of_file(path, every_kind()).warnings
    return [
        (
            each.code,
            each.facts.get("organisations", each.facts.get("organisation", each.facts.get("row", ""))),
        )
        for each in warnings
        if each.code != "scores.set_has_errors"
    ]


def test_what_makes_places_doubtful_is_told_as_the_statuses_of_the_file_say(tmp_path: Path) -> None:
    keys = [row.key for row in every_kind().criteria]
    for status, code in (
        ("missing", "scores.missing"),
        ("disputed", "scores.undecided"),
        ("invalid", "scores.undecided"),
        ("not_applicable", "scores.much_not_applicable"),
    ):
        doubtful = [_standing(key, status) for key in keys]
        fine = [_standing(key, "scored") for key in keys]
        path = _file(tmp_path, _score("X01", criteria=doubtful), _score("X02", criteria=fine))
        told = _told(path)
        assert {each for each, _ in told} == {code}
        assert {who for _, who in told} <= {"X01", ""}


def test_a_file_that_does_not_say_how_criteria_stand_is_told(tmp_path: Path) -> None:
    odd = [5, {"key": 1, "status": "scored"}, {"key": "?", "status": "scored"}, {"status": "missing"}]
    path = _file(tmp_path, _score("X01", name="Xã A"), _score("X02", criteria=odd), _score("X03", criteria=5))
    assert _told(path) == [("scores.statuses_unknown", "Xã A, X02, X03")]


def test_one_that_was_compared_with_nobody_is_told(tmp_path: Path) -> None:
    criteria = [_standing(row.key, "scored") for row in every_kind().criteria]
    first = criteria[0]["key"]
    spreads = {"": {first: {"count": 1}, "?": {"count": 1}, criteria[1]["key"]: {"count": 3}}, "A": 7}
    path = _file(tmp_path, _score("X01", criteria=criteria), spreads=spreads)
    assert _told(path) == [("scores.alone", every_kind().row(first).label)]


def test_one_without_a_peer_group_among_others_is_told_where_it_is_ranked(tmp_path: Path) -> None:
    criteria = [_standing(row.key, "scored") for row in every_kind().criteria]
    others = {"criteria": criteria, "peer_group": "Miền núi"}
    path = _file(tmp_path, _score("X01", criteria=criteria), _score("X02", **others))
    assert _told(path) == [("scores.no_peer_group", "X01")]
    unranked = _file(tmp_path, _score("X01", criteria=criteria, ranked=False), _score("X02", **others))
    assert _told(unranked) == []


def test_a_tie_break_row_that_does_not_apply_is_told_with_the_place(tmp_path: Path) -> None:
    row = every_kind().rows[0].key
    tied = replace(every_kind(), tie_break=(row,))
    groups = ({row: {"points": 3, "maximum": 5}}, {row: {"points": 0, "maximum": 0}})
    path = _file(tmp_path, *(_score(f"X{n}", groups=each) for n, each in enumerate(groups)))
    entries = league_of_file(path, tied).entries
    assert [(each.placing.place, each.tie_left_out) for each in entries] == [(1, (row,)), (1, (row,))]
