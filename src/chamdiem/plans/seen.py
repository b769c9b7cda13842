"""What a person read before approving it: as a text a form carries, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chamdiem.audit.models import Event
from chamdiem.plans.models import Plan, RoundReport

_GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing others changed; ``what`` is empty for the general part of a report."""

    what: str
    by: str = ""
    at: datetime | None = None


def seen_of(report: RoundReport) -> str:
    """Every part of a report with its version, ``general:2 17:1 18:4``; one query."""
    lines = report.lines.order_by("pk").values_list("pk", "version")
    return " ".join(f"{part}:{version}" for part, version in ((_GENERAL, report.version), *lines))


def report_changes(report: RoundReport, seen: str) -> list[Changed]:
    """What changed in a report since a person saw it; of what nobody knows how it was seen, all of it."""
    known, now = set(seen.split()), seen_of(report).split()
    changed = {part.partition(":")[0] for part in now if part not in known}
    lines = report.lines.select_related("item", "changed_by").filter(pk__in=changed - {_GENERAL})
    found = [
        Changed(str(line.item), str(line.changed_by or ""), line.changed_at)
        for line in lines.order_by("item__order")
    ]
    return [*found, *([Changed("")] if _GENERAL in changed else [])]


def plan_changes(plan: Plan, seen: int) -> list[Changed]:
    """The edits of a plan since a revision, the newest first; every edit is one revision; one query."""
    edits = Event.objects.filter(
        action="plan.edit", subject_type=Plan._meta.label_lower, subject_id=str(plan.pk)
    ).order_by("-number")
    return [
        Changed(str(event.facts.get("changed", "")), event.actor_name, event.at)
        for event in edits[: max(plan.revision - seen, 0)]
    ]
