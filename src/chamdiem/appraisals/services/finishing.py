"""The end of a round: back to the organisation for completion, or done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.appraisals.rounds import round_of
from chamdiem.appraisals.selectors.doors import get_appraised
from chamdiem.appraisals.selectors.touches import touches_of
from chamdiem.appraisals.services.locking import criterion_of, locked, move, record
from chamdiem.assessments.models import Assessment
from chamdiem.errors import Incomplete


@transaction.atomic
def finish_appraisal(*, actor: User, assessment_id: int, now: datetime) -> Assessment:
    """Say that a dossier is appraised in this round (kết thúc thẩm định).

    Every criterion of the round must be decided, by whoever has it among their duties.

    Raises:
        NotFound: No such dossier, or not visible to ``actor``.
        NotAllowed: ``actor`` neither appraises nor is the standing body.
        WrongStage: Not at this stage or state.
        Incomplete: Names every criterion that is not decided, or was changed since.
    """
    assessment = locked(
        get_appraised, actor=actor, assessment_id=assessment_id, action="finish_appraisal", now=now
    )
    present = round_of(assessment, touches_of(assessment.pk))
    if undecided := present.list_undecided():
        labels = [criterion_of(assessment, key).row.label for key in undecided]
        raise Incomplete("appraisal.undecided", criteria=", ".join(labels), count=str(len(labels)))
    move(assessment, Assessment.Status.SETTLED)
    record(assessment, actor=actor, action="appraisal.finish", now=now, round=present.number)
    return assessment


@transaction.atomic
def return_dossier(*, actor: User, assessment_id: int, reason: str, now: datetime) -> Assessment:
    """Send a dossier back for completion; names the criteria for which more was asked.

    Raises:
        NotFound: No such dossier, or not visible to ``actor``.
        NotAllowed: ``actor`` neither appraises nor is the standing body.
        WrongStage: Not at this stage or state.
        Incomplete: No reason is given.
    """
    assessment = locked(get_appraised, actor=actor, assessment_id=assessment_id, action="return", now=now)
    if not reason.strip():
        raise Incomplete("appraisal.return_reason_missing")
    wanted = round_of(assessment).list_more_wanted()
    assessment.status = Assessment.Status.RETURNED
    assessment.returned_at, assessment.return_reason = now, reason.strip()
    assessment.save(update_fields=["status", "returned_at", "return_reason"])
    record(
        assessment,
        actor=actor,
        action="assessment.return",
        now=now,
        reason=reason.strip(),
        criteria=wanted,
    )
    return assessment
