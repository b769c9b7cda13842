"""The dossiers of a track, read batch by batch: of each only what the whole track is compared by is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern

from django.db import transaction

from chamdiem.appraisals.scoring import LAYERS, three_layers
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.scoring import Layer, claimed_layer
from chamdiem.campaigns.models import Track
from chamdiem.core.standings import Participant as Contestant
from chamdiem.indicators.selectors import compiled

BATCH = 100
# Told after each batch how many dossiers it held.
Follow = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One participant as the core sees it in the end."""

    assessment_id: int
    participant_id: int
    contestant: Contestant
    # The same as claimed and as appraised, of the criteria that are compared alone.
    claim: Contestant
    appraisal: Contestant


def is_absent(assessment: Assessment) -> bool:
    """Whether it was never handed in: nobody answers for its figures, so they count for nothing."""
    return assessment.submitted_at is None


def claim_of(assessment: Assessment) -> Layer:
    """What counts of what the organisation declared; no query where ``LAYERS`` are prefetched."""
    return Layer() if is_absent(assessment) else claimed_layer(assessment)


def list_ids(track: Track) -> list[int]:
    """The dossiers of a track in the order of participants; one query."""
    rows = Assessment.objects.filter(participant__track=track)
    return list(
        rows.order_by("participant__name_order", "participant__code", "pk").values_list("pk", flat=True)
    )


def read_batches(track: Track, ids: Sequence[int]) -> Iterator[list[Assessment]]:
    """Dossiers with all that scoring needs, in the order of ``ids``; a constant number of queries a batch."""
    for start in range(0, len(ids), BATCH):
        yield _read(track, ids[start : start + BATCH])


def list_dossiers(track: Track, follow: Follow, *, waits: bool = False) -> list[Dossier]:
    """Every dossier of a track in the order of participants.

    Args:
        track: The track.
        follow: Told after each batch.
        waits: Whether those are waited for who write in one of them at this moment.
    """
    dossiers, ids = [], list_ids(track)
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        dossiers += [_dossier(each) for each in (_read_when_still if waits else _read)(track, batch)]
        follow(len(batch))
    return dossiers


@transaction.atomic
def _read_when_still(track: Track, ids: Sequence[int]) -> list[Assessment]:
    """Read after everybody who writes there has ended: whoever comes later finds the campaign closing."""
    # Always in the same order, as everybody who locks several: nobody waits for each other.
    locked = Assessment.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    list(locked.values_list("pk", flat=True))
    return _read(track, ids)


def _read(track: Track, ids: Sequence[int]) -> list[Assessment]:
    rows = Assessment.objects.filter(pk__in=ids).select_related("participant").prefetch_related(*LAYERS)
    found = {each.pk: each for each in rows}
    for each in found.values():
        # One edition for all of them, read once.
        each.participant.track = track
    return [found[pk] for pk in ids]


def _dossier(assessment: Assessment) -> Dossier:
    claim = claim_of(assessment)
    _, appraised, final = three_layers(assessment, claimed=claim)
    return Dossier(
        assessment.pk,
        assessment.participant.pk,
        _contestant(assessment, final),
        *(_contestant(assessment, _of_compared(assessment, each)) for each in (claim, appraised)),
    )


def _of_compared(assessment: Assessment, layer: Layer) -> Layer:
    """What comparing reads of a layer; nothing where the edition compares nobody."""
    criteria = compiled(assessment.participant.track.edition).scorer.criteria
    compared = {key: each for key, each in criteria.items() if each.peer_rule}
    figures = {figure for each in compared.values() for figure in each.letters.figures}
    return Layer(
        {key: value for key, value in layer.answers.items() if key in figures},
        {key: override for key, override in layer.overrides.items() if key in compared},
    )


def _contestant(assessment: Assessment, layer: Layer) -> Contestant:
    participant = assessment.participant
    return Contestant(
        code=participant.code,
        name=participant.name,
        peer_group=participant.peer_group,
        is_ranked=participant.is_ranked and not is_absent(assessment),
        # Thousands hold the same keys: one text for each.
        answers={intern(key): value for key, value in layer.answers.items()},
        overrides={intern(key): override for key, override in layer.overrides.items()},
    )
