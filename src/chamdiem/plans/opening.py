"""What a plan said when a round was opened: who was asked what then is asked that until it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chamdiem.core.improvement_plan import Measure as PrintedMeasure
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.core.lint.folding import fold
from chamdiem.core.plan_values import is_same_unit
from chamdiem.plans.amending import text_in_force
from chamdiem.plans.content import as_decimal, item_values, paths_of, printed_text
from chamdiem.plans.models import Measure, Plan, PlanItem, PlanVersion, Round


@dataclass(frozen=True, slots=True)
class Opened:
    """An item as printed in the version a round was opened under, and the columns its row had then."""

    printed: PrintedItem
    columns: Mapping[str, Any]


def plan_at_opening(round_: Round) -> PrintedPlan | None:
    """The version a round was opened under; three queries. ``None`` where that is what holds today."""
    # Read anew: it may have been approved since the round came with its plan.
    plan = Plan.objects.only("key", "status", "document").get(pk=round_.plan_id)
    today, then = text_in_force(plan), plan.versions.filter(approved_at__lte=round_.opened_at).first()
    if then is None or then.document == today:
        return None
    return printed_text(then.document, plan.key)


def items_at_opening(round_: Round) -> Mapping[str, Opened]:
    """Key → the item in the version a round was opened under; none where it is that of today."""
    plan = plan_at_opening(round_)
    if plan is None:
        return {}
    groups = paths_of(plan.project_groups)
    return {item.key: Opened(item, item_values(item, order, groups)) for order, item in enumerate(plan.items)}


def as_opened(item: PlanItem, opened: Opened | None) -> PlanItem:
    """The row of an item, only in memory, with the wording it had when a round was opened."""
    for name, value in (opened.columns if opened else {}).items():
        setattr(item, name, value)
    return item


def asked_measures(item: PlanItem, opened: Opened | None) -> list[Measure]:
    """The figures a round asks for of an item, at the levels of the day it was opened.

    One that was added since is asked from the next round on. One with another unit or name since, of
    which nobody had given a number, is asked as it is today.
    """
    rows = list(item.measures.all())
    if opened is None:
        return rows
    known = {each.key: each for each in opened.printed.measures}
    return [_at_level_of(known[row.key], row) for row in rows if row.key in known]


def _at_level_of(then: PrintedMeasure, row: Measure) -> Measure:
    if fold(then.label) == fold(row.label) and is_same_unit(then.unit, row.unit):
        row.operator, row.threshold = then.operator, as_decimal(then.threshold)
    return row


def list_amendments(plan: Plan, until: datetime | None = None) -> list[PlanVersion]:
    """The versions that adjusted a plan after its first, oldest first, all or those of a day; one query."""
    versions = plan.versions.filter(number__gt=1).defer("document").order_by("number")
    return list(versions if until is None else versions.filter(approved_at__lte=until))
