"""``chamdiem template``: the Excel form of a set."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click
from rich.text import Text

from chamdiem.cli.choosing import find_set
from chamdiem.cli.options import json_option, output_option, set_argument, spoken
from chamdiem.cli.reporting import print_warnings, problem_data
from chamdiem.cli.screen import check_ending, console, print_json, write_file
from chamdiem.cli.session import Session
from chamdiem.cli.words import WORDS
from chamdiem.errors import Problem
from chamdiem.library import content_hash
from chamdiem.office.asked import asked_by
from chamdiem.office.form_writing import MOST_ORGANISATIONS, blank_organisations, write_form
from chamdiem.office.organisation_reading import read_organisations
from chamdiem.office.peer_groups import settle_groups


@spoken("template")
@set_argument
@output_option(required=True)
@click.option("--organisations", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--count", metavar="N", type=click.IntRange(1, MOST_ORGANISATIONS), default=1)
@json_option
def command(
    session: Session, *, set_name: str, output: Path, organisations: Path | None, count: int, as_json: bool
) -> None:
    """Write the form for the organisations of a list, or with so many blank columns."""
    check_ending(output, ".xlsx")
    indicator_set = find_set(set_name)
    listed, warnings = blank_organisations(count), list[Problem]()
    if organisations is not None:
        listed, warnings = settle_groups(read_organisations(organisations), indicator_set, organisations.name)
    write_file(output, write_form(indicator_set, listed, session.language), anew=True)
    figures = len(asked_by(indicator_set).keys)
    if as_json:
        print_json(
            {
                "set": indicator_set.key,
                "hash": content_hash(indicator_set),
                "file": str(output),
                "figures": figures,
                "organisations": len(listed),
                "warnings": [problem_data(warning, session) for warning in warnings],
            }
        )
        return
    text = session.say(
        WORDS["template_written"],
        path=quote(str(output)),
        figures=figures,
        organisations=len(listed),
        set=quote(set_name),
    )
    # A command to be copied stays on one line.
    console().print(Text(text), soft_wrap=True)
    print_warnings(warnings, session)
