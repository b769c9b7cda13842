"""``chamdiem score``: the criteria with points and reasons below the table of totals."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import GOOD, answers_file, call, set_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    set_file(tmp_path)
    answers_file(tmp_path, GOOD)
    return tmp_path


def test_criteria_of_all_or_some_follow_below_the_totals(folder: Path) -> None:
    asked = ("score", folder / "nho.yaml", folder / "so-lieu.csv")
    plain, every, one = call(*asked), call(*asked, "--criteria"), call(*asked, "--organisation", "b")
    assert "--criteria" in plain.out
    assert "79 / 100" not in plain.out
    league = plain.out.partition("Điểm và diễn giải")[0]
    assert every.out.startswith(league)
    assert one.out.startswith(league)
    assert ("79 / 100 = 79% < 80%" in every.out, every.out.count("Tổng:")) == (True, 2)
    assert ("79 / 100" in one.out, one.out.count("Tổng:")) == (False, 1)
    assert "B · Xã B" in one.out


def test_criteria_fit_a_narrow_terminal_and_speak_english(folder: Path) -> None:
    asked = ("score", folder / "nho.yaml", folder / "so-lieu.csv", "--criteria", "--lang", "en")
    shown = call(*asked, COLUMNS="80").out
    assert max(map(len, shown.splitlines())) <= 80
    assert "79 / 100 = 79% < 80%" in shown
    assert "Total: 34.75/35.00" not in shown
    assert "Total: 29.75/35.00" in shown


def test_criteria_are_in_the_table_written_to_a_file(folder: Path) -> None:
    asked = ("score", folder / "nho.yaml", folder / "so-lieu.csv", "--format", "table", "--criteria")
    call(*asked, "-o", folder / "kq.txt")
    assert "79 / 100 = 79% < 80%" in (folder / "kq.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--organisation", "Z"], "organisation.none"),
        (["--criteria", "--json"], "output.holds_all"),
        (["--organisation", "A", "--format", "csv"], "output.holds_all"),
    ],
)
def test_criteria_that_cannot_be_shown_are_refused(folder: Path, options: list[str], code: str) -> None:
    called = call("score", folder / "nho.yaml", folder / "so-lieu.csv", *options)
    assert called.code == 2
    assert {"organisation.none": "A, B", "output.holds_all": options[0]}[code] in called.err + called.out
    assert call("score", folder / "nho.yaml", folder / "so-lieu.csv", *options, "--json").code == 2


def test_many_organisations_are_counted_in_english_too(folder: Path) -> None:
    head, line, _ = GOOD.splitlines()
    many = answers_file(
        folder, "\n".join([head, *(line.replace("A;Xã A", f"X{n};Xã {n}") for n in range(1001))])
    )
    asked = ("score", folder / "nho.yaml", many, "-o", folder / "kq.csv")
    assert "1,001 organisations, 3 criteria." in call(*asked, "--lang", "en").out
    assert "… and 981 more organisations" in call(*asked, "--lang", "en").out
    assert "1.001 đơn vị, 3 tiêu chí." in call(*asked).out
