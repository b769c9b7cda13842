"""Numbers for people: ``66.140``, ``60,75%``, ``≈ 15,1875``.

A number that does not end is shown rounded, with ``≈``; ``=`` is kept for
numbers that are shown exactly. And a shown number never changes sides: it gets
as many digits as it needs to stand where the true one stands, so 9,9999986 %
is not shown as 10 % beside a threshold of 10 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.points import decimal_text

# A number as numerator and positive denominator.
Pair = tuple[int, int]
# The text of a number, and whether it is exact.
Shown = tuple[str, bool]

SIGNIFICANT = 4
# Numbers that end this few digits later are shown to their end.
FEW_MORE = 2
MOST_DIGITS = 80
POWERS = tuple(10**digits for digits in range(MOST_DIGITS + FEW_MORE + 1))


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a language writes numbers."""

    point: str
    thousands: str

    def whole(self, value: int) -> str:
        """``66140`` as ``66.140``."""
        if -1000 < value < 1000:
            return str(value)
        return f"{value:,}".replace(",", self.thousands)

    def decimal(self, scaled: int, digits: int) -> str:
        """``scaled / 10^digits`` without trailing zeros: ``700339, 3`` as ``700,339``."""
        if scaled < 0:
            return f"-{self.decimal(-scaled, digits)}"
        head, tail = divmod(scaled, POWERS[digits])
        if not tail:
            return self.whole(head)
        return f"{self.whole(head)}{self.point}{str(tail).rjust(digits, '0').rstrip('0')}"

    def fixed(self, scaled: int, digits: int) -> str:
        """The same with all its zeros, as in a table: ``16,70``."""
        text = self.decimal(scaled, digits)
        head, _, tail = text.partition(self.point)
        return f"{head}{self.point}{tail.ljust(digits, '0')}" if digits else text

    def exact(self, value: Fraction) -> str:
        """A number of a set, to its last digit; ``1/3`` where it has none."""
        text = decimal_text(value)
        if "/" in text:
            return text
        head, _, tail = text.partition(".")
        sign, digits = ("-", head[1:]) if head.startswith("-") else ("", head)
        whole = sign + self.whole(int(digits))
        return f"{whole}{self.point}{tail}" if tail else whole

    def percent(self, value: Fraction) -> str:
        """A share of a set as a percentage; ``1/3`` where it has no last digit."""
        text = self.exact(value * 100)
        return self.exact(value) if "/" in text else f"{text}%"

    def show(self, above: int, below: int, digits: int, guards: tuple[Pair, ...] = ()) -> Shown:
        """``above / below`` rounded to ``digits`` decimals, or more where a guard demands it.

        Args:
            above: Numerator.
            below: Denominator, positive.
            digits: Decimals wanted.
            guards: Numbers from which the text must not lie on another side
                than the number itself.
        """
        scaled, rest = divmod(above * POWERS[digits + FEW_MORE], below)
        if not rest:
            return self.decimal(scaled, digits + FEW_MORE), True
        while digits <= MOST_DIGITS:
            power = POWERS[digits]
            scaled, rest = divmod(above * power, below)
            if not rest:
                return self.decimal(scaled, digits), True
            if 2 * rest >= below:
                scaled += 1
            if not guards or _keeps_sides(above, below, scaled, power, guards):
                return self.decimal(scaled, digits), False
            digits += 1
        # Only a number equal to a guard that never ends comes here.
        return str(Fraction(above, below)), True

    def ratio(self, above: int, below: int, guards: tuple[Pair, ...] = ()) -> Shown:
        """A ratio as a percentage with four significant digits, or as many as guards demand.

        The guards are percentages: see ``in_percent``.
        """
        above *= 100
        text, is_exact = self.show(above, below, significant_digits(above, below), guards)
        if "/" in text:
            return str(Fraction(above, 100 * below)), True
        return f"{text}%", is_exact

    def number(self, above: int, below: int, guards: tuple[Pair, ...] = ()) -> Shown:
        """A number with four significant digits, or as many as guards demand."""
        return self.show(above, below, significant_digits(above, below), guards)


STYLES = {"vi": NumberStyle(",", "."), "en": NumberStyle(".", ",")}


def sign(*, is_exact: bool) -> str:
    """``=`` before an exact number, ``≈`` before any other."""
    return "=" if is_exact else "≈"


def operand(shown: Shown) -> str:
    """A number inside a formula: ``≈ 60,75%`` where it is not exact."""
    text, is_exact = shown
    return text if is_exact else f"≈ {text}"


def in_formula(text: str) -> str:
    """A formula without ``≈`` before its numbers: there it reads like a sign; the one at its end says it."""
    return text.replace(f"{sign(is_exact=False)} ", "")


def in_percent(guards: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Guards of a ratio as percentages."""
    return tuple((100 * above, below) for above, below in guards)


def pair(value: Fraction) -> Pair:
    """A fraction as numerator and denominator."""
    return value.numerator, value.denominator


def significant_digits(above: int, below: int) -> int:
    """How many decimals show four significant digits of ``above / below``."""
    if above < 0:
        above = -above
    if above >= below:
        return max(0, SIGNIFICANT - len(str(above // below)))
    if not above:
        return 0
    return min(SIGNIFICANT - 1 + len(str(below // above)), MOST_DIGITS)


def _keeps_sides(above: int, below: int, scaled: int, power: int, guards: tuple[Pair, ...]) -> bool:
    """Whether ``scaled / power`` lies on the same side of every guard as ``above / below``."""
    for guard_above, guard_below in guards:
        true = above * guard_below - guard_above * below
        seen = scaled * guard_below - guard_above * power
        if (true <= 0 or seen <= 0) and (true >= 0 or seen >= 0):
            return False
    return True
