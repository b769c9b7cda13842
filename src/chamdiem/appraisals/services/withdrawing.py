"""Documents of an explanation: taken off before it is sent, and held once somebody relied on them."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext as _

from chamdiem.accounts.models import User
from chamdiem.appraisals.models import Justification
from chamdiem.appraisals.rounds import round_of, sent_until
from chamdiem.appraisals.selectors.doors import list_explained
from chamdiem.appraisals.services.locking import locked, record
from chamdiem.errors import NotFound, WrongStage
from chamdiem.evidence.hooks import BEGINNING
from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse
from chamdiem.evidence.services import remove_use


@transaction.atomic
def take_off(*, actor: User, assessment_id: int, use_id: int, now: datetime) -> str:
    """Take a document off the explanation of a criterion; it stays in the folder. Returns the criterion.

    Raises:
        NotFound: No such dossier or document in it, or not visible to ``actor``.
        NotAllowed: ``actor`` is not data officer or leader of the organisation.
        WrongStage: Not at this stage or state, its last day is over, or it was sent before.
    """
    assessment = locked(list_explained, actor=actor, assessment_id=assessment_id, action="justify", now=now)
    shown = EvidenceUse.objects.filter(assessment=assessment, removed_at__isnull=True)
    use = shown.select_related("document__organisation").filter(pk=use_id).first()
    if use is None:
        raise NotFound("evidence.not_found")
    if use.added_at <= sent_until(assessment, use.criterion_key):
        raise WrongStage("explanation.document_sent", title=use.document.title)
    remove_use(actor=actor, use=use, now=now)
    written = assessment.justifications.filter(round=round_of(assessment).number)
    row = written.filter(criterion_key=use.criterion_key).first()
    if row is None:
        raise NotFound("evidence.not_found")
    row.version, row.written_by, row.written_at = row.version + 1, actor, now
    row.save(update_fields=["version", "written_by", "written_at"])
    record(
        assessment,
        actor=actor,
        action="explanation.take_off",
        now=now,
        subject=row,
        criterion=use.criterion_key,
        document=use.document.title,
    )
    return use.criterion_key


def hold_what_was_judged(document: Document, version: DocumentVersion | None) -> str:
    """Where an appraiser judged a document, or an explanation rests on it; with a version, since it came."""
    since = version.added_at if version else BEGINNING
    rests = Justification.objects.filter(
        assessment=OuterRef("assessment"),
        criterion_key=OuterRef("criterion_key"),
        written_at__gte=Greatest(OuterRef("added_at"), Value(since)),
        written_at__lt=Coalesce(OuterRef("removed_at"), Value(datetime.max.replace(tzinfo=UTC))),
    )
    uses = EvidenceUse.objects.filter(document=document).annotate(is_explained=Exists(rests))
    found = (
        uses.filter(Q(verdict_at__gte=since) | Q(is_explained=True))
        .select_related("assessment__participant__campaign")
        .first()
    )
    if found is None:
        return ""
    words = (
        _("giải trình của {organisation}, {campaign}")
        if found.is_explained
        else _("kết luận thẩm định đối với {organisation}, {campaign}")
    )
    participant = found.assessment.participant
    return words.format(organisation=participant.name, campaign=participant.campaign.name)
