"""The tiny arithmetic of rules: ``(b + c) / a``, ``n = 0 and x``.

Sums, products, quotients, comparisons, ``and or not``: nothing else. No
functions, no names beyond the letters of the row, at most 400 characters and
30 levels of nesting; so a rule can be edited in a form, checked and explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from chamdiem.core.points import exact

MAX_LENGTH = 400
MAX_DEPTH = 30

Comparison = Literal["=", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Number:
    """A literal, kept with the text it was written as."""

    value: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """An input of the row."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something."""

    operand: Term


@dataclass(frozen=True, slots=True)
class Binary:
    """A sum, difference, product or quotient."""

    operator: Literal["+", "-", "*", "/"]
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of two terms."""

    operator: Comparison
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    operand: Condition


@dataclass(frozen=True, slots=True)
class Both:
    """Left and right; the right side is read only when the left one holds."""

    left: Condition
    right: Condition


@dataclass(frozen=True, slots=True)
class Either:
    """Left or right; the right side is read only when the left one fails."""

    left: Condition
    right: Condition


Term = Number | Letter | Negative | Binary
Condition = Compare | Not | Both | Either | Letter
Expression = Term | Condition


class ExpressionError(ValueError):
    """The text is not an expression; ``code`` and ``facts`` say why."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        self.facts = facts
        super().__init__(code, facts)


_TOKEN = re.compile(r"\s*(?:([0-9]{1,18}(?:\.[0-9]{1,12})?%?)|([^\W\d_]\w{0,20})|(<=|>=|!=|[-+*/()=<>]))")
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_SIGNS = _COMPARISONS | frozenset("+-*/()") | {"and", "or", "not"}
_DIGITS = tuple("0123456789")
_WORDS = frozenset({"and", "or", "not"})


def parse_term(text: str) -> Term:
    """Read an arithmetic expression.

    Raises:
        ExpressionError: Says what is wrong and where.
    """
    node = _parse(text)
    return _as_term(node, text)


def parse_condition(text: str) -> Condition:
    """Read a condition: comparisons and yes/no letters joined by and, or, not.

    Raises:
        ExpressionError: Says what is wrong and where.
    """
    node = _parse(text)
    return _as_condition(node, text)


def letters_in(expression: Expression) -> tuple[str, ...]:
    """The letters an expression reads, each once, in order of appearance."""
    return tuple(dict.fromkeys(_letters(expression)))


def yes_no_letters(condition: Condition) -> tuple[str, ...]:
    """The letters a condition reads as yes or no."""
    match condition:
        case Letter(name):
            return (name,)
        case Compare():
            return ()
        case Not(operand):
            return yes_no_letters(operand)
        case Both(left, right) | Either(left, right):
            return (*yes_no_letters(left), *yes_no_letters(right))


def comparisons_in(condition: Condition) -> Iterator[Compare]:
    """Every comparison inside a condition."""
    match condition:
        case Compare():
            yield condition
        case Not(operand):
            yield from comparisons_in(operand)
        case Both(left, right) | Either(left, right):
            yield from comparisons_in(left)
            yield from comparisons_in(right)


def _letters(node: Expression) -> list[str]:
    match node:
        case Number():
            return []
        case Letter(name):
            return [name]
        case Negative(operand) | Not(operand):
            return _letters(operand)
        case _:
            return _letters(node.left) + _letters(node.right)


def _parse(text: str) -> Expression:
    if len(text) > MAX_LENGTH:
        raise ExpressionError("expression.too_long", most=str(MAX_LENGTH))
    return _Parser(text).parse()


def _as_term(node: Expression, text: str) -> Term:
    if isinstance(node, Compare | Not | Both | Either):
        raise ExpressionError("expression.not_a_number", text=text)
    return node


def _as_condition(node: Expression, text: str) -> Condition:
    if isinstance(node, Number | Negative | Binary):
        raise ExpressionError("expression.not_a_condition", text=text)
    return node


class _Parser:
    """Recursive descent, one method per precedence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._next = 0
        self._depth = 0

    def parse(self) -> Expression:
        node = self._either()
        if self._next < len(self._tokens):
            raise self._unexpected()
        return node

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._peek()
        self._next += 1
        return token

    def _unexpected(self) -> ExpressionError:
        token = self._peek()
        if not token:
            return ExpressionError("expression.ends_early", text=self._text)
        code = "expression.misplaced" if token in _SIGNS else "expression.unexpected"
        return ExpressionError(code, text=self._text, token=token)

    def _either(self) -> Expression:
        node = self._both()
        while self._peek() == "or":
            self._take()
            right = _as_condition(self._both(), self._text)
            node = Either(_as_condition(node, self._text), right)
        return node

    def _both(self) -> Expression:
        node = self._negation()
        while self._peek() == "and":
            self._take()
            right = _as_condition(self._negation(), self._text)
            node = Both(_as_condition(node, self._text), right)
        return node

    def _negation(self) -> Expression:
        if self._peek() != "not":
            return self._comparison()
        self._deeper()
        self._take()
        node = Not(_as_condition(self._negation(), self._text))
        self._depth -= 1
        return node

    def _comparison(self) -> Expression:
        left = self._sum()
        operator = self._peek()
        if operator not in _COMPARISONS:
            return left
        self._take()
        right = _as_term(self._sum(), self._text)
        return Compare(operator, _as_term(left, self._text), right)  # type: ignore[arg-type]  # checked above

    def _sum(self) -> Expression:
        node = self._product()
        while self._peek() in ("+", "-"):
            operator = self._take()
            right = _as_term(self._product(), self._text)
            node = Binary(operator, _as_term(node, self._text), right)  # type: ignore[arg-type]  # checked above
        return node

    def _product(self) -> Expression:
        node = self._factor()
        while self._peek() in ("*", "/"):
            operator = self._take()
            right = _as_term(self._factor(), self._text)
            node = Binary(operator, _as_term(node, self._text), right)  # type: ignore[arg-type]  # checked above
        return node

    def _factor(self) -> Expression:
        token = self._take()
        if token == "-":
            self._deeper()
            node: Expression = Negative(_as_term(self._factor(), self._text))
            self._depth -= 1
            return node
        if token == "(":
            self._deeper()
            node = self._either()
            if self._take() != ")":
                self._next -= 1
                raise self._unexpected()
            self._depth -= 1
            return node
        if token.startswith(_DIGITS):
            return Number(exact(token), token)
        if token and token[0].isalpha() and token not in _WORDS:
            return Letter(token)
        self._next -= 1
        raise self._unexpected()

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ExpressionError("expression.too_deep", most=str(MAX_DEPTH))


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    position = 0
    end = len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            raise ExpressionError("expression.unexpected", text=text, token=text[position:].strip()[:1])
        tokens.append(match.group().strip())
        position = match.end()
    if not tokens:
        raise ExpressionError("expression.empty")
    return tokens
