"""The style page: every component with realistic content, for people who build pages and for tests.

Only where debugging is on; elsewhere the address does not exist (``urls``).
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chamdiem.web import style_content
from chamdiem.web.paging import page_of
from chamdiem.web.sorting import sorting_of


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Tên kỳ đánh giá", help_text="Ví dụ: Đánh giá chuyển đổi số năm 2026.")
    closes_on = forms.DateField(label="Hạn nộp", widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(
        label="Khối đánh giá", choices=[("so", "Sở, ban, ngành"), ("xa", "Xã, phường, đặc khu")]
    )
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    is_public = forms.BooleanField(label="Công bố kết quả trên cổng thông tin", required=False)


class SampleFilters(forms.Form):
    """Filters of a list."""

    q = forms.CharField(label="Tên cơ quan", required=False)
    state = forms.ChoiceField(
        label="Trạng thái",
        required=False,
        choices=[("", "Tất cả"), ("submitted", "Đã nộp"), ("returned", "Trả lại bổ sung")],
    )


def style_page(request: HttpRequest) -> HttpResponse:
    """Show every component."""
    return render(request, "web/style/page.html", {**style_content.CONTENT, **_controls(request)})


def _controls(request: HttpRequest) -> dict[str, Any]:
    sorting = sorting_of(request, {"name": ["name"], "points": ["points", "name"]}, "-points")
    return {
        "form": SampleForm({"name": "", "closes_on": "2026-12-31", "kind": "so"}),
        "filters": SampleFilters(request.GET),
        "page": page_of(request, range(3_321), 50),
        "columns": [
            sorting.column("name", "Cơ quan"),
            sorting.column("points", "Điểm thẩm định", is_number=True, unit="điểm"),
        ],
    }
