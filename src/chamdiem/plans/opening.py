"""What a plan said when a round was opened: whoever was asked then is asked until it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.plans.amending import text_in_force
from chamdiem.plans.content import printed_text
from chamdiem.plans.models import Plan, PlanVersion, Round


def plan_at_opening(round_: Round) -> PrintedPlan | None:
    """The version a round was opened under; three queries. ``None`` where that is what holds today."""
    plan = round_.plan
    version = plan.versions.filter(approved_at__lte=round_.opened_at).first()
    if version is None or version.document == text_in_force(plan):
        return None
    return printed_text(version.document, plan.key)


def items_at_opening(round_: Round) -> Mapping[str, PrintedItem]:
    """Key → the item as printed in the version a round was opened under; none where it is that of today."""
    opened = plan_at_opening(round_)
    return {item.key: item for item in opened.items} if opened else {}


def list_amendments(plan: Plan, until: datetime | None = None) -> list[PlanVersion]:
    """The versions that adjusted a plan after its first, oldest first, all or those of a day; one query."""
    versions = plan.versions.filter(number__gt=1).defer("document").order_by("number")
    return list(versions if until is None else versions.filter(approved_at__lte=until))
