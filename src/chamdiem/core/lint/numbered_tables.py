"""The tables whose rows are numbered together: the tree, and what is counted apart from it."""

from __future__ import annotations

from collections.abc import Mapping

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.document import Document

_MAIN = ""
_BESIDE = ("bonus", "deduction")


def tables_of(document: Document) -> Mapping[str, str]:
    """Row key → its table: information, bonuses or deductions with numbers of their own, else the tree's.

    Bonuses and deductions outside all groups are numbered on from the groups (I, II, then III) unless
    they begin again, or are written in another way.
    """
    roots = [document.tree.by_key[key] for key in document.tree.roots]
    styles = {
        number.style for row in roots if row.role not in _BESIDE and (number := document.numbers.get(row.key))
    }
    tables: dict[str, str] = {}
    role, table, last = "", _MAIN, 0
    for row in roots:
        number = document.numbers.get(row.key)
        # The first row of a role tells for those behind it.
        if row.role != role:
            # "I. Điểm cộng, II. Điểm trừ" is a list of its own.
            goes_on = table != _MAIN and number is not None and number.last == last + 1
            is_main = number is not None and number.last > 1 and number.style in styles and not goes_on
            table = row.role if row.role in _BESIDE and not is_main else _MAIN
        tables[row.key] = table
        role, last = row.role, 0 if number is None else number.last
    return {row.key: _table(row, tables, document) for row in document.rows}


def _table(row: Row, tables: Mapping[str, str], document: Document) -> str:
    return row.role if row.role == "information" else tables[document.roots[row.key]]
