"""A ratio times a hundred that is held against a share: everybody from one percent on gets everything."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.expression import Binary, Letter, Negative, Number, Term, letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit, Percent
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule, walk
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse

# A part that is its whole comes to a hundred; "of a thousand people" is a measure of its own.
_LEAST, _MOST = 50, 200
_LARGEST_SHARE = Fraction(3, 2)


def hundredfold_ratios(document: Document) -> Iterator[Hit]:
    """A ratio is multiplied by a hundred, and what it is held against is a share."""
    for row, rule in document.computed:
        for inner in walk(rule):
            held = _held(inner)
            if held is None:
                continue
            value, ends = held
            size = _size(value)
            if (
                _divides(value)
                and size is not None
                and _LEAST <= size <= _MOST
                and 0 < max(ends) <= _LARGEST_SHARE
            ):
                yield _hit(row, value, max(ends))
                break


def _held(rule: Rule) -> tuple[Term, list[Fraction]] | None:
    """The value of a rule, and what it is held against."""
    if isinstance(rule, RatioRule):
        return rule.value, [rule.threshold]
    if isinstance(rule, TiersRule) and rule.tiers:
        return rule.value, [tier.threshold for tier in rule.tiers]
    return None


def _divides(term: Term) -> bool:
    if isinstance(term, Negative):
        return _divides(term.operand)
    if not isinstance(term, Binary):
        return False
    own = term.operator == "/" and bool(letters_in(term.right))
    return own or _divides(term.left) or _divides(term.right)


def _size(term: Term) -> Fraction | None:
    """What a value comes to where every part is its whole."""
    if isinstance(term, Number):
        return term.value
    if isinstance(term, Letter):
        return Fraction(1)
    if not isinstance(term, Binary):
        return None
    left, right = _size(term.left), _size(term.right)
    if left is None or right is None or (term.operator == "/" and not right):
        return None
    sizes = {"+": left + right, "-": max(left, right), "*": left * right}
    return sizes[term.operator] if term.operator in sizes else left / right


def _hit(row: Row, value: Term, end: Fraction) -> Hit:
    text = unparse(value)
    return Hit(row=row, detail=text, computed=text, facts={"formula": text, "value": Percent(end)})


CHECKS = (Check("rule.hundredfold", "warning", "rule", hundredfold_ratios),)
