"""What must hold across the rows of a set before it can be used at all.

These are refusals; what is merely wrong in the document is for ``lint``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.expression import Condition, Expression, letters_in, yes_no_letters
from chamdiem.core.figures import Figure, figure_key, list_figures, own_inputs
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.rule import walk
from chamdiem.errors import Place, Problem


def set_problems(indicator_set: IndicatorSet) -> list[Problem]:
    """Every reason why a set cannot be used."""
    problems = list(_header_problems(indicator_set))
    figures = list_figures(indicator_set)
    for row in indicator_set.rows:
        for problem in _row_problems(row, indicator_set, figures):
            line = indicator_set.file_lines.get(row.key, 0)
            problems.append(problem.at(line=line, path=f"rows[{row.key}]{problem.place.path}"))
    return problems


def _header_problems(indicator_set: IndicatorSet) -> Iterator[Problem]:
    keys = indicator_set.tree.by_key
    named = {
        "tie_break": indicator_set.tie_break,
        "derived": [term.row for index in indicator_set.derived for term in index.terms],
        "declared": [each.row for each in indicator_set.declared if each.row],
        "grades": [gate.row for grade in indicator_set.grades for gate in grade.gates if gate.row],
    }
    for field, rows in named.items():
        for key in rows:
            if key not in keys:
                yield Problem("set.unknown_row", {"key": key}, Place(path=f"set.{field}"))
    levels = [each.level for each in indicator_set.declared]
    levels += [gate.level for grade in indicator_set.grades for gate in grade.gates if gate.level]
    for level in levels:
        if level not in indicator_set.levels:
            yield _unknown_level(level, indicator_set, "set")
    yield from _too_fine(indicator_set.bonus_cap, indicator_set, "set.bonus_cap")
    for index in indicator_set.derived:
        if not any(term.weight for term in index.terms):
            yield Problem("set.no_weight", {"key": index.key}, Place(path="set.derived"))


def _unknown_level(level: str, indicator_set: IndicatorSet, path: str) -> Problem:
    facts = {"level": level, "allowed": ", ".join(indicator_set.levels)}
    return Problem("set.unknown_level", facts, Place(path=path))


def _too_fine(points: Fraction | None, indicator_set: IndicatorSet, path: str) -> Iterator[Problem]:
    """Points that are no whole number of quanta: full marks would be rounded above the maximum."""
    rounding = indicator_set.rounding
    if points is not None and (points * rounding.quanta_per_point).denominator != 1:
        facts = {"points": decimal_text(points), "digits": str(rounding.digits)}
        yield Problem("points.finer_than_rounding", facts, Place(path=path))


def _row_problems(row: Row, indicator_set: IndicatorSet, figures: dict[str, Figure]) -> Iterator[Problem]:
    if row.level not in indicator_set.levels:
        yield _unknown_level(row.level, indicator_set, ".level")
    yield from _sharing_problems(row, indicator_set)
    yield from _source_problems(row, figures)
    if row.rule is None:
        return
    if row.role == "information":
        yield Problem("row.information_scored", {"key": row.key}, Place(path=".rule"))
    if row.max_points is None and row.role != "condition":
        yield Problem("row.rule_without_maximum", {"key": row.key}, Place(path=".max_points"))
    yield from _too_fine(row.max_points, indicator_set, ".max_points")
    # One spread is kept for each criterion.
    if sum(isinstance(rule, PeerRule) for rule in walk(row.rule)) > 1:
        yield Problem("rule.several_peers", {"key": row.key}, Place(path=".rule"))
    yield from _letter_problems(row, own_inputs(row, indicator_set), figures)
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


def _source_problems(row: Row, figures: dict[str, Figure]) -> Iterator[Problem]:
    for letter, given in row.inputs.items():
        place = Place(path=f".inputs.{letter}")
        if given.source and given.source not in figures:
            yield Problem("input.unknown_figure", {"letter": letter, "figure": given.source}, place)
        if given.minimum is not None and given.maximum is not None and given.minimum > given.maximum:
            yield Problem("input.empty_range", {"letter": letter}, place)
        if given.source == figure_key(row, letter):
            yield Problem("input.own_source", {"letter": letter}, place)
        if given.type == "date" and given.since is None and not given.source:
            yield Problem("input.date_without_since", {"letter": letter}, place)


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
    for path, condition in _conditions(row):
        for letter in yes_no_letters(condition):
            if kinds.get(letter, "yes_no") != "yes_no":
                yield Problem("rule.not_yes_no", {"letter": letter}, Place(path=path))


def _kind(given: Input, figures: dict[str, Figure]) -> str:
    if given.source and given.source in figures:
        return figures[given.source].input.type
    return given.type


def _expressions(row: Row) -> Iterator[tuple[str, Expression]]:
    yield from _conditions(row)
    for rule in walk(row.rule) if row.rule else ():
        for term in rule.terms():
            yield ".rule", term


def _conditions(row: Row) -> Iterator[tuple[str, Condition]]:
    for check in row.checks:
        yield ".checks", check.that
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
