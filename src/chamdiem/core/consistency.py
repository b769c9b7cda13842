"""What must hold across the rows of a set before it can be used at all.

These are refusals; what is merely wrong in the document is for ``lint``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chamdiem.core.contradiction import ALL_KEYS, Contradiction, contradiction
from chamdiem.core.figures import Figure, list_figures
from chamdiem.core.header_consistency import header_contradictions, too_fine, unknown_level
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.input_consistency import circles, input_contradictions, repeated_figures
from chamdiem.core.rule_consistency import Reading, rule_contradictions


def contradictions(indicator_set: IndicatorSet) -> Iterator[Contradiction]:
    """Every reason why a set cannot be used, each with its path."""
    yield from header_contradictions(indicator_set)
    figures = list_figures(indicator_set)
    yield from circles(indicator_set)
    yield from repeated_figures(indicator_set)
    for row in indicator_set.rows:
        yield from _of_row(row, indicator_set, figures)


def _of_row(row: Row, indicator_set: IndicatorSet, figures: Mapping[str, Figure]) -> Iterator[Contradiction]:
    at = f"rows[{row.key}]"
    if row.level not in indicator_set.levels:
        yield unknown_level(row.level, indicator_set, f"{at}.level")
    yield from _of_sharing(row, indicator_set, at)
    yield from input_contradictions(row, indicator_set, figures)
    reading = Reading(row, indicator_set, figures)
    if row.rule is not None:
        if row.role == "information":
            yield contradiction(f"{at}.rule", "row.information_scored", f"{at}.role", key=row.key)
        if row.max_points is None and row.role != "condition":
            yield contradiction(f"{at}.max_points", "row.rule_without_maximum", f"{at}.role", key=row.key)
        yield from too_fine(row.max_points, indicator_set.rounding, f"{at}.max_points")
    yield from rule_contradictions(reading)
    yield from _of_cases(row, reading, at)


def _of_sharing(row: Row, indicator_set: IndicatorSet, at: str) -> Iterator[Contradiction]:
    if not row.shares_maximum_of:
        return
    path = f"{at}.shares_maximum_of"
    other = indicator_set.tree.by_key.get(row.shares_maximum_of)
    if other is None or not other.is_criterion:
        hidden = ALL_KEYS if other is None else f"rows[{other.key}].rule"
        yield contradiction(path, "row.shares_with_nothing", hidden, key=row.key, other=row.shares_maximum_of)
    if row.rule is not None or row.max_points is not None:
        yield contradiction(path, "row.shared_but_own", key=row.key)


def _of_cases(row: Row, reading: Reading, at: str) -> Iterator[Contradiction]:
    for index, case in enumerate(row.cases):
        path = f"{at}.cases[{index}]"
        named = [(letter, f"{path}.given.{letter}") for letter in case.given]
        named += [
            (letter, f"{path}.others[{place}].{letter}")
            for place, other in enumerate(case.others)
            for letter in other
        ]
        for letter, where in named:
            if letter not in reading.inputs:
                yield contradiction(
                    where,
                    "case.unknown_letter",
                    *reading.reads_of_letters(letter),
                    letter=letter,
                    known=", ".join(reading.inputs),
                )
        if (case.points is None) == (case.status == "scored"):
            yield contradiction(
                path, "case.points_or_status", f"{path}.points", f"{path}.status", key=row.key
            )
