"""What a file would do to a plan: every problem, or what is added, changed and taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from django.utils.translation import gettext as _

from chamdiem.core.improvement_plan import Body, Entry, ReportingDuty
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.errors import Invalid, Place, Problem
from chamdiem.plans.content import printed, printed_text
from chamdiem.plans.editing import LISTS
from chamdiem.plans.entry_facts import changed_facts, differing, entry_facts, header_facts
from chamdiem.plans.in_use import list_lost, list_rewritten
from chamdiem.plans.models import Plan, PlanFile
from chamdiem.plans.reading import key_in, list_remarks, read_file
from chamdiem.plans.rebinding import list_rebound, rebound_facts

HEADER = "plan"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that is added (``create``), changed or taken out; the header counts as one entry."""

    what: str
    listed: str
    key: str
    text: str
    # Name of a fact → what the entry says, or what it said and says.
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What its form calls the entry; empty where it has no form of its own."""
        return next((kind for kind, (listed, _) in LISTS.items() if listed == self.listed), "")

    def __str__(self) -> str:
        short = f"{self.text[:60]}…" if len(self.text) > 60 else self.text
        return f"{self.key} ({short})" if self.key and self.key != self.text else short


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in a file: its content, or every problem."""

    content: PrintedPlan | None
    problems: tuple[Problem, ...] = ()
    # What is odd in it and does not keep it from being applied.
    remarks: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()

    def count(self, what: str) -> int:
        """How many entries are added, changed or taken out."""
        return sum(1 for change in self.changes if change.what == what)

    def count_lists(self) -> Mapping[str, Counter[str]]:
        """Name of a list that changes → how many of its entries are added, changed and taken out."""
        counts: dict[str, Counter[str]] = {}
        for change in self.changes:
            counts.setdefault(change.listed, Counter())[change.what] += 1
        return counts


def look_through(file: PlanFile) -> Look:
    """Read a file and compare it with the plan it is for; nothing is written."""
    known = printed(file.plan) if file.plan is not None else None
    key = key_in(bytes(file.content), file.name)
    if known is not None and key and key != known.key:
        # What else is wrong in the file of another plan helps nobody here.
        facts = {"key": key, "own": known.key}
        return Look(None, (Problem("plan.other_plan", facts, Place(file=file.name)),))
    try:
        content = read_file(bytes(file.content), file.name, known)
    except Invalid as refused:
        return Look(None, refused.problems)
    if file.plan is None and Plan.objects.filter(owner=file.owner_id, key=content.key).exists():
        return Look(None, (Problem("plan.key_taken", {"key": content.key}, Place(file=file.name)),))
    if file.plan is not None and not file.applied_at:
        kept = (*list_rewritten(file.plan, content), *list_lost(file.plan, content))
        if kept:
            return Look(None, kept)
    changes = tuple(list_changes(known, content))
    remarks = (
        *list_remarks(bytes(file.content), file.name),
        *(_told(known, content, changes) if known else ()),
    )
    return Look(content, remarks=remarks, changes=changes)


def _told(known: PrintedPlan, content: PrintedPlan, changes: Iterable[Change]) -> Iterator[Problem]:
    """What a file changes in a plan and nobody may notice."""
    for each in list_rebound(known, content):
        yield Problem("plan.link_rebound", {"link": str(each), "new": content.criteria_set})
    yield from _new_headings(changes)


def _new_headings(changes: Iterable[Change]) -> Iterator[Problem]:
    """Headings a file adds to a plan by naming them: one that was meant may be spelt otherwise."""
    for change in changes:
        if change.what == "create" and change.listed in ("sections", "project_groups"):
            yield Problem("plan.heading_new", {"title": change.text})


def changed_since(file: PlanFile) -> list[Change]:
    """What others have changed in the plan since the file was compared with it."""
    if file.plan is None or file.applied_at or file.plan.revision == file.checked_revision:
        return []
    now = printed(file.plan)
    if not file.checked_document:
        return [Change("change", HEADER, "", now.title)]
    before = printed_text(file.checked_document, file.plan.key)
    return list(list_changes(before, now)) or [Change("change", HEADER, "", now.title)]


def list_changes(known: PrintedPlan | None, content: PrintedPlan) -> Iterator[Change]:
    """The header, then every entry of every list, that differs."""
    old = _header(known) if known else None
    if old != _header(content):
        now = header_facts(content)
        facts = {**differing(header_facts(known), now), **rebound_facts(known, content)} if known else now
        yield Change("change" if known else "create", HEADER, "", content.title, facts)
    for listed, after in _lists(content).items():
        before = _lists(known)[listed] if known else {}
        for key, entry in after.items():
            if before.get(key) != entry:
                known_one = before.get(key)
                facts = entry_facts(entry) if known_one is None else changed_facts(known_one, entry)
                yield Change("create" if known_one is None else "change", listed, key, _text(entry), facts)
        for key, entry in before.items():
            if key not in after:
                yield Change("remove", listed, key, _text(entry))


def _lists(plan: PrintedPlan) -> dict[str, dict[str, Any]]:
    """Name of a list → its entries by key; bodies by name."""
    lists: dict[str, dict[str, Any]] = {}
    for each in fields(plan):
        entries = getattr(plan, each.name)
        if isinstance(entries, tuple) and each.name != "notes":
            lists[each.name] = {_key(entry): entry for entry in entries}
    return lists


def _header(plan: PrintedPlan) -> dict[str, Any]:
    lists = _lists(plan)
    return {each.name: getattr(plan, each.name) for each in fields(plan) if each.name not in lists}


def _key(entry: Body | Entry) -> str:
    return entry.name if isinstance(entry, Body) else entry.key


def _text(entry: Body | Entry) -> str:
    """What an entry says: its text, its title, what a report is about, or its key."""
    if isinstance(entry, Body):
        return entry.name
    if isinstance(entry, ReportingDuty):
        return entry.about or _("Báo cáo của {bodies}").format(bodies="; ".join(entry.by))
    return next((entry.correct(name) for name in ("text", "title") if hasattr(entry, name)), entry.key)
