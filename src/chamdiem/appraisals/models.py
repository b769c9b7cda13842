"""Appraisal rounds are rows, never new columns; author and reviewer write to different tables."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Appraisal(models.Model):
    """The verdict of one round on one criterion of one dossier (thẩm định).

    ``answers`` are the figures as corrected; ``points`` are awarded by a person
    over what the rule gives. Without either, the claim stands.
    """

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted", _("chấp nhận")
        CORRECTED = "corrected", _("sửa số liệu")
        AWARDED = "awarded", _("chấm điểm")
        MORE_WANTED = "more_wanted", _("cần bổ sung")

    assessment = models.ForeignKey("assessments.Assessment", models.PROTECT, related_name="appraisals")
    round = models.PositiveSmallIntegerField(_("vòng"))
    criterion_key = models.CharField(max_length=60)
    verdict = models.CharField(max_length=12, choices=Verdict)
    answers = models.JSONField(default=dict)
    points = models.DecimalField(max_digits=12, decimal_places=6, null=True)
    reason = models.TextField(_("lý do"), blank=True)
    version = models.PositiveIntegerField(default=1)
    appraised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    appraised_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "round", "criterion_key"], name="appraisal_once_per_round"
            ),
            models.CheckConstraint(
                condition=Q(verdict="accepted") | ~Q(reason=""), name="appraisal_changed_with_a_reason"
            ),
            models.CheckConstraint(
                condition=~Q(verdict="awarded") | Q(points__isnull=False), name="appraisal_awarded_has_points"
            ),
        ]
        indexes = [
            # The council's board asks which dossiers were changed: few among hundreds of thousands.
            models.Index(
                "assessment",
                condition=Q(verdict__in=("corrected", "awarded")),
                name="appraisal_that_changes",
            )
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.criterion_key} · {self.get_verdict_display()}"


class Justification(models.Model):
    """How the organisation answers an appraisal that differs from its claim (giải trình)."""

    class Stance(models.TextChoices):
        AGREED = "agreed", _("đồng ý")
        JUSTIFIED = "justified", _("giải trình")

    assessment = models.ForeignKey("assessments.Assessment", models.PROTECT, related_name="justifications")
    round = models.PositiveSmallIntegerField(_("vòng"))
    criterion_key = models.CharField(max_length=60)
    stance = models.CharField(max_length=10, choices=Stance)
    text = models.TextField(_("nội dung giải trình"), blank=True)
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "round", "criterion_key"], name="justification_once_per_round"
            ),
            models.CheckConstraint(
                condition=Q(stance="agreed") | ~Q(text=""), name="justification_has_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.criterion_key} · {self.get_stance_display()}"


class Message(models.Model):
    """One contribution to the thread between both sides on a criterion."""

    class Side(models.TextChoices):
        ORGANISATION = "organisation", _("đơn vị")
        AUTHORITY = "authority", _("cơ quan thẩm định")

    assessment = models.ForeignKey("assessments.Assessment", models.PROTECT, related_name="messages")
    criterion_key = models.CharField(max_length=60)
    side = models.CharField(max_length=12, choices=Side)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at"]

    def __str__(self) -> str:
        return f"{self.author}: {self.text[:40]}"


class Ruling(models.Model):
    """The council's word on a criterion in dispute (kết luận của hội đồng): points, or the figures that hold.

    Ruled figures are scored by the rule, and everybody else is compared with them.
    """

    assessment = models.ForeignKey("assessments.Assessment", models.PROTECT, related_name="rulings")
    criterion_key = models.CharField(max_length=60)
    points = models.DecimalField(max_digits=12, decimal_places=6, null=True)
    answers = models.JSONField(default=dict)
    reason = models.TextField(_("lý do"))
    version = models.PositiveIntegerField(default=1)
    ruled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ruled_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "criterion_key"], name="ruling_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="ruling_has_a_reason"),
            models.CheckConstraint(
                condition=Q(points__isnull=False, answers={}) | (Q(points__isnull=True) & ~Q(answers={})),
                name="ruling_is_points_or_figures",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assessment} · {self.criterion_key}"
