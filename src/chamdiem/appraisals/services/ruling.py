"""The word of the council on a criterion in dispute (kết luận của hội đồng)."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from django.db import transaction
from django.utils.translation import gettext as _

from chamdiem.accounts.models import User
from chamdiem.appraisals.awarding import read_points
from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.permissions import COUNCIL
from chamdiem.appraisals.rounds import list_disputed
from chamdiem.appraisals.selectors.doors import list_ruled
from chamdiem.appraisals.services.locking import criterion_of, locked, record
from chamdiem.core.points import decimal, decimal_text
from chamdiem.errors import Conflict, Incomplete, WrongStage
from chamdiem.web.numbers import moment_text, plain


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
    criterion = criterion_of(assessment, key)
    disputed = {each.row.key for each in list_disputed(assessment)}
    if key not in disputed and criterion.row.evaluator != COUNCIL:
        raise WrongStage("ruling.not_disputed", criterion=criterion.label)
    if not reason.strip():
        raise Incomplete("ruling.reason_missing", criterion=criterion.label)
    given = read_points(criterion, points, _("Điểm kết luận"))
    row = next((each for each in assessment.rulings.all() if each.criterion_key == key), None)
    _demand_seen(row, version, criterion.label, f"{plain(given)}: {reason.strip()}")
    before = _facts(row) if row else None
    row = row or Ruling(assessment=assessment, criterion_key=key, version=0)
    row.points, row.reason = decimal(given), reason.strip()
    row.ruled_by, row.ruled_at = actor, now
    row.version += 1
    row.save()
    facts = {"criterion": key, "before": before, "after": _facts(row)}
    record(assessment, actor=actor, action="ruling.rule", now=now, subject=row, **facts)
    return row


def _demand_seen(row: Ruling | None, version: int, criterion: str, yours: str) -> None:
    if (row.version if row else 0) != version:
        raise Conflict(
            "ruling.ruled_meanwhile",
            criterion=criterion,
            person=str(row.ruled_by) if row else "",
            at=moment_text(row.ruled_at if row else None),
            version=str(row.version if row else 0),
            theirs=f"{plain(row.points)}: {row.reason}" if row else "",
            yours=yours,
        )


def _facts(row: Ruling) -> dict[str, str]:
    return {"points": decimal_text(Fraction(row.points)), "reason": row.reason}
