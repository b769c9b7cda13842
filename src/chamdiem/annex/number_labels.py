"""Numbers printed with the word for what they count: "Phần I", "Mục 1.", "Phần thứ nhất"."""

from __future__ import annotations

import re

_WORDS = r"chương|phần|mục|nhóm|trụ cột|lĩnh vực|khối"
_ORDINALS = (
    ("nhất", "một"), ("hai", "nhì"), ("ba",), ("tư", "bốn"), ("năm",), ("sáu",), ("bảy", "bẩy"), ("tám",),
    ("chín",), ("mười",),
)  # fmt: skip
_VALUES = {word: str(value) for value, words in enumerate(_ORDINALS, start=1) for word in words}
_ORDINAL = rf"(?:thứ )?(?P<ordinal>{'|'.join(_VALUES)})"
_LABEL = rf"(?P<word>{_WORDS}) (?:{_ORDINAL}|(?P<number>[IVXLC]{{1,6}}|[A-ZĐ]|\d{{1,2}}))"
_WHOLE = re.compile(rf"{_LABEL}\s*[.:)/]?", re.IGNORECASE)
_BEGINS = re.compile(rf"(?P<label>{_LABEL})\s*(?:[.:)/]|[-–](?=\s))\s*(?=[^\W\d])", re.IGNORECASE)


def read_label(text: str) -> tuple[str, str] | None:
    """The word and the number of a cell that holds nothing else; ordinals become figures."""
    match = _WHOLE.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    ordinal = match["ordinal"]
    return match["word"].casefold(), _VALUES[ordinal.casefold()] if ordinal else match["number"].upper()


def split_label(text: str) -> tuple[str, str]:
    """A label in front of a name where its number alone may be that of a row inside, and the name."""
    match = _BEGINS.match(text)
    label = read_label(match["label"]) if match is not None else None
    if match is None or label is None or not label[1].isdigit():
        return "", text
    return match["label"], text[match.end() :].strip()
