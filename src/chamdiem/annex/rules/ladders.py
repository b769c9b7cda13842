"""Awards with numeric conditions → bands of a tiers rule: ordered, without gaps, first match wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.from_zero import above_a_number, from_zero_up
from chamdiem.annex.rules.meeting import are_from_the_bottom, are_places, jumps, leaves_out, meet
from chamdiem.annex.rules.rewards import NOTHING, Reward

Step = tuple[Band, Reward]


@dataclass(slots=True)
class Ladder:
    """Bands as the set format has them, what everything else gives, and the readings chosen on the way."""

    tiers: list[dict[str, str]]
    otherwise: Reward
    assumed: list[str] = field(default_factory=list)


def build_ladder(steps: Sequence[Step], maximum: Fraction) -> Ladder | None:
    """The bands of constant rewards; None where they leave gaps or contradict each other."""
    rest = [reward for band, reward in steps if band.is_rest]
    bands = [step for step in steps if not step[0].is_rest]
    if not bands or len(rest) > 1 or len({band.unit for band, _ in bands}) > 1:
        return None
    if all(band.is_exact for band, _ in bands):
        return _exact(bands, rest, maximum)
    if all(band.low is None for band, _ in bands) and not rest:
        return None
    bands = [(_as_step(band), reward) for band, reward in bands]
    bands = above_a_number(from_zero_up(bands))
    bands, more = _how_often(bands) or _open_at_the_top(bands)
    ladder = _ordered(bands, rest, maximum)
    if ladder is not None and more:
        ladder.assumed.append(more)
    return ladder


def _low(band: Band) -> Fraction:
    return band.low or Fraction(0)


def _ordered(bands: list[Step], rest: list[Reward], maximum: Fraction) -> Ladder | None:
    bands, rest = _last_place(bands, rest)
    if _only(bands, "high"):
        return _downwards(bands, rest, maximum)
    if rest and (are_places(bands) or are_from_the_bottom(bands)):
        return _downwards([(replace(band, low=None), reward) for band, reward in bands], rest, maximum)
    return _upwards(bands, rest, maximum)


def _last_place(bands: list[Step], rest: list[Reward]) -> tuple[list[Step], list[Reward]]:
    """As in "hạng 1-3: 5 điểm; hạng 4-7: 3 điểm; từ hạng 8: 1 điểm": the last level is the rest."""
    last = [step for step in bands if step[0].high is None and step[0].is_low_in]
    closed = [step for step in bands if step[0].high is not None]
    if rest or len(closed) + 1 != len(bands) or len(last) != 1 or not closed or not are_places(closed):
        return bands, rest
    ends = max(closed, key=lambda step: step[0].high or Fraction(0))
    return (closed, [last[0][1]]) if meet(ends[0], last[0][0]) else (bands, rest)


def _open_at_the_top(bands: list[Step]) -> tuple[list[Step], str]:
    """As in "đạt 4: 5 điểm; 2-3: 3 điểm; dưới 2: 0": more than the highest counts like it."""
    ordered = sorted((band for band, _ in bands), key=_low)
    last, top = ordered[-1], _low(ordered[-1])
    if not last.is_exact or last.is_percent or any(band.high is None for band in ordered):
        return bands, ""
    if not all(meet(below, above) for below, above in pairwise(ordered)):
        return bands, ""
    opened = [
        (Band(band.subject, low=top, unit=band.unit) if band is last else band, reward)
        for band, reward in bands
    ]
    return opened, f"nhiều hơn {amount_text(top)}: như {amount_text(top)}"


def _how_often(bands: list[Step]) -> tuple[list[Step], str] | None:
    """As in "tối thiểu 01 lần/tuần: 5 điểm; 02 lần/tháng: 3 điểm": less often is the next level."""
    ordered = sorted(bands, key=lambda step: _low(step[0]), reverse=True)
    top = ordered[0][0]
    if (
        len(bands) < 2
        or top.unit != "lần/năm"
        or top.low is None
        or not top.is_low_in
        or top.high is not None
    ):
        return None
    if not all(band.is_exact for band, _ in ordered[1:]):
        return None
    opened = [(replace(band, high=None, is_high_in=False, is_exact=False), reward) for band, reward in bands]
    return opened, "ít hơn một mức và nhiều hơn mức dưới: tính như mức dưới"


def _as_step(band: Band) -> Band:
    """A single value among ranges: nothing below it is meant, or exactly it."""
    if band.is_exact and band.is_percent and band.low == 1:
        return Band(band.subject, low=band.low, unit=band.unit)
    return band


def _only(bands: Sequence[Step], side: str) -> bool:
    """Whether all bands but one are open on the other side."""
    other = "low" if side == "high" else "high"
    closed = [band for band, _ in bands if getattr(band, side) is not None and getattr(band, other) is None]
    opposite = [band for band, _ in bands if getattr(band, side) is None]
    return len(closed) >= 2 and len(closed) + len(opposite) == len(bands) and len(opposite) <= 1


def _upwards(bands: list[Step], rest: list[Reward], maximum: Fraction) -> Ladder | None:
    """From the highest band down; each begins where the one above it ends."""
    ordered = sorted(
        bands, key=lambda step: (step[0].low is not None, step[0].low or Fraction(0)), reverse=True
    )
    lows = [band.low for band, _ in ordered]
    if len(set(lows)) != len(lows):
        return None
    for (above, _), (below, _) in pairwise(ordered):
        if below.high is not None and not meet(below, above):
            return None
    if any(above == below for (_, above), (_, below) in pairwise(ordered)):
        # Two thresholds for as many points are meant for two kinds of bodies.
        return None
    top, bottom = ordered[0][0], ordered[-1]
    ladder = Ladder([], rest[0] if rest else NOTHING)
    ladder.assumed += [
        _from_to(below, above) for (above, _), (below, _) in pairwise(ordered) if jumps(below, above)
    ]
    ladder.assumed += [
        _between(above, "mức dưới")
        for (above, _), (below, _) in pairwise(ordered)
        if leaves_out(below, above)
    ]
    ladder.assumed += [
        f"{_shown(above.low, above)} in ở hai mức: tính như mức từ {_shown(above.low, above)} trở lên"
        for (above, _), (below, _) in pairwise(ordered)
        if below.high == above.low and below.is_high_in and above.is_low_in
    ]
    if top.high is not None and not (top.is_percent and top.high == 1):
        return None
    is_first = bottom[0].low == 1 and bottom[0].unit == "" and len(ordered) > 1
    is_best = is_first and bottom[1].of(maximum) > ordered[-2][1].of(maximum)
    if bottom[0].low is None or (bottom[0].low == 0 and bottom[0].is_low_in) or is_best:
        if rest:
            return None
        ladder.otherwise = bottom[1]
        ordered = ordered[:-1]
    elif not rest:
        ladder.assumed.append(f"dưới mức thấp nhất ({_shown(bottom[0].low, bottom[0])}): 0 điểm")
    ladder.tiers = [
        _tier("at_least" if band.is_low_in else "more_than", band.low or Fraction(0), reward, maximum)
        for band, reward in ordered
    ]
    return ladder if ladder.tiers else None


def _downwards(bands: list[Step], rest: list[Reward], maximum: Fraction) -> Ladder | None:
    """From the lowest band up: "dưới 1 tuần", "dưới 1 tháng", "từ 1 tháng"."""
    closed = sorted(
        (step for step in bands if step[0].high is not None), key=lambda step: step[0].high or Fraction(0)
    )
    last = [step for step in bands if step[0].high is None]
    highs = [band.high for band, _ in closed]
    if len(set(highs)) != len(highs) or (last and rest):
        return None
    if last and last[0][0].low is not None and last[0][0].low != closed[-1][0].high:
        return None
    otherwise = last[0][1] if last else rest[0] if rest else NOTHING
    ladder = Ladder([], otherwise)
    if last and leaves_out(closed[-1][0], last[0][0]):
        ladder.assumed.append(_between(last[0][0], "mức trên"))
    if not last and not rest:
        ladder.assumed.append(f"trên mức cao nhất ({_shown(closed[-1][0].high, closed[-1][0])}): 0 điểm")
    ladder.tiers = [
        _tier("at_most" if band.is_high_in else "less_than", band.high or Fraction(0), reward, maximum)
        for band, reward in closed
    ]
    return ladder


def _exact(bands: list[Step], rest: list[Reward], maximum: Fraction) -> Ladder | None:
    """As in "4 lần: 20, 3 lần: 15, …": single values, the highest of them meant as at least."""
    ordered = sorted(bands, key=lambda step: step[0].low or Fraction(0), reverse=True)
    values = [band.low or Fraction(0) for band, _ in ordered]
    # "4 lần/tháng, 3 lần/tháng, …" goes down by twelve a year.
    step = values[-2] - values[-1] if bands[0][0].unit == "lần/năm" and len(values) > 1 else Fraction(1)
    is_often = bands[0][0].unit == "lần/năm"
    if len(values) < 2 or len(set(values)) != len(values):
        return None
    if not is_often and any(one - other != step for one, other in pairwise(values)):
        return None
    ladder = Ladder([], rest[0] if rest else NOTHING)
    ladder.assumed.append(f"nhiều hơn {amount_text(values[0])}: như {amount_text(values[0])}")
    if values[-1] == 0:
        if rest and rest[0] != ordered[-1][1]:
            return None
        ladder.otherwise = ordered[-1][1]
        ordered = ordered[:-1]
    ladder.tiers = [_tier("at_least", band.low or Fraction(0), reward, maximum) for band, reward in ordered]
    return ladder


def _between(above: Band, like: str) -> str:
    return f"đúng {_shown(above.low, above)} không thuộc mức nào: tính như {like}"


def _from_to(below: Band, above: Band) -> str:
    ends = f"trên {_shown(below.high, below)}, dưới {_shown(above.low, above)}"
    return f"{ends} không thuộc mức nào: tính như mức dưới"


def _tier(side: str, threshold: Fraction, reward: Reward, maximum: Fraction) -> dict[str, str]:
    return {side: amount_text(threshold), **reward.data(maximum)}


def _shown(value: Fraction | None, band: Band) -> str:
    value = value or Fraction(0)
    return f"{amount_text(value * 100)} %" if band.is_percent else amount_text(value)


def reward_scalar(reward: Reward, maximum: Fraction) -> Any:
    """A reward that stands alone: ``full``, ``none``, ``1/2`` or ``{points: …}``."""
    data = reward.data(maximum)
    return data.get("give", data)
