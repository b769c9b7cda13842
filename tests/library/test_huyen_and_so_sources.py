"""The editions huyen-2021 and so-2021 say what their documents say.

The tables are read here once more, with patterns instead of columns, and
compared with the rows of the library. Errors of the documents are pinned too:
a figure that does not add up in print must not add up in the library.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from chamdiem.core.indicator_set import Row
from chamdiem.core.rules.manual import ManualRule
from chamdiem.library import load_edition

SOURCES = Path(__file__).parent / "sources"
FILES = {
    "huyen-2021": "000_44e7c8420dcf438d.txt",
    "so-2021": "001_998d09e7d00fb3f2.txt",
}
EDITIONS = sorted(FILES)
PREFIXES = {"Chính quyền số": "CQS", "Kinh tế số": "KTS", "Xã hội số": "XHS"}
LEVELS = ("main", "component", "criterion")

HEADING = re.compile(r".*(?:Bảng \d.*|Có 01 )trụ cột (?P<pillar>\w+ \w+ số).*")
CELLS = re.compile(r"(?P<number>[\d.]*)\t(?P<name>[^\t]+)\t(?P<points>\d*)\t*")
MARKUP = re.compile(r"</?\w+>")
COUNT = re.compile(r"(\d+) (trụ cột|chỉ số chính|chỉ số thành phần|tiêu chí)")
COUNTED = {
    "trụ cột": "pillar",
    "chỉ số chính": "main",
    "chỉ số thành phần": "component",
    "tiêu chí": "criterion",
}


class Printed(NamedTuple):
    """One row as the document prints it."""

    key: str
    number: str
    level: str
    name: str
    max_points: Fraction | None
    shares_maximum_of: str


@cache
def source_text(edition: str) -> str:
    """The document, as it was received."""
    return (SOURCES / FILES[edition]).read_text(encoding="utf-8")


def table_lines(edition: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every table line but the headers, with the pillar it stands under."""
    pillar = ""
    for line in source_text(edition).splitlines():
        if heading := HEADING.fullmatch(line):
            pillar = heading["pillar"]
        cells = CELLS.fullmatch(line)
        if cells is not None and not line.startswith("STT"):
            yield pillar, cells


def key_of(edition: str, pillar: str, number: str) -> str:
    """Numbers restart in every pillar of the district set only."""
    return f"{PREFIXES[pillar]}.{number}" if edition == "huyen-2021" else number


def total_row(pillar: str, cells: re.Match[str]) -> Printed:
    """The line "Tổng cộng" is the row of its pillar."""
    points = Fraction(cells["points"])
    return Printed(PREFIXES[pillar], "", "pillar", pillar, points, "")


def unnumbered_row(above: Printed, cells: re.Match[str]) -> Printed:
    """A criterion without a number stands alone under its component."""
    assert above.level == "component"
    points = Fraction(cells["points"])
    return Printed(f"{above.key}-1", "", "criterion", cells["name"], points, "")


def numbered_row(edition: str, pillar: str, above: Printed, cells: re.Match[str]) -> Printed:
    """A row with a number; its maximum is blank when merged with the one above."""
    number, name = cells["number"], MARKUP.sub("", cells["name"])
    key, level = key_of(edition, pillar, number), LEVELS[number.count(".")]
    if cells["points"]:
        return Printed(key, number, level, name, Fraction(cells["points"]), "")
    return Printed(key, number, level, name, None, above.key)


@cache
def printed_rows(edition: str) -> tuple[Printed, ...]:
    """All rows of all tables; a line with a name only continues the row above."""
    rows: list[Printed] = []
    for pillar, cells in table_lines(edition):
        if cells["name"] == "Tổng cộng":
            rows.append(total_row(pillar, cells))
        elif cells["number"]:
            rows.append(numbered_row(edition, pillar, rows[-1], cells))
        elif cells["points"]:
            rows.append(unnumbered_row(rows[-1], cells))
        else:
            rows[-1] = rows[-1]._replace(name=f"{rows[-1].name} {cells['name']}")
    return tuple(rows)


def declared_counts(edition: str) -> list[tuple[str, int]]:
    """The counts stated before the tables, in the order of the text."""
    before_tables, _, _ = source_text(edition).partition("STT\t")
    words = " ".join(before_tables.replace("*", "").split())
    return [(COUNTED[what], int(count)) for count, what in COUNT.findall(words)]


