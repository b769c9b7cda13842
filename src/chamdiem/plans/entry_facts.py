"""What an entry of a plan says beside its wording, short: figures to reach, years, bodies, budget, links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from chamdiem.core.improvement_plan import (
    Body,
    Entry,
    Goal,
    LegalBasis,
    Measure,
    Plan,
    PlanDocument,
    PlanItem,
    ReportingDuty,
    Years,
)
from chamdiem.office.plan_columns import FREQUENCIES
from chamdiem.web.numbers import date_text, plain

_SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "exactly": "="}


def entry_facts(entry: Body | Entry) -> Mapping[str, str]:
    """Name of a fact → what the entry says; what it says nothing of is left out."""
    facts: dict[str, str] = {}
    if isinstance(entry, Body):
        facts[_("Cách viết khác")] = "; ".join(entry.spellings)
        facts[_("Là tên chung")] = _("có") if entry.collective else ""
    if isinstance(entry, Goal | PlanItem):
        facts[_("Mức phải đạt")] = "; ".join(_measure(each) for each in entry.measures)
    if isinstance(entry, Goal):
        facts[_("Năm")] = str(entry.year)
    if isinstance(entry, PlanDocument):
        facts[_("Loại văn bản")] = entry.kind
    if isinstance(entry, PlanItem):
        facts |= _item(entry)
    if isinstance(entry, LegalBasis):
        facts[_("Văn bản")] = entry.document
        facts[_("Cơ quan ban hành")] = entry.issuer
        facts[_("Ngày ban hành")] = date_text(entry.issued_on) if entry.issued_on else ""
        facts[_("Trích yếu")] = entry.subject
    if isinstance(entry, ReportingDuty):
        facts[_("Kỳ báo cáo")] = FREQUENCIES[entry.every]
        facts[_("Đơn vị báo cáo")] = "; ".join(entry.by)
        facts[_("Gửi về")] = entry.to
        facts[_("Tổng hợp cho")] = entry.consolidated_for
    if isinstance(entry, Goal | PlanItem):
        facts[_("Tiêu chí")] = "; ".join(entry.criteria)
    facts[_("Ghi chú")] = entry.note or ""
    return {name: said for name, said in facts.items() if said}


def header_facts(plan: Plan) -> Mapping[str, str]:
    """Name of a fact → what the header of a plan says; what it says nothing of is left out."""
    facts = {
        _("Tên"): plan.title,
        _("Cơ quan ban hành"): plan.issuer,
        _("Ngày ban hành"): date_text(plan.issued_on) if plan.issued_on else "",
        _("Thời gian"): _years(plan.period),
        _("Bộ chỉ số"): plan.criteria_set,
        _("Ghi chú"): " ".join(plan.notes),
    }
    return {name: said for name, said in facts.items() if said}


def changed_facts(before: Any, after: Any) -> Mapping[str, str]:
    """The facts that differ, ``trước → sau``: wording, number and group too."""
    return differing(_worded(before), _worded(after))


def differing(old: Mapping[str, str], new: Mapping[str, str]) -> Mapping[str, str]:
    """The facts that differ, ``trước → sau``."""
    return {
        name: f"{old.get(name, '–')} → {new.get(name, '–')}"
        for name in dict.fromkeys([*new, *old])
        if old.get(name) != new.get(name)
    }


def _worded(entry: Body | Entry) -> Mapping[str, str]:
    names = {"number": _("Số thứ tự"), "letter": _("Chữ cái"), "group": _("Nhóm"), "section": _("Đề mục")}
    facts = {said: str(getattr(entry, name, "")) for name, said in names.items()}
    facts[_("Nội dung")] = str(getattr(entry, "text", "") or getattr(entry, "title", ""))
    return {**{name: said for name, said in facts.items() if said}, **entry_facts(entry)}


def _item(item: PlanItem) -> dict[str, str]:
    expected = [f"{each.criterion}: {plain(each.points)}" for each in item.expected]
    return {
        _("Thời gian"): _years(item.years),
        _("Chủ trì"): "; ".join(item.lead),
        _("Phối hợp"): "; ".join(item.coordinating),
        _("Kinh phí (triệu đồng)"): "" if item.budget is None else plain(item.budget, 6),
        _("Mục tiêu"): "; ".join(item.goals),
        _("Điểm dự kiến"): "; ".join(expected),
    }


def _measure(measure: Measure) -> str:
    return f"{measure.label} {_SIGNS[measure.operator]} {plain(measure.threshold, 6)} {measure.unit}"


def _years(years: Years | None) -> str:
    if years is None:
        return ""
    return str(years.start) if years.start == years.end else f"{years.start}–{years.end}"
