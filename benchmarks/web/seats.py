"""Officers who have signed in, each at a dossier of her own that is open for writing.

``python -m benchmarks.web seats 1000`` prints sessions, dossiers and figures as JSON. The sessions
are those the sign-in makes; the sign-in itself costs what a password has to cost, and is measured
nowhere here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from chamdiem.accounts.models import Role, User
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.core.figures import Figure

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def main(count: str) -> None:
    """Seat so many officers at the first open dossiers."""
    print(json.dumps(seat_officers(int(count))))


def seat_officers(count: int) -> dict[str, Any]:
    """As ``officer.read_seats`` reads them."""
    dossiers = list(
        Assessment.objects.filter(
            status=Assessment.Status.DRAFT, participant__campaign__status__in=("entry", "appraisal")
        )
        .select_related("participant__track__edition", "participant__organisation")
        .order_by("pk")[:count]
    )
    if len(dossiers) < count:
        raise LookupError(f"only {len(dossiers)} dossiers are open, not {count}")
    bodies = [each.participant.organisation_id for each in dossiers]
    officers = {
        place: user
        for user in User.objects.filter(
            role_assignments__role=Role.DATA_OFFICER, role_assignments__organisation__in=bodies
        ).prefetch_related("role_assignments")
        for place in [user.role_assignments.all()[0].organisation_id]
    }
    versions: dict[int, dict[str, int]] = defaultdict(dict)
    for answer in Answer.objects.filter(assessment__in=dossiers):
        versions[answer.assessment_id][answer.figure] = answer.version
    asked = asked_of(dossiers[0].participant.track.edition)
    return {
        "fields": [_field(each) for each in asked.figures.values()],
        "seats": [
            {
                "session": _session(officers[each.participant.organisation_id]),
                "assessment": each.pk,
                "versions": versions[each.pk],
            }
            for each in dossiers
        ],
    }


def _session(user: User) -> str:
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = _BACKEND
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def _field(figure: Figure) -> dict[str, Any]:
    low, high = figure.input.range
    scale = figure.input.scale
    return {
        "row": figure.row,
        "figure": figure.key,
        "type": figure.input.type,
        "low": -(-(low or 0) // scale),
        "high": None if high is None else high // scale,
        "options": list(figure.input.options),
    }
