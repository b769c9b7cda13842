"""Every idiom and every edge as a worked case in ``tests/cases``, and the cases themselves on trial."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Literal, get_args

import pytest

from chamdiem.core.award import Status
from chamdiem.core.bounds import outlook
from chamdiem.core.cases import CaseResult, failing_cases, run_case
from chamdiem.core.criterion import INVALID, Criterion, compile_criteria, status_of
from chamdiem.core.expression import Letter, parse_condition, parse_term
from chamdiem.core.indicator_set import Case, IndicatorSet
from chamdiem.core.matrix import MatrixScorer
from chamdiem.core.peers import spread_of
from chamdiem.core.rules.composite import BestOfRule, SumPart, SumRule
from chamdiem.core.rules.count import CountPart, CountRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.registry import KINDS
from chamdiem.core.rules.rule import FULL, NONE, IfZero, Reward, Rule, walk
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.rules.tiers import Side, Tier, TiersRule
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import reason_text
from chamdiem.errors import InvalidIndicatorSet
from chamdiem.library import read_set, read_set_text

from . import sets
from .mutants import mutants, survivors

SETS = {path.stem: read_set(path) for path in sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))}
CRITERIA = {
    f"{name}:{key}": criterion
    for name, indicator_set in SETS.items()
    for key, criterion in compile_criteria(indicator_set).items()
}
RULES = [rule for criterion in CRITERIA.values() for rule in walk(criterion.rule)]

# Idioms of decisions that are no rules: where they are told instead.
ELSEWHERE = {
    "37": "grades with gates",
    "40": "index values of peer groups with different maxima",
    "41": "figures of the organisations a merged one comes from",
}


@pytest.mark.parametrize("name", SETS)
def test_every_worked_case_comes_out_as_stated(name: str) -> None:
    assert not list(failing_cases(SETS[name]))


@pytest.mark.parametrize("name", CRITERIA)
def test_every_worked_case_comes_out_the_same_in_arrays(name: str) -> None:
    criterion, indicator_set = CRITERIA[name], SETS[name.partition(":")[0]]
    for case in criterion.row.cases:
        if case.status != Status.INVALID.value:
            cell = _cell_in_arrays(indicator_set, criterion, case)
            points = criterion.rounding.points(cell) if cell >= 0 else None
            assert CaseResult(status_of(cell), points).meets(case), case


def _cell_in_arrays(indicator_set: IndicatorSet, criterion: Criterion, case: Case) -> int:
    rows = tuple(row if row.key == criterion.key else replace(row, rule=None) for row in indicator_set.rows)
    own, *others = (_answers(criterion, given) for given in (case.given, *case.others))
    spread = spread_of(criterion, (own, *others)) if others else None
    scorer = MatrixScorer(replace(indicator_set, rows=rows), {criterion.key: spread} if spread else None)
    return int(scorer.score(scorer.prepare(scorer.columns([own]), count=1)).cells[0, 0])


def _answers(criterion: Criterion, given: Mapping[str, str]) -> dict[str, int | None]:
    letters = zip(criterion.letters.figures, criterion.letters.inputs.items(), strict=True)
    return {figure: each.parse(given[letter]) for figure, (letter, each) in letters if letter in given}


@pytest.mark.parametrize("name", CRITERIA)
def test_the_cases_of_a_criterion_tell_it_from_every_slightly_wrong_one(name: str) -> None:
    assert survivors(CRITERIA[name]) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (set(KINDS), {rule.kind for rule in RULES} | {"none"}),
        ({"scale", "ratio", "zero"}, {rule.below for rule in RULES if isinstance(rule, RatioRule)}),
        ({"high", "low"}, {rule.better for rule in RULES if isinstance(rule, RatioRule)}),
        (set(get_args(IfZero)), {rule.if_zero for rule in RULES if isinstance(rule, RatioRule)} - {None}),
        (set(get_args(IfZero)), {rule.if_zero for rule in RULES if isinstance(rule, TiersRule)} - {None}),
        (set(get_args(Side)), {tier.side for r in RULES if isinstance(r, TiersRule) for tier in r.tiers}),
        (
            {"min_max", "share_of_max", "leader_excess"},
            {rule.method for rule in RULES if isinstance(rule, PeerRule)},
        ),
        ({"mean", "median", "consensus"}, {rule.combine for rule in RULES if isinstance(rule, ManualRule)}),
        (
            {status.value for status in Status},
            {case.status for criterion in CRITERIA.values() for case in criterion.row.cases},
        ),
    ],
)
def test_every_word_of_the_format_has_a_worked_case(wanted: set[str], found: set[str]) -> None:
    assert wanted == found


def test_every_idiom_of_the_three_sets_has_a_worked_case() -> None:
    wanted = {str(number) for number in range(1, 22)} | {"4b", "4c"}
    assert wanted <= {row.key for row in SETS["idioms-of-rules"].rows}


def test_every_idiom_of_the_decisions_is_a_row_or_told_elsewhere() -> None:
    rows = {row.key for row in SETS["idioms-of-decisions"].rows}
    assert {str(number) for number in range(1, 46)} <= rows | ELSEWHERE.keys()
    assert not rows & ELSEWHERE.keys()


# --- the cases can fail -------------------------------------------------------------------


def _only(rule: Rule, *cases: Case, maximum: Fraction = Fraction(7)) -> IndicatorSet:
    indicator_set = sets.set_of(rule, maximum=maximum)
    group, row = indicator_set.rows
    return replace(indicator_set, rows=(group, replace(row, cases=cases)))


RATIO = RatioRule(value=Letter("a"))


@pytest.mark.parametrize(
    "case",
    [
        Case(given={"a": "1"}, points=Fraction("6.99")),
        Case(given={"a": "1"}, status="missing"),
        Case(given={}, points=Fraction(0)),
        Case(given={"a": "-1"}, points=Fraction(0)),
    ],
)
def test_a_case_that_does_not_come_out_is_told_with_what_it_comes_to(case: Case) -> None:
    indicator_set = _only(RATIO, case, Case(given={"a": "1"}, points=Fraction(7)))
    (failing,) = failing_cases(indicator_set)
    assert failing.case is case
    assert failing.row.key == "1.1"
    assert failing.result == run_case(indicator_set, failing.row, case)
    assert not failing.result.meets(case)


def test_no_points_stand_beside_a_status() -> None:
    indicator_set = _only(RATIO)
    row = indicator_set.row("1.1")
    assert run_case(indicator_set, row, Case(given={})) == CaseResult(Status.MISSING)
    assert run_case(indicator_set, row, Case(given={"a": "x"})) == CaseResult(Status.INVALID)
    assert run_case(indicator_set, row, Case(given={"a": "0"})) == CaseResult(Status.SCORED, Fraction(0))


def test_a_rule_without_its_edge_cases_leaves_mutants_alive() -> None:
    tiers = TiersRule(value=Letter("a"), tiers=(Tier("at_least", Fraction(10), Reward(share=Fraction(1))),))
    criterion = compile_criteria(_only(tiers, Case(given={"a": "30"}, points=Fraction(7))))["1.1"]
    assert "rule tier at_least 11" in survivors(criterion)
    assert "rule tier more_than 10" in survivors(criterion)
    edges = (Case(given={"a": "10"}, points=Fraction(7)), Case(given={"a": "9"}, points=Fraction(0)))
    assert survivors(compile_criteria(_only(tiers, *edges))["1.1"]) == []


def test_no_mutant_equals_the_row_it_was_made_from() -> None:
    for name, criterion in CRITERIA.items():
        assert all(row != criterion.row for _, row in mutants(criterion)), name


# --- what no issued set may contain -------------------------------------------------------


def test_an_earlier_band_hides_a_later_one() -> None:
    half, full = Reward(share=Fraction(1, 2)), Reward(share=Fraction(1))
    hidden = TiersRule(
        value=Letter("a"),
        tiers=(Tier("at_least", Fraction(5), half), Tier("at_least", Fraction(10), full)),
    )
    case = Case(given={"a": "12"}, points=Fraction("3.5"))
    assert not list(failing_cases(_only(hidden, case)))


@pytest.mark.parametrize(
    "rule",
    [
        RatioRule(value=parse_term("a / b")),
        TiersRule(value=parse_term("a / b"), tiers=(Tier("at_least", Fraction(1), FULL),), otherwise=NONE),
        PeerRule(value=parse_term("a / b"), method="min_max"),
        CountRule(parts_=(CountPart(of=parse_term("a / b"), points_each=Fraction(1)),)),
        SumRule(parts_=(SumPart(worth=FULL, rule=RatioRule(value=parse_term("a / b"))),)),
        BestOfRule(rules=(RatioRule(value=parse_term("a / b")), YesNoRule(parse_condition("a > 0")))),
    ],
)
def test_a_zero_denominator_without_a_policy_is_awarded_nothing_on_every_path(rule: Rule) -> None:
    case = Case(given={"a": "3", "b": "0"}, status="invalid", others=({"a": "1", "b": "1"},))
    indicator_set = _only(rule, case)
    assert not list(failing_cases(indicator_set))
    scorer = Scorer(indicator_set)
    answers = {"1.1.a": 3, "1.1.b": 0}
    outcome = scorer.outcome("1.1", answers)
    assert outcome.status is outcome.checked_status is Status.INVALID
    assert "mẫu số bằng 0" in reason_text(outcome)
    assert "không cho điểm" in reason_text(outcome)
    matrix = MatrixScorer(indicator_set)
    cells = matrix.score(matrix.prepare(matrix.columns([answers]))).cells
    assert cells[0, 0] == outcome.cell == INVALID
    assert outlook(scorer.criteria["1.1"], answers).low == 0


# --- numbers no rule can be computed with -------------------------------------------------

ONE_ROW = """\
format: chamdiem/set/1
set:
  key: example
  name: Ví dụ
  edition: '2026'
  source: {{document: QĐ}}
  levels: {{criterion: Tiêu chí}}
  rounding: {{digits: 1, mode: half_up}}
{header}rows:
  - key: '1'
    level: criterion
    name: Tiêu chí
    max_points: {maximum}
    inputs:
      a: {{}}
      b: {{}}
    rule: {rule}
