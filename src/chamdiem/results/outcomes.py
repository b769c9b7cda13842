"""What a dossier is told of its published result."""

from __future__ import annotations

from django.urls import reverse

from chamdiem.assessments.hooks import Outcome
from chamdiem.campaigns.models import Participant
from chamdiem.results.models import Release, Result


def find_outcome(participant: Participant) -> Outcome | None:
    """The points of the newest release, with the page of the result; two queries."""
    release = Release.objects.filter(campaign=participant.campaign_id).order_by("-number").first()
    if release is None:
        return None
    found = Result.objects.filter(participant=participant, closing__releases=release)
    result = found.defer("criteria", "groups").first()
    if result is None:
        return None
    profile = reverse("results:profile", args=[participant.campaign_id, participant.pk])
    points = result.total if result.has_points else None
    return Outcome(points, result.maximum, url=f"{profile}?track={participant.track_id}")
