"""The plan as its document prints it: basis, sections with all that stands in them, recipients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chamdiem.core.improvement_plan import Clause, Entry, Goal, Heading, Plan, lettered
from chamdiem.core.indicator_set import Correction, Source


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry as printed, what we correct in it, our remark, and where it stands in the document."""

    text: str
    corrections: Sequence[Correction]
    note: str
    place: Source


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading, how deep it stands (1 on top), what is printed in it."""

    heading: Wording
    depth: int
    lines: Sequence[Wording]


def wording_of(entry: Entry, text: str) -> Wording:
    """An entry under a text made of what it prints; corrections of fields nobody sees stay out.

    One that holds for two fields is said once.
    """
    seen = {(each.printed, each.correct): each for each in entry.corrections if each.printed in text}
    return Wording(text, tuple(seen.values()), entry.note or "", entry.source)


def printed_of(entry: Entry) -> Wording:
    """The wording of a goal or item as printed."""
    return wording_of(entry, str(getattr(entry, "text", entry.key)))


def list_parts(plan: Plan) -> list[Part]:
    """The sections in printed order with their clauses and goals."""
    depths: dict[str, int] = {}
    parts = []
    for heading in plan.sections:
        depths[heading.key] = depths.get(heading.under, 0) + 1
        lines = tuple(_lines(plan, heading.key))
        parts.append(Part(wording_of(heading, _numbered(heading)), depths[heading.key], lines))
    return parts


def list_basis(plan: Plan) -> list[Wording]:
    """The documents the plan rests on."""
    return [wording_of(each, each.text) for each in plan.legal_basis]


def list_loose(plan: Plan) -> list[Wording]:
    """Clauses that stand in no section."""
    return [wording_of(each, _lettered(each)) for each in plan.clauses if not each.section]


def list_loose_goals(plan: Plan) -> list[Wording]:
    """Goals that stand in no section."""
    return [wording_of(each, _lettered(each)) for each in plan.goals if not each.section]


def list_annexes(plan: Plan) -> list[Wording]:
    """The annexes by number and title."""
    return [wording_of(each, f"{each.number}. {each.title}") for each in plan.annexes]


def _lines(plan: Plan, section: str) -> Iterator[Wording]:
    entries: list[Clause | Goal] = [*plan.clauses, *plan.goals]
    for entry in entries:
        if entry.section == section:
            yield wording_of(entry, _lettered(entry))


def _lettered(entry: Clause | Goal) -> str:
    if isinstance(entry, Goal):
        return lettered(entry.letter, entry.text)
    if entry.number.isdigit():
        return f"{entry.number}. {entry.text}"
    return lettered(entry.number, entry.text)


def _numbered(heading: Heading) -> str:
    return f"{heading.number}. {heading.title}" if heading.number else heading.title
