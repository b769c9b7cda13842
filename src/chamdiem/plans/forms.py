"""The shape of what people hand in about plans; what it means is for the use cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chamdiem.core.inputs import UnreadableValue
from chamdiem.errors import Problem
from chamdiem.office.plan_reading import NUMBER
from chamdiem.plans.models import ItemReport, Task
from chamdiem.web.refusals import problem_sentence

Choices = Iterable[tuple[Any, Any]]
_MOST_TEXT = 5_000
OPERATOR_WORDS = {
    "at_least": _("tối thiểu"),
    "more_than": _("trên"),
    "at_most": pgettext_lazy("mức phải đạt", "tối đa"),
    "less_than": _("dưới"),
    "exactly": _("đúng bằng"),
}


class NumberField(forms.CharField):
    """A number as people type it: a comma is the decimal sign; with two readings it is refused."""

    def clean(self, value: Any) -> Any:
        """The exact number, or None where nothing is typed."""
        text = str(super().clean(value)).removesuffix("%").strip()
        if not text:
            return None
        try:
            return Fraction(NUMBER.read(text), NUMBER.scale)
        except UnreadableValue as error:
            problem = Problem(error.problem.code, {"label": "", **error.problem.facts})
            raise forms.ValidationError(problem_sentence(problem)) from None


def _boxes() -> forms.CheckboxSelectMultiple:
    return forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})


def _text(label: Any, *, rows: int = 3, required: bool = False, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=required, max_length=_MOST_TEXT, widget=widget, help_text=hint
    )


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget)


def _year(label: Any, *, required: bool = False) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=required, min_value=1950, max_value=2099)


class YearsForm(forms.Form):
    """Two years that follow each other, or none."""

    def clean(self) -> dict[str, Any]:
        """Both or neither, in order."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_year"), cleaned.get("to_year")
        if first and last and last < first:
            message = _("Năm kết thúc %(last)s đứng trước năm bắt đầu %(first)s. Hãy đổi lại.")
            self.add_error("to_year", forms.ValidationError(message, params={"first": first, "last": last}))
        if bool(first) != bool(last):
            self.add_error("to_year", _("Hãy ghi cả năm bắt đầu và năm kết thúc, hoặc để trống cả hai."))
        return cleaned


