"""The figures to reach of goals and items, each with its newest measured value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from django.db.models import Prefetch, QuerySet

from chamdiem.errors import NotFound
from chamdiem.plans.corrections import Correction
from chamdiem.plans.measuring import has_reached
from chamdiem.plans.models import Goal, Measure, MeasureValue, Plan, PlanItem
from chamdiem.plans.selectors.corrections import find_corrections


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A figure to reach and the newest measured one; ``is_base`` where that is from before the plan.

    ``correction`` is what stands in its place, where it was fed by a result that was corrected since.
    """

    measure: Measure
    value: MeasureValue | None
    is_reached: bool | None
    is_base: bool
    correction: Correction | None = None

    @property
    def reached_part(self) -> Decimal:
        """The value, no more than the threshold: what a bar fills."""
        value = self.value.value if self.value else Decimal(0)
        return min(value, self.measure.threshold)


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal with its figures."""

    goal: Goal
    measures: Sequence[MeasureRow]


def list_goals(plan: Plan, *, corrections: bool = True) -> list[GoalRow]:
    """The goals in printed order; three queries, and three more where values were fed by results.

    These only where it is asked what became of such values.
    """
    goals = list(plan.goals.prefetch_related(Prefetch("measures", _measures())))
    rows = iter(
        _measure_rows([each for goal in goals for each in goal.measures.all()], plan, corrections=corrections)
    )
    return [GoalRow(goal, list(islice(rows, len(goal.measures.all())))) for goal in goals]


def list_item_measures(item: PlanItem) -> list[MeasureRow]:
    """The figures of one item; two queries, and three more where values were fed by results."""
    return _measure_rows(_measures().filter(item=item), item.plan)


def get_measure(plan: Plan, measure_id: int) -> MeasureRow:
    """One figure to reach with its measured values, or ``NotFound``; two queries.

    Three more where its newest value was fed by a result.
    """
    values = Prefetch("values", MeasureValue.objects.select_related("withdrawn_by"))
    measure = Measure.objects.prefetch_related(values).filter(plan=plan, pk=measure_id).first()
    if measure is None:
        raise NotFound("plan.measure_not_found")
    return _measure_rows([measure], plan)[0]


def _measures() -> QuerySet[Measure]:
    return Measure.objects.prefetch_related("values")


def _measure_rows(measures: Iterable[Measure], plan: Plan, *, corrections: bool = True) -> list[MeasureRow]:
    newest = [(each, each.newest) for each in measures]
    values = [value for _, value in newest if value is not None]
    found = find_corrections(values) if corrections else {}
    return [
        MeasureRow(
            measure,
            value,
            has_reached(measure, value, plan),
            value is not None and plan.is_before(value.measured_on),
            found.get(value.pk) if value is not None else None,
        )
        for measure, value in newest
    ]
