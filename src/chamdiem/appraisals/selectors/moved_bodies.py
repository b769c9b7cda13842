"""Whom a ruling moves beside the body it is about: the others are compared with its figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from chamdiem.appraisals.models import Appraisal, Ruling
from chamdiem.appraisals.peers import spreads_of_track
from chamdiem.appraisals.scoring import differ, final_layer
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.assessments.selectors.peers import list_sent
from chamdiem.campaigns.models import Participant
from chamdiem.core.criterion import Criterion, Outcome
from chamdiem.core.scoring import Scorer
from chamdiem.indicators.selectors import compiled

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class MovedBody:
    """One criterion of another body, as it stands without the rulings on this one, and with them."""

    participant: Participant
    criterion: Criterion
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class MovedBodies:
    """The first of them, and how many there are in all."""

    shown: Sequence[MovedBody] = ()
    total: int = 0

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.shown)


def list_moved_bodies(assessment: Assessment) -> MovedBodies:
    """Whose points the figures ruled here change, by what everybody has reported so far.

    No query where no ruled figure is compared. Else at most eight for the spreads, with and without
    the rulings on this dossier, and five for the others, however many there are.
    """
    figures = {figure for each in assessment.rulings.all() for figure in each.answers}
    scorer = compiled(assessment.participant.track.edition).scorer
    read = [
        each
        for each in scorer.criteria.values()
        if each.peer_rule and not figures.isdisjoint(each.letters.figures)
    ]
    if not read:
        return MovedBodies()
    track, group = assessment.participant.track, assessment.participant.peer_group
    before = spreads_of_track(track, unruled=assessment.pk).get(group, {})
    after = spreads_of_track(track).get(group, {})
    moving = [each for each in read if before.get(each.row.key) != after.get(each.row.key)]
    if not moving:
        return MovedBodies()
    sides = scorer.with_spreads(before), scorer.with_spreads(after)
    everywhere = [each for each in moving if each.peer_rule and each.peer_rule.among == "all"]
    found = [
        one
        for each in _others(assessment, moving, is_within=not everywhere)
        for one in _moved(each, moving if each.participant.peer_group == group else everywhere, sides)
    ]
    return MovedBodies(found[:MOST_SHOWN], len(found))


def _moved(
    other: Assessment, criteria: Collection[Criterion], sides: tuple[Scorer, Scorer]
) -> Iterator[MovedBody]:
    layer = final_layer(other)
    for each in criteria:
        key = each.row.key
        before, after = (side.outcome(key, layer.answers, layer.overrides.get(key)) for side in sides)
        if differ(before, after):
            yield MovedBody(other.participant, each, before, after)


def _others(assessment: Assessment, criteria: Collection[Criterion], *, is_within: bool) -> list[Assessment]:
    """The dossiers compared with this one, those of its group alone or all; five queries."""
    participant = assessment.participant
    keys = [each.row.key for each in criteria]
    figures = list({figure for each in criteria for figure in each.letters.figures})
    peers = list_sent(participant.track_id).exclude(pk=assessment.pk)
    if is_within:
        peers = peers.filter(participant__peer_group=participant.peer_group)
    said = Q(criterion_key__in=keys) | Q(answers__has_any_keys=figures)
    # A later round may undo what an earlier one corrected: every row of such a dossier counts.
    corrected = Appraisal.objects.filter(answers__has_any_keys=figures, assessment__in=peers)
    appraised = Q(criterion_key__in=keys) | Q(assessment__in=corrected.values("assessment"))
    return list(
        peers.select_related("participant")
        .defer("tally")
        .prefetch_related(
            Prefetch("answers", Answer.objects.filter(figure__in=figures)),
            Prefetch("entries", CriterionEntry.objects.filter(criterion_key__in=keys)),
            Prefetch("appraisals", Appraisal.objects.filter(appraised)),
            Prefetch("rulings", Ruling.objects.filter(said)),
        )
        .order_by("participant__name_order", "pk")
    )
