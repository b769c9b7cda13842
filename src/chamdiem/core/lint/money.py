"""Units of money as people write them: ``tỉ đồng``, ``ngàn VNĐ``, ``tr.đ``."""

from __future__ import annotations

import re

_MONEY = re.compile(r"\b(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|vnđ|vnd)\b|\btr\.?\s?đ\b", re.IGNORECASE)
_ONE_WAY = (("tỉ", "tỷ"), ("ngàn", "nghìn"), ("vnđ", "đồng"), ("vnd", "đồng"))


def money_named_in(text: str) -> tuple[str, ...]:
    """The units of money a text names, each written in one way.

    Example:
        >>> money_named_in("5 ngàn VNĐ; 3 tr.đ"), money_named_in("máy")
        (('nghìn đồng', 'triệu đồng'), ())
    """
    return tuple(_written_one_way(match.group()) for match in _MONEY.finditer(text))


def _written_one_way(unit: str) -> str:
    lower = unit.casefold()
    if lower.endswith("đ") and not lower.endswith("vnđ"):
        return "triệu đồng"
    for word, usual in _ONE_WAY:
        lower = lower.replace(word, usual)
    return " ".join(lower.split())
