"""What the bands of one text name twice, and what lies between them unnamed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from chamdiem.core.lint.printed_bands import PrintedBand

_CONDITION = re.compile(r"\b(?:và|nhưng|đồng thời|kèm|song)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gap:
    """Values no band names: between two edges, of which a band may name the one or the other."""

    low: Fraction
    high: Fraction
    unit: str
    is_low_named: bool
    is_high_named: bool

    @property
    def whole(self) -> tuple[Fraction, Fraction] | None:
        """The first and the last of the values where they are counted; the edge itself where it is one."""
        if self.low == self.high:
            return self.low, self.high
        if self.unit == "%" or self.low.denominator > 1 or self.high.denominator > 1:
            return None
        return self.low + self.is_low_named, self.high - self.is_high_named


def overlaps(bands: Sequence[PrintedBand]) -> Iterator[tuple[PrintedBand, PrintedBand, Fraction]]:
    """Pairs of bands with a value in both; ``≥ 10``, ``≥ 7`` count as steps, not as overlap."""
    for first, second in combinations(bands, 2):
        if first.unit != second.unit or _are_steps(first, second) or _asks_more(first, second):
            continue
        edges = [edge for band in (first, second) for edge in (band.low, band.high) if edge is not None]
        shared = [edge for edge in edges if first.includes(edge) and second.includes(edge)]
        if shared:
            yield first, second, shared[0]


def gaps(bands: Sequence[PrintedBand]) -> Iterator[Gap]:
    """Stretches between bands of one unit that no band names."""
    for unit in dict.fromkeys(band.unit for band in bands):
        same = [band for band in bands if band.unit == unit]
        if len(same) > 1 and (unit != "%" or all(band.low != band.high for band in same)):
            yield from _gaps_of(same, unit)


def _gaps_of(bands: list[PrintedBand], unit: str) -> Iterator[Gap]:
    # A first band without a lower end starts everything.
    ordered = sorted(bands, key=lambda band: (band.low is not None, band.low or 0))
    reached, is_in = ordered[0].high, ordered[0].is_high_in
    for band in ordered[1:]:
        if reached is None:
            return
        low = reached if band.low is None else band.low
        step = Fraction(0) if unit == "%" else Fraction(1)
        if low > reached + (step if is_in and band.is_low_in else 0) or (
            low == reached and not is_in and not band.is_low_in
        ):
            yield Gap(reached, low, unit, is_in, band.is_low_in)
        if band.high is None or band.high > reached:
            reached, is_in = band.high, band.is_high_in


def _are_steps(first: PrintedBand, second: PrintedBand) -> bool:
    """Two half-lines in the same direction: the first that fits counts."""
    upwards = first.high is None and second.high is None
    downwards = first.low is None and second.low is None
    if not (upwards or downwards) and (first.low == first.high) != (second.low == second.high):
        # "100%: 10 điểm, 90% trở lên: 8 điểm".
        return first.high is None or second.high is None
    return upwards or downwards


def _asks_more(first: PrintedBand, second: PrintedBand) -> bool:
    """Two lines of one value that words tell apart: "100% và đã dùng", "100% nhưng chưa dùng"."""
    is_one_value = first.low == first.high == second.low == second.high
    return is_one_value and all(_CONDITION.search(band.line) for band in (first, second))
