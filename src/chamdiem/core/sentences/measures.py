"""A value measured against thresholds: ``Tỷ lệ = 3.668 / 3.853 ≈ 95,2%``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from chamdiem.core.expression import Letter, Term
from chamdiem.core.inputs import POINTS_UNIT
from chamdiem.core.quotient import Values
from chamdiem.core.rules.rule import Scope
from chamdiem.core.sentences.numbers import Pair, Shown, in_percent, pair
from chamdiem.core.sentences.terms import (
    compared_day,
    counts_days,
    day_count,
    is_day,
    is_divided,
    is_of_a_hundred,
    term_writer,
    unit_of,
    with_unit,
)
from chamdiem.core.sentences.voice import Voice


class Measure:
    """Says the value of a term so that it stands on its side of every threshold.

    A quotient is shown in percent unless a threshold lies above 1: then it is
    so many times, as in three courses a head.
    """

    def __init__(self, term: Term, thresholds: Iterable[Fraction], scope: Scope, voice: Voice) -> None:
        edges = tuple(thresholds)
        numbers = voice.numbers
        self.name = measured_name(term, scope, voice)
        self.is_percent = is_percentage(term, edges)
        self.constant = constant_writer(term, scope, voice, is_percent=self.is_percent)
        self._write = term_writer(term, scope, voice)
        self._is_bare = isinstance(term, Letter)
        guards = tuple(dict.fromkeys(map(pair, (*edges, Fraction(0), Fraction(1)))))
        self._guards = in_percent(guards) if self.is_percent else guards
        self._show = numbers.ratio if self.is_percent else numbers.number

    def written(self, values: Values) -> str:
        """``Tỷ lệ = 3.668 / 3.853``: the term alone."""
        return f"{self.name} = {self._write(values)}"

    def said(
        self, values: Values, above: int, below: int, guards: tuple[Pair, ...] = ()
    ) -> tuple[str, Shown]:
        """``Tỷ lệ = 3.668 / 3.853 ≈ 95,2%``, and the number at its end.

        Args:
            values: The figures.
            above: Numerator of the value.
            below: Denominator, positive.
            guards: Further numbers whose side the text must keep.
        """
        more = in_percent(guards) if self.is_percent else guards
        shown = self._show(above, below, (*self._guards, *more) if more else self._guards)
        text, is_exact = shown
        head = f"{self.name} = {self._write(values)}"
        if self._is_bare:
            return head, shown
        return (f"{head} = {text}" if is_exact else f"{head} ≈ {text}"), shown


def measured_name(term: Term, scope: Scope, voice: Voice) -> str:
    """What is measured: ``Tỷ lệ``, the label of a single figure, else ``Giá trị``."""
    label = scope.inputs[term.name].label if isinstance(term, Letter) else ""
    return label or voice.phrases["ratio" if is_divided(term) else "value"]


def threshold_writer(
    term: Term, scope: Scope, voice: Voice, *, is_percent: bool
) -> Callable[[Fraction], str]:
    """A function that writes a threshold with its unit: ``80%``, ``12 cuộc``, ``3 lượt/người``."""
    if counts_days(term, scope):
        return lambda value: day_count(voice.numbers.exact(value), voice)
    write = constant_writer(term, scope, voice, is_percent=is_percent)
    unit = "" if is_percent else unit_of(term, scope)
    if unit == POINTS_UNIT:
        return lambda value: voice.points(write(value))
    return lambda value: with_unit(write(value), unit)


def constant_writer(term: Term, scope: Scope, voice: Voice, *, is_percent: bool) -> Callable[[Fraction], str]:
    """A function that writes what a term is compared with: ``80%``, ``12``, ``05/04/2026``."""
    if isinstance(term, Letter) and is_day(term, scope):
        return lambda value: compared_day(term, value, scope, voice)
    return voice.numbers.percent if is_percent else voice.numbers.exact


def is_percentage(term: Term, thresholds: Iterable[Fraction]) -> bool:
    """Whether a term is shown in percent."""
    is_share = is_divided(term) and not is_of_a_hundred(term)
    return is_share and all(abs(threshold) <= 1 for threshold in thresholds)
