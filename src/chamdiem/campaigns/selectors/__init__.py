"""Reading campaigns; every door checks who asks."""

from chamdiem.campaigns.selectors.campaigns import (
    get_campaign,
    get_participant,
    get_watched_campaign,
    list_campaigns,
    list_own_participants,
)

__all__ = [
    "get_campaign",
    "get_participant",
    "get_watched_campaign",
    "list_campaigns",
    "list_own_participants",
]
