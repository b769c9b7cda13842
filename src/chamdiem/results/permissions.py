"""Who may close, publish and see results."""

from __future__ import annotations

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds
from chamdiem.campaigns.models import Campaign

_OWNERS = (Role.STANDING_BODY,)
_AUTHORITY = (Role.STANDING_BODY, Role.APPRAISER, Role.COUNCIL)


def may_close(actor: User, campaign: Campaign) -> bool:
    """Whether a person may freeze and publish the results of a campaign."""
    return holds(actor, _OWNERS, campaign.owner.path)


def may_read_decisions(actor: User, campaign: Campaign, path: str) -> bool:
    """Whether a person may read what appraisers and the council wrote of the body with this path.

    They may name people: only the authority and the body itself do, everybody else reads what is public.
    """
    return holds(actor, Role.values, path) or may_see_unpublished(actor, campaign)


def may_see_unpublished(actor: User, campaign: Campaign) -> bool:
    """Whether a person may see results before they are published."""
    return holds(actor, _AUTHORITY, campaign.owner.path)
