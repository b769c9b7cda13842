"""Words that are certainly meant otherwise, by the words they always stand with: "trờ lên", "TH Ù"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamdiem.core.lint.syllables import is_syllable

# The right word, and where the wrong one can be no other.
_WORDS = (
    ("trở", r"(?P<wrong>trờ)(?=\s+lên\b)"),
    ("tiền", r"\bdùng\s+(?P<wrong>tiên)(?=\s+mặt\b)"),
    ("số", r"\btổng\s+(?P<wrong>sổ)(?!\w|\s+(?:sách|theo|cái|quỹ)\b)"),
    ("số", r"\b(?:đổi|chữ ký|kỹ thuật|giải pháp|chính quyền|kinh tế|xã hội)\s+(?P<wrong>sô)\b"),
    ("hội", r"\bxã\s+(?P<wrong>hộl)\b"),
    ("nhật", r"\b(?P<wrong>nht)(?=\s+ký\b)"),
    ("điểm", r"\b(?P<wrong>diểm)\b"),
)
_PATTERNS = tuple((right, re.compile(words, re.IGNORECASE)) for right, words in _WORDS)
# In capitals a vowel that is no word of its own, behind what can only begin one.
_PARTED = re.compile(
    r"(?<!\w)(TH|NH|PH|KH|CH|TR|NG|GH|[BCDĐGHKLMNRSTV]) ([ÙÚỦŨỤỨỪỬỮỰÈÉẺẼẸẾỀỂỄỆÒÓỎÕỌỐỒỔỖỘ])(?!\w)"
)


def find_mistyped(line: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and right spelling of every word that can be no other."""
    for right, pattern in _PATTERNS:
        for match in pattern.finditer(line):
            yield *match.span("wrong"), _cased(right, match["wrong"])
    for match in _PARTED.finditer(line) if line.isupper() else ():
        if is_syllable((joined := match[1] + match[2]).casefold()):
            yield *match.span(), joined


def _cased(right: str, printed: str) -> str:
    if printed.isupper():
        return right.upper()
    return f"{right[0].upper()}{right[1:]}" if printed[0].isupper() else right
