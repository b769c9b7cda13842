"""The edition ninhthuan-2021 says what its document says.

The annex is read here once more, column by column: a cell without a row of its
own continues the last cell above it in the same column, which is how a page
break looks in print. Errors of the document are pinned too.
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

from chamdiem.core.cases import failing_cases
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.unparse import unparse
from chamdiem.library import load_edition

SOURCE = Path(__file__).parent / "sources" / "004_5f345676a30ea0b7.txt"
COLUMNS = ("indicator", "criterion", "method", "points", "note")

TABLE_LINE = re.compile(r"(?:<b>)?(?P<number>I|\d+(?:\.\d+)*|)(?:</b>)?" + r"\t([^\t]*)" * 5)
MARKUP = re.compile(r"</?(?:b|i|p|ul|li|math)(?: [^<>]*)?>|\$|\\(?=%)")
TEXT_COMMAND = re.compile(r"\\text\{([^{}]*)\}")
LETTER = re.compile(r"gọi là (\w)%?\)| = (\w)(?= \(|;)|(?:^| )([a-e]) ?= ?(?=số|Số|Tổng)")

# The printed ratio itself is called a; the denominator is printed as a number.
LETTERS_NOT_ASKED = {("5.12.1", "a"), ("4.1.2", "b"), ("4.1.3", "b"), ("4.2.3", "b")}

# Percent → criteria. 7.2.4 counts turns of training for each person: full marks from three.
FULL_AT = {1: "2.4.1", 5: "7.1.3", 10: "2.4.2 7.1.1", 20: "5.12.2", 30: "7.2.6", 50: "5.7.1 5.12.1"}
FULL_AT |= {60: "5.10.1 5.10.2 5.10.3", 70: "5.9.1", 80: "5.11.1 7.1.2", 300: "7.2.4"}
CONTRADICTORY = (
    *("1.1.3", "1.1.3bis", "1.2.2", "2.2.3", "3.7.1", "4.1.2", "4.2.3", "5.1.1", "5.3", "5.3.3"),
    *("5.4.1", "5.8.1", "5.9.1", "5.12.1", "5.13.2", "5.13.3", "6.1.1", "6.3.1", "7.1.2", "7.2.6"),
)


class Printed(NamedTuple):
    """One row as the document prints it."""

    key: str
    number: str
    level: str
    name: str
    max_points: Fraction | None
    method: str
    printed_note: str


def plain(text: str) -> str:
    """A cell without HTML and LaTeX, all white space single."""
    without = TEXT_COMMAND.sub(r"\1", text).replace(r"\geq", "≥")
    return " ".join(MARKUP.sub(" ", without).split())


def squeezed(text: str | None) -> str:
    """A text without its white space: line breaks are ours, the letters are printed."""
    return "".join((text or "").split())


@cache
def lines() -> tuple[str, ...]:
    """The document, as it was received."""
    return tuple(SOURCE.read_text(encoding="utf-8").splitlines())


def table_lines() -> Iterator[tuple[int, re.Match[str]]]:
    """Every line of the annex's table but the repeated headers, with its place."""
    start = lines().index("**Phụ lục IV**  ")
    for place, line in enumerate(lines()[start:], start=start + 1):
        cells = TABLE_LINE.fullmatch(line)
        if cells is not None:
            yield place, cells


@cache
def numbered_cells() -> tuple[tuple[str, int, dict[str, str]], ...]:
    """Number, line and cells of every row; a line without number continues cells above."""
    found: list[tuple[str, int, dict[str, str]]] = []
    for place, match in table_lines():
        cells = dict(zip(COLUMNS, map(plain, match.groups()[1:]), strict=True))
        if match["number"]:
            found.append((match["number"], place, cells))
            continue
        for column, text in cells.items():
            if text:
                above = next(row for _, _, row in reversed(found) if row[column])
                above[column] = f"{above[column]} {text}"
    return tuple(found)


def level_of(number: str) -> str:
    return "pillar" if number == "I" else ("main", "component", "criterion")[number.count(".")]


@cache
def printed_rows() -> tuple[Printed, ...]:
    """All rows of the annex; a number used again gets a key of its own."""
    rows: list[Printed] = []
    for number, _, cells in numbered_cells():
        key = f"{number}bis" if any(row.number == number for row in rows) else number
        points = Fraction(cells["points"]) if cells["points"] else None
        name = cells["indicator"] or cells["criterion"]
        texts = squeezed(cells["method"]), squeezed(cells["note"])
        rows.append(Printed(key, number, level_of(number), name, points, *texts))
    return tuple(rows)


def edition() -> IndicatorSet:
    return load_edition("ninhthuan-2021")


