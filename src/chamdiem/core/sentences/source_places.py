"""The place of a row in its document in the language asked for: ``mục I.9`` as ``item I.9``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from chamdiem.core.sentences.phrases import Language

_ENGLISH: Mapping[str, str] = {
    "thông tin chung": "general information",
    "dòng không đánh số": "line without a number",
    "không in số": "number not printed",
    "dòng tổng cộng": "line of the total",
    "dòng thứ hai": "second line",
    "dòng mã": "line with the code",
    "đoạn kết": "closing paragraph",
    "nơi nhận": "list of recipients",
    "phụ lục": "annex",
    "thứ tự": "position",
    "bảng": "table",
    "dòng": "line",
    "dưới": "below",
    "phần": "part",
    "mục": "item",
}
_KNOWN = re.compile(rf"\b({'|'.join(_ENGLISH)})\b", re.IGNORECASE)
# What may stand between the words: numbers and letters of rows, signs.
_NUMBERING = re.compile(r"[\s,()–-]|\b[IVXLC]+(\.\w+)*\b|\b[A-Zđ](\.\w+)*\b|\b\d[\w.]*")


def place_text(place: str, language: Language) -> str:
    """The place in words; as it was written where a word of it is not known."""
    if language == "vi" or _NUMBERING.sub("", _KNOWN.sub("", place)):
        return place
    return _KNOWN.sub(_in_english, place)


def _in_english(found: re.Match[str]) -> str:
    words = _ENGLISH[found[0].casefold()]
    return words.capitalize() if found[0][0].isupper() else words
