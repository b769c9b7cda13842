"""What a league table can be narrowed to."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.results.selectors import Standing
from chamdiem.web.folding import search_text


class ReasonForm(forms.Form):
    """Why results are opened again."""

    reason = forms.CharField(
        label=_("Lý do"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Ít nhất 10 ký tự; lý do được ghi vào nhật ký."),
    )

    @property
    def said(self) -> str:
        """What was typed."""
        return str(self.cleaned_data["reason"])


class CorrectionForm(ReasonForm):
    """What a later release corrects and why: everybody reads it on the public page."""

    reason = forms.CharField(
        label=_("Nội dung và lý do đính chính (công khai)"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Ít nhất 10 ký tự; hiện công khai ở trang kết quả, ai cũng đọc được: không ghi thông tin cá nhân."
        ),
    )


class LeagueFilters(forms.Form):
    """Peer group and name; both optional, both in the address."""

    nhom = forms.ChoiceField(label=_("Nhóm xếp hạng"), required=False)
    q = forms.CharField(label=_("Tên đơn vị"), required=False)
    track = forms.CharField(required=False, widget=forms.HiddenInput)
    lan = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, peer_groups: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.peer_groups = peer_groups
        choices = [("", _("Tất cả")), *((name, name) for name in peer_groups)]
        self.fields["nhom"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField has them
        if not peer_groups:
            del self.fields["nhom"]

    @cached_property
    def _typed(self) -> str:
        return search_text(self.data.get("q", ""))

    def keeps(self, standing: Standing) -> bool:
        """Whether a line is shown."""
        group = self.data.get("nhom", "")
        is_of_group = group not in self.peer_groups or standing.peer_group == group
        return is_of_group and (not self._typed or self._typed in search_text(standing.name))
