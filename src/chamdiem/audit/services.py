"""Writing the chain; every use case ends with it, in its own transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, models
from django.utils.translation import override

from chamdiem.audit.fact_texts import fact_name, fact_text
from chamdiem.audit.models import Anchor, Event
from chamdiem.audit.sealing import seal_of
from chamdiem.audit.texts import action_names
from chamdiem.web.folding import search_text

# One writer at a time, until its transaction ends: a chain has one end. Who waited for the row
# reads it as it is then. Asked with the lock held, so without the detour of building a query.
_LAST = f"SELECT number, hash FROM {Anchor._meta.db_table} FOR NO KEY UPDATE"  # noqa: S608  our own table
# More of a long text than anybody types to find it; the facts themselves are kept whole.
_MOST_SEARCHED = 2_000


def record_event(
    *,
    actor: AbstractBaseUser | None,
    action: str,
    subject: models.Model,
    at: datetime,
    organisation_path: str = "",
    campaign_id: int | None = None,
    **facts: Any,
) -> Event:
    """Append one event; call it last, inside the transaction of the change.

    ``facts`` are plain JSON values. The lock is held until that transaction ends; a trigger
    moves the anchor on to the new event.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An event belongs into the transaction of the change it tells of.")
    name = _called(subject)
    event = Event(
        at=at,
        actor_id=actor.pk if actor else None,
        actor_name=str(actor) if actor else "",
        action=action,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        subject_name=name[:300],
        organisation_path=organisation_path,
        campaign_id=campaign_id,
        facts=facts,
        search_text=search_text(str(actor or ""), name, *action_names(action), _facts_in_words(facts)),
    )
    event.number, event.previous_hash = _next_place()
    event.hash = seal_of(event)
    event.save(force_insert=True)
    return event


def _next_place() -> tuple[int, str]:
    """The next number, and the hash before it; from here on all others wait."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST)
        found = cursor.fetchone()
    if found is None:
        raise RuntimeError("The anchor of the audit trail is gone; verify_audit tells what else is.")
    number, previous = found
    return number + 1, previous


def _facts_in_words(facts: Mapping[str, Any]) -> str:
    """The facts as the trail shows them, in the language of the record: what is read is found."""
    with override(settings.LANGUAGE_CODE):
        texts = (f"{fact_name(fact, value)} {fact_text(fact, value)}" for fact, value in facts.items())
        return " ".join(texts)[:_MOST_SEARCHED]


def _called(subject: models.Model) -> str:
    """The name of a subject for the record, which has one language, whatever its writer reads."""
    with override(settings.LANGUAGE_CODE):
        return str(subject)
