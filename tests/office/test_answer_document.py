"""docs/answer-files.md is true: its examples are read, its tables are what the readers do."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from chamdiem.core.inputs import Input
from chamdiem.core.written_values import UnreadableValue
from chamdiem.library import load_edition
from chamdiem.office.answer_reading import read_answer_bytes
from chamdiem.office.form_layout import field_of

TEXT = (Path(__file__).parents[2] / "docs" / "answer-files.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(csv|json)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
NUMBERS = re.findall(r"^\| `([^`]+)` \| ([^|`]+) \| ([^|`]+) \|$", TEXT, re.MULTILINE)
COLUMNS = re.findall(r"^\| (code|name|peer group|ranked) \| ([^|]+) \|", TEXT, re.MULTILINE)
VALUES = dict(re.findall(r"^\| (yes/no|date) \| ([^|]+) \|$", TEXT, re.MULTILINE))


@pytest.mark.parametrize(("kind", "block"), BLOCKS)
def test_an_example_is_read_without_a_word(kind: str, block: str) -> None:
    sheet = read_answer_bytes(block.encode(), load_edition("chuprong-2023"), f"example.{kind}")
    assert (sheet.problems, sheet.warnings) == ((), ())
    first, second = sheet.participants
    assert (first.code, first.name, first.peer_group, first.is_ranked) == ("A", "Huyện A", "Miền núi", True)
    assert first.answers == {"1.4.x": 1, "1.4.n": 12, "5.11.a": 533_787, "5.11.b": 1_838_500, "1.1.x": 1}
    assert (second.is_ranked, second.answers["1.4.x"], "1.4.n" in second.answers) == (False, 0, False)


def _outcome(given: Input, text: str) -> str:
    try:
        return given.show(given.read(text))
    except UnreadableValue as error:
        return f"refused: {error.problem.code}"


@pytest.mark.parametrize(("typed", "whole", "decimal"), NUMBERS)
def test_a_typed_number_means_what_the_table_says(typed: str, whole: str, decimal: str) -> None:
    assert _outcome(Input(), typed) == whole
    assert _outcome(Input(type="decimal", decimals=3), typed) == decimal


@pytest.mark.parametrize(("field", "headings"), COLUMNS)
def test_every_heading_is_understood(field: str, headings: str) -> None:
    found = re.findall(r"`([^`]+)`", headings)
    assert {field_of(heading) for heading in found} == {field.replace(" ", "_")}


def test_every_way_to_say_yes_no_or_a_day_is_read() -> None:
    yes, no = (re.findall(r"`([^`]+)`", part) for part in VALUES["yes/no"].split(";"))
    assert {Input(type="yes_no").read(word) for word in yes} == {1}
    assert {Input(type="yes_no").read(word) for word in no} == {0}
    days = re.findall(r"`([^`]+)`", VALUES["date"])
    assert {Input(type="date", since=date(2023, 12, 31)).read(day) for day in days} == {0}


def test_the_document_has_all_its_parts() -> None:
    assert [kind for kind, _ in BLOCKS] == ["csv", "json"]
    assert len(NUMBERS) >= 8
    assert len(COLUMNS) == 4
