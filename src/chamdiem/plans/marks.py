"""How an entry was when somebody opened its form: changes elsewhere in the plan are no conflict with it."""

from __future__ import annotations

from typing import Any

from chamdiem.errors import Conflict
from chamdiem.plans.hashing import hash_of


def mark_of(entry: Any) -> str:
    """What tells one state of an entry, or of the header, from another."""
    return hash_of(repr(entry))


def demand_same(saw: str, now: str) -> None:
    """Refuse to overwrite what somebody else has changed since it was seen.

    Raises:
        Conflict: It is not what was seen any more.
    """
    if saw and saw != now:
        raise Conflict("plan.entry_changed")
