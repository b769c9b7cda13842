"""What does not fit together in a set, and which places of its file say so."""

from __future__ import annotations

from dataclasses import dataclass

from chamdiem.errors import Place, Problem

# Read by whoever misses a row: one whose key is unreadable may be the one meant.
ALL_KEYS = "rows[*].key"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A problem between places that can each be read.

    ``reads`` are the paths it follows from, beside its own. Where one of them
    could not be read the problem is only a consequence. A path that ends in
    ``*`` also stands for everything below it.
    """

    problem: Problem
    reads: tuple[str, ...] = ()


def contradiction(path: str, code: str, /, *reads: str, **facts: str) -> Contradiction:
    """A contradiction at a path, with the facts of its problem."""
    return Contradiction(Problem(code, facts, Place(path=path)), reads)
