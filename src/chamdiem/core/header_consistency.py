"""What must hold in the head of a set, and between it and the rows: levels, grades, offices, indices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from chamdiem.core.contradiction import ALL_KEYS, Contradiction, contradiction
from chamdiem.core.indicator_set import DerivedIndex, Grade, GradeGate, IndicatorSet
from chamdiem.core.labels import plain
from chamdiem.core.measures import Measure
from chamdiem.core.points import Rounding, decimal_text


def header_contradictions(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    """Every reason why the head of a set cannot be used, with its path."""
    yield from _unknown_rows(indicator_set)
    yield from _unmeasured_rows(indicator_set)
    yield from _unknown_levels(indicator_set)
    yield from too_fine(indicator_set.bonus_cap, indicator_set.rounding, "set.bonus_cap")
    yield from _of_gates(indicator_set)
    yield from _of_grades(indicator_set)
    yield from _of_offices(indicator_set.offices)
    yield from _of_derived(indicator_set.derived)
    yield from _repeated(indicator_set.tie_break, "set.repeated_tie_break", "set.tie_break[{}]")
    findings = [each.finding for each in indicator_set.acknowledged]
    yield from _repeated(findings, "set.repeated_acknowledgement", "set.acknowledged[{}].finding")


def unknown_level(level: str, indicator_set: IndicatorSet, path: str) -> Contradiction:
    """A level that the set does not declare."""
    allowed = ", ".join(indicator_set.levels)
    return contradiction(path, "set.unknown_level", "set.levels", level=level, allowed=allowed)


def too_fine(points: Fraction | None, rounding: Rounding, path: str) -> Iterator[Contradiction]:
    """Points that are no whole number of quanta: full marks would be rounded above the maximum."""
    if points is not None and (points * rounding.quanta_per_point).denominator != 1:
        facts = {"points": decimal_text(points), "digits": str(rounding.digits)}
        yield contradiction(path, "points.finer_than_rounding", "set.rounding.digits", **facts)


def _repeated(values: Iterable[str], code: str, path: str) -> Iterator[Contradiction]:
    """Every value that stands in a list for the second time; ``path`` takes its position."""
    first: dict[str, int] = {}
    for number, value in enumerate(values):
        before = first.setdefault(value, number)
        if before != number:
            yield contradiction(path.format(number), code, path.format(before), value=value)


# Where the head names rows, and by what a row named there may be measured: it would count for nothing else.
_MEASURES: Mapping[str, tuple[Measure, ...]] = {
    "gate": ("scored", "bonus", "condition"),
    "tie": ("scored", "bonus", "deduction"),
    "term": ("scored",),
}


def _named_rows(indicator_set: IndicatorSet) -> dict[str, list[tuple[str, str]]]:
    """Use → the keys named for it, each with its path."""
    ties = [(key, f"set.tie_break[{number}]") for number, key in enumerate(indicator_set.tie_break)]
    terms = [
        (term.row, f"set.derived[{number}].terms[{position}].row")
        for number, index in enumerate(indicator_set.derived)
        for position, term in enumerate(index.terms)
    ]
    counts = [(each.row, f"set.declared[{number}].row") for number, each in enumerate(indicator_set.declared)]
    gates = [(gate.row, f"set.{path}.row") for gate, path in _gates(indicator_set)]
    return {"tie": ties, "term": terms, "declared": counts, "gate": gates}


def _unknown_rows(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    for named in _named_rows(indicator_set).values():
        for key, path in named:
            if key and key not in indicator_set.tree.by_key:
                yield contradiction(path, "set.unknown_row", ALL_KEYS, key=key)


def _unmeasured_rows(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    """Rows that would count for nothing where they are named."""
    tree, named = indicator_set.tree, _named_rows(indicator_set)
    for use, measures in _MEASURES.items():
        code = {
            "gate": "set.unmeasured_gate",
            "tie": "set.unmeasured_tie",
            "term": "set.unmeasured_term",
        }[use]
        for key, path in named[use]:
            if key in tree.by_key and indicator_set.tree.measures[key] not in measures:
                rows = [f"rows[{each}]*" for each in (key, *(row.key for row in tree.below(key)))]
                yield contradiction(path, code, ALL_KEYS, "set.levels", *rows, key=key)


def _unknown_levels(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    named = [(each.level, f"declared[{number}].level") for number, each in enumerate(indicator_set.declared)]
    named += [(gate.level, f"{path}.level") for gate, path in _gates(indicator_set)]
    for level, path in named:
        if level and level not in indicator_set.levels:
            yield unknown_level(level, indicator_set, f"set.{path}")


def _gates(indicator_set: IndicatorSet) -> Iterator[tuple[GradeGate, str]]:
    for number, grade in enumerate(indicator_set.grades):
        for position, gate in enumerate(grade.gates):
            yield gate, f"grades[{number}].gates[{position}]"


def _of_gates(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    """A gate asks for one row or for every row of a level."""
    for gate, path in _gates(indicator_set):
        if bool(gate.level) == bool(gate.row):
            at = f"set.{path}"
            yield contradiction(at, "set.gate_of_row_or_level", f"{at}.level", f"{at}.row")


def _of_grades(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    """Within one peer group a name stands once, and every grade asks for less than the one before.

    Groups that differ in capitals or blanks are read as one wherever organisations name them.
    """
    before: dict[str, list[tuple[str, Grade]]] = {}
    for number, grade in enumerate(indicator_set.grades):
        above = before.setdefault(plain(grade.peer_group), [])
        at = f"set.grades[{number}]"
        for path, each in above:
            groups = (f"{at}.peer_group", f"{path}.peer_group")
            if plain(each.name) == plain(grade.name):
                reads = (*groups, f"{path}.name")
                yield contradiction(f"{at}.name", "set.repeated_grade", *reads, value=grade.name)
            if each.at_least <= grade.at_least:
                equal = each.at_least == grade.at_least
                code = "set.equal_grades" if equal else "set.grade_out_of_order"
                reads = (*groups, f"{path}.at_least")
                facts = {"value": grade.name, "other": each.name}
                yield contradiction(f"{at}.at_least", code, *reads, **facts)
        above.append((at, grade))


def _of_offices(offices: Mapping[str, tuple[str, ...]]) -> Iterator[Contradiction]:
    """A spelling belongs to one office."""
    owner: dict[str, str] = {}
    for office, spellings in offices.items():
        at = f"set.offices.{office}"
        for path, spelling in ((at, office), *((f"{at}[{n}]", each) for n, each in enumerate(spellings))):
            first = owner.setdefault(spelling, office)
            if first != office:
                yield contradiction(path, "set.office_twice", value=spelling, office=office, other=first)


def _of_derived(derived: tuple[DerivedIndex, ...]) -> Iterator[Contradiction]:
    yield from _repeated([index.key for index in derived], "set.repeated_index", "set.derived[{}].key")
    for number, index in enumerate(derived):
        at = f"set.derived[{number}]"
        if not any(term.weight for term in index.terms):
            weights = [f"{at}.terms[{place}].weight" for place in range(len(index.terms))]
            yield contradiction(at, "set.no_weight", f"{at}.terms", f"{at}.key", *weights, key=index.key)
        path = f"{at}.terms[{{}}].row"
        yield from _repeated([term.row for term in index.terms], "set.repeated_term", path)
