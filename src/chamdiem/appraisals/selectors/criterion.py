"""One criterion of one dossier, side by side: what was shown, claimed, and what the decision says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chamdiem.accounts.models import User
from chamdiem.appraisals.awarding import points_input
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.peers import provisional_spreads
from chamdiem.appraisals.permissions import appraisal_verdict, duties_over, keys_in_duty, message_verdict
from chamdiem.appraisals.rounds import Round, round_of
from chamdiem.appraisals.scoring import Columns, columns_of, three_layers, three_sheets
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
from chamdiem.assessments.models import Assessment, CriterionEntry
from chamdiem.core.criterion import Criterion
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import Input
from chamdiem.core.sentences import reason_text, rule_sentence
from chamdiem.core.sentences.checks import broken_check_text
from chamdiem.errors import NotFound, Verdict
from chamdiem.indicators.selectors import compiled
from chamdiem.web.language import page_language


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
    place: int
    total: int
    previous: str
    following: str

    @property
    def row(self) -> Row:
        """The printed row."""
        return self.criterion.row

    @property
    def version(self) -> int:
        """The version of the decision on the page."""
        return self.decision.version if self.decision else 0

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
    scorer = edition.scorer
    if criterion.peer_rule is not None:
        scorer = scorer.with_spreads(provisional_spreads(assessment))
    layers = three_layers(assessment)
    columns = columns_of(key, layers, scorer)
    present = round_of(assessment, touches_of(assessment.pk))
    walked = [each for each in present.due if each in keys_of(actor, assessment)]
    place = walked.index(key) if key in walked else -1
    values = criterion.values(layers[0].answers)
    mine = keys_in_duty(duties_over(actor, assessment.participant), edition.indicator_set)
    return SplitView(
        assessment=assessment,
        criterion=criterion,
        path=edition.indicator_set.tree.path(key)[:-1],
        columns=columns,
        rule=rule_sentence(criterion, page_language(), with_labels=True),
        claimed_reason=reason_text(columns.claimed, page_language()),
        appraised_reason=reason_text(columns.appraised, page_language()),
        broken=[
            broken_check_text(check, criterion, values, page_language()) for check in columns.claimed.broken
        ],
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
        place=place + 1,
        total=len(walked),
        previous=walked[place - 1] if place > 0 else "",
        following=walked[place + 1] if 0 <= place < len(walked) - 1 else "",
    )


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """One row of the overview: a criterion with its decision, or a group above it."""

    row: Row
    depth: int
    columns: Columns | None
    decision: Appraisal | None
    state: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """One dossier for those who appraise it."""

    assessment: Assessment
    present: Round
    lines: Sequence[OverviewLine]
    undecided: Sequence[str]
    more_wanted: Sequence[str]
    next_key: str
    verdicts: dict[str, Verdict]
    claimed: object
    appraised: object

    @property
    def is_own(self) -> bool:
        """Whether this person appraises, but works for this organisation."""
        return self.verdicts["appraise"].code == "appraisal.own_body"

    @property
    def decided(self) -> int:
        """How many criteria of this round have a decision."""
        return len(self.present.due) - len(self.undecided)


def get_overview(*, actor: User, assessment_id: int, now: datetime) -> Overview:
    """One dossier with every criterion in three columns; a constant number of queries."""
    assessment = get_appraised(actor=actor, assessment_id=assessment_id)
    edition = compiled(assessment.participant.track.edition)
    sheets = three_sheets(assessment, provisional_spreads(assessment))
    present = round_of(assessment, touches_of(assessment.pk))
    mine = keys_of(actor, assessment)
    undecided = present.list_undecided()
    tree = edition.indicator_set.tree
    lines = [
        OverviewLine(
            row,
            len(tree.path(row.key)) - 1,
            sheets.columns.get(row.key),
            present.rows.get(row.key),
            state_of_criterion(present, row.key) if row.is_criterion else "",
            row.key in mine,
        )
        for row in edition.indicator_set.rows
        if row.role != "information"
    ]
    waiting = [key for key in undecided if key in mine]
    actions = ("appraise", "finish_appraisal", "return", "open_explanation")
    return Overview(
        assessment,
        present,
        lines,
        undecided,
        present.list_more_wanted(),
        (waiting or [key for key in present.due if key in mine] or [""])[0],
        {name: appraisal_verdict(name, actor=actor, assessment=assessment, now=now) for name in actions},
        sheets.claimed.total,
        sheets.appraised.total,
    )


def state_of_criterion(present: Round, key: str) -> str:
    """The state pages show of a criterion in a round."""
    row = present.rows.get(key)
    if key not in present.due:
        return "closed"
    if key in present.stale:
        return "stale"
    return "waiting" if row is None else row.verdict
