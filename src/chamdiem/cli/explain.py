"""``chamdiem explain``: one criterion worked out from given figures, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import click
from rich.text import Text

from chamdiem.cli.choosing import find_criterion, find_set, find_sharing_row
from chamdiem.cli.heading import print_heading
from chamdiem.cli.letters import read_letters
from chamdiem.cli.options import criterion_argument, json_option, set_argument, spoken
from chamdiem.cli.reporting import problem_data
from chamdiem.cli.screen import console, indented, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.words import WORDS
from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers, Criterion, Outcome, compile_criterion
from chamdiem.core.expression import letters_in
from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import Check
from chamdiem.core.peers import spread_of
from chamdiem.core.points import decimal_text
from chamdiem.core.sentences import Language, problem_text, reason_tree, rule_sentence
from chamdiem.core.sentences.checks import broken_check_text, checked_reason
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.sentences.score_words import status_text
from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.score_data import number
from chamdiem.office.score_lines import is_met, shown_points, standing_text


@spoken("explain")
@set_argument
@criterion_argument
@click.option("--input", "given", metavar="a=950", multiple=True)
@click.option("--other", "others", metavar="n=60", multiple=True)
@json_option
def command(
    session: Session,
    *,
    set_name: str,
    criterion: str,
    given: tuple[str, ...],
    others: tuple[str, ...],
    as_json: bool,
) -> int:
    """Say what the figures earn, and why; exit code 1 where they break a check."""
    indicator_set = find_set(set_name)
    row = find_criterion(indicator_set, criterion, set_name)
    compiled = compile_criterion(row, indicator_set, list_figures(indicator_set))
    problems: list[Problem] = []
    own = read_letters(given, compiled, problems, session.language)
    others_read = [
        read_letters([text], compiled, problems, session.language, f"other[{place}].")
        for place, text in enumerate(others)
    ]
    explained = _explained(compiled, own, others_read, problems)
    sharing = find_sharing_row(indicator_set, criterion, set_name)
    if as_json:
        print_json({**_data(explained, session), "asked": sharing and sharing.key})
    elif problems:
        raise InvalidAnswers(problems)
    else:
        print_heading(compiled, sharing, session)
        _show(explained, session)
    return int(explained.status is Status.INVALID)


@dataclass(frozen=True, slots=True)
class _Explained:
    """A criterion, the figures, and what they give; nothing where there are problems."""

    criterion: Criterion
    answers: Answers
    outcome: Outcome
    unread: tuple[Problem, ...] = ()

    @property
    def status(self) -> Status:
        """As scored, but invalid where a figure cannot be accepted or a hard check is broken."""
        return Status.INVALID if self.unread else self.outcome.checked_status

    @property
    def points(self) -> Fraction | None:
        """The rounded points; None where there are none, or where they do not count."""
        return None if self.status is Status.INVALID else shown_points(self.outcome)

    @property
    def broken(self) -> tuple[Check, ...]:
        """The checks that do not hold; none are made of figures that cannot be accepted."""
        return () if self.unread else self.outcome.broken

    @property
    def problems(self) -> list[Problem]:
        """Everything for which the figures are invalid."""
        return [*self.unread, *(self._broken(check) for check in self.broken if not check.soft)]

    def reason(self, language: Language) -> str:
        """Why, on one line; where the figures are invalid it is that which counts."""
        if self.unread:
            told = " ".join(problem_text(problem, language) for problem in self.unread)
            return f"{status_text(Status.INVALID, language)}: {told}"
        return checked_reason(self.criterion, self.outcome, self.criterion.values(self.answers), language)

    def check_text(self, check: Check, language: Language) -> str:
        """What must hold and does not."""
        return broken_check_text(check, self.criterion, self.criterion.values(self.answers), language)

    def _broken(self, check: Check) -> Problem:
        letters = dict.fromkeys(letters_in(check.that))
        facts = {
            "organisation": "",
            "row": self.criterion.label,
            "statement": self.check_text(check, "vi"),
            "statement_en": self.check_text(check, "en"),
            "cells": ", ".join(letters),
        }
        return Problem("check.broken", facts, Place(path=next(iter(letters))))


def _explained(
    criterion: Criterion, own: Answers, others: list[Answers], problems: list[Problem]
) -> _Explained:
    # The figures given are all that are compared, as ``score`` compares those of a file.
    criterion = criterion.with_spread(spread_of(criterion, [own, *others]))
    return _Explained(criterion, own, criterion.outcome(criterion.values(own)), tuple(problems))


def _data(explained: _Explained, session: Session) -> dict[str, Any]:
    outcome, row, points = explained.outcome, explained.criterion.row, explained.points
    is_earned = explained.status is Status.SCORED and points is not None
    return {
        "key": row.key,
        "number": row.number or None,
        "name": row.correct_name,
        "points": None if points is None else decimal_text(points),
        "exact": decimal_text(outcome.award.points) if is_earned else None,
        "max_points": number(row.max_points),
        "status": explained.status.value,
        "met": None if explained.status is Status.INVALID else is_met(outcome),
        "reason": explained.reason("vi"),
        "reason_en": explained.reason("en"),
        "sentence": rule_sentence(explained.criterion, session.language),
        "checks": [explained.check_text(check, session.language) for check in explained.broken],
        "problems": [problem_data(problem, session) for problem in explained.problems],
    }


def _show(explained: _Explained, session: Session) -> None:
    outcome, screen = explained.outcome, console()
    screen.print()
    # Where a hard check is broken the rule's points do not count, and are not told.
    if not any(not check.soft for check in outcome.broken):
        for depth, text in reason_tree(outcome, session.language):
            screen.print(indented(text, depth + 1))
    for check in outcome.broken:
        word = WORDS["doubtful" if check.soft else "broken"]
        screen.print(
            indented(f"{session.say(word)}: {explained.check_text(check, session.language)}", 1, "red")
        )
    screen.print()
    screen.print(Text(_result(explained, session), style="bold"))


def _result(explained: _Explained, session: Session) -> str:
    points, maximum = explained.points, explained.criterion.row.max_points
    if explained.status is Status.SCORED and is_met(explained.outcome) is not None:
        return standing_text(explained.outcome, session.language)
    status = "" if explained.status is Status.SCORED else status_text(explained.status, session.language)
    if points is None or maximum is None:
        return status or ("" if points is None else STYLES[session.language].exact(points))
    numbers = STYLES[session.language]
    text = session.say(WORDS["of_maximum"], points=numbers.exact(points), maximum=numbers.exact(maximum))
    return f"{text} ({status})" if status else text
