"""Editions; a trigger of the database forbids changing an issued one."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chamdiem.web.ordering import Alphabetical


class Edition(models.Model):
    """One edition of an indicator set (phiên bản bộ chỉ số).

    ``document`` is the canonical YAML and the only truth; tree, rules and
    sentences are read from it by the core. The other fields repeat what lists
    show and sort by. ``owner`` is the authority whose people keep a draft; an
    issued edition is there for everybody.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Dự thảo")
        ISSUED = "issued", _("Đã ban hành")

    key = models.CharField(_("mã"), max_length=60, unique=True)
    name = models.CharField(_("tên"), max_length=300)
    edition = models.CharField(_("phiên bản"), max_length=60)
    owner = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, null=True, blank=True, related_name="editions"
    )
    applies_to = models.CharField(_("cấp áp dụng"), max_length=60, blank=True)
    decision = models.CharField(_("căn cứ"), max_length=300, blank=True)
    status = models.CharField(_("trạng thái"), max_length=8, choices=Status, default=Status.DRAFT)
    document = models.TextField()
    content_hash = models.CharField(max_length=64)
    max_points = models.DecimalField(_("tổng điểm"), max_digits=10, decimal_places=4)
    criteria_count = models.PositiveIntegerField(_("số tiêu chí"))
    is_built_in = models.BooleanField(default=False)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    loaded_at = models.DateTimeField(_("nạp lúc"))
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(_("ban hành lúc"), null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = [Alphabetical("name"), "edition"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="draft") | Q(issued_at__isnull=False), name="edition_issued_has_a_date"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.edition})"
