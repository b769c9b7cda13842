"""``chamdiem score``: answers of organisations → points, reasons, totals and places."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from chamdiem.cli.choosing import find_set, named_as_asked
from chamdiem.cli.options import answers_argument, json_option, output_option, set_argument, spoken
from chamdiem.cli.reporting import print_warnings, problem_data
from chamdiem.cli.score_views import show_ranking, show_score_sheet
from chamdiem.cli.screen import console, follow, json_text, write_file
from chamdiem.cli.session import Session
from chamdiem.cli.words import WORDS
from chamdiem.core.standings import Standing, Standings
from chamdiem.errors import NotFound, Refused
from chamdiem.office.league import entries_of
from chamdiem.office.score_csv import write_scores_csv
from chamdiem.office.score_data import score_data
from chamdiem.office.score_workbook import write_scores
from chamdiem.office.scoring import ScoredFile, score_file

FORMATS = ("table", "xlsx", "csv", "json")
# So many organisations are shown beside a file that holds them all; of more, only the first.
_MOST_BESIDE_FILE, _FIRST = 100, 20
_ENDINGS = {".xlsx": "xlsx", ".csv": "csv", ".json": "json"}


@spoken("score")
@set_argument
@answers_argument
@output_option()
@click.option("--format", "output_format", metavar="|".join(FORMATS), type=click.Choice(FORMATS))
@click.option("--criteria", "with_criteria", is_flag=True)
@click.option("--organisation", "asked", metavar="CODE", multiple=True)
@json_option
def command(  # noqa: PLR0913  what the options of the command say
    session: Session,
    *,
    set_name: str,
    answers: Path,
    output: Path | None,
    output_format: str | None,
    with_criteria: bool,
    asked: tuple[str, ...],
    as_json: bool,
) -> None:
    """Score every organisation of a file, or name everything that is wrong with it."""
    chosen = _format(output_format, output)
    if as_json and output is None and output_format not in (None, "json"):
        raise Refused("output.two_formats", format=chosen)
    # With a file the table stands on the screen, unless that is for JSON.
    on_screen = "json" if as_json else chosen if output is None else "table"
    if (with_criteria or asked) and "table" not in (on_screen, chosen if output else on_screen):
        raise Refused("output.holds_all", option="--criteria" if with_criteria else "--organisation")
    if output is not None and output.resolve() == answers.resolve():
        raise Refused("output.is_input", path=str(output))
    description = session.say(WORDS["scoring"])
    found = score_file(answers, find_set(set_name), follow=lambda each: follow(each, description))
    scored = replace(found, warnings=named_as_asked(found.warnings, set_name))
    sheets = _sheets(scored.standings, asked, all_of_them=with_criteria)
    if output is not None:
        write_file(output, _written(scored, sheets, chosen, session))
    if as_json or (output is None and chosen == "json"):
        sys.stdout.write(json_text(_data(scored, session), compact=True))
    elif output is None and chosen == "csv":
        sys.stdout.write(_written(scored, sheets, chosen, session).decode("utf-8-sig"))
        print_warnings(scored.warnings, session)
    else:
        _show(scored, sheets, output, session)
        print_warnings(scored.warnings, session)


def _format(wanted: str | None, output: Path | None) -> str:
    """The format asked for, else that of the file, else a table."""
    if output is None:
        if wanted == "xlsx":
            raise Refused("output.needs_file", format="xlsx")
        return wanted or "table"
    found = wanted or _ENDINGS.get(output.suffix.lower())
    if found is None:
        raise Refused("output.unknown_format", path=str(output), allowed=", ".join(_ENDINGS))
    return found


def _sheets(standings: Standings, asked: Sequence[str], *, all_of_them: bool) -> list[Standing]:
    """The organisations whose criteria are shown: those asked for, else all or none.

    Raises:
        NotFound: One that is asked for is not in the file; names those that are.
    """
    known = {each.participant.code.casefold(): each for each in standings.standings}
    for code in asked:
        if code.casefold() not in known:
            codes = [each.participant.code for each in standings.standings]
            more = " …" if len(codes) > _FIRST else ""
            raise NotFound("organisation.none", named=code, known=", ".join(codes[:_FIRST]) + more)
    if asked:
        return [known[code] for code in dict.fromkeys(map(str.casefold, asked))]
    return list(standings.standings) if all_of_them or len(known) == 1 else []


def _written(scored: ScoredFile, sheets: Sequence[Standing], chosen: str, session: Session) -> bytes:
    if chosen == "xlsx":
        return write_scores(scored.standings, session.language, warnings=scored.warnings)
    if chosen == "csv":
        return write_scores_csv(scored.standings, session.language)
    if chosen == "table":
        with redirect_stdout(StringIO()) as written:
            _show(scored, sheets, None, session)
        return written.getvalue().encode()
    return json_text(_data(scored, session), compact=True).encode()


def _data(scored: ScoredFile, session: Session) -> dict[str, Any]:
    warnings = [problem_data(warning, session) for warning in scored.warnings]
    return {**score_data(scored.standings, session.language), "warnings": warnings}


def _show(scored: ScoredFile, sheets: Sequence[Standing], output: Path | None, session: Session) -> None:
    standings, screen = scored.standings, console()
    indicator_set = standings.indicator_set
    counts = {"organisations": len(standings.standings), "criteria": len(indicator_set.criteria)}
    screen.print(Text(session.say(WORDS["scored_line"], name=indicator_set.name, **counts), style="bold"))
    screen.print()
    if len(standings.standings) > 1:
        _show_league(standings, output, session)
        screen.print()
    for standing in sheets:
        show_score_sheet(standing, indicator_set, session)
        screen.print()
    if output is not None:
        screen.print(Text(session.say(WORDS["written"], path=output)))
    elif not sheets:
        screen.print(session.say(WORDS["more"]), style="dim")


def _show_league(standings: Standings, output: Path | None, session: Session) -> None:
    """All organisations with their totals; where the file holds them all, the screen need not."""
    entries = entries_of(standings)
    shown = entries if output is None or len(entries) <= _MOST_BESIDE_FILE else entries[:_FIRST]
    show_ranking(shown, standings.indicator_set, session)
    if len(shown) < len(entries):
        rest = session.say(WORDS["rest_in_file"], count=len(entries) - len(shown))
        console().print(rest, style="dim")
