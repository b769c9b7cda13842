"""A published result → the values a goal can be fed with: figures, ratios of criteria, points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from chamdiem.analysis.courses import Subject
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Term
from chamdiem.core.figures import list_figures
from chamdiem.core.inputs import NUMBER_TYPES, PERCENT
from chamdiem.core.points import decimal
from chamdiem.core.quotient import MissingInput
from chamdiem.core.rules.rule import walk
from chamdiem.core.sentences.terms import is_divided
from chamdiem.results.models import Result
from chamdiem.results.prospects import subject_of

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a result: its key, what it is in words, the value and its unit (số liệu của kết quả)."""

    key: str
    label: str
    value: Decimal
    unit: str


def list_readings(result: Result, unit: str = "") -> list[Reading]:
    """Everything a result holds as a number, what has the unit asked for first; one query.

    Values have six decimals, half up, as measured values have.
    """
    subject = subject_of(result)
    found = [*_figures(subject), *_ratios(subject), *_points(subject)]
    return sorted(found, key=lambda each: each.unit.casefold() != unit.casefold())


def _figures(subject: Subject) -> Iterator[Reading]:
    """Figures as they were frozen; a percentage is one already."""
    for key, figure in list_figures(subject.scorer.indicator_set).items():
        value, given = subject.answers.get(key), figure.input
        if value is not None and given.type in NUMBER_TYPES:
            row = subject.scorer.indicator_set.row(figure.row)
            named = subject.scorer.indicator_set.tree.labels[row.key]
            label = f"{named} {given.label or row.correct_name}"
            yield Reading(f"figure:{key}", label, decimal(Fraction(value, given.scale)), given.unit)


def _ratios(subject: Subject) -> Iterator[Reading]:
    """The first ratio of every rule, in percent."""
    for key, criterion in subject.scorer.criteria.items():
        ratio = _ratio(criterion, subject)
        if ratio is not None:
            label = _("{criterion}: tỷ lệ").format(
                criterion=f"{criterion.label} {criterion.row.correct_name}"
            )
            yield Reading(f"ratio:{key}", label, decimal(ratio * _PERCENT), PERCENT)


def _ratio(criterion: Criterion, subject: Subject) -> Fraction | None:
    term = next((term for term in _terms(criterion) if is_divided(term)), None)
    if term is None:
        return None
    try:
        above, below = criterion.scope.evaluator(term)(criterion.values(subject.answers))
    except MissingInput:
        return None
    return Fraction(above, below) if below else None


def _terms(criterion: Criterion) -> Iterator[Term]:
    return (term for rule in walk(criterion.rule) for term in rule.terms())


def _points(subject: Subject) -> Iterator[Reading]:
    """Points of criteria, and the total."""
    sheet = subject.scorer.score(subject.answers, subject.overrides)
    unit = _("điểm")
    yield Reading("total", _("Tổng điểm"), decimal(sheet.total.points), unit)
    for key, outcome in sheet.outcomes.items():
        criterion = subject.scorer.criteria[key]
        named = f"{criterion.label} {criterion.row.correct_name}"
        label = _("{criterion}: điểm").format(criterion=named)
        yield Reading(f"points:{key}", label, decimal(outcome.points), unit)
