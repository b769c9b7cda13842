"""Points for every so many items in a text (``cứ 02 cuộc được 1 điểm``), against those a count gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from chamdiem.core.expression import Letter
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.method import computed_rows
from chamdiem.core.lint.wording import corrected
from chamdiem.core.points import decimal_text, exact
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.rule import Rule, walk

_STEP = re.compile(
    r"\b(?:mỗi|cứ(?: mỗi| đủ| có)?)\s+(?P<every>0?[2-9]|[1-9]\d{1,3})\s+[^\W\d_][^\d.,;:%\n]{0,40}?\s*"
    r"(?::|\b(?:thì )?(?:được|cộng|tính|trừ|bị trừ))?\s*"
    r"(?P<points>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:điểm|đ)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Step:
    """So many points for every full ``every`` items."""

    text: str
    every: int
    points: Fraction

    def at(self, count: int) -> Fraction:
        """The points for so many items."""
        return count // self.every * self.points


def steps_against_text(document: Document) -> Iterator[Hit]:
    """The text gives points for every so many items, and no part of the rule counts so."""
    yield from _against(document, ("method", "printed_note"))


def steps_against_reading(document: Document) -> Iterator[Hit]:
    """The note gives points for every so many items, and no part of the rule counts so."""
    yield from _against(document, ("note",))


def _against(document: Document, fields: tuple[str, ...]) -> Iterator[Hit]:
    for row, rule in computed_rows(document):
        steps = [each for field in fields for each in _steps(corrected(row, field))]
        parts = list(_counted(rule)) if steps else []
        for step in steps if parts else ():
            differing = [_differs(step, part) for part in parts]
            if differing[0] and all(differing):
                yield _hit(row, step, differing[0], parts[0])


def _counted(rule: Rule) -> Iterator[CountPart]:
    """The parts of a rule that count one figure; none where one of them counts something else."""
    parts = [
        part for inner in walk(rule) if isinstance(inner, CountRule | DeductRule) for part in inner.parts_
    ]
    if all(isinstance(part.of, Letter) for part in parts):
        yield from parts


def _steps(text: str) -> Iterator[_Step]:
    for match in _STEP.finditer(text):
        points = exact(match["points"].replace(",", "."))
        yield _Step(" ".join(match.group().split()), int(match["every"]), points)


def _differs(step: _Step, part: CountPart) -> int | None:
    """The first count for which the part gives other points; None where both agree."""
    for count in (step.every, step.every - 1, 2 * step.every):
        if _given(part, count) != step.at(count):
            return count
    return None


def _given(part: CountPart, count: int) -> Fraction:
    times = Fraction(count) if part.every is None else Fraction(floor(count / part.every))
    return times * part.points_each


def _hit(row: Row, step: _Step, count: int, part: CountPart) -> Hit:
    given = _given(part, count)
    facts: Facts = {
        "line": step.text,
        "value": Fraction(count),
        "given": given,
        "points": step.at(count),
        "part": "",
    }
    return Hit(row=row, detail=step.text, printed=step.text, computed=decimal_text(given), facts=facts)


CHECKS = (
    Check("method.other_step", "error", "rule and text", steps_against_text),
    Check("note.other_step", "error", "rule and note", steps_against_reading),
)
