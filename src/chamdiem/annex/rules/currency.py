"""Amounts of money in conditions: "từ 500 triệu đồng đến 1 tỷ đồng", "dưới 10 triệu"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from chamdiem.annex.rules.words import Token

_TIMES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
_UNITS = {"đồng": 1, "nghìn đồng": 1_000, "triệu đồng": 1_000_000, "tỷ đồng": 1_000_000_000}
_MONEY = ("đồng", "đ", "vnđ")
# Behind "10 triệu" these say nothing of what is counted: it is money.
_NOTHING_COUNTED = frozenset(
    ("", "đến", "tới", "trở", "thì", "trên", "dưới", "và", "-", ",", ":", ".", ")", "<", "<=")
)
# "(tr.đ)", "(ngàn đồng)", "(ĐVT: 1.000 đồng)"; "dự án trên 10 tỷ đồng" says nothing of a figure's unit.
_PRINTED = (
    ("tỷ đồng", r"(?<!\d )\bt[ỷỉ] ?(?:đồng|đ|vnđ|vnd)\b|\((?:đvt|đơn vị(?: tính)?)?:? ?t[ỷỉ]\)"),
    ("triệu đồng", r"(?<!\d )\b(?:triệu|tr)\.? ?(?:đồng|đ|vnđ|vnd)\b|\((?:đvt|đơn vị(?: tính)?)?:? ?(?:triệu|tr)\.?\)"),
    ("nghìn đồng", r"(?<!\d )\b(?:nghìn|ngàn|ng)\.? ?(?:đồng|đ|vnđ|vnd)\b|\((?:đvt|đơn vị(?: tính)?)?:? ?(?:nghìn|ngàn)\)|\([^()]*\b1\.?000 ?(?:đồng|đ|vnđ|vnd)\)"),
    ("đồng", r"\((?:đvt|đơn vị(?: tính)?)?:? ?(?:đồng|đ|vnđ|vnd)\)"),
)  # fmt: skip
# "500 tr.đ", "ng.đ".
_SHORT = re.compile(r"(?<![^\W\d_])(?P<unit>tr|ng)\.? ?(?:đ|đồng)(?!\w)", re.IGNORECASE)


def in_whole_words(text: str, maximum: Fraction) -> str:  # noqa: ARG001  one of the rewrites of a clause
    """A clause with the units of money in full: "500 tr.đ", "trđ"."""
    return _SHORT.sub(lambda match: f"{'triệu' if match['unit'][0] in 'tT' else 'nghìn'} đồng", text)


def unit_printed(text: str) -> str:
    """The unit of money that a text prints for a figure, in full; empty where it prints none."""
    return next((unit for unit, words in _PRINTED if re.search(words, text, re.IGNORECASE)), "")


def read_money(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """The unit of money behind a number and its tokens; no unit but two tokens for "2 triệu lượt"."""
    words = [token.text for token in tokens[place : place + 2]] + ["", ""]
    if words[0] in ("đồng", "vnđ") and words[1] in _NOTHING_COUNTED:
        return "đồng", 1
    if words[0] not in _TIMES or words[1] in ("lệ", "trọng"):
        return "", 0
    unit = f"{words[0]} đồng".replace("ngàn", "nghìn")
    if words[1] in _MONEY:
        return unit, 2
    return (unit, 1) if words[1] in _NOTHING_COUNTED else ("", 2)


def times_of(word: str) -> int:
    """What a number is multiplied by."""
    return _TIMES[word]


def smallest_money(units: Iterable[str]) -> str:
    """The smallest unit of money among units; empty where there is none."""
    return min((unit for unit in units if unit in _UNITS), key=lambda unit: _UNITS[unit], default="")


def in_money(value: Fraction, unit: str, other: str) -> Fraction:
    """An amount in another unit of money."""
    return value * _UNITS[unit] / _UNITS[other] if unit in _UNITS else value
