"""The chain of events and its anchor; triggers of the database guard both."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One thing somebody did, sealed with the hash of the event before (sự kiện).

    ``organisation_path`` and ``campaign_id`` tell who may read it; ``facts`` are
    plain JSON. ``search_text`` is all that is shown, without accents. ``hash`` covers everything but itself.
    """

    number = models.BigIntegerField(unique=True)
    at = models.DateTimeField(_("lúc"), db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(_("người thực hiện"), max_length=160, blank=True)
    action = models.CharField(_("việc"), max_length=60, db_index=True)
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    subject_name = models.CharField(_("đối tượng"), max_length=300)
    organisation_path = models.CharField(max_length=200, blank=True)
    campaign_id = models.BigIntegerField(null=True)
    facts = models.JSONField(_("chi tiết"), default=dict)
    search_text = models.TextField(blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="event_subject"),
            models.Index(fields=["campaign_id", "number"], name="event_campaign"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.subject_name}"


class Anchor(models.Model):
    """The end of the chain: number and hash of the last event; one row (mốc cuối).

    A trigger moves it on with every event, in the same statement; nothing else may move it,
    so that events missing at the end are noticed. Before the first event: 0 and no hash.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="anchor_is_one")]

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"
