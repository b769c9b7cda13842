"""A published result → the values a goal can be fed with: figures, ratios of criteria, points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from chamdiem.analysis.courses import Subject
from chamdiem.campaigns.calendar import local_day
from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.expression import Term
from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.inputs import NUMBER_TYPES, PERCENT, Input
from chamdiem.core.plan_values import is_percent, is_same_unit
from chamdiem.core.points import decimal
from chamdiem.core.quotient import MissingInput
from chamdiem.core.rules.rule import walk
from chamdiem.core.sentences.terms import is_divided
from chamdiem.plans.models import Measure
from chamdiem.results.models import Result
from chamdiem.results.prospects import subject_of

# The longest source a value may have.
MOST_SOURCE = 500
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a result: its key, what it is in words, the value and its unit (số liệu của kết quả)."""

    key: str
    label: str
    value: Decimal
    unit: str

    def has_unit_of(self, measure: Measure) -> bool:
        """Whether it may be a value of a measure; a figure whose unit nobody wrote down is no share."""
        if not self.unit:
            return not is_percent(measure.unit)
        return is_same_unit(self.unit, measure.unit)


def list_readings(result: Result, label: str = "", unit: str = "") -> list[Reading]:
    """Everything a result holds as a number, what is asked for by name or has its unit first; one query.

    Values have six decimals, half up, as measured values have.
    """
    found = readings_of(subject_of(result))
    return sorted(found, key=lambda each: (each.label != label, each.unit.casefold() != unit.casefold()))


def readings_of(subject: Subject) -> list[Reading]:
    """The same of a body whose figures are at hand: figures, ratios, points."""
    return [*_figures(subject), *_ratios(subject), *_points(subject)]


def data_day(result: Result) -> date:
    """The day the values of a result are of: the end of the period its campaign measures.

    Where it was closed before that, the day of closing: what came after it was not measured.
    """
    closing = result.closing
    return min(closing.track.campaign.reference_until, local_day(closing.closed_at))


def source_of(result: Result, label: str, release: int) -> str:
    """Where a value comes from, as a plan prints it: campaign, body, value, publication and both days."""
    closing = result.closing
    campaign = closing.track.campaign
    closed = local_day(closing.closed_at)
    words = _("(công bố lần {release}; kỳ số liệu {first}–{last}; ngày chốt {closed})")
    if closed < campaign.reference_until:
        words = _("(công bố lần {release}; kỳ số liệu {first}–{last}; chốt sớm ngày {closed}, lấy ngày này)")
    days = {"first": campaign.reference_from, "last": campaign.reference_until, "closed": closed}
    facts = words.format(release=release, **{name: f"{day:%d/%m/%Y}" for name, day in days.items()})
    said = f"{campaign.name}, {result.participant.name}: {label}"
    return f"{said[: MOST_SOURCE - len(facts) - 1]} {facts}"


def figure_label(indicator_set: IndicatorSet, key: str, given: Input) -> str:
    """What a figure of a row is called among the readings."""
    return f"{indicator_set.tree.labels[key]} {given.label or indicator_set.row(key).correct_name}"


def ratio_label(indicator_set: IndicatorSet, key: str) -> str:
    """What the ratio of a criterion is called among the readings."""
    return _("{criterion}: tỷ lệ").format(criterion=_named(indicator_set, key))


def points_label(indicator_set: IndicatorSet, key: str) -> str:
    """What the points of a criterion are called among the readings."""
    return _("{criterion}: điểm").format(criterion=_named(indicator_set, key))


def _named(indicator_set: IndicatorSet, key: str) -> str:
    return f"{indicator_set.tree.labels[key]} {indicator_set.row(key).correct_name}"


def points_unit() -> str:
    """The unit of points."""
    return _("điểm")


def first_ratio(criterion: Criterion) -> Term | None:
    """The first ratio of a rule; None where it divides nothing."""
    return next((term for rule in walk(criterion.rule) for term in rule.terms() if is_divided(term)), None)


def share_of(criterion: Criterion, term: Term, answers: Answers) -> Fraction | None:
    """What a ratio comes to by some answers; None where figures are missing or it divides by zero."""
    try:
        above, below = criterion.scope.evaluator(term)(criterion.values(answers))
    except MissingInput:
        return None
    return Fraction(above, below) if below else None


def _figures(subject: Subject) -> Iterator[Reading]:
    """Figures as they were frozen; a percentage is one already."""
    for key, figure in list_figures(subject.scorer.indicator_set).items():
        value, given = subject.answers.get(key), figure.input
        if value is not None and given.type in NUMBER_TYPES:
            label = figure_label(subject.scorer.indicator_set, figure.row, given)
            yield Reading(f"figure:{key}", label, decimal(Fraction(value, given.scale)), given.unit)


def _ratios(subject: Subject) -> Iterator[Reading]:
    """The first ratio of every rule, in percent."""
    for key, criterion in subject.scorer.criteria.items():
        term = first_ratio(criterion)
        share = share_of(criterion, term, subject.answers) if term is not None else None
        if share is not None:
            yield Reading(
                f"ratio:{key}",
                ratio_label(subject.scorer.indicator_set, key),
                decimal(share * _PERCENT),
                PERCENT,
            )


def _points(subject: Subject) -> Iterator[Reading]:
    """Points of criteria, and the total."""
    sheet = subject.scorer.score(subject.answers, subject.overrides)
    unit = points_unit()
    yield Reading("total", _("Tổng điểm"), decimal(sheet.total.points), unit)
    for key, outcome in sheet.outcomes.items():
        label = points_label(subject.scorer.indicator_set, key)
        yield Reading(f"points:{key}", label, decimal(outcome.points), unit)
