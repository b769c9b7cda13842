"""Bands of bare numbers that mean percent: ``Tỷ lệ (%): từ 80 đến 100``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chamdiem.core.lint.printed_bands import PrintedBand
from chamdiem.core.lint.rule_numbers import thresholds_of
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.rule import Rule

# What may follow a number without being a unit of it.
_NO_UNIT = frozenset(("", "trở", "đến", "tới", "thì", "được", "đạt", "và", "nhưng"))


def in_percent(bands: Sequence[PrintedBand], rule: Rule, *, is_percentage: bool) -> Sequence[PrintedBand]:
    """The bands with the percent sign the text leaves out, where the rule speaks for it; else as they are.

    Args:
        bands: As read from a text.
        rule: The rule of the row.
        is_percentage: Whether its value is a figure asked for in percent.
    """
    if not bands or any(band.unit or band.noun not in _NO_UNIT for band in bands):
        return bands
    edges = {edge for band in bands for edge in (band.low, band.high) if edge is not None}
    if not edges or max(edges) > 100:
        return bands
    if not is_percentage:
        used = set(thresholds_of(rule))
        is_share = any(not quotient_of(term).is_whole for term in rule.terms()) and max(used, default=2) <= 1
        if not is_share or not any(edge > 1 and edge / 100 in used for edge in edges):
            return bands
    return [replace(band, unit="%") for band in bands]
