"""A plan read from sheets over the plan it changes: what no sheet shows stays, found again by key.

Sheets show texts as corrected; the wording as printed, its corrections, places in the source, keys of
measures and headings come from the plan that is changed. What the sheets say alike is not touched, so an
unchanged workbook changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from chamdiem.core.improvement_plan import Body, Goal, Heading, Measure, Plan, PlanItem, Project, Years
from chamdiem.office.plan_cells import spaced
from chamdiem.office.plan_writing import heading_titles

_NOT_SHOWN = ("corrections", "source")


def merge_plan(sheets: Plan, kept: Plan) -> Plan:
    """The plan of the sheets with everything that no sheet shows taken from ``kept``."""
    return replace(
        kept,
        title=_alike_or(sheets.title, kept.title),
        issuer=_alike_or(sheets.issuer, kept.issuer),
        criteria_set=sheets.criteria_set,
        period=_years(sheets.period, kept.period),
        source=replace(
            kept.source, document=_alike_or(sheets.source.document or "", kept.source.document or "")
        ),
        bodies=_bodies(sheets.bodies, kept.bodies),
        sections=_headings(sheets.sections, kept.sections),
        goals=_entries(sheets, kept, "goals"),
        targets=_entries(sheets, kept, "targets"),
        documents=_entries(sheets, kept, "documents"),
        project_groups=_groups(sheets, kept),
        projects=_entries(sheets, kept, "projects"),
        legal_basis=_head_entries(sheets, kept, "legal_basis"),
        reporting=_head_entries(sheets, kept, "reporting"),
        recipients=_head_entries(sheets, kept, "recipients"),
    )


def _head_entries(sheets: Plan, kept: Plan, listed: str) -> Any:
    known = {entry.key: entry for entry in getattr(kept, listed)}
    return tuple(
        _head_entry(entry, known[entry.key]) if entry.key in known else entry
        for entry in getattr(sheets, listed)
    )


def _head_entry(new: Any, old: Any) -> Any:
    values = {each.name: _alike_or(getattr(new, each.name), getattr(old, each.name)) for each in fields(new)}
    values |= {name: getattr(old, name) for name in (*_NOT_SHOWN, "clause") if name in values}
    if "text" in values and _is_alike(new.text, old.correct("text")):
        values["text"] = old.text
    merged = replace(new, **values)
    return replace(merged, corrections=tuple(each for each in old.corrections if merged.prints(each)))


def _bodies(given: Sequence[Body], kept: Sequence[Body]) -> tuple[Body, ...]:
    known = {body.name: body for body in kept}
    names = {body.name for body in given}
    return tuple(_body(body, known[body.name], names) if body.name in known else body for body in given)


def _body(new: Body, old: Body, names: set[str]) -> Body:
    return replace(
        new,
        spellings=_alike_or(new.spellings, old.spellings),
        part_of=old.part_of if old.part_of in names else "",
        note=_alike_or(new.note, old.note),
    )


def _headings(given: Sequence[Heading], kept: Sequence[Heading]) -> tuple[Heading, ...]:
    known = {heading.key: heading for heading in kept}
    return tuple(known.get(heading.key, heading) for heading in given)


def _groups(sheets: Plan, kept: Plan) -> tuple[Heading, ...]:
    """The groups without those that the sheets have emptied."""
    before, now = _used(kept), _used(sheets)
    groups = _headings(sheets.project_groups, kept.project_groups)
    return tuple(group for group in groups if group.key in now or group.key not in before)


def _used(plan: Plan) -> set[str]:
    """The groups that hold a project, and those they stand under."""
    above = {group.key: group.under for group in plan.project_groups}
    used = set()
    for project in plan.projects:
        key = project.group
        while key and key not in used:
            used.add(key)
            key = above.get(key, "")
    return used


def _entries(sheets: Plan, kept: Plan, listed: str) -> Any:
    known = {entry.key: entry for entry in getattr(kept, listed)}
    held: list[Goal | PlanItem] = [*kept.goals, *kept.items]
    taken = {measure.key for entry in held for measure in entry.measures}
    titles = heading_titles(kept.sections if listed == "goals" else kept.project_groups)
    return tuple(
        _entry(entry, known[entry.key], titles, taken) if entry.key in known else entry
        for entry in getattr(sheets, listed)
    )


def _entry(new: Goal | PlanItem, old: Goal | PlanItem, titles: Mapping[str, str], taken: set[str]) -> Any:
    values = {each.name: _alike_or(getattr(new, each.name), getattr(old, each.name)) for each in fields(new)}
    values |= {name: getattr(old, name) for name in _NOT_SHOWN}
    values["text"] = old.text if _is_alike(new.text, old.correct("text")) else new.text
    values["measures"] = _measures(new, old, taken)
    if isinstance(new, PlanItem) and isinstance(old, PlanItem):
        values["years"] = _years(new.years, old.years)
    place = "group" if isinstance(new, Project) else "section" if isinstance(new, Goal) else ""
    # Two headings may be spelt alike: the entry stays under its own.
    if place and titles.get(values[place], "") == titles.get(getattr(old, place), ""):
        values[place] = getattr(old, place)
    merged = replace(new, **values)
    return replace(merged, corrections=tuple(each for each in old.corrections if merged.prints(each)))


def _measures(new: Goal | PlanItem, old: Goal | PlanItem, taken: set[str]) -> tuple[Measure, ...]:
    """The measures under the keys they had: found by label, then by place; new ones get a free key."""
    free = list(old.measures)
    found: dict[int, Measure] = {}
    for position, measure in enumerate(new.measures):
        same = next((each for each in free if _is_alike(each.label, measure.label)), None)
        if same is not None:
            found[position] = same
            free.remove(same)
    merged, own = [], set(taken)
    for position, measure in enumerate(new.measures):
        match = found.get(position) or (free.pop(0) if free else None)
        if match is None:
            key = next(name for n in range(1, len(own) + 2) if (name := f"{new.key}-{n}") not in own)
            own.add(key)
            merged.append(replace(measure, key=key))
        else:
            label, unit = _alike_or(measure.label, match.label), _alike_or(measure.unit, match.unit)
            merged.append(replace(measure, key=match.key, label=label, unit=unit))
    return tuple(merged)


def _years(new: Years | None, old: Years | None) -> Years | None:
    """The years as they were printed, where they are the same."""
    same = new is not None and old is not None and (new.start, new.end) == (old.start, old.end)
    return old if same else new


def _alike_or(new: Any, old: Any) -> Any:
    """The old value where a cell shows both alike."""
    return old if _is_alike(new, old) else new


def _is_alike(new: Any, old: Any) -> bool:
    if isinstance(new, tuple) and isinstance(old, tuple) and len(new) == len(old):
        return all(_is_alike(*pair) for pair in zip(new, old, strict=True))
    if isinstance(new, str) and isinstance(old, str):
        return spaced(new) == spaced(old)
    return bool(new == old)
