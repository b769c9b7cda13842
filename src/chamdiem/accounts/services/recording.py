"""Telling the audit trail about people: where an event of a person belongs, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.audit.services import record_event
from chamdiem.errors import Incomplete

_SHORTEST_REASON = 10


def record(actor: User | None, action: str, person: User, now: datetime, **facts: Any) -> None:
    """Record what was done to an account, in the part of the tree where the person has her first role."""
    path = next(iter(paths_held(person, Role.values)), "")
    record_event(actor=actor, action=action, subject=person, at=now, organisation_path=path, **facts)


def demand_reason(reason: str) -> None:
    """Refuse what needs a reason and has none that says something.

    Raises:
        Incomplete: It is shorter than ten characters.
    """
    if len(reason.strip()) < _SHORTEST_REASON:
        raise Incomplete("person.reason_missing")
