"""Measured values of goals and targets: with their day and source, the older ones stay."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import override

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import local_day
from chamdiem.core.plan_values import counts_whole, exceeds_whole
from chamdiem.errors import Conflict, Incomplete, Invalid, NotFound, NumberText, Problem
from chamdiem.plans.feeding import data_day, list_readings, source_of
from chamdiem.plans.models import Measure, MeasureValue, Plan
from chamdiem.plans.selectors.winning import get_feeding
from chamdiem.plans.services.approving import MOST_YEARS_BEFORE
from chamdiem.plans.services.locking import locked_plan, record
from chamdiem.results.models import Result


@transaction.atomic
def enter_value(
    *,
    actor: User,
    plan_id: int,
    measure_id: int,
    value: Decimal,
    measured_on: date,
    source: str,
    now: datetime,
) -> MeasureValue:
    """Enter what was measured for a goal or an item.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a plan.
        Invalid: The value is a share of more than 100%, or not whole where whole things are counted.
        Incomplete: No source is given, or the day lies ahead or long before the plan.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="measure")
    new = MeasureValue(
        measure=_measure(plan, measure_id), value=value, measured_on=measured_on, source=source.strip()
    )
    return _entered(plan, new, actor, now)


def _measure(plan: Plan, measure_id: int) -> Measure:
    measure = Measure.objects.filter(pk=measure_id, plan=plan).first()
    if measure is None:
        raise NotFound("plan.measure_not_found")
    return measure


def _entered(plan: Plan, new: MeasureValue, actor: User, now: datetime) -> MeasureValue:
    """A new value, checked and stored."""
    measure, value, measured_on = new.measure, new.value, new.measured_on
    if exceeds_whole(measure.label, measure.unit, value, measure.threshold):
        facts = {"label": measure.label, "value": NumberText(f"{value.normalize():f}")}
        raise Invalid([Problem("plan.share_above_whole", facts)])
    if value % 1 and counts_whole(measure.label, measure.unit):
        facts = {"label": measure.label, "value": NumberText(f"{value.normalize():f}")}
        raise Invalid([Problem("answer.not_whole", facts)])
    if not new.source:
        raise Incomplete("plan.source_missing")
    if measured_on > local_day(now):
        raise Incomplete("plan.measured_ahead", day=f"{measured_on:%d/%m/%Y}")
    if plan.period_from is not None and measured_on.year < plan.period_from - MOST_YEARS_BEFORE:
        first = str(plan.period_from)
        raise Incomplete("plan.measured_long_before", day=f"{measured_on:%d/%m/%Y}", first=first)
    new.entered_by, new.entered_at = actor, now
    new.save()
    record(plan, actor=actor, action="plan.measure", now=now, measure=measure.label, value=str(value))
    return new


@transaction.atomic
def withdraw_value(*, actor: User, plan_id: int, value_id: int, reason: str, now: datetime) -> MeasureValue:
    """Take a wrong value back: the newest of the others counts, the history keeps it with the reason.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a plan; or no such value.
        Incomplete: No reason is given.
        Conflict: It was withdrawn already.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="measure")
    value = MeasureValue.objects.select_related("measure").filter(pk=value_id, measure__plan=plan).first()
    if value is None:
        raise NotFound("plan.value_not_found")
    if value.withdrawn_at is not None:
        raise Conflict("plan.value_withdrawn")
    if not reason.strip():
        raise Incomplete("plan.reason_missing")
    value.withdrawn_by, value.withdrawn_at, value.withdrawal_reason = actor, now, reason.strip()
    value.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawal_reason"])
    facts: dict[str, Any] = {
        "measure": value.measure.label,
        "value": str(value.value),
        "reason": reason.strip(),
    }
    record(plan, actor=actor, action="plan.withdraw_value", now=now, **facts)
    return value


@transaction.atomic
def feed_value(
    *, actor: User, plan_id: int, measure_id: int, result_id: int, key: str, now: datetime
) -> MeasureValue:
    """Enter a value of a published result for a goal or an item; its day is that of the data.

    Raises:
        NotFound: No such result or value, and as ``enter_value``.
        Conflict: The value has another unit.
        NotAllowed, WrongStage: As every use case of a plan.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="measure")
    result = get_feeding(plan, result_id)
    with override("vi"):
        found = next((each for each in list_readings(result) if each.key == key), None)
    if found is None:
        raise NotFound("plan.reading_not_found")
    measure = _measure(plan, measure_id)
    if not found.has_unit_of(measure):
        facts = {"reading": found.label, "unit": found.unit or "–", "own": measure.unit}
        raise Conflict("plan.units_differ", **facts)
    with override("vi"):
        source = source_of(result, found.label, _release_of(result))
    new = MeasureValue(
        measure=measure,
        value=found.value,
        measured_on=data_day(result),
        source=source,
        result=result,
        reading=key,
    )
    return _entered(plan, new, actor, now)


def _release_of(result: Result) -> int:
    """The number under which a result was published first."""
    numbers = result.closing.releases.order_by("number").values_list("number", flat=True)
    return numbers[0]
