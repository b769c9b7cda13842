"""The edition xa-hue-2023 says what its document says.

The file is a PDF text that lost letters and mixed its columns line by line. It
is read here once more (``hue_document``): every line of the table must stand in
exactly one cell of the library, every damaged cell must be kept as it came, and
its repaired text may differ in lost letters and line breaks only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from chamdiem.core.cases import failing_cases
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.lint.rule_numbers import constants_in, thresholds_of
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import walk
from chamdiem.library import load_edition
from tests.library.hue_document import PrintedRow, file_lines, joined, printed_items, printed_rows, spread

CELLS = ("name", "instructions", "method", "evidence")
# Letters and signs the file lost; each left one space.
LOST = "%&+;FGHIKLkèõùúýăĩẩắằễềữỳỷ“”"
# One gap where no letter of the list fits: (Khuyến khích.
LOST_ONCE = {("IV.2.1", "instructions"): "ế"}
# Wider gaps that no letter fills, by the words around them: the typist's, or a sign nobody can tell.
WIDE_GAPS = Counter({"- Các": 7, "khai nền": 3, "bảo: 100%": 2, "số; Sở": 2})
WIDE_GAPS += Counter(
    ("xã/ Bí", "điểm, tham", "- có", "xã; có", "vị khi", "khai; Sở", "khai cung", "trên ví", "đặt ví")
)

MANUAL = {"VIII.7.1", "VIII.8.1"}
SHARED = {
    "TT.4": "I.8.1 VIII.1.1 VIII.5.1",
    "TT.5": "IV.5.1",
    "TT.6": "III.2.1 III.3.1 VIII.4.1",
    "TT.7": "IV.1.1 IV.1.2",
    "TT.9": "V.1.1 V.1.2",
    "I.8.2.b": "III.1.1 III.5.1 III.5.2 IV.4.1 VI.8.1 VI.8.2 VI.8.3",
    "V.3.1.n": "V.4.1",
    "VI.2.1.b": "VI.2.2 VI.2.3 VI.2.5",
    "VI.4.1.a": "VI.3.2",
    "VI.4.1.b": "VI.5.1 VI.5.2",
    "VII.1.3.b": "VI.11.1 VIII.3.1 VIII.3.2",
    "VIII.1.2.b": "VIII.6.1",
    "VIII.2.1.b": "VIII.2.2",
}
# What contradicts itself, is silent or may be read in two ways.
AMBIGUOUS = (
    *("I.2.1", "I.5.2", "I.7.1", "I.8.2", "III.1.1", "III.3.1", "III.5.2", "IV.1.2", "IV.2.1", "IV.3.1"),
    *("IV.4.1", "IV.5.1", "V.2.1", "V.4.1", "VI.2.1", "VI.2.2", "VI.2.3", "VI.2.4", "VI.2.5", "VI.5.1"),
    *("VI.8.3", "VI.11.1", "VII.1.1", "VII.1.2", "VII.2.1", "VIII.1.2", "VIII.6.1", "VIII.9.1", "VIII.9.2"),
)


def edition() -> IndicatorSet:
    return load_edition("xa-hue-2023")


def table() -> list[tuple[PrintedRow, Row]]:
    """Every row of the table, as the file and as the library have it."""
    return [(printed, edition().row(printed.key)) for printed in printed_rows()]


def text_of(row: Row, cell: str) -> str:
    if cell == "evidence":
        return row.evidence.printed if row.evidence else ""
    return getattr(row, cell) or ""


def received(row: Row) -> dict[str, str]:
    """The cells of a row as they stand in the file: damaged ones as kept, others without our line breaks."""
    texts = {cell: row.raw.get(cell) or text_of(row, cell).replace("\n", " ") for cell in CELLS}
    return {cell: text for cell, text in texts.items() if text}


def damage(row: Row, cell: str) -> re.Match[str] | None:
    """The damaged text matched against the repaired one; a group for every space of the latter."""
    lost = LOST + LOST_ONCE.get((row.key, cell), "")
    pattern = {letter: f"[{re.escape(letter)} ]" for letter in lost} | {"\n": " +", " ": "( +?)"}
    repaired = "".join(pattern.get(letter, re.escape(letter)) for letter in text_of(row, cell))
    return re.fullmatch(f" ?{repaired} *", row.raw[cell])


def repaired_cells() -> list[tuple[Row, str]]:
    return [(row, cell) for row in edition().rows for cell in row.raw]


def wide_gaps(row: Row, cell: str) -> Iterator[str]:
    """The words around every space of a repaired text that is wider in the file."""
    match, words = damage(row, cell), text_of(row, cell)
    assert match, (row.key, cell)
    for place, gap in zip(re.finditer(" ", words), match.groups(), strict=True):
        if len(gap) > 1:
            yield f"{words[: place.start()].split()[-1]} {words[place.end() :].split()[0]}"


def test_every_row_is_there_in_printed_order() -> None:
    information = ["TT", *(f"TT.{place}" for place, _ in enumerate(printed_items(), start=1))]
    assert [row.key for row in edition().rows] == [*information, *(row.key for row in printed_rows())]


def test_general_information_is_named_as_printed() -> None:
    rows = [row for row in edition().rows if row.level == "item"]
    assert {row.number: row.name for row in rows} == printed_items()
    assert all(row.role == "information" and "v" in row.inputs for row in rows)
    assert edition().row("TT").name in file_lines()[10]
    assert edition().row("TT").printed_note == file_lines()[46].strip()


def test_the_set_is_titled_as_printed() -> None:
    assert edition().printed_title == joined([line.strip() for line in file_lines()[3:6] if line])


def test_every_row_carries_the_printed_figures() -> None:
    for printed, row in table():
        assert (row.number, row.level) == (printed.number, printed.level), row.key
        assert row.max_points == printed.max_points, row.key
        assert (row.deadline.printed if row.deadline else "") == printed.deadline, row.key


def test_every_row_names_its_lines() -> None:
    for printed, row in table():
        span = dict.fromkeys((printed.first_line, printed.last_line))
        assert row.source.lines == "-".join(map(str, span)), row.key


def test_row_counts_per_level() -> None:
    counts = Counter(row.level for row in edition().rows)
    assert counts == {"section": 9, "item": 11, "indicator": 49, "criterion": 79}


def test_every_line_of_the_table_stands_in_one_cell_and_every_cell_in_the_table() -> None:
    for printed, row in table():
        cells = received(row)
        found = spread([*printed.name, *printed.cells], cells)
        assert joined(found["name"]).startswith(joined(printed.name).strip()), row.key
        for cell, lines in found.items():
            assert joined(lines).strip() == cells[cell].strip(), (row.key, cell)


def test_cells_keep_to_their_columns() -> None:
    """The columns of name and evidence are narrow, and the parts of the instructions are numbered."""
    for printed, row in table():
        found = spread([*printed.name, *printed.cells], received(row))
        if row.is_criterion:
            assert max(map(len, found["name"])) <= 30 or len(found["name"]) == 1, row.key
            assert max(map(len, found["evidence"])) <= 33, row.key
            assert text_of(row, "evidence")[0] in "-BCDFGHKLQSTVĐ", row.key
            assert text_of(row, "instructions").startswith("1. Nội dung thực hiện"), row.key
            condition = "instructions" if row.key in MANUAL else "method"
            assert "2. Điều kiện đảm bảo:" in text_of(row, condition), row.key


def test_a_repaired_text_is_the_damaged_one_with_lost_letters_filled_in() -> None:
    assert len(repaired_cells()) > 250
    assert not [(row.key, cell) for row, cell in repaired_cells() if not damage(row, cell)]


def test_every_letter_said_to_be_lost_is_lost_somewhere() -> None:
    filled = Counter[str]()
    for row, cell in repaired_cells():
        filled += Counter(text_of(row, cell)) - Counter(row.raw[cell])
    assert set(LOST) == {letter for letter in filled if letter.strip()} - {*LOST_ONCE.values()}


def test_no_gap_is_left_open_but_the_known_ones() -> None:
    left = Counter(gap for row, cell in repaired_cells() for gap in wide_gaps(row, cell))
    assert left == WIDE_GAPS


def test_the_maxima_add_up_as_printed() -> None:
    loaded = edition()
    assert "    600       " in file_lines()
    assert loaded.max_points == sum(loaded.tree.maximum(key) or 0 for key in loaded.tree.roots) == 600
    for row in loaded.rows:
        if row.level == "section" and row.role == "scored":
            below = sum(each.max_points or 0 for each in loaded.tree.below(row.key) if each.is_criterion)
            assert below == row.max_points, row.key


def test_deadlines_fall_in_the_year_of_the_decision() -> None:
    head = " ".join(file_lines()[:9])
    assert "Quyết định số: 2263 /QĐ-UBND ngày: 27/9/2023" in head
    assert edition().issued_on == date(2023, 9, 27)
    for row in edition().criteria:
        assert row.deadline is not None, row.key
        day, month = map(int, row.deadline.printed.split("."))
        assert row.deadline.date == date(2023, month, day), row.key


def test_evidence_must_be_signed_exactly_where_the_document_says_so() -> None:
    said = re.compile(r"(?<!chữ )ký (?:ký )?số|sử dụng chữ ký số")
    signed = {row.key for row in edition().criteria if row.evidence and row.evidence.signed}
    assert signed == {row.key for row in edition().criteria if said.search(text_of(row, "evidence"))}
    assert len(signed) == 24


def test_people_decide_only_where_no_calculation_is_printed() -> None:
    rules = {row.key: list(walk(row.rule)) for row in edition().criteria if row.rule}
    assert {
        key for key, all_ in rules.items() if any(isinstance(rule, ManualRule) for rule in all_)
    } == MANUAL
    assert {row.key for row in edition().criteria if not row.method} == MANUAL


def test_every_least_number_printed_is_a_number_of_the_rule() -> None:
    told = {}
    for row in edition().criteria:
        match = re.search(r"[Tt]ối thi[ểế]u (\d+)(%?)", row.method or "")
        if match and row.rule:
            told[row.key] = Fraction(match[1]) / (100 if match[2] else 1)
            numbers = {
                number for rule in walk(row.rule) for term in rule.terms() for number in constants_in(term)
            }
            # A text a month is twelve a year.
            assert told[row.key] in {*thresholds_of(row.rule), *(number / 12 for number in numbers)}, row.key
    assert len(told) == 11


def test_a_reward_of_fifty_percent_is_one_of_the_rule() -> None:
    halves = [row for row in edition().criteria if re.search("50% (?:điểm|tiêu chí)", row.method or "")]
    assert [row.key for row in halves] == ["I.1.1", "I.3.1", "I.3.2", "I.3.3", "I.4.1"]
    for row in halves:
        assert row.rule
        rewards = {branch.reward.share for rule in walk(row.rule) for branch in rule.branches()}
        assert Fraction(1, 2) in rewards, row.key


def test_a_hundred_percent_of_something_is_a_ratio_with_full_marks_there() -> None:
    for row in edition().criteria:
        if re.search(r"100% (?!điểm|tiêu chí)", row.method or ""):
            assert isinstance(row.rule, RatioRule), row.key
            assert row.rule.threshold == 1, row.key


def test_the_smaller_the_better_only_for_what_nobody_wants() -> None:
    low = [r.key for r in edition().criteria if isinstance(r.rule, RatioRule) and r.rule.better == "low"]
    assert low == ["VI.2.3", "VI.2.5"]


def test_not_applicable_where_the_document_says_when() -> None:
    conditional = [row.key for row in edition().criteria if row.not_applicable_when is not None]
    assert conditional == ["I.2.1", "IV.4.1", "VI.11.1"]


def test_the_same_figure_is_asked_once() -> None:
    shared: dict[str, list[str]] = {}
    for row in edition().criteria:
        for given in row.inputs.values():
            if given.source:
                shared.setdefault(given.source, []).append(row.key)
    assert {figure: " ".join(keys) for figure, keys in shared.items()} == SHARED


def test_every_correction_quotes_what_is_printed() -> None:
    corrections = [(row, each) for row in edition().rows for each in row.corrections]
    assert len(corrections) > 30
    for row, each in corrections:
        cell = row.printed_note if each.field == "printed_note" else text_of(row, each.field)
        assert each.printed in (cell or ""), row.key
        assert each.printed != each.correct, row.key


@pytest.mark.parametrize("key", AMBIGUOUS)
def test_rows_that_may_be_read_in_two_ways_carry_a_note(key: str) -> None:
    assert edition().row(key).note


def test_every_worked_case_comes_out_as_stated() -> None:
    assert not list(failing_cases(edition()))
