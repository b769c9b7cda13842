"""A file that lists organisations (Excel, CSV or JSON) → organisations, for a form."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.answer_reading import file_bytes, is_json, read_tables
from chamdiem.office.asked import Asked
from chamdiem.office.form_layout import CODE_HEADINGS
from chamdiem.office.grid import Grid
from chamdiem.office.json_reading import parse_json, read_parsed
from chamdiem.office.organisations import Organisation, list_organisations
from chamdiem.office.tables import find_list

_NOTHING_ASKED = Asked({}, {})


def read_organisations(path: Path) -> list[Organisation]:
    """Every organisation of a list, in order.

    Raises:
        NotFound: There is no such file.
        InvalidAnswers: The file cannot be read, or lists nobody; carries every problem.
    """
    data = file_bytes(path)
    problems: list[Problem] = []
    if is_json(data, path.name):
        organisations = _from_json(parse_json(data, path.name), path.name, problems)
    else:
        organisations = _from_grids(read_tables(data, path.name), problems)
    if not organisations and not problems:
        facts = {"headings": "” / “".join(CODE_HEADINGS[:2])}
        problems.append(Problem("organisations.none", facts, Place(file=path.name)))
    if problems:
        raise InvalidAnswers(problems)
    return organisations


def _from_grids(grids: Iterable[Grid], problems: list[Problem]) -> list[Organisation]:
    """The first sheet that has a list; a list of its own goes before the table of a form."""
    table = find_list(grids, _NOTHING_ASKED)
    if table is None:
        return []
    return [each.organisation for each in list_organisations(table, problems)]


def _from_json(value: Any, file: str, problems: list[Problem]) -> list[Organisation]:
    sheet = read_parsed(value, _NOTHING_ASKED, file)
    # Figures are not wanted here, and nothing is known about them.
    problems += [problem for problem in sheet.problems if problem.code != "answers.unknown_figure"]
    return [
        Organisation(code=each.code, name=each.name, peer_group=each.peer_group, is_ranked=each.is_ranked)
        for each in sheet.participants
    ]
