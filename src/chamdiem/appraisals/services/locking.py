"""How every use case begins: find, lock, ask the table whether it may be done; and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet

from chamdiem.accounts.models import User
from chamdiem.appraisals.permissions import appraisal_verdict, duties_over, keys_in_duty
from chamdiem.appraisals.selectors.doors import HISTORY, RELATED, UNREAD, demand_behind
from chamdiem.assessments.models import Assessment
from chamdiem.audit.services import record_event
from chamdiem.campaigns.services.locking import reread_stages
from chamdiem.core.criterion import Criterion
from chamdiem.errors import NotAllowed, NotFound
from chamdiem.indicators.selectors import compiled

Door = Callable[..., QuerySet[Assessment]]


def locked(door: Door, *, actor: User, assessment_id: int, action: str, now: datetime) -> Assessment:
    """The dossier, locked, with its layers, and ready for the action.

    Raises:
        NotFound: No such dossier, or not behind this door for ``actor``.
        NotAllowed: ``actor`` may see it, but not do this.
        WrongStage: The action does not exist at this stage or state, or its last day is over.
    """
    demand_behind(door(actor=actor), assessment_id)
    assessment = relocked(assessment_id)
    appraisal_verdict(action, actor=actor, assessment=assessment, now=now).demand()
    return assessment


def relocked(assessment_id: int) -> Assessment:
    """The dossier as it is now, locked until the transaction ends: two people may press at once."""
    assessment = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related(*RELATED)
        .defer(*UNREAD)
        .prefetch_related(*HISTORY)
        .get(pk=assessment_id)
    )
    reread_stages([assessment.participant])
    return assessment


def criterion_of(assessment: Assessment, key: str) -> Criterion:
    """One criterion of the edition of a dossier, or ``NotFound``."""
    criterion = compiled(assessment.participant.track.edition).scorer.criteria.get(key)
    if criterion is None:
        raise NotFound("criterion.not_found", key=key)
    return criterion


def demand_duty(actor: User, assessment: Assessment, key: str) -> None:
    """Refuse where the criterion is another appraiser's."""
    participant = assessment.participant
    indicator_set = compiled(participant.track.edition).indicator_set
    if key not in keys_in_duty(duties_over(actor, participant), indicator_set):
        raise NotAllowed("appraisal.not_your_duty", criterion=indicator_set.row(key).label)


def move(assessment: Assessment, status: str) -> None:
    """Bring the dossier into a state, if it is not in it."""
    if assessment.status != status:
        assessment.status = status
        assessment.save(update_fields=["status"])


def record(
    assessment: Assessment,
    *,
    actor: User | None,
    action: str,
    now: datetime,
    subject: models.Model | None = None,
    **facts: Any,
) -> None:
    """The event of a change to a dossier, or to something said about it."""
    record_event(
        actor=actor,
        action=action,
        subject=subject or assessment,
        at=now,
        organisation_path=assessment.participant.organisation.path,
        campaign_id=assessment.participant.campaign_id,
        **facts,
    )
