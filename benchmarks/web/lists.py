"""Claim: any list page costs a constant number of queries and ≤ 150 ms at the server, for every role.

Yardstick: the same page with 150 organisations. A count of queries that differs fails the run;
so does a page that is open to a role at one size and closed at the other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass

from benchmarks.measuring import Claim, milliseconds, tell
from benchmarks.web.campaigns import FEW, MANY, installation_with

_MOST_SECONDS = 0.150


@dataclass(frozen=True, slots=True)
class _Visit:
    page: str
    role: str
    status: int
    queries: int = 0
    seconds: float = 0.0


def claims() -> list[Claim]:
    """One row for each page, at the role that waits longest; then the gate."""
    few, many = (_visits(count) for count in (FEW, MANY))
    by_page: dict[str, list[_Visit]] = defaultdict(list)
    for visit in many.values():
        if visit.status == 200:
            by_page[visit.page].append(visit)
    differing = [_difference(few[place], many[place]) for place in many if _differs(few[place], many[place])]
    return [
        *(_claim(page, visits) for page, visits in by_page.items()),
        Claim(
            f"Pages and roles where the number of queries differs between {FEW} and {MANY:,} organisations",
            "0",
            str(len(differing)),
            not differing,
            "; ".join(differing) or f"{len(many)} pages × roles, {sum(map(len, by_page.values()))} open",
        ),
    ]


def _visits(count: int) -> dict[tuple[str, str], _Visit]:
    tell(f"opening every page as every role at {count:,} organisations")
    lines = installation_with(count).run("-m", "benchmarks.web", "visits").splitlines()
    visits = [_Visit(**json.loads(line)) for line in lines]
    return {(each.page, each.role): each for each in visits}


def _claim(page: str, visits: list[_Visit]) -> Claim:
    slowest = max(visits, key=lambda each: each.seconds)
    counts = sorted({each.queries for each in visits})
    asked = str(counts[0]) if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
    return Claim(
        f"`{page}` at {MANY:,} organisations",
        "≤ 150 ms",
        milliseconds(slowest.seconds),
        slowest.seconds <= _MOST_SECONDS,
        f"{asked} queries; {len(visits)} roles, slowest: {slowest.role}",
    )


def _differs(few: _Visit, many: _Visit) -> bool:
    return (few.status, few.queries) != (many.status, many.queries)


def _difference(few: _Visit, many: _Visit) -> str:
    if few.status != many.status:
        return f"`{few.page}` {few.role}: status {few.status}, then {many.status}"
    return f"`{few.page}` {few.role}: {few.queries}, then {many.queries}"
