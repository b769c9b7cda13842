"""Who may do what to a plan, a task, a round and a report, and when: one table for all.

An action names the roles, on whose side they stand (the organisation's own or the owner of
the plan), the states in which it exists, and where it leads. ``verdict`` is the one function
that applies the table; it says why not, in words the page can show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds
from chamdiem.errors import Incomplete, NotAllowed, Verdict
from chamdiem.plans.models import Plan, Round, RoundReport, Task
from chamdiem.plans.permissions import is_given

Thing = Literal["plan", "task", "round", "report"]
_PLAN, _TASK, _REPORT = Plan.Status, Task.State, RoundReport.Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done."""

    name: str
    of: Thing
    # What is said to whoever holds none of the roles.
    not_allowed: Verdict
    roles: tuple[str, ...]
    states: tuple[str, ...]
    leads_to: str = ""
    is_own: bool = False
    needs_reason: bool = False


_STANDING = (Role.STANDING_BODY,)
_WRITERS = (Role.DATA_OFFICER, Role.LEADER)
_WRITTEN = (_PLAN.DRAFT, _PLAN.REVISING)
_RUNNING = (_PLAN.IN_FORCE, _PLAN.REVISING)
_RUN = Verdict("plan.run_not_allowed", {}, NotAllowed)
_OWN = Verdict("plan.own_not_allowed", {}, NotAllowed)
_LEADS = Verdict("plan.leader_only", {}, NotAllowed)

ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        Action(name="edit", of="plan", not_allowed=_RUN, roles=_STANDING, states=_WRITTEN),
        Action(name="delete", of="plan", not_allowed=_RUN, roles=_STANDING, states=(_PLAN.DRAFT,)),
        Action(
            name="approve",
            of="plan",
            not_allowed=_RUN,
            roles=(Role.STANDING_BODY, Role.LEADER),
            states=_WRITTEN,
            leads_to=_PLAN.IN_FORCE,
        ),
        Action(
            name="revise",
            of="plan",
            not_allowed=_RUN,
            roles=_STANDING,
            states=(_PLAN.IN_FORCE,),
            leads_to=_PLAN.REVISING,
            needs_reason=True,
        ),
        Action(
            name="end",
            of="plan",
            not_allowed=_RUN,
            roles=_STANDING,
            states=(_PLAN.IN_FORCE,),
            leads_to=_PLAN.CLOSED,
            needs_reason=True,
        ),
        Action(
            name="resolve_bodies",
            of="plan",
            not_allowed=_RUN,
            roles=_STANDING,
            states=(_PLAN.DRAFT, *_RUNNING),
        ),
        Action(
            name="set_calendar",
            of="plan",
            not_allowed=_RUN,
            roles=_STANDING,
            states=(_PLAN.DRAFT, *_RUNNING),
        ),
        Action(name="measure", of="plan", not_allowed=_RUN, roles=_STANDING, states=_RUNNING),
        Action(name="open_round", of="plan", not_allowed=_RUN, roles=_STANDING, states=_RUNNING),
        Action(name="close_round", of="round", not_allowed=_RUN, roles=_STANDING, states=("open",)),
        Action(
            name="extend_round",
            of="round",
            not_allowed=_RUN,
            roles=_STANDING,
            states=("open",),
            needs_reason=True,
        ),
        Action(name="create_task", of="plan", not_allowed=_OWN, roles=_WRITERS, states=_RUNNING, is_own=True),
        Action(
            name="take_over_tasks",
            of="plan",
            not_allowed=_OWN,
            roles=_WRITERS,
            states=_RUNNING,
            is_own=True,
        ),
        Action(
            name="plan_task",
            of="task",
            not_allowed=_OWN,
            roles=_WRITERS,
            states=(_TASK.PLANNED, _TASK.RUNNING),
            is_own=True,
        ),
        # Whoever it is given to may carry it out too; see ``verdict``.
        Action(
            name="carry_out_task",
            of="task",
            not_allowed=_OWN,
            roles=_WRITERS,
            states=(_TASK.PLANNED, _TASK.RUNNING),
            is_own=True,
        ),
        # A document often comes after the work: the number, the signature, the minutes.
        Action(
            name="show_task_document",
            of="task",
            not_allowed=_OWN,
            roles=_WRITERS,
            states=(_TASK.PLANNED, _TASK.RUNNING, _TASK.DONE),
            is_own=True,
        ),
        Action(
            name="reopen_task",
            of="task",
            not_allowed=_OWN,
            roles=_WRITERS,
            states=(_TASK.DONE, _TASK.DROPPED),
            leads_to=_TASK.RUNNING,
            is_own=True,
            needs_reason=True,
        ),
        Action(
            name="fill",
            of="report",
            not_allowed=_OWN,
            roles=(*_WRITERS, Role.CONTRIBUTOR),
            states=(_REPORT.DRAFT, _REPORT.RETURNED),
            is_own=True,
        ),
        Action(
            name="submit",
            of="report",
            not_allowed=_LEADS,
            roles=(Role.LEADER,),
            states=(_REPORT.DRAFT, _REPORT.RETURNED),
            leads_to=_REPORT.SUBMITTED,
            is_own=True,
        ),
        Action(
            name="return",
            of="report",
            not_allowed=_RUN,
            roles=_STANDING,
            states=(_REPORT.SUBMITTED, _REPORT.ACCEPTED),
            leads_to=_REPORT.RETURNED,
            needs_reason=True,
        ),
        Action(
            name="accept",
            of="report",
            not_allowed=_RUN,
            roles=_STANDING,
            states=(_REPORT.SUBMITTED,),
            leads_to=_REPORT.ACCEPTED,
        ),
    )
}


