"""Points → places and grades.

Places follow the exact index value, never a rounded one. Equal ones share a
place and the next place is skipped (1-2-2-4), unless the set declares rows that
break ties.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.indicator_set import Grade, GradeGate, IndicatorSet
from chamdiem.core.scoring import ScoreSheet, Total


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """One organisation as ranking sees it; ``is_ranked`` is no for "assessed, not ranked"."""

    code: str
    index_value: Fraction
    tie_break: tuple[Fraction, ...] = ()
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
    ties = tuple(sheet.groups[key].index_value for key in indicator_set.tie_break)
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
    overall = _places(contenders)
    within: dict[str, int] = {}
    for group in {each.peer_group for each in contenders}:
        within |= _places(each for each in contenders if each.peer_group == group)
    shared = _shared(contenders)
    broken = _tie_broken(contenders, within_groups=True)
    overall_broken = _tie_broken(contenders, within_groups=False)
    return {
        each.code: Placing(
            code=each.code,
            place=within.get(each.code),
            overall=overall.get(each.code),
            is_shared=each.code in shared,
            tie_broken_by=broken.get(each.code, 0),
            overall_broken_by=overall_broken.get(each.code, 0),
        )
        for each in contenders
    }


def _key(contender: Contender) -> tuple[Fraction, ...]:
    return contender.index_value, *contender.tie_break


def _places(contenders: Iterable[Contender]) -> dict[str, int]:
    ordered = sorted((each for each in contenders if each.is_ranked), key=_key, reverse=True)
    places: dict[str, int] = {}
    for position, each in enumerate(ordered):
        before = ordered[position - 1] if position else None
        is_equal = before is not None and _key(before) == _key(each)
        places[each.code] = places[before.code] if before and is_equal else position + 1
    return places


def _shared(contenders: Iterable[Contender]) -> set[str]:
    """Codes whose place in the peer group is shared."""
    alike: dict[tuple[str, tuple[Fraction, ...]], list[str]] = {}
    for each in contenders:
        if each.is_ranked:
            alike.setdefault((each.peer_group, _key(each)), []).append(each.code)
    return {code for codes in alike.values() if len(codes) > 1 for code in codes}


def _tie_broken(contenders: Iterable[Contender], *, within_groups: bool) -> dict[str, int]:
    """For equal index values: the first tie-break row in which they differ."""
    alike: dict[tuple[str, Fraction], list[Contender]] = {}
    for each in contenders:
        if each.is_ranked:
            group = each.peer_group if within_groups else ""
            alike.setdefault((group, each.index_value), []).append(each)
    broken: dict[str, int] = {}
    for equals in alike.values():
        for each in equals:
            others = [other for other in equals if other.tie_break != each.tie_break]
            positions = [_first_difference(each.tie_break, other.tie_break) for other in others]
            if positions:
                broken[each.code] = max(positions)
    return broken


def _first_difference(left: tuple[Fraction, ...], right: tuple[Fraction, ...]) -> int:
    pairs = enumerate(zip(left, right, strict=True), start=1)
    return next((position for position, (a, b) in pairs if a != b), 0)


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
