"""The shape of what people hand in while they author a draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.authoring.plain import Data
from chamdiem.authoring.rule_fields import KIND_FORMS, Cell
from chamdiem.authoring.services.taking_in import FORMATS
from chamdiem.core.set_schema import EVALUATORS, ROLES
from chamdiem.indicators import sheet

_ROLE_WORDS = {"scored": _("chấm điểm"), **sheet.ROLES}
_EVALUATOR_WORDS = {"organisation": _("đơn vị tự đánh giá"), **sheet.EVALUATORS}


class AnnexForm(forms.Form):
    """The file of an annex."""

    file = forms.FileField(
        label=_("Tệp phụ lục"),
        help_text=_(
            "Word, Excel, PDF, HTML hoặc văn bản; nhiều nhất 40 MB. Bản quét (chỉ có ảnh) chưa đọc được."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(FORMATS)}),
    )
    applies_to = forms.CharField(
        label=_("Cấp áp dụng"), max_length=60, required=False, help_text=_("Ví dụ: Cấp xã; Sở, ban, ngành.")
    )


class Texts(forms.Form):
    """Texts as typed, with the line breaks of the set format in place of those of browsers."""

    def clean(self) -> dict[str, Any]:
        """One kind of line break."""
        return {
            key: value.replace("\r\n", "\n") if isinstance(value, str) else value
            for key, value in self.cleaned_data.items()
        }


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class RowForm(Texts):
    """What is printed on a row. Offices stand one a line."""

    number = forms.CharField(
        label=_("Số mục"), max_length=40, required=False, widget=forms.TextInput(attrs={"autofocus": True})
    )
    code = forms.CharField(label=_("Mã in"), max_length=40, required=False)
    name = forms.CharField(label=_("Tên"), widget=_area(2))
    max_points = forms.CharField(label=_("Điểm tối đa"), max_length=20, required=False)
    level = forms.ChoiceField(label=_("Cấp"))
    role = forms.ChoiceField(label=_("Vai trò"), choices=[(key, _ROLE_WORDS[key]) for key in ROLES])
    evaluator = forms.ChoiceField(
        label=_("Bên đánh giá"), choices=[(key, _EVALUATOR_WORDS[key]) for key in EVALUATORS]
    )
    method = forms.CharField(label=_("Cách tính"), required=False, widget=_area(4))
    instructions = forms.CharField(label=_("Hướng dẫn"), required=False, widget=_area(2))
    evidence = forms.CharField(label=_("Minh chứng"), required=False, widget=_area(2))
    lead = forms.CharField(
        label=_("Đơn vị chủ trì"), required=False, widget=_area(2), help_text=_("Mỗi dòng một đơn vị.")
    )
    coordinating = forms.CharField(
        label=_("Đơn vị phối hợp"), required=False, widget=_area(2), help_text=_("Mỗi dòng một đơn vị.")
    )
    deadline = forms.CharField(label=_("Thời hạn (như in)"), max_length=200, required=False)
    due_on = forms.DateField(
        label=_("Hạn cuối"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(label=_("Cách hiểu được chọn"), required=False, widget=_area(2))

    def __init__(self, levels: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = list(levels.items())  # type: ignore[attr-defined]  # a choice field


def shown_row(data: Data) -> Data:
    """A row in plain data as the form shows it."""
    deadline = data.get("deadline", {})
    shown = {key: data.get(key, "") for key in ("number", "code", "name", "method", "instructions", "note")}
    return shown | {
        "level": data["level"],
        "role": data.get("role", "scored"),
        "evaluator": data.get("evaluator", "organisation"),
        "max_points": data.get("max_points", "").replace(".", ","),
        "evidence": data.get("evidence", {}).get("printed", ""),
        "lead": "\n".join(data.get("lead", [])),
        "coordinating": "\n".join(data.get("coordinating", [])),
        "deadline": deadline.get("printed", ""),
        "due_on": deadline.get("date", ""),
    }


def read_row(asked: Data, before: Data) -> Data:
    """A filled-in form as changes of the row; what the form does not ask for stays."""
    changes = {key: asked[key] for key in ("number", "code", "name", "level", "role", "evaluator", "method")}
    changes |= {key: asked[key] for key in ("instructions", "note")}
    changes["role"] = "" if asked["role"] == "scored" else asked["role"]
    changes["evaluator"] = "" if asked["evaluator"] == "organisation" else asked["evaluator"]
    changes["max_points"] = asked["max_points"].replace(",", ".")
    evidence = {**before.get("evidence", {}), "printed": asked["evidence"]}
    changes["evidence"] = evidence if asked["evidence"] else {}
    for office in ("lead", "coordinating"):
        changes[office] = [line.strip() for line in asked[office].splitlines() if line.strip()]
    due = {"date": asked["due_on"].isoformat()} if asked["due_on"] else {}
    printed = asked["deadline"] or (asked["due_on"].strftime("%d/%m/%Y") if due else "")
    changes["deadline"] = {"printed": printed, **due} if printed else {}
    return changes


class HeaderForm(Texts):
    """The head of the set that a draft is made of."""

    key = forms.CharField(
        label=_("Mã bộ chỉ số"),
        max_length=40,
        help_text=_("Chữ không dấu, số và gạch nối, ví dụ: cap-xa-2026."),
    )
    name = forms.CharField(label=_("Tên bộ chỉ số"), max_length=300)
    edition = forms.CharField(label=_("Phiên bản (năm)"), max_length=60)
    document = forms.CharField(label=_("Quyết định"), max_length=300, required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200, required=False)
    applies_to = forms.CharField(label=_("Cấp áp dụng"), max_length=60, required=False)


class SplitForm(Texts):
    """Where a row is split."""

    tail = forms.CharField(
        label=_("Phần cuối của tên, thành tên dòng mới"),
        widget=forms.Textarea(attrs={"rows": 2, "data-key": "t"}),
        help_text=_("Chép đúng như trong tên, trừ khi tách cách tính."),
    )
    number = forms.CharField(label=_("Số mục của dòng mới"), max_length=40, required=False)
    method = forms.CharField(
        label=_("Phần cuối của cách tính, chuyển sang dòng mới"),
        required=False,
        widget=_area(2),
        help_text=_(
            "Để trống nếu giữ cả cách tính. Có phần này thì tên dòng mới nhập tự do; hai dòng được đọc lại."
        ),
    )
    max_points = forms.CharField(
        label=_("Điểm tối đa của dòng mới, bớt từ dòng này"), max_length=20, required=False
    )


class InputForm(Texts):
    """One figure the rule asks for, under its letter."""

    letter = forms.CharField(label=_("Chữ"), max_length=20, required=False)
    label = forms.CharField(label=_("Là gì"), required=False)
    type = forms.ChoiceField(label=_("Kiểu"), required=False, choices=list(sheet.TYPES.items()))
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=40, required=False)


class YamlForm(Texts):
    """A rule with its figures as YAML text."""

    text = forms.CharField(
        label=_("Quy tắc (YAML)"), widget=forms.Textarea(attrs={"rows": 12, "class": "digits"})
    )


def _field(cell: Cell) -> forms.Field:
    if cell.choices:
        return forms.ChoiceField(label=str(cell.label), choices=list(cell.choices), required=False)
    widgets = {"kept": forms.HiddenInput(), "long": forms.Textarea(attrs={"rows": 4})}
    widget = widgets.get(cell.form, forms.TextInput())
    return forms.CharField(label=str(cell.label), required=False, widget=widget)


def _form_of(cells: Sequence[Cell]) -> type[forms.Form]:
    return type("CellsForm", (Texts,), {cell.name: _field(cell) for cell in cells})


def cells_form(kind: str, *args: Any, **kwargs: Any) -> forms.Form:
    """The form of one kind of rule, without its lines."""
    return _form_of(KIND_FORMS[kind].cells)(*args, **kwargs)


def part_form(kind: str, *args: Any, **kwargs: Any) -> forms.Form:
    """The form of what a rule of rules says of one of them."""
    return _form_of(KIND_FORMS[kind].part_cells)(*args, **kwargs)


def lines_formset(kind: str) -> type[forms.BaseFormSet]:  # type: ignore[type-arg]  # forms made from a table
    """The forms of the lines of one kind of rule, with some to spare."""
    return forms.formset_factory(_form_of(KIND_FORMS[kind].line_cells), extra=3, max_num=60)


INPUTS = forms.formset_factory(InputForm, extra=2, max_num=40)
