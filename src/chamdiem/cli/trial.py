"""``chamdiem trial``: a criterion tried out around each of its thresholds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from rich.text import Text

from chamdiem.cli.choosing import find_criterion, find_set, find_sharing_row
from chamdiem.cli.heading import print_heading
from chamdiem.cli.options import criterion_argument, json_option, set_argument, spoken
from chamdiem.cli.screen import console, indented, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.tables import columns, print_table
from chamdiem.cli.words import WORDS
from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers, Criterion, compile_criterion
from chamdiem.core.expression import Term
from chamdiem.core.figures import list_figures
from chamdiem.core.inputs import Input
from chamdiem.core.points import decimal_text
from chamdiem.core.sentences import rule_sentence
from chamdiem.core.sentences.checks import broken_check_text, checked_reason
from chamdiem.core.sentences.figures import value_in
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.sentences.terms import term_text
from chamdiem.core.sentences.thresholds import edge_writer
from chamdiem.core.trials import Stand, Trial, list_trials
from chamdiem.core.unparse import unparse
from chamdiem.office.score_data import number
from chamdiem.office.score_lines import is_met, shown_points, standing_text


@spoken("trial")
@set_argument
@criterion_argument
@json_option
def command(session: Session, *, set_name: str, criterion: str, as_json: bool) -> None:
    """Show what the criterion gives just below, on and just above each threshold."""
    indicator_set = find_set(set_name)
    row = find_criterion(indicator_set, criterion, set_name)
    compiled = compile_criterion(row, indicator_set, list_figures(indicator_set))
    trials = list_trials(compiled)
    sharing = find_sharing_row(indicator_set, criterion, set_name)
    if as_json:
        print_json({**_data(compiled, trials, session), "asked": sharing and sharing.key})
    else:
        print_heading(compiled, sharing, session)
        _show(compiled, trials, session)


def _data(criterion: Criterion, trials: list[Trial], session: Session) -> dict[str, Any]:
    row = criterion.row
    return {
        "key": row.key,
        "number": row.number or None,
        "name": row.correct_name,
        "max_points": number(row.max_points),
        "sentence": rule_sentence(criterion, session.language),
        "trials": [_trial_data(criterion, trial, session) for trial in trials],
    }


def _trial_data(criterion: Criterion, trial: Trial, session: Session) -> dict[str, Any]:
    points = None if trial.status is Status.INVALID else shown_points(trial.outcome)
    return {
        "inputs": _inputs(criterion, trial.answers),
        "others": [_inputs(criterion, other) for other in trial.others],
        "stands": [
            {
                "place": stand.place,
                "term": None if stand.term is None else unparse(stand.term),
                "threshold": None if stand.threshold is None else decimal_text(stand.threshold),
            }
            for stand in trial.stands
        ],
        "points": None if points is None else decimal_text(points),
        "status": trial.status.value,
        "met": None if trial.status is Status.INVALID else is_met(trial.outcome),
        "reason": checked_reason(criterion, trial.outcome, criterion.values(trial.answers), session.language),
        "checks": _checks(criterion, trial, session),
    }


def _inputs(criterion: Criterion, answers: Answers) -> dict[str, str | bool]:
    """Letter → value, as a JSON file of answers has it."""
    letters = criterion.letters
    return {
        letter: _canonical(given, value)
        for figure, (letter, given) in zip(letters.figures, letters.inputs.items(), strict=True)
        if (value := answers.get(figure)) is not None
    }


def _canonical(given: Input, value: int) -> str | bool:
    """``true``, ``0.5``, ``2026-01-31``, the code of an option."""
    if given.type == "yes_no":
        return bool(value)
    if given.type == "date":
        return given.day(value).isoformat()
    return given.show(value)


def _checks(criterion: Criterion, trial: Trial, session: Session) -> list[str]:
    values = criterion.values(trial.answers)
    return [broken_check_text(check, criterion, values, session.language) for check in trial.outcome.broken]


def _show(criterion: Criterion, trials: list[Trial], session: Session) -> None:
    screen = console()
    others = next((trial.others for trial in trials if trial.others), ())
    if others:
        listed = " | ".join(_listed(criterion, other, session) for other in others)
        screen.print(indented(f"{session.say(WORDS['others'])}: {listed}", 1, "dim"))
    screen.print()
    table = columns(
        (session.say(WORDS["given"]), "prose"),
        (session.say(WORDS["stand"]), "prose"),
        (session.say(WORDS["points"]), "number"),
        (session.say(WORDS["reason"]), "prose"),
    )
    tell = _Stands.of(criterion, trials, session)
    for trial in trials:
        beside = ""
        if trial.others and trial.others != others:
            listed = " | ".join(_listed(criterion, other, session) for other in trial.others)
            beside = f" ({session.say(WORDS['others'])}: {listed})"
        table.add_row(
            Text(_listed(criterion, trial.answers, session)),
            Text(tell.text(trial) + beside),
            _points(trial, session),
            _reason(criterion, trial, session),
        )
    print_table(table, screen)


def _listed(criterion: Criterion, answers: Answers, session: Session) -> str:
    given = (
        f"{letter}={value_in(asked, answers[figure] or 0, session.language)}"
        for figure, (letter, asked) in zip(
            criterion.letters.figures, criterion.letters.inputs.items(), strict=True
        )
        if answers.get(figure) is not None
    )
    return "; ".join(given) or "–"


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where lines stand, in words: every threshold of a term in one way, with its unit."""

    session: Session
    writers: Mapping[Term, Callable[[Fraction], str]]

    @classmethod
    def of(cls, criterion: Criterion, trials: list[Trial], session: Session) -> _Stands:
        """The words of one table."""
        stands = [stand for trial in trials for stand in trial.stands if stand.term is not None]
        terms = dict.fromkeys(stand.term for stand in stands if stand.term is not None)
        edges = {
            term: [s.threshold for s in stands if s.term == term and s.threshold is not None]
            for term in terms
        }
        return cls(
            session, {term: edge_writer(term, edges[term], criterion, session.language) for term in terms}
        )

    def text(self, trial: Trial) -> str:
        """``đúng 10 cuộc; ngay trên 9 cuộc``; where a check refuses the figures, so it says."""
        text = "; ".join(self._one(stand) for stand in trial.stands)
        if trial.status is Status.INVALID:
            return self.session.say(WORDS["stand_refused"], stand=text)
        return text

    def _one(self, stand: Stand) -> str:
        write = None if stand.term is None else self.writers[stand.term]
        threshold = "" if write is None or stand.threshold is None else write(stand.threshold)
        text = self.session.say(WORDS[f"stand_{stand.place}"], threshold=threshold)
        if stand.term is None or len(self.writers) == 1:
            return text
        return f"{term_text(stand.term, STYLES[self.session.language])}: {text}"


def _points(trial: Trial, session: Session) -> str:
    if trial.status is Status.SCORED and is_met(trial.outcome) is not None:
        return standing_text(trial.outcome, session.language)
    points = shown_points(trial.outcome)
    if points is None or trial.status is Status.INVALID:
        return "–"
    return STYLES[session.language].exact(points)


def _reason(criterion: Criterion, trial: Trial, session: Session) -> Text:
    """Why; a broken check goes first, for then the points do not count."""
    styles = {Status.SCORED: "", Status.INVALID: "red"}
    values = criterion.values(trial.answers)
    text = checked_reason(criterion, trial.outcome, values, session.language)
    return Text(text, style=styles.get(trial.status, "yellow"))
