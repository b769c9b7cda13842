"""Rows of deductions: the points of the row are what is taken off, so "trừ 1 điểm" is one point of it."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from typing import Any

_PIECE = re.compile(r"[^;\n]+")
_FOR_EACH = re.compile(
    r"\b(?:mỗi|cứ|từng)\b|\d\s*(?:điểm|đ)\s*/|\b(?:tối đa|không quá)\b|[-–x×*/+]\s*\d", re.IGNORECASE
)
_TAKES = re.compile(
    r"(?P<before>[:,]?\s*)(?P<words>(?:thì )?(?:sẽ )?(?:bị )?trừ(?: đi)?)(?=\s+(?:\d|toàn bộ|tối đa))",
    re.IGNORECASE,
)
# "Mỗi báo cáo gửi chậm: 1 điểm": what one costs, without a word for it.
_PRICE = re.compile(
    r"(?P<what>\s*(?:[-+•]\s*)?(?:mỗi|cứ mỗi|từng)\b(?:(?!\b(?:trừ|cộng|giảm|tối đa|được)\b)[^:\d])+:?) (?P<points>\d+(?:,\d+)?\s*(?:điểm|đ)\s*\.?\s*)",
    re.IGNORECASE,
)


def as_given(text: str) -> str:
    """The text with "trừ 2 điểm" as "2 điểm", every letter in its place; what each costs is taken off."""
    return _PIECE.sub(lambda piece: _piece_given(piece[0]), text)


def _piece_given(piece: str) -> str:
    if (price := _PRICE.fullmatch(piece)) is not None:
        return f"{price['what']}-{price['points']}"
    return piece if _FOR_EACH.search(piece) else _TAKES.sub(_colon, piece)


def as_taken(rule: Any) -> Any | None:
    """The rule of what is taken off: "trừ 1 điểm mỗi lần" counts; None where it is not known which way it counts."""
    if not isinstance(rule, dict):
        return rule
    if rule.get("kind") == "deduct":
        return {**rule, "kind": "count"}
    return None if "'deduct'" in str(rule) else rule


def _colon(match: re.Match[str]) -> str:
    sign = match["before"].strip() or ":"
    return sign.ljust(len(match[0])) if sign == ":" else ":".ljust(len(match[0]))
