"""Shape of what is typed on the pages of appraisal; what it means is decided below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.appraisals.models import Appraisal, Justification
from chamdiem.appraisals.selectors.queue import QueueFilter
from chamdiem.evidence.models import EvidenceUse
from chamdiem.web.typed import read_whole

# A field of a figure: its key follows.
FIGURE = "figure:"


class QueueFilters(forms.Form):
    """The filter bar of queues and tables."""

    q = forms.CharField(label=_("Tìm đơn vị"), required=False, max_length=120)
    track = forms.TypedChoiceField(
        label=_("Kỳ đánh giá và khối"), required=False, coerce=int, empty_value=None, choices=()
    )
    state = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[
            ("", _("Tất cả")),
            ("open", _("Chờ và đang thẩm định")),
            ("submitted", _("Đã gửi thẩm định")),
            ("appraisal", _("Đang thẩm định")),
            ("returned", _("Trả lại để bổ sung")),
            ("explanation", _("Đang giải trình")),
            ("settled", _("Đã thẩm định xong")),
            ("final", _("Đã chốt")),
        ],
    )

    def __init__(self, data: Mapping[str, Any], tracks: list[tuple[int, str]] | None = None) -> None:
        """With the tracks to choose from; without any there is no such field."""
        super().__init__(data)
        if tracks:
            self.fields["track"].choices = [("", _("Tất cả")), *tracks]  # type: ignore[attr-defined]  # a choice field
        else:
            del self.fields["track"]

    def asked(self) -> QueueFilter:
        """What the address asks for; what it cannot ask for is left out."""
        self.is_valid()
        said = self.cleaned_data
        return QueueFilter(typed=said.get("q", ""), track_id=said.get("track"), state=said.get("state", ""))


class DecisionForm(forms.Form):
    """The decision on one criterion."""

    verdict = forms.ChoiceField(choices=[("uphold", ""), *Appraisal.Verdict.choices])
    points = forms.CharField(required=False, max_length=40)
    reason = forms.CharField(required=False, max_length=5000)
    version = forms.IntegerField(min_value=0)


class DocumentForm(forms.Form):
    """The verdict on a document."""

    verdict = forms.ChoiceField(choices=EvidenceUse.Verdict.choices)
    code = forms.CharField(required=False, max_length=40)
    note = forms.CharField(required=False, max_length=500)
    seen = forms.ChoiceField(choices=EvidenceUse.Verdict.choices)


class ReturnForm(forms.Form):
    """Back to the organisation."""

    reason = forms.CharField(required=False, max_length=5000)
    until = forms.DateField(required=False, input_formats=["%Y-%m-%d", "%d/%m/%Y"])


class PositionForm(forms.Form):
    """What the organisation says to one criterion."""

    stance = forms.ChoiceField(choices=Justification.Stance.choices, required=False)
    text = forms.CharField(required=False, max_length=20_000)
    documents = forms.TypedMultipleChoiceField(required=False, coerce=int)
    # One of several: what they are is decided below.
    file = forms.FileField(required=False, allow_empty_file=True)
    version = forms.IntegerField(min_value=0)

    def __init__(self, data: Mapping[str, Any], files: Any) -> None:
        """Any document may be named; whose it is, is decided below."""
        super().__init__(data, files)
        named = data.getlist("documents") if hasattr(data, "getlist") else ()
        self.fields["documents"].choices = [(each, each) for each in named if read_whole(each) is not None]  # type: ignore[attr-defined]  # a choice field


class MessageForm(forms.Form):
    """One contribution to a thread."""

    text = forms.CharField(required=False, max_length=20_000)


class RulingForm(forms.Form):
    """The ruling on one criterion."""

    points = forms.CharField(required=False, max_length=40)
    reason = forms.CharField(required=False, max_length=20_000)
    version = forms.IntegerField(min_value=0)


def typed_figures(data: Mapping[str, Any]) -> dict[str, str]:
    """The figures typed: key → text."""
    return {name.removeprefix(FIGURE): str(data[name]) for name in data if name.startswith(FIGURE)}


def chosen_pairs(data: Any) -> list[tuple[int, str]]:
    """Dossier and criterion of every box ticked: ``12:2.1``."""
    pairs = []
    for text in data.getlist("pair"):
        number, _colon, key = text.partition(":")
        dossier = read_whole(number)
        if dossier is not None and key:
            pairs.append((dossier, key))
    return pairs
