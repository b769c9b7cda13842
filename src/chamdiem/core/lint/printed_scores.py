"""Points that are the value of a band and not what it gives: "từ 700 điểm: 10 điểm"."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,5}(?:[.,]\d{1,3})?"
_UNIT = r"\s*(?:điểm|đ)\b"
_SIDE = r"(?:\b(?:từ|trên|dưới|đạt|hơn|đủ|đến|tới|tối thiểu|ít nhất|không dưới)|[<>≥≤=–-])"
_UP = r"(?:\s+trở (?:lên|xuống))?"
# What a band of them gives stands right behind it.
_GIVES = r"(?=\s*(?::|=>|→|=|\b(?:thì|được)\b)\s*(?:(?:được|đạt|tính)\s+)*(?:điểm\s+)?(?:tối đa|không|\d))"
_BAND = re.compile(
    rf"(?:{_SIDE}\s*)+{_NUMBER}(?:{_UNIT})?{_UP}"
    rf"(?:\s*(?:đến|tới|và|nhưng|[-–])?\s*(?:{_SIDE}\s*)*{_NUMBER})?{_UNIT}{_UP}{_GIVES}"
    rf"|(?:^|(?<=[;\n]))[ \t]*{_NUMBER}(?:{_UNIT})?"
    rf"\s*(?:[-–]|đến|tới)\s*(?:dưới\s+)?{_NUMBER}{_UNIT}{_GIVES}",
    re.IGNORECASE | re.MULTILINE,
)
_POINTS = re.compile(rf"(?<=\d){_UNIT}", re.IGNORECASE)


def without_scores(text: str) -> str:
    """A text whose bands of points are bands of numbers.

    Example:
        >>> without_scores("Từ 500 đến dưới 700 điểm: 5 điểm; dưới 500 điểm: 0 điểm")
        'Từ 500 đến dưới 700: 5 điểm; dưới 500: 0 điểm'
    """
    return _BAND.sub(lambda band: _POINTS.sub("", band.group()), text) if "đ" in text else text
