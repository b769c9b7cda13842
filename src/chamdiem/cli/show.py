"""``chamdiem show``: a set as a tree of criteria, with points and rules."""

from __future__ import annotations

import click
from rich.text import Text

from chamdiem.cli.choosing import find_row, find_set
from chamdiem.cli.options import json_option, set_argument, spoken
from chamdiem.cli.screen import console, indented, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.set_data import row_data
from chamdiem.cli.tables import columns, print_table
from chamdiem.cli.words import WORDS
from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.scoring import full_maximum
from chamdiem.core.sentences import rule_sentence
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.sentences.set_values import grade_lines, tie_line
from chamdiem.core.sentences.voice import voice

# What a draft without a year is called in its file.
_DRAFTS = ("dự thảo", "draft")


@spoken("show")
@set_argument
@click.argument("key", metavar="[KEY]", required=False)
@click.option("--tree", "as_tree", is_flag=True)
@click.option("--rules", "with_rules", is_flag=True)
@json_option
def command(
    session: Session,
    *,
    set_name: str,
    key: str | None,
    as_tree: bool,  # noqa: ARG001  what is shown anyway
    with_rules: bool,
    as_json: bool,
) -> None:
    """Show a set, or one row and what stands under it."""
    indicator_set = find_set(set_name)
    rows = list(indicator_set.rows)
    if key is not None:
        row = find_row(indicator_set, key, set_name)
        rows = [row, *indicator_set.tree.below(row.key)]
    criteria = compile_criteria(indicator_set)
    if as_json:
        figures = list_figures(indicator_set)
        print_json([row_data(row, indicator_set, criteria, figures, session.language) for row in rows])
        return
    if key is None:
        _show_head(indicator_set, session)
    _show_rows(rows, indicator_set, criteria if with_rules or key else {}, session)


def _show_head(indicator_set: IndicatorSet, session: Session) -> None:
    spoken_voice = voice(session.language)
    screen = console()
    screen.print(Text(indicator_set.name, style="bold"))
    screen.print(
        session.say(
            WORDS["set_line"],
            criteria=len(indicator_set.criteria),
            points=spoken_voice.points(spoken_voice.numbers.exact(full_maximum(indicator_set))),
            issuer=indicator_set.issuer or indicator_set.source.document or "–",
            edition=_edition(indicator_set.edition, session),
        )
    )
    for number, line in enumerate(grade_lines(indicator_set, session.language)):
        if not number:
            screen.print(f"{session.say(WORDS['grades'])}:")
        screen.print(indented(line, 1))
    if indicator_set.tie_break:
        screen.print(f"{session.say(WORDS['tie_break'])}: {tie_line(indicator_set, session.language)}")
    screen.print()


def _edition(edition: str, session: Session) -> str:
    """The edition of a set in words: its year, a draft that has none, or another version."""
    if edition in _DRAFTS:
        return session.say(WORDS["draft"])
    is_year = len(edition) == len("2021") and edition.isdigit()
    return session.say(WORDS["of_year" if is_year else "of_version"], edition=edition)


def _show_rows(
    rows: list[Row], indicator_set: IndicatorSet, criteria: dict[str, Criterion], session: Session
) -> None:
    table = columns(
        (session.say(WORDS["number"]), "code"),
        (session.say(WORDS["name"]), "prose"),
        (session.say(WORDS["points"]), "number"),
    )
    top = len(indicator_set.tree.path(rows[0].key))
    for row in rows:
        depth = max(0, len(indicator_set.tree.path(row.key)) - top)
        style = "" if row.is_criterion or row.role == "information" else "bold"
        table.add_row(
            # A key is no printed number: in brackets where the row has none, to be asked for by it.
            Text(row.number or row.code or f"({row.key})", style=style),
            indented(row.correct_name, depth, style),
            _points(row, indicator_set, session),
        )
        for text in _remarks(row, indicator_set, criteria, session):
            table.add_row("", indented(text, depth + 1, "dim"), "")
    print_table(table, console())


def _points(row: Row, indicator_set: IndicatorSet, session: Session) -> str:
    value = row.max_points
    if value is None and not row.is_criterion:
        value = indicator_set.tree.maximum(row.key) or None
    return "" if value is None else STYLES[session.language].exact(value)


def _remarks(
    row: Row, indicator_set: IndicatorSet, criteria: dict[str, Criterion], session: Session
) -> list[str]:
    """What is worth saying under a row: other roles, sums that differ, the rule."""
    remarks = []
    numbers = STYLES[session.language]
    computed = indicator_set.tree.maximum(row.key)
    if row.role in ("bonus", "deduction", "condition"):
        remarks.append(session.say(WORDS[row.role]))
    if row.shares_maximum_of:
        shared = indicator_set.row(row.shares_maximum_of)
        remarks.append(session.say(WORDS["shares"], row=shared.label))
    elif row.role == "scored" and not row.is_criterion and row.max_points not in (None, computed):
        printed = numbers.exact(row.max_points or computed)
        remarks.append(session.say(WORDS["printed_sum"], printed=printed, computed=numbers.exact(computed)))
    if row.key in criteria:
        sentence = rule_sentence(criteria[row.key], session.language, with_labels=True)
        remarks.append(f"{session.say(WORDS['rule'])}: {sentence}")
        if row.note:
            remarks.append(f"{session.say(WORDS['note'])}: {' '.join(row.note.split())}")
    return remarks
