"""What a new content of a plan must keep, because something was said of it: items, figures, their units."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.improvement_plan import Measure as PrintedMeasure
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.lint.folding import fold
from chamdiem.core.plan_values import is_same_unit
from chamdiem.errors import Place, Problem
from chamdiem.plans.models import ItemReport, Measure, Plan

_LISTS = ("goals", "targets", "documents", "projects")


def list_lost(plan: Plan, content: PrintedPlan) -> Iterator[Problem]:
    """What a content would take out though it is in use: items with tasks or reports, figures given."""
    kept = {item.key for item in content.items}
    for item in plan.items.exclude(key__in=kept):
        if item.tasks.exists() or item.reports.exists():
            yield Problem("plan.item_in_use", {"item": str(item)})
    wanted = {(entry, measure.key) for entry, measure, _ in _measures(content)}
    for row in _given_measures(plan):
        owner = row.goal or row.item
        if owner is not None and (owner.key, row.key) not in wanted:
            yield Problem("plan.measure_in_use", {"measure": row.label})


def list_rewritten(plan: Plan, content: PrintedPlan) -> Iterator[Problem]:
    """Units and names a content would change under figures that were given, each with its path.

    Reports and measured values keep the bare number: another unit or another name would make it say
    something nobody said. Other capitals or accents, and “phần trăm” for “%”, say the same.
    """
    given = {row.key: row for row in _given_measures(plan)}
    for _, measure, path in _measures(content):
        row = given.get(measure.key)
        if row is None:
            continue
        facts = {"measure": row.label, "unit": row.unit}
        if not is_same_unit(row.unit, measure.unit):
            yield Problem("plan.unit_in_use", facts, Place(path=f"{path}.unit"))
        if fold(row.label) != fold(measure.label):
            yield Problem("plan.label_in_use", facts, Place(path=f"{path}.label"))


def _given_measures(plan: Plan) -> list[Measure]:
    """The measures of which a report holds a figure, or a value was measured; three queries."""
    lines = ItemReport.objects.filter(item__plan=plan).exclude(figures={})
    reported = {
        (item, key)
        for item, figures in lines.values_list("item", "figures")
        for key, typed in figures.items()
        if typed
    }
    measured = set(plan.measures.filter(values__isnull=False).values_list("pk", flat=True))
    rows = plan.measures.select_related("goal", "item")
    return [row for row in rows if row.pk in measured or (row.item_id, row.key) in reported]


def _measures(content: PrintedPlan) -> Iterator[tuple[str, PrintedMeasure, str]]:
    """Every measure with the key of its entry and its path."""
    for listed in _LISTS:
        for entry in getattr(content, listed):
            for position, measure in enumerate(entry.measures):
                yield entry.key, measure, f"{listed}[{entry.key}].measures[{position}]"
