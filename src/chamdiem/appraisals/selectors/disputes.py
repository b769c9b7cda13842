"""One dossier in dispute: what both sides still see differently, for either side and for the council."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from chamdiem.accounts.models import User
from chamdiem.appraisals.awarding import is_given_by_hand, points_input
from chamdiem.appraisals.models import Appraisal, Justification, Ruling
from chamdiem.appraisals.peers import compared_with
from chamdiem.appraisals.permissions import COUNCIL, appraisal_verdict, message_verdict, side_of
from chamdiem.appraisals.rounds import list_disputed, round_of, sent_until, shown_until
from chamdiem.appraisals.scoring import (
    Columns,
    columns_of,
    latest_appraisals,
    list_changed,
    three_layers,
)
from chamdiem.appraisals.selectors.board import council_criteria
from chamdiem.appraisals.selectors.doors import get_explained, get_ruled
from chamdiem.appraisals.selectors.moved import list_moved
from chamdiem.appraisals.selectors.moved_bodies import MovedBodies, list_moved_bodies
from chamdiem.appraisals.selectors.queue import ENDED
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
from chamdiem.assessments.scoring import Layer
from chamdiem.campaigns.models import Campaign, Track
from chamdiem.core.criterion import Criterion
from chamdiem.core.inputs import Input
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import reason_text, rule_sentence
from chamdiem.errors import Verdict
from chamdiem.evidence.models import Document
from chamdiem.evidence.selectors import list_documents_of
from chamdiem.indicators.selectors import compiled
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
    # Other bodies whose points the ruled figures move.
    moved_bodies: MovedBodies
    verdict: Verdict

    @property
    def is_own(self) -> bool:
        """Whether this person is on the council, but works for this organisation."""
        return self.verdict.code == "ruling.own_body"

    @property
    def is_provisional(self) -> bool:
        """Whether what others report may still change."""
        return self.assessment.participant.campaign.status not in ENDED


def get_council_file(*, actor: User, assessment_id: int, now: datetime) -> CouncilFile:
    """What the council rules on in one dossier, with both sides; a constant number of queries."""
    assessment = get_ruled(actor=actor, assessment_id=assessment_id)
    return CouncilFile(
        assessment,
        [each for each in _disputes(actor, assessment, None) if each.is_open or each.ruling],
        list_moved(assessment),
        list_moved_bodies(assessment),
        appraisal_verdict("rule", actor=actor, assessment=assessment, now=now),
    )


@dataclass(frozen=True, slots=True)
class _File:
    """Everything read of one dossier, before its disputes are told one by one."""

    assessment: Assessment
    until: int | None
    scorer: Scorer
    layers: tuple[Layer, Layer, Layer]
    open_keys: Set[str]
    documents: Mapping[str, Sequence[DocumentShown]]
    remarks: Mapping[str, Sequence[RemarkShown]]

    def told_keys(self) -> list[str]:
        """The criteria to be told, in printed order: what was justified keeps its course."""
        justified = {each.criterion_key for each in self.assessment.justifications.all()}
        changed = {each.row.key for each in list_changed(self.layers, self.scorer)}
        told = changed | justified | {each.key for each in council_criteria(self._track)}
        return [each for each in self.scorer.criteria if each in told]

    def columns(self) -> dict[str, Columns]:
        """The criteria to be told, compared with the others as far as these are known."""
        scorers = compared_with(self.assessment).scorers(self.scorer)
        return {key: columns_of(key, self.layers, scorers) for key in self.told_keys()}

    def figures(self, criterion: Criterion, layer: int) -> list[FigureShown]:
        """The figures as claimed and as in another layer."""
        return list_figures_shown(criterion, self.layers[0].answers, self.layers[layer].answers, self.scorer)

    @property
    def _track(self) -> Track:
        return self.assessment.participant.track


def _disputes(actor: User, assessment: Assessment, until: int | None) -> list[Dispute]:
    awarded = {each.key for each in council_criteria(assessment.participant.track)}
    file = _File(
        assessment=assessment,
        until=until,
        scorer=compiled(assessment.participant.track.edition).scorer,
        layers=three_layers(assessment, until),
        open_keys={each.row.key for each in list_disputed(assessment, until)} | awarded,
        documents=list_documents(assessment),
        remarks=list_remarks(assessment, side_of(actor, assessment)),
    )
    decisions = latest_appraisals(assessment.appraisals.all(), until)
    rulings = {each.criterion_key: each for each in assessment.rulings.all()}
    return [
        _dispute(file, columns, decisions.get(key), rulings.get(key))
        for key, columns in file.columns().items()
    ]


def _dispute(file: _File, columns: Columns, decision: Appraisal | None, ruling: Ruling | None) -> Dispute:
    key, explained = columns.row.key, _explained_round(file.assessment)
    criterion = file.scorer.criteria[key]
    return Dispute(
        columns=columns,
        rule=rule_sentence(criterion, page_language(), with_labels=True),
        claimed_reason=reason_text(columns.claimed, page_language()),
        appraised_reason=reason_text(columns.appraised, page_language()),
        figures=file.figures(criterion, 1),
        documents=file.documents.get(key, ()),
        appraisal=decision,
        rounds=list_rounds(file.assessment, key, file.until),
        remarks=file.remarks.get(key, ()),
        ruling=ruling,
        points=points_input(criterion),
        ruled_figures=[] if is_given_by_hand(criterion) else file.figures(criterion, 2),
        is_open=key in file.open_keys,
        explained_round=explained,
        is_compared=criterion.peer_rule is not None,
        sent_until=None if explained is None else sent_until(file.assessment, key),
    )


def _explained_round(assessment: Assessment) -> int | None:
    if assessment.status != Assessment.Status.EXPLANATION:
        return None
    return round_of(assessment).number
