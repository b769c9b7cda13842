"""The points a text prints beside what a part of a sum scores, against those of the part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from chamdiem.core.expression import letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import words
from chamdiem.core.lint.printed_lines import lines_of
from chamdiem.core.points import decimal_text, exact
from chamdiem.core.rules.composite import SumPart, SumRule
from chamdiem.core.rules.rule import Rule, walk

_POINTS = re.compile(r"(\d{1,4}(?:[.,]\d+)?)\s*điểm(?!\s+tối đa)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that prints points once."""

    text: str
    points: Fraction


def parts_against_text(document: Document) -> Iterator[Hit]:
    """Two parts of a sum have each the points the text prints beside the other."""
    for row, rule in document.computed:
        if isinstance(rule, SumRule) and row.max_points and len(rule.parts_) > 1:
            yield from _exchanged(row, rule, row.max_points, _lines(document.wording.numbered(row, "method")))


def _exchanged(row: Row, rule: SumRule, maximum: Fraction, lines: list[_Line]) -> Iterator[Hit]:
    told = _told_by(row, rule, lines)
    for one, other in permutations(told, 2):
        worth, line = rule.parts_[one].worth.of(maximum), told[one]
        if line.points != worth == told[other].points and line.points == rule.parts_[other].worth.of(maximum):
            facts: Facts = {"line": line.text, "part": _called(row, rule.parts_[one]), "given": worth}
            yield Hit(row=row, detail=line.text, printed=line.text, computed=decimal_text(worth), facts=facts)


def _lines(text: str) -> list[_Line]:
    found = ((line, _POINTS.findall(line)) for line in lines_of(text))
    return [
        _Line(" ".join(line.split()), exact(points[0].replace(",", ".")))
        for line, points in found
        if len(points) == 1
    ]


def _told_by(row: Row, rule: SumRule, lines: list[_Line]) -> Mapping[int, _Line]:
    """The part of a sum → the only line with words of its figures that no other part has."""
    known = [set(words(_called(row, part))) for part in rule.parts_]
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


def _called(row: Row, part: SumPart) -> str:
    """What a part is called: its own label, and those of its figures."""
    labels = (row.inputs[letter].label for letter in _letters(part.rule) if letter in row.inputs)
    return "; ".join(dict.fromkeys(filter(None, (part.label, *labels))))


def _letters(rule: Rule) -> Iterator[str]:
    for inner in walk(rule):
        for term in (*inner.terms(), *inner.conditions()):
            yield from letters_in(term)


CHECKS = (Check("method.other_part", "error", "rule and text", parts_against_text),)
