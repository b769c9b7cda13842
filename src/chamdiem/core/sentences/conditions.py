"""Conditions in words: as the rule states them, and as the values decide them.

With values, the text is always a true statement: where ``c / a >= 80%`` fails it
reads ``30 / 100 = 30% < 80%``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from chamdiem.core.conditions import opposite, test_of
from chamdiem.core.exact import checker
from chamdiem.core.expression import Both, Compare, Condition, Either, Letter, Not, Number, Term
from chamdiem.core.quotient import MissingInput, Values, evaluator, quotient_of
from chamdiem.core.rules.rule import Scope
from chamdiem.core.sentences.measures import threshold_writer
from chamdiem.core.sentences.numbers import Pair, in_percent, sign
from chamdiem.core.sentences.terms import (
    Write,
    compared_day,
    is_day,
    is_divided,
    term_text,
    term_writer,
    unit_of,
)
from chamdiem.core.sentences.voice import Voice

SIGNS = {"=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_OPPOSITE = {"=": "≠", "!=": "=", "<": "≥", "<=": ">", ">": "≤", ">=": "<"}

_OR, _AND, _ATOM = range(3)

# Whether a condition holds (None while a figure is missing), and the statement that shows it.
Finding = tuple[bool | None, str]
Find = Callable[[Values], Finding]


def name_of(letter: str, scope: Scope) -> str:
    """The label of a letter, or the letter where it has none."""
    return scope.inputs[letter].label or letter


def condition_text(condition: Condition, scope: Scope, voice: Voice) -> str:
    """A condition as the rule states it: ``n = 0 và “Đã rà soát” là Có``."""
    return _stated(condition, scope, voice)[0]


def failing_text(condition: Condition, scope: Scope, voice: Voice) -> str:
    """What holds where a condition fails: ``a > b`` for ``a <= b``."""
    return _stated(opposite(condition), scope, voice)[0]


def finder(condition: Condition, scope: Scope, voice: Voice) -> Find:
    """A function that says how a condition comes out, naming only what decided it."""
    match condition:
        case Letter(name):
            return _letter_finder(name, scope, voice)
        case Compare():
            return _compare_finder(condition, scope, voice)
        case Not(Letter(name)):
            answered = _letter_finder(name, scope, voice)
            return lambda values: _negated(answered(values))
        case Not(inner):
            return finder(opposite(inner), scope, voice)
        case Both(left, right):
            return _joined(left, right, scope, voice, decides=False)
        case Either(left, right):
            return _joined(left, right, scope, voice, decides=True)


def _stated(condition: Condition, scope: Scope, voice: Voice) -> tuple[str, int]:
    """The text of a condition, and how tightly it binds."""
    match condition:
        case Letter(name) | Not(Letter(name)):
            answer = voice.yes_no(isinstance(condition, Letter))
            return voice.say("rule_answer", name=name_of(name, scope), answer=answer), _ATOM
        case Compare(operator, left, right):
            first, second = term_text(left, voice.numbers), term_text(right, voice.numbers)
            if isinstance(right, Number) and (_counts(left, scope) or not right.text.endswith("%")):
                write = threshold_writer(left, scope, voice, is_percent=False)
                second = _day_compared(condition, scope, voice) or write(right.value)
            return f"{first} {SIGNS[operator]} {second}", _ATOM
        case Not(inner):
            return _stated(opposite(inner), scope, voice)
        case Both(left, right) | Either(left, right):
            level, word = (_AND, "and") if isinstance(condition, Both) else (_OR, "or")
            sides = [_stated(side, scope, voice) for side in (left, right)]
            # An "and" beside an "or" stands in brackets, though the grammar needs none: people do.
            texts = [text if binds in (level, _ATOM) else f"({text})" for text, binds in sides]
            return voice.phrases[word].join(texts), level


def _letter_finder(name: str, scope: Scope, voice: Voice) -> Find:
    position, label = scope.positions[name], name_of(name, scope)
    unknown = voice.say("lacks", text=label)
    texts = {flag: f"{label}: {voice.yes_no(flag)}" for flag in (True, False)}

    def find(values: Values) -> Finding:
        value = values[position]
        return (None, unknown) if value is None else (bool(value), texts[bool(value)])

    return find


def _negated(finding: Finding) -> Finding:
    holds, text = finding
    return (None if holds is None else not holds), text


def _joined(left: Condition, right: Condition, scope: Scope, voice: Voice, *, decides: bool) -> Find:
    """Two sides; one that comes out as ``decides`` settles it, and is all there is to say.

    While neither does, the first that lacks a figure is.
    """
    sides = [finder(side, scope, voice) for side in (left, right)]
    between = voice.phrases["and"]

    def find(values: Values) -> Finding:
        found = []
        for side in sides:
            finding = side(values)
            if finding[0] is decides:
                return finding
            found.append(finding)
        for finding in found:
            if finding[0] is None:
                return finding
        return not decides, between.join(text for _, text in found)

    return find


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a comparison: its value, its text, and whether the text already is the value."""

    evaluate: Callable[[Values], Pair]
    write: Write
    is_plain: bool

    @classmethod
    def of(cls, term: Term, scope: Scope, voice: Voice) -> _Side:
        """A side made ready."""
        evaluate = evaluator(scope.bind(quotient_of(term)))
        return cls(evaluate, term_writer(term, scope, voice), isinstance(term, Letter | Number))


