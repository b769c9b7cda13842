"""Handing a dossier over: the leader approves the exact content, then it is sent, withdrawn or returned."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.assessments.content import hash_of
from chamdiem.assessments.models import Approval, Assessment, Submission
from chamdiem.assessments.selectors.loading import canonical_content, load_content
from chamdiem.assessments.selectors.missing import gaps_in
from chamdiem.assessments.services.locking import (
    COUNTED,
    Desk,
    count_again,
    on_the_desk,
    record,
    void_approval,
)
from chamdiem.assessments.services.noting import LEAST_REASON
from chamdiem.assessments.workflow import ACTIONS, day_of_whole
from chamdiem.campaigns.calendar import LOCAL, is_over
from chamdiem.campaigns.models import Extension
from chamdiem.errors import Conflict, Incomplete, WrongStage


@transaction.atomic
def approve(*, actor: User, assessment_id: int, seen_revision: int, now: datetime) -> Approval:
    """Approve exactly what is in the dossier now (phê duyệt).

    Raises:
        NotFound, NotAllowed, WrongStage: As the table of actions says.
        Conflict: The content changed since the leader read it.
        Incomplete: Something is missing; names every row.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action="approve", now=now)
    assessment = desk.assessment
    if assessment.revision != seen_revision:
        raise Conflict("assessment.changed_since_read")
    content = _whole_content(desk)
    content_hash = hash_of(content)
    standing = assessment.approvals.filter(voided_at__isnull=True).first()
    if standing is not None and standing.content_hash == content_hash:
        return standing
    void_approval(desk, "phê duyệt lại")
    approval = Approval.objects.create(
        assessment=assessment,
        content_hash=content_hash,
        revision=assessment.revision,
        approved_by=actor,
        approved_at=now,
    )
    record(desk, "assessment.approve", content_hash=content_hash, revision=assessment.revision)
    return approval


@transaction.atomic
def submit(*, actor: User, assessment_id: int, now: datetime) -> Submission:
    """Hand the dossier over for appraisal, exactly as it was approved (gửi thẩm định).

    Raises:
        NotFound, NotAllowed, WrongStage: As the table of actions says; also when it was sent already.
        Incomplete: Something is missing, names every row; or no approval of this content is in force.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action="submit", now=now)
    assessment = desk.assessment
    content = _whole_content(desk)
    content_hash = hash_of(content)
    approval = assessment.approvals.filter(voided_at__isnull=True).first()
    if approval is None or approval.content_hash != content_hash:
        raise Incomplete("assessment.not_approved")
    count_again(assessment, desk.asked, content=desk.content)
    submission = Submission.objects.create(
        assessment=assessment,
        number=assessment.submissions.count() + 1,
        content=content,
        content_hash=content_hash,
        points=assessment.claimed_points,
        submitted_by=actor,
        submitted_at=now,
    )
    _move(desk, "submit", submitted_at=now)
    record(desk, "assessment.submit", number=submission.number, content_hash=content_hash)
    return submission


@transaction.atomic
def withdraw(*, actor: User, assessment_id: int, now: datetime) -> Assessment:
    """Take a dossier back before anybody began to appraise it.

    Raises:
        NotFound, NotAllowed, WrongStage: As the table of actions says.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action="withdraw", now=now)
    desk.assessment.submissions.filter(withdrawn_at__isnull=True).update(withdrawn_at=now, withdrawn_by=actor)
    _move(desk, "withdraw")
    record(desk, "assessment.withdraw")
    return desk.assessment


@transaction.atomic
def return_for_completion(
    *, actor: User, assessment_id: int, reason: str, until: date | None = None, now: datetime
) -> Assessment:
    """Give a dossier back to be completed, with the reason and, where entry is over, a new last day.

    Raises:
        NotFound, NotAllowed, WrongStage: As the table of actions says; or the day is past, later than
            appraisal ends, or earlier than the last day that holds already.
        Incomplete: There is no reason; or entry is over and no day is given.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action="return", now=now)
    reason = reason.strip()
    if len(reason) < LEAST_REASON:
        raise Incomplete("assessment.reason_too_short", least=str(LEAST_REASON))
    _give_time(desk, until, reason)
    void_approval(desk, "hồ sơ được trả lại để bổ sung")
    _move(desk, "return", returned_at=now, return_reason=reason)
    record(desk, "assessment.return", reason=reason, until=until.isoformat() if until else None)
    return desk.assessment


def _give_time(desk: Desk, until: date | None, reason: str) -> None:
    participant = desk.assessment.participant
    campaign = participant.campaign
    last = day_of_whole(desk.assessment)
    if until is None:
        if is_over(last, desk.now):
            raise Incomplete("assessment.return_needs_a_day")
        return
    if is_over(until, desk.now) or until > campaign.appraisal_until:
        raise WrongStage(
            "assessment.return_day_outside",
            first=f"{desk.now.astimezone(LOCAL):%d/%m/%Y}",
            last=f"{campaign.appraisal_until:%d/%m/%Y}",
        )
    if until < last:
        # More time that was given is not taken away, and a day that would not hold is not taken down.
        raise WrongStage(
            "assessment.return_day_before_last", day=f"{until:%d/%m/%Y}", last=f"{last:%d/%m/%Y}"
        )
    if until > last:
        Extension.objects.create(
            participant=participant, until=until, reason=reason, given_by=desk.actor, given_at=desk.now
        )


def _whole_content(desk: Desk) -> dict[str, Any]:
    """The content if nothing is missing in it."""
    content = desk.content = load_content(desk.assessment)
    gaps = gaps_in(desk.assessment, desk.asked, content)
    if gaps:
        rows = dict.fromkeys(desk.asked.labels[gap.row.key] for gap in gaps)
        raise Incomplete("assessment.incomplete", count=str(len(gaps)), rows=", ".join(rows))
    return canonical_content(desk.assessment, content)


def _move(desk: Desk, action: str, **fields: Any) -> None:
    assessment = desk.assessment
    assessment.status = ACTIONS[action].leads_to
    assessment.last_activity_at = desk.now
    for name, value in fields.items():
        setattr(assessment, name, value)
    assessment.save(update_fields=["status", "last_activity_at", *fields, *COUNTED])
