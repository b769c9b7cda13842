"""What both sides still see differently, and what the council awards by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.appraisals.awarding import is_given_by_hand, points_input
from chamdiem.appraisals.models import Appraisal, Justification, Ruling
from chamdiem.appraisals.peers import claimed_spreads, provisional_spreads
from chamdiem.appraisals.permissions import COUNCIL, appraisal_verdict, message_verdict, side_of
from chamdiem.appraisals.rounds import list_disputed, round_of, sent_until, shown_until
from chamdiem.appraisals.scoring import (
    Columns,
    columns_of,
    latest_appraisals,
    list_changed,
    three_layers,
)
from chamdiem.appraisals.selectors.doors import HISTORY, get_explained, get_ruled, list_ruled
from chamdiem.appraisals.selectors.moved import list_moved
from chamdiem.appraisals.selectors.queue import QueueFilter
from chamdiem.appraisals.selectors.shown import (
    DocumentShown,
    FigureShown,
    RemarkShown,
    RoundShown,
    list_documents,
    list_figures_shown,
    list_remarks,
    list_rounds,
)
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign, Track
from chamdiem.core.criterion import Criterion
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import Input
from chamdiem.core.sentences import reason_text, rule_sentence
from chamdiem.errors import Verdict
from chamdiem.evidence.models import Document
from chamdiem.evidence.selectors import list_documents_of
from chamdiem.indicators.selectors import compiled
from chamdiem.web.folding import matching
from chamdiem.web.language import page_language


@dataclass(frozen=True, slots=True)
class Dispute:
    """One criterion in dispute: both sides' values, reasons, documents, and the thread."""

    columns: Columns
    rule: str
    claimed_reason: str
    appraised_reason: str
    figures: Sequence[FigureShown]
    documents: Sequence[DocumentShown]
    appraisal: Appraisal | None
    rounds: Sequence[RoundShown]
    remarks: Sequence[RemarkShown]
    ruling: Ruling | None
    points: Input
    # The figures as they hold with the ruling, or were appraised; as the council types them. None by hand.
    ruled_figures: Sequence[FigureShown]
    is_open: bool
    # The round that is to be explained now; None where no explanation goes on.
    explained_round: int | None
    # Whether its points hang on the figures of others.
    is_compared: bool
    # What was shown until then was sent; None where no explanation goes on.
    sent_until: datetime | None

    @property
    def justification(self) -> Justification | None:
        """What the organisation says in the round explained now; where none is, what it said last."""
        said = self._justifications
        if self.is_open and self.explained_round is not None:
            return next((each for each in said if each.round == self.explained_round), None)
        return said[-1] if said else None

    @property
    def unsent(self) -> list[DocumentShown]:
        """The documents of the explanation that goes on: they can be taken off until it is sent."""
        if not self.is_open or self.sent_until is None:
            return []
        return [each for each in self.documents if each.added_at > self.sent_until]

    @property
    def earlier(self) -> list[Justification]:
        """What the organisation said before."""
        return [each for each in self._justifications if each != self.justification]

    @property
    def has_course(self) -> bool:
        """Whether there is more to tell than the decision that is to be explained now."""
        return len(self.rounds) > 1 or self.explained_round is None or not self.is_open

    @property
    def _justifications(self) -> list[Justification]:
        return [each.justification for each in self.rounds if each.justification is not None]

    @property
    def given(self) -> Decimal | None:
        """The points the council gives; None where it rules on figures, or not yet."""
        return self.ruling.points if self.ruling else None

    @property
    def is_awarded(self) -> bool:
        """Whether nobody claimed or appraised it: the council itself gives the points."""
        return self.columns.row.evaluator == COUNCIL

    @property
    def is_corrected(self) -> bool:
        """Whether both sides have different figures."""
        return any(each.is_corrected for each in self.figures)

    @property
    def version(self) -> int:
        """The version of the organisation's answer on the page."""
        return self.justification.version if self.justification else 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """One dossier in its explanation."""

    assessment: Assessment
    round: int
    disputes: Sequence[Dispute]
    # What the council ruled is a result: the organisation sees it once results are published.
    shows_rulings: bool
    verdicts: dict[str, Verdict]
    may_write: bool
    # The criterion whose form offers the documents of the organisation, and all of these; else none.
    offered_for: str
    documents: Sequence[Document]

    @property
    def is_over(self) -> bool:
        """Whether there was time to answer, and there is none any more."""
        return self.verdicts["justify"].code == "explanation.over"

    @property
    def answered(self) -> int:
        """How many are agreed or justified."""
        return len(self.disputes) - len(self.unanswered)

    @property
    def unanswered(self) -> list[Dispute]:
        """Those that are neither agreed nor justified yet."""
        return [each for each in self.disputes if not each.justification]


