"""The document of a plan and its index of rows: the rows say what is in force.

While a plan is amended only its document changes; the rows follow when the amendment is approved, so
that bodies, reports, tasks and letters know of nothing nobody has approved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from chamdiem.core.improvement_plan import Goal as PrintedGoal
from chamdiem.core.improvement_plan import Heading, PlanDocument, Project
from chamdiem.core.improvement_plan import Measure as PrintedMeasure
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.improvement_plan import PlanItem as PrintedItem
from chamdiem.core.plan_loading import load_plan as build_plan
from chamdiem.core.points import decimal
from chamdiem.errors import Conflict, InvalidPlan
from chamdiem.library.plans import write_plan
from chamdiem.library.reading import read_marked
from chamdiem.plans.in_use import list_lost, list_rewritten
from chamdiem.plans.models import Expectation, Goal, ItemBody, Measure, Plan, PlanBody, PlanItem
from chamdiem.plans.syncing import sync_rows

_DIGITS = 6
_MOST = 10**14


def printed(plan: Plan) -> PrintedPlan:
    """The content of a plan as the core knows it."""
    return printed_text(plan.document, plan.key)


def printed_text(document: str, key: str) -> PrintedPlan:
    """The same of a document kept elsewhere: of a version, or beside a file."""
    return build_plan(read_marked(document, key, InvalidPlan), key)


def write_content(plan: Plan, content: PrintedPlan) -> None:
    """Store a checked content; the rows follow at once, or at the approval of what is being amended.

    Bodies named anew come along, so that somebody can say who they are.

    Raises:
        Conflict: An item with tasks or reports, or a figure that was given, would be lost.
        InvalidPlan: A figure that was given would get another unit or name.
    """
    plan.document = write_plan(content)
    if plan.status != Plan.Status.REVISING:
        write_rows(plan, content)
        return
    _demand_kept(plan, content)
    plan.save(update_fields=["document", "revision"])
    known = set(plan.bodies.values_list("name", flat=True))
    new = {name: values for name, values in _body_values(content).items() if name not in known}
    PlanBody.objects.bulk_create(PlanBody(plan=plan, name=name, **values) for name, values in new.items())


def write_rows(plan: Plan, content: PrintedPlan) -> None:
    """Bring header and rows in step with the content; what has a row keeps it, by its key.

    Raises:
        Conflict, InvalidPlan: As ``write_content``.
    """
    if plan.pk:
        _demand_kept(plan, content)
    plan.title, plan.issuer, plan.criteria_set = content.title, content.issuer, content.criteria_set
    plan.period_from = content.period.start if content.period else None
    plan.period_to = content.period.end if content.period else None
    plan.reports_to = next((each.to for each in content.reporting if each.every == "quarter"), "")
    plan.save()
    bodies = _write_bodies(plan, content)
    goals = _write_goals(plan, content)
    items = _write_items(plan, content)
    _write_measures(plan, content, goals, items)
    _write_charges(content, items, bodies)
    for item in content.items:
        row = items[item.key]
        row.goals.set([goals[key] for key in item.goals])


def _demand_kept(plan: Plan, content: PrintedPlan) -> None:
    rewritten = list(list_rewritten(plan, content))
    if rewritten:
        raise InvalidPlan(rewritten)
    for problem in list_lost(plan, content):
        raise Conflict(problem.code, **problem.facts)


def _write_bodies(plan: Plan, content: PrintedPlan) -> dict[str, PlanBody]:
    rows = sync_rows(PlanBody, plan, "name", _body_values(content))
    return {name: rows[body.name] for body in content.bodies for name in body.names}


def _body_values(content: PrintedPlan) -> dict[str, dict[str, Any]]:
    return {
        body.name: {
            "spellings": list(body.spellings),
            "is_collective": body.collective,
            "note": body.note or "",
            "order": order,
        }
        for order, body in enumerate(content.bodies)
    }


def _write_goals(plan: Plan, content: PrintedPlan) -> dict[str, Goal]:
    titles = {each.key: each.correct("title") for each in content.sections}
    values = {
        goal.key: {
            "order": order,
            "year": goal.year,
            "letter": goal.letter,
            "section": titles.get(goal.section, ""),
            "text": goal.correct("text"),
            "criteria": list(goal.criteria),
            "note": goal.note or "",
        }
        for order, goal in enumerate(content.goals)
    }
    return sync_rows(Goal, plan, "key", values)


def _write_items(plan: Plan, content: PrintedPlan) -> dict[str, PlanItem]:
    groups = paths_of(content.project_groups)
    values = {item.key: item_values(item, order, groups) for order, item in enumerate(content.items)}
    return sync_rows(PlanItem, plan, "key", values)


def item_values(item: PrintedItem, order: int, groups: Mapping[str, str]) -> dict[str, Any]:
    """The columns of the row of a printed item; ``groups`` as ``paths_of`` gives them."""
    return {
        "kind": kind_of(item),
        "order": order,
        "number": item.number,
        "text": item.correct("text"),
        "group": group_of(item, groups),
        "document_kind": item.kind if isinstance(item, PlanDocument) else "",
        "from_year": item.years.start if item.years else None,
        "to_year": item.years.end if item.years else None,
        "budget": None if item.budget is None else as_decimal(item.budget),
        "criteria": list(item.criteria),
        "note": item.note or "",
    }


def kind_of(item: PrintedItem) -> PlanItem.Kind:
    """What an item is: a target, a document or a project."""
    if isinstance(item, PlanDocument):
        return PlanItem.Kind.DOCUMENT
    return PlanItem.Kind.PROJECT if isinstance(item, Project) else PlanItem.Kind.TARGET


def group_of(item: PrintedItem, paths: Mapping[str, str]) -> str:
    """The group of a project by ``paths_of``; others have none."""
    return paths.get(item.group, "") if isinstance(item, Project) else ""


def _write_measures(
    plan: Plan, content: PrintedPlan, goals: dict[str, Goal], items: dict[str, PlanItem]
) -> None:
    values: dict[str, dict[str, Any]] = {}
    entries: list[PrintedGoal | PrintedItem] = [*content.goals, *content.items]
    for entry in entries:
        for measure in entry.measures:
            values[measure.key] = {
                "goal": goals.get(entry.key) if isinstance(entry, PrintedGoal) else None,
                "item": items.get(entry.key) if isinstance(entry, PrintedItem) else None,
                "order": len(values),
                **_measure(measure),
            }
    sync_rows(Measure, plan, "key", values)


def _measure(measure: PrintedMeasure) -> dict[str, Any]:
    return {
        "label": measure.label,
        "operator": measure.operator,
        "threshold": as_decimal(measure.threshold),
        "unit": measure.unit,
    }


def _write_charges(content: PrintedPlan, items: dict[str, PlanItem], bodies: dict[str, PlanBody]) -> None:
    """Bodies and expected points hang on nothing: they are written anew, the points with their day."""
    rows = list(items.values())
    since = {(each.item_id, each.criterion_key): each.since for each in _expected_of(rows)}
    ItemBody.objects.filter(item__in=rows).delete()
    _expected_of(rows).delete()
    charged: dict[tuple[int, int, bool], ItemBody] = {}
    expected = []
    for item in content.items:
        row = items[item.key]
        for is_lead, names in ((True, item.lead), (False, item.coordinating)):
            for order, name in enumerate(names):
                body = bodies[name]
                charge = ItemBody(item=row, body=body, is_lead=is_lead, printed=name, order=order)
                charged.setdefault((row.pk, body.pk, is_lead), charge)
        points = {each.criterion: each.points for each in item.expected}
        expected += [
            Expectation(item=row, criterion_key=key, points=as_decimal(value), since=since.get((row.pk, key)))
            for key, value in points.items()
        ]
    ItemBody.objects.bulk_create(charged.values())
    Expectation.objects.bulk_create(expected)


def _expected_of(items: Sequence[PlanItem]) -> QuerySet[Expectation]:
    return Expectation.objects.filter(item__in=items)


def paths_of(headings: Sequence[Heading]) -> dict[str, str]:
    """Key of a group → its title with those above it, as a page groups by it."""
    paths: dict[str, str] = {}
    for heading in headings:
        title = (
            f"{heading.number}. {heading.correct('title')}" if heading.number else heading.correct("title")
        )
        above = paths.get(heading.under, "")
        paths[heading.key] = f"{above} · {title}" if above else title
    return paths


def as_decimal(value: Fraction) -> Decimal:
    """A fraction as a column keeps it, to six decimals, half up.

    Raises:
        Conflict: It has more digits before the comma than a column holds.
    """
    if abs(value) >= _MOST:
        raise Conflict("plan.number_too_large", value=str(value))
    return decimal(value, _DIGITS)
