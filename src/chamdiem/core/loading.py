"""Plain data → checked ``IndicatorSet``, every problem at once.

The data come as ``Marked`` values (text with line numbers); YAML itself is read
in ``library``. Nothing is guessed: what does not fit is reported with its
place, and no half-read set ever leaves this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from chamdiem.core.consistency import contradictions
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.plain_data import Cursor, Fault, Marked, Plain, Unreadable, listing, mapping
from chamdiem.core.schema import Record
from chamdiem.core.set_schema import FORMAT, HEADER, ROW
from chamdiem.core.strangers import refuse_strangers
from chamdiem.core.unread import Unread, located
from chamdiem.errors import InvalidIndicatorSet, Problem

_SET = Record(dict, HEADER, "set")
_KEYS = ("format", "set", "rows")
# A key longer than this, or with brackets, would spoil the paths of problems.
_LONGEST_NAME = 60


def load_set(data: Marked, file: str = "", faults: Sequence[Fault] = ()) -> IndicatorSet:
    """Check and build an indicator set.

    Args:
        data: The file as ``Marked`` values.
        file: Name of the file, for the places of problems.
        faults: What is wrong with the file as such, each with the value it concerns.

    Raises:
        InvalidIndicatorSet: Carries every problem, each with line and path.
    """
    rows = _named_rows(data)
    problems = _placed(faults, data, rows) if faults else []
    result = _read(Cursor(data, "", problems), rows)
    if faults:
        problems = _without_echoes(problems)
    if result is not None:
        found = Unread(problems).without_consequences(contradictions(result))
        problems += [located(each, data, rows) for each in found]
    if problems or result is None:
        ordered = sorted(problems, key=lambda problem: problem.place.line)
        raise InvalidIndicatorSet([problem.at(file=file) for problem in ordered])
    return result


def dump_set(indicator_set: IndicatorSet) -> dict[str, Any]:
    """An indicator set as plain data, in canonical order."""
    return {**dump_header(indicator_set), **dump_rows(indicator_set.rows)}


def dump_header(indicator_set: IndicatorSet) -> dict[str, Any]:
    """What a set says of itself, in front of its rows."""
    return {"format": Plain(FORMAT), "set": _SET.write(indicator_set)}


def dump_rows(rows: tuple[Row, ...]) -> dict[str, Any]:
    """The rows of a set, below their heading."""
    return {"rows": [ROW.write(row) for row in rows]}


def _named_rows(data: Marked) -> dict[str, Marked]:
    """The rows as paths name them: by key, or by position where the key is lacking or taken."""
    entries = data.value.get("rows") if isinstance(data.value, dict) else None
    rows: dict[str, Marked] = {}
    for position, node in enumerate(entries.value if entries and isinstance(entries.value, list) else (), 1):
        name = _key_text(node)
        is_name = 0 < len(name) <= _LONGEST_NAME and name.isprintable() and not {*"[]#"} & {*name}
        rows[name if is_name and name not in rows else f"#{position}"] = node
    return rows


def _key_text(row: Marked) -> str:
    key = row.value.get("key") if isinstance(row.value, dict) else None
    return key.value if key is not None and isinstance(key.value, str) else ""


def _read(at: Cursor, rows: dict[str, Marked]) -> IndicatorSet | None:
    try:
        entries = mapping(at)
    except Unreadable:
        return None
    meant = refuse_strangers(entries, _KEYS)
    for name in _KEYS:
        if name not in entries and name not in meant:
            at.report("schema.lacking_key", key=name)
    _check_format(entries)
    _check_rows(entries)
    header = _header(entries)
    lines = {name: node.line for name, node in rows.items()}
    read = tuple(_row(Cursor(node, f"rows[{name}]", at.problems), name, rows) for name, node in rows.items())
    return IndicatorSet(rows=read, file_lines=lines, **header)


def _check_format(entries: dict[str, Cursor]) -> None:
    at = entries.get("format")
    if at is not None and at.node.value != FORMAT:
        value = at.node.value if isinstance(at.node.value, str) else ""
        at.report("set.unknown_format", value=value, expected=FORMAT)


def _check_rows(entries: dict[str, Cursor]) -> None:
    if "rows" in entries:
        try:
            if not listing(entries["rows"]):
                entries["rows"].report("schema.empty_list")
        except Unreadable:
            return


def _header(entries: dict[str, Cursor]) -> dict[str, Any]:
    header: dict[str, Any]
    try:
        header = _SET.read(entries["set"]) if "set" in entries else _SET.stand_in
    except Unreadable:
        header = _SET.stand_in
    return header


def _row(at: Cursor, name: str, rows: dict[str, Marked]) -> Row:
    """One row under the name that paths give it."""
    key = _key_text(at.node)
    if key != name and key in rows:
        at.down("key", mapping(at)["key"].node).report("set.repeated_key", key=key, first=str(rows[key].line))
    try:
        row: Row = ROW.read(at)
    except Unreadable:
        row = ROW.stand_in
    return row if row.key == name else replace(row, key=name)


def _placed(faults: Sequence[Fault], data: Marked, rows: dict[str, Marked]) -> list[Problem]:
    """The faults of the file with the paths of the values they concern."""
    paths: dict[int, str] = {}
    at = Cursor(data)
    pending = [at, *(Cursor(node, f"rows[{name}]") for name, node in rows.items())]
    while pending:
        at = pending.pop()
        paths.setdefault(id(at.node), at.path)
        if isinstance(at.node.value, dict):
            pending += [
                at.down(name, node) for name, node in at.node.value.items() if at.path or name != "rows"
            ]
        elif isinstance(at.node.value, list):
            pending += [at.down(index, node) for index, node in enumerate(at.node.value)]
    return [fault.problem.at(path=paths.get(id(fault.node), "")) for fault in faults]


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """Left out: what is only wrong because the file as such is wrong at the very same place."""
    replaced = {
        problem.place.path
        for problem in problems
        if problem.code.startswith("yaml.") and problem.code != "yaml.repeated_key"
    }
    return [each for each in problems if each.code.startswith("yaml.") or each.place.path not in replaced]
