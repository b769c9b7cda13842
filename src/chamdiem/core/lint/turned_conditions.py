"""Questions of yes or no that a condition has the wrong way round: ``not x`` against “chưa có: 0 điểm”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from chamdiem.core.expression import Condition, Letter, Not
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit
from chamdiem.core.lint.printed_answers import read_answers
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule

Outcome = Literal["something", "nothing", "aside"]
_OUTCOMES: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    ("aside", re.compile(r"không (?:đánh giá|áp dụng|xét|chấm)\b(?! điểm)", re.IGNORECASE)),
    (
        "nothing",
        re.compile(
            r"(?:được )?0 ?(?:điểm|đ)\b|không (?:được |có |tính )*điểm|không (?:đạt|trừ)$", re.IGNORECASE
        ),
    ),
    (
        "something",
        re.compile(
            r"(?:bị )?(?:trừ|được|đạt)? ?(?:[1-9]\d*(?:,\d+)?|0,\d+) ?điểm|điểm tối đa|đạt$"
            r"|(?:được )?(?:tính )?(?:điểm ?[=:] ?)?[a-z] ?/ ?[a-z] ?[×*x]",
            re.IGNORECASE,
        ),
    ),
)


def turned_conditions(document: Document) -> Iterator[Hit]:
    """What the text says of one answer to a question, the rule does for the other."""
    for row in document.set.criteria:
        asked = [letter for letter, figure in row.inputs.items() if figure.type == "yes_no"]
        if row.rule is None or len(asked) != 1:
            continue
        label, outcomes = row.inputs[asked[0]].label, dict(_outcomes(row, row.rule, asked[0]))
        clauses = list(_told(document.wording.numbered(row, "method"), label))
        wrong = [text for text, answer, told in clauses if outcomes.get(not answer) == told]
        if wrong and not any(outcomes.get(answer) == told for _, answer, told in clauses):
            yield Hit(row=row, detail=wrong[0], printed=wrong[0], facts={"line": wrong[0], "case": label})


def _outcomes(row: Row, rule: Rule, letter: str) -> Iterator[tuple[bool, Outcome]]:
    """What each answer leads to, as far as the conditions of a row say it by this question alone."""
    aside = _wanted(row.not_applicable_when, letter)
    if aside is not None:
        yield aside, "aside"
        return
    # Of other rows ``method.other_case`` tells what each answer gives.
    is_plain = isinstance(rule, YesNoRule) and row.role in ("deduction", "condition")
    is_gate = isinstance(rule, GateRule) and rule.otherwise == FixedRule(gives_all=False)
    wanted = _wanted(next(rule.conditions()), letter) if is_plain or is_gate else None
    if wanted is not None:
        yield from ((wanted, "something"), (not wanted, "nothing"))


def _wanted(when: Condition | None, letter: str) -> bool | None:
    """The answer that a condition wants of a question; None where it asks something else."""
    answers = {Letter(letter): True, Not(Letter(letter)): False}
    return None if when is None else answers.get(when)


def _told(text: str, label: str) -> Iterator[tuple[str, bool, Outcome]]:
    """The clauses that answer a question, each with the answer and what it leads to."""
    for each in read_answers(text, label):
        told = next((name for name, pattern in _OUTCOMES if pattern.match(each.then)), None)
        if told:
            yield each.text, each.is_yes, told


CHECKS = (Check("method.turned_condition", "error", "rule and text", turned_conditions),)
