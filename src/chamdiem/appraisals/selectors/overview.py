"""One dossier for those who appraise it: every criterion in three columns, with its decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chamdiem.accounts.models import User
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.peers import compared_with
from chamdiem.appraisals.permissions import appraisal_verdict
from chamdiem.appraisals.rounds import Round, round_of
from chamdiem.appraisals.scoring import Columns, three_sheets
from chamdiem.appraisals.selectors.doors import get_appraised
from chamdiem.appraisals.selectors.queue import ENDED, keys_of
from chamdiem.appraisals.selectors.touches import touches_of
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.workflow import day_of_whole
from chamdiem.campaigns.calendar import LOCAL
from chamdiem.core.indicator_set import Row
from chamdiem.errors import Verdict
from chamdiem.indicators.selectors import compiled
from chamdiem.indicators.sheet import shared_words


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """One row of the overview: a criterion with its decision, or a group above it."""

    row: Row
    depth: int
    columns: Columns | None
    decision: Appraisal | None
    state: str
    is_mine: bool
    # With which row it has its points in common, in words; empty where it has its own.
    shares: str = ""


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
    # Whether any points hang on the figures of others.
    is_compared: bool
    today: date
    # The last day the organisation has, with the time it was given more.
    entry_until: date

    @property
    def is_over(self) -> bool:
        """Whether the points are those of the closing, and no longer provisional."""
        return self.assessment.participant.campaign.status in ENDED

    @property
    def return_from(self) -> date:
        """The first day a returned dossier may be due: time that was given is not taken away."""
        return max(self.today, self.entry_until)

    @property
    def is_entry_over(self) -> bool:
        """Whether the organisation has no time left, so that a return needs a day."""
        return self.entry_until < self.today

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
    sheets = three_sheets(assessment, compared_with(assessment))
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
            shared_words(row, edition.indicator_set),
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
        any(each.peer_rule for each in edition.scorer.criteria.values()),
        now.astimezone(LOCAL).date(),
        day_of_whole(assessment),
    )


def state_of_criterion(present: Round, key: str) -> str:
    """The state pages show of a criterion in a round."""
    row = present.rows.get(key)
    if key not in present.due:
        return "closed"
    if key in present.stale:
        return "stale"
    return "waiting" if row is None else row.verdict
