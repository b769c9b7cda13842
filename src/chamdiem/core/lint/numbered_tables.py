"""The tables whose rows are numbered together: the tree, and what is counted apart from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import groupby

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.numbers import PrintedNumber, Style

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
    table, last = _MAIN, 0
    for role, run in groupby(roots, key=lambda row: row.role):
        rows = list(run)
        numbers = [number for row in rows if (number := document.numbers.get(row.key))]
        # "I. Điểm cộng, II. Điểm trừ" is a list of its own.
        goes_on = table != _MAIN and bool(numbers) and numbers[0].last == last + 1
        is_main = bool(numbers) and not goes_on and all(_continues(each, styles) for each in numbers)
        table = role if role in _BESIDE and not is_main else _MAIN
        tables |= {row.key: table for row in rows}
        last = numbers[-1].last if numbers else 0
    return {row.key: _table(row, tables, document) for row in document.rows}


def _continues(number: PrintedNumber, styles: Collection[Style]) -> bool:
    return number.last > 1 and number.style in styles


def _table(row: Row, tables: Mapping[str, str], document: Document) -> str:
    return row.role if row.role == "information" else tables[document.roots[row.key]]
