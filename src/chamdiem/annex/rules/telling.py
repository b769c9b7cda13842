"""A rule with everything that led to it: confidence, phrases, what was chosen and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from chamdiem.annex.rules.accounting import note_unsaid
from chamdiem.annex.rules.answering import is_answered
from chamdiem.annex.rules.doubting import note_doubts
from chamdiem.annex.rules.empties import says_silent
from chamdiem.annex.rules.excluding import speaks_of_nothing, when_excluded, when_not_due
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.numbers_left import numbers_left, told
from chamdiem.annex.rules.plain_readings import is_plain
from chamdiem.annex.rules.reading import Phrase, RuleReading
from chamdiem.annex.rules.statements import (
    NotApplicable,
    Prose,
    Statement,
)

_SURE, _EACH_ASSUMPTION, _UNREAD, _GUESSED, _LEAST, _ZERO_UNSAID = 96, 12, 30, 50, 20, 4


@dataclass(frozen=True, slots=True)
class Found:
    """A rule, what it was made of, and what it leaves out."""

    material: Material
    rule: Any
    missed: list[Statement]

    @property
    def labels(self) -> dict[str, str]:
        """The letters of the rule with their names."""
        return {letter: given["label"] for letter, given in self.material.figures.inputs.items()}


def reading_of(found: Found, *, is_settled: bool = False) -> RuleReading:
    """The reading of a rule; ``is_settled``: the text says what a denominator of zero gives."""
    material, rule, missed = found.material, found.rule, found.missed
    figures = material.figures
    reading = RuleReading(rule, inputs=figures.inputs)
    excluded = [*material.not_applicable, when_not_due(material)]
    for each in missed:
        if isinstance(each, NotApplicable):
            excluded.append(when_excluded(material, each))
        else:
            reading.unread.append(each.clause.text)
    note_doubts(material, f"{rule}")
    note_unsaid(material, rule)
    if left := numbers_left(material, rule):
        material.assume(told(left))
    reading.not_applicable_when = " or ".join(each for each in excluded if each)
    reading.assumed = list(figures.assumed)
    reading.plain = [text for text in reading.assumed if is_plain(text, material)]
    reading.confidence = max(
        _LEAST, _SURE - _EACH_ASSUMPTION * len(reading.assumed) - _UNREAD * bool(reading.unread)
    )
    if any("không nói cách tính" in text for text in reading.assumed):
        reading.confidence = min(reading.confidence, _GUESSED)
    silent = "" if is_answered(rule) else says_silent(rule)
    is_said = any(speaks_of_nothing(each) for each in material.of(NotApplicable)) or material.not_applicable
    if silent and not is_settled and not is_said:
        reading.zero_unsaid = silent
        reading.confidence = max(_LEAST, reading.confidence - _ZERO_UNSAID)
    reading.phrases = [
        phrase_of(each) for each in material.statements if id(each) in material.used or speaks(each)
    ]
    return reading


def with_told(reading: RuleReading, told: list[str]) -> RuleReading:
    """A reading that also tells how its text was read; trusted less for it."""
    if reading.is_manual:
        return reading
    reading.assumed = [*reading.assumed, *told]
    reading.confidence = max(_LEAST, reading.confidence - _EACH_ASSUMPTION * len(told))
    return reading


def phrase_of(statement: Statement) -> Phrase:
    """Where the words of a statement stand."""
    clause = statement.clause
    return Phrase(clause.field, clause.start, clause.end, type(statement).__name__.lower())


def speaks(statement: Statement) -> bool:
    """Whether a statement can have led to a rule."""
    return not isinstance(statement, Prose) and type(statement).__name__ not in ("Heading",)
