"""Organisations in a tree that changes over the years, and the offices inside them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Trim
from django.utils.translation import gettext_lazy as _

from chamdiem.organisations.codes import CodeKey
from chamdiem.web.ordering import Alphabetical, alphabetical_column


class Kind(models.Model):
    """A kind of body with its level: data, because titles and levels change (loại cơ quan)."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(_("tên loại"), max_length=120)
    level = models.PositiveSmallIntegerField(_("cấp"), help_text=_("0 trung ương, 1 tỉnh, 2 huyện, 3 xã"))
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["level", "order", Alphabetical("name")]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A public body (cơ quan, đơn vị), valid from one day to another.

    ``path`` is the chain of ids from the root, ``/1/12/345/``: one index scan
    finds everything below a body. ``search_text`` is the name without accents
    and case.
    """

    code = models.CharField(_("mã"), max_length=40, unique=True)
    name = models.CharField(_("tên"), max_length=300)
    short_name = models.CharField(_("tên gọi tắt"), max_length=120, blank=True)
    kind = models.ForeignKey(Kind, models.PROTECT, verbose_name=_("loại"))
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, blank=True, db_index=True)
    peer_group = models.CharField(_("nhóm xếp hạng"), max_length=120, blank=True)
    attributes = models.JSONField(_("thuộc tính"), default=dict, blank=True)
    valid_from = models.DateField(_("hiệu lực từ"), null=True, blank=True)
    valid_to = models.DateField(_("hiệu lực đến"), null=True, blank=True)
    search_text = models.CharField(max_length=500, blank=True)
    name_order = alphabetical_column("name")

    class Meta:
        ordering = ["path"]
        indexes = [
            models.Index(fields=["path"], name="organisation_below", opclasses=["varchar_pattern_ops"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="organisation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(code=Trim("code")) & ~Q(code=""),
                name="organisation_code_is_trimmed",
            ),
            # Two codes that differ in capitals only would be taken for one, by people and by the core.
            models.UniqueConstraint(CodeKey("code"), name="organisation_code_once"),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name


class Office(models.Model):
    """A room, division or unit inside an organisation (phòng, ban, bộ phận)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="offices")
    name = models.CharField(_("tên"), max_length=200)
    also_known_as = models.JSONField(_("tên khác"), default=list, blank=True)
    is_active = models.BooleanField(_("đang hoạt động"), default=True)

    class Meta:
        ordering = ["organisation", Alphabetical("name")]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="office_name_once_per_organisation"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One body became another: by merger or split (sáp nhập, chia tách).

    A body that only takes a new name stays itself: see ``FormerName``.
    """

    class Change(models.TextChoices):
        MERGED = "merged", _("sáp nhập")
        SPLIT = "split", _("chia tách")

    change = models.CharField(max_length=8, choices=Change)
    predecessor = models.ForeignKey(Organisation, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Organisation, models.PROTECT, related_name="origins")
    took_place_on = models.DateField(_("ngày"))
    decision = models.CharField(_("căn cứ"), max_length=300, blank=True)
    # A merger of a day to come: what stands below the predecessor goes to the successor then.
    waits = models.BooleanField(default=False)

    class Meta:
        ordering = ["took_place_on"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="succession_is_to_another_body"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Move(models.Model):
    """A body was hung under another (chuyển cơ quan cấp trên): by decision, merger or a list handed in."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="moves")
    before = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    after = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    took_place_on = models.DateField(_("ngày"))
    decision = models.CharField(_("căn cứ"), max_length=300, blank=True)
    # The merger that brought it along: where that is taken back, it goes back.
    succession = models.ForeignKey(Succession, models.CASCADE, null=True, related_name="moves")

    class Meta:
        ordering = ["-took_place_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.organisation} → {self.after}"


class FormerName(models.Model):
    """What a body was called, and its code, until it took a new name (tên cũ, đổi tên)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="former_names")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    short_name = models.CharField(max_length=120, blank=True)
    changed_on = models.DateField(_("đổi từ ngày"))
    decision = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        ordering = ["-changed_on", "-pk"]

    def __str__(self) -> str:
        return self.name


class ComingName(models.Model):
    """A new name by decision whose day is still to come: the body takes it then (tên mới chờ hiệu lực)."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="coming_name")
    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=300)
    short_name = models.CharField(max_length=120, blank=True)
    takes_effect_on = models.DateField(_("từ ngày"), db_index=True)
    decision = models.CharField(_("căn cứ"), max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["takes_effect_on"]

    def __str__(self) -> str:
        return self.name


class ImportFile(models.Model):
    """A file of organisations or people on its way in: looked through first, then applied (tệp nhập).

    It is kept in the database so that the worker reads the very bytes the page looked through;
    they are let go of once applied. ``report`` holds what the last look found.
    """

    class Kind(models.TextChoices):
        ORGANISATIONS = "organisations", _("đơn vị")
        PEOPLE = "people", _("người dùng")

    kind = models.CharField(max_length=13, choices=Kind)
    name = models.CharField(_("tên tệp"), max_length=200)
    content = models.BinaryField()
    site = models.URLField(blank=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    report = models.JSONField(null=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.name
