"""Counts a decision states ("gồm 07 chỉ số chính và 77 tiêu chí") against what was found."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from chamdiem.annex.amounts import exact_number, total_of
from chamdiem.annex.blocks import Document
from chamdiem.annex.heading import level_names
from chamdiem.annex.rows import Annex, AnnexRow, Declared

_COUNT = re.compile(
    r"(\d{1,3})\s+(trụ cột|nhóm(?: chỉ số| tiêu chí)?(?! (?:nhiệm vụ|giải pháp|việc|công việc|đối tượng))|lĩnh vực|chỉ số chính|chỉ số thành phần|"
    r"tiêu chí thành phần|tiêu chí con|tiêu chí|chỉ số)",
    re.IGNORECASE,
)
_LONE = re.compile(
    r"\b(?i:có|gồm)\s+0?1\s+(?i:trụ cột|lĩnh vực)\s+(?P<name>[A-ZĐ][^,;:.\d]{3,60}?),?\s+(?:bao )?gồm\s"
)
_LONGEST = 400
_STATES = re.compile(r"\b(?:gồm|bao gồm|có|với)\b.{0,40}\d", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:[\d.IVX]+\s+)?(?P<about>.*?)[:\s]*\b(?:bao gồm|gồm|có)\b", re.IGNORECASE)


# What the whole set is worth, in a sentence about it: "Bộ tiêu chí gồm …, tổng 50 điểm".
_ABOUT_ALL = re.compile(r"(?:[\d.IVX]+\s+)?(?:bộ|tổng|gồm|bao gồm|thang|khung|bảng)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:tổng(?: cộng| số)?(?: điểm)?|thang điểm)(?: tối đa| chung)?(?: của [^:;,\d]{1,60})?(?: là| bằng|:)?"
    r"\s+(?P<points>\d{1,5}(?:,\d{1,3})?)\s*điểm\b",
    re.IGNORECASE,
)
_POINTED = ("scored", "bonus", "deduction")
_TOPS = ("trụ cột", "nhóm", "lĩnh vực")
# "Văn phòng phụ trách gồm 03 lĩnh vực công tác": a count of the set only where the sentence is about one.
_OF_A_SET = re.compile(
    r"\b(?:bộ|chỉ số|tiêu chí|chỉ tiêu|bảng|khung|thang|phụ lục|trụ cột|nội dung|kết cấu|cấu trúc|chấm điểm|đánh giá|index|tổng)\b|^\W*$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\d\s+lĩnh vực (?:công tác|quản lý|hoạt động|ngành|trọng tâm|ưu tiên|chuyên môn|kinh doanh|đời sống|cần|được giao|sau đây thuộc)\b",
    re.IGNORECASE,
)
_INCLUDES = re.compile(r"\bgồm\b", re.IGNORECASE)


def stated_total(document: Document) -> Fraction | None:
    """The points of the whole set a line or a sentence states."""
    texts = [paragraph.text for paragraph in document.paragraphs() if len(paragraph.text) <= _LONGEST]
    for text in texts:
        if (total := total_of(text)) is not None:
            return total
    matches = (_TOTAL.search(text) for text in texts if _ABOUT_ALL.match(text))
    return next((exact_number(match["points"]) for match in matches if match), None)


def read_declared(document: Document) -> list[Declared]:
    """Every count stated outside the tables."""
    found = []
    for paragraph in document.paragraphs():
        if not _STATES.search(paragraph.text) or len(paragraph.text) > _LONGEST:
            continue
        match = _ABOUT.search(paragraph.text)
        about = match["about"].strip() if match else ""
        found += [
            Declared(paragraph.text, int(each[1]), each[2].casefold(), about, paragraph.spot)
            for each in _COUNT.finditer(paragraph.text)
        ]
    return found


def lone_pillar(document: Document) -> str:
    """The one pillar a decision says its set has: "Có 01 trụ cột Chính quyền số gồm 06 chỉ số chính"."""
    texts = (paragraph.text for paragraph in document.paragraphs() if len(paragraph.text) <= _LONGEST)
    return next((match["name"] for text in texts if (match := _LONE.search(text)) is not None), "")


def counts_the_top(annex: Annex, declared: Sequence[Declared]) -> bool:
    """Whether the text counts rows at the top by the first name the header prints, and none below them."""
    if not annex.level_names:
        return False
    levels = Counter(row.level for row in annex.rows if row.role == "scored")
    first = annex.level_names[0].casefold()
    counts = [each.count for each in declared if each.what == first and _named(annex, each.about) is None]
    return any(count == levels[0] != levels[1] for count in counts)


def count_declared(annex: Annex, declared: list[Declared]) -> list[Declared]:
    """The stated counts, each with what was found where that is known."""
    counted = [replace(each, found=_count(annex, each, _steps_down(each, declared))) for each in declared]
    for each in counted:
        if each.found is not None and each.found != each.count:
            annex.rows[0].warn(
                "declared.differs", words=each.what, stated=str(each.count), found=str(each.found)
            )
    return counted


def _steps_down(declared: Declared, others: Sequence[Declared]) -> int:
    """How many words for groups in the same sentence count larger ones: "03 lĩnh vực, 06 nhóm"."""
    if not declared.what.startswith(_TOPS):
        return 0
    beside = {each.what: each.count for each in others if each.words == declared.words}
    return sum(
        what.startswith(_TOPS) and what != declared.what and count < declared.count
        for what, count in beside.items()
    )


def _count(annex: Annex, declared: Declared, steps: int) -> int | None:
    """How many rows of the named level stand below the row the sentence is about."""
    names = [name.casefold() for name in level_names(annex)]
    about = _named(annex, declared.about)
    rows = annex.rows if about is None else _below(annex, about)
    counts = [
        _count_of(names, annex.level_names, declared, [row for row in rows if row.role in roles], steps)
        for roles in (("scored",), ("scored", "bonus"), _POINTED)
    ]
    # Some count the rows of bonus points, others do not.
    return declared.count if declared.count in counts else counts[0]


def _count_of(
    names: Sequence[str], printed: Sequence[str], declared: Declared, rows: Sequence[AnnexRow], steps: int
) -> int | None:
    if declared.what in names:
        found = sum(row.level == names.index(declared.what) for row in rows)
        # Names the table does not print are the usual ones, which the text may give to other levels.
        is_usual = declared.what not in {name.casefold() for name in printed}
        others = list(Counter(row.level for row in rows).values()) if is_usual else []
        if declared.what in (names[-1], *(name.casefold() for name in printed[1:][-1:])):
            # What is scored right below a pillar is counted with what is scored further down.
            others.append(sum(not row.is_group for row in rows))
        return declared.count if declared.count in others else found
    found_unnamed = _count_unnamed(rows, declared, steps)
    # Where the sentence may be about anything, only a count that comes out tells what it counts.
    is_sure = (
        _INCLUDES.search(declared.words) and _is_of_the_set(declared)
    ) or found_unnamed == declared.count
    return found_unnamed if is_sure else None


def _is_of_the_set(declared: Declared) -> bool:
    """Whether the words in front of a count of fields speak of a set, and those behind it of nothing else."""
    if declared.what != "lĩnh vực":
        return True
    return bool(_OF_A_SET.search(declared.about)) and not _ELSEWHERE.search(declared.words)


def _count_unnamed(rows: Sequence[AnnexRow], declared: Declared, steps: int) -> int | None:
    """How many rows there are of a level the table does not name: one that comes out, else the usual one.

    ``steps``: how far below the top the named groups stand.
    """
    levels = Counter(row.level for row in rows)
    if not levels:
        return None
    if declared.what.startswith(_TOPS):
        depths = sorted(levels)
        return levels[depths[min(steps, len(depths) - 1)]]
    leaves = sum(not row.is_group for row in rows)
    return declared.count if declared.count in levels.values() else leaves


def _named(annex: Annex, about: str) -> int | None:
    words = re.sub(r"^(?:trụ cột|chỉ số|nhóm|lĩnh vực)\s+", "", about.casefold())
    return next(
        (place for place, row in enumerate(annex.rows) if words and row.name.casefold() == words), None
    )


def _below(annex: Annex, place: int) -> list[AnnexRow]:
    inside = {place}
    for other, row in enumerate(annex.rows):
        if row.parent in inside:
            inside.add(other)
    return [annex.rows[each] for each in sorted(inside - {place})]
