"""What a plan says: its document, and the rows others hold on to."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chamdiem.core.improvement_plan import lettered
from chamdiem.web.ordering import Alphabetical


class Plan(models.Model):
    """An improvement plan of one authority (kế hoạch cải thiện).

    ``document`` is the whole content as canonical YAML; every change goes through it.
    A round opens ``opens_days_before`` days before its quarter ends, and reports are due
    ``due_days_after`` days after that end.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Đang soạn")
        IN_FORCE = "in_force", _("Đang thực hiện")
        REVISING = "revising", _("Đang điều chỉnh")
        CLOSED = "closed", _("Đã kết thúc")

    owner = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="plans")
    key = models.CharField(_("mã kế hoạch"))
    title = models.CharField(_("tên"))
    issuer = models.CharField(_("cơ quan ban hành"), blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=120, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    period_from = models.PositiveSmallIntegerField(null=True)
    period_to = models.PositiveSmallIntegerField(null=True)
    criteria_set = models.CharField(blank=True)
    # The body that puts the quarterly reports together, as printed.
    reports_to = models.CharField(blank=True)
    status = models.CharField(_("trạng thái"), max_length=8, choices=Status, default=Status.DRAFT)
    document = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    opens_days_before = models.PositiveSmallIntegerField(_("mở báo cáo trước cuối quý (ngày)"), default=15)
    due_days_after = models.PositiveSmallIntegerField(_("hạn báo cáo sau cuối quý (ngày)"), default=5)
    in_force_since = models.DateField(null=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-period_from", Alphabetical("title")]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="plan_key_once_per_owner"),
            models.CheckConstraint(
                condition=Q(period_to__isnull=True) | Q(period_to__gte=F("period_from")),
                name="plan_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(in_force_since__isnull=False),
                name="plan_past_draft_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(opens_days_before__lte=60) & Q(due_days_after__lte=60),
                name="plan_calendar_stays_near_the_quarter",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_before(self, day: date) -> bool:
        """Whether a day lies before the years of the plan: a figure of it says where the plan began."""
        return self.period_from is not None and day.year < self.period_from

    def is_after(self, day: date) -> bool:
        """Whether a day lies after the years of the plan."""
        return self.period_to is not None and day.year > self.period_to


class PlanVersion(models.Model):
    """The content as it was approved (phiên bản được duyệt); a trigger forbids change."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    document = models.TextField()
    content_hash = models.CharField(max_length=64)
    decision = models.CharField(_("văn bản phê duyệt"), max_length=120)
    decided_on = models.DateField(_("ngày phê duyệt"))
    note = models.TextField(_("nội dung điều chỉnh"), blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="plan_version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.plan} #{self.number}"


class PlanFile(models.Model):
    """A file of a plan on its way in: looked through first, then applied whole or not at all.

    ``checked_document`` is the content of the plan, at ``checked_revision``, that the file was compared
    with: only as long as the plan is at this revision is the file applied.
    """

    owner = models.ForeignKey("organisations.Organisation", models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.CASCADE, null=True, related_name="files")
    name = models.CharField(_("tên tệp"), max_length=200)
    content = models.BinaryField()
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    checked_revision = models.PositiveIntegerField(default=0)
    checked_document = models.TextField(blank=True, default="")
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.name


class PlanBody(models.Model):
    """A body the plan names, and the organisations it really is; a collective one is several.

    ``replaced`` says which of these the owner named in the place of such as had ended, and since when.
    """

    class Resolution(models.TextChoices):
        OPEN = "open", _("chưa xác định")
        FOUND = "found", _("tìm theo tên")
        CHOSEN = "chosen", _("đã chọn")
        OUTSIDE = "outside", _("không thuộc hệ thống")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="bodies")
    name = models.CharField()
    spellings = models.JSONField(default=list)
    is_collective = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    resolution = models.CharField(max_length=8, choices=Resolution, default=Resolution.OPEN)
    organisations = models.ManyToManyField("organisations.Organisation", related_name="+")
    replaced = models.JSONField(default=dict)

    class Meta:
        ordering = ["plan", "order", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "name"], name="plan_body_name_once")]

    def __str__(self) -> str:
        return self.name


class Goal(models.Model):
    """A goal for a year (mục tiêu)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="goals")
    key = models.CharField()
    order = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField(_("năm"))
    letter = models.CharField(blank=True)
    section = models.CharField(blank=True)
    text = models.TextField()
    criteria = models.JSONField(default=list)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["plan", "order"]
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="plan_goal_key_once")]

    def __str__(self) -> str:
        return lettered(self.letter, self.text)


