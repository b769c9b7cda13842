"""What belongs to a whole set, as a page edits it: policies, levels, grades with their side conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.authoring.forms import Texts
from chamdiem.authoring.plain import Data
from chamdiem.authoring.rule_fields import number_text

_MOST_LINES = 40
_POLICIES = ("max_points", "index_digits", "not_applicable", "bonus_cap")
_FIRST = {"index_digits": "4", "not_applicable": "rescale"}


class PoliciesForm(Texts):
    """How points are rounded, summed and compared."""

    max_points = forms.CharField(label=_("Tổng điểm tối đa (như in)"), max_length=20, required=False)
    digits = forms.IntegerField(
        label=_("Số chữ số thập phân của điểm tiêu chí"), min_value=0, max_value=6,
        help_text=_("Làm tròn một lần ở từng tiêu chí; nửa đơn vị làm tròn lên."),
    )  # fmt: skip
    index_digits = forms.IntegerField(
        label=_("Số chữ số thập phân của giá trị chỉ số"), min_value=0, max_value=9,
        help_text=_("Chỉ để hiển thị; xếp hạng luôn dùng giá trị đúng."),
    )  # fmt: skip
    not_applicable = forms.ChoiceField(
        label=_("Tiêu chí không áp dụng"),
        choices=[
            ("rescale", _("bỏ khỏi điểm tối đa")),
            ("full", _("cho điểm tối đa")),
            ("zero", _("cho 0 điểm")),
        ],
    )
    bonus_cap = forms.CharField(
        label=_("Điểm thưởng được vượt điểm tối đa nhiều nhất"), max_length=20, required=False,
        help_text=_("Để trống: tổng điểm không vượt điểm tối đa."),
    )  # fmt: skip
    period_from = forms.DateField(label=_("Kỳ số liệu từ ngày"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))  # fmt: skip  # noqa: E501
    period_to = forms.DateField(label=_("đến hết ngày"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))  # fmt: skip  # noqa: E501
    tie_break = forms.CharField(
        label=_("Khi bằng nhau thì so các mục"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Mã dòng có chấm điểm, điểm cộng (cao hơn xếp trên) hoặc điểm trừ (bị trừ ít hơn xếp trên); mỗi dòng một mã, theo thứ tự so; để trống thì đồng hạng."),  # noqa: E501
    )  # fmt: skip
    notes = forms.CharField(
        label=_("Cách hiểu chung cho cả bộ"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một ý."),
    )  # fmt: skip


class LevelForm(Texts):
    """One level of the tree; without a name it goes."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=31)
    name = forms.CharField(label=_("Tên cấp"), required=False)


class GradeForm(Texts):
    """One grade; without a name it goes."""

    name = forms.CharField(label=_("Xếp loại"), required=False)
    at_least = forms.CharField(label=_("Chỉ số từ"), required=False)
    peer_group = forms.CharField(label=_("Chỉ cho nhóm"), required=False)


