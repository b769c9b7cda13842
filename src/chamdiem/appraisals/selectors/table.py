"""The same criterion across all organisations, in one table: to judge alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Prefetch, Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.appraisals.comparing import ComparedByGroup
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.peers import compare_track
from chamdiem.appraisals.rounds import round_of
from chamdiem.appraisals.scoring import Columns, columns_of, three_layers
from chamdiem.appraisals.selectors.accepting import list_shown
from chamdiem.appraisals.selectors.overview import state_of_criterion
from chamdiem.appraisals.selectors.queue import QueueFilter, keys_of, list_queue
from chamdiem.appraisals.selectors.shown import FigureShown, list_figures_shown
from chamdiem.appraisals.selectors.touches import list_touches
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.campaigns.models import Track
from chamdiem.core.criterion import Criterion
from chamdiem.errors import NotFound
from chamdiem.evidence.models import EvidenceUse
from chamdiem.indicators.selectors import compiled


@dataclass(frozen=True, slots=True)
class TableLine:
    """One organisation in the table of a criterion."""

    assessment: Assessment
    columns: Columns
    figures: Sequence[FigureShown]
    evidence: int
    refused: int
    # How many of the documents were offered.
    offered: int
    state: str
    decision: Appraisal | None
    is_mine: bool


def get_criterion(track: Track, key: str) -> Criterion:
    """One criterion of the edition of a track, or ``NotFound``."""
    criterion = compiled(track.edition).scorer.criteria.get(key)
    if criterion is None:
        raise NotFound("criterion.not_found", key=key)
    return criterion


def list_table(*, actor: User, track: Track, key: str, asked: QueueFilter) -> QuerySet[Assessment]:
    """The dossiers of the table, with what one criterion needs of each; eight queries a page."""
    criterion = get_criterion(track, key)
    # A figure may be corrected in another criterion that reads it, and be given back in a later round.
    wanted = Q(criterion_key=key) | Q(answers__has_any_keys=list(criterion.letters.figures)) | Q(round__gt=1)
    return (
        list_queue(actor=actor, asked=replace(asked, track_id=track.pk))
        .order_by("participant__name_order", "pk")
        .prefetch_related(
            Prefetch("answers", Answer.objects.filter(figure__in=criterion.letters.figures)),
            Prefetch("entries", CriterionEntry.objects.filter(criterion_key=key)),
            Prefetch("appraisals", Appraisal.objects.filter(wanted).select_related("appraised_by")),
            "rulings",
            "justifications",
        )
    )


def describe_table(actor: User, track: Track, key: str, dossiers: Iterable[Assessment]) -> list[TableLine]:
    """One line for each dossier at hand; eight queries, however many."""
    known, criterion = list(dossiers), get_criterion(track, key)
    ids = [each.pk for each in known]
    touches, shown = list_touches(ids), list_shown(ids)
    plain = compiled(track.edition).scorer
    others = compare_track(track) if criterion.peer_rule else ComparedByGroup()
    groups = {each.participant.peer_group for each in known}
    scorers = {each: others.of(each).scorers(plain) for each in groups}
    lines = []
    for each in known:
        layers, present = three_layers(each), round_of(each, touches.get(each.pk))
        documents = shown.get((each.pk, key), ())
        lines.append(
            TableLine(
                each,
                columns_of(key, layers, scorers[each.participant.peer_group]),
                list_figures_shown(
                    criterion,
                    layers[0].answers,
                    layers[1].answers,
                    plain,
                    {answer.figure: answer.origin for answer in each.answers.all()},
                ),
                len(documents),
                len([one for one in documents if one.verdict == EvidenceUse.Verdict.REFUSED]),
                len([one for one in documents if one.origin]),
                state_of_criterion(present, key),
                present.rows.get(key),
                key in keys_of(actor, each),
            )
        )
    return lines
