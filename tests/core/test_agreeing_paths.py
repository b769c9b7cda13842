"""Exact, explained, arrays and bounds: four readings of one form, the same cents."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chamdiem.core.award import Status
from chamdiem.core.bounds import outlook
from chamdiem.core.criterion import MISSING, NEEDS_PEERS, NOT_APPLICABLE, Criterion, compile_criteria
from chamdiem.core.expression import Both, Condition, Either, Letter, Not, letters_in
from chamdiem.core.indicator_set import Check
from chamdiem.core.matrix import MatrixScorer
from chamdiem.core.peers import figure_compared, list_spreads
from chamdiem.core.recalculation import CampaignScores, Dossier
from chamdiem.core.rules.checklist import ChecklistPart, ChecklistRule
from chamdiem.core.rules.composite import GateRule, SumPart, SumRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Reward, Rule, walk
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences.reasons.telling import reason_text
from tests.patience import cases

from . import sets
from .trees import tree

many = cases(300)
HALF = Reward(share=Fraction(1, 2))


def _only(rule: Rule) -> Criterion:
    return compile_criteria(sets.set_of(rule))["1.1"]


@many
@given(sets.rules, sets.answers)
def test_explained_points_equal_computed_points(rule: Rule, given_: dict[str, int | None]) -> None:
    criterion = _only(rule)
    values = criterion.values(sets.answers_for("1.1", given_))
    assert criterion.outcome(values).cell == criterion.cell(values)


@many
@given(sets.rules, sets.answers, sets.answers)
def test_what_is_named_as_missing_is_empty_and_all_that_is_missing(
    rule: Rule, known: dict[str, int | None], later: dict[str, int | None]
) -> None:
    criterion = _only(rule)
    outcome = criterion.outcome(criterion.values(sets.answers_for("1.1", known)))
    if outcome.status is not Status.MISSING:
        return
    named = outcome.reason.facts["inputs"]
    assert named
    assert not [letter for letter in named if known.get(letter) is not None]
    filled = {**known, **{letter: later.get(letter) or 1 for letter in named}}
    assert criterion.cell(criterion.values(sets.answers_for("1.1", filled))) != MISSING


def _turned(condition: Condition) -> Condition:
    """The same with the sides of every "and" and "or" exchanged."""
    match condition:
        case Both(left, right):
            return Both(_turned(right), _turned(left))
        case Either(left, right):
            return Either(_turned(right), _turned(left))
        case Not(inner):
            return Not(_turned(inner))
        case _:
            return condition


def _ruled_by(first: Condition, second: Condition) -> list[Rule]:
    """Rules that come down to two conditions, in this order."""
    parts = tuple(ChecklistPart(when=each, reward=HALF) for each in (first, second))
    nothing = FixedRule(gives_all=False)
    return [
        YesNoRule(when=Both(first, second)),
        YesNoRule(when=Either(first, second)),
        ChecklistRule(parts_=parts, need="all"),
        ChecklistRule(parts_=parts, need="any"),
        GateRule(when=Either(first, second), then=YesNoRule(when=Letter("y")), otherwise=nothing),
    ]


@many
@given(sets.conditions, sets.conditions, sets.answers)
def test_the_order_of_conditions_changes_nothing(
    first: Condition, second: Condition, given_: dict[str, int | None]
) -> None:
    as_written, turned = _ruled_by(first, second), _ruled_by(_turned(second), _turned(first))
    for one, other in zip(as_written, turned, strict=True):
        outcomes = []
        for criterion in (_only(one), _only(other)):
            values = criterion.values(sets.answers_for("1.1", given_))
            outcome = criterion.outcome(values)
            assert criterion.cell(values) == outcome.cell
            outcomes.append((outcome.cell, set(outcome.reason.facts.get("inputs", ()))))
        assert outcomes[0] == outcomes[1]


@many
@given(sets.conditions, sets.conditions, sets.answers)
def test_a_reason_never_speaks_of_a_figure_that_is_not_needed(
    first: Condition, second: Condition, given_: dict[str, int | None]
) -> None:
    for rule in _ruled_by(first, second):
        criterion = _only(rule)
        outcome = criterion.outcome(criterion.values(sets.answers_for("1.1", given_)))
        if outcome.status is Status.SCORED:
            assert "chưa có số liệu" not in reason_text(outcome)


@many
@given(
    sets.conditions, sets.conditions, sets.answers, st.lists(st.sampled_from(list(sets.INPUTS)), max_size=4)
)
def test_a_condition_that_is_settled_stays_so_whatever_arrives_later(
    first: Condition, second: Condition, given_: dict[str, int | None], blank: list[str]
) -> None:
    for rule in _ruled_by(first, second):
        criterion = _only(rule)
        known = given_ | dict.fromkeys(blank)
        cell = criterion.cell(criterion.values(sets.answers_for("1.1", known)))
        assert cell in (MISSING, criterion.cell(criterion.values(sets.answers_for("1.1", given_))))


@many
@given(st.lists(sets.rules, min_size=1, max_size=3), st.lists(sets.answers, min_size=1, max_size=5))
def test_arrays_equal_one_by_one(rules: list[Rule], everybody: list[dict[str, int | None]]) -> None:
    indicator_set = sets.set_of(*rules)
    answers = [
        {
            k: v
            for criterion in indicator_set.criteria
            for k, v in sets.answers_for(criterion.key, given_).items()
        }
        for given_ in everybody
    ]
    matrix_scorer, scorer = MatrixScorer(indicator_set), Scorer(indicator_set)
    matrix = matrix_scorer.score(matrix_scorer.prepare(matrix_scorer.columns(answers), count=len(answers)))
    for place, each in enumerate(answers):
        sheet = scorer.score(each)
        assert matrix.cells[:, place].tolist() == [outcome.cell for outcome in sheet.outcomes.values()]
        assert Fraction(int(matrix.total[place]), 100) == sheet.total.points
        assert Fraction(int(matrix.maximum[place]), 100) == sheet.total.maximum


@many
@given(sets.peer_rules | sets.inner_peer_rules, st.lists(sets.answers, min_size=1, max_size=6))
def test_peer_rules_agree_once_the_spread_is_frozen(
    rule: Rule, everybody: list[dict[str, int | None]]
) -> None:
    indicator_set = sets.set_of(rule)
    answers = [sets.answers_for("1.1", given_) for given_ in everybody]
    scorer = Scorer(indicator_set)
    spreads = list_spreads(scorer.criteria, answers, [""] * len(answers))[""]
    frozen, arrays = scorer.with_spreads(spreads), MatrixScorer(indicator_set, spreads)
    matrix = arrays.score(arrays.prepare(arrays.columns(answers), count=len(answers)))
    for place, each in enumerate(answers):
        criterion = frozen.criteria["1.1"]
        values = criterion.values(each)
        assert criterion.outcome(values).cell == criterion.cell(values) == matrix.cells[0, place]


def _is_plain(rule: Rule) -> bool:
    """Whether no special case gives points to an organisation that is compared all the same."""
    return not any(isinstance(part, PeerRule) and part.special for part in walk(rule))


@many
@given(sets.inner_peer_rules.filter(_is_plain), sets.answers)
def test_who_has_points_without_the_others_is_not_compared(rule: Rule, given_: dict[str, int | None]) -> None:
    criterion, answers = _only(rule), sets.answers_for("1.1", given_)
    cell = criterion.cell(criterion.values(answers))
    if cell >= 0 or cell == NOT_APPLICABLE:
        assert figure_compared(criterion, answers) is None
    elif cell == NEEDS_PEERS:
        assert figure_compared(criterion, answers) is not None


fills = [
    {"a": a, "b": b, "c": c}
    for a, b, c in ((101, 103, 107_000), (211, 223, 227_001), (307, 311, 313_007), (401, 409, 419_013))
]
divided = st.builds(RatioRule, value=sets.terms, if_zero=st.just("not_applicable"))
sums_of_ratios = st.lists(st.builds(SumPart, worth=st.just(HALF), rule=divided), min_size=1, max_size=3).map(
    lambda parts: SumRule(parts_=tuple(parts))
)


@many
@given(divided | sums_of_ratios, sets.answers)
def test_what_does_not_apply_whatever_is_missing_does_not_apply(
    rule: Rule, given_: dict[str, int | None]
) -> None:
    criterion = _only(rule)
    cells = {
        criterion.cell(criterion.values(sets.answers_for("1.1", {**given_, **_without_gaps(given_, fill)})))
        for fill in fills
    }
    answers = sets.answers_for("1.1", given_)
    arrays = MatrixScorer(sets.set_of(rule))
    matrix = arrays.score(arrays.prepare(arrays.columns([answers]), count=1))
    found = {criterion.cell(criterion.values(answers)), int(matrix.cells[0, 0])}
    found.add(criterion.outcome(criterion.values(answers)).cell)
    assert len(found) == 1
    assert (found == {NOT_APPLICABLE}) == (cells == {NOT_APPLICABLE})
    if found == {NOT_APPLICABLE}:
        assert outlook(criterion, answers).may_not_apply


def _without_gaps(given_: dict[str, int | None], fill: dict[str, int]) -> dict[str, int]:
    return {letter: value for letter, value in fill.items() if given_[letter] is None}


@many
@given(sets.conditions, sets.answers, sets.answers)
def test_a_check_that_is_broken_stays_so_whatever_arrives_later(
    condition: Condition, known: dict[str, int | None], later: dict[str, int | None]
) -> None:
    row = replace(sets.set_of(FixedRule()).row("1.1"), checks=(Check(that=condition),))
    criterion = compile_criteria(tree(row))["1.1"]
    values = criterion.values(sets.answers_for("1.1", known))
    if criterion.broken_checks(values):
        complete = {letter: later[letter] if value is None else value for letter, value in known.items()}
        assert criterion.broken_checks(criterion.values(sets.answers_for("1.1", complete))) or None in (
            complete[letter] for letter in letters_in(condition)
        )


@many
@given(sets.rules, sets.answers, sets.answers)
def test_bounds_hold_whatever_the_missing_figures_become(
    rule: Rule, known: dict[str, int | None], later: dict[str, int | None]
) -> None:
    criterion = _only(rule)
    complete = {letter: value if value is not None else later[letter] for letter, value in known.items()}
    if None not in (known["points_1"], known["points_2"]):
        # Marks have settled it: points agreed later would be a ruling, not a missing figure.
        complete["points"] = known["points"]
    bounds = outlook(criterion, sets.answers_for("1.1", known))
    outcome = criterion.outcome(criterion.values(sets.answers_for("1.1", complete)))
    if outcome.status is Status.SCORED:
        assert bounds.low <= outcome.points <= bounds.high
    elif outcome.status is Status.NOT_APPLICABLE:
        assert bounds.may_not_apply


@many
@given(sets.rules, sets.answers)
def test_points_stay_between_nothing_and_the_maximum(rule: Rule, given_: dict[str, int | None]) -> None:
    criterion = _only(rule)
    outcome = criterion.outcome(criterion.values(sets.answers_for("1.1", given_)))
    assert 0 <= outcome.points <= criterion.maximum


edits = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["a", "b", "x"]), st.none() | st.integers(0, 1)), max_size=8
)


@many
@given(sets.rules, sets.inner_peer_rules, st.lists(sets.answers, min_size=3, max_size=3), edits)
def test_edits_in_any_order_equal_a_computation_from_scratch(
    rule: Rule, peer: Rule, everybody: list[dict[str, int | None]], changes: list[tuple[int, str, int | None]]
) -> None:
    indicator_set = sets.set_of(rule, peer)
    answers = [sets.answers_for("1.1", e) | sets.answers_for("1.2", e) for e in everybody]
    campaign = CampaignScores(indicator_set, answers, ["", "", ""])
    for member, letter, value in changes:
        for key in ("1.1", "1.2"):
            campaign.change(member, f"{key}.{letter}", value)
            answers[member][f"{key}.{letter}"] = value
    fresh = CampaignScores(indicator_set, answers, ["", "", ""])
    for member in range(3):
        before, after = campaign.sheet(member), fresh.sheet(member)
        assert [o.cell for o in before.outcomes.values()] == [o.cell for o in after.outcomes.values()]
        assert before.total == after.total


@many
@given(st.lists(sets.rules, min_size=3, max_size=3), sets.answers)
def test_one_edit_computes_only_what_depends_on_it(rules: list[Rule], given_: dict[str, int | None]) -> None:
    indicator_set = sets.set_of(*rules)
    dossier = Dossier(Scorer(indicator_set), sets.answers_for("1.2", given_))
    assert dossier.change("1.2.a", 5) == ("1.2",)
    expected = Scorer(indicator_set).score(sets.answers_for("1.2", given_ | {"a": 5}))
    assert dossier.sheet.total == expected.total
