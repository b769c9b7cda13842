"""What of a set file could not be read, and where in it the parts that could be read stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from chamdiem.core.contradiction import ALL_KEYS, Contradiction
from chamdiem.core.plain_data import Marked
from chamdiem.errors import Problem

_NAMELESS = re.compile(r"rows|rows\[[^\]]*\]\.key|rows\[#[0-9]+\]")


class Unread:
    """The places a file's problems have made unreadable; what follows from them alone is no problem."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        places = [(problem.code, _place_of(problem)) for problem in problems]
        self.paths = frozenset(path for _, path in places)
        # A key that another row has is read, and is not the one that somebody misses.
        self.hides_keys = any(
            code != "set.repeated_key" and _NAMELESS.fullmatch(path) for code, path in places
        )

    def without_consequences(self, found: Iterable[Contradiction]) -> Iterator[Problem]:
        """The problems that stand whatever the unreadable places hold.

        Where a place contradicts several others (fact ``other``) one is enough.
        """
        told: set[tuple[str, ...]] = set()
        for each in found:
            facts = sorted(fact for fact in each.problem.facts.items() if fact[0] != "other")
            named = (each.problem.code, each.problem.place.path, *chain.from_iterable(facts))
            if named in told or any(map(self._is_hit, (each.problem.place.path, *each.reads))):
                continue
            told.add(named)
            yield each.problem

    def _is_hit(self, read: str) -> bool:
        """Whether a place, or one it stands in, could not be read."""
        if not self.paths:
            return False
        if read == ALL_KEYS:
            return self.hides_keys
        if read.endswith("*"):
            return any(_is_within(path, read[:-1]) or _is_within(read[:-1], path) for path in self.paths)
        return any(_is_within(read, path) for path in self.paths)


def _place_of(problem: Problem) -> str:
    """The place that a problem of form leaves unread."""
    path = problem.place.path
    if problem.code == "schema.misspelt_key":
        path = path.removesuffix(problem.facts["key"]).removesuffix(".")
        return _below(path, problem.facts["meant"])
    return _below(path, problem.facts["key"]) if problem.code == "schema.lacking_key" else path


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _is_within(path: str, outer: str) -> bool:
    return path == outer or not outer or path.startswith((f"{outer}.", f"{outer}["))


def located(problem: Problem, data: Marked, rows: Mapping[str, Marked]) -> Problem:
    """A problem with the line of what its path names, or of what is nearest above it.

    Args:
        problem: A problem with a path.
        data: The file.
        rows: The rows of the file, as paths name them.
    """
    node, rest = data, problem.place.path
    if rest.startswith("rows["):
        name, _, rest = rest.removeprefix("rows[").partition("]")
        node, rest = rows[name], rest.lstrip(".")
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
        fitting = [name for name in node.value if _is_within(path, name)]
        if not fitting:
            return None
        name = max(fitting, key=len)
        return node.value[name], path[len(name) :].lstrip(".")
    index, closed, rest = path.removeprefix("[").partition("]")
    if not isinstance(node.value, list) or not closed or not index.isdecimal():
        return None
    return node.value[int(index)], rest.lstrip(".")
