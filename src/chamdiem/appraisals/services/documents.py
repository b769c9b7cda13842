"""The verdict on a document shown for a criterion (kết luận về tài liệu kiểm chứng)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.appraisals.document_refusals import NEEDS_NOTE, REASONS
from chamdiem.appraisals.selectors.doors import list_appraised
from chamdiem.appraisals.services.locking import demand_duty, locked, record
from chamdiem.assessments.models import Assessment
from chamdiem.errors import Conflict, Incomplete, NotFound
from chamdiem.evidence.models import EvidenceUse

Verdict = EvidenceUse.Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Accepted, or refused with a reason code, and words where they help."""

    verdict: str
    code: str = ""
    note: str = ""


@transaction.atomic
def judge_document(
    *,
    actor: User,
    assessment_id: int,
    use_id: int,
    judgement: Judgement,
    seen: str,
    now: datetime,
) -> EvidenceUse:
    """Accept or refuse a document for one criterion; a refusal names its reason code.

    ``seen`` is the verdict that was on the page.

    Raises:
        NotFound: No such dossier or document in it, or not visible to ``actor``; or no such reason.
        NotAllowed: ``actor`` does not appraise here, or not this criterion.
        WrongStage: Not at this stage.
        Incomplete: A refusal without reason, or without the words its reason needs.
        Conflict: Somebody judged it meanwhile.
    """
    assessment = locked(list_appraised, actor=actor, assessment_id=assessment_id, action="appraise", now=now)
    use = _locked_use(assessment, use_id)
    demand_duty(actor, assessment, use.criterion_key)
    _demand_seen(use, seen)
    code, note = _checked_reason(judgement)
    use.verdict, use.refusal_code, use.verdict_note = judgement.verdict, code, note
    use.verdict_by, use.verdict_at = actor, now
    use.save(update_fields=["verdict", "refusal_code", "verdict_note", "verdict_by", "verdict_at"])
    record(
        assessment,
        actor=actor,
        action="document.judge",
        now=now,
        subject=use,
        criterion=use.criterion_key,
        before=seen,
        after=use.verdict,
        code=code,
        note=note,
    )
    return use


def _locked_use(assessment: Assessment, use_id: int) -> EvidenceUse:
    use = (
        EvidenceUse.objects.select_for_update(of=("self",))
        .select_related("document", "verdict_by")
        .filter(assessment=assessment, pk=use_id, removed_at__isnull=True)
        .first()
    )
    if use is None:
        raise NotFound("evidence.not_found")
    return use


def _demand_seen(use: EvidenceUse, seen: str) -> None:
    if use.verdict != seen:
        raise Conflict(
            "document.judged_meanwhile",
            person=str(use.verdict_by or ""),
            theirs=str(use.get_verdict_display()),
            title=use.document.title,
        )


def _checked_reason(judgement: Judgement) -> tuple[str, str]:
    verdict, code, note = judgement.verdict, judgement.code, judgement.note.strip()
    if verdict not in Verdict.values:
        raise NotFound("document.no_such_verdict")
    if verdict != Verdict.REFUSED:
        return "", note
    if not code:
        raise Incomplete("document.reason_missing")
    if code not in REASONS:
        raise NotFound("document.no_such_reason")
    if code in NEEDS_NOTE and not note:
        raise Incomplete("document.note_missing")
    return code, note
