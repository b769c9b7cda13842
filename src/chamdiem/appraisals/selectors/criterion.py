"""One criterion of one dossier, side by side: what was shown, claimed, and what the decision says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from chamdiem.accounts.models import User
from chamdiem.appraisals.awarding import claims_nothing, is_given_by_hand, points_input
from chamdiem.appraisals.comparing import Compared
from chamdiem.appraisals.hurdles import hurdle_label, hurdle_of_evidence
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.peers import compared_with
from chamdiem.appraisals.permissions import appraisal_verdict, duties_over, keys_in_duty, message_verdict
from chamdiem.appraisals.rounds import Round, policies_of, round_of
from chamdiem.appraisals.scoring import Columns, columns_of, three_layers
from chamdiem.appraisals.selectors.accepting import list_shown
from chamdiem.appraisals.selectors.copies import with_copies
from chamdiem.appraisals.selectors.doors import get_appraised
from chamdiem.appraisals.selectors.queue import keys_of
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
from chamdiem.appraisals.selectors.touches import touches_of
from chamdiem.assessments.asked import is_declared
from chamdiem.assessments.models import Assessment, CriterionEntry
from chamdiem.assessments.scoring import Layer
from chamdiem.assessments.selectors.loading import period_of
from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import Input
from chamdiem.core.sentences import reason_text, rule_sentence
from chamdiem.core.sentences.checks import broken_check_text
from chamdiem.errors import NotFound, Verdict
from chamdiem.indicators.selectors import compiled
from chamdiem.indicators.sheet import EVALUATORS
from chamdiem.web.language import page_language


@dataclass(frozen=True, slots=True)
class Walk:
    """One person's way through a round: the keys of its criteria in printed order, and where she stands.

    At a criterion that is not on the way there is no place, nothing before and nothing after it.
    """

    keys: Sequence[str]
    at: str

    @property
    def place(self) -> int:
        """Her position, from 1; 0 where it is not on the way."""
        return self.keys.index(self.at) + 1 if self.at in self.keys else 0

    @property
    def previous(self) -> str:
        """The key before it; empty at the first."""
        return self.keys[self.place - 2] if self.place > 1 else ""

    @property
    def following(self) -> str:
        """The key after it; empty at the last."""
        return self.keys[self.place] if 0 < self.place < len(self.keys) else ""


@dataclass(frozen=True, slots=True)
class SplitView:
    """Everything an appraiser needs to decide one criterion."""

    assessment: Assessment
    criterion: Criterion
    path: Sequence[Row]
    columns: Columns
    rule: str
    claimed_reason: str
    appraised_reason: str
    broken: Sequence[str]
    figures: Sequence[FigureShown]
    documents: Sequence[DocumentShown]
    entry: CriterionEntry | None
    present: Round
    decision: Appraisal | None
    rounds: Sequence[RoundShown]
    remarks: Sequence[RemarkShown]
    points: Input
    is_mine: bool
    verdict: Verdict
    may_write: bool
    walk: Walk
    # In words, what the documents lack for the claim: a look before it is accepted.
    hurdle: str
    # Whether there is a claim to accept at all.
    is_claimed: bool

    @property
    def row(self) -> Row:
        """The printed row."""
        return self.criterion.row

    @property
    def evaluator(self) -> str:
        """Who else gives the points, where the organisation has nothing to declare; empty where it has."""
        return "" if is_declared(self.row) else str(EVALUATORS.get(self.row.evaluator, ""))

    @property
    def is_marked_alone(self) -> bool:
        """Whether one mark is all there is, and nobody claimed it: awarding points says it all."""
        is_one = is_given_by_hand(self.criterion) and len(self.figures) == 1
        return is_one and not self.is_claimed and bool(self.evaluator)

    @property
    def version(self) -> int:
        """The version of the decision on the page."""
        return self.decision.version if self.decision else 0

    @property
    def given(self) -> Decimal | None:
        """The points given in place of the rule's; None where none are."""
        return self.decision.points if self.decision else None

    @property
    def is_own(self) -> bool:
        """Whether this person works for the organisation, so that somebody else decides."""
        return self.verdict.code == "appraisal.own_body"

    @property
    def is_due(self) -> bool:
        """Whether this round decides it."""
        return self.row.key in self.present.due

    @property
    def may_decide(self) -> bool:
        """Whether this person may decide it now."""
        return self.is_mine and self.is_due and self.verdict.is_allowed

    @property
    def is_stale(self) -> bool:
        """Whether the organisation changed it after it was decided."""
        return self.row.key in self.present.stale

    @property
    def is_provisional(self) -> bool:
        """Whether its points hang on the figures of others, which are not frozen yet."""
        return self.criterion.peer_rule is not None


