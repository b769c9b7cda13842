"""Entries of a plan as forms show them, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from chamdiem.core.improvement_plan import Goal, Plan, PlanDocument, PlanItem, Project, Years
from chamdiem.core.points import decimal_text
from chamdiem.errors import Problem
from chamdiem.plans.editing import expectations
from chamdiem.plans.forms import MeasureForm
from chamdiem.web.refusals import problem_sentence

_SPARE_MEASURES = 2
# ``.measures[1].threshold``: the field, its place in a list, what lies below.
_STEPS = re.compile(r"\.(?P<field>\w+)(?:\[(?P<position>\d+)\])?(?:\.(?P<below>\w+))?")
# Field of the format → the field of the form that shows it.
_SHOWN_AT = {"years": "to_year"}
# What stands for a field that was refused, while the others are looked at.
_STAND_INS: Mapping[str, Any] = {
    **dict.fromkeys(("text", "kind"), "–"),
    **dict.fromkeys(("note", "letter", "section", "number", "group"), ""),
    **dict.fromkeys(("lead", "coordinating", "goals", "criteria"), ()),
    **dict.fromkeys(("from_year", "to_year", "budget")),
    "expected": {},
    "year": 0,
}


def initial_of(content: Plan, entry: Goal | PlanItem) -> dict[str, Any]:
    """What the form of an entry begins with; bodies by their correct names."""
    start: dict[str, Any] = {
        "text": entry.correct("text"),
        "criteria": "; ".join(entry.criteria),
        "note": entry.note or "",
    }
    if isinstance(entry, Goal):
        return start | {"letter": entry.letter, "year": entry.year, "section": entry.section}
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


def given_in(form: forms.Form) -> dict[str, Any]:
    """What a form says, with something that can be checked beside it where a field is refused."""
    given = {**_STAND_INS, **form.cleaned_data}
    if {"from_year", "to_year"} & form.errors.keys():
        given |= {"from_year": None, "to_year": None}
    return given


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
        return values | {name: given[name] for name in ("letter", "year", "section")}
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


def say_at_fields(
    form: forms.Form, measures: Sequence[MeasureForm], problems: Iterable[Problem], entry: str
) -> None:
    """Each problem beside the field it speaks of; one of another entry above the form, with its place.

    A field that was refused already says no more.

    Args:
        form: Of the entry.
        measures: Its figures, blank ones too.
        problems: What the use case refused.
        entry: The path of the entry.
    """
    filled = [each for each in measures if not each.is_blank]
    refused = set(form.errors)
    for problem in problems:
        found = _STEPS.match(problem.place.path.removeprefix(entry))
        if not problem.place.path.startswith(f"{entry}.") or found is None:
            form.add_error(None, problem_sentence(problem))
            continue
        said = problem_sentence(Problem(problem.code, problem.facts))
        name, position, below = found["field"], found["position"], found["below"]
        if name == "measures":
            filled[int(position)].add_error(below or None, said)
        else:
            shown = _SHOWN_AT.get(name, name)
            if shown not in refused:
                form.add_error(shown if shown in form.fields else None, said)


def _names(content: Plan, spellings: tuple[str, ...]) -> list[str]:
    return [content.body_called(spelling).name for spelling in spellings]


def _spelt(content: Plan, names: list[str], printed: tuple[str, ...]) -> tuple[str, ...]:
    """Chosen names in printed order and spelling, then the new ones."""
    kept = [spelling for spelling in printed if content.body_called(spelling).name in names]
    known = {content.body_called(spelling).name for spelling in kept}
    return (*kept, *(name for name in names if name not in known))


def _typed(value: Any) -> str:
    return decimal_text(value).replace(".", ",")