class PlanItem(models.Model):
    """What bodies are charged with: a target, a document to issue, or a project."""

    class Kind(models.TextChoices):
        TARGET = "target", _("Chỉ tiêu")
        DOCUMENT = "document", _("Văn bản")
        PROJECT = "project", _("Dự án, nhiệm vụ")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items")
    key = models.CharField()
    kind = models.CharField(max_length=8, choices=Kind)
    order = models.PositiveSmallIntegerField()
    number = models.CharField(_("số thứ tự"), blank=True)
    text = models.TextField(_("nội dung"))
    group = models.CharField(_("nhóm"), blank=True)
    document_kind = models.CharField(_("loại văn bản"), blank=True)
    from_year = models.PositiveSmallIntegerField(null=True)
    to_year = models.PositiveSmallIntegerField(null=True)
    budget = models.DecimalField(_("kinh phí, triệu đồng"), max_digits=20, decimal_places=6, null=True)
    criteria = models.JSONField(default=list)
    goals = models.ManyToManyField(Goal, related_name="items")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["plan", "order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="plan_item_key_once"),
            models.CheckConstraint(
                condition=Q(to_year__isnull=True) | Q(to_year__gte=F("from_year")),
                name="plan_item_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.titled(self.number, self.text)

    @staticmethod
    def titled(number: str, text: str) -> str:
        """An item as pages call it: its number where it has one, then its wording."""
        return f"{number}. {text}" if number else text


class ItemBody(models.Model):
    """A body in charge of an item, or helping with it, spelt as printed."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="charged")
    body = models.ForeignKey(PlanBody, models.CASCADE, related_name="charges")
    is_lead = models.BooleanField()
    printed = models.CharField()
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["item", "-is_lead", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "body", "is_lead"], name="item_charges_a_body_once"),
        ]

    def __str__(self) -> str:
        return self.printed


class Measure(models.Model):
    """A figure to reach: ``label operator threshold unit`` (mức phải đạt), of a goal or of an item."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="measures")
    goal = models.ForeignKey(Goal, models.CASCADE, null=True, related_name="measures")
    item = models.ForeignKey(PlanItem, models.CASCADE, null=True, related_name="measures")
    key = models.CharField()
    order = models.PositiveSmallIntegerField(default=0)
    label = models.CharField()
    operator = models.CharField(max_length=10)
    threshold = models.DecimalField(max_digits=20, decimal_places=6)
    unit = models.CharField()

    class Meta:
        ordering = ["plan", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "key"], name="plan_measure_key_once"),
            models.CheckConstraint(
                condition=Q(goal__isnull=True, item__isnull=False) | Q(goal__isnull=False, item__isnull=True),
                name="measure_belongs_to_a_goal_or_an_item",
            ),
            models.CheckConstraint(condition=~Q(unit=""), name="measure_has_a_unit"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def newest(self) -> MeasureValue | None:
        """The newest value that was not withdrawn."""
        return next((each for each in self.values.all() if each.withdrawn_at is None), None)


class MeasureValue(models.Model):
    """A measured value with its day and its source; the newest counts, none is ever overwritten.

    A wrong one is withdrawn with a reason: it counts no more, and stays in the history. What a published
    ``result`` fed was its ``reading`` (key of the value there).
    """

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="values")
    value = models.DecimalField(max_digits=20, decimal_places=6)
    measured_on = models.DateField(_("ngày số liệu"))
    source = models.CharField(_("nguồn số liệu"), max_length=500)
    result = models.ForeignKey("results.Result", models.PROTECT, null=True, related_name="+")
    reading = models.CharField(blank=True, default="")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="measured_value_has_a_source"),
            models.CheckConstraint(
                condition=Q(result__isnull=True, reading="") | Q(result__isnull=False) & ~Q(reading=""),
                name="fed_value_names_what_it_was",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawal_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawal_reason=""),
                name="value_withdrawn_by_somebody_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} = {self.value}"


class Expectation(models.Model):
    """The points an item is expected to win at one criterion (điểm dự kiến), in force ``since`` a day."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="expectations")
    criterion_key = models.CharField()
    points = models.DecimalField(max_digits=20, decimal_places=6)
    since = models.DateField(null=True)

    class Meta:
        ordering = ["item", "id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "criterion_key"], name="expected_once_per_criterion"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion_key}: +{self.points}"
