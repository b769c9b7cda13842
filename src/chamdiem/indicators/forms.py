"""The shape of what people hand in about editions."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms


class FileForm(forms.Form):
    """A set file to load."""

    file = forms.FileField(
        label="Tệp bộ chỉ số (YAML)",
        help_text="Tệp theo định dạng chamdiem/set/1. Tải tệp của một bộ có sẵn về để làm mẫu.",
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
    )
    applies_to = forms.CharField(
        label="Cấp áp dụng",
        max_length=60,
        required=False,
        help_text="Ví dụ: Cấp xã; Sở, ban, ngành. Dùng để lọc thư viện.",
    )


class LibraryFilters(forms.Form):
    """What the library is filtered by; everything stands in the address."""

    q = forms.CharField(label="Tên, mã, quyết định", required=False)
    level = forms.ChoiceField(label="Cấp áp dụng", required=False)
    status = forms.ChoiceField(
        label="Trạng thái",
        required=False,
        choices=[("", "Tất cả"), ("issued", "Đã ban hành"), ("draft", "Dự thảo")],
    )

    def __init__(self, data: object, levels: Iterable[str]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # the query of the address
        field = self.fields["level"]
        field.choices = [("", "Tất cả"), *((level, level) for level in levels)]  # type: ignore[attr-defined]  # a choice field


class FindingFilters(forms.Form):
    """What the report of lint is filtered by."""

    severity = forms.ChoiceField(
        label="Mức độ",
        required=False,
        choices=[("", "Tất cả"), ("error", "Lỗi"), ("warning", "Cảnh báo"), ("info", "Lưu ý")],
    )
    acknowledged = forms.BooleanField(
        label="Cả phát hiện đã ghi nhận",
        required=False,
    )
