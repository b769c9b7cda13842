"""The plain data of a file: text, lists and mappings that know their lines, and a cursor that walks them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from chamdiem.errors import Place, Problem


class Plain(str):
    """Text that is written without quotes: a number, a date, a word of the format."""

    __slots__ = ()


class Verbatim(str):
    """Text of a document, written as a block when it has several lines."""

    __slots__ = ()


class Inline(dict[str, Any]):
    """A mapping written on one line."""


@dataclass(slots=True)
class Marked:
    """A value of a file and the line it stands on; scalars are always text."""

    value: str | list[Marked] | dict[str, Marked]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the file as such, whatever its values mean, and the value it concerns."""

    node: Marked
    problem: Problem


@dataclass(slots=True)
class Cursor:
    """A place in the data being read, and the list its problems go to."""

    node: Marked
    path: str = ""
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, **facts: str) -> None:
        """Note a problem at this place."""
        place = Place(line=self.node.line, path=self.path)
        self.problems.append(Problem(code, facts, place))

    def down(self, name: str | int, node: Marked) -> Cursor:
        """The place one step below."""
        step = f"[{name}]" if isinstance(name, int) else name
        path = f"{self.path}{'' if isinstance(name, int) or not self.path else '.'}{step}"
        return Cursor(node, path, self.problems)


class Unreadable(Exception):
    """The value here cannot be read; the problem is already reported."""


def scalar(at: Cursor) -> str:
    """The text at a place."""
    if not isinstance(at.node.value, str):
        at.report("schema.not_text")
        raise Unreadable
    return at.node.value


def listing(at: Cursor) -> list[Cursor]:
    """The entries of a list at a place."""
    if not isinstance(at.node.value, list):
        at.report("schema.not_a_list")
        raise Unreadable
    return [Cursor(node, f"{at.path}[{index}]", at.problems) for index, node in enumerate(at.node.value)]


def mapping(at: Cursor) -> dict[str, Cursor]:
    """The entries of a mapping at a place."""
    if not isinstance(at.node.value, dict):
        at.report("schema.not_a_mapping")
        raise Unreadable
    # A file has thousands of keys: what all paths here begin with is joined once.
    above, problems = f"{at.path}." if at.path else "", at.problems
    return {name: Cursor(node, above + name, problems) for name, node in at.node.value.items()}
