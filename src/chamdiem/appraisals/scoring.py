"""Three columns of points: as claimed, as appraised, and as the council rules.

The rows of appraisal stand over the claim, never in its place: of each criterion
the row of the latest round counts, and points awarded there stand over the figures
corrected before. The core scores every layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.appraisals.comparing import Compared, Scorers
from chamdiem.appraisals.models import Appraisal, Ruling
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.scoring import Layer, claimed_layer
from chamdiem.core.award import Status
from chamdiem.core.criterion import Outcome
from chamdiem.core.indicator_set import Row
from chamdiem.core.override import Override
from chamdiem.core.scoring import Scorer, ScoreSheet
from chamdiem.indicators.selectors import compiled

# What a dossier is read with, so that its three layers need no further query.
LAYERS = ("answers", "entries", "appraisals", "rulings")


def latest_appraisals(appraisals: Iterable[Appraisal], until: int | None = None) -> dict[str, Appraisal]:
    """Criterion key → the row of the latest round, or of the latest up to round ``until``."""
    return {each.criterion_key: each for each in _by_round(appraisals, until)}


def list_corrections(appraisals: Iterable[Appraisal], until: int | None = None) -> dict[str, Appraisal]:
    """Criterion key → the row whose corrected figures hold, among all rounds or those up to ``until``.

    Points awarded in a later round stand over the figures corrected before; any other decision stands in
    their place.
    """
    holding: dict[str, Appraisal] = {}
    for each in _by_round(appraisals, until):
        if each.verdict != Appraisal.Verdict.AWARDED:
            # Taken out first: of a figure that several criteria read, what was said last holds.
            holding.pop(each.criterion_key, None)
        if each.verdict == Appraisal.Verdict.CORRECTED:
            holding[each.criterion_key] = each
    return holding


def _by_round(appraisals: Iterable[Appraisal], until: int | None) -> list[Appraisal]:
    known = [each for each in appraisals if until is None or each.round <= until]
    return sorted(known, key=lambda appraisal: appraisal.round)


def over_claim(claimed: Layer, appraisals: Iterable[Appraisal], until: int | None = None) -> Layer:
    """The claim with what appraisers decided over it, in all rounds or in those up to ``until``."""
    overrides, answers, appraisals = dict(claimed.overrides), dict(claimed.answers), list(appraisals)
    for key, row in list_corrections(appraisals, until).items():
        # With correct figures the rule applies, also where it was claimed not to.
        overrides.pop(key, None)
        answers |= {figure: None if value is None else int(value) for figure, value in row.answers.items()}
    for key, row in latest_appraisals(appraisals, until).items():
        if row.verdict == Appraisal.Verdict.AWARDED:
            overrides[key] = Override(points=Fraction(row.points or 0), reason=row.reason)
    return Layer(answers, overrides)


def appraised_layer(assessment: Assessment, until: int | None = None, claimed: Layer | None = None) -> Layer:
    """The claim with the appraisals of all rounds, or of those up to round ``until``.

    ``claimed`` stands in place of what the dossier says, where that does not count.
    """
    claimed = claimed_layer(assessment) if claimed is None else claimed
    return over_claim(claimed, assessment.appraisals.all(), until)


def final_layer(assessment: Assessment, claimed: Layer | None = None) -> Layer:
    """What counts in the end: the rulings of the council over the appraisals; ``claimed`` as above."""
    return over_appraisal(appraised_layer(assessment, claimed=claimed), assessment.rulings.all())


def over_appraisal(appraised: Layer, rulings: Iterable[Ruling]) -> Layer:
    """The appraised layer with the rulings of the council over it."""
    overrides, answers = dict(appraised.overrides), dict(appraised.answers)
    for each in rulings:
        if each.points is not None:
            overrides[each.criterion_key] = Override(
                points=Fraction(each.points), reason=each.reason, is_ruling=True
            )
        else:
            # As where an appraiser corrects: with the figures that hold the rule applies.
            overrides.pop(each.criterion_key, None)
            answers |= {figure: int(value) for figure, value in each.answers.items()}
    return Layer(answers, overrides)


@dataclass(frozen=True, slots=True)
class Columns:
    """One criterion as claimed, as appraised, and in the end; ``label`` is how a sentence names it."""

    row: Row
    label: str
    claimed: Outcome
    appraised: Outcome
    final: Outcome

    @property
    def statuses(self) -> set[Status]:
        """What became of it in each layer."""
        return {self.claimed.status, self.appraised.status, self.final.status}

    @property
    def is_changed(self) -> bool:
        """Whether the appraisal differs from the claim: the organisation may explain.

        Where somebody else fills in a criterion nothing was claimed, so nothing differs.
        """
        if self.claimed.status is Status.MISSING and self.row.evaluator != "organisation":
            return False
        return differ(self.claimed, self.appraised)


def differ(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes give different points, or one gives none."""
    return (one.status, one.quanta) != (other.status, other.quanta)


