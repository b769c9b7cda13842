"""Changes of a plan's content as functions from content to content; the use case checks what comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from chamdiem.core.alphabet import alphabetical
from chamdiem.core.improvement_plan import (
    Body,
    Expectation,
    Goal,
    Heading,
    Measure,
    Operator,
    Plan,
    PlanDocument,
    PlanItem,
    Project,
    Target,
    Years,
)
from chamdiem.core.indicator_set import Source

Change = Callable[[Plan], Plan]
# Kind of entry → the list it stands in, and its class.
LISTS: Mapping[str, tuple[str, type[Goal | PlanItem]]] = {
    "goal": ("goals", Goal),
    "target": ("targets", Target),
    "document": ("documents", PlanDocument),
    "project": ("projects", Project),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDraft:
    """A figure to reach, as typed."""

    label: str
    operator: Operator
    threshold: Fraction
    unit: str


def changed_header(
    *, title: str, issuer: str, document: str, years: Years | None, criteria_set: str
) -> Change:
    """Title, issuer, document, period and criteria set."""

    def change(plan: Plan) -> Plan:
        source = replace(plan.source, document=document)
        return replace(
            plan, title=title, issuer=issuer, source=source, period=years, criteria_set=criteria_set
        )

    return change


def with_body(name: str, spellings: Sequence[str], *, is_collective: bool, old: str = "") -> Change:
    """A body more, or another spelling of one; a body keeps its place in the list."""
    body = Body(name=name, spellings=tuple(spellings), collective=is_collective)

    def change(plan: Plan) -> Plan:
        if not old:
            return replace(plan, bodies=(*plan.bodies, body))
        kept = tuple(
            replace(each, name=name, spellings=tuple(spellings), collective=is_collective)
            if each.name == old
            else each
            for each in plan.bodies
        )
        return replace(plan, bodies=kept)

    return change


def without_body(name: str) -> Change:
    """One body less; whoever still names it is refused with its place."""
    return lambda plan: replace(plan, bodies=tuple(each for each in plan.bodies if each.name != name))


def with_entry(kind: str, key: str, values: Mapping[str, Any], measures: Sequence[MeasureDraft]) -> Change:
    """An entry added under a new key, or changed under the one it has; what is not named stays.

    A correction of something that is no longer printed goes.
    """
    listed, make = LISTS[kind]
    numbered = tuple(
        Measure(
            key=f"{key}-{position}",
            label=each.label,
            operator=each.operator,
            threshold=each.threshold,
            unit=each.unit,
        )
        for position, each in enumerate(measures, start=1)
    )

    def change(plan: Plan) -> Plan:
        entries = getattr(plan, listed)
        known = next((each for each in entries if each.key == key), None)
        if known is None:
            new = make(key=key, measures=numbered, source=Source(), **values)
            return _with(plan, listed, _placed(entries, new))
        text = known.text if known.correct("text") == values["text"] else values["text"]
        entry = replace(known, **{**values, "text": text, "measures": _keyed(known.measures, numbered)})
        entry = replace(entry, corrections=tuple(each for each in known.corrections if entry.prints(each)))
        if _moves(known, entry):
            return _with(plan, listed, _placed([each for each in entries if each is not known], entry))
        return _with(plan, listed, (entry if each is known else each for each in entries))

    return change


def is_there(plan: Plan, changed: Plan, kind: str, key: str) -> bool:
    """Whether what a change adds under a key stands in the plan already under another, word for word."""
    listed, _ = LISTS[kind]
    new = next(_said(each) for each in getattr(changed, listed) if each.key == key)
    return any(_said(each) == new for each in getattr(plan, listed))


def _said(entry: Any) -> Any:
    """An entry without its keys."""
    return replace(entry, key="", measures=tuple(replace(each, key="") for each in entry.measures))


def with_section(key: str, title: str) -> Change:
    """A section more, printed after the others."""
    heading = Heading(key=key, title=title, source=Source())
    return lambda plan: replace(plan, sections=(*plan.sections, heading))


def _placed(entries: Sequence[Any], new: Any) -> list[Any]:
    """The entries with a new one at the end.

    A goal stands among those of its section and year, by its letter; a project after those of its group.
    """
    same: list[int] = []
    if isinstance(new, Project):
        same = [at for at, each in enumerate(entries) if each.group == new.group]
    if isinstance(new, Goal):
        same = [at for at, each in enumerate(entries) if each.section == new.section]
        same = [at for at in same if entries[at].year == new.year] or same
    at = same[-1] + 1 if same else len(entries)
    lettered = [at for at in same if isinstance(new, Goal) and new.letter and entries[at].letter]
    if lettered:
        earlier = [at for at in lettered if _turn(entries[at].letter) <= _turn(new.letter)]
        at = earlier[-1] + 1 if earlier else lettered[0]
    return [*entries[:at], new, *entries[at:]]


def _moves(known: Any, entry: Any) -> bool:
    """Whether an entry stands elsewhere than before."""
    if isinstance(entry, Goal):
        return (entry.section, entry.letter) != (known.section, known.letter)
    return isinstance(entry, Project) and entry.group != known.group


def _turn(letter: str) -> tuple[bool, int, str]:
    """The place of a letter among others: numbers by their size, then letters by the alphabet.

    Example:
        >>> sorted(["e", "10", "đ", "2", "d"], key=_turn)
        ['2', '10', 'd', 'đ', 'e']
    """
    number = re.match(r"[0-9]+", letter)
    return number is None, int(number[0]) if number else 0, alphabetical(letter.casefold())


def without_entry(kind: str, key: str) -> Change:
    """One entry less, and no item that serves it."""
    listed, _ = LISTS[kind]

    def change(plan: Plan) -> Plan:
        shorter = _with(plan, listed, (each for each in getattr(plan, listed) if each.key != key))
        if kind != "goal":
            return shorter
        for name, _ in (LISTS["target"], LISTS["document"], LISTS["project"]):
            items = getattr(shorter, name)
            freed = (replace(item, goals=tuple(goal for goal in item.goals if goal != key)) for item in items)
            shorter = _with(shorter, name, freed)
        return shorter

    return change


def list_serving(plan: Plan, goal: str) -> list[PlanItem]:
    """The items that serve a goal, in printed order."""
    return [item for item in plan.items if goal in item.goals]


def new_key(plan: Plan, kind: str) -> str:
    """A key for a new entry: that of the last of its kind, counted on."""
    used = [entry.key for _, entry in plan.entries()]
    prefix = {"goal": "MT", "target": "CT", "document": "VB", "project": "DA"}[kind]
    return free_key(used, prefix)


def free_key(used: Sequence[str], prefix: str) -> str:
    """``prefix`` and the next free number.

    Example:
        >>> free_key(["DA1", "DA7", "x"], "DA")
        'DA8'
    """
    numbers = [int(found[1]) for key in used if (found := re.fullmatch(rf"{prefix}([0-9]{{1,6}})", key))]
    return f"{prefix}{max(numbers, default=0) + 1}"


def expectations(points: Mapping[str, Fraction]) -> tuple[Expectation, ...]:
    """Criterion → points, as entries hold them."""
    return tuple(Expectation(criterion=key, points=value) for key, value in points.items())


def _with(plan: Plan, listed: str, entries: Iterable[Any]) -> Plan:
    """The plan with another list."""
    changes: dict[str, Any] = {listed: tuple(entries)}
    return replace(plan, **changes)


def _keyed(known: Sequence[Measure], wanted: Sequence[Measure]) -> tuple[Measure, ...]:
    """The wanted measures under the keys that were there, so that measured values stay with them."""
    pairs = zip(wanted, [*known, *wanted[len(known) :]], strict=False)
    return tuple(replace(new, key=old.key) for new, old in pairs)
