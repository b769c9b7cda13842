"""What must hold of the inputs of a row, and between figures that are taken from each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chamdiem.core.contradiction import ALL_KEYS, Contradiction, contradiction
from chamdiem.core.figures import Figure, figure_key
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import NUMBER_TYPES, Input


def input_contradictions(
    row: Row, indicator_set: IndicatorSet, figures: Mapping[str, Figure]
) -> Iterator[Contradiction]:
    """Every reason why the inputs of a row cannot be used."""
    for letter, given in row.inputs.items():
        at = f"rows[{row.key}].inputs.{letter}"
        yield from _of_source(row, letter, indicator_set, figures)
        if given.minimum is not None and given.maximum is not None and given.minimum > given.maximum:
            yield contradiction(at, "input.empty_range", f"{at}.min", f"{at}.max", letter=letter)
        if given.type == "date" and given.since is None and not given.source:
            reads = (f"{at}.type", f"{at}.since", f"{at}.from")
            yield contradiction(at, "input.date_without_since", *reads, letter=letter)
        for name in _unfitting(given):
            reads = (f"{at}.type", f"{at}.from")
            yield contradiction(
                f"{at}.{name}", "input.unfitting", *reads, letter=letter, name=name, kind=given.type
            )


def circles(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    """Figures taken from each other in a circle, told once where the first of them stands."""
    paths = _paths(indicator_set)
    sources = _sources(indicator_set)
    seen: set[str] = set()
    for start in sources:
        trail: list[str] = []
        key = start
        while key in sources and key not in seen:
            seen.add(key)
            trail.append(key)
            key = sources[key]
        members = trail[trail.index(key) :] if key in trail else []
        if len(members) > 1:
            told = " → ".join((*members, members[0]))
            reads = tuple(f"{paths[member]}.from" for member in members)
            yield contradiction(reads[0], "input.circle", *reads, figures=told)


def _of_source(
    row: Row, letter: str, indicator_set: IndicatorSet, figures: Mapping[str, Figure]
) -> Iterator[Contradiction]:
    source = row.inputs[letter].source
    at = f"rows[{row.key}].inputs.{letter}.from"
    if not source or source in figures:
        return
    if source == figure_key(row, letter):
        yield contradiction(at, "input.own_source", letter=letter)
        return
    origin = _origin(source, _sources(indicator_set))
    if origin is None:
        reads = (ALL_KEYS, *_reads_of_figure(source))
        yield contradiction(at, "input.unknown_figure", *reads, letter=letter, figure=source)
    elif origin in figures:
        reads = (f"{_paths(indicator_set)[source]}.from",)
        yield contradiction(at, "input.taken_twice", *reads, letter=letter, figure=source, origin=origin)


def _origin(source: str, sources: Mapping[str, str]) -> str | None:
    """Where a figure that is itself taken from another comes from in the end; None for no such figure."""
    if source not in sources:
        return None
    seen: set[str] = set()
    while source in sources and source not in seen:
        seen.add(source)
        source = sources[source]
    return source


def _sources(indicator_set: IndicatorSet) -> dict[str, str]:
    """Every figure that is taken from another → that other one."""
    return {
        figure_key(row, letter): given.source
        for row in indicator_set.rows
        for letter, given in row.inputs.items()
        if given.source
    }


def _paths(indicator_set: IndicatorSet) -> dict[str, str]:
    return {
        figure_key(row, letter): f"rows[{row.key}].inputs.{letter}"
        for row in indicator_set.rows
        for letter in row.inputs
    }


def _reads_of_figure(figure: str) -> Iterator[str]:
    """The places that would make a figure: general information, or the letter of a row."""
    row, _, letter = figure.rpartition(".")
    for key, name in ((figure, "v"), (row, letter)):
        yield from (f"rows[{key}].inputs.{name}.type", f"rows[{key}].inputs.{name}.from", f"rows[{key}].role")
        if name.startswith("points"):
            yield f"rows[{key}].rule*"


def _unfitting(given: Input) -> Iterator[str]:
    """Keys that mean nothing for the type of the input."""
    if given.source:
        return
    if given.type not in NUMBER_TYPES:
        if given.minimum != 0:
            yield "min"
        if given.maximum is not None:
            yield "max"
    if given.decimals and given.type != "decimal":
        yield "decimals"
    if given.since is not None and given.type != "date":
        yield "since"
