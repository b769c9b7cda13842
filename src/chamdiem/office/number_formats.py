"""What a spreadsheet prints beside a number: the words in the format of its cell."""

from __future__ import annotations

import re
from decimal import Decimal

# Quoted words, one character behind a backslash, the sign of a currency; blanks and fill, which print none.
_PIECE = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|[_*].|\[[^\]]*\]|[^"\\\[_*]+')
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+')
# Signs of currencies among what stands in a format as it is.
_CURRENCIES = "₫đĐ$€£¥"


def printed_words(number_format: str, value: Decimal) -> str:
    r"""The words or the currency printed with a number; empty where there are none.

    Example:
        >>> printed_words('0.00" tỷ"', Decimal("1.25")), printed_words("#,##0.00", Decimal(7))
        ('tỷ', '')
        >>> printed_words(r'[$₫-42A]#,##0;[Red]-#,##0\ \t\r', Decimal(-3))
        'tr'
    """
    text = "".join(_said(match) for match in _PIECE.finditer(_section(number_format, value)))
    words = " ".join(text.split())
    return words if any(sign.isalpha() or sign in _CURRENCIES for sign in words) else ""


def _said(piece: re.Match[str]) -> str:
    """What one piece of a format prints beside the digits."""
    if any(piece.groups()):
        return next(each for each in piece.groups() if each)
    bare = "" if piece[0][0] in "[_*" else piece[0]
    return "".join(sign for sign in bare if sign in _CURRENCIES or sign.isspace())


def _section(number_format: str, value: Decimal) -> str:
    """The part of a format that prints a value: for what is positive, negative or nought."""
    sections = _SECTION.findall(number_format)
    place = 0 if value > 0 else 1 if value < 0 else 2
    return sections[place] if place < len(sections) else sections[0] if sections else ""
