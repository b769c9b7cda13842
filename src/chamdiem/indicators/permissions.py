"""Who keeps editions: the standing body and the administrator of the authority that owns them."""

from __future__ import annotations

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import Held, holds, roles_of
from chamdiem.indicators.models import Edition

KEEPERS = (Role.STANDING_BODY, Role.ADMINISTRATOR)


def place_kept(actor: User) -> Held | None:
    """The outermost part of the tree for which a person keeps editions, if any."""
    kept = [held for held in roles_of(actor) if held.role in KEEPERS and actor.is_active]
    return min(kept, key=lambda held: (len(held.path), held.path), default=None)


def may_load(actor: User) -> bool:
    """Whether a person may load drafts."""
    return place_kept(actor) is not None


def may_keep(actor: User, edition: Edition) -> bool:
    """Whether a person may replace, issue or delete this edition while it is a draft."""
    return edition.owner is not None and holds(actor, KEEPERS, edition.owner.path)
