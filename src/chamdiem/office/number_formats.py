"""What a spreadsheet prints beside a number: the words in the format of its cell."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne

# Quoted words, one character behind a backslash, the sign of a currency; blanks and fill, which print none.
_PIECE = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|[_*].|\[[^\]]*\]|[^"\\\[_*]+')
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
# A comma behind the last digit: shown in thousands, two of them in millions.
_SCALED = re.compile(r"[0#?](,+)(?![,0#?.]*[0#?])|[0#?](,+)\.")
_QUOTED = re.compile(r'"[^"]*"|\\.')
_COMPARED = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
# The parts of a format for numbers; a fourth is for text.
_MOST_CONDITIONAL = 3
# Signs of currencies among what stands in a format as it is.
_CURRENCIES = "₫đĐ$€£¥"


def printed_words(number_format: str, value: Decimal) -> str:
    r"""The words or the currency printed with a number; empty where there are none.

    Example:
        >>> printed_words('0.00" tỷ"', Decimal("1.25")), printed_words("#,##0.00", Decimal(7))
        ('tỷ', '')
        >>> printed_words(r'[$₫-42A]#,##0;[Red]-#,##0\ \t\r', Decimal(-3))
        'tr'
        >>> printed_words('#,##0,,"triệu đồng"', Decimal(1500000))
        '÷ 1.000.000 triệu đồng'
    """
    section = _section(number_format, value)
    words = " ".join("".join(_said(match) for match in _PIECE.finditer(section)).split())
    if not any(sign.isalpha() or sign in _CURRENCIES for sign in words):
        words = ""
    return " ".join(filter(None, (_divided(section), words)))


def _divided(section: str) -> str:
    """By how much the number is divided before it is shown, as in "÷ 1.000"; empty where it is not."""
    match = _SCALED.search(_QUOTED.sub("", section))
    return f"÷ 1{'.000' * len(match[1] or match[2])}" if match else ""


def _said(piece: re.Match[str]) -> str:
    """What one piece of a format prints beside the digits."""
    if any(piece.groups()):
        return next(each for each in piece.groups() if each)
    bare = "" if piece[0][0] in "[_*" else piece[0]
    return "".join(sign for sign in bare if sign in _CURRENCIES or sign.isspace())


def _section(number_format: str, value: Decimal) -> str:
    """The part of a format that prints a value: by conditions where there are any, else by its sign."""
    sections = _SECTION.findall(number_format)
    conditions = [_CONDITION.search(_QUOTED.sub("", each)) for each in sections]
    if any(conditions):
        return _conditional(sections, conditions, value)
    place = 0 if value > 0 else 1 if value < 0 else 2
    return sections[place] if place < len(sections) else sections[0] if sections else ""


def _conditional(sections: list[str], conditions: list[re.Match[str] | None], value: Decimal) -> str:
    """The first part whose condition holds; one without any is for a sign, and the last for what is left."""
    last = len(sections[:_MOST_CONDITIONAL]) - 1
    for place, (section, condition) in enumerate(zip(sections, conditions, strict=True)):
        if condition is not None:
            holds = _COMPARED[condition[1]](value, Decimal(condition[2]))
        else:
            holds = place >= last or (value < 0 if place else value > 0)
        if holds:
            return section
    # A spreadsheet shows hashes then.
    return sections[0]
