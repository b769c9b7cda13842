"""Units of money as people write them: ``tỉ đồng``, ``ngàn VNĐ``, ``tr.đ``."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.core.points import decimal_text

_MONEY = re.compile(r"\b(?:nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|vnđ|vnd)\b|\btr\.?\s?đ\b", re.IGNORECASE)
_TIMES = {"đồng": 1, "nghìn đồng": 1_000, "triệu đồng": 1_000_000, "tỷ đồng": 1_000_000_000}
_NUMBER = r"\d[\d.]*(?:,\d+)?"
# "2 tỷ 500 triệu đồng", "từ 1 đến dưới 2,5 tỷ"; "2 triệu lượt" is no money.
_AMOUNT = re.compile(
    rf"(?<![\d.,])(?:(?P<low>{_NUMBER})(?P<to>\s*(?:đến|tới|-|–)\s*(?:dưới\s+)?))?(?P<number>{_NUMBER}) ?(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn)(?: (?P<rest>\d{{1,3}}) (?P<smaller>triệu|nghìn|ngàn))?"
    r"(?P<money> ?(?:đồng|vnđ|vnd|đ))?(?!\w)(?(money)|(?=\s*(?:$|[;:,.)<>≥≤–-]|(?:trở|đến|tới|thì|được|trên|dưới|và)\b)))",
    re.IGNORECASE | re.MULTILINE,
)
_ONE_WAY = (("tỉ", "tỷ"), ("ngàn", "nghìn"), ("vnđ", "đồng"), ("vnd", "đồng"))


def money_named_in(text: str) -> tuple[str, ...]:
    """The units of money a text names, each written in one way.

    Example:
        >>> money_named_in("5 ngàn VNĐ; 3 tr.đ"), money_named_in("máy")
        (('nghìn đồng', 'triệu đồng'), ())
    """
    return tuple(_written_one_way(match.group()) for match in _MONEY.finditer(text))


def amounts_in(text: str, unit: str) -> str:
    """A text with its amounts of money in one unit.

    Example:
        >>> amounts_in("Từ 2 tỷ 500 triệu đồng; dưới 1,5 tỷ; 3 triệu lượt", "triệu đồng")
        'Từ 2500 triệu đồng; dưới 1500 triệu đồng; 3 triệu lượt'
    """
    if unit not in _TIMES:
        return text
    return _AMOUNT.sub(lambda amount: _in_unit(amount, unit), text)


def amounts_named_in(text: str) -> set[str]:
    """The units of money behind the numbers of a text, both of "2 tỷ 500 triệu"."""
    return {
        _written_one_way(f"{word} đồng")
        for amount in _AMOUNT.finditer(text)
        for word in (amount["unit"], amount["smaller"])
        if word
    }


def _in_unit(amount: re.Match[str], unit: str) -> str:
    printed = _written_one_way(f"{amount['unit']} đồng")
    if printed == unit and not amount["rest"]:
        return amount[0]
    value = _value(amount["number"]) * _TIMES[printed]
    if amount["rest"]:
        value += _value(amount["rest"]) * _TIMES[_written_one_way(f"{amount['smaller']} đồng")]
    low = "" if not amount["low"] else _shown(_value(amount["low"]) * _TIMES[printed], unit) + amount["to"]
    return f"{low}{_shown(value, unit)} {unit}"


def _value(number: str) -> Fraction:
    return Fraction(number.replace(".", "").replace(",", "."))


def _shown(value: Fraction, unit: str) -> str:
    return decimal_text(value / _TIMES[unit]).replace(".", ",")


def _written_one_way(unit: str) -> str:
    lower = unit.casefold()
    if lower.endswith("đ") and not lower.endswith("vnđ"):
        return "triệu đồng"
    for word, usual in _ONE_WAY:
        lower = lower.replace(word, usual)
    return " ".join(lower.split())
