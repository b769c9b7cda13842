"""The fields these forms are made of: numbers, long texts, days, years, boxes to tick."""

from __future__ import annotations

from copy import copy
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.core.inputs import Input
from chamdiem.core.points import decimal_text
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import NumberText, Problem
from chamdiem.office.plan_cells import NUMBER, parts, reading_hint, ungrouped
from chamdiem.web.refusals import problem_sentence

_MOST_TEXT = 5_000


class NumberField(forms.CharField):
    """A number as people type it: a comma is the decimal sign; with two readings it is refused.

    ``kind`` says how it is read; a refusal calls the field by its label.
    """

    def __init__(self, *arguments: Any, kind: Input = NUMBER, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.kind = kind

    def clean(self, value: Any) -> Any:
        """The exact number, or None where nothing is typed."""
        text = str(super().clean(value)).removesuffix("%").strip()
        if not text:
            return None
        try:
            return Fraction(self.kind.read(ungrouped(text, self.kind)), self.kind.scale)
        except UnreadableValue as error:
            problem = Problem(error.problem.code, {"label": str(self.label or ""), **error.problem.facts})
            raise forms.ValidationError(problem_sentence(problem)) from None


def reading_hints(*forms_: forms.Form) -> list[str]:
    """How numbers were read that somebody may read otherwise; a sentence for each."""
    return [
        problem_sentence(hint)
        for form in forms_
        for name, field in form.fields.items()
        if isinstance(field, NumberField)
        and (hint := reading_hint(str(form[name].value() or ""), str(field.label or ""), field.kind))
    ]


def boxes() -> forms.CheckboxSelectMultiple:
    """Boxes to tick, in our look."""
    return forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})


def long_text(label: Any, *, rows: int = 3, required: bool = False, hint: Any = "") -> forms.CharField:
    """A text of several lines."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=required, max_length=_MOST_TEXT, widget=widget, help_text=hint
    )


def day(label: Any, *, required: bool = True) -> forms.DateField:
    """A day, chosen from a calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget)


def year(label: Any, *, required: bool = False) -> forms.IntegerField:
    """A year of four digits."""
    return forms.IntegerField(label=label, required=required, min_value=1950, max_value=2099)


def percent(*, hint: Any = "") -> forms.IntegerField:
    """A whole percentage from 0 to 100, or nothing."""
    beyond = _("Tiến độ là số nguyên từ 0 đến 100. Hãy nhập lại.")
    messages = {"min_value": beyond, "max_value": beyond, "invalid": beyond}
    return forms.IntegerField(
        label=_("Tiến độ (%)"),
        required=False,
        min_value=0,
        max_value=100,
        help_text=hint,
        error_messages=messages,
    )


class SeenForm(forms.Form):
    """A form that carries which version its reader saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput())

    def show_seen(self, version: int) -> None:
        """Carry another version than was handed in, once its reader is shown what changed."""
        shown: Any = copy(self.data)
        shown["seen"] = str(version)
        self.data = shown


def share_sentence(label: str, value: Fraction) -> str:
    """Why more than 100% is refused of a share."""
    facts = {"label": label, "value": NumberText(decimal_text(value))}
    return problem_sentence(Problem("plan.share_above_whole", facts))


def lines_of(text: str) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def criteria_of(text: str) -> list[str]:
    """The keys of criteria, one by one; none twice."""
    keys = parts(text)
    twice = next((key for at, key in enumerate(keys) if key in keys[:at]), None)
    if twice is not None:
        raise forms.ValidationError(problem_sentence(Problem("plan.criterion_twice", {"key": twice})))
    return keys
