"""How numbers and moments are written for people: ``1.234,5`` · ``18,50`` · ``14:32 30/09/2026``.

Rounding here is for the eye only; points arrive as exact fractions, already
rounded by their rule, so showing two decimals of them loses nothing.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone

from chamdiem.core.sentences.numbers import STYLES, NumberStyle
from chamdiem.web.language import page_language

Number = int | Fraction | Decimal | str
# What stands where there is no number: not 0, which is a number.
NOTHING = "–"
POINT_DIGITS = 2


def style() -> NumberStyle:
    """The number style of the language of the page."""
    return STYLES[page_language()]


def exactly(value: Number) -> Fraction:
    """A number from the core or the database as an exact fraction.

    Raises:
        TypeError: It is a binary float, which is no exact number.
    """
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float; points and figures are exact.")
    return Fraction(value)


def fixed(value: Number, digits: int) -> str:
    """Always the same number of decimals, so that columns align: ``18,50``, ``-0,50``."""
    exact, written = exactly(value), style()
    # In whole numbers: a table has thousands of cells, and a fraction for each costs more than all else.
    scaled = (2 * abs(exact.numerator) * 10**digits + exact.denominator) // (2 * exact.denominator)
    head, tail = divmod(scaled, 10**digits)
    sign = "-" if exact < 0 and scaled else ""
    whole = f"{head:,}".replace(",", written.thousands)
    return f"{sign}{whole}{written.point}{tail:0{digits}}" if digits else f"{sign}{whole}"


def plain(value: Number, most_digits: int = 4) -> str:
    """As many decimals as there are, up to a limit: ``1.234,5``."""
    text = fixed(value, most_digits)
    if style().point not in text:
        return text
    return text.rstrip("0").rstrip(style().point)


def whole_percent(done: int, total: int) -> int:
    """How many hundredths are done, never rounded up: only what is finished is 100."""
    return done * 100 // total if total else 0


def date_text(value: dt.date | None) -> str:
    """``30/09/2026``; a moment is shown on the day it has in Vietnam."""
    if value is None:
        return NOTHING
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value)
    # %Y writes the year 26 as 26, which reads like 2026.
    return f"{value:%d/%m}/{value.year:04d}"


def moment_text(value: dt.datetime | None) -> str:
    """``14:32 30/09/2026`` in Vietnam."""
    return NOTHING if value is None else f"{timezone.localtime(value):%H:%M} {date_text(value)}"
