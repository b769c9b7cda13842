"""What happens to a dossier when its evidence changes elsewhere: counts and approval follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.models import Assessment, Submission
from chamdiem.assessments.permissions import Access
from chamdiem.assessments.selectors.doors import with_campaign
from chamdiem.assessments.services.locking import COUNTED, Desk, content_changed, count_again, record
from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse, StoredFile
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
    uses = _locked_uses(document)
    if sent := find_use_in_sent(document):
        raise shown_in_sent(sent)
    _tell_dossiers(uses, actor, now, f"tài liệu kiểm chứng: {document.title}")


def hold_what_was_sent(document: Document, version: DocumentVersion | None) -> str:
    """The dossier that was sent with a document, or with one version of it; empty where none was."""
    if sent := find_use_in_sent(document):
        return _place(sent.assessment, sent.criterion_key)
    shown = {"document_id": document.pk} | ({"sha256": version.file.sha256} if version else {})
    frozen = Submission.objects.filter(
        assessment__participant__organisation=document.organisation,
        withdrawn_at__isnull=True,
        content__evidence__contains=[shown],
    )
    found = frozen.select_related("assessment__participant__campaign").order_by("pk").last()
    return _place(found.assessment) if found else ""


def leave_open_dossiers(document: Document, actor: User, now: datetime) -> None:
    """A document is withdrawn: the open dossiers that showed it show it no more.

    Raises:
        WrongStage: One of them was sent meanwhile.
    """
    uses = _locked_uses(document)
    if sent := find_use_in_sent(document):
        raise shown_in_sent(sent)
    shown = list(uses)
    uses.update(removed_at=now)
    for desk, keys in _tell_dossiers(shown, actor, now, f"tài liệu kiểm chứng đã rút: {document.title}"):
        record(desk, "assessment.take_evidence_away", criteria=keys, document=document.pk)


def _locked_uses(document: Document) -> QuerySet[EvidenceUse]:
    """Where a document is shown, every dossier of it locked: one that is being sent is waited for."""
    uses = EvidenceUse.objects.filter(document=document, removed_at__isnull=True).order_by("assessment_id")
    list(Assessment.objects.select_for_update().filter(pk__in=uses.values("assessment")).order_by("pk"))
    return uses


def _tell_dossiers(
    uses: Iterable[EvidenceUse], actor: User, now: datetime, because: str
) -> list[tuple[Desk, list[str]]]:
    """Every dossier of some uses has another content; returns each with the criteria in which it has."""
    told = []
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for use in uses:
        keys[use.assessment_id].append(use.criterion_key)
    for assessment_id, shown_for in keys.items():
        assessment = _locked(assessment_id)
        desk = Desk(assessment, Access(), asked_of(assessment.participant.track.edition), actor, now)
        content_changed(desk, shown_for, because)
        told.append((desk, shown_for))
    return told


def _place(assessment: Assessment, key: str = "") -> str:
    participant = assessment.participant
    place = _("hồ sơ đã gửi của {organisation}, {campaign}").format(
        organisation=participant.name, campaign=participant.campaign.name
    )
    return f"{place} ({asked_of(participant.track.edition).labels.get(key, key)})" if key else place


@transaction.atomic
def recount(*, assessment_id: int) -> Assessment:
    """Bring the counts of a dossier in step with its content; changes no content."""
    assessment = _locked(assessment_id)
    count_again(assessment, asked_of(assessment.participant.track.edition))
    assessment.save(update_fields=COUNTED)
    return assessment


def _locked(assessment_id: int) -> Assessment:
    return with_campaign().select_for_update(of=("self",)).get(pk=assessment_id)
