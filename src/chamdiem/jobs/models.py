"""Long work as rows: what runs, how far it is, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """One piece of background work somebody started (việc chạy nền)."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("đang chờ")
        RUNNING = "running", _("đang chạy")
        DONE = "done", _("xong")
        FAILED = "failed", _("không thành công")

    UNDER_WAY = (Status.WAITING, Status.RUNNING)

    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    arguments = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    refusal_code = models.CharField(max_length=80, blank=True)
    refusal_facts = models.JSONField(default=dict)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"{self.title} · {self.get_status_display()}"

    @property
    def is_under_way(self) -> bool:
        """Whether it waits or runs."""
        return self.status in self.UNDER_WAY

    @property
    def percent(self) -> int:
        """How far it is, 0 to 100, rounded down."""
        return min(self.done * 100 // self.total, 100) if self.total else 0
