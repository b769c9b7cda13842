"""Plain data → checked ``Plan``, every problem at once.

The data come as ``Marked`` values (text with line numbers); YAML itself is read
in ``library``. Nothing is guessed: what does not fit is reported with its
place, and no half-read plan ever leaves this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from chamdiem.core.improvement_plan import Plan, Years
from chamdiem.core.indicator_set import Source
from chamdiem.core.plain_data import Cursor, Marked, Plain, Unreadable, listing, mapping
from chamdiem.core.plan_consistency import plan_problems
from chamdiem.core.plan_counting import COUNTS, count_problems, counts_of
from chamdiem.core.plan_schema import FORMAT, HEADER, LISTS
from chamdiem.core.plan_values import Maxima, new_value_problems
from chamdiem.core.schema import Field, Record
from chamdiem.errors import InvalidPlan, Problem

# Key of a set → its criteria with their maxima, or None for a set nobody knows.
CriteriaOf = Callable[[str], Maxima | None]

_PLAN = Record(dict, HEADER, "plan")
_LISTS = Record(dict, LISTS, "lists")
_KEYS = ("format", "plan", COUNTS, *(listed.key for listed in LISTS))
# Stands for a header that cannot be read, so that the lists are checked all the same.
_NO_HEADER: dict[str, Any] = {"key": "?", "title": "?", "source": Source(), "criteria_set": "?"}


def load_plan(
    data: Marked,
    file: str = "",
    criteria_of: CriteriaOf | None = None,
    *,
    is_handed_in: bool = False,
    over: Plan | None = None,
) -> Plan:
    """Check and build an improvement plan.

    Args:
        data: The file as ``Marked`` values.
        file: Name of the file, for the places of problems.
        criteria_of: Left out, links to criteria are not checked.
        is_handed_in: Whether somebody brings the plan from outside: then its
            values are checked too, which were accepted once where it is kept.
        over: The plan it changes: values that stand there already may stay.

    Raises:
        InvalidPlan: Carries every problem, each with line and path.
    """
    problems: list[Problem] = []
    plan = _read(Cursor(data, "", problems), criteria_of, _ValueCheck(is_handed_in, over))
    if problems or plan is None:
        ordered = sorted(problems, key=lambda problem: problem.place.line)
        raise InvalidPlan([_worded(problem).at(file=file) for problem in ordered])
    return plan


def dump_plan(plan: Plan) -> dict[str, Any]:
    """A plan as plain data, in canonical order."""
    lists = _LISTS.write(plan)
    return {"format": Plain(FORMAT), "plan": _PLAN.write(plan), COUNTS: counts_of(lists), **lists}


@dataclass(frozen=True, slots=True)
class _ValueCheck:
    """Whether values are checked, and the plan whose values may stay."""

    is_due: bool
    over: Plan | None

    def problems(self, plan: Plan, criteria: Maxima | None) -> list[Problem]:
        """What is new of it."""
        return new_value_problems(plan, self.over, criteria) if self.is_due else []


@dataclass(slots=True)
class _Seen:
    """What was met in the file: paths with their lines, and names of entries that cannot be read."""

    lines: dict[str, int] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    # Paths at which a stand-in took the place of what could not be read.
    spoilt: set[str] = field(default_factory=set)

    def note(self, path: str, node: Marked) -> None:
        """Keep the lines of a value and of everything below it."""
        self.lines[path] = node.line
        if isinstance(node.value, dict):
            for key, below in node.value.items():
                self.note(f"{path}.{key}", below)
        elif isinstance(node.value, list):
            for index, below in enumerate(node.value):
                self.note(f"{path}[{index}]", below)

    def is_spoilt(self, path: str) -> bool:
        """Whether a value there, above or below is a stand-in, of which nothing can be said."""
        return any(_holds(path, each) or _holds(each, path) for each in self.spoilt)

    def line(self, path: str) -> int:
        """The line of a path, or of the nearest one above it."""
        while path and path not in self.lines:
            path = re.sub(r"(^|[.\[])[^.\[]*$", "", path)
        return self.lines.get(path, 0)


def _read(at: Cursor, criteria_of: CriteriaOf | None, values: _ValueCheck) -> Plan | None:
    try:
        entries = mapping(at)
    except Unreadable:
        return None
    _check_keys(at, entries)
    header, seen = _header(entries), _Seen()
    for name in ("plan", COUNTS):
        if name in entries:
            seen.note(name, entries[name].node)
    lists: dict[str, Any] = {listed.key: tuple(_list(entries, listed, seen)) for listed in LISTS}
    known = {"criteria_set": _set_of(entries), "period": _period_of(entries)}
    plan = Plan(**(header or {**_NO_HEADER, **known}), **lists)
    criteria = _criteria(plan, entries, criteria_of)
    found = [
        *plan_problems(plan, criteria, frozenset(seen.unread)),
        *count_problems(entries),
        *values.problems(plan, criteria),
    ]
    at.problems += [
        problem.at(line=seen.line(problem.place.path))
        for problem in found
        if not seen.is_spoilt(problem.place.path)
    ]
    return plan


def _holds(above: str, below: str) -> bool:
    """Whether a path is another one, or lies above it."""
    return below == above or below.startswith((f"{above}.", f"{above}["))


def _check_keys(at: Cursor, entries: dict[str, Cursor]) -> None:
    for name, cursor in entries.items():
        if name not in _KEYS:
            cursor.report("schema.unknown_key", key=name, allowed=", ".join(sorted(_KEYS)))
    for name in ("format", "plan"):
        if name not in entries:
            at.report("schema.lacking_key", key=name)
    given = entries.get("format")
    if given is not None and given.node.value != FORMAT:
        value = given.node.value if isinstance(given.node.value, str) else ""
        given.report("plan.unknown_format", value=value, expected=FORMAT)


def _header(entries: dict[str, Cursor]) -> dict[str, Any] | None:
    if "plan" not in entries:
        return None
    at = entries["plan"]
    before = len(at.problems)
    try:
        header: dict[str, Any] = _PLAN.read(at)
    except Unreadable:
        return None
    return header if len(at.problems) == before else None


def _set_of(entries: dict[str, Cursor]) -> str:
    """The set a header names that cannot be read as a whole; ``?`` where it names none."""
    head = entries["plan"].node.value if "plan" in entries else {}
    named = head.get("criteria_set") if isinstance(head, dict) else None
    return named.value if named is not None and isinstance(named.value, str) else "?"


def _period_of(entries: dict[str, Cursor]) -> Years | None:
    """The years a header names that cannot be read as a whole; None where they are none."""
    head = entries["plan"].node.value if "plan" in entries else {}
    given = head.get("period") if isinstance(head, dict) else None
    if given is None or not isinstance(given.value, dict):
        return None
    years = [given.value.get(name) for name in ("from", "to")]
    first, last = (str(each.value) if each is not None else "" for each in years)
    return Years(start=int(first), end=int(last)) if first.isdecimal() and last.isdecimal() else None


def _criteria(plan: Plan, entries: dict[str, Cursor], criteria_of: CriteriaOf | None) -> Maxima | None:
    """The criteria the plan may name; None when that is not known."""
    if criteria_of is None or plan.criteria_set in ("", "?"):
        return None
    criteria = criteria_of(plan.criteria_set)
    if criteria is None:
        at = entries["plan"]
        named = at.down("criteria_set", mapping(at)["criteria_set"].node)
        named.report("plan.unknown_set", set=plan.criteria_set)
    return criteria


def _list(entries: dict[str, Cursor], listed: Field, seen: _Seen) -> Iterator[Any]:
    """Every entry of a list that can be read; its name stands in the path of its problems."""
    if listed.key not in entries:
        return
    try:
        places = listing(entries[listed.key])
    except Unreadable:
        return
    for place in places:
        names = _names_of(place.node)
        if names:
            place.path = f"{listed.key}[{names[0]}]"
        seen.note(place.path, place.node)
        before = len(place.problems)
        try:
            entry = listed.codec.each.read(place)  # type: ignore[attr-defined]  # every list is Many
        except Unreadable:
            entry = None
        spoilt = {_spoilt(problem) for problem in place.problems[before:]}
        seen.spoilt |= spoilt
        if spoilt:
            seen.unread |= set(names)
        # What cannot be told apart from others by its name is not checked further.
        if entry is not None and not spoilt & {f"{place.path}.{key}" for key in ("key", "name")}:
            yield entry


def _worded(problem: Problem) -> Problem:
    """The problem in words that fit a plan: the unit of a figure is never left out."""
    if problem.code == "schema.blank" and problem.place.path.endswith(".unit"):
        return Problem("plan.unit_blank", {}, problem.place)
    return problem


def _spoilt(problem: Problem) -> str:
    """The path of what could not be read, or is not there."""
    key = problem.facts.get("key", "") if problem.code == "schema.lacking_key" else ""
    return f"{problem.place.path}.{key}" if key else problem.place.path


def _names_of(node: Marked) -> list[str]:
    """What an entry is called, and its other spellings."""
    entry = node.value if isinstance(node.value, dict) else {}
    texts = [entry[key] for key in ("key", "name") if key in entry]
    spellings = entry.get("spellings")
    if spellings is not None and isinstance(spellings.value, list):
        texts += spellings.value
    return [text.value for text in texts if isinstance(text.value, str)]