"""


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rule": "{kind: ratio, value: a / b, full_at: -5%}"}, "schema.too_small"),
        ({"rule": "{kind: ratio, value: a / b, cap: -5%}"}, "schema.too_small"),
        ({"rule": "{kind: count, parts: [{of: a, points_each: 1, every: 0}]}"}, "schema.not_positive"),
        ({"rule": "{kind: deduct, parts: [{of: a, points_each: 1, every: -2}]}"}, "schema.not_positive"),
        ({"rule": "{kind: count, parts: [{of: a, points_each: -1}]}"}, "schema.too_small"),
        ({"rule": "{kind: manual, step: 0}"}, "schema.not_positive"),
        ({"rule": "{kind: manual, tolerance: -1}"}, "schema.too_small"),
        ({"rule": "{kind: yes_no, when: a > b}", "maximum": "2.25"}, "points.finer_than_rounding"),
        ({"rule": "full", "maximum": "1/3"}, "points.finer_than_rounding"),
        ({"rule": "full", "header": "  bonus_cap: 0.05\n"}, "points.finer_than_rounding"),
    ],
)
def test_a_number_that_cannot_be_computed_with_is_refused(changes: dict[str, str], code: str) -> None:
    with pytest.raises(InvalidIndicatorSet) as refused:
        read_set_text(ONE_ROW.format(**({"maximum": "2.5", "header": ""} | changes)))
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize(
    ("better", "full_at", "inside", "outside"), [("high", 0, 0, -1), ("low", 1, 100, 101)]
)
def test_a_ratio_without_room_for_a_line_gives_everything_or_nothing(
    better: Literal["high", "low"], full_at: int, inside: int, outside: int
) -> None:
    rule = RatioRule(value=parse_term("a / 100"), full_at=Fraction(full_at), better=better)
    criterion = compile_criteria(_only(rule))["1.1"]
    assert criterion.outcome((inside,)).points == 7
    assert criterion.outcome((outside,)).points == 0


@pytest.mark.parametrize(
    "condition", ["not a / b >= 50%", "a / b < 50%", "not not a / b < 50%", "not (a / b >= 50% or a / b < 0)"]
)
def test_a_condition_that_divides_by_zero_is_met_neither_way_on_every_path(condition: str) -> None:
    rule = YesNoRule(parse_condition(condition))
    cases = (
        Case(given={"a": "5", "b": "0"}, points=Fraction(0)),
        Case(given={"a": "5", "b": "100"}, points=Fraction(7)),
        Case(given={"a": "50", "b": "100"}, points=Fraction(0)),
    )
    indicator_set = _only(rule, *cases)
    assert not list(failing_cases(indicator_set))
    answers = {"1.1.a": 5, "1.1.b": 0}
    matrix = MatrixScorer(indicator_set)
    assert matrix.score(matrix.prepare(matrix.columns([answers]))).cells[0, 0] == 0
    scorer = Scorer(indicator_set)
    assert outlook(scorer.criteria["1.1"], answers).high == 0
    assert reason_text(scorer.outcome("1.1", answers)) == "5 / 0 có mẫu số bằng 0 → 0 điểm"


def test_a_yes_that_is_denied_is_a_no() -> None:
    rule = YesNoRule(parse_condition("not (a > 1 and not b > 1)"))
    given = [({"a": "2", "b": "0"}, 0), ({"a": "1", "b": "0"}, 7), ({"a": "2", "b": "2"}, 7)]
    assert not list(failing_cases(_only(rule, *(Case(given=g, points=Fraction(p)) for g, p in given))))
