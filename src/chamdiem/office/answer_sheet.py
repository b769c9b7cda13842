"""What a file of answers says: organisations with stored integers, and every problem with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import letters_in
from chamdiem.core.indicator_set import Check
from chamdiem.core.sentences.checks import broken_check_text
from chamdiem.core.standings import Participant, Standings
from chamdiem.errors import Place, Problem

# Figure key → where its value was read.
Places = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The answers of all organisations of one file.

    ``warnings`` are worth knowing and stop nothing. ``places`` are kept for
    every organisation by its code.
    """

    participants: tuple[Participant, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    places: Mapping[str, Places] = field(default_factory=dict)

    def place(self, code: str, figure: str) -> Place:
        """Where a figure of an organisation was read; an empty place when it was not."""
        return self.places.get(code, {}).get(figure, Place())


@dataclass(frozen=True, slots=True)
class BrokenChecks:
    """Checks between figures that do not hold: hard ones are problems, soft ones warnings."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def broken_checks(
    answers: AnswerSheet, standings: Standings, criteria: Mapping[str, Criterion]
) -> BrokenChecks:
    """Every check that does not hold, each naming all the filled cells it reads."""
    hard: list[Problem] = []
    soft: list[Problem] = []
    for standing in standings.standings:
        for outcome in standing.sheet.outcomes.values():
            for check in outcome.broken:
                problem = _broken(check, criteria[outcome.key], standing.participant, answers)
                (soft if check.soft else hard).append(problem)
    return BrokenChecks(tuple(hard), tuple(soft))


def _broken(check: Check, criterion: Criterion, participant: Participant, answers: AnswerSheet) -> Problem:
    positions = criterion.scope.positions
    figures = [criterion.letters.figures[positions[letter]] for letter in letters_in(check.that)]
    # What was left blank stands nowhere; what is there rules the check out whatever it may be.
    where = answers.places.get(participant.code, {})
    places = [where[figure] for figure in dict.fromkeys(figures) if figure in where]
    values = criterion.values(participant.answers)
    facts = {
        "organisation": participant.code,
        "row": criterion.label,
        "statement": broken_check_text(check, criterion, values, "vi"),
        "statement_en": broken_check_text(check, criterion, values, "en"),
        "cells": ", ".join(place.cell or place.path for place in places),
    }
    return Problem("check.doubtful" if check.soft else "check.broken", facts, *places[:1])
