"""Use cases of campaigns, by what changes together."""

from chamdiem.campaigns.services.assigning import assign_rows, remove_assignment
from chamdiem.campaigns.services.drafting import (
    Choice,
    choose_participants,
    create_campaign,
    delete_draft,
    save_calendar,
    save_policies,
    save_tracks,
)
from chamdiem.campaigns.services.duties import Shares, give_duty, remove_duty, split_evenly
from chamdiem.campaigns.services.joining import add_late_participant, withdraw_participant
from chamdiem.campaigns.services.matching import resolve_everywhere, resolve_office
from chamdiem.campaigns.services.moving import (
    advance_stage,
    change_calendar,
    finish_closing,
    give_extension,
    take_back_closing,
    take_back_opening,
)
from chamdiem.campaigns.services.opening import create_participants, finish_opening, start_opening
from chamdiem.campaigns.services.settling import TrackDraft

__all__ = [
    "Choice",
    "Shares",
    "TrackDraft",
    "add_late_participant",
    "advance_stage",
    "assign_rows",
    "change_calendar",
    "choose_participants",
    "create_campaign",
    "create_participants",
    "delete_draft",
    "finish_closing",
    "finish_opening",
    "give_duty",
    "give_extension",
    "remove_assignment",
    "remove_duty",
    "resolve_everywhere",
    "resolve_office",
    "save_calendar",
    "save_policies",
    "save_tracks",
    "split_evenly",
    "start_opening",
    "take_back_closing",
    "take_back_opening",
    "withdraw_participant",
]
