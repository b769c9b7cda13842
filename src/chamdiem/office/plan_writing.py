"""A plan as a workbook to fill in or to change, empty or filled; ``plan_reading`` reads it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from io import BytesIO
from typing import Any

from chamdiem.core.improvement_plan import (
    Goal,
    Heading,
    LegalBasis,
    Measure,
    Plan,
    PlanDocument,
    PlanItem,
    Project,
    Recipient,
    ReportingDuty,
)
from chamdiem.core.points import decimal_text
from chamdiem.office.plan_columns import (
    BELOW,
    FREQUENCIES,
    HEADER_LINES,
    HEADER_SHEET,
    NO,
    OPERATORS,
    SEPARATOR,
    SHEETS,
    YES,
    SheetPlan,
)
from chamdiem.office.workbook import new_workbook

Line = Mapping[str, str]
_MOST_LINES = 2_000
# Lists to choose from; other words are not kept out: those that mean the same are read.
_CHOICES = {
    name: {
        "validate": "list",
        "source": words,
        "error_type": "information",
        "error_title": "Ngoài danh sách",
        "error_message": f"Thường ghi một trong: {', '.join(words)}.",
    }
    for name, words in (
        ("operator", list(OPERATORS.values())),
        ("every", list(FREQUENCIES.values())),
        ("collective", [YES, NO]),
    )
}
_HEAD_LISTS = ("legal_basis", "reporting", "recipients")


def write_plan_book(plan: Plan | None = None) -> bytes:
    """The workbook of a plan; without one, the empty template. All cells are text."""
    target = BytesIO()
    with new_workbook(target) as workbook:
        head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        _write_header(workbook.add_worksheet(HEADER_SHEET), plan, head, text)
        for sheet in SHEETS:
            page = workbook.add_worksheet(sheet.title)
            for position, column in enumerate(sheet.columns):
                page.set_column(position, position, column.width, text)
                page.write_string(0, position, column.heading, head)
                page.write_comment(0, position, column.hint)
                if choices := _CHOICES.get(column.field):
                    page.data_validation(1, position, _MOST_LINES, position, choices)
            page.freeze_panes(1, 1)
            lines = _lines(plan, sheet) if plan is not None else iter(())
            for number, line in enumerate(lines, start=1):
                for position, column in enumerate(sheet.columns):
                    if value := line.get(column.field, ""):
                        page.write_string(number, position, value, text)
    return target.getvalue()


def _write_header(page: Any, plan: Plan | None, head: Any, text: Any) -> None:
    page.set_column(0, 0, 22, head)
    page.set_column(1, 1, 70, text)
    page.set_column(2, 2, 70, text)
    values = _header(plan) if plan is not None else {}
    for number, (field, (label, hint)) in enumerate(HEADER_LINES.items()):
        page.write_string(number, 0, label, head)
        page.write_string(number, 1, values.get(field, ""), text)
        page.write_string(number, 2, hint, text)


def _header(plan: Plan) -> dict[str, str]:
    return {
        "key": plan.key,
        "title": plan.title,
        "issuer": plan.issuer,
        "document": plan.source.document,
        "from": str(plan.period.start) if plan.period else "",
        "to": str(plan.period.end) if plan.period else "",
        "criteria_set": plan.criteria_set,
    }


def _lines(plan: Plan, sheet: SheetPlan) -> Iterator[Line]:
    if sheet.listed == "bodies":
        yield from (
            {
                "name": body.name,
                "spellings": _many(body.spellings),
                "collective": YES if body.collective else "",
                "note": body.note or "",
            }
            for body in plan.bodies
        )
        return
    if sheet.listed in _HEAD_LISTS:
        yield from (_head_line(entry) for entry in getattr(plan, sheet.listed))
        return
    titles = heading_titles(plan.sections if sheet.listed == "goals" else plan.project_groups)
    for entry in getattr(plan, sheet.listed):
        yield from _entry_lines(entry, titles)


def _head_line(entry: LegalBasis | ReportingDuty | Recipient) -> Line:
    """The line of a basis, a reporting duty, a recipient."""
    line = {"key": entry.key, "note": entry.note or ""}
    if isinstance(entry, ReportingDuty):
        return line | {
            "every": FREQUENCIES[entry.every],
            "by": _many(entry.by),
            "to": entry.to,
            "consolidated_for": entry.consolidated_for,
            "about": entry.about,
        }
    line["text"] = entry.correct("text")
    if isinstance(entry, LegalBasis):
        line |= {"document": entry.document, "issuer": entry.issuer, "subject": entry.subject}
        line["issued_on"] = f"{entry.issued_on:%d/%m/%Y}" if entry.issued_on else ""
    return line


def _entry_lines(entry: Goal | PlanItem, titles: Mapping[str, str]) -> Iterator[Line]:
    """The line of an entry with its first measure, and one more line for each further measure."""
    first, *others = [_measure(each) for each in entry.measures] or [{}]
    line = {
        "key": entry.key,
        "text": entry.correct("text"),
        "criteria": _many(entry.criteria),
        "note": entry.note or "",
        **first,
    }
    if isinstance(entry, Goal):
        line |= {"section": titles.get(entry.section, ""), "letter": entry.letter, "year": str(entry.year)}
    else:
        line |= _item(entry, titles)
    yield line
    yield from others


def _item(item: PlanItem, titles: Mapping[str, str]) -> dict[str, str]:
    return {
        "number": item.number,
        "kind": item.kind if isinstance(item, PlanDocument) else "",
        "group": titles.get(item.group, "") if isinstance(item, Project) else "",
        "from": str(item.years.start) if item.years else "",
        "to": str(item.years.end) if item.years else "",
        "lead": _many(item.lead),
        "coordinating": _many(item.coordinating),
        "goals": _many(item.goals),
        "expected": _many(f"{each.criterion}={_number(each.points)}" for each in item.expected),
        "budget": "" if item.budget is None else _number(item.budget),
    }


def _measure(measure: Measure) -> dict[str, str]:
    return {
        "label": measure.label,
        "operator": OPERATORS[measure.operator],
        "threshold": _number(measure.threshold),
        "unit": measure.unit,
    }


def heading_titles(headings: Sequence[Heading]) -> dict[str, str]:
    """Key of a heading → its title below those above it."""
    titles: dict[str, str] = {}
    for heading in headings:
        title = heading.correct("title")
        own = f"{heading.number}. {title}" if heading.number else title
        above = titles.get(heading.under, "")
        titles[heading.key] = f"{above}{BELOW}{own}" if above else own
    return titles


def _many(values: Any) -> str:
    return f"{SEPARATOR} ".join(values)


def _number(value: Fraction) -> str:
    return decimal_text(value).replace(".", ",")
