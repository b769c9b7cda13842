"""Figures as people read them: what this product names itself is said in their language."""

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.core.inputs import NUMBER_TYPES, POINTS_UNIT, Input
from chamdiem.core.rules.manual import POINTS_LABEL
from chamdiem.core.sentences.phrases import PHRASES, Language
from chamdiem.core.sentences.voice import voice
from chamdiem.core.written_values import UnreadableValue

# As ``value_in`` writes a decimal in English.
_SHOWN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
_ONE_GROUP = re.compile(r"(-?[1-9][0-9]{0,2})[.,]([0-9]{3})")


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


def read_in(given: Input, text: str, language: Language) -> int:
    """The stored integer of a figure as ``value_in`` writes it in a language, or as people type it.

    In English the point is decimal: ``0.125``. What may group thousands as well,
    like ``1.000`` and ``1,125``, is refused.

    Raises:
        UnreadableValue: Says what is wrong with the value.
    """
    plain = text.strip()
    if language == "vi" or given.type != "decimal":
        return given.read(text)
    if _SHOWN.fullmatch(plain):
        return given.parse(plain)
    group = _ONE_GROUP.fullmatch(plain)
    if group:
        whole, decimals = group.groups()
        decimal = f"{whole}.{decimals}".rstrip("0").rstrip(".")
        raise UnreadableValue("answer.two_readings", value=plain, plain=whole + decimals, decimal=decimal)
    return given.read(text)
