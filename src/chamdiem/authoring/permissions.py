"""Who works on drafts: whoever keeps editions where the working copy belongs."""

from __future__ import annotations

from chamdiem.accounts.models import User
from chamdiem.accounts.permissions import holds
from chamdiem.authoring.models import WorkingCopy
from chamdiem.indicators.permissions import KEEPERS


def may_work_on(actor: User, copy: WorkingCopy) -> bool:
    """Whether a person may see and change this working copy."""
    return holds(actor, KEEPERS, copy.owner.path)
