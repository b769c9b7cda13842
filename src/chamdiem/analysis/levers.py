"""Which figures work can change: what is counted, never what it is counted against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import (
    Binary,
    Both,
    Compare,
    Condition,
    Either,
    Letter,
    Negative,
    Not,
    Term,
    letters_in,
    yes_no_letters,
)
from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint.directions import is_unwanted
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk


@dataclass(frozen=True, slots=True)
class Levers:
    """The keys of the figures that work can change, and of those that may only grow, or only shrink."""

    figures: frozenset[str]
    growing: frozenset[str]
    shrinking: frozenset[str]


def list_levers(indicator_set: IndicatorSet, criteria: Mapping[str, Criterion]) -> Levers:
    """The figures of some criteria that work can change.

    Not among them: what only others are divided by, general information, what
    decides whether a criterion applies, points that people award. What is counted
    here and divides there, and figures compared with each other, only grow: done
    is never made equal to planned by planning less. What there should be little
    of (incidents, violations, late files) only shrinks.
    """
    read = {figure for criterion in criteria.values() for figure in criterion.letters.figures}
    information = {
        key
        for key, figure in list_figures(indicator_set).items()
        if indicator_set.row(figure.row).role == "information"
    }
    fixed, counted, below, compared = (
        {key for criterion in criteria.values() for key in _keys(criterion, letters(criterion))}
        for letters in (_fixed, _counted, _below, _compared)
    )
    figures = frozenset((read & counted) - information - fixed)
    unwanted = {key for criterion in criteria.values() for key in _unwanted(criterion)}
    return Levers(figures, figures & (below | compared), figures & unwanted)


def _unwanted(criterion: Criterion) -> Iterator[str]:
    """The figures of which nobody wishes more."""
    letters = zip(criterion.letters.inputs.values(), criterion.letters.figures, strict=True)
    for given, figure in letters:
        if is_unwanted((given.label or criterion.row.correct_name).casefold()):
            yield figure


def _keys(criterion: Criterion, letters: Iterator[str]) -> Iterator[str]:
    """The figures that letters of a criterion read."""
    figures = dict(zip(criterion.letters.inputs, criterion.letters.figures, strict=True))
    return (figures[letter] for letter in letters if letter in figures)


def _fixed(criterion: Criterion) -> Iterator[str]:
    """The letters that are taken as they are."""
    if criterion.row.not_applicable_when is not None:
        yield from letters_in(criterion.row.not_applicable_when)
    levels = set()
    for rule in walk(criterion.rule):
        if isinstance(rule, ManualRule):
            yield from rule.inputs(criterion.maximum, criterion.rounding)
        if isinstance(rule, ChoiceRule):
            levels.add(rule.of.name)
    for letter, figure in criterion.letters.inputs.items():
        if figure.type == "choice" and letter not in levels:
            yield letter


def _counted(criterion: Criterion) -> Iterator[str]:
    """The letters that stand above a line, without one, or for a yes."""
    for term in _terms(criterion):
        yield from _above(term)
    for rule in walk(criterion.rule):
        for condition in rule.conditions():
            yield from yes_no_letters(condition)


def _below(criterion: Criterion) -> Iterator[str]:
    """The letters by which others are divided."""
    for term in _terms(criterion):
        yield from _denominators(term)


def _terms(criterion: Criterion) -> Iterator[Term]:
    for rule in walk(criterion.rule):
        yield from rule.terms()
        for condition in rule.conditions():
            for sides in _comparisons(condition):
                yield from sides


def _compared(criterion: Criterion) -> Iterator[str]:
    """The letters that stand against other letters in a condition."""
    for rule in walk(criterion.rule):
        for condition in rule.conditions():
            for left, right in _comparisons(condition):
                if letters_in(left) and letters_in(right):
                    yield from (*letters_in(left), *letters_in(right))


def _comparisons(condition: Condition) -> Iterator[tuple[Term, Term]]:
    match condition:
        case Both(left, right) | Either(left, right):
            yield from _comparisons(left)
            yield from _comparisons(right)
        case Not(operand):
            yield from _comparisons(operand)
        case Compare(_, above, below):
            yield above, below


def _above(term: Term) -> Iterator[str]:
    match term:
        case Letter(name):
            yield name
        case Binary("/", above, _):
            yield from _above(above)
        case Binary(_, left, right):
            yield from _above(left)
            yield from _above(right)
        case Negative(operand):
            yield from _above(operand)


def _denominators(term: Term) -> Iterator[str]:
    match term:
        case Binary("/", above, below):
            yield from letters_in(below)
            yield from _denominators(above)
        case Binary(_, left, right):
            yield from _denominators(left)
            yield from _denominators(right)
        case Negative(operand):
            yield from _denominators(operand)