class HeaderForm(YearsForm):
    """What a plan is as a whole."""

    title = forms.CharField(label=_("Tên kế hoạch"), max_length=500)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=300, required=False)
    document = forms.CharField(
        label=_("Văn bản"),
        max_length=300,
        help_text=_("Loại, số, ngày của văn bản; chưa có thì ghi “Dự thảo”."),
    )
    from_year = _year(_("Từ năm"))
    to_year = _year(_("Đến năm"))
    criteria_set = forms.ChoiceField(label=_("Bộ chỉ số của các tiêu chí"), required=False)

    def __init__(self, *arguments: Any, sets: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["criteria_set"].choices = [("", _("Không gắn tiêu chí")), *sets]  # type: ignore[attr-defined]


class NewPlanForm(HeaderForm):
    """The beginning of a plan."""

    key = forms.RegexField(
        r"[A-Za-z0-9][A-Za-z0-9.\-]{0,39}",
        label=_("Mã kế hoạch"),
        help_text=_("Chữ không dấu, số, dấu chấm, dấu gạch; không đổi về sau. Ví dụ: cds-2026-plan."),
    )
    owner = forms.TypedChoiceField(label=_("Cơ quan chủ quản"), coerce=int)
    field_order = ("owner", "key", "title", "issuer", "document", "from_year", "to_year", "criteria_set")

    def __init__(self, *arguments: Any, owners: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["owner"].choices = list(owners)  # type: ignore[attr-defined]  # a choice field


class FileForm(forms.Form):
    """A file of a plan."""

    owner = forms.TypedChoiceField(label=_("Cơ quan chủ quản"), coerce=int)
    file = forms.FileField(
        label=_("Tệp kế hoạch"), help_text=_("Excel theo tệp mẫu (.xlsx) hoặc YAML, tối đa 10 MB.")
    )

    def __init__(self, *arguments: Any, owners: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        owners = list(owners)
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]  # a choice field
        if len(owners) == 1:
            self.fields["owner"].widget = forms.HiddenInput()
            self.fields["owner"].initial = owners[0][0]


class BodyForm(forms.Form):
    """A body the plan names."""

    name = forms.CharField(label=_("Tên cơ quan"), max_length=300)
    spellings = forms.CharField(
        label=_("Cách viết khác"),
        required=False,
        max_length=2_000,
        help_text=_("Nhiều cách viết thì cách nhau bằng dấu chấm phẩy."),
    )
    is_collective = forms.BooleanField(label=_("Là tên chung của nhiều cơ quan"), required=False)

    def clean_spellings(self) -> list[str]:
        """The spellings, one by one."""
        return _parts(self.cleaned_data["spellings"])


class MeasureForm(forms.Form):
    """A figure to reach; an empty one is left out."""

    label = forms.CharField(label=_("Chỉ số đo"), required=False, max_length=500)
    operator = forms.ChoiceField(label=_("So sánh"), choices=list(OPERATOR_WORDS.items()), required=False)
    threshold = NumberField(label=_("Ngưỡng"), required=False)
    unit = forms.CharField(label=_("Đơn vị tính"), required=False, max_length=60)

    def clean(self) -> dict[str, Any]:
        """All of it or nothing: a threshold without a unit says nothing."""
        cleaned = super().clean() or {}
        given = [name for name in ("label", "threshold", "unit") if cleaned.get(name) not in (None, "")]
        if given:
            for name in ("label", "threshold", "unit"):
                if name not in given and name not in self.errors:
                    self.add_error(name, _("Mức phải đạt cần đủ chỉ số đo, ngưỡng và đơn vị tính."))
        return cleaned

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not any(
            self.cleaned_data.get(name) not in (None, "") for name in ("label", "threshold", "unit")
        )


class GoalForm(forms.Form):
    """A goal."""

    letter = forms.CharField(label=_("Ký hiệu"), required=False, max_length=10)
    year = _year(_("Năm phải đạt"), required=True)
    text = _text(_("Nội dung"), required=True)
    criteria = forms.CharField(
        label=_("Tiêu chí liên quan"),
        required=False,
        help_text=_("Mã tiêu chí, cách nhau bằng dấu chấm phẩy."),
    )
    note = _text(_("Ghi chú"), rows=2)

    def clean_criteria(self) -> list[str]:
        """The keys, one by one."""
        return _parts(self.cleaned_data["criteria"])


class ItemForm(YearsForm):
    """A target, a document or a project; which fields it has depends on which it is."""

    number = forms.CharField(label=_("Số thứ tự"), required=False, max_length=20)
    text = _text(_("Nội dung"), required=True)
    kind = forms.CharField(label=_("Loại văn bản"), max_length=120)
    group = forms.ChoiceField(label=_("Nhóm"), required=False)
    from_year = _year(_("Từ năm"))
    to_year = _year(_("Đến năm"))
    lead = forms.MultipleChoiceField(label=_("Chủ trì"), widget=_boxes())
    coordinating = forms.MultipleChoiceField(label=_("Phối hợp"), widget=_boxes(), required=False)
    goals = forms.MultipleChoiceField(label=_("Phục vụ mục tiêu"), widget=_boxes(), required=False)
    criteria = forms.CharField(
        label=_("Tiêu chí liên quan"),
        required=False,
        help_text=_("Mã tiêu chí, cách nhau bằng dấu chấm phẩy."),
    )
    expected = forms.CharField(
        label=_("Điểm dự kiến"), required=False, help_text=_("Mã tiêu chí=điểm, ví dụ 1.2=2,5; 1.3=1.")
    )
    budget = NumberField(label=_("Kinh phí (triệu đồng)"), required=False)
    note = _text(_("Ghi chú"), rows=2)

    def __init__(
        self, *arguments: Any, of: str, bodies: Sequence[str], groups: Choices, goals: Choices, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        names = [(name, name) for name in bodies]
        self.fields["lead"].choices = names  # type: ignore[attr-defined]  # choice fields, all four
        self.fields["coordinating"].choices = names  # type: ignore[attr-defined]
        self.fields["goals"].choices = list(goals)  # type: ignore[attr-defined]
        self.fields["group"].choices = [("", _("Không thuộc nhóm")), *groups]  # type: ignore[attr-defined]
        if of != "document":
            del self.fields["kind"]
        if of != "project":
            del self.fields["group"]

    def clean_criteria(self) -> list[str]:
        """The keys, one by one."""
        return _parts(self.cleaned_data["criteria"])

    def clean_expected(self) -> dict[str, Fraction]:
        """Criterion → points."""
        expected: dict[str, Fraction] = {}
        for part in _parts(self.cleaned_data["expected"]):
            criterion, sign, points = part.partition("=")
            if not sign or not points.strip():
                message = _("“%(part)s” không phải là điểm dự kiến. Hãy ghi như 1.2=2,5.")
                raise forms.ValidationError(message, params={"part": part})
            expected[criterion.strip()] = NumberField().clean(points.strip())
        return expected


class ApprovalForm(forms.Form):
    """The document by which a plan was approved."""

    decision = forms.CharField(
        label=_("Số, ký hiệu văn bản"), max_length=120, help_text=_("Ví dụ: 45/KH-UBND.")
    )
    decided_on = _day(_("Ngày văn bản"))
    note = _text(_("Nội dung điều chỉnh"), rows=2, hint=_("Để trống ở lần phê duyệt đầu."))


class CalendarForm(forms.Form):
    """When rounds open, and until when they last."""

    opens_days_before = forms.IntegerField(
        label=_("Mở trước ngày cuối quý (số ngày)"), min_value=0, max_value=60
    )
    due_days_after = forms.IntegerField(label=_("Hạn sau ngày cuối quý (số ngày)"), min_value=0, max_value=60)


class ValueForm(forms.Form):
    """A measured value."""

    value = NumberField(label=_("Giá trị đo được"))
    measured_on = _day(_("Ngày số liệu"))
    source = forms.CharField(
        label=_("Nguồn số liệu"),
        max_length=500,
        help_text=_("Báo cáo, hệ thống hoặc văn bản cho biết con số này."),
    )

    def clean_value(self) -> Decimal:
        """The number as a column keeps it."""
        value: Fraction = self.cleaned_data["value"]
        return Decimal(value.numerator) / Decimal(value.denominator)


class RoundForm(forms.Form):
    """A round to open by hand."""

    year = _year(_("Năm"), required=True)
    quarter = forms.TypedChoiceField(
        label=_("Quý"), coerce=int, choices=[(1, "I"), (2, "II"), (3, "III"), (4, "IV")]
    )


class LaterForm(forms.Form):
    """A later day for a round."""

    due = _day(_("Hạn mới"))
    reason = _text(_("Lý do"), rows=2, required=True, hint=_("Lý do được ghi vào nhật ký."))


class LineForm(forms.Form):
    """One line of a report; the figures of the item come as fields of their own."""

    state = forms.ChoiceField(
        label=_("Tình hình"), choices=[("", _("Chọn tình hình")), *ItemReport.State.choices], required=False
    )
    percent = forms.IntegerField(label=_("Tiến độ (%)"), required=False, min_value=0, max_value=100)
    done = _text(_("Kết quả trong quý"))
    difficulty = _text(_("Khó khăn, vướng mắc"), hint=_("Bắt buộc khi chậm tiến độ hoặc dừng."))
    proposal = _text(_("Đề xuất, kiến nghị"), rows=2)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *arguments: Any, measures: Sequence[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        for key, label in measures:
            self.fields[f"figure-{key}"] = forms.CharField(label=label, required=False, max_length=40)
        names = ("state", "percent", *(f"figure-{key}" for key, _label in measures))
        self.order_fields(names)

    def figures(self) -> Mapping[str, str]:
        """Key of the measure → as typed."""
        prefix = "figure-"
        return {
            name.removeprefix(prefix): value
            for name, value in self.cleaned_data.items()
            if name.startswith(prefix)
        }


class GeneralForm(forms.Form):
    """What concerns no single item."""

    difficulties = _text(_("Khó khăn, vướng mắc chung"))
    proposals = _text(_("Đề xuất, kiến nghị chung"))
    seen = forms.IntegerField(widget=forms.HiddenInput)


class TaskForm(forms.Form):
    """What a task is."""

    name = forms.CharField(label=_("Tên nhiệm vụ"), max_length=300)
    starts_on = _day(_("Bắt đầu"))
    due_on = _day(_("Hạn hoàn thành"))
    user = forms.TypedChoiceField(
        label=pgettext_lazy("nhiệm vụ", "Người thực hiện"), coerce=int, required=False, empty_value=None
    )
    office = forms.TypedChoiceField(label=_("Phòng, bộ phận"), coerce=int, required=False, empty_value=None)
    after = forms.TypedChoiceField(label=_("Làm sau nhiệm vụ"), coerce=int, required=False, empty_value=None)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *arguments: Any, people: Choices, offices: Choices, others: Choices, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        for name, choices in (("user", people), ("office", offices), ("after", others)):
            self.fields[name].choices = [("", _("Không chọn")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("due_on")
        if first and last and last < first:
            self.add_error(
                "due_on", _("Hạn hoàn thành đứng trước ngày bắt đầu. Hãy đổi lại một trong hai ngày.")
            )
        return cleaned


class ProgressForm(forms.Form):
    """How far a task is."""

    state = forms.ChoiceField(label=_("Trạng thái"), choices=Task.State.choices)
    percent = forms.IntegerField(label=_("Tiến độ (%)"), min_value=0, max_value=100)
    result = _text(_("Kết quả"), hint=_("Văn bản, con số hoặc việc đã làm; bắt buộc khi kết thúc."))
    link = forms.URLField(label=_("Đường dẫn"), required=False, max_length=1_000, assume_scheme="https")
    seen = forms.IntegerField(widget=forms.HiddenInput)


class TaskFilters(forms.Form):
    """What of the tasks is shown."""

    only = forms.ChoiceField(
        label=_("Hiện"),
        required=False,
        choices=[
            ("", _("Tất cả")),
            ("late", _("Quá hạn")),
            ("due", _("Đến hạn trong 30 ngày")),
            ("done", _("Đã hoàn thành")),
        ],
    )
    body = forms.TypedChoiceField(label=_("Đơn vị"), coerce=int, required=False, empty_value=None)

    def __init__(self, *arguments: Any, bodies: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["body"].choices = [("", _("Mọi đơn vị")), *bodies]  # type: ignore[attr-defined]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
