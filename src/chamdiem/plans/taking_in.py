"""What a file would do to a plan: every problem, or what is added, changed and taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chamdiem.core.improvement_plan import Goal, PlanItem
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.errors import Invalid, Place, Problem
from chamdiem.plans.content import printed
from chamdiem.plans.models import PlanFile
from chamdiem.plans.reading import read_file


@dataclass(frozen=True, slots=True)
class Change:
    """One entry a file adds, changes or takes out."""

    what: str
    listed: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in a file: its content, or every problem."""

    content: PrintedPlan | None
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()

    def count(self, what: str) -> int:
        """How many entries are added, changed or taken out."""
        return sum(1 for change in self.changes if change.what == what)


LISTS = ("goals", "targets", "documents", "projects")


def look_through(file: PlanFile) -> Look:
    """Read a file and compare it with the plan it is for; nothing is written."""
    known = printed(file.plan) if file.plan is not None else None
    try:
        content = read_file(bytes(file.content), file.name, known)
    except Invalid as refused:
        return Look(None, refused.problems)
    if known is not None and content.key != known.key:
        facts = {"key": content.key, "own": known.key}
        return Look(None, (Problem("plan.other_plan", facts, Place(file=file.name)),))
    return Look(content, changes=tuple(_changes(known, content)))


def _changes(known: PrintedPlan | None, content: PrintedPlan) -> Iterator[Change]:
    for listed in LISTS:
        before = {entry.key: entry for entry in _entries(known, listed)} if known else {}
        after = {entry.key: entry for entry in _entries(content, listed)}
        for key, entry in after.items():
            if before.get(key) != entry:
                yield Change("change" if key in before else "create", listed, key, entry.correct("text"))
        for key, entry in before.items():
            if key not in after:
                yield Change("remove", listed, key, entry.correct("text"))


def _entries(plan: PrintedPlan, listed: str) -> tuple[Goal | PlanItem, ...]:
    entries: tuple[Goal | PlanItem, ...] = getattr(plan, listed)
    return entries
