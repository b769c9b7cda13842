"""Notes outside the tables that say how a row is scored: the row tells of them."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

from chamdiem.annex.outside import short
from chamdiem.annex.rows import Annex

_SCORES = re.compile(
    r"\b(?:không (?:phải |được )?(?:chấm|tính|đánh giá|xét|áp dụng|thực hiện)|chỉ (?:chấm|tính|đánh giá|áp dụng)|trừ|cộng|điểm|thay|miễn|loại trừ|quy đổi)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:[IVX]+|\d+)(?:\.\d+)*"
# "không chấm mục 4", "tiêu chí 1.2, 1.3 và 5".
_NAMED = re.compile(
    rf"\b(?:mục|tiêu chí|chỉ số|nội dung|chỉ tiêu|nhiệm vụ|dòng|stt|tiêu chí thành phần|chỉ số thành phần)(?: số)? (?P<numbers>{_NUMBER}(?:(?:,| và|;) {_NUMBER})*)(?![\w/]|\.\d)(?! ?(?:điểm|%|tiêu chí|chỉ số)\b)",
    re.IGNORECASE,
)
_MOST_ROWS = 3


def tell_noted_rows(annex: Annex) -> None:
    """Warn at every row that a note outside the tables names, where the note says how it is scored."""
    for note in annex.outside:
        if not _SCORES.search(note.text):
            continue
        for number in _numbers(note.text):
            named = [row for row in annex.rows if row.number.strip(" .") == number]
            for row in named if len(named) <= _MOST_ROWS else []:
                row.warn("row.noted_elsewhere", text=short(note.text))


def _numbers(text: str) -> list[str]:
    found = (re.findall(_NUMBER, match["numbers"]) for match in _NAMED.finditer(text))
    return list(dict.fromkeys(number for each in found for number in each))
