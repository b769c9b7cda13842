"""Expressions back to canonical text, with no more brackets than needed."""

from __future__ import annotations

from chamdiem.core.expression import (
    Binary,
    Both,
    Compare,
    Either,
    Expression,
    Letter,
    Negative,
    Not,
    Number,
)

_OR, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _SIGN, _ATOM = range(8)


def unparse(expression: Expression) -> str:
    """The canonical text of an expression; parsing it gives the same tree.

    Example:
        >>> from chamdiem.core.expression import parse_term
        >>> unparse(parse_term("(c+d)/(a+b)"))
        '(c + d) / (a + b)'
    """
    return _text(expression)[0]


def _text(node: Expression) -> tuple[str, int]:
    match node:
        case Number(_, text):
            return text, _ATOM
        case Letter(name):
            return name, _ATOM
        case Negative(operand):
            return f"-{_within(operand, _SIGN)}", _SIGN
        case Not(operand):
            return f"not {_within(operand, _NOT)}", _NOT
        case Binary(operator, left, right):
            level = _SUM if operator in "+-" else _PRODUCT
            return f"{_within(left, level)} {operator} {_within(right, level + 1)}", level
        case Compare(operator, left, right):
            return f"{_within(left, _SUM)} {operator} {_within(right, _SUM)}", _COMPARE
        case Both(left, right):
            return f"{_within(left, _AND)} and {_within(right, _NOT)}", _AND
        case Either(left, right):
            return f"{_within(left, _OR)} or {_within(right, _AND)}", _OR


def _within(node: Expression, least: int) -> str:
    text, level = _text(node)
    return text if level >= least else f"({text})"
