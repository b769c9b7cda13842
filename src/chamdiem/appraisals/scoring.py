"""Three columns of points: as claimed, as appraised, and as the council rules.

The rows of appraisal stand over the claim, never in its place: of each criterion
the row of the latest round counts. The core scores every layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.appraisals.models import Appraisal, Ruling
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.scoring import Layer, claimed_layer
from chamdiem.core.award import Status
from chamdiem.core.criterion import Outcome
from chamdiem.core.indicator_set import Row
from chamdiem.core.override import Override
from chamdiem.core.scoring import Scorer, ScoreSheet, Spreads
from chamdiem.indicators.selectors import compiled

# What a dossier is read with, so that its three layers need no further query.
LAYERS = ("answers", "entries", "appraisals", "rulings")


def latest_appraisals(appraisals: Iterable[Appraisal], until: int | None = None) -> dict[str, Appraisal]:
    """Criterion key → the row of the latest round, or of the latest up to round ``until``."""
    latest: dict[str, Appraisal] = {}
    for each in sorted(appraisals, key=lambda appraisal: appraisal.round):
        if until is None or each.round <= until:
            latest[each.criterion_key] = each
    return latest


def over_claim(claimed: Layer, appraisals: Mapping[str, Appraisal]) -> Layer:
    """The claim with what appraisers decided over it."""
    overrides = dict(claimed.overrides)
    answers = dict(claimed.answers)
    for key, appraisal in appraisals.items():
        match appraisal.verdict:
            case Appraisal.Verdict.CORRECTED:
                # With correct figures the rule applies, also where it was claimed not to.
                overrides.pop(key, None)
                answers |= {
                    figure: None if value is None else int(value)
                    for figure, value in appraisal.answers.items()
                }
            case Appraisal.Verdict.AWARDED:
                overrides[key] = Override(points=Fraction(appraisal.points or 0), reason=appraisal.reason)
    return Layer(answers, overrides)


def appraised_layer(assessment: Assessment, until: int | None = None, claimed: Layer | None = None) -> Layer:
    """The claim with the appraisals of all rounds, or of those up to round ``until``.

    ``claimed`` stands in place of what the dossier says, where that does not count.
    """
    claimed = claimed_layer(assessment) if claimed is None else claimed
    return over_claim(claimed, latest_appraisals(assessment.appraisals.all(), until))


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

    What is claimed is compared with what the others claimed, and so never moves when somebody else's
    figure is corrected; the other two columns are compared with what holds of the others.
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
    assessment: Assessment,
    claims: Spreads | None = None,
    spreads: Spreads | None = None,
    claimed: Layer | None = None,
) -> ThreeSheets:
    """Score one dossier in its three layers; ``claimed`` and queries as above.

    Args:
        assessment: The dossier.
        claims: What its claim is compared with: what the others claimed.
        spreads: What its other two layers are compared with: what holds of the others.
        claimed: As above.
    """
    edition = compiled(assessment.participant.track.edition)
    scorer, claiming = (edition.scorer.with_spreads(each or {}) for each in (spreads, claims))
    of_claim, appraised, final = (
        each.score(layer.answers, layer.overrides)
        for each, layer in zip(
            (claiming, scorer, scorer), three_layers(assessment, claimed=claimed), strict=True
        )
    )
    columns = {
        row.key: Columns(
            row,
            scorer.criteria[row.key].label,
            *(sheet.outcomes[row.key] for sheet in (of_claim, appraised, final)),
        )
        for row in edition.indicator_set.criteria
    }
    return ThreeSheets(of_claim, appraised, final, columns)


def columns_of(
    key: str, layers: tuple[Layer, Layer, Layer], scorer: Scorer, claims: Scorer | None = None
) -> Columns:
    """One criterion of one dossier in three columns; ``claims`` compares the claim, where it differs."""
    scorers = (claims or scorer, scorer, scorer)
    outcomes = [
        each.outcome(key, layer.answers, layer.overrides.get(key))
        for each, layer in zip(scorers, layers, strict=True)
    ]
    criterion = scorer.criteria[key]
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
        columns_of(key, layers, scorer)
        for key, criterion in scorer.criteria.items()
        if claimed.overrides.get(key) != appraised.overrides.get(key)
        or not changed.isdisjoint(criterion.letters.figures)
    ]
    return [each for each in found if each.is_changed or each.appraised.status is Status.NEEDS_PEERS]
