"""What the others of a track report, as far as it is known: peer points before closing are provisional."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import FilteredRelation, Q

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.scoring import latest_appraisals
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.assessments.selectors.peers import list_sent
from chamdiem.campaigns.models import Track
from chamdiem.core.criterion import Criterion
from chamdiem.core.peers import SpreadsByGroup, list_spreads
from chamdiem.core.scoring import Spreads
from chamdiem.indicators.selectors import compiled

# Dossier → figure → value.
_Figures = Mapping[int, Mapping[str, int | None]]


@dataclass(frozen=True, slots=True)
class Compared:
    """What one dossier is compared with.

    Attributes:
        claimed: What everybody claimed: nothing an appraiser corrects moves a claim.
        present: The same as corrected by appraisers and ruled by the council so far.
    """

    claimed: Spreads
    present: Spreads


@dataclass(frozen=True, slots=True)
class ComparedByGroup:
    """The same for a track: peer group → spreads of the figures handed in."""

    claimed: SpreadsByGroup
    present: SpreadsByGroup

    def of(self, group: str) -> Compared:
        """What a dossier of a peer group is compared with."""
        return Compared(self.claimed.get(group, {}), self.present.get(group, {}))


def compared_with(assessment: Assessment) -> Compared:
    """What this dossier is compared with; four queries, none where its edition compares nobody."""
    participant = assessment.participant
    return compare_track(participant.track).of(participant.peer_group)


def spreads_of_track(track: Track, *, as_claimed: bool = False, unruled: int | None = None) -> SpreadsByGroup:
    """Peer group → spreads as they are appraised so far, or ``as_claimed``; queries as below."""
    found = compare_track(track, unruled)
    return found.claimed if as_claimed else found.present


def compare_track(track: Track, unruled: int | None = None) -> ComparedByGroup:
    """Both spreads of every peer group, over the dossiers handed in; at most four queries.

    ``unruled`` is a dossier whose own rulings are left out.
    """
    criteria = {key: each for key, each in compiled(track.edition).scorer.criteria.items() if each.peer_rule}
    if not criteria:
        return ComparedByGroup({}, {})
    wanted = {figure for each in criteria.values() for figure in each.letters.figures}
    # With each dossier what the council ruled of these figures: a row for each ruling.
    ruled = FilteredRelation("rulings", condition=Q(rulings__answers__has_any_keys=list(wanted)))
    rows = list(
        list_sent(track.pk)
        .annotate(ruled=ruled)
        .order_by("pk")
        .values_list("pk", "participant__peer_group", "ruled__answers")
    )
    groups = {pk: group for pk, group, _ in rows}
    out, claimed = _staying_out(criteria, track), _claimed(wanted, track)
    present = _corrected(claimed, wanted, track)
    for pk, _, answers in rows:
        if answers and pk != unruled:
            present[pk] |= {key: value for key, value in answers.items() if key in wanted}
    return ComparedByGroup(
        *(_spreads(criteria, groups, figures, [out[pk] for pk in groups]) for figures in (claimed, present))
    )


def _spreads(
    criteria: Mapping[str, Criterion],
    groups: Mapping[int, str],
    figures: _Figures,
    staying_out: Sequence[set[str]],
) -> SpreadsByGroup:
    return list_spreads(criteria, [figures[pk] for pk in groups], list(groups.values()), staying_out)


def _handed_in(track: Track) -> Q:
    return Q(assessment__in=list_sent(track.pk).values("pk"))


def _claimed(wanted: set[str], track: Track) -> defaultdict[int, dict[str, int | None]]:
    figures: defaultdict[int, dict[str, int | None]] = defaultdict(dict)
    claimed = Answer.objects.filter(_handed_in(track), figure__in=wanted)
    for pk, figure, value in claimed.values_list("assessment_id", "figure", "value"):
        figures[pk][figure] = value
    return figures


def _corrected(claimed: _Figures, wanted: set[str], track: Track) -> defaultdict[int, dict[str, int | None]]:
    figures = defaultdict(dict, {pk: dict(given) for pk, given in claimed.items()})
    for pk, rows in _appraisals_of_corrected(wanted, track).items():
        for row in latest_appraisals(rows).values():
            figures[pk] |= {key: value for key, value in row.answers.items() if key in wanted}
    return figures


def _appraisals_of_corrected(wanted: set[str], track: Track) -> dict[int, list[Appraisal]]:
    """Every appraisal of the dossiers with a wanted figure once corrected: a later round may undo it."""
    corrected = Appraisal.objects.filter(_handed_in(track), answers__has_any_keys=list(wanted))
    rows: defaultdict[int, list[Appraisal]] = defaultdict(list)
    for row in Appraisal.objects.filter(assessment__in=corrected.values("assessment")).defer("reason"):
        rows[row.assessment_id].append(row)
    return rows


def _staying_out(criteria: dict[str, Criterion], track: Track) -> defaultdict[int, set[str]]:
    out: defaultdict[int, set[str]] = defaultdict(set)
    entries = CriterionEntry.objects.filter(
        _handed_in(track), criterion_key__in=criteria, is_not_applicable=True
    )
    for pk, key in entries.values_list("assessment_id", "criterion_key"):
        out[pk].add(key)
    return out
