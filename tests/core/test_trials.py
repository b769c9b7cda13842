"""Trial tables: every threshold of every rule from below, on and from above, scored exactly."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given

from chamdiem.core.award import Status
from chamdiem.core.bounds import declared_box, reach
from chamdiem.core.criterion import Criterion, compile_criteria, compile_criterion
from chamdiem.core.expression import Letter, Term, parse_term
from chamdiem.core.figures import list_figures
from chamdiem.core.intervals import quotient_interval
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.rule import Rule
from chamdiem.core.sentences.checks import check_text, checked_reason
from chamdiem.core.sentences.terms import is_day, is_divided, unit_of
from chamdiem.core.sentences.thresholds import edge_writer
from chamdiem.core.trials import Stand, Trial, list_trials
from chamdiem.core.trials.edges import Edge, ZeroDenominator, list_turns
from chamdiem.library import list_editions, load_edition, read_set_text
from tests.core.sets import peer_rules, rules, set_of
from tests.patience import cases

SET = """format: chamdiem/set/1
set:
  key: trial
  name: Thử
  edition: "2023"
  levels: {{criterion: Tiêu chí}}
  source: {{document: QĐ 1}}
rows:
  - key: "1"
    level: criterion
    name: Một
    max_points: 10
    inputs: {{{inputs}}}
    rule: {rule}
