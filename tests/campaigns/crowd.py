"""Many participants at once, for counting queries and time; rows made in bulk."""

from __future__ import annotations

from datetime import timedelta

from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Participant
from chamdiem.organisations.models import Organisation
from chamdiem.web.folding import search_text
from tests.people import NOW, Cast

STATES = ("draft", "submitted", "returned", "appraisal", "settled")


def make_crowd(cast: Cast, count: int) -> None:
    """As many more participants of the campaign, in every state."""
    kind = cast.body_a.kind
    names = [f"Xã Tân Hoà {number}" for number in range(count)]
    organisations = Organisation.objects.bulk_create(
        Organisation(
            code=f"X{number:05}",
            name=name,
            kind=kind,
            parent=cast.province,
            path=f"{cast.province.path}x{number}/",
            search_text=search_text(name),
        )
        for number, name in enumerate(names)
    )
    participants = Participant.objects.bulk_create(
        Participant(
            campaign=cast.campaign,
            track=cast.track,
            organisation=each,
            code=each.code,
            name=each.name,
            peer_group=f"Nhóm {number % 3}",
            joined_at=NOW,
        )
        for number, each in enumerate(organisations)
    )
    Assessment.objects.bulk_create(
        Assessment(
            participant=each,
            status=STATES[number % len(STATES)],
            submitted_at=NOW,
            criteria_count=6,
            answered_count=number % 7,
            evidence_gap_count=number % 4,
            last_activity_at=NOW - timedelta(hours=number) if number % 10 else None,
        )
        for number, each in enumerate(participants)
    )
