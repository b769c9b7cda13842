"""A file of an annex, or a draft edition, laid on the desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.annex.opening import MOST_BYTES
from chamdiem.audit.services import record_event
from chamdiem.authoring.models import WorkingCopy, WorkingRow
from chamdiem.authoring.plain import parts_of, to_text
from chamdiem.authoring.selectors import get_copy, list_copies
from chamdiem.errors import Incomplete, NotAllowed, WrongStage
from chamdiem.indicators.permissions import may_keep, place_kept
from chamdiem.indicators.selectors import compiled, get_edition
from chamdiem.jobs.services import start_job

READ = "authoring.read"
FORMATS = (".docx", ".xlsx", ".pdf", ".html", ".htm", ".txt", ".md")


@transaction.atomic
def take_in_annex(*, actor: User, name: str, data: bytes, now: datetime, applies_to: str = "") -> WorkingCopy:
    """Keep the file of an annex and have it read in the background.

    Raises:
        NotAllowed: ``actor`` keeps no editions anywhere.
        Incomplete: The file is empty, too large, or of a kind that is not read.
    """
    place = place_kept(actor)
    if place is None:
        raise NotAllowed("edition.load_not_allowed")
    if not data.strip(b"\0 \r\n\t"):
        raise Incomplete("authoring.file_empty", name=name)
    if len(data) > MOST_BYTES:
        raise Incomplete("authoring.file_too_large", most=str(MOST_BYTES // 10**6))
    if not name.casefold().endswith(FORMATS):
        raise Incomplete("authoring.file_other_kind", name=name, known=", ".join(FORMATS))
    copy = WorkingCopy.objects.create(
        owner_id=place.organisation_id, file_name=name[-200:], content=data, applies_to=applies_to.strip(),
        started_by=actor, started_at=now, changed_at=now,
    )  # fmt: skip
    copy.job = start_job(kind=READ, title=f"Đọc phụ lục: {name}"[:300], actor=actor, now=now, copy_id=copy.pk)
    copy.save(update_fields=["job"])
    record(copy, actor, "authoring.take_in", now, file=name)
    return copy


@transaction.atomic
def open_draft(*, actor: User, key: str, now: datetime) -> WorkingCopy:
    """Lay a draft edition on the desk; where it lies there already, that working copy.

    Raises:
        NotFound: No such edition, or not visible to ``actor``.
        NotAllowed: ``actor`` does not keep it.
        WrongStage: It is issued.
    """
    edition = get_edition(actor=actor, key=key)
    if edition.status != edition.Status.DRAFT:
        raise WrongStage("edition.issued_already", key=key)
    if not may_keep(actor, edition) or edition.owner is None:
        raise NotAllowed("edition.keep_not_allowed")
    known = list_copies(actor=actor).filter(edition_key=key, edition_version=edition.version).first()
    if known is not None:
        return known
    head, rows = parts_of(compiled(edition).indicator_set)
    copy = WorkingCopy.objects.create(
        owner=edition.owner, header=to_text(head), applies_to=edition.applies_to, is_read=True,
        edition_key=key, edition_version=edition.version, started_by=actor, started_at=now, changed_at=now,
    )  # fmt: skip
    WorkingRow.objects.bulk_create(
        WorkingRow(copy=copy, position=place, document=to_text(row)) for place, row in enumerate(rows)
    )
    record(copy, actor, "authoring.open_draft", now, key=key)
    return copy


@transaction.atomic
def discard_copy(*, actor: User, copy_id: int, now: datetime) -> None:
    """Throw a working copy away; a draft edition made of it stays.

    Raises:
        NotFound: No such working copy of ``actor``.
    """
    copy = get_copy(actor=actor, copy_id=copy_id)
    record(copy, actor, "authoring.discard", now)
    copy.delete()


def record(copy: WorkingCopy, actor: User, action: str, now: datetime, **facts: Any) -> None:
    """Write an event about a working copy into the audit trail."""
    record_event(actor=actor, action=action, subject=copy, at=now, organisation_path=copy.owner.path, **facts)
