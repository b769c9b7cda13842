"""A plan from its beginning to its end: taken in, edited, revised, ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import Truncator

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import local_day
from chamdiem.core.improvement_plan import Entry
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.plan_values import new_value_problems, value_problems
from chamdiem.errors import Conflict, InvalidPlan, NotFound, Problem
from chamdiem.library.plans import write_plan
from chamdiem.organisations.models import Organisation
from chamdiem.plans.content import printed, write_content
from chamdiem.plans.models import Plan
from chamdiem.plans.reading import criteria_of, read_content
from chamdiem.plans.rebinding import demand_links_seen
from chamdiem.plans.selectors.doors import list_owners
from chamdiem.plans.services.locking import demand_seen, locked_plan, record
from chamdiem.plans.services.resolving import resolve_by_name
from chamdiem.plans.workflow import ACTIONS

_YEARS_OUTSIDE = ("plan.years_outside", "plan.years_unexplained")
_MOST_NAMED = 60


def owner_for(*, actor: User, owner_id: int) -> Organisation:
    """A body this person may prepare a plan for, or ``NotFound``."""
    owner = list_owners(actor=actor).filter(pk=owner_id).first()
    if owner is None:
        raise NotFound("organisation.not_found")
    return owner


@transaction.atomic
def create_plan(*, actor: User, owner_id: int, content: PrintedPlan, now: datetime) -> Plan:
    """Take a plan in as a draft: its rows, and its bodies as far as their names are known.

    Raises:
        NotFound: No such body, or ``actor`` is not its standing body.
        Conflict: The owner has a plan of this key.
    """
    owner = owner_for(actor=actor, owner_id=owner_id)
    if Plan.objects.filter(owner=owner, key=content.key).exists():
        raise Conflict("plan.key_taken", key=content.key)
    plan = Plan(owner=owner, key=content.key, created_by=actor, created_at=now)
    plan.issued_on = content.issued_on
    write_content(plan, content)
    resolve_by_name(plan, local_day(now))
    record(plan, actor=actor, action="plan.create", now=now, items=len(content.items))
    return plan


@transaction.atomic
def change_content(  # noqa: PLR0913  what is changed, and what of it the person saw
    *,
    actor: User,
    plan_id: int,
    change: Callable[[PrintedPlan], PrintedPlan],
    seen: int,
    what: str,
    now: datetime,
    entry: str = "",
    links_seen: str = "",
) -> Plan:
    """Change the content of a draft, or of a plan under revision; everything is checked anew.

    Args:
        actor: Runs the plan.
        plan_id: The plan.
        change: The content as it is → as it shall be.
        seen: The revision the person saw.
        what: What was changed, for the trail.
        now: The clock.
        entry: The path of what was typed, one entry (``goals[MT1]``) or a list of them (``bodies``): its
            values are held against what a file is held against.
        links_seen: The mark of the codes the person saw that another indicator set gives another meaning.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a plan.
        Conflict: Somebody else changed it; or the key is another; or something in use would be lost; or
            another period would leave out what it held; or codes of criteria would mean something else.
        InvalidPlan: The content would not hold together, or figures that were given would get another
            unit or name; names everything wrong.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="edit")
    demand_seen(seen, plan.revision)
    known = printed(plan)
    wanted = change(known)
    if wanted.key != plan.key:
        raise Conflict("plan.other_plan", key=wanted.key, own=plan.key)
    content = _accepted(known, wanted, entry)
    _demand_period(known, content)
    demand_links_seen(known, content, links_seen)
    plan.revision += 1
    write_content(plan, content)
    resolve_by_name(plan, local_day(now))
    record(plan, actor=actor, action="plan.edit", now=now, changed=what)
    return plan


