"""What went wrong, in words: on standard error for people, on standard output for programs."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any

import click
from rich.text import Text

from chamdiem.cli.screen import console, indented, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.speaking import ExtraArguments
from chamdiem.cli.usage_texts import COUNTED, USAGE
from chamdiem.core.sentences import problem_text, refusal_text
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.errors import Invalid, InvalidAnswers, Place, Problem, Refused

Entry = dict[str, Any]

# The figure of another organisation, as ``explain`` names its place.
_OTHER = re.compile(r"other\[(?P<place>\d+)\]\.(?P<letter>\w+)")


def problem_data(problem: Problem, session: Session) -> Entry:
    """A problem as JSON gives it."""
    return _entry(problem, problem_text(problem, session.language))


def _entry(problem: Problem, message: str) -> Entry:
    place = problem.place
    return {
        "code": problem.code,
        "message": message,
        "file": place.file or None,
        "line": place.line or None,
        "path": place.path or None,
        "sheet": place.sheet or None,
        "cell": place.cell or None,
        "value": problem.facts.get("value"),
    }


def report_invalid(error: Invalid, session: Session, *, as_json: bool) -> None:
    """Every problem with its place."""
    if as_json:
        print_json({"problems": [problem_data(problem, session) for problem in error.problems]})
        return
    print_problems(error.problems, session)
    screen = console(sys.stderr)
    # Of a set nothing is ever computed: there it goes without saying.
    counted = "problems" if isinstance(error, InvalidAnswers) else "faults"
    screen.print(session.say(COUNTED[counted], count=len(error.problems)), style="bold red")


def report_refused(error: Refused, session: Session, *, as_json: bool) -> None:
    """One sentence."""
    _report_one(error.code, refusal_text(error.code, error.facts, session.language), as_json=as_json)


def report_usage(error: click.UsageError, session: Session, *, as_json: bool) -> None:
    """What is wrong with the command line, and how to ask for help."""
    _report_one("usage", usage_text(error, session), as_json=as_json)
    if not as_json and error.ctx is not None:
        console(sys.stderr).print(session.say(USAGE["try"], command=error.ctx.command_path))


def print_problems(problems: Iterable[Problem], session: Session, style: str = "red") -> None:
    """Problems on standard error, those of one file and sheet together."""
    screen = console(sys.stderr)
    for heading, group in groupby(problems, lambda problem: _heading(problem.place)):
        if heading:
            screen.print(Text(heading, style="bold"))
        for problem in group:
            sentence = Text()
            where = _within(problem.place, session)
            if where:
                sentence.append(f"{where}: ", style=style)
            sentence.append(problem_text(problem, session.language))
            screen.print(indented_text(sentence) if heading else sentence)


def print_warnings(warnings: Sequence[Problem], session: Session) -> None:
    """What stops nothing but should be known, on standard error."""
    if warnings:
        console(sys.stderr).print(session.say(COUNTED["warnings"], count=len(warnings)), style="yellow")
        print_problems(warnings, session, style="yellow")


def indented_text(text: Text) -> Any:
    """A sentence under its heading."""
    padding = indented("", 1)
    padding.renderable = text
    return padding


def usage_text(error: click.UsageError, session: Session) -> str:
    """A usage error in words."""
    match error:
        case click.NoSuchOption():
            like = ", ".join(error.possibilities or ())
            return session.say(USAGE["no_option"], name=error.option_name) + _hint(like, session)
        case click.MissingParameter(param=param) if param is not None:
            return session.say(USAGE["missing"], name=_name(param))
        case click.BadParameter(param=param) if param is not None:
            return _bad_parameter(param, error, session)
        case ExtraArguments(extra=extra):
            return session.say(USAGE["extra"], extra=" ".join(extra))
        case click.BadOptionUsage():
            return session.say(USAGE["no_value"], name=error.option_name)
        case click.exceptions.NoSuchCommand():
            return session.say(USAGE["no_command"], name=error.command_name) + _hint(_like(error), session)
        case _:
            return session.say(USAGE["other"], why=error.format_message())


def _bad_parameter(param: click.Parameter, error: click.BadParameter, session: Session) -> str:
    if isinstance(param.type, click.Choice):
        allowed = ", ".join(map(str, param.type.choices))
        return session.say(USAGE["not_a_choice"], name=_name(param), allowed=allowed)
    if isinstance(param.type, click.IntRange) and param.type.max is not None:
        whole = STYLES[session.language].whole
        least, most = whole(int(param.type.min or 0)), whole(int(param.type.max))
        return session.say(USAGE["not_in_range"], name=_name(param), least=least, most=most)
    if isinstance(param.type, click.types.IntParamType):
        return session.say(USAGE["not_a_count"], name=_name(param))
    return session.say(USAGE["bad"], name=_name(param), why=error.message)


def _like(error: click.exceptions.NoSuchCommand) -> str:
    """Commands that a mistyped one may have meant."""
    program = error.ctx.command if error.ctx else None
    known = program.list_commands(error.ctx) if isinstance(program, click.Group) and error.ctx else []
    return ", ".join(get_close_matches(error.command_name, known))


def _hint(like: str, session: Session) -> str:
    return f" {session.say(USAGE['like'], like=like)}" if like else ""


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.metavar or str(param.name).upper()


def _report_one(code: str, message: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"problems": [_entry(Problem(code), message)]})
    else:
        console(sys.stderr).print(Text(message, style="red"))


def _heading(place: Place) -> str:
    return " › ".join(text for text in (place.file, place.sheet) if text)


def _within(place: Place, session: Session) -> str:
    if place.cell and place.sheet:
        return place.cell
    line = session.say(COUNTED["line"], count=str(place.line)) if place.line else ""
    other = _OTHER.fullmatch(place.path)
    path = place.path
    if other:
        path = session.say(COUNTED["other"], count=str(int(other["place"]) + 1), letter=other["letter"])
    return ", ".join(text for text in (line, place.cell, path) if text)