"""


def _criterion(inputs: str, rule: str) -> Criterion:
    indicator_set = read_set_text(SET.format(inputs=inputs, rule=rule))
    return compile_criterion(indicator_set.row("1"), indicator_set, list_figures(indicator_set))


def _told(criterion: Criterion) -> list[tuple[dict[str, str], str, str, Fraction | None]]:
    """Figures, place, threshold and points of every stand."""
    told: list[tuple[dict[str, str], str, str, Fraction | None]] = []
    letters = criterion.letters
    for trial in list_trials(criterion):
        figures = {
            letter: given.type_out(trial.answers[figure] or 0)
            for figure, (letter, given) in zip(letters.figures, letters.inputs.items(), strict=True)
            if figure in trial.answers
        }
        points = trial.outcome.points if trial.status is Status.SCORED else None
        told += [(figures, each.place, str(each.threshold), points) for each in trial.stands]
    return told


def _every_criterion() -> list[tuple[str, Criterion]]:
    return [
        (f"{edition}-{key}", criterion)
        for edition in list_editions()
        for key, criterion in compile_criteria(load_edition(edition)).items()
    ]


CRITERIA = _every_criterion()
every_criterion = pytest.mark.parametrize(("name", "criterion"), CRITERIA, ids=[name for name, _ in CRITERIA])


@cache
def _trials(name: str) -> list[Trial]:
    """The table of a criterion of the library, which several tests look at."""
    return list_trials(dict(CRITERIA)[name])


@every_criterion
def test_every_line_of_every_edition_says_what_exact_scoring_gives(name: str, criterion: Criterion) -> None:
    trials = _trials(name)
    _check_exact(criterion, trials)
    assert trials
    _check_stands(criterion, trials)
    _check_edges(criterion, trials)


@cases(60)
@given(rules | peer_rules)
def test_any_rule_can_be_tried(rule: Rule) -> None:
    for criterion in compile_criteria(set_of(rule)).values():
        trials = list_trials(criterion)
        _check_exact(criterion, trials)
        _check_stands(criterion, trials)


def _check_exact(criterion: Criterion, trials: list[Trial]) -> None:
    for trial in trials:
        compared = criterion.with_spread(trial.spread)
        assert trial.outcome.cell == compared.cell(compared.values(trial.answers))


def _check_stands(criterion: Criterion, trials: list[Trial]) -> None:
    """The place a line claims is where its figures stand."""
    for trial in trials:
        for stand in trial.stands:
            assert _is_true(criterion, trial, stand)


def _is_true(criterion: Criterion, trial: Trial, stand: Stand) -> bool:
    if stand.term is None:
        return True
    above, below = criterion.scope.evaluator(stand.term)(criterion.values(trial.answers))
    if stand.place == "zero":
        return below == 0
    assert stand.threshold is not None
    difference = Fraction(above, below) - stand.threshold
    return {"below": difference < 0, "on": difference == 0, "above": difference > 0}[stand.place]


def _check_edges(criterion: Criterion, trials: list[Trial]) -> None:
    """Every threshold is seen from each side that figures within their ranges reach."""
    seen: defaultdict[tuple[Term, Fraction], set[str]] = defaultdict(set)
    for trial in trials:
        for stand in trial.stands:
            if stand.term is not None and stand.threshold is not None:
                seen[stand.term, stand.threshold].add(stand.place)
    for turn in list_turns(criterion.with_spread(next((t.spread for t in trials if t.spread), None))):
        if isinstance(turn, Edge) and criterion.peer_rule is None:
            if criterion.key == "5.8.1" and turn.threshold == 1:
                assert not seen[turn.term, turn.threshold]  # 80 % of level 4 open the gate before
                continue
            lacking = {"below", "on", "above"} - seen[turn.term, turn.threshold]
            assert not {side for side in lacking if _is_reachable(criterion, turn, side)}


def _is_reachable(criterion: Criterion, edge: Edge, side: str) -> bool:
    if side == "on" and isinstance(edge.term, Letter):
        scale = criterion.scope.inputs[edge.term.name].scale
        return (edge.threshold * scale).denominator == 1
    reach = quotient_interval(criterion.scope.bind(quotient_of(edge.term)), declared_box(criterion))
    return {
        "below": reach.low < edge.threshold,
        "on": True,
        "above": reach.high > edge.threshold,
    }[side]


def test_a_saturating_ratio_is_tried_around_nothing_and_around_full_marks() -> None:
    told = _told(_criterion("a: {}, b: {}", "{kind: ratio, value: a / b, full_at: 80%, if_zero: zero}"))
    assert ({"a": "79", "b": "100"}, "below", "4/5", Fraction("9.88")) in told
    assert ({"a": "80", "b": "100"}, "on", "4/5", Fraction(10)) in told
    assert ({"a": "81", "b": "100"}, "above", "4/5", Fraction(10)) in told
    assert any(place == "zero" and figures["b"] == "0" for figures, place, _, _ in told)


def test_bands_are_tried_in_whole_figures() -> None:
    told = _told(
        _criterion("n: {}", "{kind: tiers, value: n, tiers: [{at_least: 52}, {at_least: 12, give: 1/2}]}")
    )
    points = {figures["n"]: given for figures, _, _, given in told if figures}
    assert [points[n] for n in ("11", "12", "13", "51", "52", "53")] == [0, 5, 5, 5, 10, 10]


def test_a_cap_of_a_count_is_an_edge() -> None:
    told = _told(_criterion("n: {}", "{kind: count, parts: [{of: n, points_each: 4}]}"))
    places = {(figures.get("n"), place, points) for figures, place, _, points in told}
    # 2.5 items would be full marks; there is no half item.
    assert {("2", "below", Fraction(8)), ("3", "above", Fraction(10))} <= places


def test_both_branches_of_a_gate_are_tried() -> None:
    told = _told(
        _criterion(
            "x: {type: yes_no}, a: {}, b: {min: 1}",
            "{kind: gate, when: x, then: {kind: ratio, value: a / b}, else: none}",
        )
    )
    assert {figures["x"] for figures, _, _, _ in told if figures} == {"có", "không"}
    assert ({"x": "có", "a": "99", "b": "100"}, "below", "1", Fraction("9.9")) in told


def test_every_option_of_a_choice_is_tried() -> None:
    rule = "{kind: choice, of: k, options: {one: {give: full}, two: {give: 1/2}, none: {give: none}}}"
    told = _told(_criterion("k: {type: choice}", rule))
    assert {figures.get("k"): points for figures, _, _, points in told if figures} == {
        "one": 10,
        "two": 5,
        "none": 0,
    }


def test_a_peer_rule_is_tried_beside_two_others_and_where_all_are_equal() -> None:
    criterion = _criterion("n: {}", "{kind: peer, value: n, method: min_max, if_all_equal: full}")
    trials = list_trials(criterion)
    compared = [trial for trial in trials if len(trial.others) == 2 and trial.answers]
    assert {stand.place for trial in compared for stand in trial.stands} >= {"below", "on", "above"}
    assert any(trial.outcome.reason.code == "peer.all_equal" for trial in trials)


def test_marks_of_assessors_are_tried_as_far_apart_as_allowed_and_further() -> None:
    rule = "{kind: manual, step: 0.5, assessors: 2, combine: mean, tolerance: 1}"
    statuses = [trial.status for trial in list_trials(_criterion("", rule)) if len(trial.answers) == 2]
    assert statuses.count(Status.DISPUTED) == 1
    assert statuses.count(Status.SCORED) == 2


@pytest.mark.parametrize("rule", ["{kind: manual, step: 0.25}", "{kind: manual, step: 0.25, assessors: 2}"])
def test_marks_that_are_tried_may_be_given(rule: str) -> None:
    text = SET.format(inputs="", rule=rule).replace("rows:", "  rounding: {digits: 1, mode: half_up}\nrows:")
    indicator_set = read_set_text(text)
    criterion = compile_criterion(indicator_set.row("1"), indicator_set, list_figures(indicator_set))
    (mark, *_), marks = criterion.letters.inputs.values(), set()
    for trial in list_trials(criterion):
        marks |= {mark.type_out(value) for value in trial.answers.values() if value is not None}
    assert "0,5" in marks
    assert all(mark.show(mark.read(value)) for value in marks)


def test_a_side_that_only_broken_checks_reach_is_shown_as_invalid() -> None:
    indicator_set = read_set_text(
        SET.format(inputs="a: {}, b: {min: 1}", rule="{kind: ratio, value: a / b}")
        + '    checks: ["a <= b"]\n'
    )
    criterion = compile_criterion(indicator_set.row("1"), indicator_set, list_figures(indicator_set))
    above = [
        trial
        for trial in list_trials(criterion)
        if Stand("above", parse_term("a / b"), Fraction(1)) in trial.stands
    ]
    assert [trial.status for trial in above] == [Status.INVALID]


def test_a_term_that_cannot_divide_by_zero_has_no_such_line() -> None:
    criterion = _criterion("a: {}, b: {min: 1}", "{kind: ratio, value: a / b}")
    assert not [turn for turn in list_trials(criterion) if turn.stands[0].place == "zero"]
    assert any(isinstance(turn, ZeroDenominator) for turn in list_turns(criterion))


@every_criterion
def test_every_table_has_a_line_that_earns_the_maximum(name: str, criterion: Criterion) -> None:
    best = max(
        (trial.outcome.points for trial in _trials(name) if trial.status is Status.SCORED),
        default=Fraction(0),
    )
    assert best == criterion.maximum, name


@every_criterion
def test_every_threshold_shown_is_reached_by_accepted_figures(name: str, criterion: Criterion) -> None:
    places: defaultdict[tuple[Term, Fraction], set[str]] = defaultdict(set)
    for trial in _trials(name):
        for stand in trial.stands:
            if stand.term is not None and stand.threshold is not None:
                places[stand.term, stand.threshold] |= {stand.place} - {trial.status.value}
                if trial.status is not Status.INVALID:
                    places[stand.term, stand.threshold].add("accepted")
    assert all("accepted" in found for found in places.values()), name


@every_criterion
def test_every_line_is_accepted_or_names_the_check_it_breaks(name: str, criterion: Criterion) -> None:
    for trial in _trials(name):
        hard = [check for check in trial.outcome.broken if not check.soft]
        reason = checked_reason(criterion, trial.outcome, criterion.values(trial.answers))
        assert (trial.status is Status.INVALID) == bool(hard), name
        assert all(check_text(check, criterion) in reason for check in hard), name


@every_criterion
def test_every_table_has_a_line_without_points_where_one_can_be_had(name: str, criterion: Criterion) -> None:
    reached = reach(criterion.node, declared_box(criterion)).points
    if reached is not None and reached.low == 0:
        scored = [trial for trial in _trials(name) if trial.status is Status.SCORED]
        assert any(trial.outcome.points == 0 for trial in scored), name


@every_criterion
def test_all_thresholds_of_a_term_are_labelled_in_one_unit(name: str, criterion: Criterion) -> None:
    for term, labels in _labels(criterion, _trials(name)).items():
        unit = unit_of(term, criterion.scope)
        ends = {label.lstrip("≈ -0123456789.,") for label in labels}
        assert len(ends) == 1, (name, labels)
        if is_divided(term):
            assert ends <= {"%", unit}, (name, labels)
        elif is_day(term, criterion.scope):
            assert ends == {"ngày"}, (name, labels)
        else:
            assert ends == {unit}, (name, labels)


def _labels(criterion: Criterion, trials: list[Trial]) -> dict[Term, list[str]]:
    """How the table labels the thresholds of each term."""
    edges: defaultdict[Term, set[Fraction]] = defaultdict(set)
    for trial in trials:
        for stand in trial.stands:
            if stand.term is not None and stand.threshold is not None:
                edges[stand.term].add(stand.threshold)
    return {
        term: [edge_writer(term, thresholds, criterion)(each) for each in sorted(thresholds)]
        for term, thresholds in edges.items()
    }


def _labels_of(inputs: str, rule: str) -> list[list[str]]:
    criterion = _criterion(inputs, rule)
    return [*_labels(criterion, list_trials(criterion)).values()]


def test_days_of_the_calendar_are_labelled_as_such() -> None:
    inputs = "d: {type: date, label: Ngày nộp, since: 2026-03-31}"
    tiers = "{kind: tiers, value: d, tiers: [{at_most: 0}, {at_most: 5, give: 1/2}]}"
    assert _labels_of(inputs, tiers) == [["31/03/2026", "05/04/2026"]]


def test_shares_of_a_target_are_labelled_in_percent_however_large() -> None:
    rule = "{kind: peer, value: a, target: b, method: leader_excess, if_zero: zero}"
    (labels,) = _labels_of("a: {}, b: {}", rule)
    assert {"0%", "100%"} <= {*labels}
    assert all(label.endswith("%") for label in labels)


def test_so_many_for_each_are_labelled_with_both_units() -> None:
    inputs = "a: {unit: lượt}, b: {unit: người}"
    ratio = "{kind: ratio, value: a / b, full_at: 300%, if_zero: zero}"
    assert _labels_of(inputs, ratio) == [["0 lượt/người", "3 lượt/người"]]


def test_a_zero_denominator_is_shown_with_figures_that_are_accepted() -> None:
    criterion = compile_criteria(load_edition("chuprong-2023"))["6.7"]
    zeros = [t for t in list_trials(criterion) if "zero" in {stand.place for stand in t.stands}]
    assert [trial.status for trial in zeros] == [Status.NOT_APPLICABLE]


def test_points_that_are_agreed_stand_beside_no_marks() -> None:
    rule = "{kind: manual, step: 0.5, assessors: 2, combine: consensus}"
    for trial in list_trials(_criterion("", rule)):
        letters = {figure.rpartition(".")[2] for figure in trial.answers}
        assert letters in ({"points"}, {"points_1", "points_2"}, set())


def test_a_threshold_that_the_gate_keeps_away_is_not_shown() -> None:
    indicator_set = read_set_text(
        SET.format(
            inputs="a: {min: 1}, b: {}, c: {}",
            rule="{kind: gate, when: c / a >= 80%, then: full, "
            "else: {kind: ratio, value: b / a * 1/2 + c / a}}",
        )
        + '    checks: ["b + c <= a"]\n'
    )
    criterion = compile_criterion(indicator_set.row("1"), indicator_set, list_figures(indicator_set))
    stands = {stand for trial in list_trials(criterion) for stand in trial.stands}
    assert {str(stand.threshold) for stand in stands if stand.threshold is not None} == {"0", "4/5"}


@pytest.mark.parametrize(
    ("rule", "last"), [("of: n, every: 7, points_each: 1.5", 42), ("of: n, every: 3, points_each: 4", 6)]
)
def test_the_cap_of_full_steps_is_reached_with_the_step_that_passes_it(rule: str, last: int) -> None:
    criterion = _criterion("n: {unit: cuộc}", f"{{kind: count, parts: [{{{rule}}}], cap: {{points: 8}}}}")
    told = {
        (figures["n"], place, threshold): points
        for figures, place, threshold, points in _told(criterion)
        if "n" in figures
    }
    assert told[str(last), "on", str(last)] == 8
    below = told[str(last - 1), "below", str(last)]
    assert below is not None
    assert below < 8
    assert all(threshold in ("0", "3", "7", str(last), "None") for _, _, threshold in told)


@pytest.mark.parametrize("condition", ["a / b > 1/2", "1/2 < a / b", "a / b > 3 * 1/2 - 1"])
def test_a_constant_beside_a_term_is_the_threshold(condition: str) -> None:
    criterion = _criterion("a: {}, b: {}", f"{{kind: yes_no, when: {condition}}}")
    told = _told(criterion)
    assert {("below", "1/2"), ("on", "1/2"), ("above", "1/2")} <= {(p, t) for _, p, t, _ in told}
    edges = [turn for turn in list_turns(criterion) if isinstance(turn, Edge)]
    assert {edge.term for edge in edges} == {parse_term("a / b")}
