"""Whether a rule computes the formula its text prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.core.expression import Binary, Letter, Number, Term, letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.calculation import Formula
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.printed_numbers import numbers_in, shares_in
from chamdiem.core.lint.rule_numbers import constants_in, is_equal, is_multiple, multiple_of
from chamdiem.core.lint.walking import quotients_in
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.unparse import unparse

_EARNS = re.compile(r"điểm\s*=\s*t[ỷỉ] lệ\s*[*x×]", re.IGNORECASE)


def agrees(formula: Formula, values: Sequence[Term]) -> bool:
    """Whether one of the values of a rule is the formula, or a multiple of it where it gives points."""
    compare = is_multiple if formula.gives == "points" else is_equal
    divided = [value for value in dict.fromkeys(values) if "/" in unparse(value)]
    return not divided or formula.term in divided or any(compare(formula.term, value) for value in divided)


def is_changed(formula: Formula, row: Row, rule: Rule, document: Document) -> bool:
    """Whether a rule scores the ratio of a text changed by numbers that the document nowhere prints.

    ``Tỷ lệ = a/b`` where the rule computes ``a / b / 2 + 1/2``.
    """
    if not isinstance(rule, RatioRule) or rule.full_at is not None or formula.gives != "ratio":
        return False
    ratios = list(quotients_in(rule.value))
    is_same = len(ratios) == 1 and is_equal(ratios[0], formula.term)
    if not is_same or set(letters_in(rule.value)) != set(letters_in(formula.term)):
        return False
    if is_equal(rule.value, formula.term) or not _have_one_unit(row, rule.value):
        return False
    text = document.wording.all(row)
    printed = numbers_in(text) | shares_in(text)
    changing = set(constants_in(rule.value)) - {Fraction(1)}
    if not changing:
        # One less the ratio: only where the text says that the ratio itself earns.
        return rule.better == "high" and bool(_EARNS.search(text))
    return any(printed.isdisjoint((number, 1 / number, number * 100)) for number in changing if number)


def given_otherwise(formula: Formula, rule: Rule, maximum: Fraction) -> Term | None:
    """What a rule gives, where the formula printed for the points is the same times some other number.

    ``(b/a + 2 × c/a) × 15`` where the rule computes ``b / a * 1/2 + c / a``. What is said
    of a plain quotient is tried on values (``method.other_points``).
    """
    if not isinstance(rule, RatioRule) or rule.better != "high" or formula.gives != "points":
        return None
    match rule.value:
        case Binary("/", Letter(), Letter()):
            return None
    times = multiple_of(formula.term, rule.value)
    # "Điểm = (b + c)/a" may name the ratio, and "× điểm tối đa" be read as once.
    meant = {most / per for most in (Fraction(1), maximum) for per in (Fraction(1), rule.threshold)}
    if times is None or times in meant:
        return None
    factor = maximum / rule.threshold
    return Binary("*", rule.value, Number(factor, decimal_text(factor)))


def _have_one_unit(row: Row, term: Term) -> bool:
    """Whether a term counts in one unit, so that no number converts one into another."""
    return len({row.inputs[letter].unit for letter in letters_in(term) if letter in row.inputs}) == 1
