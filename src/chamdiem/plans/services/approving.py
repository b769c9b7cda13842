"""Approval: a plan comes into force as a new version, by the document its owner decided it with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import local_day
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.errors import Conflict, Incomplete
from chamdiem.organisations.steps import FIRST_DAY
from chamdiem.plans.content import printed, write_rows
from chamdiem.plans.hashing import hash_of
from chamdiem.plans.models import Expectation, Plan, PlanVersion
from chamdiem.plans.seen import Changed, plan_changes
from chamdiem.plans.selectors.bodies import list_guessed_bodies
from chamdiem.plans.selectors.charges import list_unled_items, titled
from chamdiem.plans.services.locking import locked_plan, record
from chamdiem.plans.services.resolving import confirm_guessed_bodies
from chamdiem.plans.workflow import ACTIONS
from chamdiem.web.numbers import date_text

# A plan is decided this many years before its first at the earliest.
MOST_YEARS_BEFORE = 2


@transaction.atomic
def approve_plan(  # noqa: PLR0913  what the form of one decision says, and what was read
    *,
    actor: User,
    plan_id: int,
    decision: str,
    decided_on: date | None,
    note: str,
    now: datetime,
    guessed_right: bool = False,
    unled_reason: str = "",
    seen: int | None = None,
) -> PlanVersion:
    """Put a plan in force as a new version: the document by which its owner approved it is named.

    ``guessed_right`` says that the collective names nobody has resolved by hand were unfolded rightly;
    it is kept, and not asked of them again.
    ``unled_reason`` says why it is approved although items name no body in charge; it goes into the trail.
    ``seen`` is the revision that was read; None where it is approved as it stands.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a plan.
        Conflict: It changed since it was read; what somebody has worked at meanwhile would be lost.
        Incomplete: Number or date of the document is missing, the date lies ahead, before the version it
            follows or far from the period of the plan, nothing is charged,
            bodies are still unknown, collective names were unfolded and nobody says rightly, or items name
            no body in charge and no reason is given.
        InvalidPlan: Figures given meanwhile would get another unit or name.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="approve")
    if seen is not None and seen != plan.revision:
        raise Conflict("plan.changed_since_read", changed=_told(plan_changes(plan, seen)))
    if not decision.strip() or decided_on is None:
        raise Incomplete("plan.decision_missing")
    _demand_likely(plan, decided_on, local_day(now))
    content = printed(plan)
    write_rows(plan, content)
    facts = _demand_whole(plan, content, unled_reason.strip(), guessed_right=guessed_right)
    if guessed_right and (confirmed := confirm_guessed_bodies(plan)):
        facts["confirmed"] = "; ".join(confirmed)
    version = _next_version(plan, decision.strip(), decided_on, note.strip(), actor, now)
    if version.number == 1:
        plan.number, plan.issued_on, plan.in_force_since = version.decision, decided_on, local_day(now)
    Expectation.objects.filter(item__plan=plan, since=None).update(since=local_day(now))
    plan.status = ACTIONS["approve"].leads_to
    plan.save()
    facts |= {"version": version.number, "decision": version.decision}
    record(plan, actor=actor, action="plan.approve", now=now, **facts)
    return version


def _next_version(
    plan: Plan, decision: str, decided_on: date, note: str, actor: User, now: datetime
) -> PlanVersion:
    last = plan.versions.first()
    return PlanVersion.objects.create(
        plan=plan,
        number=last.number + 1 if last else 1,
        document=plan.document,
        content_hash=hash_of(plan.document),
        decision=decision,
        decided_on=decided_on,
        note=note,
        approved_by=actor,
        approved_at=now,
    )


def _demand_likely(plan: Plan, day: date, today: date) -> None:
    """Refuse a day on which nobody can have approved the plan."""
    said = date_text(day)
    if day > today:
        raise Incomplete("plan.decision_ahead", day=said)
    if day < FIRST_DAY:
        raise Incomplete("plan.decision_too_early", day=said, first=date_text(FIRST_DAY))
    last = plan.versions.first()
    if last is not None and day < last.decided_on:
        raise Incomplete("plan.decision_before_version", day=said, last=f"{last.decided_on:%d/%m/%Y}")
    if plan.period_from is None or plan.period_to is None:
        return
    early, late = plan.period_from - MOST_YEARS_BEFORE, plan.period_to
    if day.year < early or (last is None and day.year > late):
        facts = {"day": said, "first": str(plan.period_from), "last": str(late), "early": str(early)}
        raise Incomplete("plan.decision_unlikely", **facts)


def _told(changes: list[Changed]) -> str:
    """What was changed, by whom; a dash where the trail does not say."""
    return "; ".join(f"{each.what} ({each.by})" for each in changes) or "–"


def _demand_whole(
    plan: Plan, content: PrintedPlan, unled_reason: str, *, guessed_right: bool
) -> dict[str, Any]:
    """Refuse what cannot be carried out; returns what the trail keeps of items nobody is in charge of."""
    if not content.items:
        raise Incomplete("plan.nothing_charged")
    unknown = list(plan.bodies.filter(resolution="open", charges__isnull=False).distinct())
    if unknown:
        raise Incomplete("plan.bodies_open", bodies="; ".join(body.name for body in unknown))
    guessed = [] if guessed_right else list_guessed_bodies(plan)
    if guessed:
        raise Incomplete(
            "plan.guessed_unconfirmed", bodies="; ".join(f"{name} ({count})" for name, count in guessed)
        )
    unled = list_unled_items(content)
    if unled and not unled_reason:
        raise Incomplete("plan.items_unled", count=str(len(unled)), items="; ".join(map(titled, unled)))
    return {"reason": unled_reason, "items": "; ".join(item.key for item in unled)} if unled else {}
