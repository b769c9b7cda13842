"""Reading documents: one door for each, and what lists need in a constant number of queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.accounts.permissions import paths_held, roles_of
from chamdiem.errors import NotFound
from chamdiem.evidence.hooks import shown_elsewhere
from chamdiem.evidence.models import (
    Document,
    DocumentVersion,
    EvidenceUse,
    StoredFile,
    TrustPolicy,
    TrustRoot,
)
from chamdiem.evidence.permissions import AUTHORITY, BRINGERS, may_add_documents, own_documents
from chamdiem.evidence.signatures import Trust
from chamdiem.organisations.models import Organisation
from chamdiem.web.folding import matching
from chamdiem.web.numbers import moment_text
from chamdiem.web.ordering import Alphabetical

# The authority sees a document once a dossier that uses it has been handed in.
_NOT_HANDED_IN = ("draft", "returned")


def list_documents(*, actor: User) -> QuerySet[Document]:
    """Documents this person may see: of her bodies or her part of them, and those shown to her authority."""
    kept = Document.objects.filter(_visible(actor), withdrawn_at__isnull=True)
    return kept.select_related("organisation").distinct()


def list_documents_of(organisation: Organisation) -> QuerySet[Document]:
    """The folder of a body; the caller has checked that it is hers."""
    return Document.objects.filter(organisation=organisation, withdrawn_at__isnull=True)


def get_document(*, actor: User, document_id: int) -> Document:
    """One visible document, or ``NotFound``."""
    document = list_documents(actor=actor).filter(pk=document_id).first()
    if document is None:
        raise _not_there(actor, pk=document_id)
    return document


def get_document_of(organisation: Organisation, *, actor: User, document_id: int) -> Document:
    """One visible document of one body, or ``NotFound``."""
    document = get_document(actor=actor, document_id=document_id)
    if document.organisation_id != organisation.pk:
        raise NotFound("evidence.not_found")
    return document


def get_version(*, actor: User, version_id: int) -> DocumentVersion:
    """One file of a visible document, or ``NotFound``; one query."""
    version = (
        DocumentVersion.objects.filter(pk=version_id, document__in=list_documents(actor=actor))
        .select_related("file", "document")
        .first()
    )
    if version is None:
        raise _not_there(actor, versions=version_id)
    return version


def _not_there(actor: User, **which: int) -> NotFound:
    """Why a document is not there: people of its body learn who withdrew it."""
    own = Document.objects.filter(own_documents(actor), **which)
    found = own.filter(withdrawn_at__isnull=False).select_related("withdrawn_by").first()
    if found is None:
        return NotFound("evidence.not_found")
    return NotFound(
        "evidence.withdrawn",
        title=found.title,
        person=str(found.withdrawn_by),
        at=moment_text(found.withdrawn_at),
        reason=found.withdrawal_reason,
    )


def list_uses(*, assessment_id: int, criterion_key: str | None = None) -> QuerySet[EvidenceUse]:
    """Where documents are used in a dossier, with their files; two queries. The caller has checked access."""
    uses = EvidenceUse.objects.filter(assessment_id=assessment_id, removed_at__isnull=True)
    if criterion_key is not None:
        uses = uses.filter(criterion_key=criterion_key)
    return uses.select_related("document__organisation", "added_by").prefetch_related(
        "document__versions__file"
    )


def find_duplicates(*, actor: User, file: StoredFile, besides: int | None = None) -> list[EvidenceUse]:
    """Other places where the same content is shown, as far as this person may see them.

    Across criteria, organisations and years, each place once; ``besides`` leaves out one use.
    """
    uses = EvidenceUse.objects.filter(
        document__versions__file=file, removed_at__isnull=True, document__in=list_documents(actor=actor)
    )
    if besides is not None:
        uses = uses.exclude(pk=besides)
    found = uses.select_related("document", "assessment__participant__campaign").distinct()
    places = {
        (each.assessment_id, each.criterion_key, each.pages): each
        for each in found.order_by("-added_at", "-pk")
    }
    return sorted(places.values(), key=lambda use: (use.added_at, use.pk))


def find_first_with_same_file(documents: Collection[Document], *, actor: User) -> dict[int, Document]:
    """Document → the first one of its body with the same newest file, where that is another; one query.

    As far as this person may see them; versions are at hand.
    """
    newest = {each.pk: versions[0].file_id for each in documents if (versions := list(each.versions.all()))}
    if not newest:
        return {}
    same = DocumentVersion.objects.filter(
        file__in=set(newest.values()),
        document__organisation__in={each.organisation_id for each in documents},
        document__in=list_documents(actor=actor),
    )
    first: dict[tuple[int, int], Document] = {}
    for version in same.select_related("document").order_by("document_id"):
        first.setdefault((version.document.organisation_id, version.file_id), version.document)
    found = {each.pk: first[each.organisation_id, newest[each.pk]] for each in documents if each.pk in newest}
    return {pk: document for pk, document in found.items() if document.pk != pk}


def list_trust_roots() -> QuerySet[TrustRoot]:
    """Every root there ever was, those in force first."""
    return TrustRoot.objects.order_by("-is_active", Alphabetical("name"))


def demands_revocation() -> bool:
    """Whether a certificate is only believed with a revocation list at hand; yes until somebody chose."""
    chosen = TrustPolicy.objects.values_list("demands_revocation", flat=True).first()
    return True if chosen is None else chosen


def current_trust() -> Trust:
    """What signatures are checked against now; two queries."""
    found: dict[str, list[bytes]] = {kind: [] for kind in TrustRoot.Kind.values}
    for root in TrustRoot.objects.filter(is_active=True):
        found[root.kind].append(root.certificate.encode())
    return Trust(
        roots=tuple(found[TrustRoot.Kind.ROOT]),
        certificates=tuple(found[TrustRoot.Kind.INTERMEDIATE]),
        revocation_lists=tuple(found[TrustRoot.Kind.REVOCATION_LIST]),
        demands_revocation=demands_revocation(),
    )


def _visible(actor: User) -> Q:
    visible = shown_elsewhere(actor) | own_documents(actor)
    for path in paths_held(actor, AUTHORITY):
        shown = Q(
            uses__removed_at__isnull=True,
            uses__assessment__participant__campaign__owner__path__startswith=path,
        )
        visible |= shown & ~Q(uses__assessment__status__in=_NOT_HANDED_IN)
    return visible


def filter_documents(documents: QuerySet[Document], wanted: Mapping[str, str]) -> QuerySet[Document]:
    """A list of documents narrowed by words, kind and verdict on signatures; files come along."""
    if typed := wanted.get("q"):
        documents = documents.filter(matching(typed))
    if kind := wanted.get("kind"):
        documents = documents.filter(kind=kind)
    if signature := wanted.get("signature"):
        documents = documents.filter(versions__file__signature=signature)
    return documents.prefetch_related("versions__file").order_by("-added_at", "-pk")


def list_own_organisations(*, actor: User) -> list[Organisation]:
    """Bodies this person may add documents for: those she works in, not those below."""
    ids = {held.organisation_id for held in roles_of(actor) if held.role in BRINGERS}
    return list(Organisation.objects.filter(pk__in=ids).order_by("name_order"))


def get_own_organisation(*, actor: User, organisation_id: int) -> Organisation:
    """A body this person may add documents for, or ``NotFound``."""
    organisation = Organisation.objects.filter(pk=organisation_id).first()
    if organisation is None or not may_add_documents(actor, organisation):
        raise NotFound("organisation.not_found")
    return organisation


def find_use_in_sent(document: Document) -> EvidenceUse | None:
    """Where a document is shown in a dossier that was sent, so that it stays as it is; one query."""
    uses = EvidenceUse.objects.filter(document=document, removed_at__isnull=True).order_by("assessment_id")
    shown = uses.select_related("assessment__participant__campaign")
    return shown.exclude(assessment__status__in=_NOT_HANDED_IN).first()
