"""What a rule gives behind a question of yes or no, against what the text gives for the answer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from chamdiem.core.expression import Condition, Letter, Not, letters_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.printed_answers import PrintedAnswer, asked_words, read_answers
from chamdiem.core.lint.printed_rewards import PrintedReward, read_reward
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule

_NONE = FixedRule(gives_all=False)


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
    reached = {answer: [*_reached(rule, letter, answer=answer)] for answer in (True, False)}
    for each in answers:
        reward = read_reward(each.then, maximum)
        if reward is None or any(each.said <= other for other in (others if each.said else rivals)):
            continue
        given = _given_instead(each, reward, reached[each.is_yes], maximum)
        # Where the answers only change places ``method.turned_condition`` tells so.
        is_turned = rule.otherwise == _NONE and _may_give(reward, reached[not each.is_yes], maximum)
        if given is not None and not is_turned:
            yield _hit(row, each, given)


def _hit(row: Row, answer: PrintedAnswer, given: Fraction | Literal["ratio"]) -> Hit:
    by_ratio = given == "ratio"
    facts: Facts = {
        "line": answer.text,
        "case": answer.case,
        "given": "" if by_ratio else given,
        "does": Word("gives_by_ratio") if by_ratio else "",
    }
    computed = given if isinstance(given, str) else decimal_text(given)
    return Hit(row=row, detail=answer.text, printed=answer.text, computed=computed, facts=facts)


def _given_instead(
    answer: PrintedAnswer, reward: PrintedReward, reached: list[Rule], maximum: Fraction
) -> Fraction | Literal["ratio"] | None:
    """What an answer leads to instead of what a text gives for it; None where that may be the same."""
    points = _constants(reached, maximum)
    if reward.points and points:
        return None if points & {*reward.points} else min(points)
    if reward.slope is not None and points and all(isinstance(each, FixedRule) for each in reached):
        return min(points)
    # "Có quy chế: 2 điểm" may be the first of several sentences; "không có quy chế: 0 điểm" is all there is.
    is_ratio = bool(reached) and all(isinstance(each, RatioRule) and each.slope(maximum) for each in reached)
    return "ratio" if reward.points and not answer.is_yes and answer.said and is_ratio else None


def _may_give(reward: PrintedReward, reached: list[Rule], maximum: Fraction) -> bool:
    """Whether the other answer leads to what a text gives for this one."""
    if reward.slope is not None:
        return any(isinstance(each, RatioRule) for each in reached)
    return bool(_constants(reached, maximum) & {*reward.points})


def _constants(reached: list[Rule], maximum: Fraction) -> set[Fraction]:
    """The points of the rules that give the same to everybody."""
    return {maximum * each.gives_all for each in reached if isinstance(each, FixedRule)}


def _reached(rule: Rule, letter: str, *, answer: bool, is_asked: bool = False) -> Iterator[Rule]:
    """What an answer leads to at every place that asks for it; a gate where something else is asked then."""
    holds = _holds(rule.when, letter, answer=answer) if isinstance(rule, GateRule | YesNoRule) else None
    if isinstance(rule, GateRule) and holds is not None:
        yield from _reached(rule.then if holds else rule.otherwise, letter, answer=answer, is_asked=True)
    elif isinstance(rule, YesNoRule) and holds is not None:
        yield FixedRule(gives_all=holds)
    elif is_asked:
        yield rule
    if isinstance(rule, GateRule) and holds is None:
        yield from _reached(rule.then, letter, answer=answer)
        yield from _reached(rule.otherwise, letter, answer=answer)


def _holds(when: Condition, letter: str, *, answer: bool) -> bool | None:
    """Whether a question is answered as a condition wants; None where it asks something else."""
    if when == Letter(letter):
        return answer
    return not answer if when == Not(Letter(letter)) else None
