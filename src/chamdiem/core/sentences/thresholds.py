"""Thresholds of a criterion as labels: ``80%``, ``10 cuộc``, ``5 ngày``, ``3 lượt/người``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Term
from chamdiem.core.sentences.measures import constant_writer, is_percentage, threshold_writer
from chamdiem.core.sentences.numbers import operand
from chamdiem.core.sentences.phrases import Language
from chamdiem.core.sentences.terms import is_day, is_divided
from chamdiem.core.sentences.voice import voice


def edge_writer(
    term: Term, thresholds: Iterable[Fraction], criterion: Criterion, language: Language = "vi"
) -> Callable[[Fraction], str]:
    """A function that writes every threshold of a term in one way, and the way the reasons do.

    Args:
        term: What is compared.
        thresholds: All numbers it is compared with.
        criterion: The criterion it belongs to.
        language: Which language.
    """
    spoken = voice(language)
    if is_day(term, criterion.scope):
        return constant_writer(term, criterion.scope, spoken, is_percent=False)
    # Figures compared between organisations are shares of a target or of each other: always in percent.
    is_percent = is_divided(term) if criterion.peer_rule else is_percentage(term, thresholds)
    write = threshold_writer(term, criterion.scope, spoken, is_percent=is_percent)
    show = spoken.numbers.ratio if is_percent else spoken.numbers.number

    def text(threshold: Fraction) -> str:
        exact = (spoken.numbers.percent if is_percent else spoken.numbers.exact)(threshold)
        if "/" not in exact:
            return write(threshold)
        shown = operand(show(threshold.numerator, threshold.denominator))
        return write(threshold).replace(exact, shown, 1)

    return text
