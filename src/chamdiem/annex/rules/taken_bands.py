"""Levels of one number that each take off a part: "chậm dưới 5 ngày trừ 1 điểm, từ 5 ngày trở lên trừ 3 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.amounts import exact_number
from chamdiem.annex.rules.banding import by_bands
from chamdiem.annex.rules.bands import Band, read_band
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.rewards import FULL, NOTHING, Reward
from chamdiem.annex.rules.statements import Award, Statement
from chamdiem.annex.rules.words import tokens_of

_LEVEL = re.compile(
    r"(?P<condition>[^:;]{4,120}?)\s*[:,]?\s*(?:thì )?(?:bị |sẽ bị )?(?:trừ(?: đi)? (?P<points>\d+(?:,\d+)?) ?(?:điểm|đ)|(?P<all>trừ (?:hết|toàn bộ)(?: số)? điểm))",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(
    r"\b(?:mỗi|cứ|từng|lượt|cộng|tối đa|không quá|thêm|hoặc|một trong|các|những|và|tiếp theo)\b|[/%]",
    re.IGNORECASE,
)
# Only of what should not be there none is the best.
_FAULT = re.compile(
    r"\b(?:chậm|trễ|muộn|quá hạn|vi phạm|sai|lỗi|sự cố|thiếu|khiếu nại|tố cáo|trả lại|không|chưa)\b",
    re.IGNORECASE,
)


def by_taken_bands(material: Material) -> Rule | None:
    """What each level leaves of the maximum; none where the levels leave gaps, or several numbers are asked."""
    told = [each for each in material.statements if each.clause.field == "method"]
    whole = [each for each in told if isinstance(each, Award) and each.reward.is_full and each.band is None]
    levels = [_level(each, material.maximum) for each in told if each not in whole]
    known = [each for each in levels if each is not None]
    if len(known) != len(levels) or len(known) < 2 or len(whole) > 1:
        return None
    if not any(_LEVEL.fullmatch(each.clause.text) for each in known):
        return None
    if not _is_one_fault(known) or not _reach_the_end(known):
        return None
    begun = [_from_the_first(each) for each in known]
    bands = Material([*begun, _without_fault(begun[0])], material.maximum, material.name)
    rule = by_bands(bands)
    if rule is None:
        return None
    material.figures = bands.figures
    material.use(*told)
    material.assume("mỗi mức lấy điểm tối đa trừ đi số điểm in ở mức đó, chỉ một mức áp dụng")
    return rule


def _level(statement: Statement, maximum: Fraction) -> Award | None:
    if isinstance(statement, Award) and statement.reward.is_nothing and statement.band is not None:
        return statement
    match = _LEVEL.fullmatch(statement.clause.text)
    if match is None or _FOR_EACH.search(match["condition"]):
        return None
    band = read_band(tokens_of(match["condition"]))
    taken = maximum if match["all"] else exact_number(match["points"])
    if band is None or band.is_rest or not 0 < taken <= maximum:
        return None
    reward = NOTHING if taken == maximum else Reward("points", maximum - taken)
    return Award(statement.clause, match["condition"].strip(" ,:"), reward, band)


def _is_one_fault(levels: list[Award]) -> bool:
    """Whether all of them count the same, and it is nothing one should have."""
    units = {each.band.unit for each in levels if each.band is not None}
    faults = {match[0].casefold() for each in levels if (match := _FAULT.search(each.condition))}
    is_named = any(_FAULT.search(each.condition) for each in levels)
    return len(units) == 1 and len(faults) <= 1 and is_named


def _reach_the_end(levels: list[Award]) -> bool:
    """Whether exactly one level is open above, and the more there is, the less is left."""
    ordered = sorted(levels, key=lambda each: (each.band.low or Fraction(0)) if each.band else Fraction(0))
    is_open = [each.band is not None and each.band.high is None for each in ordered]
    left = [each.reward.value if not each.reward.is_nothing else Fraction(0) for each in ordered]
    return is_open.count(True) == 1 and is_open[-1] and left == sorted(set(left), reverse=True)


def _without_fault(first: Award) -> Award:
    """No fault at all leaves everything."""
    band = first.band or Band("")
    if band.low == 0:
        return Award(first.clause, "còn lại", FULL, Band("", is_rest=True))
    zero = Band(band.subject, Fraction(0), high=Fraction(0), is_high_in=True, unit=band.unit, is_exact=True)
    return Award(first.clause, "không có", FULL, zero)


def _from_the_first(award: Award) -> Award:
    """As in "chậm dưới 5 ngày": some there are."""
    if award.band is None or award.band.low is not None:
        return award
    return replace(award, band=replace(award.band, low=Fraction(0), is_low_in=False))
