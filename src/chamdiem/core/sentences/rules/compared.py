"""Clauses of ``peer`` and ``manual``: points that come from others."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.expression import Binary
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.peer import PeerRule, Special
from chamdiem.core.sentences.formulas import compared_term, number_term, peer_share, phrase
from chamdiem.core.sentences.rules.context import Sentence


def peer_clauses(rule: PeerRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Special cases first, then the comparison and its edges."""
    clauses = [_special(case, maximum, sentence) for case in rule.special]
    compared = _comparison(rule, maximum, sentence)
    clauses.append(compared[:1].lower() + compared[1:] if clauses else compared)
    if rule.among == "peer_group":
        clauses.append(sentence.say("rule_among_group"))
    if rule.method == "min_max":
        clauses.append(sentence.say("rule_all_equal", reward=sentence.reward(rule.if_all_equal, maximum)))
    elif rule.method == "share_of_max":
        clauses.append(sentence.say("rule_all_zero", reward=sentence.reward(rule.if_all_zero, maximum)))
    return [*clauses, *sentence.zero(rule.if_zero, maximum)]


def manual_clauses(rule: ManualRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Who awards, in which steps, and how several marks become one."""
    numbers = sentence.voice.numbers
    clauses = [sentence.say("rule_manual", most=sentence.points(maximum))]
    if rule.step is not None:
        clauses.append(sentence.say("rule_step", step=numbers.exact(rule.step)))
    if rule.assessors > 1:
        assessors = sentence.say("rule_assessors", count=str(rule.assessors))
        clauses.append(f"{assessors}, {sentence.say(f'rule_{rule.combine}')}")
        if rule.tolerance is not None:
            tolerance = sentence.points(rule.tolerance)
            clauses.append(sentence.say("rule_tolerance", tolerance=tolerance))
    return [*clauses, sentence.say("rule_guide", guide=rule.guide)] if rule.guide else clauses


def _special(case: Special, maximum: Fraction, sentence: Sentence) -> str:
    condition = sentence.condition(case.when)
    clause = f"{condition} → {sentence.reward(case.reward, maximum)}"
    if case.label:
        clause = sentence.say("rule_named", clause=clause, label=case.label)
    return sentence.say("rule_excluded", clause=clause) if case.exclude else clause


def _comparison(rule: PeerRule, maximum: Fraction, sentence: Sentence) -> str:
    value = sentence.leaf(compared_term(rule))
    if rule.method == "leader_excess":
        return sentence.say(
            "rule_leader_excess", value=sentence.term(value), half=sentence.points(maximum / 2)
        )
    least, greatest = phrase(sentence.say("rule_least")), phrase(sentence.say("rule_greatest"))
    formula = Binary("*", peer_share(rule, value, least, greatest), number_term(maximum))
    return sentence.say("rule_compared", formula=sentence.term(formula))
