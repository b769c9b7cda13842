"""What the others of a track report, as far as it is known: peer points before closing are provisional."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import FilteredRelation, Q

from chamdiem.appraisals.comparing import Compared, ComparedByGroup
from chamdiem.appraisals.models import Appraisal, Ruling
from chamdiem.appraisals.scoring import Columns, columns_of, over_appraisal, over_claim, three_layers
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.assessments.scoring import Layer
from chamdiem.assessments.selectors.peers import list_sent
from chamdiem.campaigns.models import Track
from chamdiem.core.award import Status
from chamdiem.core.criterion import Criterion
from chamdiem.core.override import Override
from chamdiem.core.peers import SpreadsByGroup, list_spreads
from chamdiem.indicators.selectors import compiled

# The criteria that are compared.
_Keys = Collection[str]


@dataclass(slots=True)
class _Said:
    """What is said of one dossier of the criteria that are compared."""

    group: str
    answers: dict[str, int | None] = field(default_factory=dict)
    overrides: dict[str, Override] = field(default_factory=dict)
    appraisals: list[Appraisal] = field(default_factory=list)
    rulings: list[Ruling] = field(default_factory=list)

    def layers(self) -> tuple[Layer, Layer, Layer]:
        """Claimed, appraised and final, as a dossier is scored."""
        claim = Layer(self.answers, self.overrides)
        appraised = over_claim(claim, self.appraisals) if self.appraisals else claim
        return claim, appraised, over_appraisal(appraised, self.rulings) if self.rulings else appraised


def compared_with(assessment: Assessment) -> Compared:
    """What this dossier is compared with; four queries, none where its edition compares nobody."""
    participant = assessment.participant
    return compare_track(participant.track).of(participant.peer_group)


def with_others(
    assessment: Assessment, columns: Iterable[Columns], known: dict[int, ComparedByGroup]
) -> list[Columns]:
    """The columns with the points that wait for others, as far as these are ``known``: track → spreads.

    What a track is compared with is read once, where a column of it waits.
    """
    columns, participant = list(columns), assessment.participant
    waiting = {each.row.key for each in columns if Status.NEEDS_PEERS in each.statuses}
    if not waiting:
        return columns
    if participant.track_id not in known:
        known[participant.track_id] = compare_track(participant.track)
    others = known[participant.track_id].of(participant.peer_group)
    layers = three_layers(assessment)
    scorers = others.scorers(compiled(participant.track.edition).scorer)
    return [columns_of(one.row.key, layers, scorers) if one.row.key in waiting else one for one in columns]


def spreads_of_track(track: Track, *, as_claimed: bool = False, unruled: int | None = None) -> SpreadsByGroup:
    """Peer group → spreads as they hold so far, or ``as_claimed``; queries as below."""
    found = compare_track(track, unruled)
    return found.claimed if as_claimed else found.final


def compare_track(track: Track, unruled: int | None = None) -> ComparedByGroup:
    """The spreads of every peer group in each layer, over the dossiers handed in; at most four queries.

    ``unruled`` is a dossier whose own rulings are left out.
    """
    criteria = {key: each for key, each in compiled(track.edition).scorer.criteria.items() if each.peer_rule}
    if not criteria:
        return ComparedByGroup()
    wanted = {figure for each in criteria.values() for figure in each.letters.figures}
    said = _handed_in(track, criteria, wanted, unruled)
    _add_claims(said, criteria, wanted, track)
    _add_appraisals(said, criteria, wanted, track)
    layers = [each.layers() for each in said.values()]
    groups = [each.group for each in said.values()]
    claimed = _spreads(criteria, groups, [each[0] for each in layers])
    # A layer in which nobody decided anything is the one before.
    is_appraised, is_ruled = (any(each[one] is not each[one - 1] for each in layers) for one in (1, 2))
    appraised = _spreads(criteria, groups, [each[1] for each in layers]) if is_appraised else claimed
    final = _spreads(criteria, groups, [each[2] for each in layers]) if is_ruled else appraised
    return ComparedByGroup(claimed, appraised, final)


def _spreads(
    criteria: Mapping[str, Criterion], groups: Sequence[str], layers: Sequence[Layer]
) -> SpreadsByGroup:
    out = [{key for key, each in layer.overrides.items() if each.is_not_applicable} for layer in layers]
    return list_spreads(criteria, [layer.answers for layer in layers], groups, out)


def _handed_in(track: Track, keys: _Keys, wanted: set[str], unruled: int | None) -> dict[int, _Said]:
    """Dossier → its peer group, with what the council ruled: a row for each ruling, one query."""
    told = Q(rulings__answers__has_any_keys=list(wanted)) | Q(rulings__criterion_key__in=list(keys))
    rows = list_sent(track.pk).annotate(ruled=FilteredRelation("rulings", condition=told)).order_by("pk")
    ruling = ("ruled__criterion_key", "ruled__points", "ruled__answers")
    said: dict[int, _Said] = {}
    for pk, group, key, points, answers in rows.values_list("pk", "participant__peer_group", *ruling):
        each = said.setdefault(pk, _Said(group))
        if key is not None and pk != unruled:
            each.rulings.append(Ruling(criterion_key=key, points=points, answers=answers))
    return said


def _add_claims(said: Mapping[int, _Said], keys: _Keys, wanted: set[str], track: Track) -> None:
    """What everybody handed in; two queries."""
    claimed = Answer.objects.filter(_of_sent(track), figure__in=wanted)
    for pk, figure, value in claimed.values_list("assessment_id", "figure", "value"):
        if pk in said:
            said[pk].answers[figure] = value
    entries = CriterionEntry.objects.filter(_of_sent(track), criterion_key__in=keys, is_not_applicable=True)
    for pk, key in entries.values_list("assessment_id", "criterion_key"):
        if pk in said:
            said[pk].overrides[key] = Override()


def _add_appraisals(said: Mapping[int, _Said], keys: _Keys, wanted: set[str], track: Track) -> None:
    """Every appraisal of the dossiers where one changes what is compared: a later round may undo it."""
    changing = Q(answers__has_any_keys=list(wanted)) | Q(
        criterion_key__in=list(keys), verdict=Appraisal.Verdict.AWARDED
    )
    changed = Appraisal.objects.filter(_of_sent(track), changing).values("assessment")
    for row in Appraisal.objects.filter(assessment__in=changed):
        if row.assessment_id in said:
            said[row.assessment_id].appraisals.append(row)


def _of_sent(track: Track) -> Q:
    return Q(assessment__in=list_sent(track.pk).values("pk"))
