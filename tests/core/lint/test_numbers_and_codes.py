"""Numbers and codes with letters, numbers that changed places, and tables of bonuses beside the tree."""

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint
from chamdiem.core.lint.document import Document

from .documents import document, findings, found, keys

_ROW = (
    '  - {{key: "{key}", {number}{code}level: criterion, name: Tiêu chí thứ {key}, '
    "max_points: 1, rule: {{kind: manual}}}}\n"
)


def _row(key: str, number: str, more: str = "") -> str:
    return _ROW.format(key=key, number=f'number: "{number}", ' if number else "", code=more)


def _groups(tree: dict[str, tuple[str, ...]], code: str = "") -> IndicatorSet:
    """Groups by their numbers, each with its criteria; ``code`` is put before the number of a criterion."""
    rows = ""
    for at, (group, numbers) in enumerate(tree.items(), start=1):
        rows += f'  - {{key: "g{at}", number: "{group}", level: main, name: "Nhóm {group}"}}\n'
        for place, number in enumerate(numbers):
            own = f'code: "{code.format(number)}", ' if code else ""
            rows += _row(f"{at}-{place}", number, own)
    return document(rows)


_LETTERED = {"A1": ("A1.1", "A1.2", "A1.3"), "B": ("B.1", "B.2", "B.3"), "C": ("C.1", "C.2", "C.3", "C.4")}
_PLAIN = {"1": ("1.1", "1.2", "1.3"), "2": ("2.1", "2.2", "2.3")}


@pytest.mark.parametrize("code", ["LH.{}", "LH-{}"])
@pytest.mark.parametrize("tree", [_LETTERED, _PLAIN])
def test_codes_of_the_criteria_alone_are_the_number_behind_a_prefix(
    tree: dict[str, tuple[str, ...]], code: str
) -> None:
    told = {finding.code for finding in lint(_groups(tree, code)) if finding.code.startswith("code.")}
    assert told == {"code.prefixed"}


def test_a_wrong_code_is_told_in_the_letters_of_its_section() -> None:
    rows = "".join(
        _row(f"k{place}", f"A.{place}", f"code: LH.{'B' if place == 3 else 'A'}.{place}, ")
        for place in range(1, 6)
    )
    sound = document(f'  - {{key: gA, number: "A", level: main, name: Nhóm}}\n{rows}')
    finding = found(sound, "code.inconsistent")
    assert (finding.printed, finding.computed) == ("LH.B.3", "LH.A.3")


@pytest.mark.parametrize(
    ("group", "numbers", "proposed"),
    [
        ("B2", ("B1.1", "B2.2"), "B2.1"),
        ("A4.2", ("A4.2.1", "A4.2.2", "A4.3"), "A4.2.3"),
        ("A1.1", ("A1.1.1", "A1.1.2", "A1.2.3"), "A1.1.3"),
        ("B", ("B1", "A2"), "B2"),
        ("D", ("D.1", "D.2", "C.3"), "D.3"),
        ("II", ("2.1", "1.2"), "2.2"),
    ],
)
def test_a_number_is_proposed_as_its_heading_is_written(
    group: str, numbers: tuple[str, ...], proposed: str
) -> None:
    assert found(_groups({group: numbers}), "number.parent").computed == proposed


@pytest.mark.parametrize(
    ("group", "numbers", "proposed"),
    [
        ("B2", ("B2.1", "", "B2.3", "B2.4"), "B2.2"),
        ("D", ("D.1", "D.2", ""), "D.3"),
        ("2", ("2.1", "", "2.3"), "2.2"),
    ],
)
def test_a_missing_number_is_proposed_as_its_list_is_written(
    group: str, numbers: tuple[str, ...], proposed: str
) -> None:
    assert found(_groups({group: numbers}), "number.missing").computed == proposed


def test_what_a_number_counts_may_stand_before_it() -> None:
    named = _groups({"Phần I": ("1", "2"), "Phần II": ("1", "2"), "Phần IV": ("1", "2")})
    assert keys(named, "number.unreadable") == []
    assert found(named, "number.gap").computed == "Phần III"
    assert keys(_groups({"1": ("1.1", "Phần thưởng")}), "number.unreadable") == ["1-1"]


def test_numbers_that_changed_places_are_not_missing() -> None:
    swapped = _groups({"1": ("1.1", "1.3", "1.2", "1.4")})
    assert (keys(swapped, "number.gap"), keys(swapped, "number.order")) == ([], ["1-2"])
    assert found(_groups({"1": ("1.1", "1.3", "1.2", "1.5")}), "number.gap").computed == "1.4"


