"""Telling the audit trail about people: where an event of a person belongs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.audit.services import record_event


def record(actor: User | None, action: str, person: User, now: datetime, **facts: Any) -> None:
    """Record what was done to an account, in the part of the tree where the person has her first role."""
    path = next(iter(paths_held(person, Role.values)), "")
    record_event(actor=actor, action=action, subject=person, at=now, organisation_path=path, **facts)
