"""``python -m benchmarks.web edits``: what an edit of a full dossier takes, figure after figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.web.officer import Officer, Seat, Send, answer_of, read_seats
from benchmarks.web.seats import seat_officers
from chamdiem.accounts.models import Role, User
from chamdiem.assessments.selectors.criterion import view_edited
from chamdiem.assessments.selectors.doors import access_to, with_campaign
from chamdiem.assessments.selectors.dossier import dossier_at_hand
from chamdiem.assessments.views.framing import parts_of

# Among so many officers there is one whose dossier is filled in.
_OFFICERS = 40


def main() -> None:
    """Save every figure once; draw the page part of every criterion once."""
    seat = max(read_seats(seat_officers(_OFFICERS)), key=lambda each: len(each.versions))
    officer = Officer(seat, _send_for(seat), Random(1))  # noqa: S311  nothing secret
    for _ in seat.fields:
        officer.type_next()
    with CaptureQueriesContext(connection) as captured:
        officer.type_next()
        queries = len(captured)
    begun = process_time()
    requests = [_seconds(officer.type_next) for _ in seat.fields]
    processor = (process_time() - begun) / len(seat.fields)
    found = {"part": _part(seat), "request": median(requests), "processor": processor}
    print(json.dumps({**found, "queries": queries, "figures": len(seat.fields)}))


def _part(seat: Seat) -> float:
    assessment = with_campaign().prefetch_related("participant__extensions").get(pk=seat.assessment)
    actor = User.objects.get(
        role_assignments__role=Role.DATA_OFFICER,
        role_assignments__organisation=assessment.participant.organisation,
    )
    access = access_to(actor, assessment)

    def draw(key: str) -> None:
        dossier = dossier_at_hand(assessment, access, actor=actor, now=timezone.now())
        parts_of(dossier, [key], view_edited(dossier, key))

    keys = dict.fromkeys(each.row for each in seat.fields)
    return median(_seconds(partial(draw, key)) for key in keys)


def _send_for(seat: Seat) -> Send:
    client = Client(headers={"host": "localhost", "accept": "application/json"})
    client.cookies["sessionid"] = seat.session

    def send(address: str, body: str) -> tuple[int, Mapping[str, Any]]:
        response = client.post(address, body, content_type="application/x-www-form-urlencoded")
        return response.status_code, answer_of(response.content)

    return send


def _seconds(run: Callable[[], object]) -> float:
    begun = perf_counter()
    run()
    return perf_counter() - begun
