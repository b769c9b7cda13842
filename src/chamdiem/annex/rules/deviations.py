"""By how much percent something stays behind what was to be reached, or goes beyond it: "thiếu không quá 5% chỉ tiêu"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chamdiem.annex.rules.statements import Award

_UP = r"vượt(?: quá| mức)?|cao hơn|nhiều hơn|tăng thêm|tăng hơn|rút ngắn"
_DOWN = r"thiếu(?: hụt)?|hụt|chậm|thấp hơn|ít hơn|kém(?: hơn)?"
_GOAL = r"(?:chỉ tiêu|mục tiêu|kế hoạch|dự toán|tiến độ|định mức|thời gian|thời hạn|năm trước|năm ngoái|cùng kỳ|kỳ trước|mức bình quân|bình quân|quy định)"
_TO = rf"(?:so với (?:số |mức |cùng )?)?{_GOAL}(?: (?:vốn|thu|chi|năm|năm trước|năm ngoái|được giao|giao|đề ra|giải quyết|quy định|theo quy định))*"
_SIZE = r"(?:(?:từ|trên|dưới|đến|quá|không quá|hơn|trong khoảng|tối đa|ít nhất|tối thiểu|[<>≥≤])\s+)*\d[\d.,]*\s*%"
# "Thiếu trên 5% chỉ tiêu", "thấp hơn kế hoạch từ 10%", "chậm dưới 5% so với tiến độ được giao".
_BEHIND = re.compile(
    rf"\b(?P<word>{_UP}|{_DOWN})\s+(?:(?P<to>{_TO})\s+)?{_SIZE}(?:\s*(?:đến|-|–)\s*(?:dưới\s+)?\d[\d.,]*\s*%)?(?:\s+(?P<goal>{_TO}))?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\b(?:{_UP}|{_DOWN})\s+(?:(?:{_TO})\s+)?\d", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    rf"(?:{_SIZE})(?:\s*(?:đến|-|–)\s*(?:dưới\s+)?\d[\d.,]*\s*%)?(?:\s+{_TO})?(?:\s+trở (?:lên|xuống))?",
    re.IGNORECASE,
)
# "Số dự án chậm tiến độ dưới 10% tổng số dự án": how many of them, and not by how much.
_OF_THINGS = re.compile(
    r"\btổng số\b|^(?:nếu |có )?(?:số|t[ỷỉ] lệ) [^;:]*\b(?:chậm|thiếu|hụt)\b|\bchậm (?:tiến độ|kế hoạch|thời (?:gian|hạn))\b[^;:]*\d\s*%",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\btrở lên\b", re.IGNORECASE)
_IS_UP = re.compile(_UP, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deviation:
    """Which way something deviates, and from what."""

    words: str
    is_up: bool


def deviation_of(banded: Sequence[Award]) -> Deviation | None:
    """What all levels in percent say by how much it was missed or passed; None where they are shares."""
    levels = [each for each in banded if each.band is not None and not each.band.is_rest]
    found = [_BEHIND.search(each.condition) for each in levels]
    first = found[0] if found else None
    if any(_OF_THINGS.search(each.condition) for each in levels):
        return None
    if first is None or not all(each.reward.is_constant for each in levels):
        return None
    goal = next(
        (match["to"] or match["goal"] for match in found if match and (match["to"] or match["goal"])), ""
    )
    word = first["word"].lower()
    others = {match["word"].lower() for match in found if match}
    are_bare = all(
        match or _NUMBER_ALONE.fullmatch(each.condition) for match, each in zip(found, levels, strict=True)
    )
    if not goal or len({bool(_IS_UP.fullmatch(each)) for each in others}) > 1 or not are_bare:
        return None
    return Deviation(" ".join(f"{word} {goal}".split()), bool(_IS_UP.fullmatch(word)))


def as_printed(award: Award) -> Award:
    """As in "vượt 10% dự toán", "vượt 10% dự toán trở lên": by ten percent, and not by more than that."""
    band = award.band
    if band is None or band.high is not None or band.is_low_in or not _BARE.search(award.condition):
        return award
    if _OPEN.search(award.condition):
        return replace(award, band=replace(band, is_low_in=True))
    return replace(award, band=replace(band, high=band.low, is_low_in=True, is_high_in=True, is_exact=True))
