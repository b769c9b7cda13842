"""Campaigns: one exercise of an authority, with its calendar, participants and duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chamdiem.web.ordering import Alphabetical, alphabetical_column

if TYPE_CHECKING:
    from chamdiem.organisations.models import Organisation


class Campaign(models.Model):
    """An assessment campaign (kỳ đánh giá) of one authority.

    Days are local and inclusive: the last second of ``entry_until`` is in time.
    ``policies`` hold the choices of the wizard (see ``campaigns.policies``).
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Đang chuẩn bị")
        OPENING = "opening", _("Đang mở")
        ENTRY = "entry", _("Tự đánh giá")
        APPRAISAL = "appraisal", _("Thẩm định")
        EXPLANATION = "explanation", _("Giải trình")
        RULING = "ruling", _("Hội đồng xem xét")
        CLOSING = "closing", _("Đang chốt")
        CLOSED = "closed", _("Đã chốt")
        PUBLISHED = "published", _("Đã công bố")

    owner = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="campaigns")
    name = models.CharField(_("tên"), max_length=200)
    year = models.PositiveSmallIntegerField(_("năm đánh giá"))
    status = models.CharField(_("giai đoạn"), max_length=12, choices=Status, default=Status.DRAFT)
    reference_from = models.DateField(_("kỳ số liệu từ"))
    reference_until = models.DateField(_("kỳ số liệu đến"))
    entry_from = models.DateField(_("mở tự đánh giá"))
    entry_until = models.DateField(_("hạn gửi"))
    appraisal_until = models.DateField(_("hạn thẩm định"))
    explanation_until = models.DateField(_("hạn giải trình"))
    ruling_until = models.DateField(_("hạn hội đồng xem xét"))
    publication_on = models.DateField(_("ngày công bố dự kiến"))
    policies = models.JSONField(default=dict)
    # Steps of the wizard that somebody has saved (see ``campaigns.preparing``).
    prepared = models.JSONField(default=list, blank=True)
    previous = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    is_example = models.BooleanField(default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-year", Alphabetical("name")]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="campaign_name_once_per_owner"),
            models.CheckConstraint(
                condition=Q(reference_until__gte=F("reference_from"))
                & Q(entry_until__gte=F("entry_from"))
                & Q(appraisal_until__gte=F("entry_until"))
                & Q(explanation_until__gte=F("appraisal_until"))
                & Q(ruling_until__gte=F("explanation_until"))
                & Q(publication_on__gte=F("ruling_until")),
                name="campaign_days_follow_each_other",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Track(models.Model):
    """One edition within a campaign, for one kind of participants (khối áp dụng một bộ chỉ số).

    ``chosen`` and ``unranked`` are the organisations picked while the campaign is
    prepared; opening makes participants of them.
    """

    class GroupedBy(models.TextChoices):
        PEER_GROUP = "peer_group", _("Nhóm xếp hạng của từng đơn vị")
        KIND = "kind", _("Loại cơ quan")
        TRACK = "track", _("Cả khối xếp hạng chung")

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="tracks")
    edition = models.ForeignKey("indicators.Edition", models.PROTECT, related_name="tracks")
    name = models.CharField(_("tên khối"), max_length=120)
    order = models.PositiveSmallIntegerField(default=0)
    grouped_by = models.CharField(
        _("xếp hạng theo"), max_length=12, choices=GroupedBy, default=GroupedBy.PEER_GROUP
    )
    chosen = models.JSONField(default=list, blank=True)
    unranked = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["campaign", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "name"], name="track_name_once_per_campaign")
        ]

    def __str__(self) -> str:
        return self.name

    def group_of(self, organisation: Organisation) -> str:
        """The group a body will be ranked in; empty for one of none. Reads its kind."""
        match self.grouped_by:
            case Track.GroupedBy.KIND:
                return organisation.kind.name
            case Track.GroupedBy.TRACK:
                return self.name
            case _:
                return organisation.peer_group


class Participant(models.Model):
    """One organisation in one track of a campaign (đơn vị tham gia).

    ``name`` and ``peer_group`` are kept as they were at joining: what becomes of
    the organisation later changes no past campaign.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="participants")
    track = models.ForeignKey(Track, models.PROTECT, related_name="participants")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, related_name="participations"
    )
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    name_order = alphabetical_column("name")
    peer_group = models.CharField(_("nhóm xếp hạng"), max_length=120, blank=True)
    is_ranked = models.BooleanField(_("được xếp hạng"), default=True)
    joined_at = models.DateTimeField()
    is_late = models.BooleanField(default=False)

    class Meta:
        ordering = ["track", "name_order"]
        constraints = [
            models.UniqueConstraint(fields=["track", "organisation"], name="participant_once_per_track"),
        ]

    def __str__(self) -> str:
        return self.name


class Extension(models.Model):
    """More time for a participant, for all or for one criterion, with the reason (gia hạn)."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="extensions")
    criterion_key = models.CharField(max_length=60, blank=True)
    until = models.DateField(_("đến hết ngày"))
    reason = models.TextField(_("lý do"))
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["-given_at"]

    def __str__(self) -> str:
        return f"{self.participant} → {self.until}"


class OfficeMatch(models.Model):
    """Which real office an office named by the edition is, in one organisation."""

    track = models.ForeignKey(Track, models.CASCADE, related_name="office_matches")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="office_matches")
    printed = models.CharField(_("tên trong quyết định"), max_length=300)
    office = models.ForeignKey(
        "organisations.Office", models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_confirmed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "printed"], name="office_matched_once"),
        ]

    def __str__(self) -> str:
        return f"{self.printed} = {self.office or '?'}"


class Assignment(models.Model):
    """A criterion given to an office, and there to a person where one is named (phân công)."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="assignments")
    criterion_key = models.CharField(max_length=60)
    office = models.ForeignKey("organisations.Office", models.PROTECT, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_lead = models.BooleanField(default=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "criterion_key", "office", "user"],
                nulls_distinct=False,
                name="assignment_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion_key} → {self.office}"


class AppraiserDuty(models.Model):
    """What an appraiser appraises: a track, narrowed to rows and to one participant where given."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="duties")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="duties")
    track = models.ForeignKey(Track, models.CASCADE, related_name="duties")
    row_key = models.CharField(_("nhóm hoặc tiêu chí"), max_length=60, blank=True)
    participant = models.ForeignKey(Participant, models.CASCADE, null=True, blank=True, related_name="duties")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "track", "row_key", "participant"], nulls_distinct=False, name="duty_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.track} · {self.row_key or '*'}"
