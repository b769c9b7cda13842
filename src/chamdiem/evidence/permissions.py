"""Who may add and change documents of an organisation."""

from __future__ import annotations

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds, roles_of
from chamdiem.organisations.models import Organisation

OWN = (Role.DATA_OFFICER, Role.LEADER, Role.CONTRIBUTOR)
AUTHORITY = (Role.APPRAISER, Role.STANDING_BODY, Role.COUNCIL)


def may_add_documents(actor: User, organisation: Organisation) -> bool:
    """Whether a person may bring documents into the folder of an organisation."""
    return holds(actor, OWN, organisation.path)


def may_manage_trust(actor: User) -> bool:
    """Whether a person may say which certificates are trusted: an administrator, wherever."""
    return any(held.role == Role.ADMINISTRATOR for held in roles_of(actor))
