"""The shape of what people hand in about editions."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _


class FileForm(forms.Form):
    """A set file to load."""

    file = forms.FileField(
        label=_("Tệp bộ chỉ số (YAML)"),
        help_text=_("Tệp theo định dạng chamdiem/set/1. Tải tệp của một bộ có sẵn về để làm mẫu."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
    )
    applies_to = forms.CharField(
        label=_("Cấp áp dụng"),
        max_length=60,
        required=False,
        help_text=_("Ví dụ: Cấp xã; Sở, ban, ngành. Dùng để lọc thư viện."),
    )


class LibraryFilters(forms.Form):
    """What the library is filtered by; everything stands in the address."""

    q = forms.CharField(label=_("Tên, mã, quyết định"), required=False)
    level = forms.ChoiceField(label=_("Cấp áp dụng"), required=False)
    status = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[("", _("Tất cả")), ("issued", _("Đã ban hành")), ("draft", _("Dự thảo"))],
    )

    def __init__(self, data: object, levels: Iterable[str]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # the query of the address
        field = self.fields["level"]
        field.choices = [("", _("Tất cả")), *((level, level) for level in levels)]  # type: ignore[attr-defined]  # a choice field


class FindingFilters(forms.Form):
    """What the report of lint is filtered by."""

    severity = forms.ChoiceField(
        label=_("Mức độ"),
        required=False,
        choices=[("", _("Tất cả")), ("error", _("Lỗi")), ("warning", _("Cảnh báo")), ("info", _("Lưu ý"))],
    )
    acknowledged = forms.BooleanField(
        label=_("Cả phát hiện đã ghi nhận"),
        required=False,
    )
