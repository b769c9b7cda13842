"""Whether bands meet: where one ends the next begins, without gaps."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.rewards import Reward


def are_places(bands: Sequence[tuple[Band, Reward]]) -> bool:
    """As in "xếp hạng 1 - 5: 3 điểm; 6 - 10: 2 điểm": places from the first on, without gaps."""
    ordered = [band for band, _ in sorted(bands, key=lambda step: step[0].low or Fraction(0))]
    is_closed = all(band.low is not None and band.high is not None for band in ordered)
    return (
        is_closed
        and "hạng" in ordered[0].subject.split()
        and ordered[0].low == 1
        and all(meet(one, other) for one, other in pairwise(ordered))
    )


def are_from_the_bottom(bands: Sequence[tuple[Band, Reward]]) -> bool:
    """As in "dưới 1 %: 5 điểm; từ 1 % đến dưới 2 %: 3 điểm; còn lại: 0": closed above, without gaps."""
    ordered = [band for band, _ in sorted(bands, key=lambda step: step[0].high or Fraction(-1))]
    is_closed = all(band.high is not None for band in ordered) and ordered[0].low is None
    return is_closed and all(
        above.low == below.high and below.is_high_in != above.is_low_in for below, above in pairwise(ordered)
    )


def meet(below: Band, above: Band) -> bool:
    """Whether a band ends where the next begins; whole numbers may step by one."""
    if below.high == above.low:
        return True
    if below.high is None or above.low is None or below.is_percent:
        # "từ 50 % đến 79 %", "từ 80 %": percentages printed without decimals; "… đến 79,9 %" with one.
        ends = (below.high, above.low)
        if not below.is_percent or ends[0] is None or ends[1] is None:
            return False
        return ends[1] - ends[0] in (Fraction(1, 100), Fraction(1, 1000) if ends[0] * 100 % 1 else 0)
    return below.is_high_in and above.is_low_in and above.low - below.high == 1


def leaves_out(below: Band, above: Band) -> bool:
    """Whether the value between two bands is in neither: "trên 10", "dưới 10"."""
    return below.high == above.low and not below.is_high_in and not above.is_low_in


def jumps(below: Band, above: Band) -> bool:
    """Whether shares between two bands are in neither: "đến 50 %", "từ 51 %"."""
    return below.is_percent and None not in (below.high, above.low) and below.high != above.low
