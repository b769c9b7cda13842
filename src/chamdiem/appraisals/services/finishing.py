"""The end of a round: back to the organisation for completion, or done."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.appraisals.rounds import round_of
from chamdiem.appraisals.selectors.doors import demand_behind, list_appraised
from chamdiem.appraisals.selectors.touches import touches_of
from chamdiem.appraisals.services.locking import criterion_of, locked, move, record
from chamdiem.appraisals.services.telling import tell_decided
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.services.submitting import return_for_completion
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
        list_appraised, actor=actor, assessment_id=assessment_id, action="finish_appraisal", now=now
    )
    present = round_of(assessment, touches_of(assessment.pk))
    if undecided := present.list_undecided():
        labels = [criterion_of(assessment, key).label for key in undecided]
        raise Incomplete("appraisal.undecided", criteria=", ".join(labels), count=str(len(labels)))
    move(assessment, Assessment.Status.SETTLED)
    record(assessment, actor=actor, action="appraisal.finish", now=now, round=present.number)
    # What the first round found is the organisation's to know once it is asked to explain.
    if present.number > 1:
        tell_decided(assessment, present.due, present.number, now=now)
    return assessment


@transaction.atomic
def return_dossier(
    *, actor: User, assessment_id: int, reason: str, until: date | None = None, now: datetime
) -> Assessment:
    """Send a dossier back for completion; what was decided stays, and what is changed is decided again.

    Raises:
        NotFound: No such dossier, or none that ``actor`` appraises or watches.
        NotAllowed, WrongStage, Incomplete: As ``assessments`` says.
    """
    demand_behind(list_appraised(actor=actor), assessment_id)
    return return_for_completion(
        actor=actor, assessment_id=assessment_id, reason=reason, until=until, now=now
    )
