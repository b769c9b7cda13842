"""Findings as a whole: ids, order, acknowledgements, sentences, and any set at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import Acknowledgement, Correction, Deadline, IndicatorSet, Row
from chamdiem.core.lint import CHECKS, CODES, Finding, Percent, finding_id, lint
from chamdiem.core.lint.finding import SEVERITIES, Facts, Word
from chamdiem.core.lint.registry import checks_table
from chamdiem.core.sentences.finding_words import WORDS
from chamdiem.core.sentences.findings import FINDINGS, finding_sentence
from tests.patience import cases

from .. import sets
from .documents import document

ROOT = Path(__file__).parents[3]

_FAULTY = """
  - {key: "1", number: "1", level: main, name: Thẻ chế số, max_points: 6, source: {place: mục 1, lines: "57"}}
  - {key: "1.1", number: "1.1", level: criterion, name: Kế hoạch, max_points: 3, rule: {kind: manual}}
  - {key: "1.3", number: "1.3", level: criterion, name: Kế hoạch, max_points: 2, rule: {kind: manual}}
"""

# --- ids and order ------------------------------------------------------------------------


def test_a_finding_names_document_place_lines_and_both_values() -> None:
    (finding,) = [each for each in lint(document(_FAULTY)) if each.code == "sum.group"]
    assert finding == Finding(
        id="sum.group:1", code="sum.group", severity="error", document="example-2026", key="1", place="mục 1",
        lines="57", printed="6", computed="5", facts=finding.facts,
    )  # fmt: skip


def test_findings_of_the_whole_set_come_first_then_those_of_rows_in_printed_order() -> None:
    keys = [finding.key for finding in lint(document(_FAULTY))]
    assert keys == sorted(keys)
    assert keys[0] == ""
    assert {"1", "1.3"} <= set(keys)


def test_a_row_put_in_between_changes_no_other_id() -> None:
    before = {finding.id for finding in lint(document(_FAULTY))}
    extra = "\n  - {key: x, level: main, role: information, name: Ghi chú chung}"
    first, *rest = _FAULTY.strip("\n").splitlines()
    after = {finding.id for finding in lint(document("\n".join([first, *rest]) + extra))}
    assert before <= after


def test_two_hits_with_one_id_are_told_apart() -> None:
    rows = _FAULTY.replace("name: Thẻ chế số", 'name: "Họp hàng tháng/ hàng quý (a"')
    ids = [finding.id for finding in lint(document(rows))]
    assert len(ids) == len(set(ids))


def test_ids_hold_no_line_breaks_and_no_endless_texts() -> None:
    assert (
        finding_id("text.x", "1.1", "một\n  hai " + "x" * 99) == "text.x:1.1:" + ("một hai " + "x" * 99)[:60]
    )


# --- acknowledgements ---------------------------------------------------------------------


def _acknowledging(*ids: str) -> tuple[Finding, ...]:
    known = tuple(Acknowledgement(finding=each, reason="Đã hỏi cơ quan ban hành.") for each in ids)
    return lint(replace(document(_FAULTY), acknowledged=known))


def test_an_acknowledged_finding_stays_with_its_reason() -> None:
    marked = [finding for finding in _acknowledging("sum.group:1") if finding.acknowledged]
    assert [(finding.id, finding.reason) for finding in marked] == [
        ("sum.group:1", "Đã hỏi cơ quan ban hành.")
    ]


def test_an_acknowledgement_of_nothing_is_a_finding_itself() -> None:
    stale = [finding for finding in _acknowledging("sum.group:9") if finding.code == "acknowledged.nothing"]
    assert [finding.printed or finding.facts["finding"] for finding in stale] == ["sum.group:9"]


def test_one_check_may_be_run_alone() -> None:
    only = [check for check in CHECKS if check.code == "sum.group"]
    assert {finding.code for finding in lint(document(_FAULTY), only)} == {"sum.group"}


# --- the registry, the sentences and the documentation -------------------------------------


def test_codes_are_unique_and_named_thing_and_what() -> None:
    assert len(CODES) == len(set(CODES))
    assert all(re.fullmatch(r"[a-z_]+\.[a-z_]+", code) for code in CODES)
    assert {check.severity for check in CHECKS} <= set(SEVERITIES)
    assert all(check.meaning and check.looks_at for check in CHECKS)


def test_every_code_has_a_sentence_in_both_languages_and_none_is_left_over() -> None:
    assert set(FINDINGS) == set(CODES)
    for vietnamese, english in FINDINGS.values():
        assert vietnamese.strip()
        assert english.strip()


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_both_languages_are_filled_in_from_the_same_facts(code: str) -> None:
    vietnamese, english = (
        {name for _, name, _, _ in Formatter().parse(text) if name} for text in FINDINGS[code]
    )
    assert english <= vietnamese | {"row"}
    assert vietnamese <= english | {"row"}


def test_every_code_is_tried_by_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert not [code for code in CODES if f'"{code}"' not in tests]


def test_the_documentation_lists_every_check() -> None:
    text = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    assert checks_table() in text, f"put this table into docs/lint.md:\n{checks_table()}"


@pytest.mark.parametrize(
    ("fact", "vietnamese", "english"),
    [
        (Fraction(5, 2), "2,5", "2.5"),
        (Percent(Fraction(1, 400)), "0,25%", "0.25%"),
        (1234567, "1.234.567", "1,234,567"),
        (Word("deadline"), "Thời hạn", "Deadline"),
        (("1.1", "1.2"), "1.1, 1.2", "1.1, 1.2"),
    ],
)
def test_facts_are_written_in_the_language_of_the_reader(fact: Any, vietnamese: str, english: str) -> None:
    finding = Finding(
        id="x", code="method.gap", severity="warning", document="d", facts={"low": fact, "high": fact}
    )
    assert vietnamese.casefold() in finding_sentence(finding).casefold()
    assert english.casefold() in finding_sentence(finding, "en").casefold()


def test_a_long_text_is_cut_in_a_sentence() -> None:
    facts: Facts = {"text": "x" * 500, "field": Word("name")}
    finding = Finding(id="x", code="text.repeated", severity="warning", document="d", facts=facts)
    assert len(finding_sentence(finding)) < 300


# --- any set at all -----------------------------------------------------------------------

_TEXTS = st.text("aăbcdđêghnôtuưy ạếổ ABĐ0123456789.,;:%/()=<>≥≤*+-'\"\n", max_size=60)
_PROSE = st.one_of(
    _TEXTS,
    st.sampled_from(
        [
            "Từ 5 đến 10: 1/2 điểm\nTừ 10 trở lên: điểm tối đa",
            "Tỷ lệ = (b+c)/a * 100%",
            "a = Số hộ; b = Tổng số hộ",
            "V n bản chỉ đạo",
            "Công/Trang thông tin",
            "≥ 80%: 10 điểm\n< 80 : tỷ lệ/80%",
            "Quý 4 năm 2023",
            "x=1/0",
        ]
    ),
)


@st.composite
def _any_set(draw: st.DrawFn) -> IndicatorSet:
    made = sets.set_of(*draw(st.lists(sets.rules | sets.peer_rules, min_size=1, max_size=4)))
    group, *rows = made.rows
    return replace(
        made, rows=(replace(group, max_points=draw(_maximum)), *(draw(_dressed(row)) for row in rows))
    )


_maximum = st.none() | st.sampled_from([Fraction(0), Fraction(7), Fraction(13, 2)])


@st.composite
def _dressed(draw: st.DrawFn, row: Row) -> Row:
    """A row with any texts an official may have written."""
    name = draw(_PROSE)
    return replace(
        row,
        name=name or "Việc",
        number=draw(st.sampled_from([row.number, "", "I", "2.7", "1.1", "a)", "??"])),
        code=draw(st.sampled_from(["", "II.1.1", "I.2"])),
        method=draw(st.none() | _PROSE),
        printed_note=draw(st.none() | _PROSE),
        instructions=draw(st.none() | _PROSE),
        note=draw(st.none() | _TEXTS),
        lead=tuple(draw(st.lists(_TEXTS, max_size=2))),
        coordinating=tuple(draw(st.lists(_TEXTS, max_size=2))),
        deadline=draw(st.none() | st.builds(Deadline, printed=_PROSE)),
        corrections=draw(
            st.just(())
            | st.tuples(
                st.builds(Correction, field=st.just("name"), printed=_TEXTS, correct=_TEXTS, reason=_TEXTS)
            )
        ),
    )


@cases(150)
@given(_any_set())
def test_lint_never_raises_and_every_finding_can_be_said(indicator_set: IndicatorSet) -> None:
    found = lint(indicator_set)
    assert len({finding.id for finding in found}) == len(found)
    for finding in found:
        assert finding_sentence(finding)
        assert finding_sentence(finding, "en")
        assert finding.key in {"", *(row.key for row in indicator_set.rows)}


@cases(50)
@given(_any_set())
def test_the_same_set_gives_the_same_findings(indicator_set: IndicatorSet) -> None:
    assert lint(indicator_set) == lint(indicator_set)


@cases(50)
@given(_any_set())
def test_an_unrelated_row_at_the_end_changes_no_other_id(indicator_set: IndicatorSet) -> None:
    extra = Row(
        key="z-9", level="main", role="information", name="Ghi chú thêm ở cuối văn bản", number="9999"
    )
    before = [finding.id for finding in lint(indicator_set)]
    longer = replace(indicator_set, rows=(*indicator_set.rows, extra))
    assert [finding.id for finding in lint(longer) if finding.key != extra.key] == before


def test_words_are_in_both_languages_and_all_are_used() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src" / "chamdiem" / "core").rglob("*.py")
    )
    assert all(vietnamese and english for vietnamese, english in WORDS.values())
    made = {"on_and_below", "on_and_above", "decision_number", "decision_date"}
    made |= {f"status_{status.value}" for status in Status}
    assert not [key for key in WORDS if key not in made and source.count(f'"{key}"') < 2]


def test_facts_are_plain_values() -> None:
    for finding in lint(document(_FAULTY)):
        facts: Mapping[str, Any] = finding.facts
        for fact in facts.values():
            assert isinstance(fact, str | int | Fraction | Percent | Word | tuple)
