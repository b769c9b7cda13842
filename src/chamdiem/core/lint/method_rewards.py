"""The points and parts of the maximum a rule gives against those its calculation text names."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.counted_levels import counted_levels
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.equal_tiers import equal_tiers
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.printed_ladders import read_climb, read_ladder
from chamdiem.core.lint.printed_numbers import (
    BARE_FRACTION,
    bounded_factors_in,
    caps_in,
    fractions_in,
    numbers_in,
    points_in,
    shares_in,
)
from chamdiem.core.lint.printed_scores import without_scores
from chamdiem.core.lint.printed_takings import taken_in
from chamdiem.core.lint.rule_numbers import climbs_so, graded_rewards_of, numbers_of
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.rule import Rule


def rewards_not_printed(document: Document) -> Iterator[Hit]:
    """The rule gives a part of the maximum the text does not name."""
    for place in _places(document):
        graded = list(graded_rewards_of(place.rule))
        if not graded or not document.wording.method(place.row).strip():
            continue
        text = document.wording.all(place.row)
        shares = fractions_in(text) | fractions_in(text, BARE_FRACTION) | shares_in(text)
        known = numbers_in(text) | shares | {share * place.maximum for share in shares}
        # Of a deduction what is taken off is what the rule gives.
        taken = taken_in(text, place.maximum)
        known |= taken if place.row.role == "deduction" else {place.maximum - each for each in taken}
        if (ladder := read_ladder(text)) is not None:
            known |= {points for _, points in ladder.rungs(Fraction(1), place.maximum)}
        if (climb := read_climb(text)) is not None:
            known |= {points for _, points in climb.rungs(place.maximum)}
        known |= set(equal_tiers(place.rule, text, place.maximum).values())
        for reward in graded:
            share, points = reward.share, reward.of(place.maximum)
            written = {points} if share is None else {points, share, share * 100}
            if written.isdisjoint(known) and points != place.maximum:
                facts: Facts = {"points": points}
                yield Hit(
                    row=place.row, detail=decimal_text(points), computed=decimal_text(points), facts=facts
                )


def rewards_not_used(document: Document) -> Iterator[Hit]:
    """The text promises a part of the maximum, or so many points, that the rule never gives."""
    numbers: dict[str, set[Fraction]] = {}
    for place in _places(document):
        numbers.setdefault(place.row.key, set()).update(numbers_of(place))
    for row, rule in document.computed:
        known, text = numbers.get(row.key, set()), document.wording.method(row)
        printed = [*fractions_in(text), *points_in(text), *caps_in(text)]
        told = set(_in_other_numbers(text, rule, row.max_points or Fraction(1), known))
        for reward in dict.fromkeys(each for each in printed if each and each not in told):
            if reward not in known and reward <= (row.max_points or reward):
                yield Hit(
                    row=row,
                    detail=decimal_text(reward),
                    printed=decimal_text(reward),
                    facts={"reward": reward},
                )


def _in_other_numbers(text: str, rule: Rule, maximum: Fraction, known: set[Fraction]) -> Iterator[Fraction]:
    """The points a text gives or takes, for each step or in one case, which a rule has in other numbers."""
    ladder, climb = read_ladder(text), read_climb(text)
    if ladder is not None:
        yield ladder.points
    if climb is not None and climbs_so(rule, climb, maximum):
        yield climb.points
    yield from counted_levels(rule, text, maximum).values()
    yield from (taken for taken in taken_in(text, maximum) if maximum - taken in known)


def points_above_maximum(document: Document) -> Iterator[Hit]:
    """The text speaks of more points than the row's maximum."""
    for row in document.set.criteria:
        text = without_scores(document.wording.method(row))
        bounded = bounded_factors_in(text)
        for points in dict.fromkeys(points_in(text)):
            if row.max_points is not None and bounded.get(points, points) > row.max_points:
                facts: Facts = {"points": points, "maximum": row.max_points}
                yield Hit(
                    row=row,
                    detail=decimal_text(points),
                    printed=decimal_text(points),
                    computed=decimal_text(row.max_points),
                    facts=facts,
                )


def _places(document: Document) -> Iterator[RuleAt]:
    rows = {row.key for row, _ in document.computed}
    return (place for place in document.rules if place.row.key in rows)


CHECKS = (
    Check("method.reward_not_printed", "warning", "rule and text", rewards_not_printed),
    Check("method.reward_not_used", "warning", "rule and text", rewards_not_used),
    Check("method.points_above_maximum", "error", "text", points_above_maximum),
)
