"""The quarterly rounds: what each organisation reports, and what became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Round(models.Model):
    """One quarter of reporting (kỳ báo cáo).

    Once closed, ``content`` is what was consolidated, and triggers forbid
    changing the round and everything in it. ``left_open`` names the items of which a body
    in charge had ended unfinished by the day it was opened, with nobody in its place; ``dropped``
    those of which such a body was in charge only together with others that go on.
    """

    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="rounds")
    year = models.PositiveSmallIntegerField(_("năm"))
    quarter = models.PositiveSmallIntegerField(_("quý"))
    due_on = models.DateField(_("hạn báo cáo"))
    opened_at = models.DateTimeField()
    # Nobody where the calendar opened it.
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # Item → these bodies; None for rounds opened before it was kept.
    left_open = models.JSONField(null=True)
    dropped = models.JSONField(default=dict)
    content = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-year", "-quarter"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "year", "quarter"], name="round_once_per_quarter"),
            models.CheckConstraint(
                condition=Q(quarter__gte=1) & Q(quarter__lte=4), name="round_is_of_a_quarter"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(content_hash=""), name="round_closed_keeps_content"
            ),
        ]

    def __str__(self) -> str:
        printed = "I" * self.quarter if self.quarter < 4 else "IV"
        return gettext("Quý %(quarter)s/%(year)s") % {"quarter": printed, "year": self.year}

    @property
    def is_open(self) -> bool:
        """Whether reports may still change."""
        return self.closed_at is None


class RoundReport(models.Model):
    """What one organisation reports in one round (báo cáo quý).

    ``is_required`` where it is in charge of something that is not finished; others may add.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Đang soạn")
        SUBMITTED = "submitted", _("Đã duyệt, đã gửi")
        RETURNED = "returned", _("Trả lại bổ sung")
        ACCEPTED = "accepted", _("Đã chấp nhận")

    round = models.ForeignKey(Round, models.PROTECT, related_name="reports")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    is_required = models.BooleanField(default=True)
    status = models.CharField(_("trạng thái"), max_length=9, choices=Status, default=Status.DRAFT)
    difficulties = models.TextField(_("khó khăn, vướng mắc chung"), blank=True)
    proposals = models.TextField(_("đề xuất, kiến nghị chung"), blank=True)
    return_reason = models.TextField(blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # When its leader approved it last; the steps hold every time, and the first says whether it was in time.
    submitted_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["round", "organisation__name_order"]
        constraints = [
            models.UniqueConstraint(fields=["round", "organisation"], name="report_once_per_round"),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(submitted_at__isnull=False),
                name="report_past_draft_was_approved",
            ),
            models.CheckConstraint(
                condition=~Q(status="returned") | ~Q(return_reason=""), name="report_returned_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.round}"

    @property
    def is_writable(self) -> bool:
        """Whether its organisation may still write in it."""
        return self.status in (self.Status.DRAFT, self.Status.RETURNED)


class ItemReport(models.Model):
    """What one organisation reports on one item. ``figures``: key of the measure → typed number.

    ``is_settled`` where it was in charge, finished, and accepted so in an earlier round: nothing is owed.
    """

    class State(models.TextChoices):
        NOT_STARTED = "not_started", _("Chưa triển khai")
        ON_TRACK = "on_track", _("Đang thực hiện, đúng tiến độ")
        BEHIND = "behind", _("Đang thực hiện, chậm tiến độ")
        DONE = "done", _("Đã hoàn thành")
        STOPPED = "stopped", _("Dừng, không thực hiện")

    report = models.ForeignKey(RoundReport, models.PROTECT, related_name="lines")
    item = models.ForeignKey("plans.PlanItem", models.PROTECT, related_name="reports")
    is_lead = models.BooleanField()
    is_settled = models.BooleanField(default=False)
    state = models.CharField(_("tình hình"), max_length=11, choices=State, blank=True)
    percent = models.PositiveSmallIntegerField(_("tiến độ, %"), null=True)
    figures = models.JSONField(default=dict)
    done = models.TextField(_("kết quả trong quý"), blank=True)
    difficulty = models.TextField(_("khó khăn, vướng mắc"), blank=True)
    proposal = models.TextField(_("đề xuất"), blank=True)
    documents = models.ManyToManyField("evidence.Document", related_name="+")
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["report", "item__order"]
        constraints = [
            models.UniqueConstraint(fields=["report", "item"], name="item_reported_once_per_report"),
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | Q(percent__lte=100),
                name="reported_percent_is_at_most_100",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(percent=100), name="reported_done_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} · {self.report}"


class ReportStep(models.Model):
    """One step of a report: approved, returned, accepted; a trigger forbids change."""

    report = models.ForeignKey(RoundReport, models.PROTECT, related_name="steps")
    action = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["taken_at", "id"]

    def __str__(self) -> str:
        return f"{self.report} · {self.action}"
