"""A letter that is only compared: "x là số tin, bài; x ≥ 48: …; 24 ≤ x < 48: …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.statements import Award, Definition, Statement

_COMPARED_BEHIND = re.compile(r"\s*(?:[<>≥≤]|=\s*\d|từ \d|dưới \d|trên \d|đạt)")
_COMPARED_BEFORE = re.compile(r"[<>≥≤]\s*$")
_STOPS = re.compile(r"\s*(?:[:,;]|thì\b|được\b|$)")


def only_compared(clauses: Sequence[Clause], definitions: Mapping[Clause, Definition]) -> Definition | None:
    """The one definition of a text whose letter every other clause compares, and none calculates with."""
    if len(definitions) != 1:
        return None
    ((own, one),) = definitions.items()
    letter = re.compile(rf"(?<![^\W_]){one.letter}(?![^\W_])", re.IGNORECASE)
    others = [clause.text for clause in clauses if clause is not own and clause.field == own.field]
    uses = [(text[: use.start()], text[use.end() :]) for text in others for use in letter.finditer(text)]
    are_compared = all(
        _COMPARED_BEHIND.match(behind) or (_COMPARED_BEFORE.search(before) and _STOPS.match(behind))
        for before, behind in uses
    )
    return one if uses and are_compared else None


def called_by_its_name(stated: Sequence[Statement], one: Definition | None) -> list[Statement]:
    """The statements with what the letter stands for in its place; its definition is said with them."""
    if one is None:
        return list(stated)
    return [_called(each, one) for each in stated if each is not one]


def _called(statement: Statement, one: Definition) -> Statement:
    if not isinstance(statement, Award) or statement.band is None or statement.band.is_rest:
        return statement
    if statement.band.subject.casefold().removeprefix("nếu").strip() not in ("", one.letter):
        return statement
    return replace(statement, band=replace(statement.band, subject=one.label))