def test_rows_beside_others_that_go_by_their_keys_go_by_theirs() -> None:
    restarted = _groups({"C": ("1", "2"), "D": ("1", "2", "3")})
    assert Document(restarted).labels(restarted.rows[-3:]) == ("2-0", "2-1", "2-2")
    alone = _groups({"C": ("1", "2", "3")})
    assert Document(alone).labels(alone.rows[-3:]) == ("1", "2", "3")


def _headed(*heads: str, roles: tuple[str, ...] = ()) -> IndicatorSet:
    """Headings with two rows each, numbered 1 and 2; the last headings have these roles."""
    told = ("",) * (len(heads) - len(roles)) + roles
    rows = ""
    for at, (head, role) in enumerate(zip(heads, told, strict=True)):
        own = f"role: {role}, " if role else ""
        rows += f'  - {{key: "h{at}", {own}number: "{head}", level: main, name: "Phần {at}"}}\n'
        rows += "".join(_row(f"{at}-{place}", place, own) for place in "12")
    return document(rows)


_OUTSIDE = ("bonus", "deduction")


@pytest.mark.parametrize(
    ("heads", "roles", "repeated"),
    [
        (("I", "II", "II", "III"), _OUTSIDE, ["h2"]),
        (("I", "II", "II", "IV"), _OUTSIDE, ["h2"]),
        (("I", "II", "II", "IV"), (), ["h2"]),
        (("I", "II", "I", "II"), _OUTSIDE, []),
        (("I", "II", "1", "2"), _OUTSIDE, []),
        (("I", "II", "I", "I"), _OUTSIDE, []),
        (("I", "II", "III", "IV"), _OUTSIDE, []),
        (("A", "I", "II"), (), []),
    ],
)
def test_of_two_headings_alike_the_second_is_told_and_nothing_else(
    heads: tuple[str, ...], roles: tuple[str, ...], repeated: list[str]
) -> None:
    given = _headed(*heads, roles=roles)
    assert keys(given, "number.repeated") == repeated
    assert (keys(given, "number.gap"), keys(given, "number.order")) == ([], [])


# --- tables of bonuses and deductions ---------------------------------------------------------

_LEVELS = "{pillar: Trụ cột, main: Chỉ số chính, criterion: Tiêu chí}"
_ADDED = """
  - {key: A, level: pillar, name: Chính quyền số}
  - {key: "1", number: "1", level: main, name: Nhận thức}
  - {key: "1.1", number: "1.1", level: criterion, name: Văn bản, max_points: 1, rule: {kind: manual}}
  - {key: C, level: pillar, role: bonus, name: ĐIỂM CỘNG}
  - {key: C1, level: criterion, role: bonus, name: Sáng kiến, max_points: 1, rule: {kind: manual}}
  - {key: T, level: pillar, role: deduction, name: ĐIỂM TRỪ}
  - {key: T1, level: criterion, role: deduction, name: Trễ hạn, max_points: 1, rule: {kind: manual}}
"""


@pytest.mark.parametrize(
    ("level", "count"), [("pillar", 1), ("pillar", 3), ("criterion", 1), ("criterion", 3)]
)
def test_bonuses_and_deductions_may_be_counted_or_not(level: str, count: int) -> None:
    sound = document(_ADDED, f"declared:\n  - {{level: {level}, count: {count}}}", _LEVELS)
    assert keys(sound, "count.declared") == []


def test_a_count_that_fits_neither_is_told_with_the_nearer_one() -> None:
    told = [
        found(
            document(_ADDED, f"declared:\n  - {{level: pillar, count: {count}}}", _LEVELS), "count.declared"
        )
        for count in (2, 5)
    ]
    assert [finding.computed for finding in told] == ["1", "3"]


def test_bonuses_directly_below_their_heading_skip_no_level() -> None:
    assert keys(document(_ADDED, levels=_LEVELS), "level.skipped") == []


# --- periods ----------------------------------------------------------------------------------


def test_no_day_is_outside_a_period_that_ends_before_it_starts() -> None:
    row = _row("1", "1", 'deadline: {printed: "30/6/2026"}, ')
    period = "reference_period: {{from: {}, to: {}}}"
    reversed_ = document(row, period.format("2026-12-31", "2026-01-01"))
    assert len(findings(reversed_, "period.reversed")) == 1
    assert keys(reversed_, "deadline.outside_period") == []
    other = document(row, period.format("2025-01-01", "2025-12-31"))
    assert keys(other, "deadline.outside_period") == ["1"]


def test_codes_of_several_rows_are_no_wrong_numbers() -> None:
    assert keys(_groups({"1": ("TM.01", "TM.02", "PN.01")}), "number.unreadable") == []
    assert keys(_groups({"1": ("1.1", "TM.02")}), "number.unreadable") == ["1-1"]
