"""The lines and entries of a calculation text, and points that stand in front of what earns them."""

from __future__ import annotations

import re
from functools import lru_cache

# Where a table lost its line breaks, semicolons and list marks still part the bands,
# and so does a comma or full stop after points.
_LINES = re.compile(
    r"\n|;\s|\.\s+(?=(?:(?:đạt|t[ỷỉ] lệ)\s+){0,2}(?:đạt|từ|dưới|trên)\s+\d)"
    r"|,\s+(?=\d{1,4}(?:[.,]\d+)?\s*(?:điểm|đ)\s*(?:\(|(?:nếu|khi|đối với)\b))"
    r"|\s[+•]\s|(?:(?<=điểm)|(?<=tối đa))\s?[,.]\s+"
    r"(?=(?:từ|dưới|trên|ít nhất|tối thiểu|còn lại|nếu|đạt|tỷ lệ|tỉ lệ"
    r"|(?:không|chưa) (?:dưới|quá|đạt|hoàn thành))\b|[<>≤≥]"
    r"|không (?:có|còn|phát sinh)\b[^.,;:\n]{0,60}(?::|\bđược \d)"
    r"|\d{1,4}(?:[.,]\d+)?\s*(?:%|[-–—]\s*\d|[^\W\d_])[^,.;:\n]{0,30}"
    r"(?::|\b(?:được|thì|trở lên|trở xuống)\b))",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[.;]\s+|\n")
_QUOTED = re.compile(r"[“”\"]")
_LONGEST_CLAUSE = 80
# "8 điểm nếu đạt từ 90%", "0 điểm: dưới 90%", "10đ (100%)": the points stand in front.
_AHEAD = re.compile(
    r"^(?:(?:được|chấm|cho|tính|đạt)\s+)?"
    r"(?P<points>\d{1,4}(?:[.,]\d+)?\s*(?:điểm|đ)|điểm tối đa|không (?:có )?điểm)"
    r"\s*(?:(?:nếu|khi|đối với|cho)\b(?!\s+mỗi)|:|(?P<opened>\())\s*(?P<case>.*\S)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines and entries of a calculation text, without list marks."""
    return tuple(line.strip(" -+•\t*;") for line in _LINES.split(text))


def clauses_of(reading: str) -> tuple[str, ...]:
    """The short clauses of a note, without what it quotes or argues."""
    parts = (part.strip() for part in _CLAUSES.split(reading))
    return tuple(part for part in parts if len(part) <= _LONGEST_CLAUSE and not _QUOTED.search(part))


def points_behind(line: str) -> str:
    """A line with the points behind what earns them.

    Example:
        >>> points_behind("8 điểm nếu đạt từ 90% đến dưới 100%")
        'đạt từ 90% đến dưới 100%: 8 điểm'
    """
    match = _AHEAD.match(line) if line[:1].isdigit() or "điểm" in line[:12].casefold() else None
    if match is None or "điểm" in match["case"].casefold():
        return line
    return f"{match['case'].rstrip('.,) ' if match['opened'] else '., ')}: {match['points']}"
