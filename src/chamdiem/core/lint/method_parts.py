"""The points a text prints beside what a part scores, or may score at most, against those of the part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, permutations

from chamdiem.core.expression import letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import words
from chamdiem.core.lint.printed_lines import lines_of
from chamdiem.core.points import decimal_text, exact
from chamdiem.core.rules.composite import SumRule
from chamdiem.core.rules.count import CountRule
from chamdiem.core.rules.rule import Rule, walk

_POINTS = re.compile(r"(\d{1,4}(?:[.,]\d+)?)\s*điểm(?!\s+tối đa)", re.IGNORECASE)
_CAP = re.compile(
    r"\b(?:tối đa|không (?:vượt )?quá|không vượt)\s*:?\s*(?P<points>\d{1,4}(?:[.,]\d+)?)\s*(?:điểm|đ)\b\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that prints points once."""

    text: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a rule: what it is called, and the most it gives."""

    called: str
    worth: Fraction


def parts_against_text(document: Document) -> Iterator[Hit]:
    """Two parts of a rule have each the points, or the most points, the text prints beside the other."""
    for row, rule in document.computed:
        parts = list(_parts(row, rule, row.max_points)) if row.max_points else []
        if len(parts) > 1:
            text = document.wording.numbered(row, "method")
            hits = _exchanged(row, parts, _lines(text)) if isinstance(rule, SumRule) else []
            yield from hits or _exchanged(row, parts, _capped(text))


def _parts(row: Row, rule: Rule, maximum: Fraction) -> Iterator[_Part]:
    """The parts of a sum, and those of a count that have a maximum of their own."""
    if isinstance(rule, SumRule):
        for part in rule.parts_:
            letters = chain.from_iterable(map(_letters, walk(part.rule)))
            yield _Part(_called(row, part.label, letters), part.worth.of(maximum))
    elif isinstance(rule, CountRule):
        for counted in rule.parts_:
            most = maximum if counted.cap is None else counted.cap.of(maximum)
            yield _Part(_called(row, counted.label, letters_in(counted.of)), most)


def _exchanged(row: Row, parts: Sequence[_Part], lines: Sequence[_Line]) -> list[Hit]:
    told = _told_by(parts, lines)
    return [
        _hit(row, told[one], parts[one])
        for one, other in permutations(told, 2)
        if told[one].points == parts[other].worth != parts[one].worth == told[other].points
    ]


def _hit(row: Row, line: _Line, part: _Part) -> Hit:
    facts: Facts = {"line": line.text, "part": part.called, "given": part.worth}
    return Hit(row=row, detail=line.text, printed=line.text, computed=decimal_text(part.worth), facts=facts)


def _lines(text: str) -> list[_Line]:
    found = ((line, _POINTS.findall(line)) for line in lines_of(text))
    return [_line(line, points[0]) for line, points in found if len(points) == 1]


def _capped(text: str) -> list[_Line]:
    """What leads to each "tối đa 2 điểm" of a text."""
    found = []
    for line in text.split("\n"):
        start = 0
        for match in _CAP.finditer(line):
            found.append(_line(line[start : match.end()].strip(" ;,.-+•"), match["points"]))
            start = match.end()
    return found


def _line(text: str, points: str) -> _Line:
    return _Line(" ".join(text.split()), exact(points.replace(",", ".")))


def _told_by(parts: Sequence[_Part], lines: Sequence[_Line]) -> Mapping[int, _Line]:
    """The part → the only line with words of its figures that no other part has."""
    known = [set(words(part.called)) for part in parts]
    found: dict[int, list[_Line]] = {}
    for line in lines:
        own = set(words(line.text))
        named = [
            place
            for place, each in enumerate(known)
            if own & each - set().union(*(other for other in known if other is not each))
        ]
        if len(named) == 1:
            found.setdefault(named[0], []).append(line)
    return {place: each[0] for place, each in found.items() if len(each) == 1}


def _called(row: Row, label: str, letters: Iterable[str]) -> str:
    """What a part is called: its own label, and those of its figures."""
    labels = (row.inputs[letter].label for letter in letters if letter in row.inputs)
    return "; ".join(dict.fromkeys(filter(None, (label, *labels))))


def _letters(rule: Rule) -> Iterator[str]:
    for term in (*rule.terms(), *rule.conditions()):
        yield from letters_in(term)


CHECKS = (Check("method.other_part", "error", "rule and text", parts_against_text),)
