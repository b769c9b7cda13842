"""The seal of an event: a hash over what it says and over the seal before it."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC

from chamdiem.audit.models import Event


def seal_of(event: Event) -> str:
    """SHA-256 over the canonical JSON of everything an event says."""
    said = [
        event.number,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        event.actor_id,
        event.actor_name,
        event.action,
        event.subject_type,
        event.subject_id,
        event.subject_name,
        event.organisation_path,
        event.campaign_id,
        event.facts,
        event.search_text,
        event.previous_hash,
    ]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
