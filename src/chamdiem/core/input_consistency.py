"""What must hold of the inputs of a row, and between figures that are taken from each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chamdiem.core.contradiction import ALL_KEYS, Contradiction, contradiction
from chamdiem.core.figures import Figure, figure_key
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import NUMBER_TYPES, Input
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk


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
        yield from _of_keys(letter, given, at)
        yield from _of_marks(row, letter, at)


def repeated_figures(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    """Two rows whose figures have the same key: ``1.a`` as a row, and letter a of row 1."""
    first: dict[str, str] = {}
    for row in indicator_set.rows:
        for letter in row.inputs:
            at = f"rows[{row.key}].inputs.{letter}"
            key = figure_key(row, letter)
            other = first.setdefault(key, at)
            if other != at:
                roles = (f"rows[{row.key}].role", f"{other.partition(']')[0]}].role")
                yield contradiction(at, "input.repeated_figure", *roles, figure=key, other=other)


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


def _of_keys(letter: str, given: Input, at: str) -> Iterator[Contradiction]:
    """Keys that mean nothing for the type of the input, or beside ``from``."""
    reads = (f"{at}.type", f"{at}.from")
    for name in _idle(given) if given.source else _unfitting(given):
        path = f"{at}.{name}"
        if given.source:
            facts = {"letter": letter, "name": name, "figure": given.source}
            yield contradiction(path, "input.idle_key", *reads, **facts)
        else:
            yield contradiction(path, "input.unfitting", *reads, letter=letter, name=name, kind=given.type)


def _of_marks(row: Row, letter: str, at: str) -> Iterator[Contradiction]:
    """A letter that a mark brings itself, with its own bounds and steps."""
    rules = walk(row.rule) if row.rule is not None else ()
    if any(isinstance(rule, ManualRule) and letter in rule.letters for rule in rules):
        yield contradiction(at, "input.brought_by_rule", f"rows[{row.key}].rule*", letter=letter)


def _idle(given: Input) -> Iterator[str]:
    """Keys that the figure itself decides, wherever it is asked."""
    if given.type != "whole":
        yield "type"
    if given.maximum is not None:
        yield "max"
    if given.decimals:
        yield "decimals"
    if given.since is not None:
        yield "since"


def _unfitting(given: Input) -> Iterator[str]:
    """Keys that mean nothing for the type of the input."""
    if given.type not in NUMBER_TYPES:
        if given.minimum != 0:
            yield "min"
        if given.maximum is not None:
            yield "max"
    if given.decimals and given.type != "decimal":
        yield "decimals"
    if given.since is not None and given.type != "date":
        yield "since"
