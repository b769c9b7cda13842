"""A set file is refused with every problem at once, each with its line and path."""

from __future__ import annotations

import contextlib
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.sentences import problem_text
from chamdiem.errors import ChamdiemError, InvalidIndicatorSet
from chamdiem.library import content_hash, read_set_text, write_set
from tests.patience import cases

from . import sets

GOOD = dedent(
    """\
    format: chamdiem/set/1
    set:
      key: example
      name: Ví dụ
      edition: '2026'
      source: {document: QĐ 1/QĐ-UBND}
      levels: {main: Chỉ số, criterion: Tiêu chí}
    rows:
      - key: I.6
        level: main
        role: information
        name: Số hộ
        inputs:
          v: {unit: hộ}
      - key: '1'
        level: main
        name: Nhận thức số
        max_points: 10
      - key: '1.10'
        number: '1.10'
        level: criterion
        name: Tỷ lệ hộ có cáp quang
        max_points: 10
        inputs:
          a: {unit: hộ}
          b: {from: I.6}
        checks:
          - a <= b
        rule: {kind: ratio, value: a / b, if_zero: not_applicable}
        cases:
          - {given: {a: 5, b: 10}, points: 5}
    """
)


def problems_of(text: str) -> set[tuple[str, int, str]]:
    """Code, line and path of every problem of a set file."""
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text(text, "example.yaml")
    assert all(problem.place.file == "example.yaml" for problem in refused.value.problems)
    return {(p.code, p.place.line, p.place.path) for p in refused.value.problems}


def test_a_canonical_file_comes_back_byte_for_byte() -> None:
    assert write_set(read_set_text(GOOD)) == GOOD


@cases(150)
@given(sets.rules | sets.peer_rules)
def test_any_rule_comes_back_byte_for_byte(rule: object) -> None:
    text = write_set(sets.set_of(rule))  # type: ignore[arg-type]  # the strategy is of rules
    again = read_set_text(text)
    assert write_set(again) == text
    assert again.row("1.1").rule == rule


def test_text_of_a_document_comes_back_with_its_line_breaks() -> None:
    text = GOOD.replace("name: Tỷ lệ hộ có cáp quang", 'name: " Tỷ lệ: 50% #1\\n- x "')
    assert read_set_text(write_set(read_set_text(text))).row("1.10").name == " Tỷ lệ: 50% #1\n- x "


def test_numbers_of_criteria_stay_text() -> None:
    assert read_set_text(GOOD).row("1.10").number == "1.10"


def test_all_problems_are_told_at_once_with_line_and_path() -> None:
    text = (
        GOOD.replace("max_points: 10\n    inputs", "max_points: mười\n    inputs")
        .replace("kind: ratio", "kind: ratios")
        .replace("name: Số hộ", "nam: Số hộ")
        .replace("- a <= b", "- a <=")
    )
    assert problems_of(text) == {
        ("schema.misspelt_key", 12, "rows[I.6].nam"),
        ("schema.not_a_number", 23, "rows[1.10].max_points"),
        ("expression.ends_early", 28, "rows[1.10].checks[0].that"),
        ("schema.unknown_word", 29, "rows[1.10].rule.kind"),
    }


def test_faults_between_rows_are_told_beside_faults_of_form() -> None:
    text = (
        GOOD.replace("max_points: 10\n    inputs", "max_points: mười\n    inputs")
        .replace("value: a / b", "value: a / c")
        .replace("{from: I.6}", "{from: I.7}")
        .replace("level: main\n    name", "level: pillar\n    name")
        .replace("rows:\n", "  tie_break: ['1', '2']\n  derived:\n    - {key: d, name: D, terms: 1}\nrows:\n")
    )
    assert problems_of(text) == {
        ("schema.not_a_list", 10, "set.derived[0].terms"),
        ("set.unknown_row", 8, "set.tie_break[1]"),
        ("set.unknown_level", 19, "rows[1].level"),
        ("schema.not_a_number", 26, "rows[1.10].max_points"),
        ("input.unknown_figure", 29, "rows[1.10].inputs.b.from"),
        ("rule.unknown_letter", 32, "rows[1.10].rule.value"),
    }


