"""Rows brought in step with what a document says: what has a row keeps it, by its key."""

from __future__ import annotations

from typing import Any

from chamdiem.plans.models import Plan


def sync_rows(model: Any, plan: Plan, name: str, values: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Bring the rows of a plan in step with values by key; three statements, whatever their number."""
    known = {getattr(row, name): row for row in model.objects.filter(plan=plan)}
    gone = [row.pk for key, row in known.items() if key not in values]
    model.objects.filter(pk__in=gone).delete()
    new: list[Any] = []
    kept: list[Any] = []
    for key, fields in values.items():
        row = known.get(key) or model(plan=plan, **{name: key})
        for field, value in fields.items():
            setattr(row, field, value)
        (kept if row.pk else new).append(row)
    model.objects.bulk_create(new)
    if kept:
        model.objects.bulk_update(kept, sorted(next(iter(values.values()))))
    return {getattr(row, name): row for row in (*new, *kept)}
