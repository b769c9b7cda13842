"""What must hold across the parts of a plan before it can be used at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher, get_close_matches
from fractions import Fraction

from chamdiem.core.improvement_plan import (
    Clause,
    Entry,
    Goal,
    Heading,
    Measure,
    Plan,
    PlanItem,
    Project,
    ReportingDuty,
    Years,
)
from chamdiem.core.lint.folding import fold
from chamdiem.core.points import decimal_text
from chamdiem.errors import NumberText, Place, Problem


class PlanNames:
    """Every name a plan gives to something, by what it names.

    ``unread`` are the names of entries whose own problems are already
    reported: who refers to them is not wrong as well.
    """

    def __init__(
        self, plan: Plan, criteria: Collection[str] | None, unread: frozenset[str] = frozenset()
    ) -> None:
        self.bodies = {name for body in plan.bodies for name in body.names} | unread
        self.sections = {section.key for section in plan.sections} | unread
        self.groups = {group.key for group in plan.project_groups} | unread
        self.clauses = {clause.key for clause in plan.clauses} | unread
        self.goals = {goal.key for goal in plan.goals} | unread
        self.criteria = criteria
        self.set_key = plan.criteria_set


def plan_problems(
    plan: Plan, criteria: Collection[str] | None = None, unread: frozenset[str] = frozenset()
) -> list[Problem]:
    """Every reason why a plan cannot be used.

    Args:
        plan: The plan, or what could be read of it.
        criteria: Keys of the criteria of its set; None leaves the links unchecked.
        unread: Names of entries of the file that could not be read.
    """
    names = PlanNames(plan, criteria, unread)
    problems = [*_header_problems(plan), *_body_problems(plan, names), *_repetitions(plan)]
    problems += _nesting_problems("sections", plan.sections, unread)
    problems += _nesting_problems("project_groups", plan.project_groups, unread)
    for listed, entry in plan.entries():
        found = _entry_problems(entry, names)
        problems += [each.at(path=f"{listed}[{entry.key}]{each.place.path}") for each in found]
    return problems


def _header_problems(plan: Plan) -> Iterator[Problem]:
    yield from _years_problems(plan.period, "plan.period")
    if not plan.criteria_set and any(any(_links_of(entry)) for _, entry in plan.entries()):
        yield Problem("plan.criteria_without_set", {}, Place(path="plan.criteria_set"))


def _body_problems(plan: Plan, names: PlanNames) -> Iterator[Problem]:
    owner: dict[str, str] = {}
    for body in plan.bodies:
        path = f"bodies[{body.name}]"
        for spelling in body.names:
            if spelling in owner:
                facts = {"spelling": spelling, "first": owner[spelling], "second": body.name}
                yield Problem("plan.spelling_twice", facts, Place(path=path))
            owner.setdefault(spelling, body.name)
        if body.part_of and (body.part_of not in names.bodies or body.part_of in body.names):
            facts = {"body": body.part_of, "like": _nearest(body.part_of, names.bodies - {*body.names})}
            yield Problem("plan.unknown_body", facts, Place(path=f"{path}.part_of"))


def _repetitions(plan: Plan) -> Iterator[Problem]:
    """Keys name one thing each, whatever its list; measures have keys too."""
    seen: set[str] = set()
    for listed, entry in plan.entries():
        path = f"{listed}[{entry.key}]"
        places = [(entry.key, path), *((each.key, f"{path}.measures") for each in _measures_of(entry))]
        for key, where in places:
            if key in seen:
                yield Problem("plan.repeated_key", {"key": key}, Place(path=where))
            seen.add(key)


def _nesting_problems(
    listed: str, headings: tuple[Heading, ...], unread: frozenset[str]
) -> Iterator[Problem]:
    """A heading stands under one printed before it, so none stands under itself."""
    earlier = set(unread)
    for heading in headings:
        if heading.under and heading.under not in earlier:
            place = Place(path=f"{listed}[{heading.key}].under")
            yield Problem("plan.unknown_heading", {"heading": heading.under}, place)
        earlier.add(heading.key)


def _entry_problems(entry: Entry, names: PlanNames) -> Iterator[Problem]:
    yield from _correction_problems(entry)
    for index, measure in enumerate(_measures_of(entry)):
        if not measure.unit:
            facts = {"label": measure.label, "value": NumberText(decimal_text(measure.threshold))}
            place = Place(path=f".measures[{index}].unit")
            yield Problem("plan.threshold_without_unit", facts, place)
    if isinstance(entry, PlanItem):
        yield from _years_problems(entry.years, ".years")
    for field, spellings in _bodies_of(entry):
        for spelling in spellings:
            if spelling not in names.bodies:
                facts = {"body": spelling, "like": _nearest(spelling, names.bodies)}
                yield Problem("plan.unknown_body", facts, Place(path=f".{field}"))
    yield from _link_problems(entry, names)


def _correction_problems(entry: Entry) -> Iterator[Problem]:
    for index, correction in enumerate(entry.corrections):
        if not entry.prints(correction):
            facts = {"field": correction.field, "printed": correction.printed}
            yield Problem("plan.correction_not_printed", facts, Place(path=f".corrections[{index}]"))


def _years_problems(years: Years | None, path: str) -> Iterator[Problem]:
    if years is not None and years.end < years.start:
        facts = {"from": str(years.start), "to": str(years.end)}
        yield Problem("plan.years_reversed", facts, Place(path=path))


def _link_problems(entry: Entry, names: PlanNames) -> Iterator[Problem]:
    for goal in entry.goals if isinstance(entry, PlanItem) else ():
        if goal not in names.goals:
            facts = {"goal": goal, "like": _nearest(goal, names.goals)}
            yield Problem("plan.unknown_goal", facts, Place(path=".goals"))
    for criterion, path in _links_of(entry):
        if names.criteria is not None and criterion not in names.criteria:
            facts = {"criterion": criterion, "set": names.set_key}
            yield Problem("plan.unknown_criterion", facts, Place(path=path))
    yield from _heading_problems(entry, names)


def _heading_problems(entry: Entry, names: PlanNames) -> Iterator[Problem]:
    """Sections, groups and clauses that an entry stands under and the plan does not have."""
    if isinstance(entry, Clause | Goal) and entry.section and entry.section not in names.sections:
        yield Problem("plan.unknown_heading", {"heading": entry.section}, Place(path=".section"))
    if isinstance(entry, Project) and entry.group and entry.group not in names.groups:
        yield Problem("plan.unknown_heading", {"heading": entry.group}, Place(path=".group"))
    if isinstance(entry, ReportingDuty) and entry.clause and entry.clause not in names.clauses:
        yield Problem("plan.unknown_clause", {"clause": entry.clause}, Place(path=".clause"))


def _bodies_of(entry: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of an entry that name bodies."""
    if isinstance(entry, PlanItem):
        yield "lead", entry.lead
        yield "coordinating", entry.coordinating
    if isinstance(entry, Clause):
        yield "bodies", entry.bodies
    if isinstance(entry, ReportingDuty):
        yield "by", entry.by
        yield "to", (entry.to,)
        yield "consolidated_for", (entry.consolidated_for,) if entry.consolidated_for else ()


