"""Clauses of ``ratio`` and ``tiers``: a value and what each stretch of it gives."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.expression import Binary, Letter, Term
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import FULL, NONE, Reward, Scope
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.sentences.formulas import phrase, ratio_share
from chamdiem.core.sentences.measures import is_percentage, measured_name, threshold_writer
from chamdiem.core.sentences.rules.bands import are_days, band_clauses
from chamdiem.core.sentences.rules.context import Sentence
from chamdiem.core.sentences.terms import is_day, is_divided

_ONE = Fraction(1)


def ratio_clauses(rule: RatioRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """``Tỷ lệ = a / b``, from the threshold up, below it, the zero denominator."""
    note = sentence.say("lower_is_better") if rule.better == "low" else ""
    either_way = _low_clauses if rule.better == "low" else _high_clauses
    clauses = either_way(rule, maximum, sentence)
    if rule.cap != 1:
        most = sentence.reward(Reward(share=rule.cap), maximum)
        clauses.append(sentence.say("rule_capped", most=most))
    return [f"{_head(rule, sentence)}{note}", *clauses, *sentence.zero(rule.if_zero, maximum)]


def _head(rule: RatioRule | TiersRule, sentence: Sentence) -> str:
    """``Tỷ lệ = a / b``; a single figure by its name: ``Số cuộc họp (n)``, ``Số ngày sau 31/03/2026 (d)``."""
    term, name = rule.value, measured_name(rule.value, sentence.scope, sentence.voice)
    if isinstance(term, Letter) and is_named(rule, sentence.scope):
        return sentence.say("rule_measured", label=name, letter=term.name)
    if is_day(term, sentence.scope):
        days = sentence.term(term)
        return days[:1].upper() + days[1:]
    return f"{name} = {sentence.term(term)}"


def is_named(rule: RatioRule | TiersRule, scope: Scope) -> bool:
    """Whether the head of a sentence names the figure, so that nobody has to explain its letter."""
    term = rule.value
    if not isinstance(term, Letter) or not scope.inputs[term.name].label:
        return False
    return not is_day(term, scope) or (isinstance(rule, TiersRule) and are_days(rule, scope))


def _high_clauses(rule: RatioRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    threshold, _ = _edges(rule, sentence)
    below = sentence.reward(NONE, maximum) if rule.below == "zero" else _formula(rule, maximum, sentence)
    return [
        sentence.say("rule_from", threshold=threshold, reward=sentence.reward(FULL, maximum)),
        sentence.say("rule_below", threshold=threshold, reward=below),
    ]


def _low_clauses(rule: RatioRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    threshold, one = _edges(rule, sentence)
    nothing = sentence.reward(NONE, maximum)
    above = nothing if rule.below == "zero" else _formula(rule, maximum, sentence)
    is_least = not rule.threshold and _is_never_negative(rule.value, sentence)
    reached = "rule_exactly" if is_least else "rule_down_from"
    clauses = [
        sentence.say(reached, threshold=threshold, reward=sentence.reward(FULL, maximum)),
        sentence.say("rule_above", threshold=threshold, reward=above),
    ]
    if rule.below != "zero":
        clauses.append(sentence.say("rule_low_none", one=one, reward=nothing))
    return clauses


def _is_never_negative(term: Term, sentence: Sentence) -> bool:
    """Whether every figure, and every sign in the term, is positive."""
    quotient = quotient_of(term)
    signs = [*quotient.numerator.values(), *quotient.denominator.values()]
    lowest = [sentence.scope.inputs[letter].minimum for letter in quotient.letters]
    return all(sign >= 0 for sign in signs) and all(low is not None and low >= 0 for low in lowest)


def _formula(rule: RatioRule, maximum: Fraction, sentence: Sentence) -> str:
    """``tỷ lệ / 80% × 20 điểm``."""
    is_percent = is_percentage(rule.value, (rule.threshold,))
    share = ratio_share(rule, phrase(_measured(rule, sentence)), is_percent=is_percent)
    return sentence.term(Binary("*", share, phrase(sentence.points(maximum))))


def _edges(rule: RatioRule, sentence: Sentence) -> tuple[str, str]:
    """The threshold with its unit, and one: in percent where the ratio is."""
    scope, voice = sentence.scope, sentence.voice
    is_percent = is_percentage(rule.value, (rule.threshold,))
    show = threshold_writer(rule.value, scope, voice, is_percent=is_percent)
    plain = voice.numbers.percent if is_percent else voice.numbers.exact
    return show(rule.threshold), plain(_ONE)


def _measured(rule: RatioRule, sentence: Sentence) -> str:
    """What stands in the formula: the ratio, or the letter of a single figure."""
    if isinstance(rule.value, Letter):
        return rule.value.name
    return sentence.say("rule_ratio" if is_divided(rule.value) else "rule_value")


def tiers_clauses(rule: TiersRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """``Số cuộc họp (n)``, every band, the rest, the zero denominator."""
    clauses = band_clauses(rule, maximum, sentence)
    rest = sentence.say("rule_otherwise", reward=sentence.reward(rule.otherwise, maximum))
    return [_head(rule, sentence), *clauses, rest, *sentence.zero(rule.if_zero, maximum)]
