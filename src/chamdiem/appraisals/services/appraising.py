"""Appraising one criterion: accept the claim, correct its figures, award points, ask for more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.appraisals.awarding import claims_nothing, read_figures, read_points
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.rounds import Round, round_of
from chamdiem.appraisals.scoring import latest_appraisals, list_corrections
from chamdiem.appraisals.selectors.doors import list_appraised
from chamdiem.appraisals.services.locking import (
    criterion_of,
    demand_duty,
    locked,
    move,
    record,
)
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.scoring import claimed_layer
from chamdiem.core.criterion import Criterion
from chamdiem.core.points import decimal, decimal_text
from chamdiem.errors import Conflict, Incomplete, WrongStage
from chamdiem.web.numbers import moment_text, plain

Verdict = Appraisal.Verdict
# A decision that changes the claim says why.
_NEED_REASON = (Verdict.CORRECTED, Verdict.AWARDED, Verdict.MORE_WANTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an appraiser decides about one criterion, as typed."""

    verdict: str
    typed: Mapping[str, str] = field(default_factory=dict)
    points: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """A decision that may be stored."""

    verdict: str
    answers: Mapping[str, int] = field(default_factory=dict)
    points: Fraction | None = None
    reason: str = ""


@transaction.atomic
def appraise_criterion(
    *, actor: User, assessment_id: int, key: str, decision: Decision, version: int, now: datetime
) -> Appraisal:
    """Decide one criterion of one dossier in its present round (thẩm định tiêu chí).

    The claim of the organisation is never touched: the decision is a row beside it.

    Args:
        actor: An appraiser with the criterion among her duties.
        assessment_id: The dossier.
        key: The criterion.
        decision: What is decided.
        version: The version of the decision that was on the page; 0 where there was none.
        now: The clock.

    Raises:
        NotFound: No such dossier, criterion or figure, or not visible to ``actor``.
        NotAllowed: ``actor`` does not appraise here, or not this criterion.
        WrongStage: Not at this stage, or the criterion is not due in this round.
        Incomplete: Reason, points or figures are missing, or nothing was claimed.
        Invalid: A value does not fit; names every one.
        Conflict: Somebody decided it meanwhile; carries what they decided.
    """
    assessment = locked(list_appraised, actor=actor, assessment_id=assessment_id, action="appraise", now=now)
    criterion, present = criterion_of(assessment, key), round_of(assessment)
    demand_duty(actor, assessment, key)
    _demand_due(present, criterion, decision)
    _demand_seen(present.rows.get(key), version, decision)
    checked = _checked(decision, criterion, assessment)
    return _stored(assessment, criterion, present, checked, actor=actor, now=now)


@transaction.atomic
def uphold_appraisal(
    *, actor: User, assessment_id: int, key: str, reason: str, version: int, now: datetime
) -> Appraisal:
    """Keep what the round before decided, although the organisation justified its claim.

    Raises:
        NotFound: No such dossier or criterion, or not visible to ``actor``.
        NotAllowed: ``actor`` does not appraise here, or not this criterion.
        WrongStage: Not at this stage, not due in this round, or there is no round before.
        Incomplete: No reason is given.
        Conflict: Somebody decided it meanwhile.
    """
    assessment = locked(list_appraised, actor=actor, assessment_id=assessment_id, action="appraise", now=now)
    criterion, present = criterion_of(assessment, key), round_of(assessment)
    demand_duty(actor, assessment, key)
    before = latest_appraisals(assessment.appraisals.all(), present.number - 1).get(key)
    if before is None:
        raise WrongStage("appraisal.nothing_to_uphold", criterion=criterion.label)
    decision = Decision(verdict=before.verdict, reason=reason)
    _demand_due(present, criterion, decision)
    _demand_seen(present.rows.get(key), version, decision)
    if not reason.strip():
        raise Incomplete("appraisal.reason_missing", criterion=criterion.label)
    points = None if before.points is None else Fraction(before.points)
    checked = _Checked(verdict=before.verdict, answers=before.answers, points=points, reason=reason.strip())
    return _stored(assessment, criterion, present, checked, actor=actor, now=now)


