"""The keys of a format in Markdown, from the tables that read and write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from chamdiem.core.codecs import Codec
from chamdiem.core.schema import REQUIRED, Field, Many, Record, Table

_HEAD = ("| Key | Value | Left out | Meaning |", "|---|---|---|---|")


def describe(record: Record) -> str:
    """A Markdown table of the keys of a record.

    Example:
        >>> from chamdiem.core.codecs import Text
        >>> record = Record(dict, (Field("name", Text(), meaning="what it is called"),))
        >>> print(describe(record))
        | Key | Value | Left out | Meaning |
        |---|---|---|---|
        | `name` | text | required | what it is called |
    """
    return "\n".join((*_HEAD, *(_line(field) for field in record.fields)))


def records_in(codecs: Iterable[Codec[Any]]) -> Iterator[Record]:
    """Every record that values of these codecs are made of, outermost first, each once."""
    seen: set[int] = set()
    for codec in codecs:
        for record in _walk(codec):
            if id(record) not in seen:
                seen.add(id(record))
                yield record


def _walk(codec: Codec[Any]) -> Iterator[Record]:
    if isinstance(codec, Record):
        yield codec
        for field in codec.fields:
            yield from _walk(field.codec)
    elif isinstance(codec, Many | Table):
        yield from _walk(codec.each)


def _line(field: Field) -> str:
    keys = " or ".join(f"`{key}`" for key in (field.key, *field.aliases))
    return f"| {keys} | {field.codec.name} | {_default(field)} | {field.meaning} |"


def _default(field: Field) -> str:
    """What a key means that is left out: ``required``, ``–`` for nothing, or the value."""
    if field.default is REQUIRED:
        return "required"
    written = None if field.default is None else field.codec.write(field.default)
    if isinstance(written, dict):
        written = ", ".join(f"{key}: {value}" for key, value in written.items())
    return f"`{written}`" if written else "–"