def test_what_only_follows_from_an_unreadable_part_is_not_told() -> None:
    """One wrong key is one problem, whatever else stands on it."""
    for old, new, path in (
        ("v: {unit: hộ}", "v: {unti: hộ}", "rows[I.6].inputs.v.unti"),
        ("a: {unit: hộ}", "a: {unit: hộ, min: ít}", "rows[1.10].inputs.a.min"),
        ("levels: {main: Chỉ số, criterion: Tiêu chí}", "levels: [main]", "set.levels"),
        ("key: I.6", "key: 'I 6'", "rows[I 6].key"),
    ):
        assert [found for _, _, found in problems_of(GOOD.replace(old, new))] == [path], new


def test_a_repeated_key_names_the_row_and_the_line_of_the_first() -> None:
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text(GOOD.replace("key: '1.10'", "key: '1'"), "example.yaml")
    (problem,) = refused.value.problems
    assert (problem.code, problem.place.line, problem.place.path) == ("set.repeated_key", 19, "rows[#3].key")
    assert problem.facts == {"key": "1", "first": "15"}


def test_a_repeated_key_hides_no_reference_to_a_row_that_is_not_there() -> None:
    twice = GOOD.replace("key: '1.10'", "key: '1'").replace(
        "edition: '2026'", "edition: '2026'\n  tie_break: [zz]"
    )
    assert {code for code, _, _ in problems_of(twice)} == {"set.unknown_row", "set.repeated_key"}