@dataclass(frozen=True, slots=True)
class ThreeSheets:
    """The score sheets of one dossier.

    Each is compared with the same of the others: what is claimed never moves when somebody else's figure
    is corrected, and what is appraised never when the council rules on one.
    """

    claimed: ScoreSheet
    appraised: ScoreSheet
    final: ScoreSheet
    columns: Mapping[str, Columns]


def three_layers(
    assessment: Assessment, until: int | None = None, claimed: Layer | None = None
) -> tuple[Layer, Layer, Layer]:
    """Claimed, appraised (up to round ``until``) and final; ``claimed`` as above.

    No query where ``LAYERS`` are prefetched.
    """
    claimed = claimed_layer(assessment) if claimed is None else claimed
    appraised = appraised_layer(assessment, until, claimed)
    return claimed, appraised, over_appraisal(appraised, assessment.rulings.all())


def three_sheets(
    assessment: Assessment, others: Compared | None = None, claimed: Layer | None = None
) -> ThreeSheets:
    """Score one dossier in its three layers, each compared with the same of ``others``; else as above."""
    edition = compiled(assessment.participant.track.edition)
    plain, layers = edition.scorer, three_layers(assessment, claimed=claimed)
    of_claim, appraised, final = (
        scorer.score(layer.answers, layer.overrides)
        for scorer, layer in zip((others or Compared()).scorers(plain), layers, strict=True)
    )
    columns = {
        row.key: Columns(
            row,
            plain.criteria[row.key].label,
            *(sheet.outcomes[row.key] for sheet in (of_claim, appraised, final)),
        )
        for row in edition.indicator_set.criteria
    }
    return ThreeSheets(of_claim, appraised, final, columns)


def columns_of(key: str, layers: tuple[Layer, Layer, Layer], scorers: Scorers) -> Columns:
    """One criterion of one dossier in three columns."""
    outcomes = [
        each.outcome(key, layer.answers, layer.overrides.get(key))
        for each, layer in zip(scorers, layers, strict=True)
    ]
    criterion = scorers[0].criteria[key]
    return Columns(criterion.row, criterion.label, *outcomes)


def list_changed(layers: tuple[Layer, Layer, Layer], scorer: Scorer) -> list[Columns]:
    """The criteria in which the appraisal differs from the claim, in printed order.

    Only those are scored in which a figure or a decision differs at all: a shared
    figure, once corrected, changes every criterion that reads it. Where points wait
    for the figures of others, a figure that differs is a difference by itself, so
    that no dispute comes or goes with what somebody else reports.
    """
    claimed, appraised, _ = layers
    changed = {key for key in appraised.answers if appraised.answers[key] != claimed.answers.get(key)}
    found = [
        columns_of(key, layers, (scorer, scorer, scorer))
        for key, criterion in scorer.criteria.items()
        if claimed.overrides.get(key) != appraised.overrides.get(key)
        or not changed.isdisjoint(criterion.letters.figures)
    ]
    return [each for each in found if each.is_changed or each.appraised.status is Status.NEEDS_PEERS]
