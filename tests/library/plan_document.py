"""The document of the plan ninhthuan-2021-plan, read line by line with patterns.

Nothing here looks at the plan file: the tests compare the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from chamdiem.core.improvement_plan import Plan
from chamdiem.library.plans import load_plan

KEY = "ninhthuan-2021-plan"
SOURCE = Path(__file__).parent / "sources" / "004_5f345676a30ea0b7.txt"

MARKUP = re.compile(r"</?b>|[*#]+")
YEAR_HEADING = re.compile(r"\d\. Mục tiêu cơ bản đến (?:năm )?(\d{4})")
LETTERED = re.compile(r"([a-zđ])\) (.+)")
ANNEX = re.compile(r"Phụ lục ([IV]+)")
GROUP = re.compile(r"([A-E]|[IV]+)\t([^\t]+)\t*")
ITEM = re.compile(r"(\d+)\t([^\t]+)\t([^\t]+)(?:\t([^\t]+))?(?:\t([^\t]+))?")
BETWEEN_BODIES = re.compile(r"; |, (?=[Cc]ác |Sở \w)")
PERCENT = re.compile(r"(\d+)%")


class Row(NamedTuple):
    """A row of an annex: where it stands, and its cells."""

    annex: str
    group: str
    cells: tuple[str, ...]


@cache
def lines() -> list[str]:
    """The document without markup, one text for each line."""
    return [MARKUP.sub("", line).strip(" ") for line in SOURCE.read_text(encoding="utf-8").splitlines()]


@cache
def plan() -> Plan:
    """The plan of the library."""
    return load_plan(KEY)


def printed_goals() -> Iterator[tuple[int, str, str]]:
    """Year, letter and wording of every goal."""
    year = 0
    for line in lines():
        if line.startswith("II. NỘI DUNG"):
            return
        if heading := YEAR_HEADING.fullmatch(line):
            year = int(heading[1])
        elif year and (goal := LETTERED.fullmatch(line)):
            yield year, goal[1], goal[2]


@cache
def printed_rows() -> tuple[Row, ...]:
    """Every row of the annexes I to III, with the groups it stands under."""
    rows: list[Row] = []
    annex, top, group = "", "", ""
    for line in lines():
        if heading := ANNEX.fullmatch(line):
            annex = heading[1]
        elif annex == "III" and (named := GROUP.fullmatch(line)):
            top = named[1] if named[1] in "ABCDE" else top
            group = top if named[1] == top else f"{top}.{named[1]}"
        elif annex in ("I", "II", "III") and (item := ITEM.fullmatch(line)):
            rows.append(Row(annex, group, tuple(cell for cell in item.groups() if cell)))
    return tuple(rows)


def rows_of(annex: str) -> list[Row]:
    """The rows of one annex."""
    return [row for row in printed_rows() if row.annex == annex]


def bodies_in(cell: str) -> tuple[str, ...]:
    """The bodies named in a cell, as spelt there."""
    return tuple(BETWEEN_BODIES.split(cell))


def lines_of(entry_lines: str) -> set[int]:
    """``65, 126-131`` as numbers."""
    numbers: set[int] = set()
    for part in entry_lines.split(", "):
        first, _, last = part.partition("-")
        numbers |= set(range(int(first), int(last or first) + 1))
    return numbers
