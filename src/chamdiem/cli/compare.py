"""``chamdiem compare``: two editions side by side."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

import click
from rich.text import Text

from chamdiem.cli.choosing import find_set
from chamdiem.cli.options import json_option, spoken
from chamdiem.cli.screen import columns, console, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.words import DIFFERENCES, WORDS
from chamdiem.core.comparison import ComparedCriterion, Difference, Verdict, compare_sets

_STYLES = {"incompatible": "red", "compatible": "yellow", "added": "green", "removed": "magenta"}


@spoken("compare")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@json_option
def command(session: Session, *, old: str, new: str, as_json: bool) -> None:
    """Say for every criterion what became of it."""
    compared = compare_sets(find_set(old), find_set(new))
    if as_json:
        print_json([_data(each, session) for each in compared])
        return
    table = columns(
        (session.say(WORDS["number"]), "code"),
        (session.say(WORDS["name"]), "prose"),
        (session.say(WORDS["verdict"]), "code"),
        (session.say(WORDS["why"]), "prose"),
    )
    for each in compared:
        if each.verdict != "same":
            why = "; ".join(_sentence(difference, session) for difference in each.differences)
            verdict = Text(session.say(WORDS[each.verdict]), style=_STYLES[each.verdict])
            table.add_row(each.key, each.name, verdict, why)
    screen = console()
    if table.row_count:
        screen.print(table)
        screen.print()
    counts = Counter(each.verdict for each in compared)
    every = {verdict: counts[verdict] for verdict in get_args(Verdict)}
    screen.print(session.say(WORDS["compare_count"], **every))


def _data(compared: ComparedCriterion, session: Session) -> dict[str, Any]:
    return {
        "key": compared.key,
        "old_key": compared.old_key or None,
        "name": compared.name,
        "verdict": compared.verdict,
        "why": [_sentence(difference, session) for difference in compared.differences],
        "differences": [
            {"code": each.code, "old": each.old or None, "new": each.new or None}
            for each in compared.differences
        ],
    }


def _sentence(difference: Difference, session: Session) -> str:
    return session.say(DIFFERENCES[difference.code], old=difference.old or "–", new=difference.new or "–")
