"""The shape of what dossiers are told beside figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.evidence.forms import DescriptionForm
from chamdiem.evidence.services import Description


class CitationForm(DescriptionForm):
    """A document that is cited, or stands on the network."""

    url = forms.URLField(
        label=_("Đường dẫn (nếu có)"), max_length=1000, required=False, assume_scheme="https"
    )

    @property
    def described(self) -> Description:
        """The values beside the address."""
        return Description(**{name: value for name, value in self.cleaned_data.items() if name != "url"})


class FolderForm(forms.Form):
    """A document of the organisation's folder, and the pages that matter."""

    document = forms.ChoiceField(label=_("Tài liệu đã có"))
    pages = forms.CharField(label=_("Trang"), max_length=60, required=False)

    def __init__(self, choices: list[tuple[int, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["document"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


class ReturnForm(forms.Form):
    """Why a dossier is given back, and until when it may be completed."""

    reason = forms.CharField(label=_("Lý do trả lại"), widget=forms.Textarea(attrs={"rows": 3}))
    until = forms.DateField(
        label=_("Bổ sung đến hết ngày"),
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class DossierFilters(forms.Form):
    """What the list of dossiers can be narrowed to; everything stands in the address."""

    q = forms.CharField(label=_("Tìm đơn vị"), required=False)
    state = forms.ChoiceField(label=_("Trạng thái"), required=False)

    def __init__(self, data: Any, states: list[tuple[str, str]]) -> None:
        super().__init__(data)
        field = self.fields["state"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Tất cả")), *states]
