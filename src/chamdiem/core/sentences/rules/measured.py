"""Clauses of ``ratio`` and ``tiers``: a value and what each stretch of it gives."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL, NONE, Reward
from chamdiem.core.rules.tiers import Tier, TiersRule
from chamdiem.core.sentences.measures import constant_writer, is_percentage
from chamdiem.core.sentences.reasons.ratios import ratio_name
from chamdiem.core.sentences.rules.context import Sentence

_ONE = Fraction(1)
_SIDES = {
    "at_least": "rule_from",
    "more_than": "rule_above",
    "less_than": "rule_below",
    "at_most": "rule_down_from",
}


def ratio_clauses(rule: RatioRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """``Tỷ lệ = a / b``, from the threshold up, below it, the zero denominator."""
    phrases, name = sentence.voice.phrases, ratio_name(rule)
    note = phrases["lower_is_better"] if rule.better == "low" else ""
    head = f"{phrases[name]} = {sentence.term(rule.value)}{note}"
    either_way = _low_clauses if rule.better == "low" else _high_clauses
    clauses = either_way(rule, maximum, sentence)
    if rule.cap != 1:
        most = sentence.reward(Reward(share=rule.cap), maximum)
        clauses.append(sentence.say("rule_capped", most=most))
    return [head, *clauses, *sentence.zero(rule.if_zero, maximum)]


def _high_clauses(rule: RatioRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    threshold, _ = _edges(rule, sentence)
    divisor = f" / {threshold}" if rule.below == "scale" and rule.threshold != 1 else ""
    formula = f"{_measured(rule, sentence)}{divisor} × {sentence.points(maximum)}"
    below = sentence.reward(NONE, maximum) if rule.below == "zero" else formula
    return [
        sentence.say("rule_from", threshold=threshold, reward=sentence.reward(FULL, maximum)),
        sentence.say("rule_below", threshold=threshold, reward=below),
    ]


def _low_clauses(rule: RatioRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    threshold, one = _edges(rule, sentence)
    span = f" / ({one} - {threshold})" if rule.below == "scale" and rule.threshold else ""
    formula = f"({one} - {_measured(rule, sentence)}){span} × {sentence.points(maximum)}"
    nothing = sentence.reward(NONE, maximum)
    above = nothing if rule.below == "zero" else formula
    clauses = [
        sentence.say("rule_down_from", threshold=threshold, reward=sentence.reward(FULL, maximum)),
        sentence.say("rule_above", threshold=threshold, reward=above),
    ]
    if rule.below != "zero":
        clauses.append(sentence.say("rule_low_none", one=one, reward=nothing))
    return clauses


def _edges(rule: RatioRule, sentence: Sentence) -> tuple[str, str]:
    """The threshold, and one: in percent where the ratio is."""
    numbers = sentence.voice.numbers
    show = numbers.percent if is_percentage(rule.value, (rule.threshold,)) else numbers.exact
    return show(rule.threshold), show(_ONE)


def _measured(rule: RatioRule, sentence: Sentence) -> str:
    return sentence.say(f"rule_{ratio_name(rule)}")


def tiers_clauses(rule: TiersRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """``Giá trị = n``, every band, the rest, the zero denominator."""
    head = f"{sentence.voice.phrases['value']} = {sentence.term(rule.value)}"
    is_percent = is_percentage(rule.value, [tier.threshold for tier in rule.tiers])
    before: list[Tier | None] = [None, *rule.tiers]
    show = constant_writer(rule.value, sentence.scope, sentence.voice, is_percent=is_percent)
    bands = [
        _band(tier, above, maximum, sentence, show) for tier, above in zip(rule.tiers, before, strict=False)
    ]
    rest = sentence.say("rule_otherwise", reward=sentence.reward(rule.otherwise, maximum))
    return [head, *bands, rest, *sentence.zero(rule.if_zero, maximum)]


def _band(
    tier: Tier, before: Tier | None, maximum: Fraction, sentence: Sentence, show: Callable[[Fraction], str]
) -> str:
    """One band; between two thresholds where the band before it looks the same way."""
    edge, reward = show(tier.threshold), sentence.reward(tier.reward, maximum)
    if before is not None and before.side == tier.side:
        low, high = sorted([before.threshold, tier.threshold])
        phrase = "rule_between_from" if tier.side in ("at_least", "less_than") else "rule_between_above"
        clause = sentence.say(phrase, low=show(low), high=show(high), reward=reward)
    else:
        clause = sentence.say(_SIDES[tier.side], threshold=edge, reward=reward)
    # A label that only repeats the band says nothing more.
    is_said = not tier.label or tier.label.casefold() in clause.casefold()
    return clause if is_said else sentence.say("rule_named", clause=clause, label=tier.label)