class GateForm(Texts):
    """One side condition of a grade; without a grade it goes."""

    grade = forms.ChoiceField(label=_("Xếp loại"), required=False)
    of = forms.ChoiceField(label=_("Áp dụng cho"), required=False)
    at_least = forms.CharField(label=_("Chỉ số từ"), required=False)

    def __init__(self, grades: Sequence[Any], places: Sequence[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grade"].choices = [("", "–"), *grades]  # type: ignore[attr-defined]  # a choice field
        self.fields["of"].choices = [("", "–"), *places]  # type: ignore[attr-defined]  # a choice field


_LEVELS = forms.formset_factory(LevelForm, extra=1, max_num=10)
_GRADES = forms.formset_factory(GradeForm, extra=2, max_num=_MOST_LINES)
_GATES = forms.formset_factory(GateForm, extra=2, max_num=_MOST_LINES)


class HeadForm:
    """The forms of the head of a set; ``data`` is what was sent, if anything."""

    def __init__(self, head: Data, rows: Sequence[Data], data: Mapping[str, Any] | None = None) -> None:
        self.head = head
        self.policies = PoliciesForm(data, initial=_shown_policies(head))
        levels = [{"key": key, "name": name} for key, name in head.get("levels", {}).items()]
        self.levels = _LEVELS(data, initial=levels, prefix="levels")
        grades = head.get("grades", [])
        shown = [
            {name: _shown(each.get(name, "")) for name in ("name", "at_least", "peer_group")}
            for each in grades
        ]
        self.grades = _GRADES(data, initial=shown, prefix="grades")
        gates = [
            {"grade": str(place), "of": _place_of(gate), "at_least": _shown(gate.get("at_least", ""))}
            for place, grade in enumerate(grades, start=1)
            for gate in grade.get("gates", [])
        ]
        given = {"grades": _numbered(grades), "places": _places(head, rows, {gate["of"] for gate in gates})}
        self.gates = _GATES(data, initial=gates, prefix="gates", form_kwargs=given)

    def is_valid(self) -> bool:
        """Whether every form can be read."""
        checked = [form.is_valid() for form in (self.policies, self.levels, self.grades, self.gates)]
        return all(checked)

    def changes(self) -> Data:
        """What was sent as values of the head; empty ones take what is there away. Ask ``is_valid`` first."""
        typed = self.policies.cleaned_data
        period = {"from": typed["period_from"], "to": typed["period_to"]}
        changes: Data = {name: number_text(str(typed[name])) for name in _POLICIES}
        changes |= {
            name: "" for name, value in _FIRST.items() if changes[name] == value and name not in self.head
        }
        changes["rounding"] = {
            **self.head.get("rounding", {"mode": "half_up"}),
            "digits": str(typed["digits"]),
        }
        changes["reference_period"] = {key: day.isoformat() for key, day in period.items() if day}
        changes |= {name: _lines(typed[name]) for name in ("tie_break", "notes")}
        return {**changes, "levels": self._read_levels(), "grades": self._read_grades()}

    def _read_levels(self) -> Data:
        typed = [form.cleaned_data for form in self.levels]
        taken = {each.get("key", "") for each in typed}
        free = (key for key in (f"level_{chr(97 + place)}" for place in range(26)) if key not in taken)
        return {each.get("key") or next(free): each["name"] for each in typed if each.get("name")}

    def _read_grades(self) -> list[Data]:
        read = []
        for place, form in enumerate(self.grades, start=1):
            typed = form.cleaned_data
            gates = [each.cleaned_data for each in self.gates if each.cleaned_data.get("grade") == str(place)]
            if typed.get("name"):
                grade = {"name": typed["name"], "at_least": _percent(typed["at_least"])}
                grade |= {"peer_group": typed["peer_group"]} if typed["peer_group"] else {}
                read.append(grade | ({"gates": [_gate(gate) for gate in gates]} if gates else {}))
        return read


def _shown_policies(head: Data) -> Data:
    shown = {name: _shown(head.get(name, _FIRST.get(name, ""))) for name in _POLICIES}
    period = head.get("reference_period", {})
    return shown | {
        "digits": head.get("rounding", {}).get("digits", "2"),
        "period_from": period.get("from", ""),
        "period_to": period.get("to", ""),
        "tie_break": "\n".join(head.get("tie_break", [])),
        "notes": "\n".join(head.get("notes", [])),
    }


def _shown(text: str) -> str:
    return text.replace(".", ",") if text.replace(".", "").rstrip("%").isdigit() else text


def _numbered(grades: Sequence[Data]) -> list[tuple[str, str]]:
    names = [each["name"] for each in grades] + [""] * 4
    return [(str(place), f"{place} · {name}".rstrip(" ·")) for place, name in enumerate(names, start=1)]


def _places(head: Data, rows: Sequence[Data], used: set[str]) -> list[tuple[str, str]]:
    """Every level, every group, and what a side condition names already."""
    levels = [
        (f"level:{key}", str(_("mọi {level}")).format(level=name))
        for key, name in head.get("levels", {}).items()
    ]
    groups = [
        (f"row:{row['key']}", f"{row.get('number') or row['key']} {row['name']}"[:80])
        for row in rows
        if not row.get("rule") or f"row:{row['key']}" in used
    ]
    return [*levels, *groups]


def _place_of(gate: Data) -> str:
    return f"row:{gate['row']}" if gate.get("row") else f"level:{gate.get('level', '')}"


def _gate(typed: Data) -> Data:
    what, _sign, key = typed["of"].partition(":")
    return ({what: key} if what else {}) | {"at_least": _percent(typed["at_least"])}


def _percent(text: str) -> str:
    """A bare number above one is meant as a percentage."""
    bare = number_text(text.strip())
    return f"{bare}%" if bare.replace(".", "", 1).isdigit() and Decimal(bare) > 1 else bare


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
