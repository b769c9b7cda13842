"""Notices, the letters they go in, and how each person wants them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """A letter to one person (thư): one notice or the digest of a day.

    It is sending from before the mail server is asked until the answer is written down. One
    found sending by a later run may have gone or not: it becomes unknown, and only a person
    has it sent again. ``message_id`` stays the same however often it is tried. Where nothing in it
    matters any more, it is needless and never goes.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Chờ gửi")
        SENDING = "sending", _("Đang gửi")
        SENT = "sent", _("Thư đã gửi")
        UNKNOWN = "unknown", _("Không rõ đã gửi chưa")
        GIVEN_UP = "given_up", _("Không gửi được")
        NEEDLESS = "needless", _("Không gửi")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="letters")
    is_digest = models.BooleanField()
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(_("trạng thái"), max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(_("lỗi"), max_length=500, blank=True)
    made_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at", "id"]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=Q(state__in=["waiting", "sending"]), name="letter_unsent"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="letter_sent_has_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.made_at}"

    @property
    def may_go_again(self) -> bool:
        """Whether it stays as it is until a person has it sent again."""
        return self.state in STUCK


# Only a person has these sent again.
STUCK = (Letter.State.UNKNOWN, Letter.State.GIVEN_UP)


class Notice(models.Model):
    """Something one person is told once (thông báo).

    ``key`` says what it is about and at which moment: the same key is never told twice,
    whatever a worker that was killed does again. ``gathered_at`` says when it was put into
    ``letter``, or left without one because the person wants none. ``is_left_out`` where it did not
    matter any more when the letter went. ``is_still_due``, and ``is_told_again`` where a later one on
    the page says the same, are asked for a page, never stored.
    """

    is_still_due: bool | None = None
    is_told_again: bool = False
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
    gathered_at = models.DateTimeField(null=True)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, related_name="notices")
    is_left_out = models.BooleanField(default=False)

    class Meta:
        ordering = ["-told_at", "-id"]
        indexes = [
            models.Index(fields=["user", "read_at"], name="notice_unread"),
            models.Index(fields=["told_at"], condition=Q(gathered_at__isnull=True), name="notice_ungathered"),
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
