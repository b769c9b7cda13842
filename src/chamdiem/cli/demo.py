"""``chamdiem demo``: the whole job on example figures of organisations that do not exist."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path
from shlex import quote

import click
from rich.text import Text

from chamdiem.cli.choosing import find_set
from chamdiem.cli.options import output_option, spoken
from chamdiem.cli.score_views import show_ranking
from chamdiem.cli.screen import check_ending, console, follow, indented, write_file
from chamdiem.cli.session import Session
from chamdiem.cli.words import WORDS
from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint
from chamdiem.core.lint.finding import SEVERITIES
from chamdiem.core.sentences import reason_tree
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.standings import Standing, Standings
from chamdiem.office.answer_csv import write_answers_csv
from chamdiem.office.league import entries_of
from chamdiem.office.score_workbook import write_scores
from chamdiem.office.scoring import score_file
from chamdiem.samples.figures import example_participants

_SET = "chuprong-2023"
_OUTPUT = "chamdiem-vi-du.xlsx"
_SEED = 2023
_LOSSES = 3


@spoken("demo")
@click.argument("set_name", metavar="[SET]", default=_SET)
@output_option()
@click.option("--seed", metavar="N", type=click.IntRange(min=1), default=_SEED)
def command(session: Session, *, set_name: str, output: Path | None, seed: int) -> None:
    """Check a set, make example figures, score, rank, explain, write the result."""
    indicator_set = find_set(set_name)
    output = output or Path(_OUTPUT)
    check_ending(output, ".xlsx")
    _check(indicator_set, session)
    answers = output.with_name(f"{output.stem}-so-lieu.csv")
    _make_figures(indicator_set, set_name, answers, seed, session)
    standings = _score(indicator_set, answers, session)
    losses = _show_losses(standings, session)
    _head("demo_file", session)
    write_file(output, write_scores(standings, session.language, session.say(WORDS["demo_note"])))
    criterion = losses[0] if losses else ""
    text = session.say(WORDS["demo_done"], path=output, set=quote(set_name), criterion=criterion)
    console().print(Text(text), soft_wrap=True)


def _check(indicator_set: IndicatorSet, session: Session) -> None:
    _head("demo_lint", session, name=indicator_set.name)
    findings = lint(indicator_set)
    counts = Counter(finding.severity for finding in findings if not finding.acknowledged)
    text = session.say(WORDS["lint_count"], **{f"{severity}s": counts[severity] for severity in SEVERITIES})
    known = sum(finding.acknowledged for finding in findings)
    console().print(f"{text} {session.say(WORDS['lint_known'], count=known)}" if known else text)


def _make_figures(
    indicator_set: IndicatorSet, set_name: str, answers: Path, seed: int, session: Session
) -> None:
    participants = example_participants(indicator_set, seed)
    _head("demo_data", session, count=len(participants))
    write_file(answers, write_answers_csv(participants, indicator_set))
    screen = console()
    screen.print(Text(session.say(WORDS["demo_note"]), style="bold yellow"))
    facts = {"path": quote(str(answers)), "figures": len(list_figures(indicator_set)), "set": quote(set_name)}
    screen.print(Text(session.say(WORDS["demo_data_done"], **facts)), soft_wrap=True)


def _score(indicator_set: IndicatorSet, answers: Path, session: Session) -> Standings:
    _head("demo_scores", session)
    description = session.say(WORDS["scoring"])
    scored = score_file(answers, indicator_set, follow=lambda each: follow(each, description))
    show_ranking(entries_of(scored.standings), indicator_set, session)
    return scored.standings


def _show_losses(standings: Standings, session: Session) -> list[str]:
    """Where the organisation in the middle of the table loses most; returns the rows."""
    chosen = standings.by_place[len(standings.standings) // 2]
    _head("demo_losses", session, organisation=chosen.participant.name)
    screen, numbers = console(), STYLES[session.language]
    losses = _losses(standings.indicator_set, chosen)[:_LOSSES]
    for key, lost in losses:
        row, outcome = standings.indicator_set.row(key), chosen.sheet.outcomes[key]
        text = session.say(
            WORDS["lost_line"],
            row=standings.indicator_set.tree.labels[key],
            name=row.correct_name,
            lost=numbers.exact(lost),
            points=numbers.exact(outcome.points),
            maximum=numbers.exact(outcome.maximum),
        )
        screen.print(Text(text, style="bold"))
        for depth, reason in reason_tree(outcome, session.language):
            screen.print(indented(reason, depth + 1))
    return [key for key, _ in losses]


def _losses(indicator_set: IndicatorSet, standing: Standing) -> list[tuple[str, Fraction]]:
    """Criteria that cost points, the dearest first."""
    lost = [
        (row.key, outcome.maximum - outcome.points)
        for row in indicator_set.criteria
        if row.role == "scored" and (outcome := standing.sheet.outcomes[row.key]).points < outcome.maximum
    ]
    return sorted(lost, key=lambda each: -each[1])


def _head(word: str, session: Session, **facts: object) -> None:
    screen = console()
    screen.print()
    screen.print(Text(session.say(WORDS[word], **facts), style="bold cyan"))
