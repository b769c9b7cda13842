"""How plain data becomes checked values and goes back, all problems at once.

A ``Record`` lists the fields of one kind of thing; a ``Codec`` reads and writes
one field. The same tables read set files, write them byte for byte, and
describe the format in ``docs/set-format.md``.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Generic, TypeVar

from chamdiem.core.plain_data import (
    Cursor,
    Inline,
    Marked,
    Plain,
    Unreadable,
    Verbatim,
    listing,
    mapping,
    scalar,
)
from chamdiem.core.points import decimal_text, exact

T = TypeVar("T")


class Codec(Generic[T]):
    """Reads one kind of value and writes it back."""

    name: str

    @abstractmethod
    def read(self, at: Cursor) -> T:
        """The value at a place, or ``Unreadable`` after reporting why."""

    @abstractmethod
    def write(self, value: T) -> Any:
        """The value as plain data."""


@dataclass(frozen=True, slots=True)
class Text(Codec[str]):
    """Any text that is not blank."""

    name: str = "text"

    def read(self, at: Cursor) -> str:
        """The text, refused when blank."""
        text = scalar(at)
        if not text.strip():
            at.report("schema.blank")
            raise Unreadable
        return text

    def write(self, value: str) -> str:
        """The text; several lines as a block."""
        return Verbatim(value)


@dataclass(frozen=True, slots=True)
class Given(Codec[str]):
    """A value of an input as a person would type it."""

    name: str = "value"

    def read(self, at: Cursor) -> str:
        """The text."""
        return Text().read(at)

    def write(self, value: str) -> str:
        """The text; a plain number without quotes."""
        return Plain(value) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) else str(value)


@dataclass(frozen=True, slots=True)
class Pattern(Codec[str]):
    """Text of a given form."""

    name: str
    pattern: str

    def read(self, at: Cursor) -> str:
        """The text when it has the form."""
        text = scalar(at)
        if not re.fullmatch(self.pattern, text):
            at.report("schema.wrong_form", value=text, expected=self.name)
            raise Unreadable
        return text

    def write(self, value: str) -> str:
        """The text."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Word(Codec[str]):
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def name(self) -> str:  # type: ignore[override]  # computed from the words
        """The words, for the documentation."""
        return " \\| ".join(self.words)

    def read(self, at: Cursor) -> str:
        """The word when it is one of them."""
        text = scalar(at)
        if text not in self.words:
            at.report("schema.unknown_word", value=text, allowed=", ".join(self.words))
            raise Unreadable
        return text

    def write(self, value: str) -> Plain:
        """The word."""
        return Plain(value)


@dataclass(frozen=True, slots=True)
class Flag(Codec[bool]):
    """``yes`` or ``no``."""

    name: str = "yes \\| no"

    def read(self, at: Cursor) -> bool:
        """True for yes."""
        return Word(("yes", "no")).read(at) == "yes"

    def write(self, value: bool) -> Plain:  # noqa: FBT001  the value itself
        """The word."""
        return Plain("yes" if value else "no")


@dataclass(frozen=True, slots=True)
class Number(Codec[Fraction]):
    """An exact number; ``percent`` writes it as a percentage."""

    percent: bool = False
    name: str = "number"
    least: Fraction | None = None
    most: Fraction | None = None
    is_positive: bool = False

    def read(self, at: Cursor) -> Fraction:
        """The number, exactly."""
        text = scalar(at)
        try:
            value = exact(text)
        except ValueError:
            at.report("schema.not_a_number", value=text)
            raise Unreadable from None
        if self.least is not None and value < self.least:
            at.report("schema.too_small", value=text, least=decimal_text(self.least))
            raise Unreadable
        if self.most is not None and value > self.most:
            at.report("schema.too_large", value=text, most=self.write(self.most))
            raise Unreadable
        if self.is_positive and value <= 0:
            at.report("schema.not_positive", value=text)
            raise Unreadable
        return value

    def write(self, value: Fraction) -> Plain:
        """The number; percentages where they come out short."""
        if self.percent:
            return Plain(f"{decimal_text(value * 100)}%")
        return Plain(decimal_text(value))


@dataclass(frozen=True, slots=True)
class Whole(Codec[int]):
    """A whole number, not negative."""

    name: str = "whole number"
    most: int = 1_000_000

    def read(self, at: Cursor) -> int:
        """The number."""
        text = scalar(at)
        if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) > self.most:
            at.report("schema.not_whole", value=text)
            raise Unreadable
        return int(text)

    def write(self, value: int) -> Plain:
        """The number."""
        return Plain(str(value))


