"""The rule against the literal calculation text: formulas, letters, thresholds, rewards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from chamdiem.core.expression import letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import Input
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent
from chamdiem.core.lint.percent_bands import in_percent
from chamdiem.core.lint.printed_days import (
    bounds_days,
    day_thresholds,
    is_named,
    named_days,
    since_in,
    with_day_numbers,
    written_day,
)
from chamdiem.core.lint.printed_formulas import agrees, is_changed
from chamdiem.core.lint.printed_ladders import read_ladder
from chamdiem.core.lint.printed_numbers import (
    BARE_FRACTION,
    fractions_in,
    is_frequency,
    numbers_in,
    points_in,
    shares_in,
)
from chamdiem.core.lint.rule_numbers import (
    constants_in,
    full_counts_of,
    graded_rewards_of,
    numbers_of,
    percents_of,
    thresholds_of,
    turned_round,
    values_of,
)
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.rule import Rule, walk
from chamdiem.core.unparse import unparse

_PARENTHESIS = re.compile(r"\((\d+)\s+[^)]*\)")


def formula_against_rule(document: Document) -> Iterator[Hit]:
    """The formula printed in the text is not the one the rule computes."""
    for row, rule in document.computed:
        values = list(values_of(rule))
        for formula in document.wording.calculation(row).formulas:
            could_be = [*values, *turned_round(rule)]
            is_other = not agrees(formula, could_be) or is_changed(formula, row, rule, document)
            if set(letters_in(formula.term)) <= set(row.inputs) and is_other:
                computed = unparse(values[0]) if values else ""
                facts: Facts = {"formula": formula.text, "read": unparse(formula.term), "rule": computed}
                yield Hit(
                    row=row,
                    detail=unparse(formula.term),
                    printed=formula.text,
                    computed=computed,
                    facts=facts,
                )


def letters_without_input(document: Document) -> Iterator[Hit]:
    """The text explains a letter that is no input of the row."""
    for row, rule in document.computed:
        constants = {
            number for inner in walk(rule) for term in inner.terms() for number in constants_in(term)
        }
        for letter, meaning in document.wording.calculation(row).meanings.items():
            stated = {Fraction(each) for each in _PARENTHESIS.findall(meaning)}
            if letter not in row.inputs and not stated & constants:
                yield Hit(
                    row=row, detail=letter, printed=letter, facts={"letter": letter, "meaning": meaning}
                )


def letters_not_printed(document: Document) -> Iterator[Hit]:
    """The rule reads a letter the text does not explain, although it explains others."""
    for row, rule in document.computed:
        calculation = document.wording.calculation(row)
        meanings = {letter.casefold() for letter in calculation.meanings}
        meanings |= {letter.casefold() for each in calculation.formulas for letter in letters_in(each.term)}
        read = dict.fromkeys(
            letter for inner in walk(rule) for term in inner.terms() for letter in letters_in(term)
        )
        for letter in read:
            if meanings and letter in "abcde" and letter not in meanings:
                yield Hit(row=row, detail=letter, computed=letter, facts={"letter": letter})


def thresholds_not_printed(document: Document) -> Iterator[Hit]:
    """The rule has a threshold the text does not name."""
    for row, rule in document.computed:
        text = document.wording.all(row)
        if not document.wording.method(row).strip():
            continue
        known = numbers_in(text)
        known |= {share * 100 for share in percents_of(rule, _inputs(row, document)) if share in known}
        if (ladder := read_ladder(text)) is not None:
            tops, maximum = thresholds_of(rule), row.max_points or Fraction(1)
            known |= {share for top in tops for share, _ in ladder.rungs(top, maximum)}
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
        used |= set(full_counts_of(rule, row.max_points or Fraction(1)))
        labels = numbers_in(" ".join(given.label for given in row.inputs.values()))
        for edge in dict.fromkeys(_printed_edges(row, rule, document)):
            threshold = edge[0]
            counted = not used.isdisjoint(edge) or (threshold == 1 and _ends_at_one(rule))
            if not counted and threshold * 100 not in labels and not is_frequency(threshold, used):
                facts: Facts = {"threshold": _shown(threshold, rule)}
                yield Hit(
                    row=row, detail=decimal_text(threshold), printed=decimal_text(threshold), facts=facts
                )


def rewards_not_printed(document: Document) -> Iterator[Hit]:
    """The rule gives a part of the maximum the text does not name."""
    for place in _places(document):
        graded = list(graded_rewards_of(place.rule))
        if not graded or not document.wording.method(place.row).strip():
            continue
        text = document.wording.all(place.row)
        shares = fractions_in(text) | fractions_in(text, BARE_FRACTION) | shares_in(text)
        known = numbers_in(text) | shares | {share * place.maximum for share in shares}
        if (ladder := read_ladder(text)) is not None:
            known |= {points for _, points in ladder.rungs(Fraction(1), place.maximum)}
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
    for row, _ in document.computed:
        known = numbers.get(row.key, set())
        printed = [*fractions_in(document.wording.method(row)), *points_in(document.wording.method(row))]
        ladder = read_ladder(document.wording.method(row))
        taken = None if ladder is None else ladder.points
        for reward in dict.fromkeys(each for each in printed if each and each != taken):
            if reward not in known and reward <= (row.max_points or reward):
                yield Hit(
                    row=row,
                    detail=decimal_text(reward),
                    printed=decimal_text(reward),
                    facts={"reward": reward},
                )


def points_above_maximum(document: Document) -> Iterator[Hit]:
    """The text speaks of more points than the row's maximum."""
    for row in document.set.criteria:
        for points in dict.fromkeys(points_in(document.wording.method(row))):
            if row.max_points is not None and points > row.max_points:
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


