"""``chamdiem library``: the sets that come with the product."""

from __future__ import annotations

from typing import Any

from chamdiem.cli.options import json_option, spoken
from chamdiem.cli.screen import console, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.tables import Setting, columns, print_table
from chamdiem.cli.words import WORDS
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.scoring import full_maximum
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.library import content_hash, list_editions, load_edition
from chamdiem.office.score_data import number

_SHORT_HASH = 12


@spoken("library")
@json_option
def command(session: Session, *, as_json: bool) -> None:
    """List the editions of the library."""
    editions = [load_edition(key) for key in list_editions()]
    if as_json:
        print_json([_data(edition) for edition in editions])
    else:
        _show(editions, session)


def _data(edition: IndicatorSet) -> dict[str, Any]:
    return {
        "key": edition.key,
        "name": edition.name,
        "edition": edition.edition,
        "issuer": edition.issuer or None,
        "issued_on": edition.issued_on.isoformat() if edition.issued_on else None,
        "status": edition.status,
        "levels": dict(edition.levels),
        "counts": {"rows": len(edition.rows), "criteria": len(edition.criteria)},
        "max_points": number(edition.max_points),
        "sum_points": number(full_maximum(edition)),
        "hash": content_hash(edition),
    }


def _show(editions: list[IndicatorSet], session: Session) -> None:
    headings: tuple[tuple[str, Setting], ...] = (
        ("set", "code"),
        ("name", "prose"),
        ("edition", "code"),
        ("rows", "number"),
        ("criteria", "number"),
        ("points", "number"),
        ("hash", "code"),
    )
    table = columns(*((session.say(WORDS[name]), setting) for name, setting in headings))
    numbers = STYLES[session.language]
    for edition in editions:
        maximum = edition.max_points if edition.max_points is not None else full_maximum(edition)
        table.add_row(
            edition.key,
            edition.name,
            edition.edition,
            numbers.whole(len(edition.rows)),
            numbers.whole(len(edition.criteria)),
            numbers.exact(maximum),
            content_hash(edition)[:_SHORT_HASH],
        )
    print_table(table, console(), in_one_line=True)
