"""Working copies of drafts and their rows."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class WorkingCopy(models.Model):
    """A draft on the desk (bản đang soạn): from the file of an annex, or from a draft edition.

    ``header`` is the head of the set as plain data, written as JSON text: the database would
    sort the keys, and the order of the levels counts. ``found`` is what the reader reported.
    """

    owner = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    file_name = models.CharField(_("tệp"), max_length=200, blank=True)
    content = models.BinaryField(default=bytes)
    header = models.TextField(blank=True)
    found = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    # Place of a table → roles of its columns and lines of its header, as people chose them.
    choices = models.JSONField(default=dict)
    applies_to = models.CharField(_("cấp áp dụng"), max_length=60, blank=True)
    job = models.ForeignKey("jobs.Job", models.PROTECT, null=True, related_name="+")
    is_read = models.BooleanField(default=False)
    # The draft edition this came from or went to, and its version then.
    edition_key = models.CharField(max_length=60, blank=True)
    edition_version = models.PositiveIntegerField(default=0)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(_("bắt đầu lúc"))
    changed_at = models.DateTimeField(_("sửa lúc"))
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return self.file_name or self.edition_key

    @property
    def head(self) -> dict[str, Any]:
        """The head of the set as plain data."""
        return json.loads(self.header) if self.header else {}


class WorkingRow(models.Model):
    """One row on the desk.

    ``document`` is the row as plain data of the set format, as JSON text in the order of its keys.
    ``origin`` is what the file said: ``texts`` as pairs, ``phrases``, ``warnings``, ``repairs``,
    ``confidence`` (percent or null), ``place``. Of it little changes: repairs are marked undone,
    and the confidence and the warnings about the rule go when people write another rule.
    """

    copy = models.ForeignKey(WorkingCopy, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    document = models.TextField()
    origin = models.JSONField(default=dict)
    is_accepted = models.BooleanField(default=False)
    is_deleted = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["copy", "position"],
                name="working_row_position",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]

    def __str__(self) -> str:
        return str(self.data.get("name", ""))

    @property
    def data(self) -> dict[str, Any]:
        """The row as plain data."""
        return json.loads(self.document)  # type: ignore[no-any-return]  # always a mapping


class WorkingStep(models.Model):
    """One change on the desk that can be undone; it goes when it is.

    ``before`` is what the change replaced, as JSON text: ``rows`` (id → field → value), ``made`` (ids of
    rows that were not there) and ``head`` (key → value, null where there was none).
    """

    copy = models.ForeignKey(WorkingCopy, models.CASCADE, related_name="steps")
    action = models.CharField(max_length=60)
    label = models.CharField(max_length=100, blank=True)
    row_id = models.BigIntegerField(null=True)
    before = models.TextField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.label}"
