"""The edition chuprong-2023 says what its document says.

The annex is read here once more, column by column, and compared with the rows
of the library: order, numbers, codes, names, maxima, methods, evidence, offices.
Errors of the document are pinned too.
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
from chamdiem.core.lint import lint
from chamdiem.core.lint.wording import corrected, printed
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.unparse import unparse
from chamdiem.library import load_edition

SOURCE = Path(__file__).parent / "sources" / "002_1aa7fa40f8ba4fa0.txt"
COLUMNS = ("number", "name", "points", "method", "evidence", "lead", "coordinating", "code")

MARKUP = re.compile(r"</?(?:i|p|ul)(?: [^<>]*)?>|\$|\\(?=%)")
SYMBOLS = {r"\geq": "≥", r"\leq": "≤"}
# A cell with several offices: after a semicolon, or a comma before the name of another office.
BETWEEN_OFFICES = re.compile(r";|,(?= (?:Phòng|UBND|các) )")
LETTER = re.compile(r"(?:^|[;.] ?|- | )([a-d]) ?= ?(?=[Ss]ố|Tổng)")
FORMULA = re.compile(r"(?:Tỷ lệ ?=?|- Điểm=) ?(\([a-d]\+[a-d]\)/[a-d(][a-d+)]*|[a-d]/[a-d(][a-d+)]*)")

# The two general figures that add up to b stand in its place.
LETTERS_ADDED_UP = {("4.6", "b"), ("6.19", "b")}
SHARED = {
    "I.4": "3.1 8.1",
    "I.5": "4.7",
    "I.6": "3.2 3.3 8.3",
    "I.7": "3.4 4.1",
    "I.8": "4.2",
    "I.10": "4.6 6.19",
    "I.11": "4.6 6.19",
    "I.12": "5.3",
    "I.13": "5.4",
    "I.14": "5.6 5.7",
    "I.15": "7.3 7.4",
    "I.16": "7.1 7.2",
    "3.5.a": "3.6",
    "5.1.a": "5.2",
    "5.9.n": "5.10",
    "5.9.x": "5.10",
}
# Full marks from this percentage; what lies below, in the words of the rule.
THRESHOLDS = {
    ("70", "ratio"): "4.8",
    ("10", "ratio"): "7.1",
    ("50", "ratio"): "7.2",
    ("80", "ratio"): "7.3",
    ("5", "ratio"): "7.6",
    ("0.25", "ratio"): "7.7",
    ("80", "scale"): "6.6 8.2",
    ("1", "scale"): "6.17",
    ("5", "scale"): "7.5",
    ("100", "zero"): "4.1 6.3 6.20",
}
MONEY = {"5.11": "triệu đồng", "6.17": "tỷ đồng", "7.7": "tỷ đồng", "8.4": "tỷ đồng"}
CONTRADICTORY = (
    *("II", "1", "I.18", "1.1", "1.2", "1.4", "2.7", "3.1", "3.5", "3.6", "3.7", "4.4", "4.5", "4.8"),
    *("5.5", "5.9", "5.10", "5.11", "6.10", "6.17", "6.19", "6.20"),
    *("7.1", "7.2", "7.3", "7.6", "7.7", "8.2", "8.3", "8.4", "8.5"),
)


class Printed(NamedTuple):
    """One row as the document prints it."""

    key: str
    level: str
    number: str
    code: str
    name: str
    max_points: Fraction | None
    method: str
    evidence: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]


def plain(text: str) -> str:
    """A cell without HTML and LaTeX, all white space single."""
    for symbol, sign in SYMBOLS.items():
        text = text.replace(symbol, sign)
    return " ".join(MARKUP.sub(" ", text).split())


def squeezed(text: str | None) -> str:
    """A text without its white space: line breaks are ours, the letters are printed."""
    return "".join((text or "").split())


def offices(cell: str) -> tuple[str, ...]:
    return tuple(office for each in BETWEEN_OFFICES.split(cell) if (office := each.strip()))


@cache
def lines() -> tuple[str, ...]:
    """The document, as it was received."""
    return tuple(SOURCE.read_text(encoding="utf-8").splitlines())


@cache
def table() -> tuple[tuple[int, dict[str, str]], ...]:
    """Line and cells of every row but the header; page breaks are blank lines."""
    split = ((place, line.split("\t")) for place, line in enumerate(lines(), start=1))
    rows = [
        (place, dict(zip(COLUMNS, map(plain, cells), strict=True))) for place, cells in split if cells[1:]
    ]
    return tuple(rows[1:])


def keys() -> Iterator[tuple[str, str]]:
    """Key and level of every row, from its number and the rows above it."""
    part, contact, place = "", "", 0
    for _, cells in table():
        number = cells["number"]
        if number in ("I", "II") and not cells["points"]:
            part = number
            yield number, "part"
        elif part == "II":
            yield from _scored(number, cells)
        elif number:
            contact, place = f"I.{number}", 0
            yield contact, "component" if "." in number else "main"
        else:
            place += 1
            yield f"{contact}-{place}", "detail"


def _scored(number: str, cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    if cells["method"]:
        yield number or "8.3", "component"
    else:
        yield number.replace("I", "1"), "main"


@cache
def printed_rows() -> tuple[Printed, ...]:
    """All rows of the annex."""
    return tuple(
        Printed(
            key,
            level,
            cells["number"],
            cells["code"],
            cells["name"],
            Fraction(cells["points"]) if cells["points"] else None,
            squeezed(cells["method"]),
            cells["evidence"],
            offices(cells["lead"]),
            offices(cells["coordinating"]),
        )
        for (key, level), (_, cells) in zip(keys(), table(), strict=True)
    )


def edition() -> IndicatorSet:
    return load_edition("chuprong-2023")


def as_printed(row: Row) -> Printed:
    return Printed(
        row.key,
        row.level,
        row.number,
        row.code,
        row.name,
        row.max_points,
        squeezed(row.method),
        printed(row, "evidence"),
        row.lead,
        row.coordinating,
    )


def ratio_of(key: str) -> RatioRule:
    rule = edition().row(key).rule
    assert rule is not None
    return next(each for each in walk(rule) if isinstance(each, RatioRule))


def test_all_text_but_title_and_header_is_in_the_table() -> None:
    outside = [line for line in lines() if line and not line.split("\t")[1:]]
    assert len(outside) == 1
    assert edition().printed_title in outside[0]
    assert lines()[4].split("\t")[1:3] == ["Chỉ số/Chỉ số thành phần", "Điểm tối đa"]


def test_every_printed_row_is_there_in_printed_order() -> None:
    assert [row.key for row in edition().rows] == [row.key for row in printed_rows()]


@pytest.mark.parametrize("field", Printed._fields)
def test_every_row_says_what_is_printed(field: str) -> None:
    loaded = {row.key: getattr(as_printed(row), field) for row in edition().rows}
    assert loaded == {row.key: getattr(row, field) for row in printed_rows()}


def test_every_row_names_its_line() -> None:
    assert [row.source.lines for row in edition().rows] == [str(place) for place, _ in table()]


def test_no_markup_is_left_in_a_text() -> None:
    texts = "\n".join(f"{row.name}\n{row.method or ''}" for row in edition().rows)
    assert not re.search(r"[$\\]|</?(?:i|p|ul)\b", texts)
    received = "\n".join(lines())
    for symbol, sign in SYMBOLS.items():
        assert texts.count(sign) == received.count(symbol) + received.count(sign) > 0


def test_row_counts() -> None:
    scored = Counter(row.level for row in edition().rows if row.role == "scored")
    general = Counter(row.level for row in edition().rows if row.role == "information")
    assert scored == {"part": 1, "main": 8, "component": 74}
    assert general == {"part": 1, "main": 20, "component": 2, "detail": 10}


def test_printed_maxima_add_up_to_a_thousand_which_is_not_printed() -> None:
    loaded = edition()
    groups = [row for row in loaded.rows if row.level == "main" and row.role == "scored"]
    assert [row.max_points for row in groups] == [80, 120, 100, 90, 100, 260, 140, 110]
    for row in groups:
        assert loaded.tree.maximum(row.key) == row.max_points, row.key
    assert loaded.tree.maximum("II") == 1000
    assert loaded.max_points is None


def test_codes_are_numbers_with_the_part_ahead_but_for_the_misprinted_rows() -> None:
    odd = {}
    for row in edition().rows:
        part = "I" if row.role == "information" else "II"
        if row.level not in ("part", "detail") and row.code != f"{part}.{row.number}":
            odd[row.key] = (row.number, row.code)
    assert odd == {"I.20.1": ("20.1", ""), "I.20.2": ("20.2", ""), "1": ("I", "I.1"), "8.3": ("", "II.8.3")}


def test_every_printed_calculation_has_a_rule_and_no_one_judges() -> None:
    for row in edition().rows:
        assert row.is_criterion == bool(row.method), row.key
        assert row.rule is None or not any(isinstance(rule, ManualRule) for rule in walk(row.rule)), row.key


def test_general_information_is_asked_as_figures_and_contacts_as_text() -> None:
    types = {row.key: row.inputs["v"].type for row in edition().rows if "v" in row.inputs}
    texts = [key for key, type_ in types.items() if type_ == "text"]
    assert texts == ["I.1", "I.2", "I.3", *(f"I.20.{who}-{place}" for who in (1, 2) for place in range(1, 6))]
    assert [key for key in types if key not in texts] == [f"I.{number}" for number in range(4, 20)]


def test_every_letter_the_method_defines_is_asked_for() -> None:
    defined = {
        (key, letter)
        for key, row in edition().tree.by_key.items()
        for letter in LETTER.findall((row.method or "").replace("\n", " "))
    }
    asked = {(row.key, letter) for row in edition().rows for letter in row.inputs}
    assert len(defined) == 89
    assert defined - asked == LETTERS_ADDED_UP


def test_every_formula_of_a_method_is_the_formula_of_the_rule() -> None:
    """``Tỷ lệ = b/a`` means ``b / a``; letters change their meaning from row to row."""
    written = {
        row.key: squeezed(match.group(1))
        for row in edition().criteria
        if row.key != "5.11" and (match := FORMULA.search(row.method or ""))
    }
    assert len(written) == 40
    for key, formula in written.items():
        computed = squeezed(unparse(ratio_of(key).value)).replace("(b1+b2)", "b")
        assert computed == formula, key


@pytest.mark.parametrize(("threshold", "named"), THRESHOLDS.items())
def test_full_marks_begin_at_the_printed_threshold(threshold: tuple[str, str], named: str) -> None:
    percent, below = threshold
    for key in named.split():
        assert ratio_of(key).full_at == Fraction(percent) / 100, key
        assert ratio_of(key).below == below, key


def test_every_other_ratio_is_full_at_one_hundred_percent() -> None:
    ratios = [row.key for row in edition().criteria if row.rule and row.rule.kind == "ratio"]
    named = " ".join(THRESHOLDS.values()).split()
    others = [key for key in ratios if key not in named]
    assert len(others) == 31
    assert not [key for key in others if ratio_of(key).threshold != 1]


def test_figures_of_one_meaning_are_asked_once() -> None:
    shared: dict[str, list[str]] = {}
    for row in edition().rows:
        for given in row.inputs.values():
            if given.source:
                shared.setdefault(given.source, []).append(row.key)
    assert {figure: " ".join(rows) for figure, rows in shared.items()} == SHARED


def test_money_is_asked_in_the_unit_the_row_prints() -> None:
    for key, unit in MONEY.items():
        row = edition().row(key)
        assert unit in (row.method or ""), key
        assert {given.unit for given in row.inputs.values()} == {unit}, key


def test_two_criteria_compare_districts() -> None:
    peers = {row.key: row.rule.method for row in edition().criteria if isinstance(row.rule, PeerRule)}
    assert peers == {"5.9": "min_max", "8.4": "share_of_max"}


def test_every_correction_quotes_what_is_printed() -> None:
    corrections = [(row, each) for row in edition().rows for each in row.corrections]
    assert len(corrections) == 20
    for row, each in corrections:
        assert each.printed in printed(row, each.field), row.key
        assert each.printed != each.correct, row.key


def test_every_office_is_listed_however_it_is_spelt() -> None:
    listed = edition().offices
    known = {spelling for office, others in listed.items() for spelling in (office, *others)}
    spelt = {office for row in edition().rows for office in (*row.lead, *row.coordinating)}
    assert known - spelt == {"Chi cục Thuế huyện"}
    assert not spelt - known


def test_no_corrected_text_still_holds_a_misprint() -> None:
    fields = ("number", "code", "name", "method", "lead", "coordinating")
    texts = "\n".join(corrected(row, field) for row in edition().rows for field in fields)
    assert not re.search(r"HỠND|Thẻ chế|\bCDS\b|UBQG|\buôn|Kinh Tế|Thương Binh|<80 :|Tỷ lệ 1\*", texts)


@pytest.mark.parametrize("key", CONTRADICTORY)
def test_rows_that_contradict_themselves_carry_a_note(key: str) -> None:
    assert edition().row(key).note


def test_every_worked_case_comes_out_as_stated() -> None:
    assert not list(failing_cases(edition()))
    assert all(len(row.cases) >= 3 for row in edition().criteria)


def test_every_error_and_warning_of_lint_is_acknowledged_with_a_reason() -> None:
    serious = [each for each in lint(edition()) if each.severity != "info"]
    assert len(serious) > 100
    assert not [each.id for each in serious if not each.acknowledged or not each.reason]
