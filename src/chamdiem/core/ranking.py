"""Points → places and grades.

Places follow the exact index value, never a rounded one. Equal ones share a
place and the next place is skipped (1-2-2-4), unless the set declares rows that
break ties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import Grade, GradeGate, IndicatorSet
from chamdiem.core.scoring import ScoreSheet, Total


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """One organisation as ranking sees it; ``is_ranked`` is no for "assessed, not ranked".

    ``tie_break`` has the index value of each tie-break row, None where nothing of it applies.
    """

    code: str
    index_value: Fraction
    tie_break: tuple[Fraction | None, ...] = ()
    peer_group: str = ""
    is_ranked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where an organisation stands: in its peer group and among all."""

    code: str
    place: int | None
    overall: int | None
    is_shared: bool = False
    # Position (from 1) of the tie-break row that parted it from an equal index value,
    # in its peer group and among all.
    tie_broken_by: int = 0
    overall_broken_by: int = 0
    # Positions of the rows that parted nobody here, for nothing of them applies to one of the equals.
    tie_left_out: tuple[int, ...] = ()
    overall_left_out: tuple[int, ...] = ()


def contender(
    indicator_set: IndicatorSet,
    sheet: ScoreSheet,
    code: str,
    *,
    peer_group: str = "",
    is_ranked: bool = True,
) -> Contender:
    """A score sheet as a contender, with the rows that break ties.

    Rows break ties as index values, like the ranking itself: what does not apply
    to an organisation must not put it behind.
    """
    totals = [sheet.groups[key] for key in indicator_set.tie_break]
    ties = tuple(total.index_value if total.maximum else None for total in totals)
    return Contender(
        code=code,
        index_value=sheet.index_value,
        tie_break=ties,
        peer_group=peer_group,
        # Where nothing applies there is nothing to rank by.
        is_ranked=is_ranked and sheet.total.maximum > 0,
    )


def rank(contenders: Sequence[Contender]) -> dict[str, Placing]:
    """Place every contender in its peer group and overall.

    Args:
        contenders: Any order; codes are unique.

    Returns:
        Placing by code, in the order given; the place is None for those not ranked.

    Example:
        >>> four = [Contender(code=c, index_value=Fraction(i, 4)) for c, i in
        ...         (("a", 4), ("b", 3), ("c", 3), ("d", 1))]
        >>> [placing.place for placing in rank(four).values()]
        [1, 2, 2, 4]
    """
    overall = _Order.of(contenders)
    within = {
        group: _Order.of(each for each in contenders if each.peer_group == group)
        for group in {each.peer_group for each in contenders}
    }
    return {each.code: _placing(each.code, within[each.peer_group], overall) for each in contenders}


def _placing(code: str, within: _Order, overall: _Order) -> Placing:
    return Placing(
        code=code,
        place=within.places.get(code),
        overall=overall.places.get(code),
        is_shared=code in within.shared,
        tie_broken_by=within.parted_by.get(code, 0),
        overall_broken_by=overall.parted_by.get(code, 0),
        tie_left_out=within.left_out.get(code, ()),
        overall_left_out=overall.left_out.get(code, ()),
    )


@dataclass(slots=True)
class _Order:
    """Everybody who is ranked, in order: places, and what tie-break rows did to them, by code."""

    places: dict[str, int] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    parted_by: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, contenders: Iterable[Contender]) -> _Order:
        """The order of these contenders."""
        order = cls()
        ranked = [each for each in contenders if each.is_ranked]
        for equals in _descending(ranked, lambda each: each.index_value):
            order._part(equals, 0)
        return order

    def _part(self, equals: list[Contender], passed: int) -> None:
        """Place those who are equal so far, by the tie-break rows after so many."""
        if len(equals) == 1 or passed == len(equals[0].tie_break):
            self._place(equals)
            return
        shares = [each.tie_break[passed] for each in equals]
        known = [share for share in shares if share is not None]
        if len(known) == len(shares):
            parts = _descending(equals, lambda each: each.tie_break[passed] or Fraction(0))
        else:
            # Nothing of the row applies to one of them: it puts nobody before or behind another.
            parts = [equals]
        for each in equals:
            if len(parts) > 1:
                self.parted_by[each.code] = passed + 1
            elif 0 < len(known) < len(shares):
                self.left_out[each.code] = (*self.left_out.get(each.code, ()), passed + 1)
        for part in parts:
            self._part(part, passed + 1)

    def _place(self, equals: list[Contender]) -> None:
        place = len(self.places) + 1
        self.places |= {each.code: place for each in equals}
        if len(equals) > 1:
            self.shared |= {each.code for each in equals}