def get_explanation(*, actor: User, assessment_id: int, now: datetime, offered_for: str = "") -> Explanation:
    """The disputed criteria of a dossier for its own organisation; a constant number of queries.

    ``offered_for``: the criterion for which documents of the organisation are to be chosen.
    """
    assessment = get_explained(actor=actor, assessment_id=assessment_id)
    own = list_documents_of(assessment.participant.organisation)
    return Explanation(
        assessment,
        round_of(assessment).number,
        [each for each in _disputes(actor, assessment, shown_until(assessment)) if not each.is_awarded],
        assessment.participant.campaign.status == Campaign.Status.PUBLISHED,
        {
            name: appraisal_verdict(name, actor=actor, assessment=assessment, now=now)
            for name in ("justify", "send_justification")
        },
        message_verdict(actor=actor, assessment=assessment).is_allowed,
        offered_for,
        list(own.order_by("-added_at", "-pk")) if offered_for else [],
    )


@dataclass(frozen=True, slots=True)
class CouncilFile:
    """One dossier before the council: what is in dispute, and what the council itself awards."""

    assessment: Assessment
    disputes: Sequence[Dispute]
    # What nobody ruled on, but the figures that were ruled on move.
    moved: Sequence[Columns]
    verdict: Verdict

    @property
    def is_own(self) -> bool:
        """Whether this person is on the council, but works for this organisation."""
        return self.verdict.code == "ruling.own_body"


def get_council_file(*, actor: User, assessment_id: int, now: datetime) -> CouncilFile:
    """What the council rules on in one dossier, with both sides; a constant number of queries."""
    assessment = get_ruled(actor=actor, assessment_id=assessment_id)
    return CouncilFile(
        assessment,
        [each for each in _disputes(actor, assessment, None) if each.is_open or each.ruling],
        list_moved(assessment),
        appraisal_verdict("rule", actor=actor, assessment=assessment, now=now),
    )


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
        matching(asked.typed, "participant__organisation__search_text"),
    )
    if asked.track_id is not None:
        found = found.filter(participant__track=asked.track_id)
    # The counts kept for the lists are wide, not shown here, and would make the sorting spill to disk.
    return found.defer("tally").prefetch_related(*HISTORY).order_by("participant__name_order", "pk")


def describe_board(dossiers: Iterable[Assessment]) -> list[BoardLine]:
    """What is to be ruled on in dossiers that are at hand with all their layers; no query."""
    lines = []
    for each in dossiers:
        awarded = _awarded(each.participant.track)
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


def _awarded(track: Track) -> list[Criterion]:
    """The criteria of a track that the council itself awards, in printed order."""
    return [
        each for each in compiled(track.edition).scorer.criteria.values() if each.row.evaluator == COUNCIL
    ]


def _awarded_tracks(ruled: QuerySet[Assessment]) -> list[int]:
    tracks = Track.objects.filter(pk__in=ruled.order_by().values("participant__track"))
    return [track.pk for track in tracks.select_related("edition") if _awarded(track)]


def _disputes(actor: User, assessment: Assessment, until: int | None) -> list[Dispute]:
    scorer = compiled(assessment.participant.track.edition).scorer
    layers, explained = three_layers(assessment, until), _explained_round(assessment)
    awarded = {each.key for each in _awarded(assessment.participant.track)}
    open_keys = {each.row.key for each in list_disputed(assessment, until)} | awarded
    decisions = latest_appraisals(assessment.appraisals.all(), until)
    rulings = {each.criterion_key: each for each in assessment.rulings.all()}
    documents = list_documents(assessment)
    remarks = list_remarks(assessment, side_of(actor, assessment))
    disputes = []
    # What was justified and then accepted differs no more, but its course stays to be read.
    justified = {each.criterion_key for each in assessment.justifications.all()}
    changed = {each.row.key for each in list_changed(layers, scorer)} | awarded | justified
    with_peers = scorer.with_spreads(provisional_spreads(assessment))
    with_claims = scorer.with_spreads(claimed_spreads(assessment))
    for key in (each for each in scorer.criteria if each in changed):
        columns = columns_of(key, layers, with_peers, with_claims)
        criterion = scorer.criteria[key]
        disputes.append(
            Dispute(
                columns,
                rule_sentence(criterion, page_language(), with_labels=True),
                reason_text(columns.claimed, page_language()),
                reason_text(columns.appraised, page_language()),
                list_figures_shown(criterion, layers[0].answers, layers[1].answers, scorer),
                documents.get(key, ()),
                decisions.get(key),
                list_rounds(assessment, key, until),
                remarks.get(key, ()),
                rulings.get(key),
                points_input(criterion),
                []
                if is_given_by_hand(criterion)
                else list_figures_shown(criterion, layers[0].answers, layers[2].answers, scorer),
                key in open_keys,
                explained,
                criterion.peer_rule is not None,
                None if explained is None else sent_until(assessment, key),
            )
        )
    return disputes


def _explained_round(assessment: Assessment) -> int | None:
    if assessment.status != Assessment.Status.EXPLANATION:
        return None
    return round_of(assessment).number
