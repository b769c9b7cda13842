"""Notices and how each person wants them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """Something one person is told once (thông báo).

    ``key`` says what it is about and at which moment: the same key is never told twice,
    whatever a worker that was killed does again. ``mailed_at`` is set before the letter goes.
    """

    key = models.CharField(max_length=200, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    title = models.CharField(_("nội dung"), max_length=300)
    detail = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=300)
    due_on = models.DateField(_("hạn"), null=True)
    organisation_path = models.CharField(max_length=200, blank=True)
    is_escalation = models.BooleanField(default=False)
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-told_at", "-id"]
        indexes = [
            models.Index(fields=["user", "read_at"], name="notice_unread"),
            models.Index(fields=["told_at"], condition=Q(mailed_at__isnull=True), name="notice_unmailed"),
        ]

    def __str__(self) -> str:
        return self.title


class Choice(models.Model):
    """How a person wants to be told by e-mail; in the product she always is (lựa chọn nhận thông báo)."""

    class Mail(models.TextChoices):
        DIGEST = "digest", _("Một thư tổng hợp mỗi ngày")
        EACH = "each", _("Mỗi thông báo một thư")
        NONE = "none", _("Không gửi thư, chỉ xem trên hệ thống")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_choice")
    mail = models.CharField(_("nhận thư"), max_length=6, choices=Mail, default=Mail.DIGEST)

    def __str__(self) -> str:
        return f"{self.user}: {self.mail}"
