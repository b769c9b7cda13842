"""Levels that follow from points for each item: ``03 lớp: 3 điểm; 02 lớp: 2 điểm``, one for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from math import floor

from chamdiem.core.lint.printed_lines import lines_of
from chamdiem.core.points import exact
from chamdiem.core.rules.count import CountRule
from chamdiem.core.rules.rule import Rule

_LEVEL = re.compile(
    r"(?:(?:từ|đạt|có|tổ chức)\s+)*(?P<count>\d{1,3})\s+[^\W\d_][^\d:;]{0,40}:\s*"
    r"(?P<points>\d{1,3}(?:[.,]\d{1,2})?)(?:\s*(?:điểm|đ))?\.?",
    re.IGNORECASE,
)


def counted_levels(rule: Rule, text: str, maximum: Fraction) -> Mapping[Fraction, Fraction]:
    """The counts of a text with their points, where they are what the only part of a count gives."""
    if not isinstance(rule, CountRule) or len(rule.parts_) != 1:
        return {}
    part = rule.parts_[0]
    every, most = part.every or Fraction(1), min(maximum, rule.cap.of(maximum))
    found = {}
    for match in filter(None, map(_LEVEL.fullmatch, lines_of(text))):
        count, points = Fraction(match["count"]), exact(match["points"].replace(",", "."))
        # No more than it takes to earn them: "từ 20 tin bài: 10 điểm" is no level of one point each.
        if points == floor(count / every) * part.points_each <= most:
            found[count] = points
    return found
