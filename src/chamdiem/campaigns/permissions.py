"""Who runs a campaign, who watches it, who shares out the work inside an organisation."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds, paths_held, roles_of
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.organisations.models import Organisation

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


@dataclass(frozen=True, slots=True)
class OwnBodies:
    """The bodies whose dossiers a person helps to make: on these she neither appraises nor rules."""

    # Parts of the tree she is data officer or leader of.
    paths: tuple[str, ...]
    # Bodies of which one office is hers.
    ids: frozenset[int]

    def has(self, organisation: Organisation) -> bool:
        """Whether a body is one of them."""
        return organisation.pk in self.ids or organisation.path.startswith(self.paths)

    def condition(self, field: str) -> Q:
        """The same as a condition; ``field`` leads to the organisation."""
        condition = Q(**{f"{field}__in": self.ids})
        for path in self.paths:
            condition |= Q(**{f"{field}__path__startswith": path})
        return condition


def own_bodies(actor: User) -> OwnBodies:
    """The bodies a person works for; an office of a body says nothing about the bodies below it."""
    ids = {held.organisation_id for held in roles_of(actor) if held.role == Role.CONTRIBUTOR}
    return OwnBodies(paths_held(actor, SHARERS), frozenset(ids))


def may_share_out(actor: User, participant: Participant) -> bool:
    """Whether a person gives criteria to the offices and people of this organisation (phân công)."""
    return holds(actor, SHARERS, participant.organisation.path)
