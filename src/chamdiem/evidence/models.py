"""Evidence: documents with their files, where they are used, and whose signatures they carry."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chamdiem.evidence.inspection import Flag
from chamdiem.indicators.sheet import EVIDENCE_KINDS
from chamdiem.web.ordering import Alphabetical


class StoredFile(models.Model):
    """One content, kept once under its SHA-256 outside the web root (tệp)."""

    class Scan(models.TextChoices):
        WAITING = "waiting", _("chờ quét")
        CLEAN = "clean", _("không phát hiện mã độc")
        INFECTED = "infected", _("có mã độc")
        UNAVAILABLE = "unavailable", _("chưa quét được")

    class Signature(models.TextChoices):
        WAITING = "waiting", _("chờ kiểm tra chữ ký")
        # What is trusted has changed since the last check; what that one found holds no more.
        AGAIN = "again", _("đang kiểm tra lại")
        VALID = "valid", _("chữ ký hợp lệ")
        CHANGED = "changed_after", _("hợp lệ nhưng đã sửa sau khi ký")
        INVALID = "invalid", _("chữ ký không hợp lệ")
        UNVERIFIABLE = "cannot_verify", _("không xác minh được")
        NONE = "not_signed", _("không ký số")

    UNKNOWN = (Signature.WAITING, Signature.AGAIN)

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField(_("dung lượng"))
    media_type = models.CharField(max_length=120)
    pages = models.PositiveIntegerField(_("số trang"), null=True)
    has_active_content = models.BooleanField(_("có nội dung chạy được"), default=False)
    findings = models.JSONField(default=list)
    scan = models.CharField(max_length=12, choices=Scan, default=Scan.WAITING)
    signature = models.CharField(max_length=14, choices=Signature, default=Signature.WAITING)
    signatures = models.JSONField(default=list)
    checked_at = models.DateTimeField(null=True)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def tells_its_place(self) -> bool:
        """Whether it is a picture that says where it was taken."""
        return Flag.PICTURE_PLACE in self.findings

    @property
    def is_locked(self) -> bool:
        """Whether a password keeps it shut: pages are counted where an empty one opens it."""
        return Flag.ENCRYPTED in self.findings and self.pages is None

    @property
    def is_signature_known(self) -> bool:
        """Whether its signatures were checked against what is trusted now."""
        return self.signature not in self.UNKNOWN


class Document(models.Model):
    """A document an organisation shows: a file, a link, or the citation of one (tài liệu kiểm chứng)."""

    class Kind(models.TextChoices):
        FILE = "file", _("Tệp")
        LINK = "link", _("Đường dẫn")
        CITATION = "citation", _("Viện dẫn văn bản")

    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(_("trích yếu"), max_length=500)
    number = models.CharField(_("số, ký hiệu"), max_length=120, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=300, blank=True)
    # As editions name kinds of evidence; empty until somebody says it, for a file does not tell.
    evidence_kind = models.CharField(
        _("loại minh chứng"), max_length=8, blank=True, choices=list(EVIDENCE_KINDS.items())
    )
    url = models.URLField(_("đường dẫn"), max_length=1000, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    search_text = models.CharField(max_length=800, blank=True)
    # Handed in by mistake: shown nowhere any more, but kept so that its address can say so.
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawal_reason = models.TextField(_("lý do rút"), blank=True)

    class Meta:
        ordering = ["-added_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="link") | ~Q(url=""), name="document_link_has_an_address"
            ),
            models.CheckConstraint(
                condition=~Q(kind="citation") | ~Q(number=""), name="document_citation_has_a_number"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True)
                | (Q(withdrawn_by__isnull=False) & ~Q(withdrawal_reason="")),
                name="document_withdrawn_by_somebody_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class DocumentVersion(models.Model):
    """One file of a document; a newer one replaces it without removing it."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="versions")
    file_name = models.CharField(max_length=255)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="document_version_once"),
        ]

    def __str__(self) -> str:
        return self.file_name


class EvidenceUse(models.Model):
    """A document shown for one criterion of one dossier, with pages and the verdict on it."""

    class Verdict(models.TextChoices):
        PENDING = "pending", _("chưa xem")
        ACCEPTED = "accepted", _("chấp nhận")
        REFUSED = "refused", _("không chấp nhận")

    document = models.ForeignKey(Document, models.PROTECT, related_name="uses")
    assessment = models.ForeignKey("assessments.Assessment", models.PROTECT, related_name="evidence_uses")
    criterion_key = models.CharField(max_length=60)
    pages = models.CharField(_("trang"), max_length=60, blank=True)
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=8, choices=Verdict, default=Verdict.PENDING)
    refusal_code = models.CharField(_("mã lý do"), max_length=40, blank=True)
    verdict_note = models.CharField(max_length=500, blank=True)
    verdict_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verdict_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["added_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "assessment", "criterion_key"],
                condition=Q(removed_at__isnull=True),
                name="evidence_used_once_per_criterion",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="refused") | ~Q(refusal_code=""), name="evidence_refused_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} → {self.criterion_key}"


class TrustRoot(models.Model):
    """What the administrator trusts: a root, an intermediate certificate, a revocation list (chứng thư)."""

    class Kind(models.TextChoices):
        ROOT = "root", _("chứng thư gốc")
        INTERMEDIATE = "intermediate", _("chứng thư trung gian")
        REVOCATION_LIST = "revocation_list", _("danh sách thu hồi")

    kind = models.CharField(_("loại"), max_length=15, choices=Kind, default=Kind.ROOT)
    name = models.CharField(_("tên"), max_length=300)
    certificate = models.TextField()
    fingerprint = models.CharField(max_length=64, unique=True)
    is_active = models.BooleanField(_("đang tin cậy"), default=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = [Alphabetical("name")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_list(self) -> bool:
        """Whether it is a revocation list, not a certificate."""
        return self.kind == self.Kind.REVOCATION_LIST


class TrustPolicy(models.Model):
    """How strictly certificates are believed: one row for the installation, or none while nobody chose."""

    demands_revocation = models.BooleanField(_("bắt buộc kiểm tra thu hồi"), default=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="trust_policy_is_one")]

    def __str__(self) -> str:
        return str(self.demands_revocation)
