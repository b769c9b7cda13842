"""A dossier for everybody who takes part: made in the transaction that makes the participants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.content import Content
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.tally import counts_of, tally_rows
from chamdiem.campaigns.models import Participant
from chamdiem.campaigns.policies import Policies
from chamdiem.core.points import decimal


def create_assessments(participants: Sequence[Participant], _now: datetime) -> None:
    """Make an empty dossier for each participant without one; safe to run again. Two queries."""
    there = set(
        Assessment.objects.filter(participant__in=participants).values_list("participant_id", flat=True)
    )
    # An empty dossier is the same for everybody in a track.
    empty: dict[int, dict[str, Any]] = {}
    for each in participants:
        if each.track_id not in empty:
            empty[each.track_id] = _empty(each)
    fresh = [
        Assessment(participant=each, **empty[each.track_id]) for each in participants if each.pk not in there
    ]
    Assessment.objects.bulk_create(fresh, ignore_conflicts=True)


def _empty(participant: Participant) -> dict[str, Any]:
    """What lists show of a dossier without content."""
    asked = asked_of(participant.track.edition)
    policies = Policies.from_data(participant.campaign.policies)
    tally = tally_rows(asked.rows, asked, Content(), policies)
    counts = counts_of(asked, tally)
    return {
        "tally": tally,
        "criteria_count": counts.criteria,
        "answered_count": counts.answered,
        "gap_count": counts.gaps,
        "evidence_gap_count": counts.evidence_gaps,
        "claimed_points": decimal(counts.claimed.points),
        "claimed_maximum": decimal(counts.claimed.maximum),
    }
