"""Several tables of points: whether each is a section of its own, and what the sections are called."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.amounts import points_at_the_end
from chamdiem.annex.numbering import read_number, split_number
from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.table import Table

_PILLAR = re.compile(r"(?:trụ cột|lĩnh vực|nhóm|khối)\s+(?:về\s+)?(.+)$", re.IGNORECASE)
# Names that a program gave.
_UNNAMED = re.compile(r"^(?:sheet|trang tính|trang|bảng|bang|tr)\s*\d*$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:bảng|biểu|phụ lục|phần)\s+[\dIVX.]+\s*[:.-]?\s*", re.IGNORECASE)


def are_sections(tables: Sequence[Table]) -> bool:
    """Whether each of several tables counts its rows anew, or is printed below the head of a group."""
    if len(tables) < 2:
        return False
    pairs = itertools.pairwise(tables)
    is_anew = all(_begins_anew(tables[0], before, table) for before, table in pairs)
    return is_anew or all(headed(table)[0] for table in tables)


def joined_sheets(tables: Sequence[Table]) -> list[str]:
    """The sheets whose tables are one list although nothing printed says that they go on."""
    sheets = [table.rows[0].spot.sheet for table in tables]
    counted = [bool(_first_number(table)) for table in tables[1:]]
    return [] if len(set(sheets)) < 2 or all(counted) else [*dict.fromkeys(sheets)]


def _starts_anew(number: str, above: Sequence[AnnexRow]) -> bool:
    """Whether a number is the first of its kind, and no group above waits for rows counted like that."""
    own = read_number(number)
    return own is not None and all(part == 1 for part in own.parts) and not _waits_for(number, above)


def goes_into(table: Table, above: Sequence[AnnexRow]) -> bool:
    """Whether the rows of a table belong to the group the rows above end with."""
    return bool(above) and _waits_for(_first_number(table), above)


def _waits_for(number: str, above: Sequence[AnnexRow]) -> bool:
    """Whether the last row above is a group whose rows are counted like a number: "II" behind "I", "1"."""
    own = read_number(number)
    styles = [read.style for row in above if (read := read_number(row.number)) is not None]
    order = [*dict.fromkeys(styles)]
    if own is None or own.style not in order or above[-1].method:
        return False
    return order.index(own.style) > order.index(styles[-1])


def begins_anew(number: str, above: Sequence[AnnexRow], *, is_beside: bool, has_groups: bool) -> bool:
    """Whether rows below a repeated header are counted from the first number again.

    Args:
        number: The number of the first of them; empty where none is printed.
        above: The rows of the table before.
        is_beside: Both stand on one sheet.
        has_groups: Groups stand in a column of their own, and each may be counted from the first number.
    """
    numbers = [row.number or row.code for row in above]
    is_same = bool(number) and number == numbers[0]
    if has_groups:
        return is_same and not is_beside and numbers.count(number) == 1
    if is_beside:
        return is_same
    one, other = read_number(numbers[0]), read_number(number)
    return one is None or other is None or one.style == other.style or _starts_anew(number, above)


def headed(table: Table) -> tuple[str, str, Fraction | None]:
    """Number, name and points of a group printed above its table: "I. Quản trị số (50 điểm)"."""
    number, name = split_number(table.caption)
    name, points = points_at_the_end(name)
    return (number, name, points) if number and points is not None else ("", "", points)


def names_of(tables: Sequence[Table]) -> dict[int, str]:
    """What each of several tables is called: by the text above it, by its sheet, else by its place."""
    captions = Counter(table.caption for table in tables)
    sheets = Counter(table.rows[0].spot.sheet for table in tables)
    # The title of all of them stands on one sheet only.
    has_names = len(sheets) == len(tables) and not any(map(_UNNAMED.match, sheets))
    titled = [table for table in tables if table.caption]
    is_title = len(titled) == 1 and (titled[0] is tables[0] or titled[0].caption.isupper())
    is_called_so = has_names and is_title
    names = {}
    for table in tables:
        _, name, _ = headed(table)
        sheet = table.rows[0].spot.sheet
        if not name and (captions[table.caption] == 1 or not sheet) and not is_called_so:
            match = _PILLAR.search(table.caption)
            name = match[1].strip() if match else _LABEL.sub("", table.caption)
        own_sheet = sheet if sheets[sheet] == 1 else ""
        names[table.number] = name or _UNNAMED.sub("", own_sheet) or f"Bảng {table.number}"
    return names


def _begins_anew(first: Table, before: Table, table: Table) -> bool:
    """Whether a table counts its rows anew: below "III" a table that begins with "IV" goes on.

    Below a text or on a sheet of its own it may be counted otherwise than the first: 1, 1.1 behind TM.01.
    """
    number = _first_number(table)
    if number and number in {row.number or row.code for row in first.rows[:3]}:
        return not _waits_for(number, before.rows)
    one, other = before.rows[0].spot.sheet, table.rows[0].spot.sheet
    if not number:
        return one != other and not any(map(_UNNAMED.match, (one, other)))
    is_apart = one != other or (bool(table.caption) and table.caption != before.caption)
    return is_apart and _starts_anew(number, before.rows)


def _first_number(table: Table) -> str:
    return next((number for row in table.rows[:3] if (number := row.number or row.code)), "")