def _compare_finder(compare: Compare, scope: Scope, voice: Voice) -> Find:
    left, right = _Side.of(compare.left, scope, voice), _Side.of(compare.right, scope, voice)
    number = _day_compared(compare, scope, voice)
    if not number and isinstance(compare.right, Number) and _counts(compare.left, scope):
        number = voice.numbers.exact(compare.right.value)
    if number:
        right = replace(right, write=lambda _: number)
    is_percent = _is_percent(compare)
    label = _label(compare.left, scope)
    lacking = _lacking_finder(compare, (left, right), scope, voice)

    def find(values: Values) -> Finding:
        try:
            pairs = left.evaluate(values), right.evaluate(values)
        except MissingInput:
            return lacking(values)
        for side, (_, below) in zip((left, right), pairs, strict=True):
            if not below:
                return False, voice.say("divides_by_zero", text=side.write(values))
        holds = _holds(compare.operator, *pairs)
        operator = (SIGNS if holds else _OPPOSITE)[compare.operator]
        first = _valued(left, values, pairs[0], pairs[1], voice, is_percent=is_percent)
        second = _valued(right, values, pairs[1], pairs[0], voice, is_percent=is_percent)
        # A figure that is just the number it is compared with: ``0 ≤ 0`` says no more than ``0``.
        is_limit = isinstance(compare.right, Number) and _holds("=", *pairs)
        if label and (operator == "=" or is_limit):
            return holds, f"{label}{second}"
        return holds, f"{label}{first} {operator} {second}"

    return find


def _lacking_finder(compare: Compare, sides: tuple[_Side, _Side], scope: Scope, voice: Voice) -> Find:
    """How a comparison comes out where a side lacks a figure: open, unless the rest settles it."""
    test = checker(test_of(compare, scope))
    label = _label(compare.left, scope)

    def find(values: Values) -> Finding:
        try:
            holds = test(values)
        except MissingInput:
            return None, voice.say("lacks", text=label + sides[0].write(values))
        for side in sides:
            if _divides_by_zero(side, values):
                return False, voice.say("divides_by_zero", text=side.write(values))
        stated = condition_text if holds else failing_text
        return holds, stated(compare, scope, voice)

    return find


def _divides_by_zero(side: _Side, values: Values) -> bool:
    try:
        return not side.evaluate(values)[1]
    except MissingInput:
        return False


def _day_compared(compare: Compare, scope: Scope, voice: Voice) -> str:
    """The day a date is compared with; empty for any other comparison."""
    match compare:
        case Compare(_, Letter() as left, Number(value, _)) if is_day(left, scope):
            return compared_day(left, value, scope, voice)
        case _:
            return ""


def _counts(term: Term, scope: Scope) -> bool:
    """Whether a term is a figure in a unit, itself in percent maybe: ``80%`` means 0,8 of it."""
    return bool(unit_of(term, scope)) and not is_divided(term)


def _label(term: Term, scope: Scope) -> str:
    """``Số sự cố = `` before the value of a letter that has a label."""
    label = scope.inputs[term.name].label if isinstance(term, Letter) else ""
    return f"{label} = " if label else ""


def _is_percent(compare: Compare) -> bool:
    """Whether shares are compared: a ratio with a number up to 1, or two ratios; half of a sum is none."""
    match compare:
        case Compare(_, term, Number(value, _)) | Compare(_, Number(value, _), term):
            return is_divided(term) and abs(value) <= 1
        case Compare(_, left, right):
            return not (quotient_of(left).is_whole or quotient_of(right).is_whole)


def _holds(operator: str, left: Pair, right: Pair) -> bool:
    difference = left[0] * right[1] - right[0] * left[1]
    match operator:
        case "=":
            return difference == 0
        case "!=":
            return difference != 0
        case "<":
            return difference < 0
        case "<=":
            return difference <= 0
        case ">":
            return difference > 0
        case _:
            return difference >= 0


def _valued(side: _Side, values: Values, value: Pair, guard: Pair, voice: Voice, *, is_percent: bool) -> str:
    """``30 / 100 = 30%``: the term and its value, told apart from the other side's."""
    text = side.write(values)
    if side.is_plain:
        return text
    if is_percent:
        shown, is_exact = voice.numbers.ratio(*value, in_percent((guard,)))
    else:
        shown, is_exact = voice.numbers.number(*value, (guard,))
    return f"{text} {sign(is_exact=is_exact)} {shown}"
