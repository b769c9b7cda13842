"""What of a set file could not be read, and where in it the parts that could be read stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from chamdiem.core.plain_data import Marked
from chamdiem.errors import Problem

# What names another row; a row whose own key is unreadable may be the one meant.
_REFERENCES = ("set.unknown_row", "input.unknown_figure", "row.shares_with_nothing")
_NAMELESS = re.compile(r"rows\[[^\]]*\]\.key|rows\[#[0-9]+\]")


@dataclass(slots=True)
class Unread:
    """The places a file's problems have made unreadable; what follows from them alone is no problem."""

    data: Marked
    problems: tuple[Problem, ...]
    paths: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.paths = tuple(problem.place.path for problem in self.problems)

    def without_consequences(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems that would stand if everything had been readable."""
        for problem in problems:
            if not self.paths:
                yield problem
            elif not self._is_consequence(problem):
                yield self._without_shifted_position(problem)

    def _is_consequence(self, problem: Problem) -> bool:
        facts, path = problem.facts, problem.place.path
        row = path.partition("]")[0] + "]"
        if path in self.paths:
            return True
        if "level" in facts:
            return self._is_hit("set.levels") or not facts["level"]
        if "letter" in facts and self._is_hit(f"{row}.inputs.{facts['letter']}"):
            return True
        if problem.code in _REFERENCES and any(_NAMELESS.fullmatch(each) for each in self.paths):
            return True
        named = facts.get("figure", facts.get("other", facts.get("key", "")))
        return any(self._is_hit(f"rows[{key}]") for key in _rows_of(named)) and f"rows[{named}]" != row

    def _is_hit(self, path: str) -> bool:
        """Whether something at or below a place could not be read."""
        return any(each == path or each.startswith((f"{path}.", f"{path}[")) for each in self.paths)

    def _without_shifted_position(self, problem: Problem) -> Problem:
        """The path up to a list of which an entry was left out: positions behind it have moved."""
        path = problem.place.path
        for end in (place for place, sign in enumerate(path) if sign == "["):
            if end > len("rows") and any(each.startswith(f"{path[:end]}[") for each in self.paths):
                return replace(problem, place=replace(problem.place, path=path[:end]))
        return problem


def located(problem: Problem, data: Marked) -> Problem:
    """A problem with the line of what its path names, or of what is nearest above it."""
    node, rest = data, problem.place.path
    line = node.line
    while rest:
        step = _step(node, rest)
        if step is None:
            break
        node, rest = step
        line = node.line or line
    return problem.at(line=line)


def _step(node: Marked, path: str) -> tuple[Marked, str] | None:
    """The value one step down a path, and what is left of the path."""
    if isinstance(node.value, dict):
        fitting = [name for name in node.value if path == name or path.startswith((f"{name}.", f"{name}["))]
        if not fitting:
            return None
        name = max(fitting, key=len)
        return node.value[name], path[len(name) :].lstrip(".")
    name, closed, rest = path.removeprefix("[").partition("]")
    if not isinstance(node.value, list) or not path.startswith("[") or not closed:
        return None
    found = _entry(node.value, name)
    return None if found is None else (found, rest.lstrip("."))


def _entry(entries: list[Marked], name: str) -> Marked | None:
    """The row with a key, else the entry at a position."""
    for entry in entries:
        if isinstance(entry.value, dict) and "key" in entry.value and entry.value["key"].value == name:
            return entry
    return entries[int(name)] if name.isdecimal() and int(name) < len(entries) else None


def _rows_of(figure: str) -> tuple[str, str]:
    """The rows a figure may belong to: ``I.6`` and, for a letter of a row, ``3.5``."""
    return figure, figure.rpartition(".")[0]
