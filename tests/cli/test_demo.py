"""``chamdiem demo``: the whole job on figures that are made up, marked so, and the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from chamdiem.core.award import Status
from chamdiem.core.standings import score_everybody
from chamdiem.library import list_editions, load_edition
from chamdiem.office.answer_csv import write_answers_csv
from chamdiem.office.answer_reading import read_answer_bytes
from chamdiem.office.scoring import score_answers
from chamdiem.samples.figures import example_participants
from tests.cli.calling import call, set_file


def test_the_demo_checks_scores_ranks_explains_and_writes(tmp_path: Path) -> None:
    target = tmp_path / "kq.xlsx"
    called = call("demo", "so-2021", "-o", target)
    assert called.code == 0
    assert called.err == ""
    for step in range(1, 6):
        assert f"{step}. " in called.out
    assert "SỐ LIỆU VÍ DỤ, KHÔNG CÓ THẬT" in called.out
    assert called.out.count("(ví dụ)") == 18
    assert " ".join(called.out.split()).count(": mất ") == 3
    note = [cell.value for row in load_workbook(target).worksheets[0].iter_rows() for cell in row]
    assert "SỐ LIỆU VÍ DỤ, KHÔNG CÓ THẬT" in note


@pytest.mark.parametrize(
    ("edition", "kinds"),
    [
        ("xa-hue-2023", {"Phường", "Xã"}),
        ("huyen-2021", {"Thành phố", "Thị xã", "Huyện"}),
        ("so-2021", {"Sở"}),
    ],
)
def test_the_bodies_are_those_the_set_is_for(edition: str, kinds: set[str]) -> None:
    names = [each.name for each in example_participants(load_edition(edition), seed=1)]
    assert {kind for kind in kinds if any(name.startswith(f"{kind} ") for name in names)} == kinds
    assert all(name.startswith(tuple(kinds)) for name in names)


def test_the_figures_it_writes_score_to_the_same_ranking(tmp_path: Path) -> None:
    shown = call("demo", "ninhthuan-2021", "-o", tmp_path / "kq.xlsx").out
    again = call("score", "ninhthuan-2021", tmp_path / "kq-so-lieu.csv").out
    table = [line for line in again.splitlines() if "(ví dụ)" in line]
    assert len(table) == 17
    assert all(line in shown for line in table)


def test_the_demo_runs_on_a_set_file_and_in_english(tmp_path: Path) -> None:
    called = call("demo", set_file(tmp_path), "-o", tmp_path / "out.xlsx", "--lang", "en")
    assert called.code == 0
    assert "EXAMPLE FIGURES, NOT REAL" in called.out


@pytest.mark.parametrize("edition", list_editions())
def test_example_figures_are_valid_for_every_edition(edition: str) -> None:
    indicator_set = load_edition(edition)
    participants = example_participants(indicator_set, seed=1)
    answers = read_answer_bytes(write_answers_csv(participants, indicator_set), indicator_set, "x.csv")
    assert not answers.problems
    assert not answers.warnings
    assert [(each.code, each.answers) for each in answers.participants] == [
        (each.code, each.answers) for each in participants
    ]
    scored = score_answers(answers, indicator_set)
    assert {each.code for each in scored.warnings} <= {"scores.missing", "scores.undecided"}


@pytest.mark.parametrize("edition", list_editions())
def test_example_districts_differ_and_earn_something(edition: str) -> None:
    indicator_set = load_edition(edition)
    standings = score_everybody(indicator_set, example_participants(indicator_set, seed=2))
    values = [each.sheet.index_value for each in standings.standings]
    assert len(set(values)) == len(values) == 17
    assert min(values) > 0
    assert max(values) < 1
    statuses = {outcome.status for each in standings.standings for outcome in each.sheet.outcomes.values()}
    assert statuses <= {Status.SCORED, Status.MISSING, Status.NOT_APPLICABLE}


def test_the_same_seed_gives_the_same_figures_and_another_one_others() -> None:
    indicator_set = load_edition("so-2021")
    first, again, other = (example_participants(indicator_set, seed) for seed in (5, 5, 6))
    assert first == again
    assert first != other


def test_without_arguments_it_runs_on_the_set_of_chu_prong_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    called = call("demo")
    assert called.code == 0
    assert "Chư Prông" in called.out
    assert {path.name for path in tmp_path.iterdir()} == {
        "chamdiem-vi-du.xlsx",
        "chamdiem-vi-du-so-lieu.csv",
    }
