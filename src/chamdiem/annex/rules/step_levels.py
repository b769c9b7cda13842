"""Levels that are printed as single values far apart: "100 tài khoản: 2 điểm; 200 tài khoản: 4 điểm"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.statements import Award

# "Hạng 1", "mức 2", "tháng 3": a number that is a name has nothing between it and the next.
_NAMED = re.compile(
    r"\b(?:hạng|thứ|cấp|loại|mức|bậc|nhóm|vùng|khối|lớp|tháng|quý|khóa|kỳ|đợt|độ|trường hợp)(?: thứ)? \d",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"%|\d (?:ngày|giờ|tuần|tháng|ha|km|tấn|m2|m²)\b", re.IGNORECASE)
_UP = re.compile(r"\btrở lên\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*\s*[%‰]?")
_PLAIN = frozenset(
    ("từ", "đạt", "được", "trở", "lên", "có", "nếu", "khi", "thì", "và", "đủ", "số", "tổng", "dưới", "trên", "tỷ", "lệ", "hoàn", "thành")
)  # fmt: skip


def as_steps(material: Material, banded: list[Award]) -> list[Award]:
    """Awards whose single values begin levels, where more points are given the more there is.

    What lies between two of them is printed nowhere: it is taken for the lower one, and that is told.
    """
    levels = sorted(
        ((each.band, each) for each in banded if each.band and _begins(each.band)),
        key=lambda one: _low(one[0]),
    )
    single = [each for _, each in levels if _is_single(each)]
    if len(levels) < 2 or not single or not _are_steps(material, banded, levels):
        return banded
    material.assume("số liệu nằm giữa hai mức in: tính như mức dưới")
    if levels[-1][1] in single:
        material.assume(f"nhiều hơn {_shown(levels[-1][0])}: như {_shown(levels[-1][0])}")
    begun = [each for _, each in levels]
    return [_opened(each) if each in begun else each for each in banded]


def _begins(band: Band) -> bool:
    """Whether a level has a least value that is printed alone, or is open above."""
    is_open = band.low is not None and band.high is None and band.is_low_in
    return not band.is_rest and bool(band.low) and (band.is_exact or is_open)


def _is_single(award: Award) -> bool:
    """Whether only one value is printed: all of it is the most there is, and "30% thời gian trở lên" is open."""
    band = award.band
    if band is None or not band.is_exact or (band.is_percent and band.low == 1):
        return False
    return _UP.search(award.condition) is None


def _are_steps(material: Material, banded: Sequence[Award], levels: Sequence[tuple[Band, Award]]) -> bool:
    values = [_low(band) for band, _ in levels]
    if not all(each.reward.is_constant for each in banded):
        return False
    points = [each.reward.of(material.maximum) for _, each in levels]
    if not points[0] or any(one >= other for one, other in pairwise(points)):
        return False
    apart = [other - one for one, other in pairwise(values)]
    are_whole = all(value.denominator == 1 for value in values) and not levels[0][0].is_percent
    if 0 in apart or (are_whole and all(each == 1 for each in apart)) or _is_often(levels):
        return False
    if 2 in apart and are_whole and not any(_MEASURED.search(each.condition) for _, each in levels):
        # "Đạt 4 yêu cầu: 10 điểm; đạt 2 yêu cầu: 4 điểm": one was left out.
        return False
    others = [each for each in banded if all(each is not own for _, own in levels)]
    if any(
        each.reward.of(material.maximum) >= points[0] or not _lies_below(each, values[0]) for each in others
    ):
        return False
    texts = [each.condition for _, each in levels]
    words = [_words(each) for each in texts]
    most = max(words, key=len)
    return not any(_NAMED.search(each) for each in texts) and all(each <= most for each in words)


def _lies_below(award: Award, lowest: Fraction) -> bool:
    """Whether a level is what is left, nothing, or all below the lowest step."""
    band = award.band
    if band is None or band.is_rest:
        return band is not None
    ends_there = band.high in (0, None) or (band.high == lowest and not band.is_high_in)
    return band.low in (None, 0) and ends_there


def _is_often(levels: Sequence[tuple[Band, Award]]) -> bool:
    """How often is a level of its own: less often is the next one."""
    return len({band.unit for band, _ in levels}) > 1 or "/" in levels[0][0].unit


def _opened(award: Award) -> Award:
    if award.band is None:
        return award
    return replace(award, band=replace(award.band, high=None, is_high_in=False, is_exact=False))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", _NUMBER.sub(" ", text.casefold()))) - _PLAIN


def _low(band: Band) -> Fraction:
    return band.low or Fraction(0)


def _shown(band: Band) -> str:
    value = _low(band)
    return f"{amount_text(value * 100)} %" if band.is_percent else amount_text(value)
