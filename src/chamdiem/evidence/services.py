"""Bringing documents in, using them, and checking what they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, BinaryIO, Self

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, Refused
from chamdiem.evidence.checking import check_later
from chamdiem.evidence.hooks import tell_changed
from chamdiem.evidence.inspection import Limits, inspect_file
from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse, StoredFile
from chamdiem.evidence.pages import page_reference, unfit_pages
from chamdiem.evidence.permissions import may_add_documents, may_change_document
from chamdiem.evidence.secrecy import (
    find_mark_in_field,
    find_mark_in_file,
    find_mark_in_number,
    refuse_secrets,
)
from chamdiem.evidence.secrecy_apart import Reader, read_pages_apart
from chamdiem.evidence.selectors import get_document
from chamdiem.evidence.storing import put_file
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.steps import FIRST_DAY
from chamdiem.web.folding import search_text
from chamdiem.web.numbers import date_text

LONGEST_NAME = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What people say about a document: trích yếu, số và ký hiệu, ngày, cơ quan ban hành, loại minh chứng."""

    title: str
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    evidence_kind: str = ""

    @classmethod
    def of(cls, document: Document) -> Self:
        """What is said of a document now."""
        return cls(**{field.name: getattr(document, field.name) for field in fields(cls)})

    def refuse_unfit(self, now: datetime) -> None:
        """Refuse words that bear a mark of secrecy, and a day on which nothing can have been issued.

        Raises:
            Refused: ``evidence.secret``, ``evidence.issued_in_future`` or ``evidence.issued_too_early``.
        """
        refuse_secrets(find_mark_in_number(self.number))
        refuse_secrets(find_mark_in_field(self.title))
        today = localdate(now)
        if self.issued_on and self.issued_on > today:
            raise Refused("evidence.issued_in_future", day=date_text(self.issued_on), today=date_text(today))
        if self.issued_on and self.issued_on < FIRST_DAY:
            day, first = date_text(self.issued_on), date_text(FIRST_DAY)
            raise Refused("evidence.issued_too_early", day=day, first=first)


@transaction.atomic
def add_file(
    *,
    actor: User,
    organisation: Organisation,
    stream: BinaryIO,
    file_name: str,
    described: Description,
    now: datetime,
    reader: Reader = read_pages_apart,
) -> Document:
    """Bring in a file as a new document; its signatures are checked afterwards, in the background.

    ``reader`` looks for marks of secrecy in a PDF.

    Raises:
        NotAllowed: ``actor`` does not work for the organisation.
        Refused: The file is of a kind, size or content that may not come in, or bears a mark of secrecy.
    """
    _check_actor(actor, organisation)
    described.refuse_unfit(now)
    file = _store(stream, file_name, now, reader)
    document = _document(actor, organisation, Document.Kind.FILE, described, now)
    _add_version(document, file, file_name, actor, now)
    _record(actor, "evidence.add_file", document, now, sha256=file.sha256, file_name=file_name)
    return document


@transaction.atomic
def add_version(
    *, actor: User, document_id: int, stream: BinaryIO, file_name: str, now: datetime
) -> DocumentVersion:
    """A newer file of a document; the older ones stay.

    Raises:
        NotFound: No such document, or not visible.
        NotAllowed: It belongs to another body, or is shown for more than her criteria.
        Conflict: The newest version has the same content.
        Refused: The file may not come in.
    """
    document = _get_changed(actor, document_id)
    # Lock the row: two people may add a version at the same moment.
    Document.objects.select_for_update().get(pk=document.pk)
    file = _store(stream, file_name, now)
    newest = document.versions.first()
    if newest is not None and newest.file_id == file.pk:
        raise Conflict("evidence.same_version")
    version = _add_version(document, file, file_name, actor, now)
    tell_changed(document, actor, now)
    _record(actor, "evidence.add_version", document, now, sha256=file.sha256, number=version.number)
    return version


@transaction.atomic
def add_link(
    *, actor: User, organisation: Organisation, url: str, described: Description, now: datetime
) -> Document:
    """Bring in an address on the network as a document.

    Raises:
        NotAllowed: ``actor`` does not work for the organisation.
        Incomplete: No address.
    """
    _check_actor(actor, organisation)
    described.refuse_unfit(now)
    if not url.startswith(("https://", "http://")):
        raise Incomplete("evidence.no_address")
    document = _document(actor, organisation, Document.Kind.LINK, described, now, url=url)
    _record(actor, "evidence.add_link", document, now, url=url)
    return document


@transaction.atomic
def add_citation(
    *, actor: User, organisation: Organisation, described: Description, now: datetime
) -> Document:
    """Cite a document by number, day, issuer and summary, without a file.

    Raises:
        NotAllowed: ``actor`` does not work for the organisation.
        Incomplete: Number, day or issuer is missing.
    """
    _check_actor(actor, organisation)
    described.refuse_unfit(now)
    if not (described.number.strip() and described.issued_on and described.issuer.strip()):
        raise Incomplete("evidence.citation_incomplete")
    document = _document(actor, organisation, Document.Kind.CITATION, described, now)
    _record(actor, "evidence.add_citation", document, now, number=described.number)
    return document


@transaction.atomic
def describe_document(*, actor: User, document_id: int, described: Description, now: datetime) -> Document:
    """Change what is said about a document; whatever hangs on it follows.

    Raises:
        NotFound: No such document, or not visible.
        NotAllowed: It belongs to another body, or is shown for more than her criteria.
    """
    document = _get_changed(actor, document_id)
    described.refuse_unfit(now)
    before = Description.of(document)
    document.title, document.number = described.title.strip(), described.number.strip()
    document.issued_on, document.issuer = described.issued_on, described.issuer.strip()
    document.evidence_kind, document.search_text = described.evidence_kind, _searchable(described)
    document.save(update_fields=["title", "number", "issued_on", "issuer", "evidence_kind", "search_text"])
    if Description.of(document) != before:
        tell_changed(document, actor, now)
    _record(actor, "evidence.describe", document, now)
    return document


