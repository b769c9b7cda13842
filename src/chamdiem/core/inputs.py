"""The inputs of a row: what kind of value, in which unit, within which bounds.

A value is stored as one integer: a whole number as itself, a decimal times its
scale, yes/no as 1/0, a choice as the position of its option, a date as the
number of days after ``since``. ``None`` is missing, which is never zero.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from chamdiem.core.points import decimal_text
from chamdiem.core.written_values import (
    InputType,
    UnreadableValue,
    canonical_number,
    read_choice,
    read_date,
    read_yes_no,
    typed_number,
)

Value = int | None
NUMBER_TYPES = ("whole", "decimal")

# Where it is the unit it may stand behind the number; elsewhere it makes it none.
PERCENT = "%"
POINTS_UNIT = "điểm"
_SHARE = re.compile(r"(.*[0-9]) *%")
# A spreadsheet keeps no more digits than these.
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One letter of a row: an own figure, or one shared through ``source``.

    ``source`` is the key of the shared figure: ``I.6`` for general
    information, ``3.5.a`` for letter a of criterion 3.5.
    """

    label: str = ""
    unit: str = ""
    type: InputType = "whole"
    decimals: int = 0
    minimum: Fraction | None = Fraction(0)
    maximum: Fraction | None = None
    since: date | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    step: Fraction | None = None

    @property
    def scale(self) -> int:
        """How many stored integers make one unit."""
        return int(10**self.decimals) if self.type == "decimal" else 1

    @property
    def grain(self) -> int:
        """How far a stored integer moves from step to step: 5 (0.5) for steps of 0.25 with one digit."""
        return (self.step * self.scale).numerator if self.step else 1

    @property
    def range(self) -> tuple[int | None, int | None]:
        """The least and greatest stored integer; None where unbounded."""
        if self.type == "yes_no":
            return 0, 1
        if self.type == "choice":
            return 0, len(self.options) - 1
        low, high = self.minimum, self.maximum
        if self.type == "date":
            return None, None
        return (
            None if low is None else -(-low.numerator * self.scale // low.denominator),
            None if high is None else high.numerator * self.scale // high.denominator,
        )

    @property
    def is_signed(self) -> bool:
        """Whether its stored integer may be negative."""
        low, _ = self.range
        return low is None or low < 0

    def read(self, text: str) -> int:
        """Turn what a person typed into the stored integer.

        A number that two people may read differently is refused: ``1.838`` is
        1838 to one and 1,838 to the other.

        Raises:
            UnreadableValue: Says what is wrong with the value.
        """
        return self._read(text.strip(), typed_number)

    def parse(self, text: str) -> int:
        """Turn the text a program wrote, or ``show``, into the stored integer: the point is decimal.

        Raises:
            UnreadableValue: Says what is wrong with the value.
        """
        return self._read(text.strip(), canonical_number)

    def _read(self, text: str, split: Callable[[str, InputType], tuple[str, str]]) -> int:
        match self.type:
            case "yes_no":
                return read_yes_no(text)
            case "choice":
                return read_choice(text, self.options)
            case "date":
                return read_date(text, self.since or date(1970, 1, 1))
            case "text":
                raise UnreadableValue("answer.text_earns_nothing", value=text)
            case _:
                share = _SHARE.fullmatch(text) if self.unit == PERCENT else None
                plain = share[1] if share else text
                write = self.show if split is canonical_number else self.type_out
                return self._within(text, self._stored(text, *split(plain, self.type), write))

    def type_out(self, value: int) -> str:
        """The stored integer as people type it, as ``read`` accepts it: with a decimal comma."""
        text = self.show(value)
        return text.replace(".", ",") if self.type in NUMBER_TYPES else text

    def day(self, value: int) -> date:
        """The date that the stored integer of a date counts to."""
        since = self.since or date(1970, 1, 1)
        return date.fromordinal(since.toordinal() + value)

    def show(self, value: int) -> str:
        """The stored integer as canonical text, as ``parse`` accepts it."""
        match self.type:
            case "yes_no":
                return "có" if value else "không"
            case "choice":
                return list(self.options)[value]
            case "date":
                return self.day(value).strftime("%d/%m/%Y")
            case _:
                return decimal_text(Fraction(value, self.scale))

    def _stored(self, text: str, whole: str, decimals: str, write: Callable[[int], str]) -> int:
        """The stored integer of a number, given in its two parts."""
        decimals = decimals.rstrip("0")
        if len(whole.lstrip("-")) > _MOST_DIGITS:
            raise UnreadableValue("answer.too_many_digits", value=text, most=str(_MOST_DIGITS))
        if decimals and self.type == "whole":
            raise UnreadableValue("answer.not_whole", value=text)
        if len(decimals) > self.decimals:
            kept, further = decimals[: self.decimals], decimals[self.decimals]
            near = self._signed(whole, kept) + (further >= "5") * (-1 if whole.startswith("-") else 1)
            # Outside the bounds there is no near number to propose.
            facts = {"most": str(self.decimals), "near": write(self._within(text, near)), "least": write(1)}
            raise UnreadableValue("answer.too_many_decimals", value=text, **facts)
        return self._signed(whole, decimals)

    def _signed(self, whole: str, decimals: str) -> int:
        magnitude = int(
            whole.lstrip("-") + decimals.ljust(self.decimals if self.type == "decimal" else 0, "0")
        )
        return -magnitude if whole.startswith("-") else magnitude

    def _within(self, text: str, value: int) -> int:
        low, high = self.range
        if self.unit == POINTS_UNIT and low is not None and high is not None and not low <= value <= high:
            facts = {"least": self.show(low), "most": self.show(high)}
            raise UnreadableValue("answer.points_outside", value=text, **facts)
        if low is not None and value < low:
            raise UnreadableValue("answer.below_minimum", value=text, least=self.show(low))
        if high is not None and value > high:
            raise UnreadableValue("answer.above_maximum", value=text, most=self.show(high))
        if self.step is not None and Fraction(value, self.scale) % self.step:
            step = decimal_text(self.step)
            raise UnreadableValue("answer.off_step", value=text, step=step)
        return value
