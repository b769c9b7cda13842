"""Forms of what a plan says: its file, goals, items, approval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chamdiem.core.plan_values import exceeds_whole
from chamdiem.errors import Problem
from chamdiem.office.plan_cells import NUMBER, number_kind, parts
from chamdiem.plans.forms.fields import (
    NumberField,
    SeenForm,
    boxes,
    criteria_of,
    day,
    long_text,
    share_sentence,
    year,
)
from chamdiem.plans.forms.header import Choices, YearsForm
from chamdiem.web.refusals import problem_sentence

# What wins points at one criterion can cost some at another.
_SIGNED = replace(NUMBER, minimum=None)
OPERATOR_WORDS = {
    "at_least": _("tối thiểu"),
    "more_than": _("trên"),
    "at_most": pgettext_lazy("mức phải đạt", "tối đa"),
    "less_than": _("dưới"),
    "exactly": _("đúng bằng"),
}


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
        if len(given) == len(("label", "threshold", "unit")):
            label, value = cleaned["label"], cleaned["threshold"]
            self._look_at_count(label, cleaned["unit"])
            if exceeds_whole(label, cleaned["unit"], value):
                self.add_error("threshold", share_sentence(label, value))
        return cleaned

    def _look_at_count(self, label: str, unit: str) -> None:
        """Read the threshold again by what it counts."""
        field = NumberField(label=label, kind=number_kind(label, unit))
        try:
            field.clean(self["threshold"].value())
        except forms.ValidationError as error:
            self.add_error("threshold", error)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not any(
            self.cleaned_data.get(name) not in (None, "") for name in ("label", "threshold", "unit")
        )


class GoalForm(forms.Form):
    """A goal."""

    letter = forms.CharField(label=_("Ký hiệu"), required=False, max_length=10)
    year = year(_("Năm phải đạt"), required=True)
    section = forms.ChoiceField(label=_("Thuộc mục"), required=False)
    new_section = forms.CharField(
        label=_("Đề mục mới"),
        required=False,
        max_length=500,
        help_text=_("Chỉ ghi khi mục chưa có ở trên, ví dụ: Mục tiêu đến năm 2030."),
    )
    text = long_text(_("Nội dung"), required=True)
    criteria = forms.CharField(
        label=_("Tiêu chí liên quan"),
        required=False,
        help_text=_("Mã tiêu chí, cách nhau bằng dấu chấm phẩy."),
    )
    note = long_text(_("Ghi chú"), rows=2)

    def __init__(self, *arguments: Any, sections: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["section"].choices = [("", _("Không thuộc mục nào")), *sections]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One section: one there is, or a new one."""
        cleaned = super().clean() or {}
        if cleaned.get("section") and cleaned.get("new_section"):
            self.add_error("new_section", _("Hãy chọn một mục đã có hoặc ghi đề mục mới, không cả hai."))
        return cleaned

    def clean_criteria(self) -> list[str]:
        """The keys, one by one."""
        return criteria_of(self.cleaned_data["criteria"])


class ItemForm(YearsForm):
    """A target, a document or a project; which fields it has depends on which it is."""

    number = forms.CharField(label=_("Số thứ tự"), required=False, max_length=20)
    text = long_text(_("Nội dung"), required=True)
    kind = forms.CharField(label=_("Loại văn bản"), max_length=120)
    group = forms.ChoiceField(label=_("Nhóm"), required=False)
    from_year = year(_("Từ năm"))
    to_year = year(_("Đến năm"))
    lead = forms.MultipleChoiceField(label=_("Chủ trì"), widget=boxes())
    coordinating = forms.MultipleChoiceField(label=_("Phối hợp"), widget=boxes(), required=False)
    goals = forms.MultipleChoiceField(label=_("Phục vụ mục tiêu"), widget=boxes(), required=False)
    criteria = forms.CharField(
        label=_("Tiêu chí liên quan"),
        required=False,
        help_text=_("Mã tiêu chí, cách nhau bằng dấu chấm phẩy."),
    )
    expected = forms.CharField(
        label=_("Điểm dự kiến"), required=False, help_text=_("Mã tiêu chí=điểm, ví dụ 1.2=2,5; 1.3=1.")
    )
    budget = NumberField(label=_("Kinh phí (triệu đồng)"), required=False)
    note = long_text(_("Ghi chú"), rows=2)

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

    def clean(self) -> dict[str, Any]:
        """Who is in charge does not help as well."""
        cleaned = super().clean()
        both = [name for name in cleaned.get("lead", ()) if name in cleaned.get("coordinating", ())]
        if both:
            message = _("%(bodies)s đã chủ trì thì không ghi ở phối hợp nữa. Hãy bỏ ở một trong hai chỗ.")
            self.add_error("coordinating", forms.ValidationError(message, params={"bodies": "; ".join(both)}))
        return cleaned

    def clean_criteria(self) -> list[str]:
        """The keys, one by one."""
        return criteria_of(self.cleaned_data["criteria"])

    def clean_expected(self) -> dict[str, Fraction]:
        """Criterion → points."""
        expected: dict[str, Fraction] = {}
        for part in parts(self.cleaned_data["expected"]):
            criterion, sign, points = part.partition("=")
            if not sign or not points.strip():
                message = _("“%(part)s” không phải là điểm dự kiến. Hãy ghi như 1.2=2,5.")
                raise forms.ValidationError(message, params={"part": part})
            key = criterion.strip()
            if key in expected:
                raise forms.ValidationError(
                    problem_sentence(Problem("plan.points_twice", {"criterion": key}))
                )
            label = f"{self.fields['expected'].label} ({key})"
            expected[key] = NumberField(label=label, kind=_SIGNED).clean(points.strip())
        return expected


class ApprovalForm(SeenForm):
    """The document by which a plan was approved."""

    decision = forms.CharField(
        label=_("Số, ký hiệu văn bản"), max_length=120, help_text=_("Ví dụ: 45/KH-UBND.")
    )
    decided_on = day(_("Ngày văn bản"))
    note = long_text(_("Nội dung điều chỉnh"), rows=2, hint=_("Để trống ở lần phê duyệt đầu."))
    guessed_right = forms.BooleanField(
        label=_("Các tên chung đã mở ra đúng các đơn vị"),
        help_text=_("Hệ thống mở theo tên; chưa ai xác nhận. Nếu chưa đúng, hãy xác định lại trước."),
        error_messages={
            "required": _("Còn tên chung do hệ thống mở ra theo tên. Hãy xem số đơn vị ở trên, rồi xác nhận.")
        },
    )
    unled_reason = long_text(
        _("Lý do phê duyệt khi còn nội dung chưa có đơn vị chủ trì"),
        rows=2,
        hint=_("Không ai báo cáo các nội dung này. Lý do được ghi vào nhật ký."),
    )

    def __init__(self, *arguments: Any, has_unled: bool, has_guessed: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if not has_guessed:
            del self.fields["guessed_right"]
        if not has_unled:
            del self.fields["unled_reason"]
