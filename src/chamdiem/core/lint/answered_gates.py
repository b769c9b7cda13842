"""What a rule gives behind a question of yes or no, against what the text gives for the answer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.expression import Condition, Letter, Not, letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.printed_answers import PrintedAnswer, asked_words, read_answers
from chamdiem.core.lint.printed_rewards import read_reward
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule

_NOTHING = Fraction(0)


def other_answers(row: Row, rule: GateRule, text: str) -> Iterator[Hit]:
    """The clauses of a text that give other points for an answer than the rule behind that question."""
    asked = () if row.not_applicable_when is None else letters_in(row.not_applicable_when)
    for letter, figure in row.inputs.items() if row.max_points and row.role != "deduction" else ():
        if figure.type == "yes_no" and letter not in asked:
            yield from _differing(row, rule, letter, [*read_answers(text, figure.label)])


def _differing(row: Row, rule: GateRule, letter: str, answers: list[PrintedAnswer]) -> Iterator[Hit]:
    """The clauses whose points the rule never gives for their answer, where no other letter may be meant."""
    maximum = row.max_points or Fraction(1)
    beside = [each for other, each in row.inputs.items() if other != letter]
    others = [asked_words(each.label) for each in beside]
    rivals = [asked_words(each.label) for each in beside if each.type == "yes_no"]
    given = {answer: set(_constants(rule, letter, maximum, answer=answer)) for answer in (True, False)}
    for each in answers:
        reward = read_reward(each.then, maximum)
        points = given[each.is_yes]
        if reward is None or not (reward.points and points):
            continue
        if any(each.said <= other for other in (others if each.said else rivals)):
            continue
        # Where the answers only change places ``method.turned_condition`` tells so.
        is_turned = rule.otherwise == FixedRule(gives_all=False) and given[not each.is_yes] & {*reward.points}
        if points.isdisjoint(reward.points) and not is_turned:
            case = each.text.partition(":")[0]
            facts: Facts = {"line": each.text, "case": case, "given": min(points)}
            computed = decimal_text(min(points))
            yield Hit(row=row, detail=each.text, printed=each.text, computed=computed, facts=facts)


def _constants(rule: Rule, letter: str, maximum: Fraction, *, answer: bool) -> Iterator[Fraction]:
    """What an answer gives at every place that asks for it, where it gives the same to everybody."""
    if isinstance(rule, GateRule):
        holds = _holds(rule.when, letter, answer=answer)
        if holds is None:
            yield from _constants(rule.then, letter, maximum, answer=answer)
            yield from _constants(rule.otherwise, letter, maximum, answer=answer)
            return
        branch = rule.then if holds else rule.otherwise
        if isinstance(branch, FixedRule):
            yield maximum if branch.gives_all else _NOTHING
        yield from _constants(branch, letter, maximum, answer=answer)
    elif isinstance(rule, YesNoRule):
        holds = _holds(rule.when, letter, answer=answer)
        if holds is not None:
            yield maximum if holds else _NOTHING


def _holds(when: Condition, letter: str, *, answer: bool) -> bool | None:
    """Whether a question is answered as a condition wants; None where it asks something else."""
    if when == Letter(letter):
        return answer
    return not answer if when == Not(Letter(letter)) else None
