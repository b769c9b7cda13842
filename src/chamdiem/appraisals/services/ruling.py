"""The word of the council on a criterion in dispute (kết luận của hội đồng)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from chamdiem.accounts.models import User
from chamdiem.appraisals.awarding import inputs_by_figure, read_points, read_ruled_figures
from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.permissions import COUNCIL
from chamdiem.appraisals.rounds import list_disputed
from chamdiem.appraisals.scoring import appraised_layer
from chamdiem.appraisals.selectors.doors import list_ruled
from chamdiem.appraisals.services.locking import criterion_of, locked, record
from chamdiem.assessments.models import Assessment
from chamdiem.core.criterion import Criterion
from chamdiem.core.points import decimal, decimal_text
from chamdiem.errors import Conflict, Incomplete, WrongStage
from chamdiem.web.numbers import moment_text, plain


@dataclass(frozen=True, slots=True)
class _Ruled:
    """What is ruled: points, or the figures that hold."""

    points: Decimal | None
    answers: Mapping[str, int]
    reason: str


@transaction.atomic
def rule_criterion(
    *,
    actor: User,
    assessment_id: int,
    key: str,
    points: str,
    reason: str,
    version: int,
    now: datetime,
) -> Ruling:
    """Decide a dispute with points and reason; nothing stands above it.

    Args:
        actor: A member of the council.
        assessment_id: The dossier.
        key: The criterion in dispute, or one that the council itself awards.
        points: As typed; within bounds and steps.
        reason: Why; the organisation reads it.
        version: The version of the ruling that was on the page; 0 where there was none.
        now: The clock.

    Raises:
        NotFound: No such dossier or criterion, or not visible to ``actor``.
        NotAllowed: ``actor`` is not on the council.
        WrongStage: Not at this stage or state, or the criterion is not in dispute.
        Incomplete: Points or reason are missing.
        Invalid: The points are no number, out of bounds, or between two steps.
        Conflict: Another member ruled meanwhile; carries both.
    """
    assessment = locked(list_ruled, actor=actor, assessment_id=assessment_id, action="rule", now=now)
    criterion = _criterion_to_rule(assessment, key, reason)
    given = decimal(read_points(criterion, points, _("Điểm kết luận")))
    return _stored(assessment, criterion, _Ruled(given, {}, reason.strip()), version, actor=actor, now=now)


@transaction.atomic
def rule_figures(
    *,
    actor: User,
    assessment_id: int,
    key: str,
    typed: Mapping[str, str],
    reason: str,
    version: int,
    now: datetime,
) -> Ruling:
    """Decide a dispute with the figures that hold: the rule gives the points, others are compared with them.

    Args:
        actor: A member of the council.
        assessment_id: The dossier.
        key: The criterion in dispute.
        typed: Figure key → as typed, all of the criterion.
        reason: Why; the organisation reads it.
        version: The version of the ruling that was on the page; 0 where there was none.
        now: The clock.

    Raises:
        NotFound: No such dossier, criterion or figure, or not visible to ``actor``.
        NotAllowed: ``actor`` is not on the council.
        WrongStage: Not at this stage or state, or the criterion is not in dispute.
        Incomplete: Figures or reason are missing.
        Invalid: A value does not fit; names every one.
        Conflict: Another member ruled meanwhile, or ruled otherwise on a shared figure elsewhere.
    """
    assessment = locked(list_ruled, actor=actor, assessment_id=assessment_id, action="rule", now=now)
    criterion = _criterion_to_rule(assessment, key, reason)
    figures = read_ruled_figures(criterion, typed, appraised_layer(assessment).answers)
    _demand_agreement(assessment, criterion, figures)
    return _stored(
        assessment, criterion, _Ruled(None, figures, reason.strip()), version, actor=actor, now=now
    )


def _criterion_to_rule(assessment: Assessment, key: str, reason: str) -> Criterion:
    criterion = criterion_of(assessment, key)
    disputed = {each.row.key for each in list_disputed(assessment)}
    if key not in disputed and criterion.row.evaluator != COUNCIL:
        raise WrongStage("ruling.not_disputed", criterion=criterion.label)
    if not reason.strip():
        raise Incomplete("ruling.reason_missing", criterion=criterion.label)
    return criterion


def _stored(
    assessment: Assessment, criterion: Criterion, ruled: _Ruled, version: int, *, actor: User, now: datetime
) -> Ruling:
    row = next((each for each in assessment.rulings.all() if each.criterion_key == criterion.key), None)
    _demand_seen(row, version, criterion, ruled)
    before = _facts(row) if row else None
    row = row or Ruling(assessment=assessment, criterion_key=criterion.key, version=0)
    row.points, row.answers, row.reason = ruled.points, dict(ruled.answers), ruled.reason
    row.ruled_by, row.ruled_at = actor, now
    row.version += 1
    row.save()
    facts = {"criterion": criterion.key, "before": before, "after": _facts(row)}
    record(assessment, actor=actor, action="ruling.rule", now=now, subject=row, **facts)
    return row


def _demand_agreement(assessment: Assessment, criterion: Criterion, figures: Mapping[str, int]) -> None:
    """A figure that several criteria read is ruled on once."""
    inputs = inputs_by_figure(criterion)
    for row in assessment.rulings.all():
        for figure, value in row.answers.items():
            if row.criterion_key != criterion.key and figure in figures and figures[figure] != value:
                kind = inputs[figure]
                raise Conflict(
                    "ruling.figure_ruled_elsewhere",
                    criterion=criterion_of(assessment, row.criterion_key).label,
                    figure=kind.label or figure,
                    value=kind.show(value),
                    person=str(row.ruled_by),
                )


def _words(criterion: Criterion, ruled: Ruling | _Ruled) -> str:
    """A ruling in a few words: ``12,5: công nhận 50``."""
    inputs = inputs_by_figure(criterion)
    said = [f"{inputs[key].label or key} = {inputs[key].show(value)}" for key, value in ruled.answers.items()]
    return f"{'; '.join(said) if ruled.points is None else plain(ruled.points)}: {ruled.reason}"


def _demand_seen(row: Ruling | None, version: int, criterion: Criterion, yours: _Ruled) -> None:
    if (row.version if row else 0) != version:
        raise Conflict(
            "ruling.ruled_meanwhile",
            criterion=criterion.label,
            person=str(row.ruled_by) if row else "",
            at=moment_text(row.ruled_at if row else None),
            version=str(row.version if row else 0),
            theirs=_words(criterion, row) if row else "",
            yours=_words(criterion, yours),
        )


def _facts(row: Ruling) -> dict[str, Any]:
    if row.points is None:
        return {"answers": row.answers, "reason": row.reason}
    return {"points": decimal_text(Fraction(row.points)), "reason": row.reason}