def _inputs(row: Row, document: Document) -> Mapping[str, Input]:
    return document.criteria[row.key].letters.inputs


def _printed_edges(row: Row, rule: Rule, document: Document) -> Iterator[tuple[Fraction, ...]]:
    """The thresholds a text prints; of whole counts with the other number that parts the same values.

    "Từ 5 đến 9" ends where "từ 10" begins.
    """
    text, since = document.wording.method(row), since_in(rule, _inputs(row, document))
    if since is not None:
        text = with_day_numbers(text, since)
    bands = in_percent(document.wording.bands(text), rule, is_percentage=False)
    # "Từ 80% đến 100%" ends where every share does.
    is_end = any(
        band.unit == "%" and band.high == 100 and band.is_high_in and band.low != 100 for band in bands
    )
    for percent in document.wording.calculation(row).percents:
        if not percent.is_reward and not (is_end and percent.share == 1):
            yield (percent.share,)
    counts = _counts_whole(rule, _inputs(row, document))
    for band in bands:
        scale = 100 if band.unit == "%" else 1
        step = int(counts and scale == 1)
        for edge, below in ((band.low, band.is_low_in), (band.high, not band.is_high_in)):
            if edge and not (is_end and edge == scale):
                other = edge - step if below else edge + step
                yield (edge / scale, other) if step else (edge / scale,)


def _counts_whole(rule: Rule, inputs: Mapping[str, Input]) -> bool:
    """Whether every term of a rule is a whole number."""
    terms = [term for inner in walk(rule) for term in inner.terms()]
    letters = {letter for term in terms for letter in letters_in(term)}
    return all(quotient_of(term).is_whole for term in terms) and all(
        inputs[letter].type in ("whole", "date") for letter in letters if letter in inputs
    )


def _ends_at_one(rule: Rule) -> bool:
    return any(inner.kind in ("ratio", "checklist") for inner in walk(rule))


def _shown(threshold: Fraction, rule: Rule) -> Percent | Fraction:
    """A share as a percentage, a count as it is."""
    is_share = threshold < 1 or (threshold == 1 and any("/" in unparse(term) for term in rule.terms()))
    return Percent(threshold) if is_share else threshold


CHECKS = (
    Check("method.formula", "error", "rule and text", formula_against_rule),
    Check("method.letter", "warning", "rule and text", letters_without_input),
    Check("method.letter_not_printed", "warning", "rule and text", letters_not_printed),
    Check("method.threshold_not_printed", "warning", "rule and text", thresholds_not_printed),
    Check("method.threshold_not_used", "warning", "rule and text", thresholds_not_used),
    Check("method.reward_not_printed", "warning", "rule and text", rewards_not_printed),
    Check("method.reward_not_used", "warning", "rule and text", rewards_not_used),
    Check("method.points_above_maximum", "error", "text", points_above_maximum),
)