@dataclass(frozen=True, slots=True)
class Day(Codec[date]):
    """A date, ``2023-10-31``."""

    name: str = "date (yyyy-mm-dd)"

    def read(self, at: Cursor) -> date:
        """The date."""
        text = scalar(at)
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            at.report("schema.not_a_date", value=text)
            raise Unreadable from None

    def write(self, value: date) -> Plain:
        """The date."""
        return Plain(value.isoformat())


@dataclass(frozen=True, slots=True)
class Many(Codec[tuple[Any, ...]]):
    """A list of values, each read on its own so that one wrong one hides none."""

    each: Codec[Any]
    is_required: bool = False

    @property
    def name(self) -> str:  # type: ignore[override]
        """For the documentation."""
        return f"list of {self.each.name}"

    def read(self, at: Cursor) -> tuple[Any, ...]:
        """Every entry that can be read."""
        entries = listing(at)
        if self.is_required and not entries:
            at.report("schema.empty_list")
            raise Unreadable
        return tuple(_readable(self.each, entries))

    def write(self, value: Iterable[Any]) -> list[Any]:
        """The entries."""
        return [self.each.write(entry) for entry in value]


@dataclass(frozen=True, slots=True)
class Table(Codec[dict[str, Any]]):
    """A mapping with free names, in the order of the file."""

    each: Codec[Any]
    names: Pattern = Pattern("name", r"[^\s:]{1,60}")
    is_inline: bool = False
    is_required: bool = False

    @property
    def name(self) -> str:  # type: ignore[override]
        """For the documentation."""
        return f"mapping of {self.each.name}"

    def read(self, at: Cursor) -> dict[str, Any]:
        """Every entry that can be read."""
        entries = mapping(at)
        if self.is_required and not entries:
            at.report("schema.empty_list")
            raise Unreadable
        result: dict[str, Any] = {}
        for name, cursor in entries.items():
            try:
                self.names.read(Cursor(Marked(name, cursor.node.line), cursor.path, at.problems))
                result[name] = self.each.read(cursor)
            except Unreadable:
                continue
        return result

    def write(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """The entries."""
        plain = {name: self.each.write(entry) for name, entry in value.items()}
        return Inline(plain) if self.is_inline else plain


def _readable(codec: Codec[Any], entries: Iterable[Cursor]) -> Iterable[Any]:
    for entry in entries:
        try:
            yield codec.read(entry)
        except Unreadable:
            continue


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

    def read(self, at: Cursor) -> Any:
        """The value, or ``Unreadable`` after every problem inside was reported."""
        if self.short and isinstance(at.node.value, str):
            at = Cursor(Marked({self.short: at.node}, at.node.line), at.path, at.problems)
        before = len(at.problems)
        values = self._values(at)
        if len(at.problems) > before:
            raise Unreadable
        return self.make(**values)

    def read_partly(self, at: Cursor, stand_ins: Mapping[str, Any]) -> Any:
        """The value with what could be read, so that it can be checked further; never to be kept.

        Args:
            at: The place; every problem is reported there.
            stand_ins: What takes the place of required keys that cannot be read.
        """
        values = self._values(at)
        return self.make(
            **{name: stand_ins[name] if value is REQUIRED else value for name, value in values.items()}
        )

    def _values(self, at: Cursor) -> dict[str, Any]:
        entries = mapping(at)
        self._refuse_strangers(entries)
        return {field.target: self._field(at, field, entries) for field in self.fields}

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

    def _refuse_strangers(self, entries: Mapping[str, Cursor]) -> None:
        known = {key for field_ in self.fields for key in (field_.key, *field_.aliases)}
        for name, cursor in entries.items():
            if name not in known:
                cursor.report("schema.unknown_key", key=name, allowed=", ".join(sorted(known)))

    def _field(self, at: Cursor, field_: Field, entries: Mapping[str, Cursor]) -> Any:
        present = [key for key in (field_.key, *field_.aliases) if key in entries]
        if not present:
            if field_.default is REQUIRED:
                at.report("schema.lacking_key", key=field_.key)
            return field_.default
        cursor = entries[present[0]]
        if len(present) > 1:
            cursor.report("schema.either_or", keys=", ".join(present))
        try:
            if field_.aliases:
                return field_.codec.read(at.down(present[0], Marked({present[0]: cursor.node})))
            return field_.codec.read(cursor)
        except Unreadable:
            return field_.default
