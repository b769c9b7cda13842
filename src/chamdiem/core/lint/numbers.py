"""Printed numbers: ``1.1.3``, ``I``, ``2)``, ``b``, ``A1``, ``TC1.2`` as parts that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["arabic", "roman", "letter"]

_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROMAN_FORM = re.compile(r"X{0,3}(?:I[XV]|V?I{0,3})")
_ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN_END = 40
# The order in which lists are lettered, and the letters that some leave out: those of one alphabet only.
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_OPTIONAL = frozenset("đfjwz")
_SEPARATORS = re.compile(r"[.\-]")
_LETTERS_BEFORE = re.compile(r"([A-ZĐ]{1,5})[ _]?(?=\d)")
_LETTER_BEHIND = re.compile(r"(?<=\d)(?=[a-zđ]$)")
# "Phần I", "Mục 2.1": what the number counts may stand before it.
_NAMED = re.compile(
    r"(?:phần|mục|chương|nhóm|trụ cột|lĩnh vực|tiêu chí|chỉ số|nội dung|bảng|khối)\s+(?=\S{1,12}$)",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?:\d+|[^\W\d_]+)$")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """The parts of a number and how each is written."""

    parts: tuple[int, ...]
    styles: tuple[Style, ...]

    @property
    def last(self) -> int:
        """The place among its siblings."""
        return self.parts[-1]

    @property
    def style(self) -> Style:
        """How the last part is written."""
        return self.styles[-1]

    @property
    def is_letter(self) -> bool:
        """Whether the last part is a letter, which counts apart from numbers."""
        return self.style == "letter"


def read_number(text: str) -> PrintedNumber | None:
    """Read a printed number; None when it is no number.

    Example:
        >>> read_number("5.3.2").parts, read_number("IV").parts, read_number("đ)").last
        ((5, 3, 2), (4,), 5)
        >>> read_number("B2").parts, read_number("TC1.2").parts
        ((2, 2), (1, 2))
        >>> read_number("Phần II").parts
        (2,)
    """
    plain = _NAMED.sub("", plain_number(text), count=1)
    if not plain:
        return None
    parts = [_part(part) for part in _SEPARATORS.split(_with_stops(plain))]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    return PrintedNumber(tuple(value for value, _ in known), tuple(style for _, style in known))


def plain_number(text: str) -> str:
    """A printed number without the marks behind it."""
    return text.strip().rstrip(".):")


def _with_stops(plain: str) -> str:
    """``A1`` is A.1 and ``2a`` is 2.a; what stands before ``TC1.2`` names the list and is no part."""
    letters = _LETTERS_BEFORE.match(plain)
    if letters is not None:
        before = f"{letters[1]}." if _part(letters[1]) else ""
        plain = before + plain[letters.end() :]
    return _LETTER_BEHIND.sub(".", plain)


def write_number(parts: tuple[int, ...]) -> str:
    """Parts as an ordinary number: ``5.3.1``."""
    return ".".join(str(part) for part in parts)


def write_below(above: str, place: int, like: str) -> str:
    """The number of a place below a printed one, in the way of ``like``, a number that should stand there.

    Example:
        >>> write_below("B2", 1, "B1.1"), write_below("B", 2, "A1"), write_below("II", 3, "1.3")
        ('B2.1', 'B2', '2.3')
    """
    own, other = read_number(above), read_number(like)
    if own is None or other is None:
        return ""
    if any(mine != theirs for mine, theirs in zip(own.styles, other.styles[:-1], strict=False)):
        return write_number((*own.parts, place))
    plain = plain_number(above)
    beside = write_beside(like, place)
    last = _LAST.search(beside)
    start = last.start() if last else 0
    stop = beside[start - 1 : start] if start else "."
    is_fused = stop not in (".", "-")
    if is_fused and plain[-1].isdigit() is beside[start].isdigit():
        stop, is_fused = ".", False
    return f"{plain}{'' if is_fused else stop}{beside[start:]}"


def write_beside(printed: str, place: int) -> str:
    """The number of another place in the list of a printed one, written in its way.

    Example:
        >>> write_beside("5.3.2", 1), write_beside("IV)", 3), write_beside("E", 5), write_beside("A2", 1)
        ('5.3.1', 'III', 'Đ', 'A1')
    """
    plain = plain_number(printed)
    last = _LAST.search(plain)
    start = last.start() if last else len(plain)
    return plain[:start] + _written(place, plain[start:])


def list_passed_over(printed: str, places: range) -> list[str]:
    """The numbers of places before a printed one, without the letters that its list may leave out.

    Example:
        >>> list_passed_over("E", range(5, 6)), list_passed_over("E", range(3, 6))
        ([], ['C', 'D'])
    """
    written = (write_beside(printed, place) for place in places)
    return [number for number in written if number[-1].lower() not in _OPTIONAL]


def _written(place: int, like: str) -> str:
    part = _part(like)
    if part is not None and part[1] == "roman" and place < _ROMAN_END:
        return "X" * (place // 10) + _ROMAN_UNITS[place % 10]
    if part is not None and part[1] == "letter" and place <= len(_ALPHABET):
        letter = _ALPHABET[place - 1]
        return letter.upper() if like.isupper() else letter
    return str(place)


def _part(text: str) -> tuple[int, Style] | None:
    if text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text), "arabic"
    if text and _ROMAN_FORM.fullmatch(text):
        return _roman(text), "roman"
    if len(text) == 1 and text.lower() in _ALPHABET:
        return _ALPHABET.index(text.lower()) + 1, "letter"
    return None


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
