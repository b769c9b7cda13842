"""The names that stand twice in one object of a JSON text, with their lines and organisations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from chamdiem.errors import Place, Problem
from chamdiem.office.grid import tidy

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:\n]')
_ORGANISATION = re.compile(r"(?:organisations)?\[(?P<place>\d+)\]")


@dataclass(slots=True)
class _Level:
    """An object or a list that is open: the name or place it is at, and the lines of its names."""

    path: str
    is_list: bool
    at: str = ""
    place: int = 0
    is_name: bool = True
    lines: dict[str, int] = field(default_factory=dict)

    def below(self) -> str:
        """The path of what it is at."""
        return f"{self.path}[{self.place}]" if self.is_list else f"{self.path}.{tidy(self.at)}".strip(".")


def list_repeated_names(text: str, value: Any, file: str) -> list[Problem]:
    """Every name that stands once more, in order; ``value`` is what the text says."""
    return [
        Problem(
            "json.repeated_name",
            {"name": tidy(level.at), "first": str(first), "organisation": _code(level.path, value)},
            Place(file=file, line=line, path=level.below()),
        )
        for level, first, line in _repeated(text)
    ]


def _repeated(text: str) -> Iterator[tuple[_Level, int, int]]:
    """The object at each name that stands once more, the first line of the name and this one."""
    levels: list[_Level] = []
    line = 1
    for token in _TOKEN.findall(text):
        level = levels[-1] if levels else _Level("", is_list=True)
        if token == "\n":
            line += 1
        elif token in "{[":
            levels.append(_Level(level.below() if levels else "", is_list=token == "["))
        elif token in "}]":
            levels.pop()
        elif token == ",":
            level.place, level.is_name = level.place + 1, True
        elif token == ":":
            level.is_name = False
        elif level.is_name and not level.is_list:
            level.at = str(json.loads(token))
            if level.at in level.lines:
                yield level, level.lines[level.at], line
            level.lines.setdefault(level.at, line)


def _code(path: str, value: Any) -> str:
    """The code of the organisation that a path is of; empty where it is of none."""
    match = _ORGANISATION.match(path)
    listed = value.get("organisations") if isinstance(value, dict) else value
    if match is None or not isinstance(listed, list) or int(match["place"]) >= len(listed):
        return ""
    entry = listed[int(match["place"])]
    code = entry.get("code") if isinstance(entry, dict) else None
    return tidy(code) if isinstance(code, str) else ""
