"""Documents as the components of pages want them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse, StoredFile
from chamdiem.evidence.signatures import DocumentVerdict, describe
from chamdiem.web.language import page_language

# Verdict on the signatures → how states are called on pages.
SIGNATURE_STATES = {
    StoredFile.Signature.WAITING: "waiting",
    StoredFile.Signature.VALID: "signature_valid",
    StoredFile.Signature.CHANGED: "signature_changed",
    StoredFile.Signature.INVALID: "signature_invalid",
    StoredFile.Signature.UNVERIFIABLE: "signature_unknown",
    StoredFile.Signature.NONE: "unsigned",
}
VERDICT_STATES = {
    EvidenceUse.Verdict.PENDING: "",
    EvidenceUse.Verdict.ACCEPTED: "accepted",
    EvidenceUse.Verdict.REFUSED: "refused",
}


def document_card(document: Document, verdict: str = "") -> dict[str, Any]:
    """What ``components/document.html`` shows; needs the versions and files at hand."""
    newest = next(iter(document.versions.all()), None)
    card: dict[str, Any] = {
        "number": document.number,
        "summary": document.title,
        "issuer": document.issuer,
        "issued_on": document.issued_on,
        "state": VERDICT_STATES[EvidenceUse.Verdict(verdict)] if verdict else "",
        "url": reverse("evidence:document", args=[document.pk]),
    }
    if newest is not None:
        card |= {
            "pages": newest.file.pages,
            "size": newest.file.size,
            "signature": SIGNATURE_STATES[StoredFile.Signature(newest.file.signature)],
        }
    return card


def signature_paragraphs(version: DocumentVersion) -> tuple[str, ...]:
    """What the check of the signatures said, in the language of the page; empty before it ran."""
    if not version.file.signatures:
        return ()
    verdict = DocumentVerdict.from_json(version.file.signatures)
    return describe(verdict, language=page_language())