@transaction.atomic
def move_plan(*, actor: User, plan_id: int, action: str, reason: str, now: datetime) -> Plan:
    """Take a plan into revision, or end it; both need a reason.

    Raises:
        NotFound: No such plan or action, or not visible to ``actor``.
        NotAllowed, WrongStage: As every use case of a plan; or a round is still open.
        Incomplete: No reason is given.
    """
    if action not in ("revise", "end"):
        raise NotFound("plan.no_such_action")
    plan = locked_plan(actor=actor, plan_id=plan_id, action=action, reason=reason)
    if action == "end":
        open_round = plan.rounds.filter(closed_at__isnull=True).first()
        if open_round is not None:
            raise Conflict("plan.round_still_open", round=str(open_round))
        plan.closed_at = now
    plan.status = ACTIONS[action].leads_to
    plan.save(update_fields=["status", "closed_at"])
    record(plan, actor=actor, action=f"plan.{action}", now=now, reason=reason.strip())
    return plan


@transaction.atomic
def set_calendar(
    *, actor: User, plan_id: int, opens_days_before: int, due_days_after: int, now: datetime
) -> Plan:
    """Say when rounds open before the end of a quarter, and until when reports are due after it.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a plan.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="set_calendar")
    plan.opens_days_before, plan.due_days_after = opens_days_before, due_days_after
    plan.save(update_fields=["opens_days_before", "due_days_after"])
    facts: dict[str, Any] = {"opens_days_before": opens_days_before, "due_days_after": due_days_after}
    record(plan, actor=actor, action="plan.set_calendar", now=now, **facts)
    return plan


@transaction.atomic
def delete_draft(*, actor: User, plan_id: int, now: datetime) -> None:
    """Throw a draft away.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a plan.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="delete")
    record(plan, actor=actor, action="plan.delete", now=now)
    plan.delete()


def find_faults(plan: Plan, change: Callable[[PrintedPlan], PrintedPlan], entry: str) -> list[Problem]:
    """Everything in an entry that ``change_content`` would refuse; nothing is written."""
    known = printed(plan)
    try:
        _accepted(known, change(known), entry)
    except InvalidPlan as refused:
        return [each for each in refused.problems if each.place.path.startswith(f"{entry}.")]
    return []


def _accepted(known: PrintedPlan, wanted: PrintedPlan, entry: str) -> PrintedPlan:
    """The content as it is stored: what the core accepts from a file, the values of the entry too.

    Raises:
        InvalidPlan: Names what does not hold together and what values nobody can mean, all at once.
    """
    content = wanted
    problems: list[Problem] = []
    try:
        content = read_content(write_plan(wanted), wanted.key)
    except InvalidPlan as refused:
        # Whoever works in the browser knows nothing of the lines of the file that was made for the check.
        problems = [each.at(file="", line=0) for each in refused.problems]
    if entry:
        found = new_value_problems(content, known, criteria_of(content.criteria_set))
        told = {(each.code, each.place.path) for each in problems}
        problems += [
            each
            for each in found
            if _is_in(each.place.path, entry) and (each.code, each.place.path) not in told
        ]
    if problems:
        raise InvalidPlan(problems)
    return content


def _is_in(path: str, entry: str) -> bool:
    """Whether a path lies in that of an entry, or in a list of entries."""
    return path == entry or path.startswith((f"{entry}.", f"{entry}["))


def _demand_period(known: PrintedPlan, content: PrintedPlan) -> None:
    """Refuse a period that leaves out entries that lay within the one before."""
    if content.period is None or content.period == known.period:
        return
    before = {each.place.path for each in value_problems(known, None) if each.code in _YEARS_OUTSIDE}
    lost = {each.place.path for each in value_problems(content, None) if each.code in _YEARS_OUTSIDE}
    named = [
        _named(entry)
        for listed, entry in content.entries()
        if any(path.startswith(f"{listed}[{entry.key}].") for path in lost - before)
    ]
    if named:
        period = f"{content.period.start}–{content.period.end}"
        raise Conflict("plan.period_leaves_out", period=period, entries="; ".join(named))


def _named(entry: Entry) -> str:
    """The key of an entry and how it begins."""
    return f"{entry.key} “{Truncator(entry.correct('text')).chars(_MOST_NAMED)}”"
