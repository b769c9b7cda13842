"""How long the texts of a plan may be: those of a file as those of a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chamdiem.core.improvement_plan import Entry, Measure
from chamdiem.errors import Place, Problem

# Field → so many letters at most.
_OF_ENTRIES: Mapping[str, int] = {
    "number": 20,
    "letter": 10,
    "kind": 120,
    "name": 300,
    "title": 500,
    "text": 5_000,
    "note": 5_000,
}
_OF_MEASURES: Mapping[str, int] = {"label": 500, "unit": 60}


def length_problems(entry: Entry) -> Iterator[Problem]:
    """Every text of an entry that is too long, with its path."""
    yield from _too_long(entry, _OF_ENTRIES, "")
    for index, measure in enumerate(getattr(entry, "measures", ())):
        yield from _too_long(measure, _OF_MEASURES, f".measures[{index}]")


def _too_long(thing: Entry | Measure, limits: Mapping[str, int], path: str) -> Iterator[Problem]:
    for name, most in limits.items():
        text = getattr(thing, name, None)
        if isinstance(text, str) and len(text) > most:
            facts = {"count": str(len(text)), "most": str(most), "start": text[:_SHOWN]}
            yield Problem("plan.text_too_long", facts, Place(path=f"{path}.{name}"))


_SHOWN = 40
