"""Quarterly rounds: opened by the calendar or by hand, given more time, closed with what they say."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import is_over, local_day
from chamdiem.errors import Conflict, Incomplete, NotFound, WrongStage
from chamdiem.plans.calendar import Quarter, due_by_hand, due_on, quarter_to_open
from chamdiem.plans.consolidating import canonical, consolidate
from chamdiem.plans.hashing import hash_of
from chamdiem.plans.left_open import dropped_of, left_of
from chamdiem.plans.models import ItemReport, Plan, Round, RoundReport
from chamdiem.plans.selectors.charges import list_asked
from chamdiem.plans.services.locking import locked_plan, locked_round, record
from chamdiem.plans.services.reminding import tell_extended, tell_opened
from chamdiem.plans.services.settling import settle_round

_QUARTERS = (1, 2, 3, 4)


@transaction.atomic
def open_round(
    *, actor: User, plan_id: int, year: int, quarter: int, reason: str = "", now: datetime
) -> Round:
    """Open a round by hand, where the calendar has not; why, where its reports would have been due already.

    Raises:
        NotFound: No such plan or quarter, or not visible to ``actor``.
        NotAllowed, WrongStage: As every use case of a plan; or the quarter has not begun, ended before
            the plan was in force, or lies outside its years.
        Incomplete: The day of its reports is over and no reason is given.
        Conflict: It is open or closed already.
    """
    plan = locked_plan(actor=actor, plan_id=plan_id, action="open_round")
    if quarter not in _QUARTERS:
        raise NotFound("round.not_found")
    wanted = Quarter(year, quarter)
    if wanted.first_day > local_day(now):
        raise WrongStage("round.ahead", day=f"{wanted.first_day:%d/%m/%Y}")
    _demand_within(plan, wanted)
    if due_on(plan, wanted) < local_day(now) and not reason.strip():
        raise Incomplete("round.reason_missing", day=f"{due_on(plan, wanted):%d/%m/%Y}")
    made = _open(plan, wanted, actor, now, reason.strip())
    if made is None:
        raise Conflict("round.exists", quarter=str(quarter), year=str(year))
    return made


def open_due_rounds(*, now: datetime) -> list[Round]:
    """Open every round whose day has come; done again it opens nothing twice."""
    opened = []
    for plan_id in Plan.objects.filter(status__in=("in_force", "revising")).values_list("pk", flat=True):
        made = _open_due(plan_id, now)
        if made is not None:
            opened.append(made)
    return opened


@transaction.atomic
def extend_round(*, actor: User, round_id: int, due: date, reason: str, now: datetime) -> Round:
    """Give everybody more time for a round, and tell those who owe; the day only ever becomes later.

    Raises:
        NotFound, NotAllowed: As every use case of a round.
        WrongStage: It is closed, the day is no later, or lies beyond the second quarter after it.
        Incomplete: No reason is given.
    """
    found = locked_round(actor=actor, round_id=round_id, action="extend_round", reason=reason)
    if due <= found.due_on:
        raise WrongStage("round.only_later", day=f"{found.due_on:%d/%m/%Y}")
    last = _last_day(found)
    if due > last:
        raise WrongStage("round.too_late", last=f"{last:%d/%m/%Y}", given=f"{due:%d/%m/%Y}")
    before, found.due_on = found.due_on, due
    found.save(update_fields=["due_on"])
    record(
        found.plan,
        actor=actor,
        action="round.extend",
        now=now,
        subject=found,
        before=before.isoformat(),
        until=due.isoformat(),
        reason=reason.strip(),
    )
    tell_extended(found, reason.strip(), now=now)
    return found


@transaction.atomic
def close_round(*, actor: User, round_id: int, reason: str = "", now: datetime) -> Round:
    """Close a round: what was consolidated is kept with its hash, and nothing in it ever changes again.

    Reports that were not sent stay what they are: missing. ``reason`` says why it is closed although
    some may still be sent; it goes into the trail and into what is kept.

    Raises:
        NotFound, NotAllowed, WrongStage: As every use case of a round.
        Conflict: A report that was sent has been neither accepted nor returned.
        Incomplete: Reports are owed, their day is not over, and no reason is given.
    """
    found = locked_round(actor=actor, round_id=round_id, action="close_round")
    waiting = found.reports.filter(status=RoundReport.Status.SUBMITTED).count()
    if waiting:
        raise Conflict("round.reports_waiting", count=str(waiting))
    early = _why_early(found, reason.strip(), now)
    found.content = consolidate(found)
    found.content["round"] |= early
    found.content_hash = hash_of(canonical(found.content))
    found.closed_at, found.closed_by = now, actor
    found.save(update_fields=["content", "content_hash", "closed_at", "closed_by"])
    record(
        found.plan,
        actor=actor,
        action="round.close",
        now=now,
        subject=found,
        hash=found.content_hash,
        **_reason(early),
    )
    return found


def _reason(early: dict[str, str]) -> dict[str, str]:
    return {"reason": early["reason"]} if early else {}


def _why_early(round_: Round, reason: str, now: datetime) -> dict[str, str]:
    """When and why a round is closed before its day is over though reports are owed; else nothing."""
    owed = round_.reports.filter(
        is_required=True, status__in=(RoundReport.Status.DRAFT, RoundReport.Status.RETURNED)
    )
    if is_over(round_.due_on, now) or not (count := owed.count()):
        return {}
    if not reason:
        raise Incomplete("round.early_reason", count=str(count), day=f"{round_.due_on:%d/%m/%Y}")
    return {"closed_on": local_day(now).isoformat(), "reason": reason}


def _last_day(round_: Round) -> date:
    """The last day a round may be due: two quarters after its own, one after that in which it opened late."""
    after = Quarter(round_.year, round_.quarter).following
    return max(after, Quarter.of(local_day(round_.opened_at))).following.last_day


@transaction.atomic
def _open_due(plan_id: int, now: datetime) -> Round | None:
    plan = Plan.objects.select_for_update(of=("self",)).select_related("owner").get(pk=plan_id)
    quarter = quarter_to_open(plan, local_day(now))
    return _open(plan, quarter, None, now) if quarter is not None else None


def _demand_within(plan: Plan, quarter: Quarter) -> None:
    """Refuse a quarter outside the years of the plan, or before its decision and its approval here."""
    since = min((day for day in (plan.issued_on, plan.in_force_since) if day is not None), default=None)
    if since is not None and quarter.last_day < since:
        raise WrongStage("round.before_plan", day=f"{since:%d/%m/%Y}")
    if plan.is_before(quarter.last_day):
        raise WrongStage("round.before_period", year=str(plan.period_from))
    if plan.is_after(quarter.last_day):
        raise WrongStage("round.after_plan", year=str(plan.period_to))


def _open(plan: Plan, quarter: Quarter, actor: User | None, now: datetime, reason: str = "") -> Round | None:
    """The round with a report for every body charged; None where there is one already."""
    if Round.objects.filter(plan=plan, year=quarter.year, quarter=quarter.number).exists():
        return None
    made = Round.objects.create(
        plan=plan,
        year=quarter.year,
        quarter=quarter.number,
        due_on=due_on(plan, quarter) if actor is None else due_by_hand(plan, quarter, local_day(now)),
        opened_at=now,
        opened_by=actor,
    )
    charges = list_asked(made)
    made.left_open, made.dropped = left_of(charges), dropped_of(charges)
    made.save(update_fields=["left_open", "dropped"])
    everybody = {organisation for each in charges for organisation in each.leads | each.helpers}
    reports = {
        report.organisation_id: report
        for report in RoundReport.objects.bulk_create(
            RoundReport(round=made, organisation_id=organisation) for organisation in sorted(everybody)
        )
    }
    ItemReport.objects.bulk_create(
        ItemReport(report=reports[organisation], item_id=each.item_id, is_lead=organisation in each.leads)
        for each in charges
        for organisation in sorted(each.leads | each.helpers)
    )
    settle_round(made)
    facts: dict[str, Any] = {"until": made.due_on.isoformat(), "reports": len(reports)}
    if reason:
        facts["reason"] = reason
    record(plan, actor=actor, action="round.open", now=now, subject=made, **facts)
    tell_opened(made, now=now)
    return made
