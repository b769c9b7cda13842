"""Documents and files that go with an explanation: all of them are kept, or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import BinaryIO

from chamdiem.accounts.models import User
from chamdiem.assessments.models import Assessment
from chamdiem.errors import NotFound, Refused
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.evidence.selectors import list_documents_of
from chamdiem.evidence.services import Description, add_file, use_document

Files = Sequence[tuple[str, BinaryIO]]


def show_documents(
    assessment: Assessment,
    key: str,
    document_ids: Collection[int],
    files: Files,
    *,
    actor: User,
    now: datetime,
) -> list[str]:
    """Show documents of the organisation, and files as new ones, for a criterion; what is new there.

    Raises:
        NotFound: A document is not one of the organisation.
        Refused: A file is; names it, and the others that were sent with it.
    """
    own = list_documents_of(assessment.participant.organisation)
    documents = list(own.filter(pk__in=document_ids))
    if len(documents) < len(set(document_ids)):
        raise NotFound("evidence.not_found")
    uses = EvidenceUse.objects.filter(assessment=assessment, criterion_key=key, removed_at__isnull=True)
    there = set(uses.values_list("document_id", flat=True))
    new = [each for each in documents if each.pk not in there]
    new += _bring_in(assessment, files, actor=actor, now=now)
    for each in new:
        use_document(actor=actor, document=each, assessment_id=assessment.pk, criterion_key=key, now=now)
    return [str(each) for each in new]


def _bring_in(assessment: Assessment, files: Files, *, actor: User, now: datetime) -> list[Document]:
    brought = []
    for place, (name, stream) in enumerate(files):
        try:
            document = add_file(
                actor=actor,
                organisation=assessment.participant.organisation,
                stream=stream,
                file_name=name,
                described=Description(title=name.rpartition(".")[0] or name),
                now=now,
            )
        except Refused as refused:
            # Several are sent at once: the sentence says which of them it is about, and what went with it.
            others = ", ".join(other for at, (other, _stream) in enumerate(files) if at != place)
            facts = {**refused.facts, "sent_file": name, "sent_with": others}
            raise type(refused)(refused.code, **facts) from refused
        brought.append(document)
    return brought
