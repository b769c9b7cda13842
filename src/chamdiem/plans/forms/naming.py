"""Forms of what a plan names: bodies, groups of projects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.core.improvement_plan import Plan
from chamdiem.office.plan_cells import parts, spaced
from chamdiem.office.plan_columns import SEPARATOR
from chamdiem.plans.content import paths_of
from chamdiem.plans.grouping import is_taken


class BodyForm(forms.Form):
    """A body the plan names."""

    name = forms.CharField(label=_("Tên cơ quan"), max_length=300)
    spellings = forms.CharField(
        label=_("Cách viết khác"),
        required=False,
        max_length=2_000,
        help_text=_("Nhiều cách viết thì cách nhau bằng dấu chấm phẩy."),
    )
    is_collective = forms.BooleanField(label=_("Là tên chung của nhiều cơ quan"), required=False)

    def clean_name(self) -> str:
        """The name of one body, as files read it: a semicolon parts two."""
        name = spaced(self.cleaned_data["name"])
        if SEPARATOR in name and name != self.initial.get("name"):
            raise forms.ValidationError(
                _("Dấu chấm phẩy ngăn hai cơ quan. Hãy thêm từng cơ quan một, mỗi lần một tên.")
            )
        return name

    def clean_spellings(self) -> list[str]:
        """The spellings, one by one."""
        return parts(self.cleaned_data["spellings"])


class GroupForm(forms.Form):
    """A group of projects."""

    number = forms.CharField(label=_("Số thứ tự"), required=False, max_length=20)
    title = forms.CharField(label=_("Tên nhóm"), max_length=500)
    under = forms.ChoiceField(label=_("Thuộc nhóm"), required=False)

    def __init__(self, *arguments: Any, plan: Plan, key: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._plan, self._key = plan, key
        self.fields["under"].choices = [("", _("Không thuộc nhóm")), *paths_of(plan.project_groups).items()]  # type: ignore[attr-defined]
        if key:
            del self.fields["under"]

    def clean_title(self) -> str:
        """Single blanks."""
        return spaced(self.cleaned_data["title"])

    def clean(self) -> dict[str, Any]:
        """No other group in the same place is called so."""
        cleaned = super().clean() or {}
        under = cleaned.get("under", self.initial.get("under", ""))
        title = cleaned.get("title", "")
        if title and is_taken(self._plan, title, under=under, besides=self._key):
            self.add_error("title", _("Đã có nhóm mang tên này. Hãy dùng nhóm đó, hoặc ghi tên khác."))
        return cleaned
