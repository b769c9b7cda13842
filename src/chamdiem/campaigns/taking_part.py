"""A body that takes part in a running campaign was there when it joined."""

from __future__ import annotations

from datetime import date

from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.organisations.hooks import when_asked_for_day_at_work
from chamdiem.organisations.models import Organisation

_DONE = (Campaign.Status.CLOSED, Campaign.Status.PUBLISHED)


@when_asked_for_day_at_work
def last_joining(organisation: Organisation) -> date | None:
    """The last day on which a body began a campaign that still runs; None where it is in none. One query."""
    running = Participant.objects.filter(organisation=organisation).exclude(campaign__status__in=_DONE)
    begun = (
        min(each.campaign.entry_from, local_day(each.joined_at))
        for each in running.select_related("campaign")
    )
    return max(begun, default=None)
