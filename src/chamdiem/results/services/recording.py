"""The line in the audit trail of what was done to the results of a campaign."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.campaigns.models import Campaign


def record(actor: User, action: str, campaign: Campaign, now: datetime, **facts: Any) -> None:
    """Record it as an event of the campaign."""
    record_event(
        actor=actor,
        action=action,
        subject=campaign,
        at=now,
        organisation_path=campaign.owner.path,
        campaign_id=campaign.pk,
        **facts,
    )
