"""How plain data becomes checked values and goes back, all problems at once.

A ``Record`` lists the fields of one kind of thing; a ``Codec`` reads and writes
one field (those of single values are in ``codecs``). The same tables read set
files, write them byte for byte, and describe the format in ``docs/set-format.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar

from chamdiem.core.codecs import Codec, Pattern, Word
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
    names: Pattern | Word = _NAME
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
            if not self.names.fits(name):
                self.names.refuse(name, cursor)
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

    by_key: Mapping[str, Field] = field(init=False, compare=False, repr=False)
    _defaults: Mapping[str, Any] = field(init=False, compare=False, repr=False)
    _required: tuple[Field, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        by_key = {key: each for each in self.fields for key in (each.key, *each.aliases)}
        object.__setattr__(self, "by_key", by_key)
        object.__setattr__(self, "_defaults", {each.target: each.default for each in self.fields})
        required = tuple(each for each in self.fields if each.default is REQUIRED)
        object.__setattr__(self, "_required", required)

    @property
    def stand_in(self) -> Any:
        """The value with nothing in it."""
        return self.make(**{each.target: self._left_out(each) for each in self.fields})

    def read(self, at: Cursor) -> Any:
        """The value with what could be read, after every problem inside was reported.

        Stand-ins take the place of the rest, so that it can be checked further:
        whoever finds new problems at the cursor must not keep the value.
        """
        if self.short and isinstance(at.node.value, str):
            at = Cursor(Marked({self.short: at.node}, at.node.line), at.path, at.problems)
        entries = mapping(at)
        values = dict(self._defaults)
        for key, cursor in entries.items():
            field_ = self.by_key.get(key)
            if field_ is not None:
                if field_.aliases:
                    self._refuse_aliases(field_, key, entries)
                values[field_.target] = _read_under(field_, key, cursor)
        meant = refuse_strangers(entries, self.by_key)
        for field_ in self._required:
            if values[field_.target] is REQUIRED:
                if field_.key not in meant:
                    at.report("schema.lacking_key", key=field_.key)
                values[field_.target] = field_.codec.stand_in
        return self.make(**values)

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

    @staticmethod
    def _left_out(field_: Field) -> Any:
        return field_.codec.stand_in if field_.default is REQUIRED else field_.default

    @staticmethod
    def _refuse_aliases(field_: Field, key: str, entries: Mapping[str, Cursor]) -> None:
        """Keys that mean the same are told at the last of them."""
        present = [name for name in entries if name in (field_.key, *field_.aliases)]
        if len(present) > 1 and key == present[-1]:
            entries[key].report("schema.either_or", keys=", ".join(present))


def _read_under(field_: Field, key: str, at: Cursor) -> Any:
    try:
        return field_.codec.read_as(key, at)
    except Unreadable:
        return field_.codec.stand_in
