"""What must hold in the head of a set, and between it and the rows: levels, grades, offices, indices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from chamdiem.core.indicator_set import Grade, GradeGate, IndicatorSet
from chamdiem.core.points import Rounding, decimal_text
from chamdiem.errors import Place, Problem


def header_problems(indicator_set: IndicatorSet) -> Iterator[Problem]:
    """Every reason why the head of a set cannot be used, with its path."""
    yield from _unknown_rows(indicator_set)
    yield from _unknown_levels(indicator_set)
    yield from too_fine(indicator_set.bonus_cap, indicator_set.rounding, "set.bonus_cap")
    yield from _gate_problems(indicator_set)
    yield from _grade_problems(indicator_set)
    yield from _office_problems(indicator_set.offices)
    for number, index in enumerate(indicator_set.derived):
        if not any(term.weight for term in index.terms):
            yield Problem("set.no_weight", {"key": index.key}, Place(path=f"set.derived[{number}]"))


def unknown_level(level: str, indicator_set: IndicatorSet, path: str) -> Problem:
    """A level that the set does not declare."""
    facts = {"level": level, "allowed": ", ".join(indicator_set.levels)}
    return Problem("set.unknown_level", facts, Place(path=path))


def too_fine(points: Fraction | None, rounding: Rounding, path: str) -> Iterator[Problem]:
    """Points that are no whole number of quanta: full marks would be rounded above the maximum."""
    if points is not None and (points * rounding.quanta_per_point).denominator != 1:
        facts = {"points": decimal_text(points), "digits": str(rounding.digits)}
        yield Problem("points.finer_than_rounding", facts, Place(path=path))


def _unknown_rows(indicator_set: IndicatorSet) -> Iterator[Problem]:
    named = [(key, f"tie_break[{number}]") for number, key in enumerate(indicator_set.tie_break)]
    named += [
        (term.row, f"derived[{number}].terms[{position}].row")
        for number, index in enumerate(indicator_set.derived)
        for position, term in enumerate(index.terms)
    ]
    named += [(each.row, f"declared[{number}].row") for number, each in enumerate(indicator_set.declared)]
    named += [(gate.row, f"{path}.row") for gate, path in _gates(indicator_set)]
    for key, path in named:
        if key and key not in indicator_set.tree.by_key:
            yield Problem("set.unknown_row", {"key": key}, Place(path=f"set.{path}"))


def _unknown_levels(indicator_set: IndicatorSet) -> Iterator[Problem]:
    named = [(each.level, f"declared[{number}].level") for number, each in enumerate(indicator_set.declared)]
    named += [(gate.level, f"{path}.level") for gate, path in _gates(indicator_set)]
    for level, path in named:
        if level and level not in indicator_set.levels:
            yield unknown_level(level, indicator_set, f"set.{path}")


def _gates(indicator_set: IndicatorSet) -> Iterator[tuple[GradeGate, str]]:
    for number, grade in enumerate(indicator_set.grades):
        for position, gate in enumerate(grade.gates):
            yield gate, f"grades[{number}].gates[{position}]"


def _gate_problems(indicator_set: IndicatorSet) -> Iterator[Problem]:
    """A gate asks for one row or for every row of a level."""
    for gate, path in _gates(indicator_set):
        if bool(gate.level) == bool(gate.row):
            yield Problem("set.gate_of_row_or_level", {}, Place(path=f"set.{path}"))


def _grade_problems(indicator_set: IndicatorSet) -> Iterator[Problem]:
    """Within one peer group a name stands once, and no grade hides behind an easier one."""
    before: dict[str, list[Grade]] = {}
    for number, grade in enumerate(indicator_set.grades):
        above = before.setdefault(grade.peer_group, [])
        path = f"set.grades[{number}]"
        if any(each.name == grade.name for each in above):
            yield Problem("set.repeated_grade", {"value": grade.name}, Place(path=f"{path}.name"))
        easier = next((each for each in above if each.at_least < grade.at_least), None)
        if easier is not None:
            facts = {"value": grade.name, "other": easier.name}
            yield Problem("set.grade_out_of_order", facts, Place(path=f"{path}.at_least"))
        above.append(grade)


def _office_problems(offices: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """A spelling belongs to one office."""
    owner: dict[str, str] = {}
    for office, spellings in offices.items():
        for spelling in dict.fromkeys((office, *spellings)):
            first = owner.setdefault(spelling, office)
            if first != office:
                facts = {"value": spelling, "office": office, "other": first}
                yield Problem("set.office_twice", facts, Place(path=f"set.offices.{office}"))
