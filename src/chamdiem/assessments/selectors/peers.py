"""What the others of a track report so far: points by comparison stay provisional (tạm tính).

A draft is compared with what everybody has entered; once sent, a claim is compared with the claims sent.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction

from django.db.models import Q, QuerySet

from chamdiem.assessments.asked import Asked
from chamdiem.assessments.content import Content
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.assessments.workflow import CLOSED_STAGES
from chamdiem.core.criterion import Criterion
from chamdiem.core.form import Spread
from chamdiem.core.peers import figure_compared
from chamdiem.core.scoring import Scorer

# A figure of somebody else may be shown this much late.
FRESH_FOR = timedelta(seconds=30)
# Beside the peer groups, of which one has no name: those without a group, compared with each other.
_EVERYBODY = None
# Handed in; once figures are closed also what was sent and taken back, as the closing counts it.
_SENT = ~Q(status=Assessment.Status.DRAFT) | Q(
    submitted_at__isnull=False, participant__campaign__status__in=CLOSED_STAGES
)


@dataclass(slots=True)
class _Edges:
    """The figures of one comparison, as far as one organisation can leave it: two at each end."""

    count: int = 0
    least: list[tuple[Fraction, int]] = field(default_factory=list)
    most: list[tuple[Fraction, int]] = field(default_factory=list)
    members: set[int] = field(default_factory=set)

    def add(self, figure: Fraction, pk: int) -> None:
        self.count += 1
        self.members.add(pk)
        self.least = sorted([*self.least, (figure, pk)])[:2]
        self.most = sorted([*self.most, (figure, pk)], reverse=True)[:2]

    def spread_with(self, own: Fraction | None, pk: int) -> Spread | None:
        """The spread with one organisation's figure as it is now."""
        others = self.count - (pk in self.members)
        least = [figure for figure, each in self.least if each != pk][:1]
        most = [figure for figure, each in self.most if each != pk][:1]
        if own is not None:
            others, least, most = others + 1, [*least, own], [*most, own]
        return Spread(others, min(least), max(most)) if others else None


# Criterion key → peer group, or everybody → edges.
_Compared = dict[str, dict[str | None, _Edges]]
# Track → until when it is fresh, and what it says: of all that is entered, and of what was sent.
_KNOWN: dict[int, tuple[datetime, _Compared, _Compared]] = {}


def list_sent(track_id: int) -> QuerySet[Assessment]:
    """The dossiers of a track whose claims are compared with each other."""
    return Assessment.objects.filter(_SENT, participant__track=track_id)


def provisional_scorer(assessment: Assessment, asked: Asked, content: Content, now: datetime) -> Scorer:
    """A scorer that compares this dossier, as it is, with the others: once sent, with what they sent.

    No query where the edition compares nobody; else three queries every half a minute.
    """
    peers = {key: each for key, each in asked.edition.scorer.criteria.items() if each.peer_rule}
    if not peers:
        return asked.edition.scorer
    compared = _compared(assessment, peers, now)
    group = assessment.participant.peer_group
    spreads = {}
    for key, criterion in peers.items():
        rule = criterion.peer_rule
        edges = compared[key][_EVERYBODY if rule and rule.among == "all" else group]
        stays_out = key in content.overrides
        own = None if stays_out else figure_compared(criterion, content.values)
        if spread := edges.spread_with(own, assessment.pk):
            spreads[key] = spread
    return asked.edition.scorer.with_spreads(spreads)


def _compared(assessment: Assessment, peers: dict[str, Criterion], now: datetime) -> _Compared:
    track_id = assessment.participant.track_id
    known = _KNOWN.get(track_id)
    if known is None or not known[0] - FRESH_FOR <= now < known[0]:
        known = _KNOWN[track_id] = (now + FRESH_FOR, *_read(track_id, peers))
    return known[1] if assessment.status == Assessment.Status.DRAFT else known[2]


def _read(track_id: int, peers: dict[str, Criterion]) -> tuple[_Compared, _Compared]:
    figures = {figure for each in peers.values() for figure in each.letters.figures}
    answers: defaultdict[int, dict[str, int | None]] = defaultdict(dict)
    groups: dict[int, str] = {}
    rows = Answer.objects.filter(assessment__participant__track=track_id, figure__in=figures)
    for pk, group, figure, value in rows.values_list(
        "assessment_id", "assessment__participant__peer_group", "figure", "value"
    ):
        answers[pk][figure], groups[pk] = value, group
    out = set(
        CriterionEntry.objects.filter(
            assessment__participant__track=track_id, criterion_key__in=peers, is_not_applicable=True
        ).values_list("assessment_id", "criterion_key")
    )
    sent = set(list_sent(track_id).values_list("pk", flat=True))
    entered: _Compared = {key: defaultdict(_Edges) for key in peers}
    claimed: _Compared = {key: defaultdict(_Edges) for key in peers}
    for pk, given in answers.items():
        for key, criterion in peers.items():
            brought = None if (pk, key) in out else figure_compared(criterion, given)
            if brought is None:
                continue
            for compared in (entered, claimed) if pk in sent else (entered,):
                for each in (groups[pk], _EVERYBODY):
                    compared[key][each].add(brought, pk)
    return entered, claimed
