"""Clauses of rules that go through a list: conditions, options, things counted."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.expression import Compare, Condition, Letter, Number
from chamdiem.core.rules.checklist import ChecklistPart, ChecklistRule
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.rule import FULL, NONE, Scope
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.sentences.conditions import name_of
from chamdiem.core.sentences.measures import is_percentage, threshold_writer
from chamdiem.core.sentences.rules.context import Sentence
from chamdiem.core.sentences.terms import day_unit, days_late, is_day, unit_of


def fixed_clauses(rule: FixedRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Points that ask nothing."""
    return [sentence.reward(FULL if rule.gives_all else NONE, maximum)]


def yes_no_clauses(rule: YesNoRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """``Đã ban hành: Có → điểm tối đa``."""
    return [
        f"{_asked(rule.when, sentence)} → {sentence.reward(FULL, maximum)}",
        sentence.say("rule_if_not", reward=sentence.reward(NONE, maximum)),
    ]


def _asked(condition: Condition, sentence: Sentence) -> str:
    """What is asked at the head of a sentence: ``Đã ban hành: Có``, ``Số sự cố (n) = 0``."""
    match condition:
        case Letter(letter):
            return f"{name_of(letter, sentence.scope)}: {sentence.say('yes')}"
        case Compare(_, Letter(letter), Number()) if is_asked_by_name(condition, sentence.scope):
            head = sentence.say("rule_measured", label=name_of(letter, sentence.scope), letter=letter)
            return sentence.condition(condition).replace(letter, head, 1)
        case _:
            return sentence.condition(condition)


def is_asked_by_name(condition: Condition, scope: Scope) -> bool:
    """Whether a condition compares a labelled figure with a number: then its name stands in the sentence."""
    match condition:
        case Compare(_, Letter(letter), Number()):
            return bool(scope.inputs[letter].label)
        case _:
            return False


def choice_clauses(rule: ChoiceRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Every option and what it gives."""
    name = name_of(rule.of.name, sentence.scope)
    options = [
        sentence.say("rule_option", name=option.label or code, reward=sentence.reward(option.reward, maximum))
        for code, option in rule.options.items()
    ]
    return [f"{name}: {options[0]}", *options[1:]]


def checklist_clauses(rule: ChecklistRule, maximum: Fraction, sentence: Sentence) -> list[str]:
    """Every condition and what it gives, or all of them together."""
    conditions = [_condition(part, sentence) for part in rule.parts_]
    if rule.need == "all":
        full, nothing = sentence.reward(FULL, maximum), sentence.reward(NONE, maximum)
        return [
            sentence.say("rule_all", conditions=", ".join(conditions), reward=full),
            sentence.say("rule_lacking", reward=nothing),
        ]
    rewards = [sentence.reward(part.reward, maximum) for part in rule.parts_]
    lines = [f"{condition} → {reward}" for condition, reward in zip(conditions, rewards, strict=True)]
    return [*lines, sentence.say("rule_added")]


def _condition(part: ChecklistPart, sentence: Sentence) -> str:
    """One condition of a list, under its label where it has one."""
    condition = sentence.condition(part.when)
    return sentence.say("rule_part_met", label=part.label, condition=condition) if part.label else condition


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
    return sentence.say("rule_named", clause=clause, label=part.label) if part.label else clause


def _each(part: CountPart, sentence: Sentence) -> str:
    scope, voice, points = sentence.scope, sentence.voice, sentence.points(part.points_each)
    term = part.of.name if isinstance(part.of, Letter) else sentence.term(part.of)
    if part.every is not None:
        is_percent = is_percentage(part.of, [part.every])
        every = threshold_writer(part.of, scope, voice, is_percent=is_percent)(part.every)
        if isinstance(part.of, Letter) and is_day(part.of, scope):
            every = days_late(every, part.of, scope, voice)
        # A bare number before brackets reads as a product.
        is_bare = every == voice.numbers.exact(part.every)
        return sentence.say(
            "rule_every_bare" if is_bare else "rule_every", every=every, term=term, points=points
        )
    unit = day_unit(part.of, scope, voice) or unit_of(part.of, scope)
    if unit:
        return sentence.say("rule_each", unit=unit, term=term, points=points)
    return sentence.say("rule_each_term", term=f"({term})" if " " in term else term, points=points)
