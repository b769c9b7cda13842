"""Rows called by how much something grew, fell or differs, whose levels only say how many percent of it."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.rules.statements import Award

_WAY = r"(?:tăng trưởng|tăng thêm|tăng(?! cường\b)|giảm thiểu|kéo giảm|cắt giảm|giảm|vượt)"
_TO = r"so với (?:số |mức |cùng )?(?:đầu (?:năm|kỳ|nhiệm kỳ)|cuối (?:năm|kỳ) trước|chỉ tiêu|mục tiêu|kế hoạch|dự toán|định mức|năm trước|năm ngoái|năm \d{4}|cùng kỳ|kỳ trước|quý trước|tháng trước|bình quân)"
# "Tăng thu ngân sách so với dự toán", "Số hội viên tăng so với đầu năm"; "số doanh nghiệp có doanh thu tăng" is a share.
_COMPARED = re.compile(
    rf"(?:(?:mức|t[ỷỉ] lệ|phần trăm)(?: độ)? )?{_WAY}\b[^:;]*? {_TO}|(?!.*\b(?:có|được|đạt|đã)\b)[^:;]*\b{_WAY}(?: thêm| lên| hơn)? {_TO}",
    re.IGNORECASE,
)
# "Tốc độ tăng trưởng GRDP", "Tỷ lệ giảm hộ nghèo": the percentage is one of growing.
_RATE = re.compile(
    r"(?:(?:mức|t[ỷỉ] lệ|tốc độ|phần trăm)(?: %)? (?:tăng|giảm)|tăng trưởng)\b(?! cường\b)", re.IGNORECASE
)
_DIFFERENCE = re.compile(
    r"(?:(?:mức|độ|t[ỷỉ] lệ|phần trăm)(?: %)? )?(?:chênh lệch|khoảng cách|biến động|sai số|sai lệch)\b(?!.*\btổng số\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?:{_TO}(?: (?:được giao|giao|năm trước|trước))*|\b(?:nếu|khi|mức|đạt|từ|trên|dưới|đến|tới|trở|lên|xuống|không|quá|hơn|ít|nhất|tối|thiểu|đa|bằng|thêm|và|là)\b|\b{_WAY}\b)|[\d\W])*",
    re.IGNORECASE,
)
_SPEAKS_OF_A_GOAL = re.compile(r"\b(?:chỉ tiêu|mục tiêu|kế hoạch|dự toán)\b", re.IGNORECASE)
_MOST_GROWN = Fraction(1, 2)


def tells_a_growth(name: str, levels: Sequence[Award]) -> bool:
    """Whether the row is called by a growth or a difference, and its levels say only how many percent."""
    if not all(_BARE.fullmatch(each.condition) for each in levels if each.band and not each.band.is_rest):
        return False
    return bool(_COMPARED.match(name) or _RATE.match(name) or _DIFFERENCE.match(name))


def may_be_the_result(name: str, levels: Sequence[Award]) -> bool:
    """Whether percentages are so high that what was reached may be meant, and not by how much it grew."""
    edges = [
        edge for each in levels if each.band for edge in (each.band.low, each.band.high) if edge is not None
    ]
    return not _DIFFERENCE.match(name) and max(edges, default=Fraction(0)) > _MOST_GROWN


def names_a_difference(subject: str) -> bool:
    """Whether words in front of a percentage say by how much two things differ."""
    return bool(_DIFFERENCE.match(subject))


def speaks_of_a_goal(levels: Sequence[Award]) -> bool:
    """Whether a level says of what it is a percentage."""
    return any(_SPEAKS_OF_A_GOAL.search(each.condition) for each in levels)
