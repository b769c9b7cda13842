"""So many things give a level, and every further one adds to it: "2 kênh: 3 điểm; thêm mỗi kênh 1 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import Any

from chamdiem.annex.amounts import amount_text, exact_number
from chamdiem.annex.rules.material import Material, lacks
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Award, Cap, Each, Heading, Statement

_POINTS = (
    r"\s*[:,]?\s*(?:thì )?(?:được )?(?:cộng|tính|thưởng)?(?: thêm)?\s*\+?(?P<points>\d+(?:,\d+)?) ?(?:điểm|đ)"
)
_MOST = r"(?:[,;]?\s*\(?(?:nhưng )?(?:tối đa|không (?:vượt )?quá)(?: là)? (?P<most>\d+(?:,\d+)?) ?(?:điểm|đ)\)?)?[.,;]?"
_FROM = r"(?:từ [^\d,:;]{2,20} thứ (?P<place>\d+|hai|ba|tư)(?: trở (?:đi|lên))?,?\s*)?"
_FURTHER = tuple(
    re.compile(rf"(?:và |sau đó )?{middle}{_POINTS}{_MOST}", re.IGNORECASE)
    for middle in (
        rf"{_FROM.removesuffix('?')}(?:cứ )?(?:mỗi |một )(?P<what>[^\W\d_][^\d,:;]*?)(?: (?:tăng thêm|thêm|tiếp theo|nữa))?",
        rf"{_FROM}(?:cứ |nếu )?(?:có |tăng )?thêm (?:mỗi |một |0?1 )?(?P<what>[^\W\d_][^\d,:;]*?)",
        rf"{_FROM}(?:cứ |với )?(?:mỗi |một |0?1 )(?P<what>[^\W\d_][^\d,:;]*?) (?:tăng thêm|có thêm|thêm|tiếp theo|nữa|tăng)",
    )
)
_THIRD = {"hai": 2, "ba": 3, "tư": 4}
_MOST_LEVELS = 20


def by_further(material: Material) -> Rule | None:
    """Levels of a count, one more for every thing beyond the highest that is printed."""
    found = [(each, match) for each in material.statements if (match := _match(each)) is not None]
    given = [each for each in material.awards if not each.reward.is_nothing and _match(each) is None]
    if len(found) != 1 or not given or not all(_is_level(each) for each in given):
        return None
    (further, match), levels = found[0], _levels(given, material.maximum)
    others = [each for each in material.eaches if each is not further]
    if levels is None or others or material.points or not _is_of(match["what"], given):
        return None
    (low, points), step = levels[0], exact_number(match["points"])
    caps = [each for each in material.of(Cap) if each.most.of(material.maximum) == material.maximum]
    count = ceil((material.maximum - points) / step) if step else 0
    if not 0 < count <= _MOST_LEVELS or _begins_elsewhere(match["place"], low):
        return None
    if match["most"] and exact_number(match["most"]) != material.maximum:
        return None
    more = [(low + place, min(material.maximum, points + place * step)) for place in range(count, 0, -1)]
    material.assume(f"“{further.clause.text}”: cộng từ thứ {amount_text(low + 1)}; dưới mức thấp nhất 0 điểm")
    nothing = [each for each in material.awards if each.reward.is_nothing and lacks(each.condition)]
    material.use(further, *given, *caps, *nothing)
    letter = material.figures.count(f"Số {match['what']}: {material.name}")
    tiers = [_tier(least, each, material.maximum) for least, each in (*more, *levels)]
    return {"kind": "tiers", "value": letter, "tiers": tiers}


def _match(statement: Statement) -> re.Match[str] | None:
    if isinstance(statement, Heading | Cap) or (isinstance(statement, Each) and statement.takes_off):
        return None
    text = " ".join(statement.clause.text.split())
    return next((match for pattern in _FURTHER if (match := pattern.fullmatch(text))), None)


def _is_level(award: Award) -> bool:
    band = award.band
    if band is None or band.low is None or not band.is_low_in or not award.reward.is_constant:
        return False
    return not band.unit and band.low.denominator == 1 and (band.is_exact or band.high is None)


def _levels(given: Sequence[Award], maximum: Fraction) -> list[tuple[Fraction, Fraction]] | None:
    """The levels from the highest down; None where more things give fewer points, or all of them already."""
    pairs = [(each.band.low or Fraction(0), each.reward.of(maximum)) for each in given if each.band]
    pairs.sort(reverse=True)
    points = [each for _, each in pairs]
    is_down = all(one > other for one, other in pairwise(points))
    return pairs if is_down and points[0] < maximum and len({low for low, _ in pairs}) == len(pairs) else None


def _is_of(what: str, given: Sequence[Award]) -> bool:
    """Whether the further things are those the levels count."""
    words = what.casefold().split()
    return all(
        f" {' '.join(words[:2])} " in f" {each.condition.casefold()} " or each.condition.isdigit()
        for each in given
    )


def _begins_elsewhere(place: str | None, low: Fraction) -> bool:
    return place is not None and Fraction(_THIRD.get(place.casefold(), place)) != low + 1


def _tier(least: Fraction, points: Fraction, maximum: Fraction) -> dict[str, Any]:
    gives = {"give": "full"} if points == maximum else {"points": amount_text(points)}
    return {"at_least": amount_text(least), **gives}
