"""Content of dossiers from the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from chamdiem.assessments.content import Content, EvidenceStanding, canonical
from chamdiem.assessments.models import Assessment
from chamdiem.core.indicator_set import Period
from chamdiem.evidence.conditions import Paper
from chamdiem.evidence.models import DocumentVersion, EvidenceUse, StoredFile
from chamdiem.evidence.sameness import content_key

Signature, Scan = StoredFile.Signature, StoredFile.Scan
# What tells documents apart, as it is read → as ``content_key`` names it.
_TOLD_APART_BY = {
    "document__kind": "kind",
    "sha256": "sha256",
    "document__url": "url",
    "document__number": "number",
    "document__issuer": "issuer",
}


def load_content(assessment: Assessment, *, with_people: bool = True) -> Content:
    """What is in the dossier; three queries, and one for who wrote it."""
    # Few people write very many figures: each of them is read once.
    answers = assessment.answers.prefetch_related(*(["changed_by"] if with_people else []))
    return Content(
        {answer.figure: answer for answer in answers},
        {entry.criterion_key: entry for entry in assessment.entries.all()},
        count_evidence(assessment),
        period_of(assessment),
    )


def period_of(assessment: Assessment) -> Period:
    """The days the campaign measures; no query where the campaign is at hand."""
    campaign = assessment.participant.campaign
    return Period(start=campaign.reference_from, end=campaign.reference_until)


def count_evidence(assessment: Assessment) -> dict[str, EvidenceStanding]:
    """Criterion key → its documents in force, each content counted once; one query."""
    shown = EvidenceUse.objects.filter(assessment=assessment, removed_at__isnull=True)
    uses = shown.annotate(
        signature=_newest("file__signature"), scan=_newest("file__scan"), sha256=_newest("file__sha256")
    )
    counted: dict[str, EvidenceStanding] = {}
    seen: set[tuple[str, str]] = set()
    for key, origin, refusal, signature, scan, kind, day, *said in uses.values_list(
        "criterion_key",
        "note",
        "refusal_code",
        "signature",
        "scan",
        "document__evidence_kind",
        "document__issued_on",
        *_TOLD_APART_BY,
    ):
        known = counted.get(key, EvidenceStanding())
        if refusal:
            counted[key] = replace(known, refused=(*known.refused, refusal))
            continue
        if scan == Scan.INFECTED:
            counted[key] = replace(known, infected=known.infected + 1)
            continue
        content = content_key(issued_on=day, **dict(zip(_TOLD_APART_BY.values(), said, strict=True)))
        is_repeated = bool(content) and (key, content) in seen
        seen.add((key, content))
        counted[key] = replace(
            known,
            count=known.count + (not is_repeated),
            signed=known.signed + (signature == Signature.VALID),
            waiting=known.waiting + (signature in StoredFile.UNKNOWN),
            papers=(*known.papers, Paper(kind, day, signature == Signature.VALID, content=content)),
            origins=(*known.origins, origin) if origin else known.origins,
        )
    return counted


def canonical_content(assessment: Assessment, content: Content) -> dict[str, Any]:
    """The whole content as it is approved and handed in; one query."""
    edition_hash = assessment.participant.track.edition.content_hash
    return canonical(assessment, content, _evidence_data(assessment), edition_hash)


def _newest(field: str) -> Subquery:
    """A fact about the newest file of a document."""
    versions = DocumentVersion.objects.filter(document=OuterRef("document")).order_by("-number")
    return Subquery(versions.values(field)[:1])


def _evidence_data(assessment: Assessment) -> list[dict[str, Any]]:
    uses = EvidenceUse.objects.filter(assessment=assessment, removed_at__isnull=True)
    rows = uses.annotate(sha256=_newest("file__sha256")).order_by("criterion_key", "document_id")
    return [
        {name: _plain(value) for name, value in row.items() if value}
        for row in rows.values(
            "criterion_key",
            "document_id",
            "document__number",
            "document__issued_on",
            "document__evidence_kind",
            "document__url",
            "pages",
            "note",
            "sha256",
        )
    ]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
