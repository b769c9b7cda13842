"""Reading what people typed over a rule: points within bounds and steps, figures of the right kind."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from chamdiem.assessments.scoring import Layer
from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.inputs import POINTS_UNIT, Input
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.sentences.checks import broken_check_text
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import Incomplete, Invalid, NotFound, Place, Problem
from chamdiem.web.language import page_language


def points_input(criterion: Criterion) -> Input:
    """What points a person may give: from nothing to the maximum, in the steps the decision names.

    A condition without a maximum is met or not: 1 or 0.
    """
    steps = [rule.step for rule in walk(criterion.rule) if isinstance(rule, ManualRule)]
    step = next(iter(steps), None) if criterion.row.max_points is not None else Fraction(1)
    return Input(
        label=_("Điểm"),
        unit=POINTS_UNIT,
        type="decimal",
        decimals=criterion.rounding.digits,
        maximum=criterion.maximum,
        step=step,
    )


def is_given_by_hand(criterion: Criterion) -> bool:
    """Whether people give the points themselves: there is no rule that figures could be put into."""
    return isinstance(criterion.rule, ManualRule)


def read_points(criterion: Criterion, typed: str, box: str = "") -> Fraction:
    """The points typed, exact; ``box`` is what the form calls them where not just points.

    Raises:
        Incomplete: Nothing is typed.
        Invalid: No number, out of bounds, or between two steps.
    """
    if not typed.strip():
        raise Incomplete("appraisal.points_missing", criterion=criterion.label)
    kind = points_input(criterion)
    try:
        return Fraction(kind.read(typed), kind.scale)
    except UnreadableValue as error:
        raise Invalid([_problem(error, box or kind.label, criterion)]) from error


def inputs_by_figure(criterion: Criterion) -> dict[str, Input]:
    """Figure key → the input as this criterion reads it, in the order of its letters."""
    return dict(zip(criterion.letters.figures, criterion.letters.inputs.values(), strict=True))


def read_figures(criterion: Criterion, typed: Mapping[str, str], claimed: Answers) -> dict[str, int]:
    """The figures that are typed and differ from the claim, as stored integers.

    Raises:
        NotFound: A figure is not one of this criterion.
        Incomplete: Nothing differs.
        Invalid: Names every value that is cleared or does not fit, or the checks that would not hold.
    """
    values = _read_typed(criterion, typed, claimed)
    changed = {key: value for key, value in values.items() if value != claimed.get(key)}
    if not changed:
        raise Incomplete("appraisal.nothing_corrected", criterion=criterion.label)
    _demand_checks(criterion, {**claimed, **changed})
    return changed


def read_ruled_figures(criterion: Criterion, typed: Mapping[str, str], known: Answers) -> dict[str, int]:
    """Every figure that is typed, as stored integers: what the council says holds, also where it is known.

    Raises:
        NotFound: A figure is not one of this criterion.
        Incomplete: The figures do not suffice for points.
        Invalid: Names every value that is cleared or does not fit, or the checks that would not hold.
    """
    values = _read_typed(criterion, typed, known)
    _demand_checks(criterion, {**known, **values})
    status = criterion.outcome(criterion.values({**known, **values})).status
    if not values or status in (Status.MISSING, Status.DISPUTED, Status.INVALID):
        raise Incomplete("ruling.figures_missing", criterion=criterion.label)
    return values


def _read_typed(criterion: Criterion, typed: Mapping[str, str], known: Answers) -> dict[str, int]:
    """What is typed, each as its figure wants it; what was known is not cleared."""
    inputs = inputs_by_figure(criterion)
    values, problems = {}, []
    for key, text in typed.items():
        if key not in inputs:
            raise NotFound("figure.not_found", key=key)
        if not text.strip():
            # What the organisation left empty may stay so; what it declared is not taken away in silence.
            if known.get(key) is not None:
                facts = {"label": inputs[key].label or key}
                problems.append(Problem("appraisal.figure_cleared", facts, _place(criterion)))
            continue
        try:
            values[key] = inputs[key].read(text)
        except UnreadableValue as error:
            problems.append(_problem(error, inputs[key].label or key, criterion))
    if problems:
        raise Invalid(problems)
    return values


def _problem(error: UnreadableValue, label: str, criterion: Criterion) -> Problem:
    """What is wrong with a value, with the name people know it by."""
    return Problem(error.problem.code, {**error.problem.facts, "label": label}, _place(criterion))


def _place(criterion: Criterion) -> Place:
    return Place(path=_("Tiêu chí {label}").format(label=criterion.label))


def _demand_checks(criterion: Criterion, answers: Answers) -> None:
    values = criterion.values(answers)
    problems = [
        Problem(
            "appraisal.check_broken",
            {"check": broken_check_text(check, criterion, values, page_language())},
            _place(criterion),
        )
        for check in criterion.broken_checks(values)
        if not check.soft
    ]
    if problems:
        raise Invalid(problems)


def claims_nothing(criterion: Criterion, claimed: Layer) -> bool:
    """Whether there is no claim that could be accepted: a figure is missing, or marks disagree."""
    if criterion.key in claimed.overrides:
        return False
    status = criterion.outcome(criterion.values(claimed.answers)).status
    return status in (Status.MISSING, Status.DISPUTED, Status.INVALID)
