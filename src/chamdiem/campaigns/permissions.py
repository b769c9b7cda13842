"""Who runs a campaign, who watches it, who shares out the work inside an organisation."""

from __future__ import annotations

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds, roles_of
from chamdiem.campaigns.models import Campaign, Participant

WATCHERS = (Role.STANDING_BODY, Role.APPRAISER, Role.COUNCIL)
SHARERS = (Role.DATA_OFFICER, Role.LEADER)
OWN = (*SHARERS, Role.CONTRIBUTOR)


def may_run(actor: User, campaign: Campaign) -> bool:
    """Whether a person runs the campaign: the standing body of its authority."""
    return holds(actor, [Role.STANDING_BODY], campaign.owner.path)


def may_watch(actor: User, campaign: Campaign) -> bool:
    """Whether a person sees every participant: on the board and in the lists."""
    if campaign.status in (Campaign.Status.DRAFT, Campaign.Status.OPENING):
        return may_run(actor, campaign)
    return holds(actor, WATCHERS, campaign.owner.path)


def may_see_participant(actor: User, participant: Participant) -> bool:
    """Whether a person sees one participant: its own people, and those who watch the campaign."""
    return is_of(actor, participant) or may_watch(actor, participant.campaign)


def is_of(actor: User, participant: Participant) -> bool:
    """Whether a person works on the dossier of this organisation: data officer, leader, contributor."""
    return holds(actor, OWN, participant.organisation.path)


def own_bodies(actor: User) -> frozenset[int]:
    """Keys of the bodies a person works for: on their dossiers she neither appraises nor rules.

    The leader of a province works for the province, not for every body below it.
    """
    return frozenset(held.organisation_id for held in roles_of(actor) if held.role in OWN)


def may_share_out(actor: User, participant: Participant) -> bool:
    """Whether a person gives criteria to the offices and people of this organisation (phân công)."""
    return holds(actor, SHARERS, participant.organisation.path)
