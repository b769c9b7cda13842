"""Tiers that follow from points for each item: ``mỗi cuộc 1 điểm``, ``thiếu 1 cuộc trừ 1 điểm``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from math import floor

from chamdiem.core.lint.printed_steps import read_steps
from chamdiem.core.points import exact
from chamdiem.core.rules.rule import Rule, walk
from chamdiem.core.rules.tiers import TiersRule

_FOR_EACH_LACKING = re.compile(
    r"\b(?:thiếu|giảm|ít hơn)\s+(?:mỗi\s+)?(?:(?:0?1|một)\s+)?[^\W\d_]+(?: [^\W\d_]+){0,3}?\s*,?\s*"
    r"(?:thì )?(?:bị )?trừ\s+(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:điểm|đ)\b",
    re.IGNORECASE,
)


def equal_tiers(rule: Rule, text: str, maximum: Fraction) -> dict[Fraction, Fraction]:
    """The thresholds of a rule with their points, where a text gives or takes so much for each item.

    Empty where the points of one tier are not those of the text.
    """
    ladders = [inner for inner in walk(rule) if isinstance(inner, TiersRule)]
    if len(ladders) != 1 or any(tier.side != "at_least" for tier in ladders[0].tiers):
        return {}
    tiers = {tier.threshold: tier.reward.of(maximum) for tier in ladders[0].tiers}
    return tiers if tiers in _printed(text, tiers, maximum) else {}


def _printed(
    text: str, counts: Collection[Fraction], maximum: Fraction
) -> Iterator[Mapping[Fraction, Fraction]]:
    """The points for so many items, in every way that a text gives them."""
    for step in read_steps(text):
        if not step.is_taken:
            yield {count: min(step.at(floor(count)), maximum) for count in counts}
    for match in _FOR_EACH_LACKING.finditer(text):
        each = exact(match.group(1).replace(",", "."))
        yield {count: maximum - (max(counts) - count) * each for count in counts}
