"""How plain data becomes checked values and goes back, all problems at once.

A ``Record`` lists the fields of one kind of thing; a ``Codec`` reads and writes
one field (those of single values are in ``codecs``). The same tables read set
files, write them byte for byte, and describe the format in ``docs/set-format.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar

from chamdiem.core.codecs import Codec, Pattern
from chamdiem.core.plain_data import (
    Cursor,
    Inline,
    Marked,
    Unreadable,
    listing,
    mapping,
)
from chamdiem.core.strangers import refuse_strangers


@dataclass(frozen=True, slots=True)
class Many(Codec[tuple[Any, ...]]):
    """A list of values, each read on its own so that one wrong one hides none and moves none."""

    stand_in = ()
    each: Codec[Any]
    is_required: bool = False

    @property
    def name(self) -> str:  # type: ignore[override]
        """For the documentation."""
        return f"list of {self.each.name}"

    def read(self, at: Cursor) -> tuple[Any, ...]:
        """Every entry, a stand-in where one cannot be read."""
        entries = listing(at)
        if self.is_required and not entries:
            at.report("schema.empty_list")
            raise Unreadable
        return tuple(_read_or_stand_in(self.each, entry) for entry in entries)

    def write(self, value: Iterable[Any]) -> list[Any]:
        """The entries."""
        return [self.each.write(entry) for entry in value]


_NAME = Pattern("name", r"[^\s:]{1,60}")


@dataclass(frozen=True, slots=True)
class Table(Codec[dict[str, Any]]):
    """A mapping with free names, in the order of the file."""

    stand_in: ClassVar[Mapping[str, Any]] = MappingProxyType({})
    each: Codec[Any]
    names: Pattern = _NAME
    is_inline: bool = False
    is_required: bool = False

    @property
    def name(self) -> str:  # type: ignore[override]
        """For the documentation."""
        return f"mapping of {self.each.name}"

    def read(self, at: Cursor) -> dict[str, Any]:
        """Every entry, a stand-in where one cannot be read."""
        entries = mapping(at)
        if self.is_required and not entries:
            at.report("schema.empty_list")
            raise Unreadable
        for name, cursor in entries.items():
            _read_or_stand_in(self.names, Cursor(Marked(name, cursor.node.line), cursor.path, at.problems))
        return {name: _read_or_stand_in(self.each, cursor) for name, cursor in entries.items()}

    def write(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """The entries."""
        plain = {name: self.each.write(entry) for name, entry in value.items()}
        return Inline(plain) if self.is_inline else plain


def _read_or_stand_in(codec: Codec[Any], at: Cursor) -> Any:
    try:
        return codec.read(at)
    except Unreadable:
        return codec.stand_in


REQUIRED: Any = object()


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record: the attribute it fills, how it is read, what it means."""

    key: str
    codec: Codec[Any]
    default: Any = REQUIRED
    meaning: str = ""
    attribute: str = ""
    # Keys read instead of ``key``: an inline reward is ``give`` or ``points``.
    aliases: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        """The attribute of the value."""
        return self.attribute or self.key


@dataclass(frozen=True, slots=True)
class Record(Codec[Any]):
    """A mapping with known keys that becomes one value."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]
    name: str = "mapping"
    is_inline: bool = False
    # A key whose text alone may stand for the whole record: ``a <= b``.
    short: str = ""

    @property
    def stand_in(self) -> Any:
        """The value with nothing in it."""
        return self.make(
            **{
                field.target: field.codec.stand_in if field.default is REQUIRED else field.default
                for field in self.fields
            }
        )

    @property
    def known(self) -> tuple[str, ...]:
        """Every key it may have."""
        return tuple(key for field_ in self.fields for key in (field_.key, *field_.aliases))

    def read(self, at: Cursor) -> Any:
        """The value with what could be read, after every problem inside was reported.

        Stand-ins take the place of the rest, so that it can be checked further:
        whoever finds new problems at the cursor must not keep the value.
        """
        if self.short and isinstance(at.node.value, str):
            at = Cursor(Marked({self.short: at.node}, at.node.line), at.path, at.problems)
        entries = mapping(at)
        meant = refuse_strangers(entries, self.known)
        return self.make(**{field.target: self._field(at, field, entries, meant) for field in self.fields})

    def write(self, value: Any) -> Any:
        """The keys that differ from their defaults, in order."""
        plain: dict[str, Any] = {}
        for field_ in self.fields:
            given = getattr(value, field_.target)
            if field_.default is not REQUIRED and given == field_.default:
                continue
            written = field_.codec.write(given)
            if field_.aliases:
                plain.update(written)
            else:
                plain[field_.key] = written
        if self.short and set(plain) == {self.short}:
            return plain[self.short]
        return Inline(plain) if self.is_inline else plain

    def _field(self, at: Cursor, field_: Field, entries: Mapping[str, Cursor], meant: Collection[str]) -> Any:
        present = [key for key in (field_.key, *field_.aliases) if key in entries]
        if not present:
            if field_.default is not REQUIRED:
                return field_.default
            if field_.key not in meant:
                at.report("schema.lacking_key", key=field_.key)
            return field_.codec.stand_in
        cursor = entries[present[0]]
        if len(present) > 1:
            cursor.report("schema.either_or", keys=", ".join(present))
        try:
            return field_.codec.read_as(present[0], cursor)
        except Unreadable:
            return field_.codec.stand_in
