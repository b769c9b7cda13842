"""Lines of a table → rows, and the rest of a row that a page break split off."""

from __future__ import annotations

import re

from chamdiem.annex.added_rows import is_called_added
from chamdiem.annex.amounts import most_of, points_at_the_end, read_points
from chamdiem.annex.blocks import Line
from chamdiem.annex.column_words import list_roles
from chamdiem.annex.columns import Columns
from chamdiem.annex.levels import part_calculation, part_levels
from chamdiem.annex.markup import one_line
from chamdiem.annex.misread_points import tell_misread, with_figures
from chamdiem.annex.numbering import CODE, read_number, split_number
from chamdiem.annex.offices import OFFICES, go_on_with
from chamdiem.annex.rows import FIELDS, AnnexRow

_FIGURE = re.compile(r"\d+(?![.)]\s)")
# A text may end here: with a sign, or with points.
_CLOSED = re.compile(r"(?:[.;]|\d\s*(?:điểm|đ))$", re.IGNORECASE)
_POINTS = re.compile(r"điểm|\dđ\b", re.IGNORECASE)
_SIGNS_THAT_GO_ON = ",;.)%&/"


# In the column of numbers they only say that a row is one of several.
_MARKS = ("-", "+", "–", "•", "*")


def row_of(columns: Columns, line: Line) -> AnnexRow:
    """The row that stands in a line."""
    row = AnnexRow(spot=line.spot, groups=columns.groups(line))
    for role in FIELDS:
        text = columns.cell(line, role)
        if text:
            row.texts[role] = one_line(text) if role in ("name", "deadline", "unit") else text
    row.number, row.code = one_line(columns.cell(line, "number")), one_line(columns.cell(line, "code"))
    if row.number and read_number(row.number) is None and not CODE.fullmatch(row.number):
        number, name = split_number(row.number)
        row.mark = row.number if row.number in _MARKS else ""
        row.number, row.texts["name"] = number, " ".join(each for each in (name, row.name) if each)
    elif not row.number:
        number, name = split_number(row.name)
        if number and "number" not in columns:
            row.number, row.texts["name"] = number, name
    row.max_text = one_line(columns.cell(line, "max"))
    row.max_points = read_points(with_figures(row.max_text))
    if row.max_points is not None:
        tell_misread(row, row.max_text)
    if row.max_points is None and "method" not in columns and (most := most_of(row.max_text)) is not None:
        row.max_points, row.texts["method"] = most, columns.cell(line, "max")
    levels = columns.levels(line)
    row.has_bare_levels = len(levels) > 0 and not _POINTS.search(row.method)
    _part_name(row, columns.cell(line, "name"), says_how="method" in list_roles(columns.names))
    if not row.max_text and row.name:
        # A heading over all columns ends with its points: "I. Nhận thức số (60 điểm)".
        row.texts["name"], row.max_points = points_at_the_end(row.name)
    if row.max_points is None and levels and "max" not in columns:
        row.max_points = columns.most(line)
    place = columns.roles.index("max") if "max" in columns else -1
    row.is_merged_max = place in line.merged
    return row


def _part_name(row: AnnexRow, cell: str, *, says_how: bool) -> None:
    """The levels below the name, in its cell, are the method; what calculates if the heading ``says_how``."""
    if row.texts.get("method"):
        return
    name, method = part_levels(cell, row.max_points)
    if says_how and not method and row.max_points is not None:
        name, method = part_calculation(cell)
    if method:
        name = one_line(name)
        row.texts["name"] = row.name[: row.name.index(name) + len(name)] if name in row.name else name
        row.texts["method"] = method


def is_rest(row: AnnexRow, before: AnnexRow) -> bool:
    """Whether a line only goes on with the row above it."""
    if row.number or row.max_points is not None or row.code:
        # The number of a row is sometimes printed again where it goes on.
        return (
            bool(row.number)
            and row.number == before.number
            and not before.texts.get("method")
            and not row.max_text
        )
    filled = [role for role in FIELDS if row.texts.get(role)]
    if not filled:
        return True
    if "name" not in filled:
        return True
    if goes_on(row.name):
        return True
    return row.after_break and bool(before.method) and not _ends(before.name) and not is_called_added(row)


def row_begun(rows: list[AnnexRow], rest: AnnexRow) -> AnnexRow:
    """The row a rest belongs to: not one that stands beside merged cells and has none of the texts."""
    for row in reversed(rows):
        if any(row.texts.get(role) for role in rest.texts) or row.max_points is not None or row.method:
            return row
    return rows[-1]


def goes_on(text: str) -> bool:
    """Whether a text is the rest of a sentence: it begins in lower case or with a sign."""
    return bool(text) and (text[0].islower() or text[0] in _SIGNS_THAT_GO_ON)


def _awaits(own: str, text: str) -> bool:
    """Whether a text stops in front of a figure: "Dưới 30%:" and "0 điểm", "Công bố từ" and "05 bộ"."""
    return not own or (bool(_FIGURE.match(text)) and not _CLOSED.search(own))


def _ends(text: str) -> bool:
    return text.endswith((".", ";", ":"))


def join_rest(row: AnnexRow, rest: AnnexRow, *, is_level: bool = False) -> None:
    """Join what was split off a row by a page break, or one more of its levels printed line by line."""
    for role, text in rest.texts.items():
        own = row.texts.get(role, "")
        # A sentence goes on where it stopped; a new item begins on a new line.
        is_one = role == "name" or goes_on(text) or _awaits(own, text)
        if role in OFFICES and own:
            is_one = is_one or go_on_with(own, text, is_page=rest.spot.page > 0)
        glue = " " if is_one and not (is_level and role == "method") else "\n"
        row.texts[role] = f"{own}{glue}{text}".strip() if own else text
    if row.max_points is None and rest.max_points is not None:
        row.max_points, row.max_text = rest.max_points, rest.max_text
    if not is_level:
        row.warn("row.joined", place=rest.spot.text)


def join_level(row: AnnexRow, level: AnnexRow) -> None:
    """Join a line with a text and points but no name: one more level of a row, whose own are the first."""
    if not row.has_levels:
        row.texts["method"] = _with_points(row)
        row.has_levels = True
    row.texts["method"] += f"\n{_with_points(level)}"
    if level.max_points is not None and (row.max_points is None or row.max_points < level.max_points):
        row.max_points, row.max_text = level.max_points, level.max_text
    row.warn("row.joined", place=level.spot.text)


def _with_points(row: AnnexRow) -> str:
    points = points_at_the_end(row.method)[1]
    if row.max_points is None or points is not None or not row.method:
        return row.method
    return f"{row.method.rstrip(' .;:')}: {row.max_text.removesuffix('điểm').strip()} điểm"
