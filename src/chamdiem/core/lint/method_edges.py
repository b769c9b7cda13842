"""A threshold that the text leaves out and the rule takes in: “trên 24 bài” against ``n >= 24``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit
from chamdiem.core.lint.measuring import measured_rules
from chamdiem.core.lint.method_points import is_about_rule, read_printed, shown
from chamdiem.core.lint.printed_points import Printed, Stated
from chamdiem.core.points import decimal_text


def edges_against_text(document: Document) -> Iterator[Hit]:
    """The rule gives what a line states at the very threshold the line leaves out, and no line names."""
    for measured in measured_rules(document):
        read = read_printed(document.wording.numbered(measured.place.row, "method"), measured, document)
        if read is None or not is_about_rule(read[0], measured):
            continue
        printed, lines = read
        is_share = printed.is_percent
        for line in printed.lines:
            for edge in _left_out(line, printed):
                value = edge / (100 if is_share else 1)
                given = measured.points_at(value)
                if line.reward.points == (given,) and measured.can_be(value):
                    text = lines.get(line.line, line.line)
                    yield Hit(
                        row=measured.place.row,
                        detail=text,
                        printed=text,
                        computed=decimal_text(given),
                        facts={
                            "line": text,
                            "value": shown(measured, value, is_share=is_share),
                            "given": given,
                        },
                    )


def _left_out(line: Stated, printed: Printed) -> Iterator[Fraction]:
    """The ends of a line's band that do not belong to it, where nothing else is said of them."""
    band = line.band
    if band is None or printed.rest is not None or printed.has_words:
        return
    for edge, is_in in ((band.low, band.is_low_in), (band.high, band.is_high_in)):
        others = (other for other in printed.bands if other is not band)
        if edge is not None and not is_in and not any(edge in (each.low, each.high) for each in others):
            yield edge


CHECKS = (Check("method.other_edge", "error", "rule and text", edges_against_text),)
