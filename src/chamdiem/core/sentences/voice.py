"""A voice: one language, its numbers, and how points are rounded at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from chamdiem.core.points import Rounding
from chamdiem.core.rules.rule import Reward
from chamdiem.core.sentences.numbers import (
    MOST_DIGITS,
    POWERS,
    STYLES,
    NumberStyle,
    Pair,
    operand,
    pair,
    sign,
)
from chamdiem.core.sentences.phrases import PHRASES, Language, Phrases

# Decimals of points before rounding; two more than points are usually rounded to.
PART_DIGITS = 4
MORE_DIGITS = 2
_ABOUT = sign(is_exact=False)


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """Says points and numbers; ``rounding`` is None inside a part, which is never rounded.

    Without points, all and nothing are said as met and not met.
    """

    language: Language
    rounding: Rounding | None = None
    has_points: bool = True
    phrases: Phrases = field(init=False)
    numbers: NumberStyle = field(init=False)
    _many: str = field(init=False)
    _note: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "phrases", PHRASES[self.language])
        object.__setattr__(self, "numbers", STYLES[self.language])
        object.__setattr__(self, "_many", self.say("points", points=""))
        object.__setattr__(self, "_note", self._rounding_note())

    @property
    def inner(self) -> Voice:
        """The voice for the parts of a reason."""
        return voice(self.language, None, has_points=self.has_points)

    def say(self, phrase: str, **facts: str) -> str:
        """A phrase with its facts filled in."""
        return self.phrases[phrase].format_map(facts)

    def points(self, text: str) -> str:
        """``10`` as ``10 điểm``."""
        if text == "1":
            return self.say("point", points=text)
        return f"{text}{self._many}"

    def earned(self, above: int, below: int, guards: tuple[Pair, ...] = (), formula: str = "") -> str:
        """``= 10,5 điểm``, or ``≈ 15,1875 điểm ≈ 15,19 (làm tròn 2 chữ số thập phân)``.

        Args:
            above: Numerator of the points.
            below: Denominator, positive.
            guards: Points the text must not reach when the points do not.
            formula: What stands before; nothing rounded in it equals anything.
        """
        text, is_exact, ending = self._rounded(above, below, guards)
        is_exact = is_exact and _ABOUT not in formula
        if self.rounding is not None and not is_exact and not ending:
            text = self.numbers.fixed(self.rounding.quanta(above, below), self.rounding.digits)
        return f"{sign(is_exact=is_exact)} {self.points(text)}{ending}"

    def needs_no_rounding(self, above: int, below: int) -> bool:
        """Whether these points are shown as they are."""
        _, is_exact, ending = self._rounded(above, below)
        return is_exact and not ending

    def given(self, points: Fraction) -> str:
        """``10,5 điểm``: points as such, rounded in the end like all others."""
        if not self.has_points and not points:
            return self.phrases["rule_not_met"]
        text, is_exact, ending = self._rounded(*pair(points))
        return f"{operand((self.points(text), is_exact))}{ending}"

    def full(self, points: Fraction) -> str:
        """``điểm tối đa 20``."""
        if not self.has_points:
            return self.phrases["rule_met"]
        text, is_exact, ending = self._rounded(*pair(points))
        return f"{self.say('full', points=operand((text, is_exact)))}{ending}"

    def bounded(self, total: Fraction, least: Fraction, most: Fraction, formula: str = "") -> str:
        """A sum kept within bounds: ``= 4,2, tối đa 3 → 3 điểm``, or ``= 2 điểm`` within them."""
        if least <= total <= most:
            return self.earned(
                *pair(total), tuple(pair(each) for each in (least, most) if each != total), formula
            )
        bound = most if total > most else least
        text, is_exact = self.numbers.show(*pair(total), PART_DIGITS, (pair(bound),))
        limit = self.numbers.exact(bound)
        limited = self.say("at_most", most=limit) if total > most else self.say("at_least", least=limit)
        return f"{sign(is_exact=is_exact and _ABOUT not in formula)} {text}, {limited} → {self.given(bound)}"

    def reward(self, reward: Reward, maximum: Fraction) -> str:
        """``điểm tối đa 15``, ``70% × 15 = 10,5 điểm`` or ``1,5 điểm``."""
        points = reward.of(maximum)
        if reward.points is not None or not reward.share:
            return self.given(points)
        if reward.share == 1:
            return self.full(points)
        formula = f"{self.share(reward.share)} × {self.numbers.exact(maximum)}"
        return f"{formula} {self.earned(*pair(points), ((0, 1), pair(maximum)))}"

    def share(self, share: Fraction) -> str:
        """A share of the maximum as sets write it: ``1/2``, ``70%``."""
        if share.denominator in (2, 3, 4, 5, 8):
            return str(share)
        return self.numbers.percent(share)

    def shown(self, value: Fraction) -> tuple[str, bool]:
        """A number inside a formula, ``3`` or ``0,6667``, and whether it is exact."""
        return self.numbers.show(*pair(value), PART_DIGITS, ((0, 1),))

    def summands(self, values: Sequence[Fraction], maxima: Sequence[Fraction] = ()) -> str:
        """``≈ 3 + 0,6667``: with as many digits as a calculator needs to round the sum as we do.

        A summand below its maximum does not reach it in the text either, as in the reason of its part.
        """
        digits, right = PART_DIGITS, self._quanta(sum(values, Fraction(0)))
        while digits < MOST_DIGITS and self._quanta(sum(_cut(values, digits), Fraction(0))) != right:
            digits += 1
        limits = [*maxima, *values[len(maxima) :]]
        shown = [
            self.numbers.show(*pair(value), digits, ((0, 1),) if value == most else ((0, 1), pair(most)))
            for value, most in zip(values, limits, strict=True)
        ]
        is_exact = all(exact for _, exact in shown)
        return f"{sign(is_exact=is_exact)} {' + '.join(text for text, _ in shown)}"

    def _quanta(self, value: Fraction) -> int:
        return 0 if self.rounding is None else self.rounding.quanta(*pair(value))

    def yes_no(self, value: int | None) -> str:
        """``Có`` or ``Không``."""
        return self.phrases["yes" if value else "no"]

    def _rounded(self, above: int, below: int, guards: tuple[Pair, ...] = ()) -> tuple[str, bool, str]:
        """The points before rounding, whether they are exact, and what rounding makes of them."""
        rounding, show = self.rounding, self.numbers.show
        if rounding is None:
            return *show(above, below, PART_DIGITS, guards), ""
        quanta, digits = rounding.quanta(above, below), rounding.digits
        if quanta * below == above * POWERS[digits]:
            return self.numbers.decimal(quanta, digits), True, ""
        # Neither across a half, nor what rounding makes of it: that is said afterwards.
        both = (*guards, *rounding_edges(quanta, digits), (quanta, POWERS[digits]))
        ending = f" ≈ {self.numbers.fixed(quanta, digits)} {self._note}"
        return *show(above, below, digits + MORE_DIGITS, both), ending

    def _rounding_note(self) -> str:
        if self.rounding is None:
            return ""
        if not self.rounding.digits:
            return self.phrases["rounded_whole"]
        return self.say("rounded", digits=str(self.rounding.digits))


@cache
def voice(language: Language, rounding: Rounding | None = None, *, has_points: bool = True) -> Voice:
    """The voice of a language; ``KeyError`` for a language that is not spoken."""
    return Voice(language, rounding, has_points)


def _cut(values: Sequence[Fraction], digits: int) -> list[Fraction]:
    """The values as they are shown with so many digits."""
    return [Rounding(digits).round(value) for value in values]


def rounding_edges(quanta: int, digits: int) -> tuple[Pair, Pair]:
    """The points between which everything rounds to so many quanta."""
    twice = 2 * POWERS[digits]
    return (2 * quanta - 1, twice), (2 * quanta + 1, twice)
