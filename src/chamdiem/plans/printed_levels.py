"""Levels of items as the consolidated report prints them, and where they were changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chamdiem.core.improvement_plan import Measure as PrintedMeasure
from chamdiem.plans.body_lines import Content, plain_text
from chamdiem.plans.content import as_decimal
from chamdiem.plans.earlier import LevelChange, Reopened
from chamdiem.plans.models import Measure


def raised_levels(reopened: Sequence[Reopened]) -> list[Content]:
    """Levels that were changed after bodies had finished, and which of them owe the item again."""
    found: dict[LevelChange, list[str]] = {}
    for each in sorted(reopened, key=lambda one: one.line.report.organisation.name_order):
        for change in each.changes:
            found.setdefault(change, []).append(each.line.report.organisation.name)
    return [
        {
            "before": printed_level(change.before) if change.before else None,
            "now": printed_level(change.now),
            "organisations": names,
        }
        for change, names in found.items()
    ]


def printed_level(measure: PrintedMeasure) -> Content:
    """A figure as a version of the plan prints it."""
    return {
        "key": measure.key,
        "label": measure.label,
        "unit": measure.unit,
        "operator": measure.operator,
        "threshold": plain_text(as_decimal(measure.threshold)),
    }


def printed_measures(measures: Iterable[Measure]) -> list[Content]:
    """The figures of an item as they are printed now, by the keys under which they are reported."""
    return [
        {
            "key": measure.key,
            "label": measure.label,
            "unit": measure.unit,
            "operator": measure.operator,
            "threshold": plain_text(measure.threshold),
        }
        for measure in measures
    ]
