"""How every use case begins: find, lock, ask the table whether it may be done; and how it ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.campaigns.selectors.campaigns import get_campaign
from chamdiem.campaigns.workflow import verdict
from chamdiem.errors import NotFound


def locked(*, actor: User, campaign_id: int, action: str) -> Campaign:
    """The campaign, locked and ready for the action.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run it.
        WrongStage: The action does not exist at this stage.
    """
    get_campaign(actor=actor, campaign_id=campaign_id)
    # Lock the row: two people may press the button at the same moment.
    rows = Campaign.objects.select_for_update(of=("self",)).select_related("owner")
    campaign = rows.filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound("campaign.not_found")
    verdict(action, actor=actor, campaign=campaign).demand()
    return campaign


def reread_stages(participants: Iterable[Participant]) -> None:
    """Read the stage of their campaigns again, after their dossiers were locked; one query.

    A statement that waits for a lock tells of other tables as they were before it waited: the
    campaign may be closing since.
    """
    there = list(participants)
    stages = dict(
        Campaign.objects.filter(pk__in={each.campaign_id for each in there}).values_list("pk", "status")
    )
    for each in there:
        each.campaign.status = stages[each.campaign_id]


def participant_of(campaign: Campaign, participant_id: int) -> Participant:
    """One participant of this campaign, or ``NotFound``."""
    participant = (
        Participant.objects.select_related("organisation", "track__edition")
        .filter(campaign=campaign, pk=participant_id)
        .first()
    )
    if participant is None:
        raise NotFound("participant.not_found")
    return participant


def record(
    campaign: Campaign,
    *,
    actor: User | None,
    action: str,
    now: datetime,
    subject: models.Model | None = None,
    organisation_path: str = "",
    **facts: Any,
) -> None:
    """The event of a change to a campaign, or to something in it."""
    record_event(
        actor=actor,
        action=action,
        subject=subject or campaign,
        at=now,
        organisation_path=organisation_path or campaign.owner.path,
        campaign_id=campaign.pk,
        **facts,
    )
