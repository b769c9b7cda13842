"""Rounds of a dossier: which one is on, what it decides, and what of it is decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from chamdiem.appraisals.models import Appraisal, Justification
from chamdiem.appraisals.permissions import COUNCIL
from chamdiem.appraisals.scoring import Columns, list_changed, three_layers
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.policies import Policies
from chamdiem.core.criterion import Criterion
from chamdiem.core.scoring import Scorer
from chamdiem.indicators.selectors import compiled

# One explanation is due to an organisation, also where the authority appraises only once.
_LEAST_ROUNDS_EXPLAINED = 1


@dataclass(frozen=True, slots=True)
class Touches:
    """When a figure or a criterion of a returned dossier was last changed by the organisation."""

    figures: Mapping[str, datetime] = field(default_factory=dict)
    criteria: Mapping[str, datetime] = field(default_factory=dict)

    def is_after(self, moment: datetime, criterion: Criterion) -> bool:
        """Whether anything the criterion rests on was changed after a moment."""
        touched = self.criteria.get(criterion.key)
        if touched is not None and touched > moment:
            return True
        return any(
            at > moment for each in criterion.letters.figures if (at := self.figures.get(each)) is not None
        )


@dataclass(frozen=True, slots=True)
class Round:
    """The round a dossier is in (vòng thẩm định).

    Attributes:
        number: 1, 2 …
        due: The criteria it decides, in printed order.
        rows: Criterion key → its row of this round.
        stale: Decided before the organisation changed the criterion: to be decided again.
    """

    number: int
    due: tuple[str, ...]
    rows: Mapping[str, Appraisal]
    stale: frozenset[str] = frozenset()

    def is_decided(self, key: str) -> bool:
        """Whether the criterion has a decision that still holds; asking for more is none."""
        row = self.rows.get(key)
        return row is not None and row.verdict != Appraisal.Verdict.MORE_WANTED and key not in self.stale

    def list_undecided(self, keys: Collection[str] | None = None) -> list[str]:
        """The criteria still to be decided, in printed order; among some keys, or all."""
        return [key for key in self.due if (keys is None or key in keys) and not self.is_decided(key)]

    def list_more_wanted(self) -> list[str]:
        """The criteria for which more was asked."""
        wanted = Appraisal.Verdict.MORE_WANTED
        return [key for key in self.due if key in self.rows and self.rows[key].verdict == wanted]


def round_number(
    status: str, appraisals: Iterable[Appraisal], justifications: Iterable[Justification]
) -> int:
    """Which round a dossier is in; an explanation that is not yet handed in opens no new one."""
    if status == Assessment.Status.EXPLANATION:
        return max((each.round for each in appraisals), default=1)
    return 1 + max((each.round for each in justifications), default=0)


def round_of(assessment: Assessment, touches: Touches | None = None) -> Round:
    """The round of a dossier; no query where appraisals and justifications are prefetched."""
    scorer = compiled(assessment.participant.track.edition).scorer
    appraisals, justifications = assessment.appraisals.all(), assessment.justifications.all()
    number = round_number(assessment.last_step, appraisals, justifications)
    rows = {each.criterion_key: each for each in appraisals if each.round == number}
    due = _due(scorer, number, justifications)
    return Round(number, due, rows, _stale(scorer, rows, touches))


def list_disputed(assessment: Assessment, until: int | None = None) -> list[Columns]:
    """The criteria in which the appraisal differs from the claim and nobody has agreed in a round before.

    No query where the layers and justifications are prefetched.
    """
    number = round_number(assessment.last_step, assessment.appraisals.all(), assessment.justifications.all())
    agreed = {
        each.criterion_key
        for each in assessment.justifications.all()
        if each.stance == Justification.Stance.AGREED and each.round < number
    }
    scorer = compiled(assessment.participant.track.edition).scorer
    changed = list_changed(three_layers(assessment, until), scorer)
    return [each for each in changed if each.row.key not in agreed]


def shown_until(assessment: Assessment) -> int | None:
    """The last round the organisation may see: not the one that is being appraised now."""
    if assessment.last_step in (Assessment.Status.SUBMITTED, Assessment.Status.APPRAISAL):
        return max((each.round for each in assessment.justifications.all()), default=0)
    return None


def sent_until(assessment: Assessment, key: str) -> datetime:
    """Until when what is shown for a criterion was sent: with the dossier, or an earlier explanation."""
    number = round_of(assessment).number
    said = [
        each.written_at
        for each in assessment.justifications.all()
        if each.criterion_key == key and each.round < number
    ]
    return max(filter(None, [assessment.submitted_at, *said]), default=datetime.min.replace(tzinfo=UTC))


def is_last_round(assessment: Assessment, number: int) -> bool:
    """Whether what is justified after this round goes to the council and not to the appraisers again."""
    return number >= policies_of(assessment).appraisal_rounds


def may_be_explained(assessment: Assessment, number: int) -> bool:
    """Whether an explanation may follow this round."""
    return number <= max(policies_of(assessment).appraisal_rounds - 1, _LEAST_ROUNDS_EXPLAINED)


def policies_of(assessment: Assessment) -> Policies:
    """The choices of the campaign of a dossier."""
    return Policies.from_data(assessment.participant.campaign.policies)


def _due(scorer: Scorer, number: int, justifications: Iterable[Justification]) -> tuple[str, ...]:
    if number == 1:
        return tuple(key for key, each in scorer.criteria.items() if each.row.evaluator != COUNCIL)
    justified = {
        each.criterion_key
        for each in justifications
        if each.round == number - 1 and each.stance == Justification.Stance.JUSTIFIED
    }
    return tuple(key for key in scorer.criteria if key in justified)


def _stale(scorer: Scorer, rows: Mapping[str, Appraisal], touches: Touches | None) -> frozenset[str]:
    if touches is None:
        return frozenset()
    return frozenset(
        key
        for key, row in rows.items()
        if key in scorer.criteria and touches.is_after(row.appraised_at, scorer.criteria[key])
    )
