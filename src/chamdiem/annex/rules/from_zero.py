"""Bands printed from none up: "0 %: 10 điểm; ≤ 2 %: 7 điểm", "1 lần: 8 điểm; trên 1 lần: 0 điểm"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.rewards import Reward

_Step = tuple[Band, Reward]


def from_zero_up(bands: list[_Step]) -> list[_Step]:
    """As in "0 %: 5 điểm; trên 0 % đến 1 %: 3 điểm; trên 1 %: 0": every band ends where the next begins."""
    zero = [band for band, _ in bands if band.is_exact and band.low == 0]
    if len(zero) == 1 and _end_above(bands, zero[0]):
        end = Band(zero[0].subject, high=Fraction(0), is_high_in=True, unit=zero[0].unit)
        return [(end if band is zero[0] else band, reward) for band, reward in bands]
    others = sorted((band for band, _ in bands if not (band.is_exact and band.low == 0)), key=_low)
    ends = [Fraction(0), *(band.high for band in others)]
    if (
        len(zero) != 1
        or not others
        or [band.low for band in others] != ends[:-1]
        or others[-1].high is not None
    ):
        return bands
    if others[0].is_low_in or any(band.is_exact for band in others):
        return bands
    closed = {id(band): replace(band, low=None) for band in others[:-1]}
    closed[id(zero[0])] = Band(zero[0].subject, high=Fraction(0), is_high_in=True, unit=zero[0].unit)
    return [(closed.get(id(band), band), reward) for band, reward in bands]


def _end_above(bands: list[_Step], zero: Band) -> bool:
    """As in "0 %: 5 điểm; ≤ 2 %: 3 điểm; > 2 %: 0": the others only say where they end, but for the last."""
    others = [band for band, _ in bands if band is not zero]
    ended = [band for band in others if band.low is None and band.high]
    last = [band for band in others if band.high is None]
    return bool(ended) and len(last) <= 1 and len(ended) + len(last) == len(others)


def above_a_number(bands: list[_Step]) -> list[_Step]:
    """As in "1 lần: 8 điểm; 2 lần: 5 điểm; trên 2 lần: 0": of things more than two are three and more."""
    exact = {band.low for band, _ in bands if band.is_exact and not band.is_percent}
    return [
        (replace(band, low=_low(band) + 1, is_low_in=True), reward)
        if band.low in exact and band.high is None and not band.is_low_in and _are_whole(band)
        else (band, reward)
        for band, reward in bands
    ]


def _are_whole(band: Band) -> bool:
    return band.unit == "" and _low(band).denominator == 1


def _low(band: Band) -> Fraction:
    return band.low or Fraction(0)
