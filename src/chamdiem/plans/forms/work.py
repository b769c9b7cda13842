"""Forms of what is done under a plan: figures, rounds, tasks."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chamdiem.errors import Incomplete
from chamdiem.office.plan_cells import number_kind
from chamdiem.plans.forms.fields import NumberField, day, long_text, percent, year
from chamdiem.plans.line_rules import find_task_faults
from chamdiem.plans.models import Measure, Task
from chamdiem.plans.ways import Aim
from chamdiem.web.refusals import refusal_sentence

Choices = Iterable[tuple[Any, Any]]


class CalendarForm(forms.Form):
    """When rounds open, and until when they last."""

    opens_days_before = forms.IntegerField(
        label=_("Mở trước ngày cuối quý (số ngày)"), min_value=0, max_value=60
    )
    due_days_after = forms.IntegerField(label=_("Hạn sau ngày cuối quý (số ngày)"), min_value=0, max_value=60)


class ValueForm(forms.Form):
    """A measured value."""

    value = NumberField(label=_("Giá trị đo được"))
    measured_on = day(_("Ngày số liệu"))
    source = forms.CharField(
        label=_("Nguồn số liệu"),
        max_length=500,
        help_text=_("Báo cáo, hệ thống hoặc văn bản cho biết con số này."),
    )

    def __init__(self, *arguments: Any, measure: Measure, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["value"].kind = number_kind(measure.label, measure.unit)  # type: ignore[attr-defined]

    def clean_value(self) -> Decimal:
        """The number as a column keeps it."""
        value: Fraction = self.cleaned_data["value"]
        return Decimal(value.numerator) / Decimal(value.denominator)


class RoundForm(forms.Form):
    """A round to open by hand."""

    year = year(_("Năm"), required=True)
    quarter = forms.TypedChoiceField(
        label=_("Quý"), coerce=int, choices=[(1, "I"), (2, "II"), (3, "III"), (4, "IV")]
    )
    reason = long_text(
        _("Lý do"),
        rows=2,
        hint=_(
            "Bắt buộc khi hạn báo cáo của quý đã qua; được ghi vào nhật ký. Khi đó hạn gửi lùi đủ số ngày "
            "như lịch, ít nhất 5 ngày làm việc."
        ),
    )


class LaterForm(forms.Form):
    """A later day for a round."""

    due = day(_("Hạn mới"))
    reason = long_text(
        _("Lý do"),
        rows=2,
        required=True,
        hint=_("Lý do được ghi vào nhật ký và báo cho cơ quan còn phải gửi."),
    )


class TaskForm(forms.Form):
    """What a task is."""

    name = forms.CharField(label=_("Tên nhiệm vụ"), max_length=300)
    starts_on = day(_("Bắt đầu"))
    due_on = day(_("Hạn hoàn thành"))
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
    percent = percent(hint=_("Khi chọn đã hoàn thành, hệ thống tự ghi 100%."))
    result = long_text(_("Kết quả"), hint=_("Văn bản, con số hoặc việc đã làm; bắt buộc khi kết thúc."))
    link = forms.URLField(label=_("Đường dẫn"), required=False, max_length=1_000, assume_scheme="https")
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *arguments: Any, before: int, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._before = before

    def clean(self) -> dict[str, Any]:
        """The parts fit each other; everything that does not is said at once, beside its part."""
        cleaned = super().clean() or {}
        faults = find_task_faults(
            state=cleaned.get("state", ""),
            percent=cleaned.get("percent"),
            before=self._before,
            result=cleaned.get("result", ""),
        )
        for fault in faults:
            if fault.part not in self.errors:
                self.add_error(fault.part, refusal_sentence(Incomplete(fault.code, **fault.facts)))
        return cleaned


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
            ("lost", _("Cần giao lại")),
        ],
    )
    body = forms.TypedChoiceField(label=_("Đơn vị"), coerce=int, required=False, empty_value=None)

    def __init__(self, *arguments: Any, bodies: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["body"].choices = [("", _("Mọi đơn vị")), *bodies]  # type: ignore[attr-defined]


class AimForm(forms.Form):
    """What an organisation wants to reach: a total or a place, not both."""

    total = NumberField(label=_("Tổng điểm"), required=False)
    place = forms.IntegerField(label=_("Thứ hạng trong nhóm"), required=False, min_value=1, max_value=99_999)

    def __init__(self, *arguments: Any, places: int, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._places = places

    def clean_place(self) -> int | None:
        """A place there is in the group."""
        place: int | None = self.cleaned_data["place"]
        if place is not None and place > self._places:
            message = _(
                "Nhóm xếp hạng %(places)s đơn vị, không có hạng %(place)s. Hãy nhập từ 1 đến %(places)s."
            )
            raise forms.ValidationError(message, params={"places": self._places, "place": place})
        return place

    def clean(self) -> dict[str, Any]:
        """One of both."""
        data = super().clean() or {}
        if data.get("total") is not None and data.get("place") is not None:
            raise forms.ValidationError(_("Chỉ nhập một trong hai: tổng điểm hoặc thứ hạng."))
        return data

    @property
    def aim(self) -> Aim | None:
        """The aim, or None where nothing usable is typed."""
        if not self.is_valid():
            return None
        aim = Aim(self.cleaned_data["total"], self.cleaned_data["place"])
        return None if aim == Aim() else aim
