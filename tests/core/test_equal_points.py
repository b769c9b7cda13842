"""What is said to give the same points does; what is only written otherwise is found out."""

# Two rules stand one below the other, as in a table.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.comparison import compare_sets
from chamdiem.core.criterion import Answers, Criterion, compile_criteria
from chamdiem.core.expression import Binary, Both, Compare, Either, Letter, Not, Number
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.peers import list_spreads
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.tiers import Tier
from chamdiem.core.scoring import Scorer
from chamdiem.library import load_edition, read_set_text
from tests.core.mutants import mutants
from tests.patience import cases

from . import sets

_EDITIONS = ("chuprong-2023", "xa-hue-2023", "ninhthuan-2021")
# What may be told of a row that gives the same points.
_NO_POINTS = {"rule_words", "name", "number", "label", "lead", "evidence", "method", "parent"}


def _is_said_to_be_same(old: IndicatorSet, new: IndicatorSet, key: str) -> bool:
    (compared,) = [each for each in compare_sets(old, new) if each.key == key]
    return {each.code for each in compared.differences} <= _NO_POINTS


def _cells(indicator_set: IndicatorSet, key: str, everybody: Sequence[Answers]) -> list[int]:
    """The cells of one criterion, everybody compared with everybody."""
    scorer = Scorer(indicator_set)
    spreads = list_spreads(scorer.criteria, everybody, [""] * len(everybody))[""]
    frozen = scorer.with_spreads(spreads)
    return [frozen.outcome(key, each).cell for each in everybody]


# --- mutated editions ---------------------------------------------------------------------


@cache
def _mutated(key: str) -> list[tuple[Criterion, list[Row]]]:
    """Every criterion of an edition, with the rows that are slightly wrong."""
    criteria = compile_criteria(load_edition(key)).values()
    return [(each, rows) for each in criteria if (rows := [row for _, row in mutants(each)])]


def _figure(given_: Input) -> st.SearchStrategy[int]:
    low, high = given_.range
    least = low or 0
    most = least + 150 * given_.scale if high is None else high
    return st.integers(least, most) | st.integers(least, min(most, least + 12 * given_.scale))


def _answers(criterion: Criterion) -> st.SearchStrategy[Answers]:
    inputs = zip(criterion.letters.figures, criterion.letters.inputs.values(), strict=True)
    return st.fixed_dictionaries({figure: _figure(given_) for figure, given_ in inputs})


@pytest.mark.parametrize("key", _EDITIONS)
@cases(60)
@given(st.data())
def test_rows_of_the_editions_said_to_give_the_same_points_do(key: str, data: st.DataObject) -> None:
    old = load_edition(key)
    criterion, rows = data.draw(st.sampled_from(_mutated(key)))
    row = data.draw(st.sampled_from(rows))
    new = replace(old, rows=tuple(row if each.key == row.key else each for each in old.rows))
    if _is_said_to_be_same(old, new, row.key):
        everybody = data.draw(st.lists(_answers(criterion), min_size=1, max_size=4))
        assert _cells(old, row.key, everybody) == _cells(new, row.key, everybody)


# --- random rules, written in another way -------------------------------------------------


def _turned(thing: Any) -> Any:
    """The same with the sides of sums, products, "and" and "or" exchanged, wherever they stand."""
    match thing:
        case Binary(operator, left, right):
            sides = _turned(left), _turned(right)
            return Binary(operator, *(reversed(sides) if operator in "+*" else sides))
        case Both(left, right):
            return Both(_turned(right), _turned(left))
        case Either(left, right):
            return Either(_turned(right), _turned(left))
        case Compare(operator, left, right):
            return Compare(operator, _turned(left), _turned(right))
        case Not(inner):
            return Not(_turned(inner))
        case Letter() | Number() | Tier():
            return thing
        case tuple():
            return tuple(map(_turned, thing))
        case dict():
            return thing
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            return replace(
                thing,
                **{name: _turned(getattr(thing, name)) for name in (field.name for field in fields(thing))},
            )
        case _:
            return thing


many = cases(200)


@many
@given(sets.rules, st.lists(sets.answers, min_size=1, max_size=3))
def test_a_rule_with_its_sides_exchanged_gives_the_same_points_and_is_said_to(
    rule: Rule, everybody: list[dict[str, int | None]]
) -> None:
    old, new = sets.set_of(rule), sets.set_of(_turned(rule))
    answers = [sets.answers_for("1.1", each) for each in everybody]
    assert _cells(old, "1.1", answers) == _cells(new, "1.1", answers)
    assert _is_said_to_be_same(old, new, "1.1")


