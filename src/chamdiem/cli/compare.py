"""``chamdiem compare``: two editions side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, get_args

import click
from rich.text import Text

from chamdiem.cli.choosing import find_set
from chamdiem.cli.compare_words import DIFFERENCES, SET_DIFFERENCES, VALUES
from chamdiem.cli.options import json_option, spoken
from chamdiem.cli.screen import console, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.tables import columns, print_table
from chamdiem.cli.words import WORDS
from chamdiem.core.compared_groups import BESIDE_POINTS, set_differences
from chamdiem.core.comparison import ComparedCriterion, Verdict, compare_sets
from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.differences import Difference
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.points import exact
from chamdiem.core.rules.manual import POINTS
from chamdiem.core.sentences import Language, around_sentence, rule_sentence
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.sentences.set_values import changed_values

# What changed about a criterion as a whole is said by the sentences of both editions.
_SENTENCES: Mapping[str, Callable[[Criterion, Language], str]] = {
    "rule": rule_sentence,
    "kind": rule_sentence,
    "rule_words": rule_sentence,
    "conditions": around_sentence,
}
_NUMBERS = frozenset({"max_points", "minimum", "maximum", "step", "decimals"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_STYLES = {"incompatible": "red", "compatible": "yellow", "added": "green", "removed": "magenta"}


@spoken("compare")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@json_option
def command(session: Session, *, old: str, new: str, as_json: bool) -> None:
    """Say for every criterion what became of it."""
    before, after = find_set(old), find_set(new)
    compared, of_set = compare_sets(before, after), set_differences(before, after)
    say = _Saying(session, before, after)
    if as_json:
        print_json([*_set_data(after.name, of_set, say), *(_data(each, say) for each in compared)])
        return
    screen = console()
    for difference in of_set:
        screen.print(f"{session.say(WORDS['compare_set'])}: {say.of_set(difference)}.")
    table = columns(
        (session.say(WORDS["number"]), "code"),
        (session.say(WORDS["name"]), "prose"),
        (session.say(WORDS["verdict"]), "code"),
        (session.say(WORDS["why"]), "prose"),
    )
    for each in compared:
        if each.verdict != "same" or each.differences:
            why = "; ".join(say.difference(each, difference) for difference in each.differences)
            verdict = Text(session.say(WORDS[each.verdict]), style=_STYLES.get(each.verdict, ""))
            table.add_row(each.key, each.name, verdict, why)
    if table.row_count:
        print_table(table, screen)
        screen.print()
    counts = Counter(each.verdict for each in compared)
    every = {verdict: counts[verdict] for verdict in get_args(Verdict)}
    screen.print(session.say(WORDS["compare_count"], **every))


@dataclass(frozen=True)
class _Saying:
    """Says what changed; rules as the sentences of both editions."""

    session: Session
    old: IndicatorSet
    new: IndicatorSet

    @cached_property
    def before(self) -> Mapping[str, Criterion]:
        """The criteria of the old set, compiled."""
        return compile_criteria(self.old)

    @cached_property
    def after(self) -> Mapping[str, Criterion]:
        """The criteria of the new set, compiled."""
        return compile_criteria(self.new)

    def difference(self, compared: ComparedCriterion, difference: Difference) -> str:
        """One thing that changed, from what to what."""
        code, tell = difference.code, _SENTENCES.get(difference.code)
        if tell is not None:
            before, after = self.before[compared.old_key], self.after[compared.key]
            old, new = (tell(side, self.session.language) for side in (before, after))
            alike = f"{code}_alike"
            if old == new and alike in DIFFERENCES:
                return self.session.say(DIFFERENCES[alike], old=old)
        else:
            old, new = (self._told(code, value) for value in (difference.old, difference.new))
        return self.session.say(DIFFERENCES[code], old=old or "–", new=new or "–")

    def of_set(self, difference: Difference) -> str:
        """One thing that changed for the whole set, and what it moves."""
        told = changed_values(difference.code, self.old, self.new, self.session.language)
        tell = self._number if difference.code in ("group_points", "printed_total") else self._worded
        old, new = told or (tell(each) for each in (difference.old, difference.new))
        return self.session.say(SET_DIFFERENCES[difference.code], old=old or "–", new=new or "–")

    def _told(self, code: str, value: str) -> str:
        """A value as people write it."""
        if value.endswith(": "):
            return value + self.session.say(WORDS["nothing"])
        if code in ("type", "role", "evaluator", "evidence_signed", "evidence_period"):
            return self._worded(value)
        if code == "evidence":
            return ", ".join(map(self._worded, value.split(", ")))
        if code in ("since", "deadline"):
            return self._day(value)
        return self._number(value) if code in _NUMBERS else value

    def _worded(self, value: str) -> str:
        """``a: whole`` as ``a: số nguyên``."""
        head, colon, word = value.rpartition(": ")
        return f"{head}{colon}{self.session.say(VALUES[word])}" if word in VALUES else value

    def _day(self, value: str) -> str:
        """``d: 2026-01-31`` as ``d: 31/01/2026``; words of a document stay as they are."""
        head, colon, day = value.rpartition(": ")
        return f"{head}{colon}{date.fromisoformat(day):%d/%m/%Y}" if _DAY.fullmatch(day) else value

    def _number(self, value: str) -> str:
        """``n: 0.5`` as ``n: 0,5``; the mark of an assessor by its name."""
        head, colon, written = value.rpartition(": ")
        if head == POINTS:
            head = self.session.say(WORDS["mark"])
        return f"{head}{colon}{STYLES[self.session.language].exact(exact(written))}" if written else value


def _data(compared: ComparedCriterion, say: _Saying) -> dict[str, Any]:
    return {
        "key": compared.key,
        "old_key": compared.old_key or None,
        "name": compared.name,
        "verdict": compared.verdict,
        "why": [say.difference(compared, difference) for difference in compared.differences],
        "differences": [*map(_difference_data, compared.differences)],
    }


def _set_data(name: str, differences: Sequence[Difference], say: _Saying) -> list[dict[str, Any]]:
    """An entry without a key for what changed for the whole set; none where nothing did."""
    if not differences:
        return []
    return [
        {
            "key": None,
            "old_key": None,
            "name": name,
            "verdict": "same"
            if BESIDE_POINTS.issuperset(each.code for each in differences)
            else "compatible",
            "why": [say.of_set(difference) for difference in differences],
            "differences": [*map(_difference_data, differences)],
        }
    ]


def _difference_data(difference: Difference) -> dict[str, Any]:
    return {"code": difference.code, "old": difference.old or None, "new": difference.new or None}
