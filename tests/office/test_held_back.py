"""A better grade that a gate keeps away is told wherever grades are: on screen, in JSON, Excel and CSV."""

from __future__ import annotations

import csv
import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.calling import GOOD, SET, answers_file, call, set_file

_GRADES = """  index_digits: 2
  grades:
    - {name: Tốt, at_least: 1/2, gates: [{row: "1.2", at_least: 60%}]}
    - {name: Đạt, at_least: 0}
rows:
"""
_SAID = "Xã B đủ chỉ số nhưng không được xếp loại Tốt: tiêu chí 1.2 0 < 0,6."


@pytest.fixture
def graded(tmp_path: Path) -> tuple[Path, Path]:
    """A set with a gate and answers of which the second organisation does not pass it."""
    return set_file(tmp_path, SET.replace("rows:\n", _GRADES, 1)), answers_file(tmp_path, GOOD)


@pytest.mark.parametrize("command", ["score", "rank"])
def test_the_table_says_why_a_better_grade_was_not_given(command: str, graded: tuple[Path, Path]) -> None:
    out = call(command, *graded).out
    assert _SAID in out
    assert "Xã A đủ chỉ số" not in out


def test_json_names_the_row_with_its_value_and_what_is_asked(graded: tuple[Path, Path]) -> None:
    _, second = call("score", *graded, "--json").json["organisations"]
    (held_back,) = second["grades_held_back"]
    assert held_back["gates"] == [{"key": "1.2", "index_value": "0", "at_least": "0.6"}]
    assert held_back["reason"] == "Tốt: tiêu chí 1.2 0 < 0,6"


def test_scores_that_are_ranked_again_tell_it_too(graded: tuple[Path, Path], tmp_path: Path) -> None:
    scores = tmp_path / "diem.json"
    call("score", *graded, "-o", scores)
    assert _SAID in call("rank", graded[0], scores).out
    spoiled = json.loads(scores.read_text(encoding="utf-8"))
    spoiled["organisations"][1]["grades_held_back"] = [{"grade": "Tốt", "gates": [{"key": "9.9"}]}, 7]
    scores.write_text(json.dumps(spoiled), encoding="utf-8")
    assert call("rank", graded[0], scores).code == 0


def test_excel_and_csv_tell_it(graded: tuple[Path, Path], tmp_path: Path) -> None:
    book, table = tmp_path / "diem.xlsx", tmp_path / "diem.csv"
    call("score", *graded, "-o", book)
    call("score", *graded, "-o", table)
    cells = [cell.value for line in load_workbook(BytesIO(book.read_bytes())).worksheets[0] for cell in line]
    assert "Ghi chú về xếp loại" in cells
    assert _SAID in cells
    lines = csv.reader(table.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    assert [line[0] for line in lines if line[-1] == _SAID] == ["B"]


def test_show_lists_the_grades_with_their_gates(graded: tuple[Path, Path]) -> None:
    assert "Tốt: từ 50%, mục 1.2 từ 60%" in call("show", graded[0]).out


def test_the_json_of_a_ranking_gives_the_indices_its_table_shows(
    graded: tuple[Path, Path], tmp_path: Path
) -> None:
    derived = '  derived: [{key: so, name: Chỉ số, digits: 3, terms: [{row: "1.1", weight: 1}]}]\nrows:\n'
    with_index = set_file(tmp_path, SET.replace("rows:\n", derived, 1))
    overall = call("rank", with_index, graded[1], "--json").json["overall"]
    assert sorted(each["derived"]["so"] for each in overall) == ["0.988", "1.000"]
