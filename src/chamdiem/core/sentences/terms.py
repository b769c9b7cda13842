"""Terms with letters, or with values in their place: ``(66.140 + 46.252) / 185.008``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from chamdiem.core.expression import Binary, Letter, Negative, Number, Term
from chamdiem.core.inputs import PERCENT, Input
from chamdiem.core.quotient import Values
from chamdiem.core.rules.rule import Scope
from chamdiem.core.sentences.numbers import NumberStyle
from chamdiem.core.sentences.voice import Voice

Write = Callable[[Values], str]

_SUM, _PRODUCT, _SIGN, _ATOM = range(4)
_HUNDRED = 100
_SIGNS = {"+": "+", "-": "-", "*": "×", "/": "/"}
# Stands for a letter in a half-written term; no number contains it.
_SLOT = "\0"


def term_text(term: Term, numbers: NumberStyle) -> str:
    """A term with its letters: ``(b + c) / a``."""
    template, letters = _template(term, numbers)
    for letter in letters:
        template = template.replace(_SLOT, letter, 1)
    return template


def term_writer(term: Term, scope: Scope, voice: Voice) -> Write:
    """A function that writes a term with values in place of letters.

    A letter whose value is missing stays a letter: it was not needed.
    """
    template, letters = _template(term, voice.numbers)
    if isinstance(term, Letter):
        return value_writer(term.name, scope, voice)
    pieces = template.split(_SLOT)
    shows = [(scope.positions[letter], _value_in_term(letter, scope, voice)) for letter in letters]
    first, rest = pieces[0], pieces[1:]
    if len(shows) == 2 and not first and not rest[1]:
        return _two_values(shows, rest[0])

    def write(values: Values) -> str:
        text = first
        for (position, show), piece in zip(shows, rest, strict=True):
            text += show(values[position]) + piece
        return text

    return write


def value_writer(letter: str, scope: Scope, voice: Voice) -> Write:
    """A function that writes the value of one letter as such: ``7``, ``5 ngày (05/11/2023)``."""
    position, given = scope.positions[letter], scope.inputs[letter]
    if given.type == "date":
        return lambda values: _day_text(values[position], given, letter, voice)
    show = _value_shower(letter, given, voice.numbers)
    return lambda values: show(values[position])


def is_divided(term: Term) -> bool:
    """Whether the term divides a figure, or by one: then it is a ratio, as ``n / 12`` months."""
    match term:
        case Binary("/", left, right):
            return not isinstance(right, Number) or _has_letter(left)
        case Binary(_, left, right):
            return is_divided(left) or is_divided(right)
        case Negative(operand):
            return is_divided(operand)
        case _:
            return False


def is_of_a_hundred(term: Term) -> bool:
    """Whether a share is counted in hundredths already: ``100 * a / b``, ``100 - 100 * a / b``."""
    match term:
        case Binary("/", Binary("*", Number(value), _), _) | Binary("*", Number(value), Binary("/", _, _)):
            return value == _HUNDRED
        case Binary("+" | "-", left, right):
            return is_of_a_hundred(left) or is_of_a_hundred(right)
        case _:
            return False


def _has_letter(term: Term) -> bool:
    match term:
        case Letter():
            return True
        case Binary(_, left, right):
            return _has_letter(left) or _has_letter(right)
        case Negative(operand):
            return _has_letter(operand)
        case _:
            return False


def _two_values(shows: list[tuple[int, Callable[[int | None], str]]], between: str) -> Write:
    (left, show_left), (right, show_right) = shows
    return lambda values: show_left(values[left]) + between + show_right(values[right])


def _template(term: Term, numbers: NumberStyle) -> tuple[str, list[str]]:
    letters: list[str] = []
    text, _ = _pieces(term, numbers, letters)
    return text, letters


def _pieces(term: Term, numbers: NumberStyle, letters: list[str]) -> tuple[str, int]:
    """The text of a term with slots for its letters, and how tightly it binds."""
    match term:
        case Number(_, text):
            return _literal(text, numbers), _ATOM
        case Letter(name):
            letters.append(name)
            return _SLOT, _ATOM
        case Negative(operand):
            return f"-{_within(operand, _SIGN, numbers, letters)}", _SIGN
        case Binary(operator, left, right):
            level = _SUM if operator in "+-" else _PRODUCT
            first = _within(left, level, numbers, letters)
            second = _within(right, level + 1, numbers, letters)
            return f"{first} {_SIGNS[operator]} {second}", level


def _within(term: Term, least: int, numbers: NumberStyle, letters: list[str]) -> str:
    text, level = _pieces(term, numbers, letters)
    return text if level >= least else f"({text})"


def _literal(text: str, numbers: NumberStyle) -> str:
    """A number as the set writes it, in the manner of the language."""
    digits, percent = text.removesuffix("%"), "%" if text.endswith("%") else ""
    head, _, tail = digits.partition(".")
    whole = numbers.whole(int(head))
    return f"{whole}{numbers.point}{tail}{percent}" if tail else f"{whole}{percent}"


def _value_shower(letter: str, given: Input, numbers: NumberStyle) -> Callable[[int | None], str]:
    digits = given.decimals if given.type == "decimal" else 0
    if not digits:
        whole = numbers.whole
        return lambda value: letter if value is None else whole(value)
    return lambda value: letter if value is None else numbers.decimal(value, digits)


def _value_in_term(letter: str, scope: Scope, voice: Voice) -> Callable[[int | None], str]:
    show = _value_shower(letter, scope.inputs[letter], voice.numbers)

    def in_term(value: int | None) -> str:
        text = show(value)
        return f"({text})" if text[0] == "-" else text

    return in_term


def _day_text(value: int | None, given: Input, letter: str, voice: Voice) -> str:
    """``01/04/2026 (1 ngày sau 31/03/2026)``; the day counted from stands alone."""
    if value is None:
        return letter
    day, since = _day(given, value), _day(given, 0)
    if not value:
        return day
    days = day_count(voice.numbers.whole(abs(value)), voice)
    return voice.say("days_after" if value > 0 else "days_before", days=days, since=since, date=day)


def _day(given: Input, days: int) -> str:
    return f"{date.fromordinal(_since(given).toordinal() + days):%d/%m/%Y}"


def _since(given: Input) -> date:
    return given.since or date(1970, 1, 1)


def day_count(number: str, voice: Voice) -> str:
    """``5 ngày``; in English ``1 day`` alone has no s."""
    return voice.say("one_day" if number == "1" else "day_count", days=number)


def with_unit(number: str, unit: str) -> str:
    """``12 cuộc``, ``90%``, or the bare number."""
    return f"{number}{unit}" if unit == PERCENT else f"{number} {unit}".rstrip()


def unit_of(term: Term, scope: Scope) -> str:
    """The unit a term is counted in: ``cuộc``, ``lượt/người``; empty where it has none."""
    match term:
        case Letter(name) if name in scope.inputs:
            return scope.inputs[name].unit
        case Binary("+" | "-", left, right):
            unit = unit_of(left, scope)
            other = unit_of(right, scope)
            return other if unit == other or (isinstance(left, Number) and other == PERCENT) else ""
        case Binary("/", Binary("*", Number(value), part), whole) if value == _HUNDRED:
            return PERCENT if unit_of(part, scope) == unit_of(whole, scope) else ""
        case Binary("/", Letter() as left, Letter() as right):
            units = unit_of(left, scope), unit_of(right, scope)
            return "/".join(units) if all(units) and units[0] != units[1] else ""
        case _:
            return ""


def is_day(term: Term, scope: Scope) -> bool:
    """Whether a term is a date: a number of days after another day."""
    return isinstance(term, Letter) and term.name in scope.inputs and scope.inputs[term.name].type == "date"


def counts_days(term: Term, scope: Scope) -> bool:
    """Whether a term comes out in days: a date, or dates and numbers added and taken off."""
    match term:
        case Binary("+" | "-", left, right):
            sides = [side for side in (left, right) if not isinstance(side, Number)]
            return bool(sides) and all(counts_days(side, scope) for side in sides)
        case Negative(operand):
            return counts_days(operand, scope)
        case _:
            return is_day(term, scope)


def day_since(term: Letter, scope: Scope) -> str:
    """The day a date is counted from: ``31/10/2023``."""
    return _day(scope.inputs[term.name], 0)


def compared_day(term: Letter, days: Fraction, scope: Scope, voice: Voice) -> str:
    """The day a date is compared with; so many days where the calendar has no such day."""
    ordinal = _since(scope.inputs[term.name]).toordinal() + days
    if days.denominator == 1 and 1 <= ordinal <= date.max.toordinal():
        return _day(scope.inputs[term.name], int(days))
    return day_count(voice.numbers.exact(days), voice)


def day_term(term: Letter, scope: Scope, voice: Voice) -> str:
    """``số ngày sau 31/10/2023 (t)``."""
    return voice.say("days_of", since=day_since(term, scope), letter=term.name)


def days_late(days: str, term: Letter, scope: Scope, voice: Voice) -> str:
    """``5 ngày chậm so với 31/10/2023``."""
    return voice.say("days_late", days=days, since=day_since(term, scope))


def day_unit(term: Term, scope: Scope, voice: Voice) -> str:
    """``ngày chậm so với 31/10/2023``, or ``ngày`` of a sum of dates; empty for anything else."""
    if isinstance(term, Letter) and is_day(term, scope):
        return voice.say("day_late", since=day_since(term, scope))
    return voice.phrases["day"] if counts_days(term, scope) else ""
