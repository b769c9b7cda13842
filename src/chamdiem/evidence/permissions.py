"""Who may see, add and change documents of an organisation."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import administers_all, holds, offices_helped, paths_held
from chamdiem.campaigns.models import Assignment
from chamdiem.evidence.hooks import used_elsewhere
from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.tree import below

# Every document of the body is theirs; a contributor has those of her criteria and those she brought.
OWN = (Role.DATA_OFFICER, Role.LEADER)
BRINGERS = (*OWN, Role.CONTRIBUTOR)
AUTHORITY = (Role.APPRAISER, Role.STANDING_BODY, Role.COUNCIL)


def may_add_documents(actor: User, organisation: Organisation) -> bool:
    """Whether a person may bring documents into the folder of an organisation."""
    return holds(actor, BRINGERS, organisation.path)


def may_change_document(actor: User, document: Document) -> bool:
    """Whether a visible document is a person's to change; two queries at most.

    A contributor changes what is shown for nothing but her criteria, and what she brought
    while nobody shows it.
    """
    if holds(actor, OWN, document.organisation.path):
        return True
    if not may_add_documents(actor, document.organisation):
        return False
    uses = EvidenceUse.objects.filter(document=document, removed_at__isnull=True)
    given = list(uses.annotate(is_given=_given_to(actor)).values_list("is_given", flat=True))
    is_hers = all(given) if given else document.added_by_id == actor.pk
    return is_hers and not used_elsewhere(document)


def may_withdraw(actor: User, handed_in: Document | DocumentVersion) -> bool:
    """Whether a document or a version of it is a person's to withdraw: hers, or of the body she leads."""
    document = handed_in if isinstance(handed_in, Document) else handed_in.document
    if holds(actor, [Role.LEADER], document.organisation.path):
        return True
    return handed_in.added_by_id == actor.pk and may_add_documents(actor, document.organisation)


def own_documents(actor: User) -> Q:
    """A condition on documents: those of her bodies, or of her part of their dossiers."""
    shown = EvidenceUse.objects.filter(_given_to(actor), document=OuterRef("pk"), removed_at__isnull=True)
    helped = below("organisation__path", paths_held(actor, [Role.CONTRIBUTOR]))
    hers = Q(added_by=actor) | Q(Exists(shown))
    return below("organisation__path", paths_held(actor, OWN)) | (helped & hers)


def may_manage_trust(actor: User) -> bool:
    """Whether a person may say whose signatures the installation trusts: an administrator at the top."""
    return administers_all(actor)


def _given_to(actor: User) -> Exists:
    """A condition on uses: the criterion was given to an office she works for as contributor."""
    return Exists(
        Assignment.objects.filter(
            participant=OuterRef("assessment__participant"),
            criterion_key=OuterRef("criterion_key"),
            office__in=offices_helped(actor),
        )
    )
