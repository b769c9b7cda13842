"""Codecs of single values: texts, words, numbers, days; and the contract all codecs fulfil."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, Generic, TypeVar

from chamdiem.core.plain_data import Cursor, Plain, Unreadable, Verbatim, scalar
from chamdiem.core.points import Percentage, decimal_text, exact

T = TypeVar("T")


class Codec(Generic[T]):
    """Reads one kind of value and writes it back."""

    name: str
    # Takes the place of a value that cannot be read while the rest is checked; never kept.
    stand_in: ClassVar[Any] = ""

    @abstractmethod
    def read(self, at: Cursor) -> T:
        """The value at a place, or ``Unreadable`` after reporting why."""

    def read_as(self, key: str, at: Cursor) -> T:  # noqa: ARG002  for codecs with several keys
        """The value at a place that stands there under one of the keys of its field."""
        return self.read(at)

    @abstractmethod
    def write(self, value: T) -> Any:
        """The value as plain data."""


@dataclass(frozen=True, slots=True)
class Text(Codec[str]):
    """Any text that says something: not blank, not YAML's word for nothing, nothing invisible in it."""

    name: str = "text"

    def read(self, at: Cursor) -> str:
        """The text, refused when it says nothing."""
        text = scalar(at)
        if text.strip() in _NOTHING:
            at.report("schema.blank")
            raise Unreadable
        hidden = _CONTROL.search(text)
        if hidden:
            at.report("schema.control_character", character=f"U+{ord(hidden.group()):04X}")
            raise Unreadable
        return text

    def write(self, value: str) -> str:
        """The text; several lines as a block."""
        return Verbatim(value)


_TEXT = Text()
_NOTHING = ("", "~", "null", "Null", "NULL")
# Neither a database nor a workbook keeps these.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Words(Codec[str]):
    """Text for people, which is never a bare number, nor a yes or no."""

    name: str = "text"

    def read(self, at: Cursor) -> str:
        """The text, refused when it is a number or a yes or no."""
        text = _TEXT.read(at)
        if not is_worded(text):
            at.report("schema.not_words", value=text)
            raise Unreadable
        return text

    def write(self, value: str) -> str:
        """The text; several lines as a block."""
        return Verbatim(value)


_WORDLESS = re.compile(r"[+-]?[0-9]+(?:[.,_/][0-9]+)*%?|true|false|yes|no", re.IGNORECASE)


def is_worded(text: str) -> bool:
    """Whether a name says something, and is neither a number nor a yes or no."""
    return text.strip() not in _NOTHING and not _WORDLESS.fullmatch(text.strip())


@dataclass(frozen=True, slots=True)
class Given(Codec[str]):
    """A value of an input as a person would type it."""

    name: str = "value"

    def read(self, at: Cursor) -> str:
        """The text."""
        return _TEXT.read(at)

    def write(self, value: str) -> str:
        """The text; a plain number without quotes."""
        return Plain(value) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) else str(value)


@dataclass(frozen=True, slots=True)
class Pattern(Codec[str]):
    """Text of a given form."""

    name: str
    pattern: str
    _form: re.Pattern[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_form", re.compile(self.pattern))

    def fits(self, text: str) -> bool:
        """Whether a text has the form."""
        return self._form.fullmatch(text) is not None

    def read(self, at: Cursor) -> str:
        """The text when it has the form."""
        text = scalar(at)
        if not self.fits(text):
            self.refuse(text, at)
            raise Unreadable
        return text

    def refuse(self, text: str, at: Cursor) -> None:
        """Report that a text does not have the form."""
        at.report("schema.wrong_form", value=text, expected=self.name)

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

    @property
    def stand_in(self) -> str:
        """The first word."""
        return self.words[0]

    def read(self, at: Cursor) -> str:
        """The word when it is one of them."""
        text = scalar(at)
        if not self.fits(text):
            self.refuse(text, at)
            raise Unreadable
        return text

    def fits(self, text: str) -> bool:
        """Whether a text is one of the words."""
        return text in self.words

    def refuse(self, text: str, at: Cursor) -> None:
        """Report that a text is none of the words."""
        at.report("schema.unknown_word", value=text, allowed=", ".join(self.words))

    def write(self, value: str) -> Plain:
        """The word."""
        return Plain(value)


@dataclass(frozen=True, slots=True)
class Flag(Codec[bool]):
    """``yes`` or ``no``."""

    stand_in = False
    name: str = "yes \\| no"

    def read(self, at: Cursor) -> bool:
        """True for yes."""
        return Word(("yes", "no")).read(at) == "yes"

    def write(self, value: bool) -> Plain:  # noqa: FBT001  the value itself
        """The word."""
        return Plain("yes" if value else "no")


@dataclass(frozen=True, slots=True)
class Number(Codec[Fraction]):
    """An exact number, written as it was read; ``percent`` writes any other as a percentage too."""

    stand_in = Fraction(0)
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
            is_long = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?%?", text)
            at.report("schema.too_many_digits" if is_long else "schema.not_a_number", value=text)
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
        return Percentage(value) if text.endswith("%") else value

    def write(self, value: Fraction) -> Plain:
        """The number; percentages where they come out short."""
        if self.percent or isinstance(value, Percentage):
            return Plain(f"{decimal_text(value * 100)}%")
        return Plain(decimal_text(value))


_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Whole(Codec[int]):
    """A whole number, not negative."""

    stand_in = 0
    name: str = "whole number"
    most: int = 1_000_000
    least: int = 0

    def read(self, at: Cursor) -> int:
        """The number."""
        text = scalar(at)
        if not re.fullmatch(r"[0-9]+", text):
            at.report("schema.not_whole", value=text)
            raise Unreadable
        if len(text) > _MOST_DIGITS or int(text) > self.most:
            at.report("schema.too_large", value=text, most=str(self.most))
            raise Unreadable
        if int(text) < self.least:
            at.report("schema.too_small", value=text, least=str(self.least))
            raise Unreadable
        return int(text)

    def write(self, value: int) -> Plain:
        """The number."""
        return Plain(str(value))


@dataclass(frozen=True, slots=True)
class Day(Codec[date]):
    """A date, ``2023-10-31``."""

    stand_in = date.min
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