@many
@given(
    sets.rules | sets.inner_peer_rules,
    sets.rules | sets.inner_peer_rules,
    st.lists(sets.answers, min_size=1, max_size=3),
)
def test_whatever_is_said_to_give_the_same_points_does(
    rule: Rule, other: Rule, everybody: list[dict[str, int | None]]
) -> None:
    old, new = sets.set_of(rule), sets.set_of(other)
    if _is_said_to_be_same(old, new, "1.1"):
        answers = [sets.answers_for("1.1", each) for each in everybody]
        assert _cells(old, "1.1", answers) == _cells(new, "1.1", answers)


# --- by example ---------------------------------------------------------------------------

_SET = """format: chamdiem/set/1
set: {{key: s, name: S, edition: '2026', source: {{document: D}}, levels: {{criterion: Tiêu chí}}}}
rows:
  - key: '1'
    level: criterion
    name: N
    max_points: {maximum}
    inputs:
      a: {{min: 1}}
      b: {{}}
      c: {{}}
      d: {{type: decimal, decimals: 1}}
      x: {{type: yes_no}}
      y: {{type: yes_no}}
    rule: {rule}
"""
_MANUAL = """format: chamdiem/set/1
set: {{key: s, name: S, edition: '2026', source: {{document: D}}, levels: {{criterion: Tiêu chí}}}}
rows:
  - {{key: '1', level: criterion, name: N, max_points: 5, rule: {rule}}}
"""


def _codes(old: str, new: str, form: str = _SET, maximum: int = 10) -> list[str]:
    sides = [read_set_text(form.format(rule=rule, maximum=maximum)) for rule in (old, new)]
    (compared,) = compare_sets(*sides)
    return [each.code for each in compared.differences]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{kind: ratio, value: (b + c) / a}", "{kind: ratio, value: (c + b) / a}"),
        ("{kind: ratio, value: b * c / a}", "{kind: ratio, value: c * b / a}"),
        ("{kind: ratio, value: b / a, full_at: 80%}", "{kind: ratio, value: b / a / 0.8}"),
        (
            "{kind: ratio, value: b / a, full_at: 80%, below: zero}",
            "{kind: ratio, value: b * 5 / (a * 4), below: zero}",
        ),
        (
            "{kind: count, parts: [{of: b, points_each: 2}]}",
            "{kind: count, parts: [{of: b, every: 1, points_each: 2}]}",
        ),
        (
            "{kind: tiers, value: b, tiers: [{at_least: 10}]}",
            "{kind: tiers, value: b, tiers: [{more_than: 9}]}",
        ),
        (
            "{kind: tiers, value: b, tiers: [{at_most: 9}]}",
            "{kind: tiers, value: b, tiers: [{less_than: 10}]}",
        ),
        (
            "{kind: tiers, value: d, tiers: [{at_least: 9.1}]}",
            "{kind: tiers, value: d, tiers: [{more_than: 9}]}",
        ),
        ("{kind: yes_no, when: x and b > 4}", "{kind: yes_no, when: b >= 5 and x}"),
        ("{kind: yes_no, when: x and (y and b > 4)}", "{kind: yes_no, when: (b >= 5 and x) and y}"),
        (
            "{kind: count, parts: [{of: b, points_each: 1}, {of: c, points_each: 0.5}]}",
            "{kind: count, parts: [{of: c, points_each: 0.5}, {of: b, points_each: 1}]}",
        ),
        (
            "{kind: tiers, value: b, tiers: [{at_least: 10}, {at_least: 5, give: 1/2}]}",
            "{kind: tiers, value: b, tiers: [{less_than: 5, give: none}, {less_than: 10, give: 1/2}], otherwise: full}",
        ),
        (
            "{kind: tiers, value: b, tiers: [{at_least: 10}, {at_least: 5, give: 1/2}]}",
            "{kind: tiers, value: b, tiers: [{at_least: 10}, {at_least: 5, give: 1/2}, {at_least: 7}]}",
        ),
        ("{kind: count, parts: [{of: b, points_each: 2}]}", "{kind: ratio, value: b / 5}"),
        (
            "{kind: gate, when: x, then: {kind: tiers, value: b, tiers: [{at_least: 3}]}, else: none}",
            "{kind: gate, when: not x, then: none, else: {kind: tiers, value: b, tiers: [{at_least: 3}]}}",
        ),
        (
            "{kind: peer, value: b, method: min_max, special: [{when: b = 0, give: none, label: Chưa có}]}",
            "{kind: peer, value: b, method: min_max, special: [{when: b = 0, give: none}]}",
        ),
    ],
)
def test_what_is_only_written_otherwise_gives_the_same_points(old: str, new: str) -> None:
    assert _codes(old, new) == ["rule_words"]


