"""What must hold across the rows of a set before it can be used at all.

These are refusals; what is merely wrong in the document is for ``lint``.
"""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.expression import Condition, Expression, Term, comparisons_in, letters_in, yes_no_letters
from chamdiem.core.figures import Figure, figure_key, list_figures, own_inputs
from chamdiem.core.header_consistency import header_problems, too_fine, unknown_level
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import NUMBER_TYPES, Input
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.unparse import unparse
from chamdiem.errors import Place, Problem


def set_problems(indicator_set: IndicatorSet) -> list[Problem]:
    """Every reason why a set cannot be used, each with its path."""
    problems = list(header_problems(indicator_set))
    figures = list_figures(indicator_set)
    for row in indicator_set.rows:
        found = _row_problems(row, indicator_set, figures)
        problems += [each.at(path=f"rows[{row.key}]{each.place.path}") for each in found]
    return problems


def _row_problems(row: Row, indicator_set: IndicatorSet, figures: dict[str, Figure]) -> Iterator[Problem]:
    if row.level not in indicator_set.levels:
        yield unknown_level(row.level, indicator_set, ".level")
    yield from _sharing_problems(row, indicator_set)
    yield from _input_problems(row, figures)
    if row.rule is None:
        return
    if row.role == "information":
        yield Problem("row.information_scored", {"key": row.key}, Place(path=".rule"))
    if row.max_points is None and row.role != "condition":
        yield Problem("row.rule_without_maximum", {"key": row.key}, Place(path=".max_points"))
    yield from too_fine(row.max_points, indicator_set.rounding, ".max_points")
    yield from _peer_problems(row)
    yield from _letter_problems(row, own_inputs(row, indicator_set), figures)
    yield from _zero_problems(row)
    yield from _case_problems(row, own_inputs(row, indicator_set))


def _sharing_problems(row: Row, indicator_set: IndicatorSet) -> Iterator[Problem]:
    if not row.shares_maximum_of:
        return
    other = indicator_set.tree.by_key.get(row.shares_maximum_of)
    if other is None or not other.is_criterion:
        facts = {"key": row.key, "other": row.shares_maximum_of}
        yield Problem("row.shares_with_nothing", facts, Place(path=".shares_maximum_of"))
    if row.rule is not None or row.max_points is not None:
        yield Problem("row.shared_but_own", {"key": row.key}, Place(path=".shares_maximum_of"))


def _input_problems(row: Row, figures: dict[str, Figure]) -> Iterator[Problem]:
    for letter, given in row.inputs.items():
        place = Place(path=f".inputs.{letter}")
        if given.source and given.source not in figures:
            facts = {"letter": letter, "figure": given.source}
            yield Problem("input.unknown_figure", facts, Place(path=f".inputs.{letter}.from"))
        if given.minimum is not None and given.maximum is not None and given.minimum > given.maximum:
            yield Problem("input.empty_range", {"letter": letter}, place)
        if given.source == figure_key(row, letter):
            yield Problem("input.own_source", {"letter": letter}, Place(path=f".inputs.{letter}.from"))
        if given.type == "date" and given.since is None and not given.source:
            yield Problem("input.date_without_since", {"letter": letter}, place)
        for name in _unfitting(given):
            facts = {"letter": letter, "name": name, "kind": given.type}
            yield Problem("input.unfitting", facts, Place(path=f".inputs.{letter}.{name}"))


def _unfitting(given: Input) -> Iterator[str]:
    """Keys that mean nothing for the type of the input."""
    if given.source:
        return
    if given.type not in NUMBER_TYPES:
        if given.minimum != 0:
            yield "min"
        if given.maximum is not None:
            yield "max"
    if given.decimals and given.type != "decimal":
        yield "decimals"
    if given.since is not None and given.type != "date":
        yield "since"


def _peer_problems(row: Row) -> Iterator[Problem]:
    peers = [rule for rule in walk(row.rule) if isinstance(rule, PeerRule)] if row.rule else []
    # One spread is kept for each criterion.
    if len(peers) > 1:
        yield Problem("rule.several_peers", {"key": row.key}, Place(path=".rule"))
    for rule in peers:
        if rule.method == "leader_excess" and rule.target is None:
            yield Problem("rule.no_target", {"key": row.key}, Place(path=".rule"))


def _letter_problems(row: Row, inputs: dict[str, Input], figures: dict[str, Figure]) -> Iterator[Problem]:
    kinds = {letter: _kind(given, figures) for letter, given in inputs.items()}
    choices = {rule.of.name for rule in walk(row.rule) if isinstance(rule, ChoiceRule)} if row.rule else set()
    for path, expression in _expressions(row):
        for letter in letters_in(expression):
            if letter not in kinds:
                facts = {"letter": letter, "known": ", ".join(kinds)}
                yield Problem("rule.unknown_letter", facts, Place(path=path))
            elif kinds[letter] == "text" or (kinds[letter] == "choice" and letter not in choices):
                yield Problem("rule.not_a_number", {"letter": letter}, Place(path=path))
    for path, term in _numbers(row):
        for letter in letters_in(term):
            if kinds.get(letter) == "yes_no":
                yield Problem("rule.yes_no_computed", {"letter": letter}, Place(path=path))
    for path, condition in _conditions(row):
        for letter in yes_no_letters(condition):
            if kinds.get(letter, "yes_no") != "yes_no":
                yield Problem("rule.not_yes_no", {"letter": letter}, Place(path=path))


def _zero_problems(row: Row) -> Iterator[Problem]:
    """A number that divides by zero whatever the figures are."""
    for path, term in _numbers(row):
        if not any(quotient_of(term).denominator.values()):
            yield Problem("rule.divides_by_zero", {"value": unparse(term)}, Place(path=path))


def _kind(given: Input, figures: dict[str, Figure]) -> str:
    if given.source and given.source in figures:
        return figures[given.source].input.type
    return given.type


def _expressions(row: Row) -> Iterator[tuple[str, Expression]]:
    yield from _conditions(row)
    for rule in walk(row.rule) if row.rule else ():
        for term in rule.terms():
            yield ".rule", term


def _numbers(row: Row) -> Iterator[tuple[str, Term]]:
    """Every number that is computed: what rules read, and both sides of comparisons."""
    for rule in walk(row.rule) if row.rule else ():
        if not isinstance(rule, ChoiceRule):
            for term in rule.terms():
                yield ".rule", term
    for path, condition in _conditions(row):
        for compare in comparisons_in(condition):
            yield path, compare.left
            yield path, compare.right


def _conditions(row: Row) -> Iterator[tuple[str, Condition]]:
    for position, check in enumerate(row.checks):
        yield f".checks[{position}]", check.that
    if row.not_applicable_when is not None:
        yield ".not_applicable_when", row.not_applicable_when
    for rule in walk(row.rule) if row.rule else ():
        for condition in rule.conditions():
            yield ".rule", condition


def _case_problems(row: Row, inputs: dict[str, Input]) -> Iterator[Problem]:
    for index, case in enumerate(row.cases):
        for given in (case.given, *case.others):
            for letter in given:
                if letter not in inputs:
                    facts = {"letter": letter, "known": ", ".join(inputs)}
                    yield Problem("case.unknown_letter", facts, Place(path=f".cases[{index}]"))
        if (case.points is None) == (case.status == "scored"):
            yield Problem("case.points_or_status", {"key": row.key}, Place(path=f".cases[{index}]"))
