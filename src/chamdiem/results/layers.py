"""Everything a track declares, finds and decides, read at once: three layers for each participant."""

from __future__ import annotations

from dataclasses import dataclass

from chamdiem.appraisals.scoring import appraised_layer, final_layer
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.scoring import Layer, claimed_layer
from chamdiem.campaigns.models import Participant, Track
from chamdiem.core.standings import Participant as Contestant


@dataclass(frozen=True, slots=True)
class Dossier:
    """One participant with what it claims, what was found, and what counts in the end."""

    participant: Participant
    assessment: Assessment
    claimed: Layer
    appraised: Layer
    final: Layer

    def contestant(self, layer: Layer) -> Contestant:
        """The participant as the core scores it, by one of its layers."""
        return Contestant(
            code=self.participant.code,
            name=self.participant.name,
            peer_group=self.participant.peer_group,
            is_ranked=self.participant.is_ranked,
            answers=layer.answers,
            overrides=layer.overrides,
        )


def list_dossiers(track: Track) -> list[Dossier]:
    """Every dossier of a track in the order of participants; a constant number of queries."""
    assessments = (
        Assessment.objects.filter(participant__track=track)
        .select_related("participant__organisation")
        .prefetch_related("answers", "entries", "appraisals", "rulings")
        .order_by("participant__name", "participant__code")
    )
    return [
        Dossier(each.participant, each, claimed_layer(each), appraised_layer(each), final_layer(each))
        for each in assessments
    ]
