"""The shape of what people say about documents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.evidence.services import Description
from chamdiem.indicators.sheet import EVIDENCE_KINDS
from chamdiem.organisations.steps import FIRST_DAY


def day_field() -> forms.DateField:
    """When a document was issued."""
    return forms.DateField(
        label=_("Ngày ban hành"),
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(attrs={"type": "date", "min": FIRST_DAY.isoformat()}, format="%Y-%m-%d"),
    )


def kind_field() -> forms.ChoiceField:
    """Which kind of evidence a document is, as editions name kinds."""
    return forms.ChoiceField(
        label=_("Loại minh chứng"), required=False, choices=[("", _("chưa rõ")), *EVIDENCE_KINDS.items()]
    )


# The fields at which refusals of a description stand.
REFUSED_AT = {
    "evidence.issued_in_future": ("issued_on",),
    "evidence.issued_too_early": ("issued_on",),
}


class DescriptionForm(forms.Form):
    """Trích yếu, số và ký hiệu, ngày, cơ quan ban hành, loại minh chứng."""

    title = forms.CharField(label=_("Trích yếu"), max_length=500)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=120, required=False)
    issued_on = day_field()
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=300, required=False)
    evidence_kind = kind_field()

    @property
    def described(self) -> Description:
        """The values, once they are valid."""
        return Description(**self.cleaned_data)


class TrustForm(forms.Form):
    """A file with certificates or revocation lists."""

    file = forms.FileField(
        label=_("Tệp chứng thư hoặc danh sách thu hồi (PEM, DER)"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pem,.crt,.cer,.der,.crl"}),
        error_messages={"required": _("Chưa chọn tệp nào: chọn ít nhất một tệp.")},
    )


class FolderFilters(forms.Form):
    """What the folder of documents can be narrowed to; everything stands in the address."""

    q = forms.CharField(label=_("Tìm"), required=False)
    kind = forms.ChoiceField(
        label=_("Loại"),
        required=False,
        choices=[
            ("", _("Tất cả")),
            ("file", _("Tệp")),
            ("link", _("Đường dẫn")),
            ("citation", _("Viện dẫn")),
        ],
    )
    signature = forms.ChoiceField(
        label=_("Chữ ký số"),
        required=False,
        choices=[
            ("", _("Tất cả")),
            ("valid", _("Hợp lệ")),
            ("changed_after", _("Hợp lệ, đã sửa sau khi ký")),
            ("invalid", _("Không hợp lệ")),
            ("cannot_verify", _("Không xác minh được")),
            ("not_signed", _("Không ký số")),
            ("again", _("Đang kiểm tra lại")),
        ],
    )

    def kept(self) -> dict[str, Any]:
        """Filters that hold something."""
        return {name: value for name, value in self.data.items() if name in self.fields and value}