def plan_verdict(name: str, *, actor: User, plan: Plan, organisation_path: str = "") -> Verdict:
    """Whether this person may do this to a plan now; ``owner`` comes with the plan."""
    action = ACTIONS[name]
    path = organisation_path if action.is_own else plan.owner.path
    if not holds(actor, action.roles, path):
        return action.not_allowed
    if plan.status not in action.states:
        return Verdict("plan.wrong_state", {"state": str(plan.get_status_display())})
    return Verdict()


def round_verdict(name: str, *, actor: User, round_: Round) -> Verdict:
    """Whether this person may do this to a round now; plan and owner come with it."""
    action = ACTIONS[name]
    if not holds(actor, action.roles, round_.plan.owner.path):
        return action.not_allowed
    return Verdict() if round_.is_open else Verdict("round.closed", {"round": str(round_)})


def report_verdict(name: str, *, actor: User, report: RoundReport) -> Verdict:
    """Whether this person may do this to a report now; round, plan, owner, organisation come with it."""
    action = ACTIONS[name]
    path = report.organisation.path if action.is_own else report.round.plan.owner.path
    if not holds(actor, action.roles, path):
        return action.not_allowed
    if not report.round.is_open:
        return Verdict("round.closed", {"round": str(report.round)})
    if report.status not in action.states:
        return Verdict("report.wrong_state", {"state": str(report.get_status_display())})
    return Verdict()


def task_verdict(name: str, *, actor: User, task: Task) -> Verdict:
    """Whether this person may do this to a task now; item, plan and organisation come with it."""
    action = ACTIONS[name]
    may = holds(actor, action.roles, task.organisation.path)
    if name in ("carry_out_task", "show_task_document"):
        may = may or is_given(actor, task)
    if not may:
        return action.not_allowed
    if task.item.plan.status not in _RUNNING:
        return Verdict("plan.wrong_state", {"state": str(task.item.plan.get_status_display())})
    if task.state not in action.states:
        return Verdict("task.wrong_state", {"state": str(task.get_state_display())})
    return Verdict()


def demand_reason(name: str, reason: str) -> None:
    """Refuse an action that needs a reason and has none."""
    if ACTIONS[name].needs_reason and not reason.strip():
        raise Incomplete("plan.reason_missing")
