"""Worked cases and checks of a row as a page edits them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chamdiem.annex.working import GENERATED
from chamdiem.authoring.casing import STATUS_WORDS, JudgedCase, is_generated
from chamdiem.authoring.forms import Texts
from chamdiem.authoring.plain import Data
from chamdiem.authoring.rule_fields import number_text
from chamdiem.core.rules.manual import ManualRule

_YES_NO = [("", "–"), ("yes", _("có")), ("no", _("không"))]
_MOST_CASES = 120


class CheckForm(Texts):
    """What must hold between the figures; without a condition it goes."""

    that = forms.CharField(label=_("Phải đúng"), max_length=400, required=False)
    soft = forms.ChoiceField(
        label=_("Khi sai"), choices=[("", _("không nhận số liệu")), ("yes", _("chỉ nhắc"))], required=False
    )
    label = forms.CharField(label=_("Lời nhắc"), required=False)


class ConditionForm(Texts):
    """When the whole row does not apply."""

    not_applicable_when = forms.CharField(
        label=_("Không áp dụng khi"), max_length=400, required=False, help_text=_("Ví dụ: b = 0")
    )


_CHECKS = forms.formset_factory(CheckForm, extra=2, max_num=40)


class CasesForm:
    """The worked cases of a row with its checks; ``data`` is what was sent, if anything."""

    def __init__(
        self, row: Data, judged: Sequence[JudgedCase], data: Mapping[str, Any] | None = None
    ) -> None:
        self.row, self.judged = row, judged
        # Marks of assessors have letters of their own, which the row does not list.
        named = [letter for each in judged for letter in each.case.get("given", {})]
        self.letters = list(dict.fromkeys([*row.get("inputs", {}), *_marks(row.get("rule")), *named]))
        self.has_others = any(each.case.get("others") for each in judged) or _compares(row.get("rule"))
        self.condition = ConditionForm(
            data, initial={"not_applicable_when": row.get("not_applicable_when", "")}
        )
        checks = [each if isinstance(each, dict) else {"that": each} for each in row.get("checks", [])]
        self.checks = _CHECKS(data, initial=checks, prefix="checks")
        cases = forms.formset_factory(self._case_form(), extra=2, max_num=_MOST_CASES)
        self.cases = cases(data, initial=[self._shown(each.case) for each in judged], prefix="cases")

    @property
    def lines(self) -> list[tuple[forms.Form, JudgedCase | None]]:
        """The form of each case beside what the rule makes of it."""
        return [*zip(self.cases, [*self.judged, *[None] * len(self.cases.forms)], strict=False)]

    def is_valid(self) -> bool:
        """Whether every form can be read."""
        checked = [form.is_valid() for form in (self.condition, self.checks, self.cases)]
        return all(checked)

    def changes(self) -> Data:
        """What was sent as changes of the row. Ask ``is_valid`` first."""
        checks = [each.cleaned_data for each in self.checks if each.cleaned_data.get("that")]
        return {
            "not_applicable_when": self.condition.cleaned_data["not_applicable_when"].strip(),
            "checks": [{key: value for key, value in each.items() if value} for each in checks],
            "cases": [read for form, judged in self.lines if (read := self._read(form, judged))],
        }

    def _case_form(self) -> type[forms.Form]:
        fields: dict[str, forms.Field] = {}
        for letter in self.letters:
            given = self.row.get("inputs", {}).get(letter)
            is_yes_no = isinstance(given, dict) and given.get("type") == "yes_no"
            fields[f"given_{letter}"] = (
                forms.ChoiceField(label=letter, choices=_YES_NO, required=False)
                if is_yes_no
                else forms.CharField(label=letter, max_length=60, required=False)
            )
        if self.has_others:
            fields["others"] = forms.CharField(label=_("Đơn vị khác (n = 5 | n = 7)"), required=False)
        fields["status"] = forms.ChoiceField(
            label=_("Kết quả"), choices=list(STATUS_WORDS.items()), required=False
        )
        fields["points"] = forms.CharField(label=_("Điểm"), max_length=20, required=False)
        fields["label"] = forms.CharField(label=_("Cho thấy điều gì"), required=False)
        fields["confirmed"] = forms.BooleanField(label=_("Đã đối chiếu"), required=False)
        return type("CaseForm", (Texts,), fields)

    def _shown(self, case: Data) -> Data:
        shown = {f"given_{letter}": _comma(value) for letter, value in case.get("given", {}).items()}
        others = [
            "; ".join(f"{letter} = {_comma(value)}" for letter, value in each.items())
            for each in case.get("others", [])
        ]
        return shown | {
            "others": " | ".join(others) if any(others) else "–" if others else "",
            "status": case.get("status", "scored"),
            "points": _comma(case.get("points", "")),
            "label": "" if is_generated(case) else case.get("label", ""),
            "confirmed": not is_generated(case),
        }

    def _read(self, form: forms.Form, judged: JudgedCase | None) -> Data:
        typed = form.cleaned_data
        given = {
            letter: number_text(value)
            for letter in self.letters
            if (value := typed.get(f"given_{letter}", "").strip())
        }
        points, others = number_text(typed.get("points", "").strip()), _others(typed.get("others", ""))
        is_empty = not (given or points or others or typed.get("label"))
        if is_empty and (judged is None or typed.get("status") in ("", "scored")):
            return {}
        case: Data = {"given": given, **({"others": others} if others else {})}
        case |= {"points": points} if points else {}
        case |= {"status": typed["status"]} if typed.get("status") not in ("", "scored") else {}
        # Somebody who changes a case, or writes one, has looked at it.
        is_touched = judged is None or not _is_same(case, judged.case)
        label = (
            typed.get("label", "")
            if is_touched or typed.get("confirmed") or typed.get("label")
            else GENERATED
        )
        return case | ({"label": label} if label else {})


def _compares(rule: Any) -> bool:
    if isinstance(rule, dict):
        return rule.get("kind") == "peer" or any(_compares(each) for each in rule.values())
    return isinstance(rule, list) and any(_compares(each) for each in rule)


def _marks(rule: Any) -> list[str]:
    """The letters of the marks of a rule that people award, wherever it stands in the rule."""
    if isinstance(rule, dict) and rule.get("kind") == "manual":
        count = rule.get("assessors", "1")
        return ManualRule(assessors=int(count) if count.isdecimal() else 1).letters
    inner = rule.values() if isinstance(rule, dict) else rule if isinstance(rule, list) else ()
    return [letter for each in inner for letter in _marks(each)]


def _is_same(one: Data, other: Data) -> bool:
    return all(
        (one.get(key) or None) == (other.get(key) or None) for key in ("given", "others", "points", "status")
    )


def _others(text: str) -> list[Data]:
    """Organisations between bars, their figures between semicolons; a dash is one without figures."""
    if not text.strip():
        return []
    parts = [part.strip() for part in text.split("|")]
    return [{} if part == "–" else _figures(part) for part in parts]


def _figures(text: str) -> Data:
    pairs = [each.partition("=") for each in text.split(";") if each.strip()]
    return {letter.strip(): number_text(value.strip()) for letter, _sign, value in pairs}


def _comma(text: str) -> str:
    return text.replace(".", ",") if text.replace(".", "", 1).replace("-", "", 1).isdigit() else text
