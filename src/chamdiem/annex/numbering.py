"""Printed numbers of rows: Roman, Arabic, dotted, lettered; what style a number is written in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from chamdiem.annex.number_labels import read_label, split_label

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# Lists of officials go through the Vietnamese alphabet: a b c d đ e g h i k l m n o …
_VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# A code in the column of numbers: "TC01", "CS-2.1".
CODE = re.compile(r"[A-ZĐ]{1,5}[-._]?\d+(?:[.\-_]\d+)*")
# Letters and a number that has parts of its own: "TC1", "TC1.1".
_CODED = re.compile(r"([A-ZĐ]{2,5}[-._]?)(\d{1,3}(?:\.\d{1,3}){0,4})")
# A letter and a number without a stop between: "D1" for "D.1".
_UNDOTTED = re.compile(r"([A-ZĐ])(\d{1,2}(?:\.\d{1,3}){0,4})")
# "2.a" and "2a"; "5đ" are points.
_LETTERED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)(?:\.([a-zđ])|([a-eghik]))")
# "I.1", "A.II.1", "I.1.a": a letter or a Roman number, and parts of it.
_MIXED = re.compile(
    r"(?P<first>[IVXLC]{1,6}|[A-ZĐ])(?P<parts>(?:\.(?:\d{1,3}|[IVXLC]{1,6})){0,5})(?:\.(?P<last>[a-zđ]))?"
)
_LETTER_BEHIND = re.compile(r"\d[\d.]*[a-eghik]")
# Counted in words, and in figures with a ring around them.
_WORDED = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_RINGED = re.compile("[①-⑳❶-❿⓵-⓾➀-➉➊-➓]")
_PREFIX = re.compile(
    r"^(?:(?:chương|phần|mục|nhóm|trụ cột|lĩnh vực|(?:chỉ số|tiêu chí)(?: chính| thành phần)?|phụ lục)\s+"
    r"|(?-i:TC|CS|CT|TCTP|CSTP|CSC|TCC|NTC)[\s._-]*(?=\d))?"
    r"(?P<number>(?:[IVXLC]+|\d{1,3}|[A-Za-zĐđ])(?:\.\d{1,3}){0,5}(?:\.[a-zđ])?)(?P<mark>\s*[-–](?=\s+[^\W\d_])|[.)/:]?)\s+(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number read: its style and its parts."""

    style: str
    parts: tuple[int, ...]
    letter: str = ""

    @property
    def value(self) -> int:
        """The last part, which counts up from sibling to sibling."""
        return self.parts[-1]

    @property
    def key(self) -> str:
        """The number as part of a key."""
        if self.style in ("roman", "upper", "lower") or self.style.startswith(("coded", "named")):
            return self.letter
        if _UNDOTTED.fullmatch(self.letter) or _LETTER_BEHIND.fullmatch(self.letter):
            return self.letter.lstrip("0")
        return ".".join(str(part) for part in self.parts)


def read_number(text: str) -> Number | None:
    """Read a whole cell as a number; None when it is none."""
    bare = "".join(text.split()).rstrip(".):/,").lstrip("(-")
    if not bare:
        return None
    if (label := read_label(text)) is not None:
        return _named(*label)
    if _RINGED.fullmatch(bare):
        return Number("ringed", (int(unicodedata.numeric(bare)),))
    if bare.casefold() in _WORDED:
        return Number("worded", (_WORDED.index(bare.casefold()) + 1,))
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{1,3}){0,5}", bare):
        parts = tuple(int(part) for part in re.split("[.,]", bare))
        return Number(f"dotted{len(parts)}" if len(parts) > 1 else "arabic", parts)
    if _ROMAN.fullmatch(bare) and bare:
        return Number("roman", (roman(bare),), bare)
    if (mixed := _mixed(bare)) is not None:
        return mixed
    if match := _UNDOTTED.fullmatch(bare):
        undotted = tuple(int(part) for part in match[2].split("."))
        return Number(f"mixed{len(undotted) + 1}", (_value_of(match[1]), *undotted), bare)
    if match := _LETTERED.fullmatch(bare):
        parts = tuple(int(part) for part in match[1].split("."))
        return Number(f"dotted{len(parts) + 1}", (*parts, _place(match[2] or match[3])), bare)
    if match := _CODED.fullmatch(bare):
        parts = tuple(int(part) for part in match[2].split("."))
        return Number(f"coded {match[1]} {len(parts)}", parts, bare)
    if len(bare) == 1 and bare.isalpha():
        style = "upper" if bare.isupper() else "lower"
        return Number(style, (_place(bare.casefold()),), bare)
    return None


def _named(word: str, number: str) -> Number:
    """The number behind the word for what it counts; the word tells it from the numbers of rows inside."""
    value = int(number) if number.isdigit() else _value_of(number)
    return Number(f"named {word}", (value,), number)


def _mixed(bare: str) -> Number | None:
    """A number whose parts are written in several ways."""
    match = _MIXED.fullmatch(bare)
    if match is None or not (match["parts"] or match["last"]):
        return None
    inner = [int(part) if part.isdigit() else roman(part) for part in match["parts"].split(".")[1:]]
    last = [_place(match["last"])] if match["last"] else []
    parts = (_value_of(match["first"]), *inner, *last)
    return Number(f"mixed{len(parts)}", parts, bare)


def split_number(text: str) -> tuple[str, str]:
    """A number in front of a name, and the name: ``1.1. Nhận thức`` → ``1.1.``, ``Nhận thức``."""
    label, name = split_label(text)
    if label:
        return label, name
    match = _PREFIX.match(text)
    if match is None:
        return "", text
    number, mark = match["number"], match["mark"].strip()
    is_letter = number.isalpha() and len(number) == 1 and not _ROMAN.fullmatch(number)
    # "A - NHẬN THỨC SỐ" is a heading, "a - b" is none.
    is_heading = mark in ("-", "–") and number.isupper() and text[match.end()].isupper()
    if (not mark and "." not in number) or (is_letter and mark in ("", "-", "–") and not is_heading):
        return "", text
    return number + (mark if mark in (".", ")") else ""), text[match.end() :].strip()


def roman(text: str) -> int:
    """The value of a Roman number."""
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _value_of(letters: str) -> int:
    return roman(letters) if _ROMAN.fullmatch(letters) else _place(letters.casefold())


def _place(letter: str) -> int:
    if letter in _VIETNAMESE:
        return _VIETNAMESE.index(letter) + 1
    return _LATIN.index(letter) + 1 if letter in _LATIN else 0