@transaction.atomic
def use_document(
    *,
    actor: User,
    document: Document,
    assessment_id: int,
    criterion_key: str,
    now: datetime,
    pages: str = "",
    note: str = "",
) -> EvidenceUse:
    """Show a document for one criterion of a dossier; the caller has checked that this dossier may be edited.

    Raises:
        Conflict: It is shown there already.
        Incomplete: Its file has no such pages.
    """
    found = EvidenceUse.objects.filter(
        document=document, assessment_id=assessment_id, criterion_key=criterion_key, removed_at__isnull=True
    )
    if found.exists():
        raise Conflict("evidence.used_already")
    if reference := page_reference(pages):
        _check_pages(document, reference)
    use = EvidenceUse.objects.create(
        document=document,
        assessment_id=assessment_id,
        criterion_key=criterion_key,
        pages=reference,
        note=note.strip(),
        added_by=actor,
        added_at=now,
    )
    _demand_kept(document)
    _record(actor, "evidence.use", document, now, criterion=criterion_key, assessment=assessment_id)
    return use


@transaction.atomic
def use_for_criteria(
    *, actor: User, document: Document, assessment_id: int, keys: Collection[str], now: datetime
) -> list[EvidenceUse]:
    """Show one document for several criteria of a dossier; a fixed number of statements.

    The caller has checked that this dossier may be edited.

    Raises:
        Conflict: It is shown for one of them already.
    """
    found = EvidenceUse.objects.filter(
        document=document, assessment_id=assessment_id, criterion_key__in=keys, removed_at__isnull=True
    )
    if found.exists():
        raise Conflict("evidence.used_already")
    uses = EvidenceUse.objects.bulk_create(
        EvidenceUse(
            document=document, assessment_id=assessment_id, criterion_key=key, added_by=actor, added_at=now
        )
        for key in keys
    )
    _demand_kept(document)
    _record(actor, "evidence.use", document, now, criteria=list(keys), assessment=assessment_id)
    return uses


@transaction.atomic
def remove_use(*, actor: User, use: EvidenceUse, now: datetime) -> None:
    """Take a document away from a criterion; it stays in the folder. The caller has checked the dossier."""
    use.removed_at = now
    use.save(update_fields=["removed_at"])
    _record(actor, "evidence.remove_use", use.document, now, criterion=use.criterion_key)


def _demand_kept(document: Document) -> None:
    """Asked once it is shown: whoever withdraws it at the same moment has finished by then."""
    if Document.objects.filter(pk=document.pk, withdrawn_at__isnull=False).exists():
        raise NotFound("evidence.not_found")


def _check_pages(document: Document, reference: str) -> None:
    newest = document.versions.select_related("file").first()
    count = newest.file.pages if newest is not None else None
    if count and (unfit := unfit_pages(reference, count)):
        raise Incomplete("evidence.pages_unfit", pages=", ".join(unfit), count=str(count))


def _check_actor(actor: User, organisation: Organisation) -> None:
    if not may_add_documents(actor, organisation):
        raise NotAllowed("evidence.add_not_allowed")


def _get_changed(actor: User, document_id: int) -> Document:
    document = get_document(actor=actor, document_id=document_id)
    _check_actor(actor, document.organisation)
    if not may_change_document(actor, document):
        raise NotAllowed("evidence.change_not_allowed")
    return document


def _store(stream: BinaryIO, file_name: str, now: datetime, reader: Reader = read_pages_apart) -> StoredFile:
    inspected = inspect_file(stream, name=file_name, limits=Limits.with_largest(settings.MOST_EVIDENCE_BYTES))
    refuse_secrets(find_mark_in_field(file_name.rpartition(".")[0]))
    refuse_secrets(find_mark_in_file(stream, inspected.kind, reader))
    stored = put_file(stream)
    file, _is_new = StoredFile.objects.get_or_create(
        sha256=stored.sha256,
        defaults={
            "size": stored.size_bytes,
            "media_type": inspected.media_type,
            "pages": inspected.pages,
            "has_active_content": any(flag.is_active for flag in inspected.flags),
            "findings": [str(flag) for flag in inspected.flags],
            "stored_at": now,
        },
    )
    # Also where it was there: the scanner may be new, or know more than it did.
    check_later(file)
    return file


def _document(
    actor: User, organisation: Organisation, kind: str, described: Description, now: datetime, url: str = ""
) -> Document:
    if not described.title.strip():
        raise Incomplete("evidence.no_title")
    return Document.objects.create(
        organisation=organisation,
        kind=kind,
        title=described.title.strip(),
        number=described.number.strip(),
        issued_on=described.issued_on,
        issuer=described.issuer.strip(),
        evidence_kind=described.evidence_kind,
        url=url,
        added_by=actor,
        added_at=now,
        search_text=_searchable(described),
    )


def _searchable(described: Description) -> str:
    return search_text(described.title, described.number, described.issuer)[:800]


def _add_version(
    document: Document, file: StoredFile, file_name: str, actor: User, now: datetime
) -> DocumentVersion:
    last = document.versions.aggregate(last=Max("number"))["last"] or 0
    return DocumentVersion.objects.create(
        document=document,
        number=last + 1,
        file=file,
        file_name=file_name[-LONGEST_NAME:],
        added_by=actor,
        added_at=now,
    )


def _record(actor: User, action: str, document: Document, now: datetime, **facts: Any) -> None:
    record_event(
        actor=actor,
        action=action,
        subject=document,
        at=now,
        organisation_path=document.organisation.path,
        **facts,
    )
