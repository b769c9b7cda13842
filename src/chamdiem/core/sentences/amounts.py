"""Points and index values as columns show them: always the same number of decimals."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.points import Rounding
from chamdiem.core.sentences.numbers import STYLES, NumberStyle
from chamdiem.core.sentences.phrases import Language

# For machines: a point, and nothing between thousands.
PLAIN = NumberStyle(".", "")


def fixed_text(value: Fraction, digits: int, language: Language = "vi") -> str:
    """A number with so many decimals, rounded half up: ``1.009,50``.

    Example:
        >>> fixed_text(Fraction(2019, 2), 2), fixed_text(Fraction(2019, 2), 2, "en")
        ('1.009,50', '1,009.50')
    """
    return _fixed(value, digits, STYLES[language])


def plain_text(value: Fraction, digits: int) -> str:
    """The same for machines: ``1009.50``."""
    return _fixed(value, digits, PLAIN)


def _fixed(value: Fraction, digits: int, style: NumberStyle) -> str:
    quanta = Rounding(digits).quanta(value.numerator, value.denominator)
    head, tail = divmod(abs(quanta), 10**digits)
    decimals = f"{style.point}{tail:0{digits}}" if digits else ""
    return f"{'-' if quanta < 0 else ''}{style.whole(head)}{decimals}"
