"""Points → places.

Places follow the exact index value, never a rounded one. Equal ones share a
place and the next place is skipped (1-2-2-4), unless the set declares rows that
break ties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.measuring import measured, tie_value
from chamdiem.core.scoring import ScoreSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """One organisation as ranking sees it; ``is_ranked`` is no for "assessed, not ranked".

    ``tie_break`` has for each tie-break row by what it parts equals (``measures.tie_value``), the highest
    first; None where nothing of it applies.
    """

    code: str
    index_value: Fraction
    tie_break: tuple[Fraction | None, ...] = ()
    peer_group: str = ""
    is_ranked: bool = True


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The codes of those one place above and one place below."""

    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


NOBODY = Neighbours()


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
    # Whom that row parted it from: the equals next to it, in its peer group and among all.
    parted_from: Neighbours = NOBODY
    overall_parted_from: Neighbours = NOBODY
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

    What is scored breaks ties by its index value, like the ranking itself: what does not apply
    to an organisation must not put it behind. Bonuses and deductions do by their points.
    """
    ties = tuple(
        tie_value(indicator_set.tree.measures[key], measured(indicator_set, sheet, key))
        for key in indicator_set.tie_break
    )
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
        parted_from=within.parted_from.get(code, NOBODY),
        overall_parted_from=overall.parted_from.get(code, NOBODY),
        tie_left_out=within.left_out.get(code, ()),
        overall_left_out=overall.left_out.get(code, ()),
    )


@dataclass(slots=True)
class _Order:
    """Everybody who is ranked, in order: places, and what tie-break rows did to them, by code."""

    places: dict[str, int] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    parted_by: dict[str, int] = field(default_factory=dict)
    parted_from: dict[str, Neighbours] = field(default_factory=dict)
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
        if len(parts) > 1:
            self._tell_parted(parts, passed + 1)
        elif 0 < len(known) < len(shares):
            for each in equals:
                self.left_out[each.code] = (*self.left_out.get(each.code, ()), passed + 1)
        for part in parts:
            self._part(part, passed + 1)

    def _tell_parted(self, parts: Sequence[Sequence[Contender]], position: int) -> None:
        codes = [(), *(tuple(each.code for each in part) for part in parts), ()]
        for above, part, below in zip(codes, codes[1:], codes[2:], strict=False):
            self.parted_by |= dict.fromkeys(part, position)
            self.parted_from |= dict.fromkeys(part, Neighbours(above, below))

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
