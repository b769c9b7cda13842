"""Awards no rule is made of: two levels that were not told apart, and more points than the row has."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.rules.statements import Award, Statement

_FRACTION = (
    r"(?:\d+\s*/\s*\d+|\d+(?:,\d+)? lần|(?:một |1 )?nửa|(?:một|hai|ba|bốn) phần (?:hai|ba|tư|bốn|năm|mười))"
)
_SHARE = rf"(?:\d+(?:,\d+)?\s*%|{_FRACTION})"
_POINTS = r"(?:của |tổng |toàn bộ |số |mức |thang )*(?:điểm\b(?! (?:cầu|phục|bưu|truy|dân|tiếp|bán|trường|giao|du|đấu|kết|phát))|đ\b)"
# "nộp trễ: 1/3 số điểm", "được một nửa", "trừ 25% số điểm", "chậm: 2, …"; "từ 80% số điểm trở lên" is only reached.
_GIVES = re.compile(
    rf"(?<!từ )(?<!trên )(?<!dưới )(?<!đến )(?<!nhất )(?<!thiểu )(?<![<>≥≤=] )(?<![<>≥≤\d])(?:{_SHARE}|\d+(?:,\d+)?)\s*{_POINTS}(?! trở)"
    rf"|(?::|\bđược|\btính|\bhưởng|\bchấm|\bcho|\bcòn)\s*(?:bằng )?{_SHARE}\s*(?:[,;.]\s|\s[-–]\s)|:\s*\d+(?:,\d+)?\s*[,;.]\s"
    rf"|(?:\bđạt|=|\s[-–])\s*{_FRACTION}\s*(?:[,;.]\s|\s[-–]\s)"
    r"|\b(?:tính|chấm|điểm) theo t[ỷỉ] lệ\b",
    re.IGNORECASE,
)


def swallowed(statements: Sequence[Statement]) -> Award | None:
    """The first award whose condition gives something itself."""
    awards = (each for each in statements if isinstance(each, Award))
    return next((each for each in awards if _GIVES.search(each.condition)), None)


def above_all(statements: Sequence[Statement], maximum: Fraction) -> Award | None:
    """The first award of more points than the row has: the text or the maximum is misprinted."""
    awards = (each for each in statements if isinstance(each, Award) and each.reward.is_constant)
    return next((each for each in awards if each.reward.of(maximum) > maximum), None)