def _descending(
    contenders: Iterable[Contender], value: Callable[[Contender], Fraction]
) -> list[list[Contender]]:
    """Contenders of one value together, the highest first."""
    alike: dict[Fraction, list[Contender]] = {}
    for each in contenders:
        alike.setdefault(value(each), []).append(each)
    return [alike[each] for each in sorted(alike, reverse=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """The grade reached, and what the next better one still needs."""

    grade: Grade | None
    next_grade: Grade | None = None
    lacking: Fraction = Fraction(0)
    failed_gates: tuple[str, ...] = ()


def grade(indicator_set: IndicatorSet, sheet: ScoreSheet, peer_group: str = "") -> Graded:
    """The best grade whose index value and gates are reached.

    A grade of the peer group itself stands in place of the common grade of the
    same name; the other common ones hold for everybody. ``failed_gates`` names the rows that keep the
    organisation from ``next_grade``; ``lacking`` is the index value it is short of.
    """
    better: Grade | None = None
    if not sheet.total.maximum:
        return Graded(grade=None)
    for candidate in grades_for(indicator_set, peer_group):
        if sheet.index_value >= candidate.at_least and not _failed(indicator_set, sheet, candidate):
            return _graded(indicator_set, sheet, candidate, better)
        better = candidate
    return _graded(indicator_set, sheet, None, better)


def grades_for(indicator_set: IndicatorSet, peer_group: str) -> list[Grade]:
    """The grades of a peer group, best first: its own, and the common ones of other names."""
    own = [each for each in indicator_set.grades if peer_group and each.peer_group == peer_group]
    replaced = {each.name for each in own}
    common = [each for each in indicator_set.grades if not each.peer_group and each.name not in replaced]
    return sorted((*own, *common), key=lambda each: each.at_least, reverse=True)


def _graded(
    indicator_set: IndicatorSet, sheet: ScoreSheet, reached: Grade | None, better: Grade | None
) -> Graded:
    if better is None:
        return Graded(grade=reached)
    lacking = max(Fraction(0), better.at_least - sheet.index_value)
    failed = _failed(indicator_set, sheet, better)
    return Graded(grade=reached, next_grade=better, lacking=lacking, failed_gates=failed)


def _failed(indicator_set: IndicatorSet, sheet: ScoreSheet, candidate: Grade) -> tuple[str, ...]:
    """Keys of the rows that do not reach a gate; rows that do not apply pass."""
    return tuple(
        key
        for gate in candidate.gates
        for key in gated_rows(indicator_set, gate)
        if _falls_short(sheet, key, gate.at_least)
    )


def _falls_short(sheet: ScoreSheet, key: str, least: Fraction) -> bool:
    total = sheet.groups[key]
    outcome = sheet.outcomes.get(key)
    # A condition brings nothing into the sums: its own outcome tells whether it is met.
    if not total.maximum and outcome and outcome.status is not Status.NOT_APPLICABLE:
        total = Total(outcome.points, outcome.maximum)
    return bool(total.maximum) and total.index_value < least


def gated_rows(indicator_set: IndicatorSet, gate: GradeGate) -> list[str]:
    """Keys of the rows a gate asks of."""
    if gate.row:
        return [gate.row]
    rows = indicator_set.rows
    return [row.key for row in rows if row.level == gate.level and row.role in ("scored", "condition")]
