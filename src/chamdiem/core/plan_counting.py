"""How many entries each list of a plan file has, said at its head: so that a file cut off is noticed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from chamdiem.core.plain_data import Cursor, Plain
from chamdiem.core.plan_schema import LISTS
from chamdiem.errors import Place, Problem

COUNTS = "counts"


def counts_of(lists: Mapping[str, Any]) -> dict[str, Plain]:
    """Name of a list → how many entries it has; lists without any are left out."""
    return {name: Plain(str(len(entries))) for name, entries in lists.items() if entries}


def count_problems(entries: Mapping[str, Cursor]) -> Iterator[Problem]:
    """Where the head of a file counts other than the file; a file that counts nothing is not asked."""
    counts = entries[COUNTS].node.value if COUNTS in entries else {}
    if not isinstance(counts, dict):
        yield Problem("schema.not_a_mapping", {}, Place(path=COUNTS))
        return
    known = [listed.key for listed in LISTS]
    for name, said in counts.items():
        place = Place(path=f"{COUNTS}.{name}")
        if name not in known:
            yield Problem("schema.unknown_key", {"key": name, "allowed": ", ".join(known)}, place)
        elif not isinstance(said.value, str):
            yield Problem("schema.not_text", {}, place)
    if counts:
        for name in known:
            yield from _count_problem(name, counts[name].value if name in counts else "0", entries)


def _count_problem(name: str, said: Any, entries: Mapping[str, Cursor]) -> Iterator[Problem]:
    found = entries[name].node.value if name in entries else []
    if isinstance(found, list) and isinstance(said, str) and said != str(len(found)):
        facts = {"listed": name, "said": said, "found": str(len(found))}
        yield Problem("plan.count_differs", facts, Place(path=COUNTS))
