"""Choices in a set file: rows that read one choice agree about its options."""

from __future__ import annotations

from chamdiem.library import read_set_text

from .test_loading import GOOD, problems_of

CHOICE = "{kind: choice, of: k, options: {one: {label: Một}, two: {label: Hai, give: none}}}"


def _with_choices(rule: str, letter: str = "k: {type: choice}") -> str:
    """The set with a choice of two beside a row that takes its letter over."""
    more = f"""\
  - key: '1.11'
    level: criterion
    name: Lựa chọn
    max_points: 10
    inputs:
      {letter}
    rule: {CHOICE}
  - key: '1.12'
    level: criterion
    name: Cũng lựa chọn
    max_points: 10
    inputs:
      k: {{from: '1.11.k'}}
    rule: {rule}
"""
    return GOOD + more


def test_rows_that_read_one_choice_offer_the_same_options() -> None:
    assert read_set_text(_with_choices(CHOICE))
    for options in ("{two: {give: full}, one: {give: none}}", "{one: {give: full}}"):
        text = _with_choices(f"{{kind: choice, of: k, options: {options}}}")
        assert problems_of(text) == {("rule.other_options", 45, "rows[1.12].rule.options")}


def test_a_choice_cannot_be_computed_with_even_where_it_is_chosen_from() -> None:
    compared = "{kind: yes_no, when: k > 0}"
    both = f"{{kind: sum, parts: [{{share: 1/2, rule: {CHOICE}}}, {{share: 1/2, rule: {compared}}}]}}"
    assert problems_of(_with_choices(both)) == {
        ("rule.not_a_number", 45, "rows[1.12].rule.parts[1].rule.when")
    }


def test_a_choice_without_options_is_refused() -> None:
    start = GOOD.index("rule: {")
    text = GOOD[:start] + "rule: {kind: choice, of: a, options: {}}" + GOOD[GOOD.index("\n", start) :]
    assert "schema.empty_list" in [code for code, _, _ in problems_of(text)]


def test_the_letter_of_a_mark_belongs_to_its_rule() -> None:
    marked = "{kind: manual, step: 0.5}"
    text = _with_choices(marked).replace("k: {from: '1.11.k'}", "points: {unit: điểm}")
    assert problems_of(text) == {("input.brought_by_rule", 44, "rows[1.12].inputs.points")}
