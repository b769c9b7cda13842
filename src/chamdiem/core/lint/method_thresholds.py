"""The thresholds of a rule against those its calculation text names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from fractions import Fraction
from itertools import permutations

from chamdiem.core.expression import letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import Input
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.counted_levels import counted_levels
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.equal_tiers import equal_tiers
from chamdiem.core.lint.finding import Facts, Hit, Percent
from chamdiem.core.lint.joined_thresholds import joined_thresholds
from chamdiem.core.lint.percent_bands import in_percent
from chamdiem.core.lint.printed_days import (
    bounds_days,
    day_of,
    day_thresholds,
    is_named,
    named_days,
    since_in,
    with_day_numbers,
    written_day,
)
from chamdiem.core.lint.printed_ladders import read_climb, read_ladder
from chamdiem.core.lint.printed_numbers import is_frequency, is_per_period, numbers_in
from chamdiem.core.lint.ranked_places import counts_places
from chamdiem.core.lint.rule_numbers import climbs_so, full_counts_of, percents_of, thresholds_of
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.rule import Rule, walk
from chamdiem.core.unparse import unparse


def thresholds_not_printed(document: Document) -> Iterator[Hit]:
    """The rule has a threshold the text does not name."""
    for row, rule in document.computed:
        text = document.wording.all(row)
        if not document.wording.method(row).strip():
            continue
        known = numbers_in(text)
        known |= {share * 100 for share in percents_of(rule, _inputs(row, document)) if share in known}
        maximum = row.max_points or Fraction(1)
        if (ladder := read_ladder(text)) is not None:
            known |= {share for top in thresholds_of(rule) for share, _ in ladder.rungs(top, maximum)}
        if (climb := read_climb(text)) is not None:
            known |= {share for share, _ in climb.rungs(maximum)}
        known |= equal_tiers(rule, text, maximum).keys()
        days = day_thresholds(rule, _inputs(row, document))
        # 0 and 1 are days too: the one from which a date is counted, and the next.
        first = days.keys() & {0, 1} if bounds_days(text) else set()
        asked = (each for each in dict.fromkeys(thresholds_of(rule)) if each not in (0, 1) or each in first)
        unnamed = [each for each in asked if each in first or known.isdisjoint((each, each * 100))]
        edges = {each for edge in _printed_edges(row, rule, document) for each in edge} if unnamed else ()
        for threshold in unnamed:
            if threshold in days:
                if not is_named(days[threshold], named_days(text)):
                    day = written_day(days[threshold])
                    yield Hit(row=row, detail=day, computed=day, facts={"threshold": day})
            elif threshold not in edges:
                facts: Facts = {"threshold": _shown(threshold, rule)}
                yield Hit(
                    row=row, detail=decimal_text(threshold), computed=decimal_text(threshold), facts=facts
                )


def thresholds_not_used(document: Document) -> Iterator[Hit]:
    """The text names a threshold the rule does not have."""
    for row, rule in document.computed:
        used = {*thresholds_of(rule), *percents_of(rule, _inputs(row, document))}
        maximum = row.max_points or Fraction(1)
        used |= set(full_counts_of(rule, maximum))
        used |= counted_levels(rule, document.wording.method(row), maximum).keys()
        climb = read_climb(document.wording.method(row))
        if climb is not None and climbs_so(rule, climb, maximum):
            used.add(climb.step)
        labels = numbers_in(" ".join([*(given.label for given in row.inputs.values()), *_levels(rule)]))
        text, units = document.wording.method(row), {given.unit for given in row.inputs.values()}
        since = since_in(rule, _inputs(row, document))
        joined = list(_joined(text, used))
        for edge in dict.fromkeys((*_printed_edges(row, rule, document), *joined)):
            threshold = edge[0]
            counted = not used.isdisjoint(edge) or (
                threshold == 1 and (_ends_at_one(rule) or counts_places(text))
            )
            if (
                not counted
                and labels.isdisjoint((threshold, threshold * 100))
                and (
                    edge in joined
                    or not (is_frequency(threshold, used) or is_per_period(threshold, text, units))
                )
            ):
                day = None if since is None else day_of(threshold, since)
                is_day = day is not None and is_named(day, named_days(text))
                printed = written_day(day) if day is not None and is_day else decimal_text(threshold)
                facts: Facts = {"threshold": printed if is_day else _shown(threshold, rule)}
                yield Hit(row=row, detail=printed, printed=printed, facts=facts)


def _joined(text: str, used: Set[Fraction]) -> Iterator[tuple[Fraction, ...]]:
    """The thresholds joined with one that the rule has; more than 4 of something is 5 of it."""
    for pair in joined_thresholds(text):
        for own, beside in permutations(pair.values):
            if used & {beside, beside - 1}:
                yield (own, own - 1) if own > 1 else (own,)


def _levels(rule: Rule) -> list[str]:
    """What the levels of choices are called: a threshold is used where people choose by it."""
    choices = [inner for inner in walk(rule) if isinstance(inner, ChoiceRule)]
    return [option.label for choice in choices for option in choice.options.values()]


def _inputs(row: Row, document: Document) -> Mapping[str, Input]:
    return document.criteria[row.key].letters.inputs


def _printed_edges(row: Row, rule: Rule, document: Document) -> Iterator[tuple[Fraction, ...]]:
    """The thresholds a text prints; of whole counts with the other number that parts the same values.

    "Từ 5 đến 9" ends where "từ 10" begins.
    """
    text, since = document.wording.method(row), since_in(rule, _inputs(row, document))
    if since is not None:
        text = with_day_numbers(text, since)
    bands = in_percent(document.wording.bands(text, row), rule, is_percentage=False)
    # "Từ 80% đến 100%" ends where every share does.
    is_end = any(
        band.unit == "%" and band.high == 100 and band.is_high_in and band.low != 100 for band in bands
    )
    for percent in document.wording.calculation(row).percents:
        if not percent.is_reward and not (is_end and percent.share == 1):
            yield (percent.share, *(each / 100 for each in _meant(percent.share * 100)))
    counts = _counts_whole(rule, _inputs(row, document))
    for band in bands:
        scale = 100 if band.unit == "%" else 1
        step = int(counts and scale == 1)
        for edge, below in ((band.low, band.is_low_in), (band.high, not band.is_high_in)):
            if edge and not (is_end and edge == scale):
                others = [edge - step if below else edge + step] if step else _meant(edge)
                yield (edge / scale, *(other / scale for other in others))


def _meant(edge: Fraction) -> list[Fraction]:
    """The whole percentage an edge stops short of: "90–99,99%" ends where 100% begins."""
    above = edge + Fraction(1, edge.denominator)
    return [above] if edge.denominator in (10, 100) and above.denominator == 1 else []


def _counts_whole(rule: Rule, inputs: Mapping[str, Input]) -> bool:
    """Whether every term of a rule is a whole number."""
    terms = [term for inner in walk(rule) for term in inner.terms()]
    letters = {letter for term in terms for letter in letters_in(term)}
    return all(quotient_of(term).is_whole for term in terms) and all(
        inputs[letter].type in ("whole", "date") for letter in letters if letter in inputs
    )


def _ends_at_one(rule: Rule) -> bool:
    return any(inner.kind in ("ratio", "checklist", "deduct") for inner in walk(rule))


def _shown(threshold: Fraction, rule: Rule) -> Percent | Fraction:
    """A share as a percentage, a count as it is."""
    is_share = threshold < 1 or (threshold == 1 and any("/" in unparse(term) for term in rule.terms()))
    return Percent(threshold) if is_share else threshold


CHECKS = (
    Check("method.threshold_not_printed", "warning", "rule and text", thresholds_not_printed),
    Check("method.threshold_not_used", "warning", "rule and text", thresholds_not_used),
)
