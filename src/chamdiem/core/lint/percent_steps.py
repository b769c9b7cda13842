"""Points for every so many percent in a text (``cứ giảm 10% trừ 1 điểm``), against those a count gives."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent
from chamdiem.core.lint.printed_ladders import Climb, Ladder, read_climb, read_ladder
from chamdiem.core.lint.rule_numbers import constants_in, is_in_percent
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.rule import walk


def percent_steps_against_text(document: Document) -> Iterator[Hit]:
    """The text gives or takes points for every so many percent, and the rule other points for as many."""
    for row, rule in document.computed:
        text = document.wording.numbered(row, "method")
        counting = [inner for inner in walk(rule) if isinstance(inner, CountRule | DeductRule)]
        if len(counting) != 1 or len(counting[0].parts_) != 1 or "%" not in text:
            continue
        takes = isinstance(counting[0], DeductRule) or row.role == "deduction"
        printed = read_ladder(text) if takes else read_climb(text)
        part = counting[0].parts_[0]
        if printed is None or not _is_share(part, row):
            continue
        given = _for_share(part, row) * printed.step
        given = given if row.max_points is None else min(given, row.max_points)
        if given != printed.points:
            yield _hit(row, printed, given)


def _is_share(part: CountPart, row: Row) -> bool:
    """Whether a part counts a share, in percent or as a quotient."""
    return _in_percent(part, row) or not quotient_of(part.of).is_whole


def _in_percent(part: CountPart, row: Row) -> bool:
    return is_in_percent(part.of, row.inputs) or 100 in set(constants_in(part.of))


def _for_share(part: CountPart, row: Row) -> Fraction:
    """The points of a part for a share of one, were it not for steps begun and the maximum."""
    return part.points_each / (part.every or 1) * (100 if _in_percent(part, row) else 1)


def _hit(row: Row, printed: Ladder | Climb, given: Fraction) -> Hit:
    facts: Facts = {
        "line": printed.text,
        "value": Percent(printed.step),
        "points": printed.points,
        "given": given,
    }
    return Hit(row=row, detail=printed.text, printed=printed.text, computed=decimal_text(given), facts=facts)


CHECKS = (Check("method.other_percent_step", "error", "rule and text", percent_steps_against_text),)
