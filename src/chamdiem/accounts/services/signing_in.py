"""What signing in leaves on record."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.accounts.services.recording import record


@transaction.atomic
def record_sign_in(*, person: User, now: datetime) -> None:
    """Note that a person signed in."""
    record(person, "person.sign_in", person, now)


@transaction.atomic
def set_password(*, person: User, password: str, now: datetime) -> None:
    """Set a password; every session that stands under the old one ends with it."""
    person.set_password(password)
    person.save(update_fields=["password"])
    record(person, "person.set_password", person, now)
