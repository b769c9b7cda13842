"""The board of the council: what waits for it, dossier by dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.permissions import COUNCIL
from chamdiem.appraisals.rounds import list_disputed
from chamdiem.appraisals.scoring import Columns
from chamdiem.appraisals.selectors.doors import HISTORY, list_ruled
from chamdiem.appraisals.selectors.queue import QueueFilter, in_state
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Track
from chamdiem.core.criterion import Criterion
from chamdiem.core.indicator_set import Row
from chamdiem.indicators.selectors import compiled
from chamdiem.web.folding import matching
from chamdiem.web.ordering import Alphabetical


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One dossier of the board: what is in dispute, what the council awards, and what of it is ruled on."""

    assessment: Assessment
    disputed: Sequence[Columns]
    awarded: Sequence[Criterion]
    ruled_keys: Set[str]

    @property
    def ruled(self) -> int:
        """How many are ruled on."""
        return len(self.ruled_keys)

    @property
    def unruled_disputes(self) -> list[Row]:
        """What both sides still see differently, without a ruling; in printed order."""
        return [each.row for each in self.disputed if each.row.key not in self.ruled_keys]

    @property
    def waiting(self) -> int:
        """How many wait for a ruling."""
        return len(self.disputed) + len(self.awarded) - self.ruled


def list_board(*, actor: User, asked: QueueFilter) -> QuerySet[Assessment]:
    """The dossiers with something to rule on: an appraiser changed it, or the council awards it.

    One query for the tracks, one a page, and one for each layer.
    """
    ruled = list_ruled(actor=actor)
    found = ruled.filter(
        _is_changed() | Q(participant__track__in=_awarded_tracks(ruled)),
        in_state(asked.state),
        matching(asked.typed, "participant__organisation__search_text"),
    )
    if asked.track_id is not None:
        found = found.filter(participant__track=asked.track_id)
    # The counts kept for the lists are wide, not shown here, and would make the sorting spill to disk.
    return found.defer("tally").prefetch_related(*HISTORY).order_by("participant__name_order", "pk")


def list_board_tracks(*, actor: User) -> list[Track]:
    """The tracks with dossiers a person rules on or watches, the newest campaigns first; one query."""
    ids = list_ruled(actor=actor).order_by().values("participant__track").distinct()
    tracks = Track.objects.filter(pk__in=ids).select_related("campaign")
    return list(tracks.order_by("-campaign__year", Alphabetical("campaign__name"), "order"))


def describe_board(dossiers: Iterable[Assessment]) -> list[BoardLine]:
    """What is to be ruled on in dossiers that are at hand with all their layers; no query."""
    lines = []
    for each in dossiers:
        awarded = council_criteria(each.participant.track)
        given = {one.key for one in awarded}
        disputed = [one for one in list_disputed(each) if one.row.key not in given]
        ruled = ({one.row.key for one in disputed} | given) & {
            one.criterion_key for one in each.rulings.all()
        }
        lines.append(BoardLine(each, disputed, awarded, ruled))
    return lines


def list_unruled_disputes(*, track: Track, assessment_ids: Collection[int]) -> dict[int, list[Row]]:
    """Dossier → the disputes its council has not ruled on, as the board counts them.

    Only dossiers that an appraiser changed; one query, and one for each layer.
    """
    found = Assessment.objects.filter(_is_changed(), pk__in=assessment_ids)
    found = found.exclude(status=Assessment.Status.DRAFT).select_related("participant")
    dossiers = list(found.prefetch_related(*HISTORY))
    for each in dossiers:
        # One edition for all of them, read once.
        each.participant.track = track
    return {line.assessment.pk: line.unruled_disputes for line in describe_board(dossiers)}


def _is_changed() -> Q:
    """A condition on dossiers: an appraiser changed a figure or gave other points."""
    changes = (Appraisal.Verdict.CORRECTED, Appraisal.Verdict.AWARDED)
    return Q(pk__in=Appraisal.objects.filter(verdict__in=changes).values("assessment"))


def council_criteria(track: Track) -> list[Criterion]:
    """The criteria of a track that the council itself awards, in printed order."""
    return [
        each for each in compiled(track.edition).scorer.criteria.values() if each.row.evaluator == COUNCIL
    ]


def _awarded_tracks(ruled: QuerySet[Assessment]) -> list[int]:
    tracks = Track.objects.filter(pk__in=ruled.order_by().values("participant__track"))
    return [track.pk for track in tracks.select_related("edition") if council_criteria(track)]
