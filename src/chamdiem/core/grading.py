"""Index values → grades (xếp loại): the best one reached, and what keeps better ones away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.indicator_set import Grade, GradeGate, IndicatorSet
from chamdiem.core.labels import plain
from chamdiem.core.measuring import measured
from chamdiem.core.scoring import ScoreSheet


@dataclass(frozen=True, slots=True)
class UnmetGate:
    """A row whose index value does not reach what a grade asks of it."""

    row: str
    index_value: Fraction
    at_least: Fraction


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A grade whose index value is reached, and the gates that keep it away."""

    grade: str
    gates: tuple[UnmetGate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """The grade reached, and what the next better one still needs."""

    grade: Grade | None
    next_grade: Grade | None = None
    lacking: Fraction = Fraction(0)
    held_back: tuple[HeldBack, ...] = ()


def grade(indicator_set: IndicatorSet, sheet: ScoreSheet, peer_group: str = "") -> Graded:
    """The best grade whose index value and gates are reached.

    A grade of the peer group itself stands in place of the common grade of the
    same name; the other common ones hold for everybody. ``lacking`` is the index value that ``next_grade``
    still needs; ``held_back`` names every better grade whose index value is reached and whose gates are not.
    """
    better: Grade | None = None
    held_back: list[HeldBack] = []
    if not sheet.total.maximum:
        return Graded(grade=None)
    for candidate in grades_for(indicator_set, peer_group):
        if sheet.index_value >= candidate.at_least:
            unmet = tuple(_unmet(indicator_set, sheet, candidate))
            if not unmet:
                return _graded(sheet, candidate, better, held_back)
            held_back.append(HeldBack(candidate.name, unmet))
        better = candidate
    return _graded(sheet, None, better, held_back)


def grades_for(indicator_set: IndicatorSet, peer_group: str) -> list[Grade]:
    """The grades of a peer group, best first: its own, and the common ones of other names.

    Capitals and blanks do not tell two groups apart.
    """
    group = plain(peer_group)
    own = [each for each in indicator_set.grades if group and plain(each.peer_group) == group]
    replaced = {each.name for each in own}
    common = [each for each in indicator_set.grades if not each.peer_group and each.name not in replaced]
    return sorted((*own, *common), key=lambda each: each.at_least, reverse=True)


def _graded(
    sheet: ScoreSheet, reached: Grade | None, better: Grade | None, held_back: Sequence[HeldBack]
) -> Graded:
    lacking = max(Fraction(0), better.at_least - sheet.index_value) if better else Fraction(0)
    return Graded(grade=reached, next_grade=better, lacking=lacking, held_back=tuple(held_back))


def _unmet(indicator_set: IndicatorSet, sheet: ScoreSheet, candidate: Grade) -> Iterator[UnmetGate]:
    """The rows that do not reach a gate; rows that do not apply pass."""
    for gate in candidate.gates:
        for key in gated_rows(indicator_set, gate):
            total = measured(indicator_set, sheet, key)
            if total.maximum and total.index_value < gate.at_least:
                yield UnmetGate(key, total.index_value, gate.at_least)


def gated_rows(indicator_set: IndicatorSet, gate: GradeGate) -> list[str]:
    """Keys of the rows a gate asks of: of a level what is scored, and single conditions."""
    if gate.row:
        return [gate.row]
    measures = indicator_set.tree.measures
    return [
        row.key
        for row in indicator_set.rows
        if row.level == gate.level
        and (measures[row.key] == "scored" or (row.role == "condition" and row.is_criterion))
    ]
