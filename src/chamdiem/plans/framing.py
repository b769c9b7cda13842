"""What every page of a plan needs around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chamdiem.accounts.models import User
from chamdiem.plans.amending import Pending, find_pending
from chamdiem.plans.models import Plan
from chamdiem.plans.permissions import may_run, may_watch
from chamdiem.plans.showing import list_tabs
from chamdiem.plans.workflow import ACTIONS, plan_verdict


def frame_of(actor: User, plan: Plan, current: str = "") -> dict[str, Any]:
    """The plan, its tabs, and what this person may do to it."""
    names = [action.name for action in ACTIONS.values() if action.of == "plan" and not action.is_own]
    return {
        "plan": plan,
        "tabs": list_tabs(actor, plan, current),
        "runs": may_run(actor, plan),
        "watches": may_watch(actor, plan),
        "may": {name: plan_verdict(name, actor=actor, plan=plan).is_allowed for name in names},
    }


def pending_of(frame: Mapping[str, Any]) -> Pending:
    """What waits for approval, for those who edit or approve it."""
    return find_pending(frame["plan"], is_seen=frame["may"]["approve"])
