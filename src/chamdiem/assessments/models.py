"""Dossiers: one organisation in one campaign, every value with its history."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Assessment(models.Model):
    """What one participant declares (hồ sơ tự đánh giá).

    ``revision`` counts every change of content. Counts, points and ``tally``
    (row → cell of the core, gaps, gaps of evidence) are kept in step for lists
    and for quick edits; the truth is in the answers. ``claimed_points`` leave
    out what hangs on the figures of others until these are frozen.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Đang tự đánh giá")
        SUBMITTED = "submitted", _("Đã gửi thẩm định")
        RETURNED = "returned", _("Trả lại để bổ sung")
        APPRAISAL = "appraisal", _("Đang thẩm định")
        EXPLANATION = "explanation", _("Đang giải trình")
        SETTLED = "settled", _("Đã thẩm định xong")
        FINAL = "final", _("Đã chốt")

    participant = models.OneToOneField("campaigns.Participant", models.PROTECT, related_name="assessment")
    status = models.CharField(_("trạng thái"), max_length=12, choices=Status, default=Status.DRAFT)
    # The state of a final dossier before the closing; a reopening gives it back.
    before_final = models.CharField(max_length=12, choices=Status, blank=True)
    revision = models.PositiveIntegerField(default=0)
    criteria_count = models.PositiveIntegerField(default=0)
    answered_count = models.PositiveIntegerField(_("đã trả lời"), default=0)
    gap_count = models.PositiveIntegerField(_("còn thiếu"), default=0)
    evidence_gap_count = models.PositiveIntegerField(_("thiếu minh chứng"), default=0)
    claimed_points = models.DecimalField(_("điểm tự đánh giá"), max_digits=12, decimal_places=6, default=0)
    claimed_maximum = models.DecimalField(_("điểm tối đa"), max_digits=12, decimal_places=6, default=0)
    tally = models.JSONField(default=dict)
    last_activity_at = models.DateTimeField(_("hoạt động gần nhất"), null=True)
    submitted_at = models.DateTimeField(_("gửi lúc"), null=True)
    returned_at = models.DateTimeField(null=True)
    return_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft"]) | Q(submitted_at__isnull=False),
                name="assessment_past_draft_was_submitted",
            ),
        ]

    def __str__(self) -> str:
        return str(self.participant)

    @property
    def is_open(self) -> bool:
        """Whether the organisation still writes in it."""
        return self.status in (self.Status.DRAFT, self.Status.RETURNED)

    @property
    def last_step(self) -> str:
        """The state it was worked on in last: of a final dossier the one before the closing."""
        return self.before_final or self.status


class Answer(models.Model):
    """One figure of a dossier: the stored integer of the core, and what was typed (số liệu).

    ``version`` grows with every change; who writes must name the version seen.
    A figure carried over from last year earns and counts, but somebody has to
    look at it before the dossier can be handed in.
    """

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="answers")
    figure = models.CharField(max_length=80)
    value = models.BigIntegerField(null=True)
    typed = models.TextField(blank=True)
    is_carried = models.BooleanField(_("từ năm trước, chưa rà soát"), default=False)
    # Where a figure that was offered came from, in words; empty once somebody types another.
    origin = models.CharField(_("nguồn gợi ý"), max_length=500, blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "figure"], name="answer_once_per_figure"),
        ]

    def __str__(self) -> str:
        return f"{self.figure} = {self.typed}"


class AnswerChange(models.Model):
    """One value an answer once had; triggers forbid changing or deleting it."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="answer_changes")
    figure = models.CharField(max_length=80)
    value = models.BigIntegerField(null=True)
    typed = models.TextField(blank=True)
    origin = models.CharField(max_length=500, blank=True, default="")
    version = models.PositiveIntegerField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-changed_at", "-id"]
        indexes = [models.Index(fields=["assessment", "figure"], name="answer_change_figure")]

    def __str__(self) -> str:
        return f"{self.figure} = {self.typed} ({self.version})"


class CriterionEntry(models.Model):
    """What is said about one criterion beside its figures: note, missing evidence, not applicable."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="entries")
    criterion_key = models.CharField(max_length=60)
    note = models.TextField(_("ghi chú"), blank=True)
    no_evidence_reason = models.TextField(_("giải thích khi không có minh chứng"), blank=True)
    is_not_applicable = models.BooleanField(_("không áp dụng"), default=False)
    not_applicable_reason = models.TextField(_("lý do không áp dụng"), blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "criterion_key"], name="entry_once_per_criterion"),
            models.CheckConstraint(
                condition=Q(is_not_applicable=False) | ~Q(not_applicable_reason=""),
                name="entry_not_applicable_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.criterion_key}"


class Remark(models.Model):
    """One contribution to the discussion of a criterion inside the organisation (trao đổi)."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="remarks")
    criterion_key = models.CharField(max_length=60)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at"]

    def __str__(self) -> str:
        return f"{self.author}: {self.text[:40]}"


class Approval(models.Model):
    """The leader's approval of the exact content (phê duyệt); void as soon as the content changes."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="approvals")
    content_hash = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    voided_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-approved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment"], condition=Q(voided_at__isnull=True), name="approval_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.approved_by}"


class Submission(models.Model):
    """The content handed in, kept as it was (bản gửi); a trigger forbids changing the content."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    points = models.DecimalField(max_digits=12, decimal_places=6)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "number"], name="submission_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} #{self.number}"
