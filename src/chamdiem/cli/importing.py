"""``chamdiem import``: the annex of a decision becomes a draft set."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from shlex import quote

import click
from rich.text import Text

from chamdiem.annex import Annex, report_data, write_page
from chamdiem.annex.importing import file_bytes
from chamdiem.annex.isolating import import_apart
from chamdiem.annex.notices import is_reading, sentence
from chamdiem.annex.rows import Notice
from chamdiem.cli.options import json_option, output_option, spoken
from chamdiem.cli.screen import console, indented, json_text, print_json, write_file
from chamdiem.cli.session import Session
from chamdiem.cli.words import WORDS


@spoken("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@output_option()
@click.option("--report", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--page", metavar="FILE", type=click.Path(path_type=Path))
@json_option
def command(
    session: Session,
    *,
    file: Path,
    output: Path | None,
    report: Path | None,
    page: Path | None,
    as_json: bool,
) -> None:
    """Read a file, say what was found and what needs a look; write what is asked for."""
    annex, draft = import_apart(file_bytes(file), file.name)
    data = report_data(annex, session.language)
    if output is not None:
        write_file(output, draft.text.encode())
    if report is not None:
        write_file(report, json_text(data).encode())
    if page is not None:
        write_file(page, write_page(annex, draft).encode())
    if as_json:
        print_json(data)
        return
    _show(annex, session)
    if output is not None:
        console().print(Text(session.say(WORDS["import_written"], path=quote(str(output)))), soft_wrap=True)


def _show(annex: Annex, session: Session) -> None:
    out = console()
    for notice in annex.warnings:
        out.print(indented(sentence(notice, session.language), 1))
    if silent := sum(row.rule is not None and bool(row.rule.zero_unsaid) for row in annex.rows):
        told = Notice("rule.zeros_unsaid", {"count": f"{silent}"})
        out.print(indented(sentence(told, session.language), 1))
    times = Counter(row.number for row in annex.rows)
    for row in annex.rows:
        # A number that restarts under each group says little; a row without one is known by its name.
        label = row.number if times[row.number] == 1 else row.key
        for notice in (each for each in row.warnings if not is_reading(each)):
            out.print(
                indented(f"{label if row.number else row.name}: {sentence(notice, session.language)}", 1)
            )
    read = [row.rule for row in annex.rows if row.rule is not None]
    manual = sum(rule.is_manual for rule in read)
    counts = {
        "title": annex.title or annex.file,
        "rows": len(annex.rows),
        "criteria": len(read),
        "rules": len(read) - manual,
        "manual": manual,
        "repairs": sum(len(row.repairs) for row in annex.rows),
        "warned": sum(not all(map(is_reading, row.warnings)) for row in annex.rows),
    }
    out.print(Text(session.say(WORDS["imported"], **counts)))
