"""By how much percent something stays behind what was to be reached, or goes beyond it: "thiếu không quá 5% chỉ tiêu"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from chamdiem.annex.rules.bands import Band
from chamdiem.annex.rules.statements import Award

_UP = r"vượt(?: mức)?|cao hơn|nhiều hơn|tăng thêm|tăng hơn|rút ngắn"
_DOWN = r"thiếu(?: hụt)?|hụt|chậm|thấp hơn|ít hơn|kém(?: hơn)?"
_GOAL = r"(?:chỉ tiêu|mục tiêu|kế hoạch|dự toán|tiến độ|định mức|thời gian|thời hạn|năm trước|năm ngoái|cùng kỳ|kỳ trước|mức bình quân|bình quân|quy định)"
_TO = rf"(?:so với (?:số |mức |cùng )?)?{_GOAL}(?: (?:vốn|thu|chi|năm|năm trước|năm ngoái|được giao|giao|đề ra|giải quyết|quy định|theo quy định))*"
_SIZE = r"(?:(?:từ|trên|dưới|đến|quá|không quá|hơn|trong khoảng|tối đa|ít nhất|tối thiểu|[<>≥≤])\s+)*(?:\d[\d.,]*\s*(?:-|–|đến)\s*)?\d[\d.,]*\s*%"
# "Thiếu trên 5% chỉ tiêu", "thấp hơn kế hoạch từ 10%", "chậm dưới 5% so với tiến độ được giao".
_BEHIND = re.compile(
    rf"\b(?P<word>{_UP}|{_DOWN})\s+(?:(?P<to>{_TO})(?:\s*\(%\))?\s*(?:(?<=\s)|:\s*)(?:(?:{_UP}|{_DOWN})\s+)?)?{_SIZE}(?:\s*(?:đến|-|–)\s*(?:dưới\s+)?\d[\d.,]*\s*%)?(?:\s+trở (?:lên|xuống))?(?:\s+(?P<goal>{_TO}))?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\b(?:{_UP}|{_DOWN})\s+(?:(?:{_TO})\s+)?\d", re.IGNORECASE)
# "Cao hơn 10%" is more than that, where "vượt 10%" is that.
_MORE_THAN = re.compile(r"\b(?:cao|nhiều|thấp|ít|kém) hơn\s+\d", re.IGNORECASE)
# "Chậm so với kế hoạch:", above levels that only say how much; "Mức vượt dự toán" as the name of the row.
_HEAD = re.compile(
    rf"(?:(?P<lead>mức (?:độ )?)|(?:tổng )?(?:thu|chi)(?: ngân sách(?: nhà nước)?)? )?(?P<word>{_UP}|{_DOWN})\s+(?:(?:thu|chi|giải ngân)\s+)?(?P<to>{_TO})(?:\s*\(%\))?\s*:?",
    re.IGNORECASE,
)
# "Không vượt: 4 điểm" beside "vượt đến 5%": by nothing, or by less than that.
_NOT_AT_ALL = re.compile(
    rf"(?:(?P<head>[^:]+):\s*)?(?:(?:nếu|trường hợp)\s+)?không(?: bị| để)?\s+(?P<word>{_UP}|{_DOWN})(?:\s+quá)?(?:\s+(?P<to>{_TO}))?",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(
    rf"(?:{_SIZE})(?:\s*(?:đến|-|–)\s*(?:dưới\s+)?\d[\d.,]*\s*%)?(?:\s+{_TO})?(?:\s+trở (?:lên|xuống))?",
    re.IGNORECASE,
)
# "Số dự án chậm tiến độ dưới 10% tổng số dự án": how many of them, and not by how much.
_OF_THINGS = re.compile(
    r"\btổng số\b|^(?:nếu |có )?(?:số|t[ỷỉ] lệ) [^;:]*\b(?:chậm|thiếu|hụt)\b|\bchậm (?:tiến độ|kế hoạch|thời (?:gian|hạn))\b[^;:]*:?[^;:]*\d\s*%",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\btrở lên\b", re.IGNORECASE)
_IS_UP = re.compile(_UP, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deviation:
    """Which way something deviates, and from what."""

    words: str
    is_up: bool


def deviation_of(banded: Sequence[Award], heads: Sequence[str] = (), name: str = "") -> Deviation | None:
    """What all levels in percent say by how much it was missed or passed; None where they are shares.

    ``heads`` stand above the levels; the ``name`` of the row says it too.
    """
    levels = [each for each in banded if each.band is not None and not each.band.is_rest]
    found = [_BEHIND.search(each.condition) for each in levels]
    if any(_OF_THINGS.search(each.condition) for each in levels):
        return None
    if not all(each.reward.is_constant for each in levels) or not _are_bare(levels, found):
        return None
    matches = [match for match in found if match]
    head = _head_of(heads, name)
    if found and found[0] is None:
        if head is None or matches:
            return None
        matches = [head]
    goal = next((goal for match in matches if (goal := _goal_of(match))), "") or (
        _goal_of(head) if head else ""
    )
    ways = {bool(_IS_UP.fullmatch(match["word"])) for match in matches}
    if not goal or len(ways) != 1:
        return None
    return Deviation(" ".join(f"{matches[0]['word'].lower()} {goal}".split()), ways == {True})


def with_none_at_all(awards: Sequence[Award], heads: Sequence[str], name: str) -> list[Award]:
    """The awards with "không vượt: 4 điểm" as the level of no percent, beside levels of how much it was passed."""
    found = [_NOT_AT_ALL.fullmatch(each.condition.strip()) if each.band is None else None for each in awards]
    if sum(match is not None for match in found) != 1 or not all(
        match or (each.band is not None and (each.band.is_percent or each.band.is_rest))
        for match, each in zip(found, awards, strict=True)
    ):
        return list(awards)
    lower = [each for each in awards if each.band is not None and each.band.low is None and each.band.high]
    read = [
        _at_none(each, match, name) if match else _above_none(each) if lower == [each] else each
        for match, each in zip(found, awards, strict=True)
    ]
    return read if deviation_of(read, heads, name) is not None else list(awards)


def _at_none(award: Award, match: re.Match[str], name: str) -> Award:
    head = _HEAD.fullmatch((match["head"] or name).strip())
    goal = match["to"] or (head["to"] if head else "")
    words = f"{match['word']} {goal}".strip()
    none = Band("", low=None, high=Fraction(0), is_high_in=True, unit="%")
    return replace(award, condition=f"{words} không quá 0%", band=none)


def _above_none(award: Award) -> Award:
    """As in "vượt dưới 5%" beside "không vượt": by something."""
    return replace(award, band=replace(award.band, low=Fraction(0), is_low_in=False)) if award.band else award


def _are_bare(levels: Sequence[Award], found: Sequence[re.Match[str] | None]) -> bool:
    """Whether levels that do not say it again say only how much."""
    return all(
        match or _NUMBER_ALONE.fullmatch(each.condition) for match, each in zip(found, levels, strict=True)
    )


def _head_of(heads: Sequence[str], name: str) -> re.Match[str] | None:
    matches = [_HEAD.fullmatch(each.strip()) for each in heads]
    named = _HEAD.fullmatch(name.strip())
    found = next((match for match in matches if match), named if named and named["lead"] else None)
    return None if found is None or _OF_THINGS.search(f"{found[0].strip(' :')} 1%") else found


def is_head(text: str) -> bool:
    """Whether words only say which way the levels below them deviate, and from what."""
    return _HEAD.fullmatch(text.strip()) is not None


def _goal_of(match: re.Match[str]) -> str:
    return match["to"] or match.groupdict().get("goal") or ""


def as_printed(award: Award) -> Award:
    """As in "vượt 10% dự toán", "vượt 10% dự toán trở lên": by ten percent, and not by more than that."""
    band = award.band
    if band is None or band.high is not None or band.is_low_in or not _BARE.search(award.condition):
        return award
    if _OPEN.search(award.condition):
        return replace(award, band=replace(band, is_low_in=True))
    if _MORE_THAN.search(award.condition):
        return award
    return replace(award, band=replace(band, high=band.low, is_low_in=True, is_high_in=True, is_exact=True))
