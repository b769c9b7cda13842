"""Every dossier of a track, read at once with all that scoring needs."""

from __future__ import annotations

from dataclasses import dataclass

from chamdiem.appraisals.scoring import LAYERS, final_layer
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Participant, Track
from chamdiem.core.standings import Participant as Contestant


@dataclass(frozen=True, slots=True)
class Dossier:
    """One participant, and how the core sees it in the end."""

    participant: Participant
    assessment: Assessment
    contestant: Contestant


def list_dossiers(track: Track) -> list[Dossier]:
    """Every dossier of a track in the order of participants; a constant number of queries."""
    assessments = (
        Assessment.objects.filter(participant__track=track)
        .select_related("participant__organisation", "participant__track__edition")
        .prefetch_related(*LAYERS)
        .order_by("participant__name", "participant__code")
    )
    return [Dossier(each.participant, each, _contestant(each)) for each in assessments]


def _contestant(assessment: Assessment) -> Contestant:
    participant, layer = assessment.participant, final_layer(assessment)
    return Contestant(
        code=participant.code,
        name=participant.name,
        peer_group=participant.peer_group,
        is_ranked=participant.is_ranked,
        answers=layer.answers,
        overrides=layer.overrides,
    )
