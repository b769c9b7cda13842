"""``chamdiem rank``: who stands where, overall and in the peer groups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.text import Text

from chamdiem.cli.choosing import find_set, named_as_asked
from chamdiem.cli.options import answers_argument, json_option, set_argument, spoken
from chamdiem.cli.reporting import print_warnings, problem_data
from chamdiem.cli.score_views import print_ranking, show_ranking
from chamdiem.cli.screen import console, follow, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.words import WORDS
from chamdiem.core.alphabet import alphabetical
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.sentences import Language
from chamdiem.core.sentences.amounts import plain_text
from chamdiem.core.sentences.score_words import score_word
from chamdiem.office.league import Entry, league_of_file
from chamdiem.office.score_data import held_back_data, index_text, number


@spoken("rank")
@set_argument
@answers_argument
@json_option
def command(session: Session, *, set_name: str, answers: Path, as_json: bool) -> None:
    """Rank the organisations of a file of answers, or of scores."""
    indicator_set = find_set(set_name)
    description = session.say(WORDS["scoring"])
    league = league_of_file(answers, indicator_set, follow=lambda each: follow(each, description))
    remarks = named_as_asked(league.warnings, set_name)
    if as_json:
        warnings = [problem_data(remark, session) for remark in remarks]
        print_json({**_data(league.entries, indicator_set, session.language), "warnings": warnings})
    else:
        _show(league.entries, indicator_set, session)
        print_warnings(remarks, session)


def _data(entries: Sequence[Entry], indicator_set: IndicatorSet, language: Language) -> dict[str, Any]:
    return {
        "set": indicator_set.key,
        "overall": [_entry(entry, indicator_set, language) for entry in entries],
        "peer_groups": [
            {
                "peer_group": group,
                "organisations": [
                    _entry(entry, indicator_set, language) for entry in entries if entry.peer_group == group
                ],
            }
            for group in _groups(entries)
        ],
    }


def _entry(entry: Entry, indicator_set: IndicatorSet, language: Language) -> dict[str, Any]:
    return {
        "place": entry.placing.place,
        "overall": entry.placing.overall,
        "shared": entry.placing.is_shared,
        "code": entry.code,
        "name": entry.name,
        "peer_group": entry.peer_group,
        "total": number(entry.total),
        "maximum": number(entry.maximum),
        "index_value": index_text(entry.index_value, indicator_set.index_digits),
        "grade": entry.grade or None,
        "grades_held_back": held_back_data(entry.held_back, indicator_set, language),
        "derived": {
            index.key: plain_text(entry.derived[index.key], index.digits)
            for index in indicator_set.derived
            if index.key in entry.derived
        },
        "tie_broken_by": entry.tie_broken_by,
        "overall_tie_broken_by": entry.overall_broken_by,
        "tie_rows_left_out": entry.tie_left_out,
        "overall_tie_rows_left_out": entry.overall_left_out,
    }


def _show(entries: Sequence[Entry], indicator_set: IndicatorSet, session: Session) -> None:
    screen, groups = console(), _groups(entries)
    if len(groups) > 1:
        for group in groups:
            within = [entry for entry in entries if entry.peer_group == group]
            name = group or score_word("no_peer_group", session.language)
            screen.print(Text(name, style="bold"))
            print_ranking(within, indicator_set, session, screen, with_groups=False)
            screen.print()
        screen.print(Text(score_word("everybody", session.language), style="bold"))
    show_ranking(entries, indicator_set, session)


def _groups(entries: Sequence[Entry]) -> list[str]:
    return sorted({entry.peer_group for entry in entries}, key=alphabetical)
