"""Denominators that may be zero where nothing says what follows."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit
from chamdiem.core.lint.walking import checks_of, conditions_of, divisions_in
from chamdiem.core.quotient import Quotient, quotient_of
from chamdiem.core.rules.count import CountRule, DeductRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse


def zero_without_policy(document: Document) -> Iterator[Hit]:
    """The denominator of a rule may be zero and the rule does not say what follows."""
    for place in document.rules:
        for key, text, quotient in _open_quotients(place.rule):
            if place.proof.may_be_zero(quotient.denominator):
                yield Hit(row=place.row, detail=place.within(key), computed=text, facts={"term": text})


def zero_in_condition(document: Document) -> Iterator[Hit]:
    """A condition divides by a figure that may be zero and nothing guards it."""
    for key, criterion in document.criteria.items():
        proof = document.proof(key)
        for path, condition in (*conditions_of(criterion), *checks_of(criterion)):
            for division in divisions_in(condition, proof):
                if division.proof.may_be_zero(quotient_of(division.term.right).numerator):
                    facts = {"condition": unparse(condition), "term": unparse(division.term.right)}
                    yield Hit(row=criterion.row, detail=path, computed=facts["condition"], facts=facts)


def _open_quotients(rule: Rule) -> Iterator[tuple[str, str, Quotient]]:
    """The quotients of a rule for which it has no policy: key, text, quotient."""
    match rule:
        case RatioRule(if_zero=None) | TiersRule(if_zero=None):
            quotients = [("value", unparse(rule.value), quotient_of(rule.value))]
        case PeerRule(if_zero=None):
            quotients = [("value", unparse(rule.value), rule.compared)]
        case CountRule() | DeductRule():
            quotients = [
                (f"parts[{index}].of", unparse(part.of), quotient_of(part.of))
                for index, part in enumerate(rule.parts_)
            ]
        case _:
            quotients = []
    yield from (each for each in quotients if not each[2].is_whole)


def divides(rule: Rule) -> bool:
    """Whether a rule itself divides, by a figure or by a number."""
    return any("/" in unparse(term) for term in rule.terms())


CHECKS = (
    Check("zero.no_policy", "error", "rule", zero_without_policy),
    Check("zero.condition", "warning", "condition", zero_in_condition),
)
