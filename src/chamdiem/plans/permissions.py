"""Who runs a plan, who watches it, who works in a body it charges."""

from __future__ import annotations

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds, roles_of
from chamdiem.organisations.models import Organisation
from chamdiem.plans.models import Plan, Task

WATCHERS = (Role.STANDING_BODY, Role.APPRAISER, Role.COUNCIL)
WRITERS = (Role.DATA_OFFICER, Role.LEADER)
OWN = (*WRITERS, Role.CONTRIBUTOR)


def may_run(actor: User, plan: Plan) -> bool:
    """Whether a person runs the plan: the standing body of its owner."""
    return holds(actor, [Role.STANDING_BODY], plan.owner.path)


def may_watch(actor: User, plan: Plan) -> bool:
    """Whether a person sees everything in it: every report, and who is late."""
    if plan.status == Plan.Status.DRAFT:
        return may_run(actor, plan)
    return holds(actor, WATCHERS, plan.owner.path)


def is_of(actor: User, organisation: Organisation) -> bool:
    """Whether a person works in this organisation."""
    return holds(actor, OWN, organisation.path)


def is_given(actor: User, task: Task) -> bool:
    """Whether a task is given to this person, or to the office she works for."""
    if not actor.is_active:
        return False
    offices = {held.office_id for held in roles_of(actor) if held.office_id is not None}
    return task.user_id == actor.pk or (task.office_id is not None and task.office_id in offices)