def _demand_due(present: Round, criterion: Criterion, decision: Decision) -> None:
    if criterion.key not in present.due:
        raise WrongStage("appraisal.not_in_round", criterion=criterion.label, round=str(present.number))
    if decision.verdict == Verdict.MORE_WANTED and present.number > 1:
        raise WrongStage("appraisal.more_not_possible", criterion=criterion.label)


def _demand_seen(row: Appraisal | None, version: int, decision: Decision) -> None:
    if (row.version if row else 0) == version:
        return
    if row is None:
        raise Conflict("appraisal.changed_meanwhile", version="0")
    raise Conflict(
        "appraisal.decided_meanwhile",
        person=str(row.appraised_by),
        at=moment_text(row.appraised_at),
        version=str(row.version),
        theirs=words_of(row.verdict, row.points, row.reason),
        yours=words_of(decision.verdict, decision.points, decision.reason),
    )


def words_of(verdict: str, points: Decimal | str | None, reason: str) -> str:
    """A decision in a few words: ``chấm điểm 7,5: thiếu phụ lục``."""
    number = plain(points) if isinstance(points, Decimal) else (points or "").strip()
    head = f"{Verdict(verdict).label} {number}".strip() if verdict in Verdict.values else number
    return f"{head}: {reason.strip()}" if reason.strip() else head


def _checked(decision: Decision, criterion: Criterion, assessment: Assessment) -> _Checked:
    label, reason = criterion.label, decision.reason.strip()
    claimed = claimed_layer(assessment)
    if decision.verdict in _NEED_REASON and not reason:
        raise Incomplete("appraisal.reason_missing", criterion=label)
    match decision.verdict:
        case Verdict.ACCEPTED:
            if claims_nothing(criterion, claimed):
                raise Incomplete("appraisal.nothing_claimed", criterion=label)
            return _Checked(verdict=Verdict.ACCEPTED, reason=reason)
        case Verdict.CORRECTED:
            answers = read_figures(criterion, decision.typed, claimed.answers)
            _demand_agreement(criterion, assessment, answers)
            return _Checked(verdict=Verdict.CORRECTED, answers=answers, reason=reason)
        case Verdict.AWARDED:
            points = read_points(criterion, decision.points)
            return _Checked(verdict=Verdict.AWARDED, points=points, reason=reason)
        case Verdict.MORE_WANTED:
            return _Checked(verdict=Verdict.MORE_WANTED, reason=reason)
    raise Incomplete("appraisal.no_verdict", criterion=label)


def _demand_agreement(criterion: Criterion, assessment: Assessment, answers: Mapping[str, int]) -> None:
    """A figure that several criteria read has one correct value, not one for each."""
    for row in list_corrections(assessment.appraisals.all()).values():
        for figure, value in row.answers.items():
            if row.criterion_key != criterion.key and figure in answers and answers[figure] != value:
                other = criterion_of(assessment, row.criterion_key)
                place = list(criterion.letters.figures).index(figure)
                kind = list(criterion.letters.inputs.values())[place]
                raise Conflict(
                    "appraisal.figure_corrected_elsewhere",
                    criterion=other.label,
                    figure=kind.label or figure,
                    value=kind.show(value),
                    person=str(row.appraised_by),
                )


def _stored(
    assessment: Assessment,
    criterion: Criterion,
    present: Round,
    checked: _Checked,
    *,
    actor: User,
    now: datetime,
) -> Appraisal:
    row = present.rows.get(criterion.key) or Appraisal(
        assessment=assessment, round=present.number, criterion_key=criterion.key, version=0
    )
    before = facts_of(row) if row.pk else None
    row.verdict, row.reason = checked.verdict, checked.reason
    row.answers = dict(checked.answers)
    row.points = None if checked.points is None else decimal(checked.points)
    row.appraised_by, row.appraised_at = actor, now
    row.version += 1
    row.save()
    move(assessment, Assessment.Status.APPRAISAL)
    record(
        assessment,
        actor=actor,
        action="appraisal.decide",
        now=now,
        subject=row,
        criterion=criterion.key,
        round=row.round,
        before=before,
        after=facts_of(row),
    )
    return row


def facts_of(row: Appraisal) -> dict[str, Any]:
    """A decision as plain facts for the audit."""
    points = None if row.points is None else decimal_text(Fraction(row.points))
    return {"verdict": str(row.verdict), "answers": row.answers, "points": points, "reason": row.reason}
