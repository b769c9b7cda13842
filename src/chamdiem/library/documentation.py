"""The tables in the format documents, written from the code.

``python -m chamdiem.library.documentation docs`` writes every table between
``<!-- keys: NAME -->`` and ``<!-- end -->`` again; the prose around is kept.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from chamdiem.core import plan_schema, set_schema
from chamdiem.core.rules.registry import BAND, KINDS
from chamdiem.core.schema import Record
from chamdiem.core.schema_docs import describe, records_in

_TABLE = re.compile(r"(<!-- keys: (?P<name>[^\n]+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def set_tables() -> dict[str, str]:
    """Every table of ``set-format.md`` by name: of the header, of rows, of each kind of rule."""
    header = Record(dict, set_schema.HEADER, "set")
    # The first key of a rule is its kind, which names the table.
    kinds = [Record(dict, record.fields[1:], f"rule {kind}") for kind, record in KINDS.items()]
    records = records_in((header, set_schema.ROW, *kinds, BAND))
    return {record.name: describe(record) for record in records if record.fields}


def plan_tables() -> dict[str, str]:
    """Every table of ``plan-format.md`` by name: of the header, the lists, and their entries."""
    header = Record(dict, plan_schema.HEADER, "plan")
    lists = Record(dict, plan_schema.LISTS, "lists")
    return {record.name: describe(record) for record in records_in((header, lists))}


DOCUMENTS = {"set-format.md": set_tables, "plan-format.md": plan_tables}


def refreshed(text: str, tables: dict[str, str]) -> str:
    """A document with its tables written again; ``KeyError`` for a table nobody knows."""
    return _TABLE.sub(lambda found: f"{found[1]}{tables[found['name']]}\n{found[3]}", text)


def table_names(text: str) -> list[str]:
    """The tables a document has a place for, in order."""
    return [found["name"] for found in _TABLE.finditer(text)]


def main(folder: Path) -> None:
    """Write the tables of all format documents in a folder."""
    for name, tables in DOCUMENTS.items():
        path = folder / name
        path.write_text(refreshed(path.read_text(encoding="utf-8"), tables()), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