def _measures_of(entry: Entry) -> tuple[Measure, ...]:
    return entry.measures if isinstance(entry, Goal | PlanItem) else ()


def _links_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every criterion an entry names, with the path of where it does."""
    for criterion in entry.criteria if isinstance(entry, Goal | PlanItem) else ():
        yield criterion, ".criteria"
    for index, each in enumerate(entry.expected if isinstance(entry, PlanItem) else ()):
        yield each.criterion, f".expected[{index}].criterion"


# How much the words must be alike that two names do not share, as ``difflib`` measures it.
_ALIKE = Fraction(3, 5)


def _nearest(name: str, names: Collection[str]) -> str:
    """The name most like one that is none of them; empty where none is like it.

    The words that both have, such as what kind of body they are, do not make them alike.

    Example:
        >>> _nearest("Sở Thủy sản", ["Sở Tư pháp"]), _nearest("Sở Tư phap", ["Sở Tư pháp", "Sở Y tế"])
        ('', 'Sở Tư pháp')
    """
    folded = {fold(each): each for each in sorted(names)}
    near = get_close_matches(fold(name), folded, n=len(folded) or 1)
    return next((folded[each] for each in near if _is_alike(fold(name), each)), "")


def _is_alike(one: str, other: str) -> bool:
    own, others = one.split(), other.split()
    left = " ".join(word for word in own if word not in others)
    right = " ".join(word for word in others if word not in own)
    return not left or not right or SequenceMatcher(None, left, right).ratio() >= _ALIKE
