"""Forms of a quarterly report: one line of it, and what concerns no single item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chamdiem.core.plan_values import exceeds_whole
from chamdiem.errors import Incomplete
from chamdiem.office.plan_cells import number_kind, reading_hint
from chamdiem.plans.forms.content import OPERATOR_WORDS
from chamdiem.plans.forms.fields import NumberField, SeenForm, long_text, percent, share_sentence
from chamdiem.plans.line_rules import find_fault
from chamdiem.plans.measuring import demanded, find_unreached
from chamdiem.plans.models import ItemReport, Measure
from chamdiem.web.numbers import plain
from chamdiem.web.refusals import problem_sentence, refusal_sentence


class LineForm(SeenForm):
    """One line of a report; the figures of the item come as fields of their own.

    Whoever ``leads`` says how it stands before the report is sent; until then it may stay open.
    ``beside`` is field → sentences to stand beside it, as of the quarter before.
    """

    state = forms.ChoiceField(
        label=_("Tình hình"), choices=[("", _("Chọn tình hình")), *ItemReport.State.choices], required=False
    )
    percent = percent()
    done = long_text(_("Kết quả trong quý"))
    difficulty = long_text(
        _("Khó khăn, vướng mắc"),
        hint=_(
            "Bắt buộc khi chậm tiến độ, dừng, hoặc hoàn thành mà số liệu chưa có hay chưa đạt mức phải đạt."
        ),
    )
    proposal = long_text(_("Đề xuất, kiến nghị"), rows=2)

    def __init__(
        self,
        *arguments: Any,
        measures: Sequence[Measure],
        leads: bool = True,
        beside: Mapping[str, Sequence[str]] = MappingProxyType({}),
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        if leads:
            self.fields["state"].is_alternative = True  # type: ignore[attr-defined]  # not called optional
            self.fields["state"].help_text = _(
                "Lưu tạm thì để trống được; phải chọn trước khi lãnh đạo duyệt."
            )
        self._measures, self._leads = measures, leads
        for each in measures:
            label = f"{each.label} ({each.unit})"
            self.fields[f"figure-{each.key}"] = forms.CharField(
                label=label, required=False, max_length=40, help_text=_level(each)
            )
            # Whoever leads gives it, or says why not, once it is done.
            self.fields[f"figure-{each.key}"].is_alternative = leads  # type: ignore[attr-defined]
        for name, said in beside.items():
            field = self.fields[name]
            field.help_text = " ".join(filter(None, (str(field.help_text), *said)))
        names = ("state", "percent", *(f"figure-{each.key}" for each in measures))
        self.order_fields(names)

    def clean(self) -> dict[str, Any]:
        """The parts fit each other; what does not is said beside its part."""
        cleaned = super().clean() or {}
        typed = {each.key: self._figure(f"figure-{each.key}", each) for each in self._measures}
        given = {key: value for key, value in typed.items() if value is not None}
        fault = find_fault(
            state=cleaned.get("state", ""),
            percent=cleaned.get("percent"),
            difficulty=cleaned.get("difficulty", ""),
            unreached=find_unreached(demanded(self._measures, given, leads=self._leads), given),
        )
        if fault is not None and fault.part not in self.errors:
            self.add_error(fault.part, refusal_sentence(Incomplete(fault.code, **fault.facts)))
        return cleaned

    def _figure(self, name: str, measure: Measure) -> Decimal | None:
        """The number typed; what is none, or more than all of something, is said beside its field."""
        try:
            kind = number_kind(measure.label, measure.unit)
            field = NumberField(label=measure.label, required=False, kind=kind)
            value = field.clean(self.cleaned_data.get(name, ""))
        except forms.ValidationError as error:
            self.add_error(name, error)
            return None
        if value is None:
            return None
        if exceeds_whole(measure.label, measure.unit, value, measure.threshold):
            self.add_error(name, share_sentence(measure.label, value))
        return Decimal(value.numerator) / Decimal(value.denominator)

    def hints(self) -> list[str]:
        """How figures were read that somebody may read otherwise."""
        hints = [
            reading_hint(text, each.label, number_kind(each.label, each.unit))
            for each in self._measures
            if (text := self.figures().get(each.key))
        ]
        return [problem_sentence(hint) for hint in hints if hint is not None]

    def figures(self) -> Mapping[str, str]:
        """Key of the measure → as typed."""
        prefix = "figure-"
        return {
            name.removeprefix(prefix): value
            for name, value in self.cleaned_data.items()
            if name.startswith(prefix)
        }


class GeneralForm(SeenForm):
    """What concerns no single item."""

    difficulties = long_text(_("Khó khăn, vướng mắc chung"))
    proposals = long_text(_("Đề xuất, kiến nghị chung"))


def _level(measure: Measure) -> str:
    """The level to reach, beside the field of its figure."""
    facts = {
        "operator": OPERATOR_WORDS[measure.operator],
        "threshold": plain(measure.threshold, 6),
        "unit": measure.unit,
    }
    return gettext("Mức phải đạt: %(operator)s %(threshold)s %(unit)s.") % facts
