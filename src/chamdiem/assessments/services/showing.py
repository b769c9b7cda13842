"""Evidence of a criterion: files, links, citations, and documents of the folder (tài liệu kiểm chứng)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import is_declared
from chamdiem.assessments.offers import list_offers
from chamdiem.assessments.services.locking import Desk, content_changed, on_the_desk, record
from chamdiem.errors import NotAllowed, NotFound
from chamdiem.evidence import services as evidence
from chamdiem.evidence.models import Document, EvidenceUse
from chamdiem.evidence.selectors import get_document
from chamdiem.evidence.services import Description

_MOST_NOTE = 500


@transaction.atomic
def show_file(
    *, actor: User, assessment_id: int, key: str, stream: BinaryIO, file_name: str, now: datetime
) -> EvidenceUse:
    """Bring in a file and show it for a criterion.

    Raises:
        NotFound, NotAllowed, WrongStage: As ``save_answer``.
        Refused: The file may not come in; as ``evidence.services.add_file``.
    """
    desk = _desk(actor, assessment_id, key, now)
    title = file_name.rpartition(".")[0] or file_name
    document = evidence.add_file(
        actor=actor,
        organisation=desk.assessment.participant.organisation,
        stream=stream,
        file_name=file_name,
        described=Description(title=title),
        now=now,
    )
    return _show(desk, document, key)


@transaction.atomic
def show_citation(
    *, actor: User, assessment_id: int, key: str, described: Description, url: str = "", now: datetime
) -> EvidenceUse:
    """Cite a document, or name its address on the network, and show it for a criterion.

    Raises:
        NotFound, NotAllowed, WrongStage: As ``save_answer``.
        Incomplete: As ``evidence.services.add_citation`` and ``add_link``.
    """
    desk = _desk(actor, assessment_id, key, now)
    organisation = desk.assessment.participant.organisation
    add: Callable[[], Document] = (
        (
            lambda: evidence.add_link(
                actor=actor, organisation=organisation, url=url, described=described, now=now
            )
        )
        if url
        else (
            lambda: evidence.add_citation(
                actor=actor, organisation=organisation, described=described, now=now
            )
        )
    )
    return _show(desk, add(), key)


@transaction.atomic
def show_document(
    *,
    actor: User,
    assessment_id: int,
    key: str,
    document_id: int,
    pages: str = "",
    is_offered: bool = False,
    now: datetime,
) -> EvidenceUse:
    """Show a document of the organisation's folder for a criterion, with its pages.

    One that was offered (``is_offered``) says in its note where it came from.

    Raises:
        NotFound: No such document, or none of this organisation; else as ``save_answer``.
        Conflict: It is shown there already.
    """
    desk = _desk(actor, assessment_id, key, now)
    document = get_document(actor=actor, document_id=document_id)
    if document.organisation_id != desk.assessment.participant.organisation_id:
        raise NotFound("evidence.not_found")
    origins = [
        offer.origin
        for offer in (list_offers(desk.assessment, key) if is_offered else ())
        if offer.document == document
    ]
    return _show(desk, document, key, pages, note=origins[0][:_MOST_NOTE] if origins else "")


@transaction.atomic
def describe_evidence(
    *, actor: User, assessment_id: int, use_id: int, said: Mapping[str, Any], now: datetime
) -> str:
    """Say of which kind a document is, or its day; counts and approval follow.

    ``said`` holds fields of ``evidence.services.Description``; what it does not name
    stays. Returns the key of the criterion.

    Raises:
        NotFound: It is not shown in this dossier; else as ``save_answer``.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action=None, now=now)
    use = _use(desk, use_id)
    described = replace(Description.of(use.document), **said)
    evidence.describe_document(actor=actor, document_id=use.document_id, described=described, now=now)
    return use.criterion_key


@transaction.atomic
def take_away(*, actor: User, assessment_id: int, use_id: int, now: datetime) -> str:
    """Take a document away from a criterion; it stays in the folder. Returns the key of the criterion.

    Raises:
        NotFound: It is not shown in this dossier; else as ``save_answer``.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action=None, now=now)
    use = _use(desk, use_id)
    evidence.remove_use(actor=actor, use=use, now=now)
    _follow(desk, use.criterion_key)
    record(desk, "assessment.take_evidence_away", criterion=use.criterion_key, document=use.document_id)
    return use.criterion_key


def _desk(actor: User, assessment_id: int, key: str, now: datetime) -> Desk:
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action=None, now=now)
    row = desk.row(key)
    if not row.is_criterion or not is_declared(row):
        raise NotAllowed("assessment.not_declared_here", row=desk.asked.labels[key])
    return desk


def _use(desk: Desk, use_id: int) -> EvidenceUse:
    """A document shown in this dossier, for a criterion that may be changed now."""
    shown = EvidenceUse.objects.filter(assessment=desk.assessment, removed_at__isnull=True)
    use = shown.select_related("document").filter(pk=use_id).first()
    if use is None or not desk.access.sees(use.criterion_key):
        raise NotFound("evidence.not_found")
    desk.row(use.criterion_key)
    return use


def _show(desk: Desk, document: Document, key: str, pages: str = "", note: str = "") -> EvidenceUse:
    use = evidence.use_document(
        actor=desk.actor,
        document=document,
        assessment_id=desk.assessment.pk,
        criterion_key=key,
        pages=pages,
        note=note,
        now=desk.now,
    )
    _follow(desk, key)
    record(desk, "assessment.show_evidence", criterion=key, document=document.pk)
    return use


def _follow(desk: Desk, key: str) -> None:
    content_changed(desk, [key], f"{desk.asked.labels[key]}: tài liệu kiểm chứng")
