"""What the others of a track report, as far as it is known: peer points before closing are provisional."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import FilteredRelation, Q

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.scoring import latest_appraisals
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.campaigns.models import Track
from chamdiem.core.criterion import Criterion
from chamdiem.core.peers import SpreadsByGroup, list_spreads
from chamdiem.core.scoring import Spreads
from chamdiem.indicators.selectors import compiled

HANDED_IN = tuple(state for state in Assessment.Status if state != Assessment.Status.DRAFT)


def provisional_spreads(assessment: Assessment) -> Spreads:
    """The spreads this dossier is compared by now; no query where its edition compares nobody."""
    participant = assessment.participant
    return spreads_of_track(participant.track).get(participant.peer_group, {})


def claimed_spreads(assessment: Assessment) -> Spreads:
    """The same by what everybody claimed: nothing an appraiser corrects moves a claim."""
    participant = assessment.participant
    return spreads_of_track(participant.track, as_claimed=True).get(participant.peer_group, {})


def spreads_of_track(track: Track, *, as_claimed: bool = False, unruled: int | None = None) -> SpreadsByGroup:
    """Peer group → spreads of the figures handed in; at most four queries.

    As corrected by appraisers and ruled by the council, or ``as_claimed`` by the organisations themselves;
    ``unruled`` is a dossier whose own rulings are left out.
    """
    criteria = {key: each for key, each in compiled(track.edition).scorer.criteria.items() if each.peer_rule}
    if not criteria:
        return {}
    dossiers = Assessment.objects.filter(participant__track=track, status__in=HANDED_IN)
    wanted = {figure for each in criteria.values() for figure in each.letters.figures}
    # With each dossier what the council ruled of these figures: a row for each ruling.
    ruled = FilteredRelation("rulings", condition=Q(rulings__answers__has_any_keys=list(wanted)))
    rows = list(
        dossiers.annotate(ruled=ruled)
        .order_by("pk")
        .values_list("pk", "participant__peer_group", "ruled__answers")
    )
    groups = {pk: group for pk, group, _ in rows}
    figures, out = _figures(wanted, track, as_claimed=as_claimed), _staying_out(criteria, track)
    for pk, _, answers in rows:
        if answers and not as_claimed and pk != unruled:
            figures[pk] |= {key: value for key, value in answers.items() if key in wanted}
    return list_spreads(
        criteria,
        [figures[each] for each in groups],
        list(groups.values()),
        [out[each] for each in groups],
    )


def _handed_in(track: Track) -> Q:
    return Q(assessment__participant__track=track, assessment__status__in=HANDED_IN)


def _figures(wanted: set[str], track: Track, *, as_claimed: bool) -> defaultdict[int, dict[str, int | None]]:
    figures: defaultdict[int, dict[str, int | None]] = defaultdict(dict)
    claimed = Answer.objects.filter(_handed_in(track), figure__in=wanted)
    for pk, figure, value in claimed.values_list("assessment_id", "figure", "value"):
        figures[pk][figure] = value
    for pk, rows in ({} if as_claimed else _appraisals_of_corrected(wanted, track)).items():
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