def as_printed(row: Row) -> Printed:
    texts = squeezed(row.method), squeezed(row.printed_note)
    return Printed(row.key, row.number, row.level, row.name, row.max_points, *texts)


def printed_text(row: Row, field: str) -> str:
    text: str | None = getattr(row, field)
    return text or ""


def test_every_printed_row_is_there_in_printed_order() -> None:
    assert [row.key for row in edition().rows] == [row.key for row in printed_rows()]


@pytest.mark.parametrize("field", Printed._fields)
def test_every_row_says_what_is_printed(field: str) -> None:
    loaded = {row.key: getattr(as_printed(row), field) for row in edition().rows}
    assert loaded == {row.key: getattr(row, field) for row in printed_rows()}


def test_every_row_names_the_line_where_it_starts() -> None:
    stated = [row.source.lines.partition("-")[0] for row in edition().rows]
    assert stated == [str(place) for _, place, _ in numbered_cells()]


def test_row_counts_per_level() -> None:
    assert Counter(row.level for row in edition().rows) == {
        "pillar": 1,
        "main": 7,
        "component": 36,
        "criterion": 93,
    }


def test_rows_name_no_offices_no_deadlines_and_no_evidence() -> None:
    for row in edition().rows:
        assert (row.lead, row.coordinating, row.deadline, row.evidence) == ((), (), None, None), row.key


def test_maxima_stand_on_components_and_criteria_and_add_up() -> None:
    loaded = edition()
    assert loaded.max_points is None
    for row in loaded.rows:
        if row.level == "component":
            assert loaded.tree.maximum(row.key) == row.max_points, row.key
    assert loaded.tree.maximum("I") == 228


def test_rows_without_own_maximum_are_scored_in_the_row_above() -> None:
    shared = {row.key: row.shares_maximum_of for row in edition().rows if row.shares_maximum_of}
    assert shared == {"5.8.2": "5.8.1", "5.9.2": "5.9.1"}


def test_the_number_printed_twice_and_the_missing_one_are_kept() -> None:
    numbers = [row.number for row in edition().rows]
    assert [number for number, count in Counter(numbers).items() if count > 1] == ["1.1.3"]
    assert "5.3.1" not in numbers


def test_every_printed_calculation_has_a_rule_and_no_one_judges() -> None:
    for row in edition().rows:
        assert row.is_criterion == bool(row.method), row.key
        assert row.rule is None or not any(isinstance(rule, ManualRule) for rule in walk(row.rule)), row.key


def test_every_letter_the_note_defines_is_asked_for() -> None:
    defined = {
        (key, letter)
        for key, row in edition().tree.by_key.items()
        for match in LETTER.finditer(row.printed_note or "")
        for letter in match.groups()
        if letter
    }
    asked = {(row.key, letter) for row in edition().rows for letter in row.inputs}
    assert len(defined) > 100
    assert defined - asked == LETTERS_NOT_ASKED


def test_every_formula_of_a_note_is_the_formula_of_the_rule() -> None:
    """``Tỷ lệ = b/a`` means ``b / a``; letters change their meaning from row to row."""
    written = {
        row.key: match.group(1)
        for row in edition().criteria
        if (match := re.search(r"(?:Tỷ lệ = |là: ?|x=)([(a-e][a-e()/+ ]*[a-e)])", row.printed_note or ""))
    }
    for key, formula in written.items():
        rule = edition().row(key).rule
        assert isinstance(rule, RatioRule), key
        assert squeezed(unparse(rule.value)).replace("119", "b") == squeezed(formula), key
    assert len(written) == 41


@pytest.mark.parametrize(("percent", "keys"), FULL_AT.items())
def test_full_marks_begin_at_the_printed_threshold(percent: int, keys: str) -> None:
    for key in keys.split():
        rule = edition().row(key).rule
        assert isinstance(rule, RatioRule), key
        assert rule.full_at == Fraction(percent, 100), key


def test_every_correction_quotes_what_is_printed() -> None:
    corrections = [(row, each) for row in edition().rows for each in row.corrections]
    assert len(corrections) == 36
    for row, each in corrections:
        assert each.printed in printed_text(row, each.field), row.key
        assert each.printed != each.correct, row.key


def test_no_corrected_name_still_confuses_the_known_words() -> None:
    names = " ".join(row.correct_name for row in edition().rows)
    assert not re.search(r"chuyên đổi|Công TTĐT|Công Dịch|Công Thông|Công/Trang|Ipv6", names)


@pytest.mark.parametrize("key", CONTRADICTORY)
def test_rows_that_contradict_themselves_carry_a_note(key: str) -> None:
    assert edition().row(key).note


def test_every_worked_case_comes_out_as_stated() -> None:
    assert not list(failing_cases(edition()))
    assert all(len(row.cases) >= 3 for row in edition().criteria)
