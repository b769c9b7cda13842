"""The columns of the tables of a file as a page asks for them: what each holds, and where the rows begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.annex.column_words import role_of
from chamdiem.annex.numbering import read_number
from chamdiem.annex.printed import ROLES, Choice
from chamdiem.web.language import Words

ROLE_WORDS: Mapping[str, Words] = {
    "number": _("STT, số mục"),
    "group": _("Nhóm của các dòng bên cạnh"),
    "group_max": _("Điểm của nhóm"),
    "name": _("Tên, nội dung"),
    "max": _("Điểm tối đa"),
    "method": _("Cách tính"),
    "method_points": _("Điểm của từng mức, bên phải cách tính"),
    "instructions": _("Hướng dẫn thực hiện"),
    "evidence": _("Minh chứng"),
    "lead": _("Đơn vị chủ trì"),
    "coordinating": _("Đơn vị phối hợp"),
    "verifying": _("Đơn vị xác minh"),
    "deadline": _("Thời hạn"),
    "code": _("Mã"),
    "unit": _("Đơn vị tính"),
    "data_source": _("Nguồn số liệu"),
    "note": _("Ghi chú"),
    "ignored": _("không đọc"),
}
_MOST_HEADER = 7


@dataclass(frozen=True, slots=True)
class ColumnsForm:
    """One printed table with a choice for each column; ``choices`` are in the order of the columns."""

    number: int
    table: Mapping[str, Any]
    form: forms.Form
    is_chosen: bool

    @property
    def header(self) -> forms.BoundField:
        """The field of the first row that is read."""
        return self.form["header"]

    @property
    def columns(self) -> list[forms.BoundField]:
        """The fields of the columns, from left to right."""
        return [self.form[name] for name in self.form.fields if name != "header"]

    @property
    def lines(self) -> list[list[str]]:
        """The first lines, each as wide as the table."""
        width = len(self.columns)
        return [[*line, *[""] * (width - len(line))] for line in self.table["lines"]]

    @property
    def needs_a_look(self) -> bool:
        """Whether its columns were not recognised, or only guessed."""
        return not self.is_chosen and (
            self.table["is_guessed"] or not (self.table["roles"] or self.table["continues"])
        )


def columns_forms(
    printed: Sequence[Mapping[str, Any]], chosen: Mapping[int, Choice], data: Mapping[str, Any] | None = None
) -> list[ColumnsForm]:
    """A form for each printed table; ``data`` is what was sent, if anything."""
    return [
        ColumnsForm(number, table, _form(table, chosen.get(table["place"]), data), table["place"] in chosen)
        for number, table in enumerate(printed, start=1)
    ]


def read_choices(tables: Sequence[ColumnsForm]) -> dict[int, Choice]:
    """What was chosen, by table: those somebody changed now or before; the reader decides on the rest."""
    choices = {}
    for each in tables:
        if not each.form.is_valid():
            continue
        typed = dict(each.form.cleaned_data)
        header = typed.pop("header") or 0
        roles = tuple(typed.values())
        if any(roles) and (each.is_chosen or each.form.has_changed()):
            choices[each.table["place"]] = Choice(tuple(role or "ignored" for role in roles), header)
    return choices


def _form(table: Mapping[str, Any], chosen: Choice | None, data: Mapping[str, Any] | None) -> forms.Form:
    width = max(len(line) for line in table["lines"])
    known = chosen.roles if chosen else tuple(table["roles"])
    fields: dict[str, forms.Field] = {
        f"c{place}": forms.ChoiceField(
            choices=[("", "–"), *((role, ROLE_WORDS[role]) for role in ROLES)], required=False
        )
        for place in range(width)
    }
    fields["header"] = forms.IntegerField(
        label=_("Số hàng tiêu đề ở đầu bảng"), min_value=0, max_value=_MOST_HEADER, required=False
    )
    is_known = known and not table["is_guessed"]
    header = chosen.header if chosen else table["header"] if is_known else _guessed_header(table["lines"])
    initial = {f"c{place}": role for place, role in enumerate(known[:width])} | {"header": header}
    form: forms.Form = type("TableForm", (forms.Form,), fields)(
        data, initial=initial, prefix=f"t{table['place']}"
    )
    for place in range(width):
        form.fields[f"c{place}"].label = _("Cột {column}").format(column=place + 1)
    return form


def _guessed_header(lines: Sequence[Sequence[str]]) -> int:
    """A first line is a header, most likely, unless it is numbered or has points."""
    first = lines[0]
    has_points = any(cell.strip(" .").isdigit() for cell in first)
    return int(any(role_of(cell) for cell in first) or not (has_points or read_number(first[0])))
