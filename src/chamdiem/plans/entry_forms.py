"""Entries of a plan as forms show them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chamdiem.core.improvement_plan import Goal, Plan, PlanDocument, PlanItem, Project, Years
from chamdiem.core.points import decimal_text
from chamdiem.plans.editing import expectations
from chamdiem.plans.forms import MeasureForm

_SPARE_MEASURES = 2


def initial_of(content: Plan, entry: Goal | PlanItem) -> dict[str, Any]:
    """What the form of an entry begins with; bodies by their correct names."""
    start: dict[str, Any] = {
        "text": entry.correct("text"),
        "criteria": "; ".join(entry.criteria),
        "note": entry.note or "",
    }
    if isinstance(entry, Goal):
        return start | {"letter": entry.letter, "year": entry.year}
    return start | {
        "number": entry.number,
        "kind": entry.kind if isinstance(entry, PlanDocument) else "",
        "group": entry.group if isinstance(entry, Project) else "",
        "from_year": entry.years.start if entry.years else None,
        "to_year": entry.years.end if entry.years else None,
        "lead": _names(content, entry.lead),
        "coordinating": _names(content, entry.coordinating),
        "goals": list(entry.goals),
        "expected": "; ".join(f"{each.criterion}={_typed(each.points)}" for each in entry.expected),
        "budget": "" if entry.budget is None else _typed(entry.budget),
    }


def values_of(
    kind: str, given: Mapping[str, Any], content: Plan, entry: Goal | PlanItem | None
) -> dict[str, Any]:
    """What a form says, as fields of the entry; a body chosen again keeps the spelling that is printed."""
    values: dict[str, Any] = {
        "text": given["text"],
        "criteria": tuple(given["criteria"]),
        "note": given["note"] or None,
    }
    if kind == "goal":
        return values | {"letter": given["letter"], "year": given["year"]}
    old = entry if isinstance(entry, PlanItem) else None
    years = Years(start=given["from_year"], end=given["to_year"]) if given["from_year"] else None
    if (
        old is not None
        and old.years
        and years
        and (old.years.start, old.years.end) == (years.start, years.end)
    ):
        years = old.years
    values |= {
        "number": given["number"],
        "years": years,
        "lead": _spelt(content, given["lead"], old.lead if old else ()),
        "coordinating": _spelt(content, given["coordinating"], old.coordinating if old else ()),
        "goals": tuple(given["goals"]),
        "expected": expectations(given["expected"]),
        "budget": given["budget"],
    }
    if kind == "document":
        values["kind"] = given["kind"]
    if kind == "project":
        values["group"] = given["group"]
    return values


def measure_forms(data: Any, entry: Goal | PlanItem | None) -> list[MeasureForm]:
    """A form for each measure of an entry, and two more."""
    known = [
        {
            "label": each.label,
            "operator": each.operator,
            "threshold": _typed(each.threshold),
            "unit": each.unit,
        }
        for each in (entry.measures if entry is not None else ())
    ]
    return [
        MeasureForm(data, prefix=f"m{position}", initial=start)
        for position, start in enumerate([*known, *([{}] * _SPARE_MEASURES)])
    ]


def _names(content: Plan, spellings: tuple[str, ...]) -> list[str]:
    return [content.body_called(spelling).name for spelling in spellings]


def _spelt(content: Plan, names: list[str], printed: tuple[str, ...]) -> tuple[str, ...]:
    """Chosen names in printed order and spelling, then the new ones."""
    kept = [spelling for spelling in printed if content.body_called(spelling).name in names]
    known = {content.body_called(spelling).name for spelling in kept}
    return (*kept, *(name for name in names if name not in known))


def _typed(value: Any) -> str:
    return decimal_text(value).replace(".", ",")
