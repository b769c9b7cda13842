"""Levels of one number as lines of a form: each printed level keeps its points at the values it names, or no line is made."""

# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.naming import name_of_count, without_threshold
from chamdiem.annex.rules.printed_lines import Level

_SAY_NOTHING = frozenset(
    ("có", "đạt", "được", "số", "từ", "trở", "lên", "xuống", "tỷ", "lệ", "còn", "lại", "mức", "nếu", "khi")
)
_CLOSE_BY = Fraction(1, 1000)


def band_lines(levels: Sequence[Level], maximum: Fraction) -> list[dict[str, str]]:
    """Every level by the end that is printed; one that was not read keeps its words and points."""
    banded = [each for each in levels if each.band is not None and not each.band.is_rest]
    others = [_line(each, maximum) for each in levels if each not in banded]
    rising = sorted(banded, key=_begins)
    points = [_points(each, maximum) for each in rising]
    if points == sorted(points) and all(_closed(each.band).low is not None for each in rising[1:]):
        # "3 dịch vụ, 6 dịch vụ": more is better, and the highest line that holds counts.
        return [*(_line(each, maximum) for each in reversed(rising)), *others]
    if points == sorted(points, reverse=True) and all(
        _closed(each.band).high is not None for each in rising[1:-1]
    ):
        return [*(_line(each, maximum, is_up_to=True) for each in rising), *others]
    return [_line(each, maximum) for each in levels]


def keeps_the_levels(rule: Mapping[str, Any], levels: Sequence[Level], maximum: Fraction) -> bool:
    """Whether lines give what is printed at the values of each level, and between them what a level beside gives."""
    known = [each for each in levels if each.band is not None and not each.band.is_rest and each.reward]
    if _speak_of_different(known):
        return False
    for each in known:
        if any(_given(rule, value, maximum) != _points(each, maximum) for value in _values_in(each.band)):
            return False
    ordered = sorted(known, key=_begins)
    for below, above in pairwise(ordered):
        beside = {_points(below, maximum), _points(above, maximum)}
        if any(_given(rule, value, maximum) not in beside for value in _between(below.band, above.band)):
            return False
    return not ordered or not _ends_open(ordered[-1].band)


def _closed(band: Band | None) -> Band:
    band = band or Band("")
    return Band("", band.low, high=band.low, is_high_in=True) if band.is_exact else band


def _begins(level: Level) -> Fraction:
    """The lowest value of a level; in front of all others where none is printed."""
    band = level.band or Band("")
    if band.low is None:
        return Fraction(-1)
    return band.low if band.is_low_in else band.low + _step(band)


def _points(level: Level, maximum: Fraction) -> Fraction:
    return Fraction(0) if level.reward is None else level.reward.of(maximum)


def _line(level: Level, maximum: Fraction, *, is_up_to: bool = False) -> dict[str, str]:
    band, rest = level.band, level.data(maximum)
    if band is None:
        return {"label": level.label, **rest}
    label = without_threshold(level.label)
    if is_up_to and band.is_exact and band.low is not None:
        # From the lowest up, the first line that holds counts.
        return {"at_most": amount_text(band.low), "label": label, **rest}
    if band.low is not None and not (is_up_to and band.high is not None):
        return {"at_least" if band.is_low_in else "more_than": amount_text(band.low), "label": label, **rest}
    end = {} if band.high is None else {"at_most" if band.is_high_in else "less_than": amount_text(band.high)}
    return {**end, "label": label, **rest}


def _given(rule: Mapping[str, Any], value: Fraction, maximum: Fraction) -> Fraction | None:
    """What lines give at a value: the first that holds; None where its points are open."""
    holds = {
        "at_least": lambda end: value >= end,
        "more_than": lambda end: value > end,
        "at_most": lambda end: value <= end,
        "less_than": lambda end: value < end,
    }
    for line in rule["tiers"]:
        side = next((each for each in holds if each in line), "")
        if side and holds[side](Fraction(line[side])):
            return _worth(line, maximum)
    otherwise = rule.get("otherwise", "none")
    return _worth(otherwise if isinstance(otherwise, dict) else {"give": otherwise}, maximum)


def _worth(line: Mapping[str, str], maximum: Fraction) -> Fraction | None:
    if "points" in line:
        return Fraction(line["points"])
    give = line.get("give", "")
    if give in ("full", "none"):
        return maximum if give == "full" else Fraction(0)
    return Fraction(give) * maximum if give else None


def _step(band: Band) -> Fraction:
    return _CLOSE_BY if band.is_percent else Fraction(1)


def _values_in(band: Band | None) -> Iterator[Fraction]:
    """Values that belong to a level whatever is printed of the others: its ends, and what lies between them."""
    if band is None:
        return
    step, low, high = _step(band), band.low, band.high
    if band.is_exact and low is not None:
        yield low
        return
    if low is not None:
        yield low if band.is_low_in else low + step
    if high is not None:
        last = high if band.is_high_in else high - step
        if last >= (low or 0):
            yield last
        if low is not None and last > low:
            middle = (low + last) / 2
            yield middle if band.is_percent else Fraction(middle // 1)


def _between(below: Band | None, above: Band | None) -> Iterator[Fraction]:
    """Values behind the end of one level and in front of the next."""
    ends, begins = _closed(below).high, (above or Band("")).low
    if below is None or ends is None or begins is None or begins <= ends:
        return
    step = _step(below)
    value = ends + step
    if value < begins:
        yield value
    if begins - step > ends:
        yield begins - step


def _ends_open(band: Band | None) -> bool:
    """Whether nothing is printed for values above the highest level: "dưới 1.000 lượt: 5 điểm"."""
    if band is None or band.is_exact or band.high is None:
        return False
    return not (band.is_percent and band.high >= 1)


def _speak_of_different(levels: Sequence[Level]) -> bool:
    """Whether two levels count different things: "12 chuyên mục phát thanh", "4 chuyên mục truyền hình"."""
    said = [_words(each) for each in levels]
    return any(one - other and other - one for place, one in enumerate(said) for other in said[place + 1 :])


def _words(level: Level) -> set[str]:
    is_share = level.band is not None and level.band.is_percent
    text = without_threshold(level.label) if is_share else name_of_count(level.label, "")
    return set(re.findall(r"[^\W\d_]+", text.casefold())) - _SAY_NOTHING
