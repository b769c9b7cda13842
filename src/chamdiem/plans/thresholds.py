"""A way to win points → the figures that say whether it was gone: from what is now to what shall be.

They are called as the readings of a result are, so that the next published result feeds them.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from chamdiem.analysis.standpoint import Changes, Standpoint
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Term, letters_in
from chamdiem.core.inputs import NUMBER_TYPES, PERCENT
from chamdiem.core.trials.edges import Edge, list_turns
from chamdiem.plans.editing import MeasureDraft
from chamdiem.plans.feeding import figure_label, first_ratio, points_label, points_unit, ratio_label, share_of
from chamdiem.results.score_sheets import SheetLine

# A share that no threshold of the rule asks for is named to a hundredth of a percent.
_FINE = 10_000


def measures_of(
    standpoint: Standpoint, line: SheetLine, changes: Changes, points: Fraction
) -> list[MeasureDraft]:
    """The share a rule asks for, and the numbers that are to change, as a report and a dossier give them.

    A share no rule asks for only where the numbers have no unit; the points where nothing else says it,
    as for a yes.

    Args:
        standpoint: Where the organisation stands.
        line: The criterion, with its points.
        changes: Figure key → the stored integer it shall have; empty where nobody can say how.
        points: What the way wins at the criterion.
    """
    found: list[MeasureDraft] = []
    if changes:
        criterion = standpoint.criteria[line.row.key]
        numbers = _numbers(standpoint, changes)
        found = [*_share(standpoint, criterion, changes, is_any=not numbers), *numbers]
    if found:
        return found
    wanted = (line.points or Fraction(0)) + points
    label = points_label(standpoint.indicator_set, line.row.key)
    return [MeasureDraft(label=label, operator="at_least", threshold=wanted, unit=points_unit())]


def _share(
    standpoint: Standpoint, criterion: Criterion, changes: Changes, *, is_any: bool
) -> list[MeasureDraft]:
    """The share a rule asks for on this way; where ``is_any``, else the one that comes out."""
    term = first_ratio(criterion)
    if term is None or not _moves(criterion, term, changes):
        return []
    before = share_of(criterion, term, standpoint.answers)
    after = share_of(criterion, term, {**standpoint.answers, **changes})
    if before is None or after is None or before == after:
        return []
    aim = _asked(criterion, term, before, after)
    if aim is None and is_any:
        aim = _rounded(after, 1 if after > before else -1)
    if aim is None:
        return []
    return [
        MeasureDraft(
            label=ratio_label(standpoint.indicator_set, criterion.row.key),
            operator="at_least" if after > before else "at_most",
            threshold=aim * 100,
            unit=PERCENT,
        )
    ]


def _moves(criterion: Criterion, term: Term, changes: Changes) -> bool:
    letters = criterion.letters
    moved = {letter for letter, key in zip(letters.inputs, letters.figures, strict=True) if key in changes}
    return bool(moved.intersection(letters_in(term)))


def _asked(criterion: Criterion, term: Term, before: Fraction, after: Fraction) -> Fraction | None:
    """What the rule asks for on this way: the last threshold passed; None where there is none."""
    edges = {turn.threshold for turn in list_turns(criterion) if isinstance(turn, Edge) and turn.term == term}
    if after > before:
        return max((each for each in edges if before < each <= after), default=None)
    return min((each for each in edges if after <= each < before), default=None)


def _rounded(share: Fraction, sign: int) -> Fraction:
    """To a hundredth of a percent, never more than what comes out: down, or up with a ``sign`` of -1."""
    return Fraction(sign * floor(sign * share * _FINE), _FINE)


def _numbers(standpoint: Standpoint, changes: Changes) -> list[MeasureDraft]:
    """A number for each figure; none where a figure is no number, or has no unit."""
    given = {key: standpoint.input(key) for key in changes}
    if not all(each.type in NUMBER_TYPES and each.unit for each in given.values()):
        return []
    return [
        MeasureDraft(
            label=figure_label(standpoint.indicator_set, standpoint.row_of(key), given[key]),
            operator="at_least" if value > (standpoint.answers[key] or 0) else "at_most",
            threshold=Fraction(value, given[key].scale),
            unit=given[key].unit,
        )
        for key, value in changes.items()
    ]
