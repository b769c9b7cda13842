"""Which way a text that compares organisations lets the points go, by its formula or by its two ends."""

from __future__ import annotations

import re

_HIGHEST, _LOWEST = r"(?:\b(?:cao|lớn|nhiều) nhất|max)\b", r"(?:\b(?:thấp|nhỏ|ít) nhất|min)\b"
_MINUS, _OTHERS = r"\s*[-−–]\s*", r"[^()/;=\n−–-]{0,60}?"
_OVER = r"\s*\)\s*/\s*\([^()\n]{1,120}\)"
# "(a − thấp nhất)/(cao nhất − thấp nhất)", "(X - Xmin)/(Xmax - Xmin)"; turned "(cao nhất − a)/(...)".
_ABOVE_LOWEST = re.compile(rf"\({_OTHERS}{_MINUS}{_OTHERS}{_LOWEST}{_OTHERS}{_OVER}", re.IGNORECASE)
_BELOW_HIGHEST = re.compile(rf"\({_OTHERS}{_HIGHEST}{_OTHERS}{_MINUS}{_OTHERS}{_OVER}", re.IGNORECASE)
# "Điểm = giá trị của đơn vị/giá trị cao nhất × 10"; "(1 − a/cao nhất)" goes the other way and is none.
_OVER_HIGHEST = re.compile(
    rf"(?:^|(?P<equals>=)|[:;.\n])\s*\(?[^()/:;.=\n−–-]{{1,80}}/{_OTHERS}{_HIGHEST}(?!{_MINUS}|\s*trừ)"
    r"(?P<times>[^.;=\n]{0,30}?[×x*]\s*\d+)?",
    re.IGNORECASE,
)
# "Đơn vị cao nhất 10 điểm, thấp nhất 0 điểm".
_ENDS = re.compile(
    rf"(?P<first>{_HIGHEST}|{_LOWEST}) [1-9]\d{{0,3}}(?:,\d+)? điểm[^.\n\d]{{0,40}}"
    rf"(?P<last>{_HIGHEST}|{_LOWEST}) 0 điểm",
    re.IGNORECASE,
)
_IS_HIGHEST = re.compile(_HIGHEST, re.IGNORECASE)


def compared_directions(text: str) -> dict[bool, str]:
    """What says that more earns more (True) or that less does (False), in the words of the text.

    Example:
        >>> compared_directions("Điểm = (X - Xmin)/(Xmax - Xmin) x 10")
        {True: '(X - Xmin)/(Xmax - Xmin)'}
    """
    found = {}
    for pattern, is_high in ((_ABOVE_LOWEST, True), (_BELOW_HIGHEST, False)):
        if match := pattern.search(text):
            found[is_high] = match.group()
    for match in _OVER_HIGHEST.finditer(text):
        if match["equals"] or match["times"]:
            found[True] = match.group().strip(" :;.=\n")
    for match in _ENDS.finditer(text):
        first, last = (bool(_IS_HIGHEST.fullmatch(match[end])) for end in ("first", "last"))
        if first is not last:
            found[first] = match.group()
    return found
