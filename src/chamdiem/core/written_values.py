"""What people type and programs write: yes and no, options, days, numbers in two parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal

from chamdiem.core.points import decimal_text
from chamdiem.errors import Problem

InputType = Literal["whole", "decimal", "yes_no", "choice", "date", "text"]

_YES = frozenset({"có", "co", "yes", "true", "1", "x", "đạt", "rồi", "đã có"})
_NO = frozenset({"không", "khong", "no", "false", "0", "chưa", "không có", "chưa có"})
# The one way sets, cases and JSON write a number.
_CANONICAL = re.compile(r"(-?[0-9]+)(?:\.([0-9]+))?")
# The ways people write one. A comma is always the decimal sign, as in Vietnam;
# a point groups thousands, or is the decimal sign where it cannot group them.
_TYPED = re.compile(r"(-?[0-9]+)(?:[.,]([0-9]+))?")
_GROUPED = re.compile(r"(-?[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4})(?:,([0-9]{1,12}))?")
_ONE_GROUP = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_COMMA_GROUPS = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3}){1,4}(\.[0-9]{1,12})?")
# How programs shorten a number: 1e2, 1,5E+03.
_SHORTENED = re.compile(r"(-?[0-9]{1,15}(?:[.,][0-9]{1,15})?)[eE]([+-]?(?:0?[0-9]|1[0-5]))")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ]00:00(?::00)?)?")
_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


class UnreadableValue(ValueError):
    """A typed value is not of its input's kind; carries the problem."""

    def __init__(self, code: str, **facts: str) -> None:
        self.problem = Problem(code, facts)
        super().__init__(code, facts)


def read_yes_no(text: str) -> int:
    """The stored integer of a yes or no."""
    word = text.casefold()
    if word in _YES:
        return 1
    if word in _NO:
        return 0
    raise UnreadableValue("answer.not_yes_no", value=text)


def read_choice(text: str, options: Mapping[str, str]) -> int:
    """The position of an option, by its code or its words."""
    word = _plain(text)
    for position, (code, label) in enumerate(options.items()):
        if word in (_plain(code), _plain(label)):
            return position
    allowed = "; ".join(f"{code} ({label})" if label else code for code, label in options.items())
    raise UnreadableValue("answer.unknown_option", value=text, allowed=allowed)


def _plain(text: str) -> str:
    """A text without what nobody sees on paper: capitals, and blanks that are double or do not break."""
    return " ".join(text.casefold().split())


def read_date(text: str, since: date) -> int:
    """The number of days after another day."""
    try:
        match = _DATE.fullmatch(text)
        if match:
            day, month, year = map(int, match.groups())
            return (date(year, month, day) - since).days
        if _ISO_DATE.fullmatch(text):
            return (date.fromisoformat(text[:10]) - since).days
    except ValueError:
        pass
    raise UnreadableValue("answer.not_a_date", value=text)


def canonical_number(text: str, kind: InputType) -> tuple[str, str]:
    """A number of a file that programs write, as the digits before and after its point."""
    match = _CANONICAL.fullmatch(text)
    if match is not None:
        return match[1], match[2] or ""
    _refuse_shortened(text, ".")
    # What people would write is named by how a program has to write it.
    whole, decimals = typed_number(text, kind)
    plain = f"{whole}.{decimals}" if decimals else whole
    raise UnreadableValue("answer.not_canonical", value=text, plain=plain)


def refuse_padded_text(text: str) -> None:
    """Refuse ``"1.000"``: no program pads a number so, and a person means a thousand by it."""
    if _ONE_GROUP.fullmatch(text) and text.endswith("0"):
        plain, decimal = text.replace(".", ""), text.rstrip("0").rstrip(".")
        raise UnreadableValue("answer.padded_text", value=text, plain=plain, decimal=decimal)


def typed_number(text: str, kind: InputType) -> tuple[str, str]:
    """A number that a person typed, as the digits before and after the decimal sign."""
    _refuse_two_readings(text, kind)
    _refuse_shortened(text, ",")
    if kind == "whole" and _COMMA_GROUPS.fullmatch(text):
        text = text.replace(",", "")
    match = _TYPED.fullmatch(text) or _GROUPED.fullmatch(text)
    if match is not None:
        return match[1].replace(".", ""), match[2] or ""
    plain = "".join(text.split()).removeprefix("+")
    if plain != text and _TYPED.fullmatch(plain):
        code = "answer.plus_sign" if text.startswith("+") else "answer.blank_inside"
        raise UnreadableValue(code, value=text, plain=plain)
    raise UnreadableValue("answer.not_a_number", value=text)


def _refuse_shortened(text: str, point: str) -> None:
    """Refuse a number with an exponent, and write it out with this decimal sign."""
    match = _SHORTENED.fullmatch(text)
    if match is not None:
        number = Fraction(match[1].replace(",", ".")) * Fraction(10) ** int(match[2])
        raise UnreadableValue("answer.shortened", value=text, plain=decimal_text(number).replace(".", point))


def _refuse_two_readings(text: str, kind: InputType) -> None:
    """Refuse a number that means a thousand times as much to one reader as to another."""
    plain = text.replace(".", "").replace(",", "")
    if kind == "whole":
        if _ONE_GROUP.fullmatch(text) or _ONE_GROUP.fullmatch(text.replace(",", ".")):
            raise UnreadableValue("answer.ambiguous_number", value=text, plain=plain)
        return
    if _ONE_GROUP.fullmatch(text):
        decimal = text.replace(".", ",")
        raise UnreadableValue("answer.ambiguous_decimal", value=text, plain=plain, decimal=decimal)
    if _COMMA_GROUPS.fullmatch(text) and (text.count(",") > 1 or "." in text):
        plain = text.replace(",", "").replace(".", ",")
        raise UnreadableValue("answer.comma_groups", value=text, plain=plain)
