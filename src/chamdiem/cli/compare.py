"""``chamdiem compare``: two editions side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

import click
from rich.text import Text

from chamdiem.cli.choosing import find_set
from chamdiem.cli.options import json_option, spoken
from chamdiem.cli.screen import columns, console, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.words import DIFFERENCES, VALUES, WORDS
from chamdiem.core.comparison import ComparedCriterion, Difference, Verdict, compare_sets
from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.points import exact
from chamdiem.core.sentences import rule_sentence
from chamdiem.core.sentences.numbers import STYLES

_STYLES = {"incompatible": "red", "compatible": "yellow", "added": "green", "removed": "magenta"}


@spoken("compare")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@json_option
def command(session: Session, *, old: str, new: str, as_json: bool) -> None:
    """Say for every criterion what became of it."""
    before, after = find_set(old), find_set(new)
    compared = compare_sets(before, after)
    say = _Saying(session, compile_criteria(before), compile_criteria(after))
    if as_json:
        print_json([_data(each, say) for each in compared])
        return
    table = columns(
        (session.say(WORDS["number"]), "code"),
        (session.say(WORDS["name"]), "prose"),
        (session.say(WORDS["verdict"]), "code"),
        (session.say(WORDS["why"]), "prose"),
    )
    for each in compared:
        if each.verdict != "same":
            why = "; ".join(say.difference(each, difference) for difference in each.differences)
            verdict = Text(session.say(WORDS[each.verdict]), style=_STYLES[each.verdict])
            table.add_row(each.key, each.name, verdict, why)
    screen = console()
    if table.row_count:
        screen.print(table)
        screen.print()
    counts = Counter(each.verdict for each in compared)
    every = {verdict: counts[verdict] for verdict in get_args(Verdict)}
    screen.print(session.say(WORDS["compare_count"], **every))


@dataclass(frozen=True, slots=True)
class _Saying:
    """Says what changed; rules as the sentences of both editions."""

    session: Session
    before: Mapping[str, Criterion]
    after: Mapping[str, Criterion]

    def difference(self, compared: ComparedCriterion, difference: Difference) -> str:
        """One thing that changed, from what to what."""
        old, new = difference.old, difference.new
        if difference.code in ("rule", "kind"):
            old = rule_sentence(self.before[compared.old_key], self.session.language)
            new = rule_sentence(self.after[compared.key], self.session.language)
        elif difference.code in ("type", "role", "evaluator"):
            old, new = self._worded(old), self._worded(new)
        elif difference.code == "max_points":
            old, new = self._number(old), self._number(new)
        return self.session.say(DIFFERENCES[difference.code], old=old or "–", new=new or "–")

    def _worded(self, value: str) -> str:
        """``a: whole`` as ``a: số nguyên``."""
        head, colon, word = value.rpartition(": ")
        return f"{head}{colon}{self.session.say(VALUES[word])}" if word in VALUES else value

    def _number(self, value: str) -> str:
        return STYLES[self.session.language].exact(exact(value)) if value else ""


def _data(compared: ComparedCriterion, say: _Saying) -> dict[str, Any]:
    return {
        "key": compared.key,
        "old_key": compared.old_key or None,
        "name": compared.name,
        "verdict": compared.verdict,
        "why": [say.difference(compared, difference) for difference in compared.differences],
        "differences": [
            {"code": each.code, "old": each.old or None, "new": each.new or None}
            for each in compared.differences
        ],
    }