def _origins(assessment: Assessment, criterion: Criterion) -> dict[str, str]:
    """Figure → where its value was taken from, for those that were offered; one query."""
    taken = assessment.answers.filter(figure__in=criterion.letters.figures).exclude(origin="")
    return dict(taken.values_list("figure", "origin"))


def _broken(criterion: Criterion, columns: Columns, claimed: Answers) -> list[str]:
    """The checks that what was claimed breaks, in words."""
    values = criterion.values(claimed)
    return [broken_check_text(check, criterion, values, page_language()) for check in columns.claimed.broken]


def get_split_view(*, actor: User, assessment_id: int, key: str, now: datetime) -> SplitView:
    """One criterion of one dossier for its appraiser; a constant number of queries.

    Raises:
        NotFound: No such dossier or criterion, or not visible to ``actor``.
    """
    assessment = get_appraised(actor=actor, assessment_id=assessment_id)
    edition = compiled(assessment.participant.track.edition)
    criterion = edition.scorer.criteria.get(key)
    if criterion is None:
        raise NotFound("criterion.not_found", key=key)
    others = compared_with(assessment) if criterion.peer_rule else Compared()
    layers = three_layers(assessment)
    columns = columns_of(key, layers, others.scorers(edition.scorer))
    present = round_of(assessment, touches_of(assessment.pk))
    walked = keys_of(actor, assessment)
    mine = keys_in_duty(duties_over(actor, assessment.participant), edition.indicator_set)
    return SplitView(
        assessment=assessment,
        criterion=criterion,
        path=edition.indicator_set.tree.path(key)[:-1],
        columns=columns,
        rule=rule_sentence(criterion, page_language(), with_labels=True),
        claimed_reason=reason_text(columns.claimed, page_language()),
        appraised_reason=reason_text(columns.appraised, page_language()),
        broken=_broken(criterion, columns, layers[0].answers),
        figures=list_figures_shown(
            criterion, layers[0].answers, layers[1].answers, edition.scorer, _origins(assessment, criterion)
        ),
        documents=with_copies(
            list_documents(assessment, key).get(key, ()), actor=actor, assessment=assessment, key=key
        ),
        entry=next((each for each in assessment.entries.all() if each.criterion_key == key), None),
        present=present,
        decision=present.rows.get(key),
        rounds=[each for each in list_rounds(assessment, key) if each.number < present.number],
        remarks=list_remarks(assessment, "authority", key).get(key, ()),
        points=points_input(criterion),
        is_mine=key in mine,
        verdict=appraisal_verdict("appraise", actor=actor, assessment=assessment, now=now),
        may_write=message_verdict(actor=actor, assessment=assessment).is_allowed,
        walk=Walk([each for each in present.due if each in walked], key),
        hurdle=_hurdle(assessment, criterion, layers[0]),
        is_claimed=not claims_nothing(criterion, layers[0]),
    )


def _hurdle(assessment: Assessment, criterion: Criterion, claimed: Layer) -> str:
    """What the documents lack, in words; one query."""
    found = hurdle_of_evidence(
        criterion,
        claimed,
        list_shown([assessment.pk]).get((assessment.pk, criterion.key), ()),
        period_of(assessment),
        requires_signatures=policies_of(assessment).require_signatures,
    )
    return hurdle_label(found, page_language()) if found else ""
