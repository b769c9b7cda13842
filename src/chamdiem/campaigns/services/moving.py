"""Moving a campaign on: its stage, its calendar, and more time for one participant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.asked import is_asked
from chamdiem.campaigns.calendar import last_entry_day
from chamdiem.campaigns.hooks import tell_moved
from chamdiem.campaigns.models import Campaign, Extension, Participant
from chamdiem.campaigns.preparing import Days
from chamdiem.campaigns.selectors.preparing import find_closing
from chamdiem.campaigns.services.joining import remove
from chamdiem.campaigns.services.locking import locked, participant_of, record
from chamdiem.campaigns.workflow import ACTIONS, reason_verdict
from chamdiem.core.indicator_set import Row
from chamdiem.errors import Incomplete, Invalid, NotFound, Place, Problem, WrongStage
from chamdiem.indicators.selectors import compiled
from chamdiem.jobs.models import Job


@transaction.atomic
def advance_stage(*, actor: User, campaign_id: int, action: str, reason: str = "", now: datetime) -> Campaign:
    """Bring a campaign to its next stage, or back; what closes and publishes calls it from above.

    Raises:
        NotFound: No such campaign or action, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: The action does not exist at this stage.
        Incomplete: Early or backwards without a reason; or dossiers still wait to be appraised.
    """
    if action not in ACTIONS or not ACTIONS[action].leads_to:
        raise NotFound("campaign.no_such_action")
    campaign = locked(actor=actor, campaign_id=campaign_id, action=action)
    reason_verdict(action, campaign=campaign, reason=reason, now=now).demand()
    before, campaign.status = campaign.status, ACTIONS[action].leads_to
    campaign.save(update_fields=["status"])
    facts: dict[str, Any] = {"from": before, "to": campaign.status, "reason": reason.strip()}
    record(campaign, actor=actor, action=f"campaign.{action}", now=now, **facts)
    tell_moved(campaign, actor, now)
    return campaign


@transaction.atomic
def take_back_opening(*, actor: User, campaign_id: int, now: datetime) -> Campaign:
    """Make a campaign a draft again whose opening failed; those who joined leave, with their empty dossiers.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: It is not being opened.
        Conflict: The work that opens it still runs.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="back_to_draft")
    joined = list(campaign.participants.select_related("assessment"))
    for each in joined:
        remove(each)
    campaign.status = ACTIONS["back_to_draft"].leads_to
    campaign.save(update_fields=["status"])
    record(campaign, actor=actor, action="campaign.back_to_draft", now=now, participants=len(joined))
    return campaign


@transaction.atomic
def finish_closing(*, campaign_id: int, now: datetime) -> Campaign:
    """Say that the results are frozen; the campaign stays locked until the transaction ends.

    Raises:
        WrongStage: It is not being closed any more.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).select_related("owner").get(pk=campaign_id)
    if campaign.status != Campaign.Status.CLOSING:
        raise WrongStage("campaign.wrong_stage", stage=str(campaign.get_status_display()))
    campaign.status, campaign.closed_at = Campaign.Status.CLOSED, now
    campaign.save(update_fields=["status", "closed_at"])
    return campaign


@transaction.atomic
def take_back_closing(*, campaign_id: int, job: Job, now: datetime) -> None:
    """Bring a campaign back where it was before a closing that froze nothing: what has to be ruled can be.

    Nothing happens where the closing was stopped, or another has begun.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).select_related("owner").get(pk=campaign_id)
    if campaign.status != Campaign.Status.CLOSING or find_closing(campaign) != job:
        return
    before, campaign.status = campaign.status, ACTIONS["reopen"].leads_to
    campaign.save(update_fields=["status"])
    facts: dict[str, Any] = {"from": before, "to": campaign.status, "code": job.refusal_code}
    record(campaign, actor=None, action="campaign.closing_failed", now=now, **facts)


@transaction.atomic
def change_calendar(
    *, actor: User, campaign_id: int, days: Mapping[str, date], reason: str, now: datetime
) -> Campaign:
    """Give everybody more time; once open, a day only ever becomes later.

    Args:
        actor: Runs the campaign.
        campaign_id: The campaign.
        days: Name of the day → its new date; what is not named stays.
        reason: Why; people read it.
        now: The clock.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: It is not running, or a day is fixed.
        Incomplete: No reason is given, or nothing changes.
        Invalid: A day would become earlier, or days do not follow each other.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="change_calendar")
    before = days_of(campaign)
    changed = {name: day for name, day in days.items() if getattr(before, name) != day}
    _check_changes(before, changed)
    reason_verdict("change_calendar", campaign=campaign, reason=reason, now=now).demand()
    Days(**{**asdict(before), **changed}).check()
    for name, day in changed.items():
        setattr(campaign, name, day)
    campaign.version += 1
    campaign.save(update_fields=[*changed, "version"])
    moved = {name: [getattr(before, name).isoformat(), day.isoformat()] for name, day in changed.items()}
    record(
        campaign, actor=actor, action="campaign.change_calendar", now=now, days=moved, reason=reason.strip()
    )
    return campaign


@transaction.atomic
def give_extension(
    *,
    actor: User,
    campaign_id: int,
    participant_id: int,
    until: date,
    reason: str,
    criterion_key: str = "",
    now: datetime,
) -> Extension:
    """Give one participant more time, for all of its dossier or for one criterion (gia hạn).

    Raises:
        NotFound: No such campaign, participant or criterion, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: Entry and appraisal are over.
        Invalid: The day is no later than the one in force, or later than appraisal ends.
        Incomplete: The reason is missing or says nothing.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="extend")
    participant = participant_of(campaign, participant_id)
    row = _asked_row(participant, criterion_key) if criterion_key else None
    reason_verdict("extend", campaign=campaign, reason=reason, now=now).demand()
    _check_until(until, campaign, last_entry_day(campaign, list(participant.extensions.all()), row))
    extension = Extension.objects.create(
        participant=participant,
        criterion_key=criterion_key,
        until=until,
        reason=reason.strip(),
        given_by=actor,
        given_at=now,
    )
    record(
        campaign,
        actor=actor,
        action="participant.extend",
        now=now,
        subject=participant,
        organisation_path=participant.organisation.path,
        until=until.isoformat(),
        criterion=criterion_key,
        reason=reason.strip(),
    )
    return extension


def _asked_row(participant: Participant, key: str) -> Row:
    row = compiled(participant.track.edition).indicator_set.tree.by_key.get(key)
    if row is None or not is_asked(row):
        raise NotFound("row.not_found", key=key)
    return row


def _check_until(until: date, campaign: Campaign, last: date) -> None:
    if until <= last:
        raise Invalid([Problem("extension.not_later", {"day": f"{last:%d/%m/%Y}"}, Place(path="until"))])
    if until > campaign.appraisal_until:
        facts = {"last": f"{campaign.appraisal_until:%d/%m/%Y}"}
        raise Invalid([Problem("extension.after_appraisal", facts, Place(path="until"))])


def days_of(campaign: Campaign) -> Days:
    """The calendar of a campaign as one value."""
    return Days(**{name: getattr(campaign, name) for name in Days.__dataclass_fields__})


def _check_changes(before: Days, changed: Mapping[str, date]) -> None:
    if not changed:
        raise Incomplete("campaign.calendar_unchanged")
    for name, day in changed.items():
        if name in ("reference_from", "reference_until", "entry_from"):
            raise WrongStage("campaign.day_is_fixed")
        if day < getattr(before, name):
            facts = {"day": f"{getattr(before, name):%d/%m/%Y}"}
            raise Invalid([Problem("campaign.day_only_later", facts, Place(path=name))])
