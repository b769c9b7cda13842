"""Documents as the components of pages want them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chamdiem.errors import WrongStage
from chamdiem.evidence.models import Document, DocumentVersion, EvidenceUse, StoredFile, TrustRoot
from chamdiem.evidence.signatures import DocumentVerdict, describe
from chamdiem.indicators.sheet import EVIDENCE_KINDS
from chamdiem.web.exporting import Cell
from chamdiem.web.language import page_language

# Verdict on the signatures → how states are called on pages.
SIGNATURE_STATES = {
    StoredFile.Signature.WAITING: "waiting",
    StoredFile.Signature.AGAIN: "signature_again",
    StoredFile.Signature.VALID: "signature_valid",
    StoredFile.Signature.CHANGED: "signature_changed",
    StoredFile.Signature.INVALID: "signature_invalid",
    StoredFile.Signature.UNVERIFIABLE: "signature_unknown",
    StoredFile.Signature.NONE: "unsigned",
}
INFECTED, UNSCANNED = "infected", "unscanned"
DOCUMENT_COLUMNS = (
    _("Đơn vị"),
    _("Số, ký hiệu"),
    _("Trích yếu"),
    _("Ngày ban hành"),
    _("Cơ quan ban hành"),
    _("Loại"),
    _("Loại minh chứng"),
    _("Tệp hoặc đường dẫn"),
    _("Dung lượng (byte)"),
    _("Chữ ký số"),
    _("Nội dung chạy được"),
    _("Quét mã độc"),
    _("Thêm lúc"),
)
TRUST_COLUMNS = (
    _("Tên"),
    _("Loại"),
    _("Dấu vân tay SHA-256"),
    _("Trạng thái"),
    _("Thêm lúc"),
)
VERDICT_STATES = {
    EvidenceUse.Verdict.PENDING: "",
    EvidenceUse.Verdict.ACCEPTED: "accepted",
    EvidenceUse.Verdict.REFUSED: "refused",
}


def scan_state(file: StoredFile) -> str:
    """What is to be said of the search for malware: a state, or nothing.

    Where no scanner is installed no file is scanned, and a word at each would say nothing.
    """
    if file.scan == StoredFile.Scan.INFECTED:
        return INFECTED
    is_open = file.scan in (StoredFile.Scan.WAITING, StoredFile.Scan.UNAVAILABLE)
    return UNSCANNED if is_open and settings.MALWARE_SCANNER else ""


def is_infected(document: Document) -> bool:
    """Whether the newest file of a document contains malware; needs the versions and files at hand."""
    newest = max(document.versions.all(), key=lambda version: version.number, default=None)
    return newest is not None and newest.file.scan == StoredFile.Scan.INFECTED


def shown_in_sent(use: EvidenceUse) -> WrongStage:
    """Why a document stays as it is: the dossier that was sent and shows it."""
    participant = use.assessment.participant
    return WrongStage(
        "evidence.shown_in_sent", organisation=participant.name, campaign=participant.campaign.name
    )


def document_card(
    document: Document, verdict: str = "", *, same_as: Document | None = None
) -> dict[str, Any]:
    """What ``components/document.html`` shows; needs the versions and files at hand.

    ``same_as``: an earlier document with the same file.
    """
    newest = next(iter(document.versions.all()), None)
    card: dict[str, Any] = {
        "number": document.number,
        "summary": document.title,
        "issuer": document.issuer,
        "issued_on": document.issued_on,
        "state": VERDICT_STATES[EvidenceUse.Verdict(verdict)] if verdict else "",
        "url": reverse("evidence:document", args=[document.pk]),
        "same_as": same_as,
    }
    if newest is not None:
        card |= {
            "pages": newest.file.pages,
            "size": newest.file.size,
            "signature": SIGNATURE_STATES[StoredFile.Signature(newest.file.signature)],
            "has_active_content": newest.file.has_active_content,
            "is_locked": newest.file.is_locked,
            "scan": scan_state(newest.file),
            "tells_its_place": newest.file.tells_its_place,
        }
    return card


def upload_notice(document: Document) -> str:
    """What is said at once of a picture that tells where it was taken, and of a file with a password."""
    newest = document.versions.select_related("file").first()
    if newest and newest.file.is_locked:
        return gettext("Tệp có mật khẩu, người thẩm định không mở được: hãy tải lên bản không đặt mật khẩu.")
    return gettext("Ảnh có ghi vị trí chụp.") if newest and newest.file.tells_its_place else ""


def document_line(document: Document) -> tuple[Cell, ...]:
    """One row of an exported list, in the order of ``DOCUMENT_COLUMNS``; versions and files at hand."""
    newest = next(iter(document.versions.all()), None)
    return (
        document.organisation.name,
        document.number,
        document.title,
        document.issued_on,
        document.issuer,
        str(document.get_kind_display()),
        str(EVIDENCE_KINDS.get(document.evidence_kind, "")),
        document.url or (newest.file_name if newest else ""),
        newest.file.size if newest else None,
        str(newest.file.get_signature_display()) if newest else "",
        gettext("có") if newest and newest.file.has_active_content else "",
        _scan_words(newest.file) if newest else "",
        document.added_at,
    )


def _scan_words(file: StoredFile) -> str:
    if file.scan in (StoredFile.Scan.CLEAN, StoredFile.Scan.INFECTED):
        return str(file.get_scan_display())
    return gettext("chưa quét mã độc")


def trust_line(root: TrustRoot) -> tuple[Cell, ...]:
    """One row of an exported list of trusted certificates, in the order of ``TRUST_COLUMNS``."""
    state = gettext("đang tin cậy") if root.is_active else gettext("đã ngừng")
    return root.name, str(root.get_kind_display()), root.fingerprint, state, root.added_at


def signature_paragraphs(version: DocumentVersion) -> tuple[str, ...]:
    """What the check of the signatures said, in the language of the page; empty before it ran."""
    if not version.file.is_signature_known or not version.file.signatures:
        return ()
    verdict = DocumentVerdict.from_json(version.file.signatures)
    return describe(verdict, language=page_language())