INFORMATION = "key: '1.10.a'\n    level: main\n    role: information\n    inputs: {v: {}}\n"
INDEX = "{key: d, name: D, terms: [{row: '1', weight: 1}]}"
HEAD = """  grades:
    - {name: Tốt, at_least: 80%, gates: [{row: '1', at_least: 50%}]}
    - {name: Khá, at_least: 60%}
  offices:
    Sở A: [Sở a]
    Sở B: [Sở b]
rows:
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "path"),
    [
        ("at_least: 80%", "at_least: 80", "schema.too_large", 9, "set.grades[0].at_least"),
        ("at_least: 50%", "at_least: 50", "schema.too_large", 9, "set.grades[0].gates[0].at_least"),
        ("at_least: 60%", "at_least: 90%", "set.grade_out_of_order", 10, "set.grades[1].at_least"),
        ("at_least: 60%", "at_least: 80%", "set.equal_grades", 10, "set.grades[1].at_least"),
        ("at_least: 60%", "at_least: 60%, peer_group: 5", "schema.not_words", 10, "set.grades[1].peer_group"),
        ("name: Khá", "name: Tốt", "set.repeated_grade", 10, "set.grades[1].name"),
        ("row: '1', ", "", "set.gate_of_row_or_level", 9, "set.grades[0].gates[0]"),
        ("row: '1', ", "row: '1', level: main, ", "set.gate_of_row_or_level", 9, "set.grades[0].gates[0]"),
        ("row: '1', ", "row: '9', ", "set.unknown_row", 9, "set.grades[0].gates[0].row"),
        ("[Sở b]", "[Sở a]", "set.office_twice", 13, "set.offices.Sở B[0]"),
    ],
)
def test_each_mistake_in_the_head_has_its_code_and_place(
    old: str, new: str, code: str, line: int, path: str
) -> None:
    text = GOOD.replace("rows:\n", HEAD)
    assert not read_set_text(text).acknowledged
    assert problems_of(text.replace(old, new)) == {(code, line, path)}


def test_groups_of_grades_that_differ_in_capitals_or_blanks_are_one() -> None:
    text = GOOD.replace("rows:\n", HEAD)
    text = text.replace("at_least: 80%", "at_least: 80%, peer_group: Miền Núi")
    text = text.replace("at_least: 60%", "at_least: 90%, peer_group: miền  núi")
    assert {code for code, _, _ in problems_of(text)} == {"set.grade_out_of_order"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("a: {unit: hộ}", "a: {unit: hộ, decimals: 2}", "input.unfitting"),
        ("a: {unit: hộ}", "a: {type: yes_no, min: 1}", "input.unfitting"),
        ("a: {unit: hộ}", "a: {since: 2023-01-01}", "input.unfitting"),
        ("a: {unit: hộ}", "a: {type: yes_no}", "rule.yes_no_computed"),
        ("- a <= b", "- a = 1/0", "rule.divides_by_zero"),
        ("value: a / b", "value: a / (b - b)", "rule.divides_by_zero"),
        (
            "{kind: ratio, value: a / b, if_zero: not_applicable}",
            "{kind: peer, value: a, method: leader_excess}",
            "rule.no_target",
        ),
        ("b: {from: I.6}", "b: {from: I.6, type: decimal}", "input.idle_key"),
        (
            "key: '1'\n    level: main\n",
            INFORMATION,
            "input.repeated_figure",
        ),
        ("levels: {main: Chỉ số, criterion: Tiêu chí}", "levels: {}", "schema.empty_list"),
        ("name: Số hộ", "name: null", "schema.blank"),
        ("name: Số hộ", 'name: "Số\\0hộ"', "schema.control_character"),
        ("max_points: 10\n    inputs", f"max_points: {'9' * 40}\n    inputs", "schema.too_many_digits"),
        ("edition: '2026'", "edition: '2026'\n  index_digits: 10", "schema.too_large"),
        ("edition: '2026'", f"edition: '2026'\n  index_digits: {'9' * 5000}", "schema.too_large"),
        ("key: '1.10'", "key: '1'", "set.repeated_key"),
        ("level: criterion", "level: pillar", "set.unknown_level"),
        ("value: a / b", "value: a / c", "rule.unknown_letter"),
        ("{from: I.6}", "{from: I.7}", "input.unknown_figure"),
        ("{a: 5, b: 10}", "{a: 5, c: 10}", "case.unknown_letter"),
        ("points: 5}", "status: missing, points: 5}", "case.points_or_status"),
        ("if_zero: not_applicable", "if_zero: maybe", "schema.unknown_word"),
        ("chamdiem/set/1", "chamdiem/set/9", "set.unknown_format"),
        ("a: {unit: hộ}", "a: {unit: hộ, min: 5, max: 1}", "input.empty_range"),
        ("a: {unit: hộ}", "a: {type: text}", "rule.not_a_number"),
        ("a: {unit: hộ}", "a: {from: '1.10.c'}", "input.unknown_figure"),
        ("a: {unit: hộ}", "a: {from: '1.10.a'}", "input.own_source"),
        ("edition: '2026'", "edition: '2026'\n  tie_break: ['1', '1']", "set.repeated_tie_break"),
        (
            "edition: '2026'",
            "edition: '2026'\n  acknowledged: [{finding: f, reason: r}, {finding: f, reason: s}]",
            "set.repeated_acknowledgement",
        ),
        (
            "edition: '2026'",
            f"edition: '2026'\n  derived: [{INDEX}, {INDEX}]",
            "set.repeated_index",
        ),
        ("a <= b", "a and b > 0", "rule.not_yes_no"),
        ("max_points: 10\n    inputs", "inputs", "row.rule_without_maximum"),
        ("role: information", "shares_maximum_of: '9'", "row.shares_with_nothing"),
        ("max_points: 10\n  - key: '1.10'", "max_points: -1\n  - key: '1.10'", "schema.too_small"),
    ],
)
def test_each_mistake_has_its_code(old: str, new: str, code: str) -> None:
    assert old in GOOD
    assert code in {found for found, _, _ in problems_of(GOOD.replace(old, new))}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file.empty"),
        ("a: [", "yaml.unreadable"),
        ("a: 1\na: 2", "yaml.repeated_key"),
        ("a: &x {b: 1}\nc: *x", "yaml.anchor"),
        ("a: !!int 1", "yaml.tag"),
        ("a: 1\n---\nb: 1", "yaml.several_documents"),
        ("? [1]\n: 2", "yaml.key_not_text"),
        ("[" * 100 + "]" * 100, "yaml.too_deep"),
        ("- 1", "schema.not_a_mapping"),
        ("a: \x00", "yaml.unreadable"),
    ],
)
def test_what_is_no_set_file_is_refused_with_a_reason(text: str, code: str) -> None:
    assert code in {found for found, _, _ in problems_of(text)}


def test_a_binary_file_is_refused_at_its_line_and_in_words() -> None:
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text("a: 1\nb: \x00", "bin.yaml")
    (problem,) = refused.value.problems
    assert problem.place.line == 2
    assert "Error" not in problem_text(problem)


@cases(300)
@given(st.data())
def test_no_damaged_file_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(len(GOOD), start + 40)))
    damaged = GOOD[:start] + data.draw(st.text(max_size=10)) + GOOD[end:]
    with contextlib.suppress(ChamdiemError):
        assert write_set(read_set_text(damaged))


def test_the_hash_changes_with_what_decides_points_and_with_nothing_else() -> None:
    first = content_hash(read_set_text(GOOD))
    acknowledged = GOOD.replace("rows:\n", "  acknowledged:\n    - {finding: x, reason: y}\nrows:\n")
    assert content_hash(read_set_text(acknowledged)) == first
    assert content_hash(read_set_text(GOOD.replace("value: a / b", "value: b / a"))) != first


def test_a_set_without_rows_is_refused() -> None:
    head = GOOD[: GOOD.index("rows:")]
    assert problems_of(f"{head}rows: []\n") == {("schema.empty_list", 8, "rows")}


def test_names_that_are_no_field_of_a_row_are_refused_with_their_place() -> None:
    row = "    name: Tỷ lệ hộ có cáp quang\n"
    wrong = "{field: titel, printed: hộ, correct: hộ dân, reason: Thiếu chữ}"
    more = f"    raw: {{name: Tỷ lệ, rule: cũ, nam: x}}\n    corrections: [{wrong}]\n"
    assert problems_of(GOOD.replace(row, row + more)) == {
        ("schema.unknown_word", 23, "rows[1.10].raw.rule"),
        ("schema.unknown_word", 23, "rows[1.10].raw.nam"),
        ("schema.unknown_word", 24, "rows[1.10].corrections[0].field"),
    }


def test_figures_taken_from_each_other_are_told_once_with_every_member() -> None:
    text = GOOD.replace("v: {unit: hộ}", "v: {from: '1.10.a'}").replace(
        "a: {unit: hộ}", "a: {from: '1.10.c'}"
    )
    text = text.replace("b: {from: I.6}", "b: {unit: hộ}\n      c: {from: I.6}")
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text(text, "example.yaml")
    (problem,) = refused.value.problems
    assert (problem.code, problem.place.line, problem.place.path) == (
        "input.circle",
        14,
        "rows[I.6].inputs.v.from",
    )
    assert problem.facts == {"figures": "I.6 → 1.10.a → 1.10.c → I.6"}


def test_a_figure_taken_from_one_that_is_taken_over_is_told_where_it_comes_from() -> None:
    text = GOOD.replace("a: {unit: hộ}", "a: {from: '1.10.b'}")
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text(text)
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["origin"]) == ("input.taken_twice", "I.6")


def test_what_is_wrong_with_the_file_hides_nothing_of_what_is_wrong_in_it() -> None:
    text = GOOD.replace("name: Ví dụ", "name: Ví dụ\n  name: Ví dụ khác").replace("a / b", "a / c")
    text = text.replace("name: Số hộ", "name: &x Số hộ").replace("unit: hộ}\n      b", "unit: *x}\n      b")
    assert problems_of(text) == {
        ("yaml.repeated_key", 5, "set.name"),
        ("yaml.anchor", 13, "rows[I.6].name"),
        ("yaml.anchor", 26, "rows[1.10].inputs.a.unit"),
        ("rule.unknown_letter", 30, "rows[1.10].rule.value"),
    }


@pytest.mark.parametrize("name", ["rows", "set"])
def test_one_half_of_a_file_is_checked_where_the_other_cannot_be_read(name: str) -> None:
    text = GOOD.replace("at: x", "").replace("levels: {", "index_digits: x\n  levels: {")
    text = text.replace("a / b", "a / c").replace(f"\n{name}:\n", f"\n{name}: x\nother:\n")
    codes = {code for code, _, _ in problems_of(text)}
    seen = "rule.unknown_letter" if name == "set" else "schema.not_whole"
    assert codes == {
        "schema.not_a_mapping" if name == "set" else "schema.not_a_list",
        "schema.unknown_key",
        seen,
    }


def test_every_unknown_letter_of_an_expression_is_told_once() -> None:
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text(GOOD.replace("a / b", "(q + a) / (w + q)"))
    assert [problem.facts["letter"] for problem in refused.value.problems] == ["q", "w"]


def test_why_yaml_cannot_be_read_is_said_in_vietnamese() -> None:
    for text in (
        GOOD.replace("  key: example", "\tkey: example"),
        "a: [",
        "a: {b",
        "a: 'x",
        "a: b: c",
        "- a\nb: c",
    ):
        with pytest.raises(InvalidIndicatorSet) as refused:
            read_set_text(text)
        why = refused.value.problems[0].facts["why"]
        assert why not in problem_text(refused.value.problems[0])
