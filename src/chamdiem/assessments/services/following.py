"""What happens to a dossier when its evidence changes elsewhere: counts and approval follow."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.permissions import Access
from chamdiem.assessments.selectors.doors import with_campaign
from chamdiem.assessments.services.locking import COUNTED, Desk, content_changed, count_again
from chamdiem.evidence.models import Document, EvidenceUse, StoredFile
from chamdiem.evidence.selectors import find_use_in_sent
from chamdiem.evidence.showing import shown_in_sent

_OPEN = (Assessment.Status.DRAFT, Assessment.Status.RETURNED)


@transaction.atomic
def follow_evidence(*, assessment_id: int, key: str, actor: User, now: datetime) -> None:
    """The documents of a criterion changed: count again, and void an approval of what was there before."""
    assessment = _locked(assessment_id)
    asked = asked_of(assessment.participant.track.edition)
    if key in asked.rows:
        desk = Desk(assessment, Access(), asked, actor, now)
        content_changed(desk, [key], f"{asked.labels[key]}: tài liệu kiểm chứng")


def follow_files(files: QuerySet[StoredFile]) -> None:
    """What is known of files has changed: count again in every dossier that shows one and is still open."""
    shown = Assessment.objects.filter(
        evidence_uses__document__versions__file__in=files,
        evidence_uses__removed_at__isnull=True,
        status__in=_OPEN,
    )
    for pk in shown.values_list("pk", flat=True).distinct():
        recount(assessment_id=pk)


def follow_document(document: Document, actor: User, now: datetime) -> None:
    """A document gets another file or description: another content of every open dossier that shows it.

    Raises:
        WrongStage: A dossier that was sent shows it: what was sent stays as it was.
    """
    uses = EvidenceUse.objects.filter(document=document, removed_at__isnull=True).order_by("assessment_id")
    # Locked first: a dossier that is being sent is waited for.
    list(Assessment.objects.select_for_update().filter(pk__in=uses.values("assessment")).order_by("pk"))
    if sent := find_use_in_sent(document):
        raise shown_in_sent(sent)
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for assessment_id, key in uses.values_list("assessment_id", "criterion_key"):
        keys[assessment_id].append(key)
    for assessment_id, shown_for in keys.items():
        assessment = _locked(assessment_id)
        desk = Desk(assessment, Access(), asked_of(assessment.participant.track.edition), actor, now)
        content_changed(desk, shown_for, f"tài liệu kiểm chứng: {document.title}")


@transaction.atomic
def recount(*, assessment_id: int) -> Assessment:
    """Bring the counts of a dossier in step with its content; changes no content."""
    assessment = _locked(assessment_id)
    count_again(assessment, asked_of(assessment.participant.track.edition))
    assessment.save(update_fields=COUNTED)
    return assessment


def _locked(assessment_id: int) -> Assessment:
    return with_campaign().select_for_update(of=("self",)).get(pk=assessment_id)
