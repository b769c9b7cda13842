"""The shape of what dossiers are told beside figures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.core.indicator_set import EvidenceRequirement
from chamdiem.errors import Incomplete
from chamdiem.evidence.conditions import kinds_asked
from chamdiem.evidence.forms import DescriptionForm, day_field, kind_field
from chamdiem.evidence.services import Description
from chamdiem.indicators.sheet import EVIDENCE_KINDS
from chamdiem.web.refusals import refusal_sentence

_ADDRESS = _("Đường dẫn phải là địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://, không quá 1.000 ký tự.")
# By what a document without an address is found.
_CITED_BY = ("number", "issued_on", "issuer")


class CitationForm(DescriptionForm):
    """A document that is cited, or stands on the network; with its kind where the criterion asks for one."""

    url = forms.URLField(
        label=_("Đường dẫn"),
        max_length=1000,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _ADDRESS, "max_length": _ADDRESS},
    )

    def __init__(self, *args: Any, wanted: EvidenceRequirement | None, **more: Any) -> None:
        super().__init__(*args, **more)
        kind = self.fields["evidence_kind"]
        kind.required = bool(kinds_asked(wanted))
        if kind.required and isinstance(kind, forms.ChoiceField):
            kind.choices = [("", _("Chọn loại minh chứng…")), *EVIDENCE_KINDS.items()]
        for name in (*_CITED_BY, "url"):
            setattr(self.fields[name], "is_alternative", True)  # noqa: B010  fields know no such attribute

    def clean(self) -> dict[str, Any]:
        """Without an address a document is found by number, day and issuer."""
        cleaned = super().clean() or {}
        if not cleaned.get("url") and "url" not in self.errors:
            for name in _CITED_BY:
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, refusal_sentence(Incomplete("evidence.citation_incomplete")))
        return cleaned

    @property
    def described(self) -> Description:
        """The values beside the address."""
        return Description(**{name: value for name, value in self.cleaned_data.items() if name != "url"})


class FolderForm(forms.Form):
    """A document of the organisation's folder, and the pages that matter."""

    document = forms.ChoiceField(label=_("Tài liệu đã có"))
    pages = forms.CharField(label=_("Trang"), max_length=60, required=False)

    def __init__(
        self, choices: list[tuple[int, str]], *args: Any, are_newest: bool = False, **more: Any
    ) -> None:
        """With ``are_newest`` the folder may hold more than the choices."""
        super().__init__(*args, **more)
        field = self.fields["document"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
            if are_newest:
                field.help_text = _(
                    "Chỉ có các tài liệu mới nhất. Tài liệu cũ hơn: tải về từ mục Tài liệu rồi kéo vào đây."
                )

    def offering(self, other: FolderForm) -> FolderForm:
        """The form with the documents of another one to choose from."""
        mine, theirs = self.fields["document"], other.fields["document"]
        if isinstance(mine, forms.ChoiceField) and isinstance(theirs, forms.ChoiceField):
            mine.choices, mine.help_text = theirs.choices, theirs.help_text
        return self


class ConditionForm(forms.Form):
    """What an edition asks of a document beside number and signature: its kind and its day."""

    evidence_kind = kind_field()
    issued_on = day_field()

    def __init__(self, *args: Any, wanted: EvidenceRequirement | None, **more: Any) -> None:
        super().__init__(*args, **more)
        if not kinds_asked(wanted):
            del self.fields["evidence_kind"]
        if wanted is None or not wanted.within_period:
            del self.fields["issued_on"]


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
