"""A header in two levels: "Điểm" over "Trụ cột" and "Tiêu chí" → one heading for each column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.blocks import Line
from chamdiem.annex.column_words import role_of
from chamdiem.annex.level_columns import level_of
from chamdiem.annex.markup import one_line
from chamdiem.annex.numbering import read_number

_ORDERS = ("abcdefghijkl", "abcdđeghikl", "iiiiiiivvviviiviii")
_FILLED_IN = re.compile(
    r"\b(?:tự|thẩm định|đạt được|kết quả|hội đồng|thực tế|phúc tra|chênh lệch|năm|kỳ|quý|lần|vòng)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\bđiểm\b|\bba-?\s?rem\b", re.IGNORECASE)
_COLUMN_LETTER = re.compile(r"[(\[]?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[)\]]?(?:\s*=.*)?", re.IGNORECASE)


def headings_of(cells: Sequence[str]) -> tuple[str, ...]:
    """The headings of one line."""
    return tuple(one_line(cell) for cell in cells)


def _fills_below(upper: tuple[str, ...], lower: tuple[str, ...]) -> bool:
    """Whether the second line has headings only where the first is open or begins a group."""
    is_open = [not cell for cell in upper]
    begins = [place + 1 < len(upper) and is_open[place + 1] for place in range(len(upper))]
    under = [place for place, cell in enumerate(lower) if cell]
    return any(is_open[place] for place in under) and all(is_open[place] or begins[place] for place in under)


def join_two_levels(above: Line, below: Line) -> tuple[str, ...] | None:
    """The headings of both levels put together; None when the second line is no part of the header."""
    upper, lower = headings_of(above.cells), headings_of(below.cells)
    if len(upper) != len(lower) or sum(bool(cell) for cell in upper) < 2:
        # A title that spreads over the whole table is no level of the header.
        return None
    if read_number(lower[0]) is not None or read_number(upper[0]) is not None:
        return None
    if sum(bool(cell) for cell in lower) < 2 or not _fills_below(upper, lower):
        return None
    joined, group = [], ""
    for place, (one, other) in enumerate(zip(upper, lower, strict=True)):
        is_open = not one and (place in above.merged or bool(other))
        group = one or (group if is_open else "")
        if role_of(other) == "name" and role_of(group) != "max":
            # "Nội dung chấm điểm" over "Nhóm" and "Tiêu chí": the upper one says nothing of the column.
            joined.append(other)
            continue
        joined.append(" ".join(part for part in dict.fromkeys((group if other else one, other)) if part))
    is_sure = is_reached(below)
    for cell, whole in zip(lower, joined, strict=True):
        if cell and not is_sure and not role_of(cell) and not role_of(whole) and level_of(whole) is None:
            return None
    return tuple(joined)


def is_reached(below: Line) -> bool:
    """Whether all other cells of a line reach down from the one above, so that both are one header."""
    is_open = [not one_line(cell) for cell in below.cells]
    return any(is_open) and all(place in below.reached for place, empty in enumerate(is_open) if empty)


def telling_of(above: Line, below: Line, joined: Sequence[str]) -> tuple[str, ...]:
    """Of each heading in two levels the words that tell what is below it.

    Under a heading over several columns ("Chấm điểm") the lower ones tell them apart, unless the upper
    one says who fills them in ("Tự đánh giá").
    """
    telling, group = [], ""
    for one, other, whole in zip(headings_of(above.cells), headings_of(below.cells), joined, strict=True):
        group = one or group
        role = role_of(other)
        is_own = role not in ("", "ignored") or (not role and _POINTS.search(other))
        # "Điểm" over "Trụ cột" and "Tiêu chí": the points of each.
        is_own = is_own and not (role in ("name", "group") and role_of(group) == "max")
        telling.append(other if is_own and not _FILLED_IN.search(group) else whole)
    return tuple(telling)


def is_letter_line(line: Line) -> bool:
    """Whether the line only numbers the columns: (1) (2) (3), or A B 1 2."""
    cells = [cell for cell in line.cells if cell.strip()]
    if len(cells) < max(3, len(line.cells) - 1):
        return False
    if not all(_COLUMN_LETTER.fullmatch(one_line(cell)) for cell in cells):
        return False
    plain = [re.sub(r"\W", "", cell.partition("=")[0]).casefold() for cell in cells]
    counts = [int(each) for each in plain if each.isdigit()]
    letters = "".join(each for each in plain if not each.isdigit())
    return counts == list(range(1, len(counts) + 1)) and any(order.startswith(letters) for order in _ORDERS)
