"""Measured values of goals and targets: with their day and source, the older ones stay."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import local_day
from chamdiem.errors import Incomplete, NotFound
from chamdiem.plans.models import Measure, MeasureValue
from chamdiem.plans.services.locking import locked_plan, record


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
        Incomplete: No source is given, or the day lies ahead.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="measure")
    measure = Measure.objects.filter(pk=measure_id, plan=plan).first()
    if measure is None:
        raise NotFound("plan.measure_not_found")
    if not source.strip():
        raise Incomplete("plan.source_missing")
    if measured_on > local_day(now):
        raise Incomplete("plan.measured_ahead", day=f"{measured_on:%d/%m/%Y}")
    entered = MeasureValue.objects.create(
        measure=measure,
        value=value,
        measured_on=measured_on,
        source=source.strip(),
        entered_by=actor,
        entered_at=now,
    )
    record(plan, actor=actor, action="plan.measure", now=now, measure=measure.label, value=str(value))
    return entered