@pytest.mark.parametrize(
    "new",
    [
        "{kind: peer, value: b, method: min_max, better: high}",
        "{kind: peer, value: b, method: min_max, among: all, if_all_equal: full}",
    ],
)
def test_a_default_that_is_written_out_is_no_change(new: str) -> None:
    assert _codes("{kind: peer, value: b, method: min_max}", new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{kind: ratio, value: b / a, full_at: 80%}", "{kind: ratio, value: b / a / 0.9}"),
        (
            "{kind: count, parts: [{of: b, points_each: 2}]}",
            "{kind: count, parts: [{of: b, every: 2, points_each: 2}]}",
        ),
        (
            "{kind: count, parts: [{of: d, points_each: 2}]}",
            "{kind: count, parts: [{of: d, every: 1, points_each: 2}]}",
        ),
        (
            "{kind: tiers, value: d, tiers: [{at_least: 10}]}",
            "{kind: tiers, value: d, tiers: [{more_than: 9}]}",
        ),
        (
            "{kind: tiers, value: b, tiers: [{at_least: 10}, {at_least: 5, give: 1/2}]}",
            "{kind: tiers, value: b, tiers: [{less_than: 5, give: none}, {at_most: 10, give: 1/2}], otherwise: full}",
        ),
        (
            "{kind: checklist, parts: [{when: x, points: 4}]}",
            "{kind: checklist, parts: [{when: x, points: 3}]}",
        ),
        (
            "{kind: sum, cap: {points: 9.5}, parts: [{share: full, rule: {kind: yes_no, when: x}}]}",
            "{kind: sum, cap: {points: 9}, parts: [{share: full, rule: {kind: yes_no, when: x}}]}",
        ),
        (
            "{kind: sum, parts: [{points: 8, rule: {kind: yes_no, when: x}}]}",
            "{kind: sum, parts: [{points: 7, rule: {kind: yes_no, when: x}}]}",
        ),
        (
            "{kind: deduct, parts: [{of: b, points_each: 1, cap: {points: 1}}]}",
            "{kind: deduct, parts: [{of: b, points_each: 1, cap: {points: 2}}]}",
        ),
        (
            "{kind: count, parts: [{of: b, points_each: 1, cap: {points: 3.5}}]}",
            "{kind: count, parts: [{of: b, points_each: 1, cap: {points: 3}}]}",
        ),
        ("{kind: peer, value: b, method: min_max}", "{kind: peer, value: b, method: min_max, better: low}"),
        ("{kind: peer, value: b, method: min_max}", "{kind: peer, value: b, method: share_of_max}"),
        (
            "{kind: peer, value: b, method: min_max}",
            "{kind: peer, value: b, method: min_max, among: peer_group}",
        ),
        (
            "{kind: peer, value: b, method: min_max}",
            "{kind: peer, value: b, method: min_max, if_all_equal: none}",
        ),
        (
            "{kind: peer, value: b, method: min_max, special: [{when: b = 0, give: full}]}",
            "{kind: peer, value: b, method: min_max, special: [{when: b = 0, give: full, exclude: yes}]}",
        ),
    ],
)
def test_other_points_are_told_at_the_maximum_in_force(old: str, new: str) -> None:
    assert _codes(old, new) == ["rule"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{kind: manual, step: 0.5}", "{kind: manual, step: 1}"),
        ("{kind: manual, assessors: 2}", "{kind: manual, assessors: 2, combine: median}"),
        ("{kind: manual, assessors: 2, tolerance: 1}", "{kind: manual, assessors: 2, tolerance: 2}"),
    ],
)
def test_another_way_for_people_to_give_points_is_told(old: str, new: str) -> None:
    assert "rule" in _codes(old, new, _MANUAL)


def test_another_guide_for_the_assessors_is_another_rule() -> None:
    assert _codes("{kind: manual}", "{kind: manual, guide: Xem báo cáo}", _MANUAL) == ["rule"]
