"""Snapshots never change: a correction is a new closing and a new release."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chamdiem.core.lint.folding import fold
from chamdiem.web.language import page_language


class Review(models.Model):
    """What there was to look at before closing, when everything was last read (rà soát trước khi chốt).

    ``seen`` is the number of the last event of the campaign before reading began:
    what changed since has a higher one. Without ``made_at`` it is not finished.
    """

    campaign = models.ForeignKey("campaigns.Campaign", models.CASCADE, related_name="reviews")
    begun_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    dossier_count = models.PositiveIntegerField(default=0)
    seen = models.BigIntegerField()
    # Kind of concern → how many.
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.campaign} · {self.made_at}"

    @property
    def concern_count(self) -> int:
        """How many things there are to look at."""
        return sum(self.counts.values())


class Concern(models.Model):
    """One thing to look at before closing.

    ``kind`` is one of ``readiness.KINDS``; ``key`` the figure or the criterion,
    ``row_key`` the row it stands on; ``value`` is what is declared, ``expected``
    what it is held against, both as people read them. A dossier not handed in, or not
    handed in again, is one concern without a row: ``value`` counts its criteria.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="concerns")
    participant = models.ForeignKey("campaigns.Participant", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=80)
    row_key = models.CharField(max_length=60)
    value = models.CharField(max_length=200, blank=True)
    expected = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["review", "kind"], name="concern_kind")]

    def __str__(self) -> str:
        return f"{self.kind} · {self.key}"


class Closing(models.Model):
    """The frozen state of one track: answers, points, reasons, spreads, edition, core (chốt số liệu).

    ``answers`` is the exact file the command line scores; triggers forbid
    change and deletion. ``reason`` says why it was closed although something was open;
    ``never_handed_in`` names the bodies of the track without any submission.
    """

    track = models.ForeignKey("campaigns.Track", models.PROTECT, related_name="closings")
    number = models.PositiveSmallIntegerField()
    edition_hash = models.CharField(max_length=64)
    core_version = models.CharField(max_length=40)
    answers = models.JSONField()
    spreads = models.JSONField()
    content_hash = models.CharField(max_length=64)
    reason = models.TextField(_("lý do"), blank=True)
    never_handed_in = models.JSONField(default=list)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()

    class Meta:
        ordering = ["track", "-number"]
        constraints = [models.UniqueConstraint(fields=["track", "number"], name="closing_number_once")]

    def __str__(self) -> str:
        return f"{self.track} #{self.number}"


class Result(models.Model):
    """What one participant earned in one closing (kết quả).

    ``quanta`` are the smallest points the edition rounds to; the exact index
    value is ``total_quanta / maximum_quanta``. Who ``never_handed_in`` has the points
    somebody awarded, else none, and no place. ``tie_notes`` holds by language which
    rows parted it from its equals, ``criteria``, in printed order, each criterion with
    claimed, appraised and final points, status, reason in both languages and note.
    """

    closing = models.ForeignKey(Closing, models.PROTECT, related_name="results")
    participant = models.ForeignKey("campaigns.Participant", models.PROTECT, related_name="results")
    peer_group = models.CharField(max_length=120, blank=True)
    is_ranked = models.BooleanField()
    never_handed_in = models.BooleanField(_("không gửi hồ sơ"), default=False)
    total_quanta = models.BigIntegerField()
    maximum_quanta = models.BigIntegerField()
    total = models.DecimalField(_("điểm"), max_digits=12, decimal_places=6)
    maximum = models.DecimalField(_("điểm tối đa"), max_digits=12, decimal_places=6)
    claimed = models.DecimalField(_("tự đánh giá"), max_digits=12, decimal_places=6)
    appraised = models.DecimalField(_("thẩm định"), max_digits=12, decimal_places=6)
    index_value = models.DecimalField(_("giá trị chỉ số"), max_digits=10, decimal_places=8)
    place = models.PositiveIntegerField(_("thứ hạng"), null=True)
    overall = models.PositiveIntegerField(_("hạng chung"), null=True)
    grade = models.CharField(_("xếp loại"), max_length=60, blank=True)
    groups = models.JSONField(default=dict)
    tie_notes = models.JSONField(default=dict)
    criteria = models.JSONField(default=list)

    class Meta:
        ordering = ["closing", "peer_group", "place"]
        constraints = [
            models.UniqueConstraint(fields=["closing", "participant"], name="result_once_per_closing"),
        ]

    def __str__(self) -> str:
        return f"{self.participant} · {self.total}"

    @property
    def has_points(self) -> bool:
        """Whether there are points to show: not where nothing was handed in and nothing awarded."""
        return not self.never_handed_in or self.total_quanta != 0

    @property
    def tie_note(self) -> str:
        """Which rows parted it from its equals, in the language of the page; empty where none did."""
        return str(self.tie_notes.get(page_language(), ""))

    @property
    def group_words(self) -> str:
        """The peer group inside a sentence: ``nhóm Sở``, ``Nhóm 2``; nothing where there is none."""
        group = gettext("nhóm {name}")
        if not self.peer_group or self.peer_group.casefold().startswith(group.partition(" ")[0]):
            return self.peer_group
        return group.format(name=self.peer_group)


class Release(models.Model):
    """A numbered publication of a campaign's closings (công bố); errata are a new one."""

    campaign = models.ForeignKey("campaigns.Campaign", models.PROTECT, related_name="releases")
    number = models.PositiveSmallIntegerField()
    closings = models.ManyToManyField(Closing, related_name="releases")
    note = models.TextField(_("nội dung đính chính"), blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["campaign", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="release_number_once"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(note=""), name="release_errata_says_what"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign} · {self.number}"

    @property
    def says_it_corrects(self) -> bool:
        """Whether the note itself begins with the words that would stand before it."""
        return fold(self.note).startswith("dinh chinh")
