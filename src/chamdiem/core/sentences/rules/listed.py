"""Clauses of rules that go through a list: conditions, options, things counted."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.expression import Letter
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.rule import FULL, NONE
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.sentences.conditions import name_of
from chamdiem.core.sentences.rules.context import Sentence
from chamdiem.core.sentences.terms import is_divided


def fixed_clauses(rule: FixedRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Points that ask nothing."""
    return [sentence.reward(FULL if rule.gives_all else NONE, maximum)]


def yes_no_clauses(rule: YesNoRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """``Đã ban hành: Có → điểm tối đa``."""
    return [
        f"{sentence.condition(rule.when)} → {sentence.reward(FULL, maximum)}",
        sentence.say("rule_if_not", reward=sentence.reward(NONE, maximum)),
    ]


def choice_clauses(rule: ChoiceRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Every option and what it gives."""
    name = name_of(rule.of.name, sentence.scope)
    options = [
        f"{option.label or code} → {sentence.reward(option.reward, maximum)}"
        for code, option in rule.options.items()
    ]
    return [f"{name}: {options[0]}", *options[1:]]


def checklist_clauses(rule: ChecklistRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Every condition and what it gives, or all of them together."""
    conditions = [
        f"{part.label} ({sentence.condition(part.when)})" if part.label else sentence.condition(part.when)
        for part in rule.parts_
    ]
    if rule.need == "all":
        full, nothing = sentence.reward(FULL, maximum), sentence.reward(NONE, maximum)
        return [
            sentence.say("rule_all", conditions=", ".join(conditions), reward=full),
            sentence.say("rule_lacking", reward=nothing),
        ]
    rewards = [sentence.reward(part.reward, maximum) for part in rule.parts_]
    lines = [f"{condition} → {reward}" for condition, reward in zip(conditions, rewards, strict=True)]
    return [*lines, sentence.say("rule_added")]


def count_clauses(rule: CountRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """What each kind gives, and the most all kinds give together."""
    together = sentence.say("rule_together", most=sentence.reward(rule.cap, maximum))
    return [*(_counted(part, maximum, sentence) for part in rule.parts_), together]


def deduct_clauses(rule: DeductRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """The maximum, less what each kind takes off."""
    parts = ", ".join(_counted(part, maximum, sentence) for part in rule.parts_)
    full, nothing = sentence.reward(FULL, maximum), sentence.points(Fraction(0))
    return [sentence.say("rule_deduct", full=full, parts=parts, nothing=nothing)]


def _counted(part: CountPart, maximum: Fraction, sentence: Sentence) -> str:
    """One kind: for each unit or each full step, at most its cap."""
    clause = _each(part, sentence)
    if part.cap is not None:
        clause = sentence.say("rule_at_most", clause=clause, most=sentence.reward(part.cap, maximum))
    return f"{part.label}: {clause}" if part.label else clause


def _each(part: CountPart, sentence: Sentence) -> str:
    term, points = sentence.term(part.of), sentence.points(part.points_each)
    if part.every is not None:
        numbers = sentence.voice.numbers
        show = numbers.percent if is_divided(part.of) and part.every <= 1 else numbers.exact
        return sentence.say("rule_every", every=show(part.every), term=term, points=points)
    unit = sentence.scope.inputs[part.of.name].unit if isinstance(part.of, Letter) else ""
    phrase = "rule_each" if unit else "rule_each_term"
    return sentence.say(phrase, unit=unit, term=term, points=points)
