"""What an item is broken into inside one organisation."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Task(models.Model):
    """One task of an item, done by one organisation (nhiệm vụ): who, from when until when, how far.

    ``after`` is the task that has to be done first. ``version`` grows with every change.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("Chưa bắt đầu")
        RUNNING = "running", _("Đang thực hiện")
        DONE = "done", _("Đã hoàn thành")
        DROPPED = "dropped", _("Không thực hiện")

    item = models.ForeignKey("plans.PlanItem", models.PROTECT, related_name="tasks")
    organisation = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    name = models.CharField(_("tên nhiệm vụ"), max_length=300)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    office = models.ForeignKey("organisations.Office", models.PROTECT, null=True, related_name="+")
    starts_on = models.DateField(_("bắt đầu"))
    due_on = models.DateField(_("hạn hoàn thành"))
    state = models.CharField(_("trạng thái"), max_length=8, choices=State, default=State.PLANNED)
    percent = models.PositiveSmallIntegerField(_("tiến độ, %"), default=0)
    result = models.TextField(_("kết quả"), blank=True)
    link = models.URLField(_("đường dẫn"), max_length=1000, blank=True)
    documents = models.ManyToManyField("evidence.Document", related_name="+")
    after = models.ForeignKey("self", models.SET_NULL, null=True, related_name="followers")
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    finished_on = models.DateField(null=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=F("starts_on")), name="task_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="task_percent_is_at_most_100"),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(percent=100, finished_on__isnull=False),
                name="task_done_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "dropped"]) | ~Q(result=""), name="task_ended_has_a_result"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        """Whether something remains to be done."""
        return self.state in (self.State.PLANNED, self.State.RUNNING)


class TaskChange(models.Model):
    """One change of a task: field → what it was and what it became; a trigger forbids change."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="changes")
    changed = models.JSONField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-changed_at", "-id"]

    def __str__(self) -> str:
        return f"{self.task} · {self.changed_at}"


class TaskRemark(models.Model):
    """One contribution to the discussion of a task (trao đổi)."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="remarks")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "id"]

    def __str__(self) -> str:
        return f"{self.author}: {self.text[:40]}"
