"""Forms of the header of a plan: what it is as a whole, and how a new one begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.plans.forms.fields import lines_of, long_text, year
from chamdiem.plans.keys import is_key, key_of

Choices = Iterable[tuple[Any, Any]]


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
    from_year = year(_("Từ năm"))
    to_year = year(_("Đến năm"))
    criteria_set = forms.ChoiceField(label=_("Bộ chỉ số của các tiêu chí"), required=False)

    def __init__(self, *arguments: Any, sets: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["criteria_set"].choices = [("", _("Không gắn tiêu chí")), *sets]  # type: ignore[attr-defined]


class HeadForm(HeaderForm):
    """What a plan says besides its entries: who puts the reports together, basis, recipients."""

    reports_to = forms.ChoiceField(
        label=_("Cơ quan tổng hợp báo cáo quý"),
        required=False,
        help_text=_(
            "Báo cáo tổng hợp được in với tên cơ quan này. Thêm cơ quan ở trang Cơ quan nếu chưa có."
        ),
    )
    basis = long_text(
        _("Căn cứ ban hành"),
        rows=5,
        hint=_("Mỗi dòng một căn cứ: văn bản | cơ quan ban hành | nguyên văn căn cứ."),
    )
    recipients = long_text(_("Nơi nhận"), rows=4, hint=_("Mỗi dòng một nơi nhận."))

    def __init__(self, *arguments: Any, bodies: Sequence[str], **named: Any) -> None:
        super().__init__(*arguments, **named)
        names = [(name, name) for name in bodies]
        self.fields["reports_to"].choices = [("", _("Chưa ghi")), *names]  # type: ignore[attr-defined]

    def clean_basis(self) -> list[tuple[str, str, str]]:
        """Document, issuer and wording of each line."""
        found = []
        for line in lines_of(self.cleaned_data["basis"]):
            parts = tuple(part.strip() for part in line.split("|"))
            if len(parts) != len(("document", "issuer", "text")) or not all(parts):
                message = _("“%(line)s” chưa đủ ba phần. Hãy ghi: văn bản | cơ quan ban hành | nguyên văn.")
                raise forms.ValidationError(message, params={"line": line})
            found.append((parts[0], parts[1], parts[2]))
        return found

    def clean_recipients(self) -> list[str]:
        """The recipients, one by one."""
        return lines_of(self.cleaned_data["recipients"])


class NewPlanForm(HeaderForm):
    """The beginning of a plan."""

    key = forms.CharField(
        label=_("Mã kế hoạch"),
        required=False,
        help_text=_(
            "Chữ không dấu, số, dấu chấm, dấu gạch nối, tối đa 40 ký tự; không đổi về sau. "
            "Để trống thì hệ thống đặt mã theo tên kế hoạch."
        ),
    )
    owner = forms.TypedChoiceField(label=_("Cơ quan chủ quản"), coerce=int)
    field_order = ("owner", "title", "key", "issuer", "document", "from_year", "to_year", "criteria_set")

    def __init__(self, *arguments: Any, owners: Choices, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["owner"].choices = list(owners)  # type: ignore[attr-defined]  # a choice field

    def clean_key(self) -> str:
        """A key that files may have, or nothing."""
        key: str = self.cleaned_data["key"]
        if key and not is_key(key):
            message = _(
                "“%(key)s” không dùng làm mã được: mã chỉ có chữ không dấu, số, dấu chấm, dấu gạch nối, "
                "bắt đầu bằng chữ hoặc số, tối đa 40 ký tự. Hãy ghi chẳng hạn “%(proposed)s”, hoặc để trống."
            )
            raise forms.ValidationError(message, params={"key": key, "proposed": key_of(key)})
        return key
