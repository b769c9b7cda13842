"""Rows without a number that are called “Điểm cộng” or “Điểm trừ”: where the last of a table stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.numbering import read_number
from chamdiem.annex.rows import AnnexRow
from chamdiem.core.lint.characters import as_it_looks

_KIND = r"(?:(?:điểm )?(?:cộng|trừ|thưởng|phạt)(?: điểm)?)"
_CALLED = re.compile(
    rf"(?:các |những )?(?:nội dung |tiêu chí |mục |phần |nhóm |khoản )?(?=.*\bđiểm\b)(?P<kinds>{_KIND}"
    rf"(?:(?:,| và|/|,? hoặc) ?{_KIND})*)(?: thêm| khác)?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")


def is_called_added(row: AnnexRow) -> bool:
    """Whether the whole name says that points are added or taken off, and nothing else."""
    return _called(row) is not None


def is_added_on_top(rows: Sequence[AnnexRow], place: int, stack: Sequence[int], offset: int) -> bool:
    """Whether such a row is the last branch of its table, and no part of the branch above it.

    Args:
        rows: The rows of the table.
        place: The row.
        stack: The places of the rows that are open above it, outermost first.
        offset: The place of the first row of the table among all rows.
    """
    row = rows[place]
    if row.number or row.heading or not stack or not is_called_added(row):
        return False
    if any(_holds_added(rows[each]) for each in stack):
        return False
    if any(_adds_up(rows, each, place, offset) for each in stack):
        return False
    return not _goes_on(rows, place, stack)


def _called(row: AnnexRow) -> re.Match[str] | None:
    return _CALLED.fullmatch(_IN_BRACKETS.sub("", as_it_looks(row.name)).strip(" .:*-+"))


def _holds_added(row: AnnexRow) -> bool:
    """Whether an open row is the group of them: it has a number, or names several kinds."""
    called = _called(row)
    return called is not None and (bool(row.number) or len(re.findall(_KIND, called["kinds"])) > 1)


def _adds_up(rows: Sequence[AnnexRow], above: int, place: int, offset: int) -> bool:
    """Whether the maximum of an open row is only made up with the points of this one."""
    own, printed = rows[place].max_points, rows[above].max_points
    below = [row.max_points or Fraction(0) for row in rows[:place] if row.parent == above + offset]
    return bool(own) and printed is not None and sum(below) + (own or 0) == printed


def _goes_on(rows: Sequence[AnnexRow], place: int, stack: Sequence[int]) -> bool:
    """Whether the numbers of a row that is open above go on behind this one."""
    open_ = [number for each in stack if (number := read_number(rows[each].number)) is not None]
    if not open_:
        return any(each.name.isupper() and not is_called_added(each) for each in rows[place + 1 :])
    later = [number for each in rows[place + 1 :] if (number := read_number(each.number)) is not None]
    if any(each.parts[:-1] and each.parts[:-1] == own.parts[:-1] for each in later[:1] for own in open_):
        return True
    alike = next((number for number in later if number.style == open_[0].style), None)
    return alike is not None and alike.value == open_[0].value + 1