def wrong_counts(edition: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Counts the document states, against what its tables hold."""
    loaded = load_edition(edition)
    wrong = {}
    for stated in loaded.declared:
        below = loaded.tree.below(stated.row) if stated.row else iter(loaded.rows)
        found = sum(is_counted(row, stated.level) for row in below)
        if found != stated.count:
            wrong[stated.row, stated.level] = (stated.count, found)
    return wrong


def is_counted(row: Row, level: str) -> bool:
    """Every row that is scored counts as a criterion, whatever its level."""
    scored = row.is_criterion or bool(row.shares_maximum_of)
    return scored if level == "criterion" else row.level == level


def inside(row_key: str, group_key: str) -> bool:
    """Whether a row of the district set lies in a group, by its key alone."""
    return row_key.startswith(f"{group_key}.")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_printed_row_is_there_in_printed_order(edition: str) -> None:
    loaded = [row.key for row in load_edition(edition).rows]
    assert loaded == [row.key for row in printed_rows(edition)]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("field", Printed._fields)
def test_every_row_says_what_is_printed(edition: str, field: str) -> None:
    loaded = {r.key: getattr(r, field) for r in load_edition(edition).rows}
    assert loaded == {r.key: getattr(r, field) for r in printed_rows(edition)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_row_names_the_line_where_it_stands(edition: str) -> None:
    lines = source_text(edition).splitlines()
    for row in load_edition(edition).rows:
        first, *_ = row.source.lines.split("-")
        number, name, *_ = MARKUP.sub("", lines[int(first) - 1]).split("\t")
        assert number == row.number, row.key
        assert row.level == "pillar" or row.name.startswith(name), row.key


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_declared_count_is_transcribed(edition: str) -> None:
    stated = load_edition(edition).declared
    assert [(each.level, each.count) for each in stated] == declared_counts(edition)
    groups = [r.key for r in printed_rows(edition) if r.level in ("pillar", "main")]
    assert list(dict.fromkeys(each.row for each in stated if each.row)) == groups


def test_only_known_declared_counts_are_wrong() -> None:
    assert wrong_counts("huyen-2021") == {("XHS.2", "criterion"): (7, 8)}
    assert wrong_counts("so-2021") == {
        ("CQS", "criterion"): (61, 60),
        ("3", "criterion"): (6, 5),
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_people_award_every_criterion(edition: str) -> None:
    rules = [row.rule for row in load_edition(edition).criteria]
    assert all(isinstance(rule, ManualRule) for rule in rules)


@pytest.mark.parametrize("edition", EDITIONS)
def test_rows_name_no_offices_and_no_methods(edition: str) -> None:
    for row in load_edition(edition).rows:
        assert (row.lead, row.coordinating, row.method) == ((), (), None), row.key


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_correction_quotes_the_printed_name(edition: str) -> None:
    corrected = [row for row in load_edition(edition).rows if row.corrections]
    assert corrected
    for row in corrected:
        for correction in row.corrections:
            assert correction.field == "name"
            assert row.name.count(correction.printed) == 1, row.key
            assert correction.printed != correction.correct, row.key


@pytest.mark.parametrize(
    ("edition", "levels"),
    [
        ("huyen-2021", {"pillar": 3, "main": 20, "component": 73, "criterion": 162}),
        ("so-2021", {"pillar": 1, "main": 6, "component": 29, "criterion": 60}),
    ],
)
def test_row_counts_per_level(edition: str, levels: dict[str, int]) -> None:
    assert Counter(row.level for row in load_edition(edition).rows) == levels


@pytest.mark.parametrize(
    ("edition", "shared"),
    [
        ("huyen-2021", {"CQS.5.7.2", "CQS.5.8.2", "KTS.5.5.2"}),
        ("so-2021", {"4.6.2", "4.7.2"}),
    ],
)
def test_rows_without_own_maximum_are_explained(edition: str, shared: set[str]) -> None:
    rows = [r for r in load_edition(edition).rows if r.shares_maximum_of]
    assert {row.key for row in rows} == shared
    assert all(row.note for row in rows)


@pytest.mark.parametrize(
    ("group", "printed", "below"),
    [("CQS.2", 27, 32), ("KTS.2.2", 2, 3), ("KTS.5.5", 4, 2), ("XHS.7", 22, 22)],
)
def test_printed_sums_are_not_mended(group: str, printed: int, below: int) -> None:
    rows = load_edition("huyen-2021").rows
    criteria = [r for r in rows if r.level == "criterion" and inside(r.key, group)]
    assert next(r for r in rows if r.key == group).max_points == printed
    assert sum(r.max_points or Fraction(0) for r in criteria) == below


@pytest.mark.parametrize("key", ["CQS.2", "KTS.2.2", "KTS.2.2.1", "KTS.5.5", "XHS.2"])
def test_rows_that_contradict_the_document_carry_a_note(key: str) -> None:
    assert next(r for r in load_edition("huyen-2021").rows if r.key == key).note
