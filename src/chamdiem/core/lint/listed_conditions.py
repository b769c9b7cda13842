"""What a text wants of the entries of a list: all of them, or one (``một trong các nội dung sau: …``)."""

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.core.points import exact

_LIST = re.compile(
    r"\b(?:(?P<one>một trong (?:số )?(?:các|những|hai|ba|bốn))"
    r"|(?:đồng thời|đầy đủ|tất cả|đủ|cả)(?: tất cả)?(?: cả)? (?:các|những|hai|ba|bốn))"
    r"(?: [^\W\d_]+){1,3} (?:sau|dưới đây|sau đây)\s*:(?P<entries>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ENTRIES = re.compile(r"[;\n]")
_POINTS = re.compile(
    r"(?P<points>\d{1,4}(?:[.,]\d+)?)\s*(?:điểm|đ)\b|điểm tối đa|không (?:có |được )?điểm", re.IGNORECASE
)


def wants_all_listed(text: str, maximum: Fraction) -> bool | None:
    """Whether the entries of the only list earn everything together, or one alone; None where nothing says.

    Example:
        >>> wants_all_listed("Có một trong các văn bản sau: kế hoạch; quy chế: 5 điểm", Fraction(5))
        False
    """
    lists = list(_LIST.finditer(text))
    if len(lists) != 1 or len([*filter(str.strip, _ENTRIES.split(lists[0]["entries"]))]) < 2:
        return None
    given = [_given(match, maximum) for match in _POINTS.finditer(text)]
    return lists[0]["one"] is None if [each for each in given if each] == [maximum] else None


def _given(match: re.Match[str], maximum: Fraction) -> Fraction:
    if match["points"]:
        return exact(match["points"].replace(",", "."))
    return maximum if "tối đa" in match.group().casefold() else Fraction(0)
