"""Use cases of results, by what changes together."""

from chamdiem.results.services.closing import (
    close_campaign,
    demand_nothing_open,
    demand_reason,
    freeze_tracks,
    start_closing,
    store_closings,
)
from chamdiem.results.services.publishing import publish_results, reopen_for_erratum
from chamdiem.results.services.reviewing import review_campaign, start_review

__all__ = [
    "close_campaign",
    "demand_nothing_open",
    "demand_reason",
    "freeze_tracks",
    "publish_results",
    "reopen_for_erratum",
    "review_campaign",
    "start_closing",
    "start_review",
    "store_closings",
]
