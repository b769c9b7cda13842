"""Figures as people read them: what this product names itself is said in their language."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.inputs import NUMBER_TYPES, Input
from chamdiem.core.rules.manual import POINTS_LABEL, POINTS_UNIT
from chamdiem.core.sentences.phrases import PHRASES, Language
from chamdiem.core.sentences.voice import voice


def label_in(given: Input, language: Language) -> str:
    """The label of a figure; points that people award are named in the language."""
    return PHRASES[language]["manual_agreed"] if given.label == POINTS_LABEL else given.label


def unit_in(unit: str, language: Language) -> str:
    """A unit as printed; points in the language."""
    return voice(language).points("").strip() if unit == POINTS_UNIT else unit


def value_in(given: Input, value: int, language: Language) -> str:
    """A stored figure as it is typed: ``0,5`` and ``có``, in English ``0.5`` and ``yes``."""
    spoken = voice(language)
    if given.type == "yes_no":
        return spoken.yes_no(value).lower()
    if given.type in NUMBER_TYPES:
        return spoken.numbers.exact(Fraction(value, given.scale)).replace(spoken.numbers.thousands, "")
    return given.show(value)
