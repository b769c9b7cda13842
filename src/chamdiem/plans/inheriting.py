"""What pages show of the work of bodies that have ended to those who took over."""

from __future__ import annotations

from datetime import date

from chamdiem.accounts.models import User
from chamdiem.plans.models import Plan
from chamdiem.plans.selectors.following import Inherited, list_inherited
from chamdiem.plans.workflow import plan_verdict


def inherited_by(
    actor: User, plan: Plan, day: date, item_id: int | None = None
) -> list[tuple[Inherited, bool]]:
    """Open tasks that wait for bodies of a person, and whether she may take them over."""

    def may(path: str) -> bool:
        return plan_verdict("take_over_tasks", actor=actor, plan=plan, organisation_path=path).is_allowed

    waiting = list_inherited(actor=actor, plan=plan, day=day, item_id=item_id)
    return [(each, may(each.body.path)) for each in waiting]
