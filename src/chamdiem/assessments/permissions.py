"""Who sees what of a dossier: its own people, the offices that help, the authority."""

from __future__ import annotations

from dataclasses import dataclass

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds, offices_helped, roles_of
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign

OWN = (Role.DATA_OFFICER, Role.LEADER)
AUTHORITY = (Role.STANDING_BODY, Role.APPRAISER, Role.COUNCIL)
_UNOPENED = (Campaign.Status.DRAFT, Campaign.Status.OPENING)


@dataclass(frozen=True, slots=True)
class Access:
    """What a person sees of one dossier: rows by key, or every row where ``keys`` is None."""

    is_own: bool = False
    keys: frozenset[str] | None = None

    def sees(self, key: str) -> bool:
        """Whether a row is hers to see."""
        return self.keys is None or key in self.keys


def may_see_as_own(actor: User, assessment: Assessment) -> bool:
    """Whether a person is of the organisation itself, for all of its dossier."""
    return holds(actor, OWN, assessment.participant.organisation.path)


def may_see_as_authority(actor: User, assessment: Assessment) -> bool:
    """Whether the authority's people see it: the standing body always, the others once it is handed in."""
    path = assessment.participant.campaign.owner.path
    if assessment.status == Assessment.Status.DRAFT:
        return holds(actor, [Role.STANDING_BODY], path)
    return holds(actor, AUTHORITY, path)


def offices_held(actor: User, assessment: Assessment) -> frozenset[int]:
    """The offices of this organisation a person works for as contributor."""
    return offices_helped(actor, assessment.participant.organisation.path)


def is_open_to_see(assessment: Assessment) -> bool:
    """Whether the campaign has been opened at all."""
    return assessment.participant.campaign.status not in _UNOPENED


def works_on_dossiers(actor: User) -> bool:
    """Whether a person has a part in some dossier, so that the list is no dead end."""
    return any(held.role in (*OWN, Role.CONTRIBUTOR) for held in roles_of(actor))
