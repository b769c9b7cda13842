"""What is said about a criterion beside its figures: note, missing evidence, not applicable, discussion."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import is_declared
from chamdiem.assessments.models import CriterionEntry, Remark
from chamdiem.assessments.services.locking import Desk, content_changed, on_the_desk, record
from chamdiem.campaigns.calendar import LOCAL
from chamdiem.errors import Conflict, Incomplete, NotAllowed

LEAST_REASON = 10
MOST_TEXT = 4_000


@transaction.atomic
def save_note(
    *, actor: User, assessment_id: int, key: str, note: str, seen_version: int, now: datetime
) -> CriterionEntry:
    """Keep the note of a criterion.

    Raises:
        NotFound, NotAllowed, WrongStage: As ``save_answer``.
        Conflict: Somebody else wrote since; carries both texts.
        Incomplete: The text is longer than is kept.
    """
    return _save(
        "note", note, actor=actor, assessment_id=assessment_id, key=key, seen_version=seen_version, now=now
    )


@transaction.atomic
def explain_missing_evidence(
    *, actor: User, assessment_id: int, key: str, reason: str, seen_version: int, now: datetime
) -> CriterionEntry:
    """Say why a criterion has no evidence, or not enough; an empty text takes it back.

    Raises:
        NotFound, NotAllowed, WrongStage, Conflict: As ``save_note``.
        Incomplete: The explanation is too short to be one.
    """
    if reason.strip() and len(reason.strip()) < LEAST_REASON:
        raise Incomplete("assessment.reason_too_short", least=str(LEAST_REASON))
    return _save(
        "no_evidence_reason",
        reason,
        actor=actor,
        assessment_id=assessment_id,
        key=key,
        seen_version=seen_version,
        now=now,
    )


@transaction.atomic
def set_not_applicable(
    *, actor: User, assessment_id: int, key: str, reason: str, is_not_applicable: bool, now: datetime
) -> CriterionEntry:
    """Say that a criterion does not apply to this organisation, and why; or take it back.

    What that means for the points is for the edition to say.

    Raises:
        NotFound, NotAllowed, WrongStage: As ``save_answer``.
        Incomplete: There is no reason.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action=None, now=now)
    row = desk.row(key)
    if not row.is_criterion or not is_declared(row):
        raise NotAllowed("assessment.not_declared_here", row=desk.asked.labels[key])
    reason = reason.strip()
    if is_not_applicable and len(reason) < LEAST_REASON:
        raise Incomplete("assessment.reason_too_short", least=str(LEAST_REASON))
    entry = _entry(desk, key)
    entry.is_not_applicable = is_not_applicable
    entry.not_applicable_reason = reason[:MOST_TEXT] if is_not_applicable else ""
    _keep(desk, entry, "assessment.not_applicable", applies=not is_not_applicable, reason=reason)
    return entry


@transaction.atomic
def add_remark(*, actor: User, assessment_id: int, key: str, text: str, now: datetime) -> Remark:
    """Say something in the discussion of a row; the organisation's own people read it.

    Raises:
        NotFound, NotAllowed, WrongStage: As the table of actions says.
        Incomplete: Nothing is said.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action=None, now=now)
    desk.row(key, "discuss")
    text = text.strip()[:MOST_TEXT]
    if not text:
        raise Incomplete("assessment.remark_empty")
    remark = Remark.objects.create(
        assessment=desk.assessment, criterion_key=key, author=actor, text=text, written_at=now
    )
    desk.assessment.last_activity_at = now
    desk.assessment.save(update_fields=["last_activity_at"])
    record(desk, "assessment.remark", criterion=key)
    return remark


def _save(
    name: str, text: str, *, actor: User, assessment_id: int, key: str, seen_version: int, now: datetime
) -> CriterionEntry:
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action=None, now=now)
    desk.row(key)
    text = text.strip()
    if len(text) > MOST_TEXT:
        raise Incomplete("assessment.text_too_long", most=str(MOST_TEXT))
    entry = _entry(desk, key)
    if getattr(entry, name) == text:
        return entry
    # Another part of the same entry may have changed; only this text is at stake.
    if entry.version != seen_version and getattr(entry, name):
        raise _conflict(entry, getattr(entry, name), text, actor)
    setattr(entry, name, text)
    _keep(desk, entry, f"assessment.{name}", text=text)
    return entry


def _entry(desk: Desk, key: str) -> CriterionEntry:
    found = CriterionEntry.objects.filter(assessment=desk.assessment, criterion_key=key).first()
    return found or CriterionEntry(assessment=desk.assessment, criterion_key=key, version=0)


def _keep(desk: Desk, entry: CriterionEntry, action: str, **facts: object) -> None:
    entry.version += 1
    entry.changed_by, entry.changed_at = desk.actor, desk.now
    entry.save()
    row = desk.asked.rows[entry.criterion_key]
    content_changed(desk, [row.key], desk.asked.labels[row.key])
    record(desk, action, criterion=entry.criterion_key, **facts)


def _conflict(entry: CriterionEntry, theirs: str, mine: str, actor: User) -> Conflict:
    return Conflict(
        "assessment.answer_conflict",
        label=entry.criterion_key,
        value=theirs,
        shown=theirs,
        mine=mine,
        person=str(entry.changed_by or ""),
        is_own="yes" if entry.changed_by_id == actor.pk else "",
        at=f"{entry.changed_at.astimezone(LOCAL):%H:%M %d/%m/%Y}",
        version=str(entry.version),
    )
