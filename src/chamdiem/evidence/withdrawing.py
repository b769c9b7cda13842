"""Taking back what was handed in by mistake: a document, or the newest version of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.errors import Conflict, Incomplete, NotAllowed, WrongStage
from chamdiem.evidence.hooks import held_by, tell_changed, tell_withdrawn
from chamdiem.evidence.models import Document, DocumentVersion
from chamdiem.evidence.permissions import may_withdraw
from chamdiem.evidence.selectors import get_document

LEAST_REASON = 10


@transaction.atomic
def withdraw_document(*, actor: User, document_id: int, reason: str, now: datetime) -> Document:
    """Withdraw a document: it leaves every list and every open dossier, and nobody opens its files.

    Raises:
        NotFound: No such document, or not visible.
        NotAllowed: ``actor`` neither handed it in nor leads its body.
        WrongStage: Something that was sent shows it; names the place.
        Incomplete: No reason is given, or one too short.
    """
    document = _locked(actor, document_id)
    _check(actor, document)
    given = _checked_reason(reason)
    document.withdrawn_at, document.withdrawn_by, document.withdrawal_reason = now, actor, given
    document.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    tell_withdrawn(document, actor, now)
    _record(actor, "evidence.withdraw", document, document.versions.select_related("file"), given, now)
    return document


@transaction.atomic
def withdraw_version(*, actor: User, document_id: int, number: int, reason: str, now: datetime) -> Document:
    """Withdraw the newest version of a document: the one before it is the current one again.

    ``number`` is that of the version on the page.

    Raises:
        NotFound: No such document, or not visible.
        NotAllowed: ``actor`` neither handed the version in nor leads the body.
        Conflict: Another version is the newest by now, or there is none before it.
        WrongStage: Something that was sent shows it; names the place.
        Incomplete: No reason is given, or one too short.
    """
    document = _locked(actor, document_id)
    newest, *earlier = document.versions.select_related("file", "document__organisation") or [None]
    if newest is None or newest.number != number or not earlier:
        raise Conflict("evidence.not_the_newest")
    _check(actor, document, newest)
    given = _checked_reason(reason)
    DocumentVersion.objects.filter(pk=newest.pk).delete()
    tell_changed(document, actor, now)
    _record(actor, "evidence.withdraw_version", document, [newest], given, now, number=number)
    return document


def why_kept(
    actor: User, document: Document, version: DocumentVersion | None = None
) -> WrongStage | NotAllowed | None:
    """Why a document, or a version of it, cannot be withdrawn by a person; nothing where it can."""
    if not may_withdraw(actor, version or document):
        return NotAllowed("evidence.withdraw_not_allowed")
    if place := held_by(document, version):
        return WrongStage("evidence.withdraw_shown", place=place)
    return None


def _locked(actor: User, document_id: int) -> Document:
    """A visible document, locked: somebody may withdraw it, or add a version, at the same moment."""
    list(Document.objects.select_for_update().filter(pk=document_id))
    return get_document(actor=actor, document_id=document_id)


def _check(actor: User, document: Document, version: DocumentVersion | None = None) -> None:
    if refused := why_kept(actor, document, version):
        raise refused


def _checked_reason(reason: str) -> str:
    given = reason.strip()
    if len(given) < LEAST_REASON:
        raise Incomplete("evidence.withdraw_reason_too_short", least=str(LEAST_REASON))
    return given


def _record(
    actor: User,
    action: str,
    document: Document,
    versions: Iterable[DocumentVersion],
    reason: str,
    now: datetime,
    **facts: Any,
) -> None:
    files = [(each.file_name, each.file.sha256) for each in versions]
    if files:
        names, hashes = zip(*files, strict=True)
        facts |= {"file_name": ", ".join(names), "sha256": ", ".join(hashes)}
    record_event(
        actor=actor,
        action=action,
        subject=document,
        at=now,
        organisation_path=document.organisation.path,
        title=document.title,
        reason=reason,
        **facts,
    )
