"""Clauses of every kind of rule, and of rules made of rules."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from chamdiem.core.rules.composite import BestOfRule, GateRule, SumRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.sentences.rules import compared, listed, measured
from chamdiem.core.sentences.rules.context import Sentence


def rule_clauses(rule: Rule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """The clauses of one rule, of whatever kind."""
    return _KINDS[rule.kind](rule, maximum, sentence)


def _sum_clauses(rule: SumRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    parts = []
    for place, part in enumerate(rule.parts_, start=1):
        worth = part.worth.of(maximum)
        text = _inner(part.rule, worth, sentence)
        phrase, most = "rule_named_part" if part.label else "rule_part", sentence.points(worth)
        parts.append(sentence.say(phrase, place=str(place), label=part.label, most=most, rule=text))
    together = sentence.say("rule_together", most=sentence.reward(rule.cap, maximum))
    return [sentence.say("rule_sum", parts=", ".join(parts)), together]


def _best_of_clauses(rule: BestOfRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    parts = [
        sentence.say("rule_alternative", place=str(place), rule=_inner(each, maximum, sentence))
        for place, each in enumerate(rule.rules, start=1)
    ]
    return [sentence.say("rule_best_of", parts=", ".join(parts))]


def _gate_clauses(rule: GateRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    return [
        sentence.say(
            "rule_gate",
            condition=sentence.condition(rule.when),
            then=_inner(rule.then, maximum, sentence),
            otherwise=_inner(rule.otherwise, maximum, sentence),
        )
    ]


def _inner(rule: Rule, maximum: Fraction, sentence: Sentence) -> str:
    """A rule inside another one; in brackets when it has several clauses."""
    text = "; ".join(rule_clauses(rule, maximum, sentence))
    return f"[{text}]" if ";" in text else text


_KINDS: dict[str, Callable[[Any, Fraction, Sentence], list[str]]] = {
    "full": listed.fixed_clauses,
    "none": listed.fixed_clauses,
    "yes_no": listed.yes_no_clauses,
    "choice": listed.choice_clauses,
    "checklist": listed.checklist_clauses,
    "count": listed.count_clauses,
    "deduct": listed.deduct_clauses,
    "ratio": measured.ratio_clauses,
    "tiers": measured.tiers_clauses,
    "sum": _sum_clauses,
    "best_of": _best_of_clauses,
    "gate": _gate_clauses,
    "peer": compared.peer_clauses,
    "manual": compared.manual_clauses,
}
