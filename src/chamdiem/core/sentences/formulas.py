"""The share of the maximum as a term, for sentences and reasons alike: brackets follow from precedence alone.

Leaves are what the reader sees in their place: the term of the rule, its value
``≈ 60,75%``, or words like ``mức cao nhất``.
"""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.expression import Binary, Letter, Negative, Number, Term
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule

_ONE = Fraction(1)


def phrase(text: str) -> Term:
    """Words, or a number already written, in the place of a letter."""
    return Letter(text)


def number_term(value: Fraction, *, is_percent: bool = False) -> Term:
    """A number as a leaf; a quotient where it has no last digit.

    Example:
        >>> number_term(Fraction(4, 5), is_percent=True)
        Number(value=Fraction(4, 5), text='80%')
    """
    text = decimal_text(abs(value) * 100 if is_percent else abs(value))
    if "/" in text:
        above, below = (Number(Fraction(part), part) for part in str(abs(value)).split("/"))
        term: Term = Binary("/", above, below)
    else:
        term = Number(abs(value), f"{text}%" if is_percent else text)
    return Negative(term) if value < 0 else term


def ratio_share(rule: RatioRule, ratio: Term, *, is_percent: bool) -> Term:
    """Below the threshold: ``ratio / 80%``, ``(100% - ratio) / (100% - 5%)``, or the bare ratio."""
    one, threshold = (number_term(each, is_percent=is_percent) for each in (_ONE, rule.threshold))
    is_low = rule.better == "low"
    share = Binary("-", one, ratio) if is_low else ratio
    if rule.below != "scale" or rule.threshold == (0 if is_low else 1):
        return share
    return Binary("/", share, Binary("-", one, threshold) if is_low else threshold)


def peer_share(rule: PeerRule, value: Term, least: Term, greatest: Term) -> Term:
    """Between the least and the greatest figure, or as a share of the best one."""
    is_low = rule.better == "low"
    if rule.method == "share_of_max":
        return Binary("/", least, value) if is_low else Binary("/", value, greatest)
    distance = Binary("-", greatest, value) if is_low else Binary("-", value, least)
    return Binary("/", distance, Binary("-", greatest, least))


def compared_term(rule: PeerRule) -> Term:
    """What is compared: the value, or the value in units of the target."""
    return rule.value if rule.target is None else Binary("/", rule.value, rule.target)
