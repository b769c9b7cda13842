"""Tables of keys say what the code reads: every key, its values, its default and its meaning."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.core import plan_schema, set_schema
from chamdiem.core.codecs import Day, Flag, Number, Text, Whole, Word
from chamdiem.core.rules.registry import BAND, KINDS
from chamdiem.core.schema import Field, Many, Record, Table
from chamdiem.core.schema_docs import describe, records_in

INNER = Record(dict, (Field("field", Text(), meaning="which field"),), "correction")
RECORDS = list(
    records_in(
        (
            Record(dict, set_schema.HEADER, "set"),
            set_schema.ROW,
            *KINDS.values(),
            BAND,
            Record(dict, plan_schema.HEADER, "plan"),
            Record(dict, plan_schema.LISTS, "lists"),
        )
    )
)


def _line(field: Field) -> str:
    return describe(Record(dict, (field,))).splitlines()[-1]


@pytest.mark.parametrize(
    ("field", "line"),
    [
        (Field("key", Text(), meaning="m"), "| `key` | text | required | m |"),
        (Field("key", Text(), "", "m"), "| `key` | text | – | m |"),
        (Field("key", Day(), None, "m"), "| `key` | date (yyyy-mm-dd) | – | m |"),
        (Field("key", Whole(), 4, "m"), "| `key` | whole number | `4` | m |"),
        (Field("key", Number(percent=True), Fraction(1), "m"), "| `key` | number | `100%` | m |"),
        (Field("key", Flag(), default=False, meaning="m"), "| `key` | yes \\| no | `no` | m |"),
        (Field("key", Word(("a", "b")), "a", "m"), "| `key` | a \\| b | `a` | m |"),
        (Field("key", Many(INNER), (), "m"), "| `key` | list of correction | – | m |"),
        (Field("key", Table(Many(Text())), {}, "m"), "| `key` | mapping of list of text | – | m |"),
        (Field("key", Text(), meaning="m", aliases=("other",)), "| `key` or `other` | text | required | m |"),
    ],
)
def test_a_line_says_key_value_default_and_meaning(field: Field, line: str) -> None:
    assert _line(field) == line


def test_records_inside_lists_and_mappings_are_found_once_and_outermost_first() -> None:
    middle = Record(dict, (Field("all", Many(INNER)), Field("by_name", Table(INNER))), "middle")
    outer = Record(dict, (Field("one", middle), Field("more", Many(middle))), "outer")
    assert [record.name for record in records_in((outer, INNER))] == ["outer", "middle", "correction"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_every_key_has_a_meaning(record: Record) -> None:
    assert not [field.key for field in record.fields if not field.meaning]
