"""Use cases of editions: load a draft, take over the library, issue, delete a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from typing import Any, Literal

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.points import decimal
from chamdiem.errors import (
    Conflict,
    Incomplete,
    InvalidIndicatorSet,
    NotAllowed,
    NotFound,
    Place,
    Problem,
    WrongStage,
)
from chamdiem.indicators.models import Edition
from chamdiem.indicators.permissions import may_keep, may_load, place_kept
from chamdiem.indicators.selectors import get_edition, list_findings
from chamdiem.library import content_hash, list_editions, load_edition, read_set_text, write_set
from chamdiem.office.csv_reading import EXCEL_NAMES

# For whom the editions of the library were made.
_LIBRARY_LEVELS = {
    "chuprong-2023": "Cấp huyện",
    "huyen-2021": "Cấp huyện",
    "ninhthuan-2021": "Cấp tỉnh",
    "so-2021": "Sở, ban, ngành",
    "xa-hue-2023": "Cấp xã",
}
MOST_BYTES = 5_000_000

# Files that are handed in instead of YAML, by how they begin.
_OTHER_KINDS = {
    b"PK\x03\x04": "Excel/Word",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "Excel/Word",
    b"%PDF-": "PDF",
}


@transaction.atomic
def load_draft(*, actor: User, data: bytes, file_name: str, now: datetime, applies_to: str = "") -> Edition:
    """Load a set file as a draft; a draft of the same key that is one's own to keep is replaced.

    Raises:
        NotAllowed: ``actor`` keeps no editions anywhere.
        InvalidIndicatorSet: The file does not load; carries every problem with line and path.
        Conflict: The key belongs to an issued edition, or to a draft of somebody else.
    """
    place = place_kept(actor)
    if place is None:
        raise NotAllowed("edition.load_not_allowed")
    indicator_set = replace(read_set_text(_text_of(data, file_name), file_name), status="draft")
    edition = Edition.objects.select_for_update().filter(key=indicator_set.key).first()
    if edition is None:
        edition = Edition(key=indicator_set.key, version=0, owner_id=place.organisation_id)
    elif edition.status == Edition.Status.ISSUED or not may_keep(actor, edition):
        raise Conflict("edition.key_taken", key=indicator_set.key)
    _fill(edition, indicator_set)
    edition.applies_to = applies_to.strip() or edition.applies_to
    edition.loaded_by, edition.loaded_at = actor, now
    edition.version += 1
    edition.save()
    _record(edition, actor, "edition.load", now, content_hash=edition.content_hash)
    return edition


@transaction.atomic
def issue_edition(*, actor: User, key: str, version: int, now: datetime) -> Edition:
    """Issue a draft; from then on neither code nor database changes it (ban hành).

    Raises:
        NotFound: No such edition, or not visible to ``actor``.
        NotAllowed: ``actor`` does not keep it.
        WrongStage: It is issued already.
        Conflict: Somebody replaced the draft after it was looked at.
        Incomplete: Lint reports errors that the file does not acknowledge.
    """
    edition = _locked_draft(actor, key)
    if edition.version != version:
        raise Conflict("edition.replaced_meanwhile", key=key)
    errors = [each for each in list_findings(edition) if each.severity == "error" and not each.acknowledged]
    if errors:
        raise Incomplete("edition.unacknowledged_errors", count=str(len(errors)))
    indicator_set = read_set_text(edition.document, f"{key}.yaml")
    edition.document = write_set(replace(indicator_set, status="issued"))
    edition.status, edition.issued_by, edition.issued_at = Edition.Status.ISSUED, actor, now
    edition.save(update_fields=["document", "status", "issued_by", "issued_at"])
    _record(edition, actor, "edition.issue", now, content_hash=edition.content_hash)
    return edition


@transaction.atomic
def delete_draft(*, actor: User, key: str, now: datetime) -> None:
    """Delete a draft.

    Raises:
        NotFound: No such edition, or not visible to ``actor``.
        NotAllowed: ``actor`` does not keep it.
        WrongStage: It is issued; that stays.
    """
    edition = _locked_draft(actor, key)
    _record(edition, actor, "edition.delete", now, content_hash=edition.content_hash)
    edition.delete()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one edition of the library."""

    key: str
    outcome: Literal["loaded", "there_already", "differs"]


@transaction.atomic
def load_library(*, now: datetime) -> list[Taken]:
    """Take over the editions that come with the product; what is there stays as it is."""
    known = dict(Edition.objects.values_list("key", "content_hash"))
    return [_take(key, known.get(key), now) for key in list_editions()]


def _take(key: str, known_hash: str | None, now: datetime) -> Taken:
    indicator_set = load_edition(key)
    if known_hash is not None:
        same = known_hash == content_hash(indicator_set)
        return Taken(key, "there_already" if same else "differs")
    edition = Edition(key=key, is_built_in=True, applies_to=_LIBRARY_LEVELS.get(key, ""))
    _fill(edition, replace(indicator_set, status="issued"))
    edition.status, edition.loaded_at, edition.issued_at = Edition.Status.ISSUED, now, now
    edition.save()
    _record(edition, None, "edition.load_library", now, content_hash=edition.content_hash)
    return Taken(key, "loaded")


def _fill(edition: Edition, indicator_set: IndicatorSet) -> None:
    total = sum((indicator_set.tree.maximum(key) for key in indicator_set.tree.roots), Fraction(0))
    edition.name = indicator_set.name[:300]
    edition.edition = indicator_set.edition
    edition.decision = indicator_set.source.document[:300]
    edition.document = write_set(indicator_set)
    edition.content_hash = content_hash(indicator_set)
    edition.max_points = decimal(indicator_set.max_points or total)
    edition.criteria_count = len(indicator_set.criteria)


def _locked_draft(actor: User, key: str) -> Edition:
    """The draft, locked: two people may issue or delete it at the same moment."""
    seen = get_edition(actor=actor, key=key)
    rows = Edition.objects.select_for_update(of=("self",)).select_related("owner")
    edition = rows.filter(pk=seen.pk).first()
    if edition is None:
        raise NotFound("edition.not_found", key=key)
    if not may_keep(actor, edition) and not (edition.owner is None and may_load(actor)):
        raise NotAllowed("edition.keep_not_allowed")
    if edition.status == Edition.Status.ISSUED:
        raise WrongStage("edition.issued_already", key=key)
    return edition


def _record(edition: Edition, actor: User | None, action: str, now: datetime, **facts: Any) -> None:
    path = edition.owner.path if edition.owner else ""
    record_event(actor=actor, action=action, subject=edition, at=now, organisation_path=path, **facts)


def _text_of(data: bytes, file_name: str) -> str:
    """The text of an uploaded file; what is no text is refused like any other wrong file."""
    if len(data) > MOST_BYTES:
        facts = {"most": str(MOST_BYTES)}
        raise InvalidIndicatorSet([Problem("file.too_large", facts, Place(file=file_name))])
    if kind := next((kind for head, kind in _OTHER_KINDS.items() if data.startswith(head)), ""):
        raise InvalidIndicatorSet([Problem("file.office_for_yaml", {"kind": kind}, Place(file=file_name))])
    if file_name.lower().endswith(EXCEL_NAMES):
        raise InvalidIndicatorSet([Problem("file.office_for_yaml", {"kind": "Excel"}, Place(file=file_name))])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        facts = {"at": str(error.start)}
        raise InvalidIndicatorSet([Problem("file.not_utf8", facts, Place(file=file_name))]) from None
