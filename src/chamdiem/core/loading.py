"""Plain data → checked ``IndicatorSet``, every problem at once.

The data come as ``Marked`` values (text with line numbers); YAML itself is read
in ``library``. Nothing is guessed: what does not fit is reported with its
place, and no half-read set ever leaves this module.
"""

from __future__ import annotations

from typing import Any

from chamdiem.core.consistency import set_problems
from chamdiem.core.indicator_set import IndicatorSet, Row, Source
from chamdiem.core.plain_data import Cursor, Marked, Plain, Unreadable, mapping
from chamdiem.core.schema import Record
from chamdiem.core.set_schema import FORMAT, HEADER, ROW
from chamdiem.core.unread import Unread, located
from chamdiem.errors import InvalidIndicatorSet, Problem

_SET = Record(dict, HEADER, "set")
# What takes the place of required keys that cannot be read, while the rest is checked.
_HEADER_STAND_INS = {"key": "", "name": "", "edition": "", "source": Source(), "levels": {}}
_ROW_STAND_INS = {"key": "", "level": "", "name": ""}


def load_set(data: Marked, file: str = "") -> IndicatorSet:
    """Check and build an indicator set.

    Args:
        data: The file as ``Marked`` values.
        file: Name of the file, for the places of problems.

    Raises:
        InvalidIndicatorSet: Carries every problem, each with line and path.
    """
    problems: list[Problem] = []
    result = _read(Cursor(data, "", problems))
    if result is not None:
        unread = Unread(data, tuple(problems))
        problems += [located(each, data) for each in unread.without_consequences(set_problems(result))]
    if problems or result is None:
        ordered = sorted(problems, key=lambda problem: problem.place.line)
        raise InvalidIndicatorSet([problem.at(file=file) for problem in ordered])
    return result


def dump_set(indicator_set: IndicatorSet) -> dict[str, Any]:
    """An indicator set as plain data, in canonical order."""
    return {
        "format": Plain(FORMAT),
        "set": _SET.write(indicator_set),
        "rows": [ROW.write(row) for row in indicator_set.rows],
    }


def _read(at: Cursor) -> IndicatorSet | None:
    try:
        entries = mapping(at)
    except Unreadable:
        return None
    for name, cursor in entries.items():
        if name not in ("format", "set", "rows"):
            cursor.report("schema.unknown_key", key=name, allowed="format, rows, set")
    for name in ("format", "set", "rows"):
        if name not in entries:
            at.report("schema.lacking_key", key=name)
    _check_format(entries)
    header = _header(entries)
    rows, lines = _rows(entries)
    if header is None or rows is None:
        return None
    return IndicatorSet(rows=rows, file_lines=lines, **header)


def _check_format(entries: dict[str, Cursor]) -> None:
    at = entries.get("format")
    if at is not None and at.node.value != FORMAT:
        at.report("set.unknown_format", value=str(at.node.value), expected=FORMAT)


def _header(entries: dict[str, Cursor]) -> dict[str, Any] | None:
    if "set" not in entries:
        return None
    try:
        header: dict[str, Any] = _SET.read_partly(entries["set"], _HEADER_STAND_INS)
    except Unreadable:
        return None
    return header


def _rows(entries: dict[str, Cursor]) -> tuple[tuple[Row, ...] | None, dict[str, int]]:
    at = entries.get("rows")
    if at is None:
        return None, {}
    if not isinstance(at.node.value, list):
        at.report("schema.not_a_list")
        return None, {}
    rows: dict[str, Row] = {}
    lines: dict[str, int] = {}
    for position, node in enumerate(at.node.value, start=1):
        # Without a key a row is named by its position, which no key looks like.
        place = Cursor(node, f"rows[#{position}]", at.problems)
        row = _row(place)
        if row is None or not row.key:
            continue
        if row.key in rows:
            place.report("set.repeated_key", key=row.key, first=str(lines[row.key]))
            continue
        rows[row.key] = row
        lines[row.key] = node.line
    return tuple(rows.values()), lines


def _row(at: Cursor) -> Row | None:
    """One row; its key stands in the path of its problems, where it has one."""
    value = at.node.value
    if isinstance(value, dict) and "key" in value and isinstance(value["key"].value, str):
        at.path = f"rows[{value['key'].value}]"
    try:
        row: Row = ROW.read_partly(at, _ROW_STAND_INS)
    except Unreadable:
        return None
    return row
