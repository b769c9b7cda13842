"""Formulas in running text: ``Tỷ lệ = (c+d)/(a+b)``, ``Điểm = Tỷ lệ/80% * Điểm tối đa``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.words import Token, phrase_at, phrases

MAXIMUM = phrases(
    "điểm tối đa|số điểm tối đa|điểm tối đa của tiêu chí|mức điểm tối đa|tổng điểm tối đa|điểm chuẩn|"
    "điểm tối đa tiêu chí|thang điểm|thang điểm tối đa|điểm tiêu chí|số điểm chuẩn|điểm tối đa của chỉ số|"
    "số điểm của tiêu chí|điểm của tiêu chí|số điểm tiêu chí|điểm tối đa của mục|max"
)
RATIO = phrases(
    "tỷ lệ|tỷ lệ %|tỷ lệ phần trăm|tỷ lệ đạt|tỷ lệ đạt được|tỷ lệ thực hiện|tỷ lệ này|tỷ lệ thực tế|"
    "tỷ lệ hoàn thành|tỷ trọng|tỷ trọng đạt|tỷ trọng đạt được|tỷ trọng này"
)
# Behind a ratio these turn it, compare it or join it with another.
_NO_NAME = frozenset(
    ("nghịch", "ngược", "nhưng", "và", "hoặc", "nếu", "nhất", "so", "nhân", "chia", "điểm", "trung")
)
# A formula people print is short; what is longer is prose, or a trap.
_MOST_TOKENS = 120


@dataclass(frozen=True, slots=True)
class Number:
    """A constant."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A letter, a named ratio, or words for a figure."""

    name: str
    is_words: bool = False


@dataclass(frozen=True, slots=True)
class Maximum:
    """The maximum points of the row."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Two formulas joined by + - * or /."""

    sign: str
    left: Formula
    right: Formula


Formula = Number | Name | Maximum | Operation


class NoFormulaError(ValueError):
    """The words here are no formula."""


def read_formula(tokens: Sequence[Token], known: Sequence[str]) -> Formula:
    """All tokens as one formula.

    Args:
        tokens: What stands behind the sign of equality.
        known: Letters and names defined elsewhere in the text.

    Raises:
        NoFormulaError: Something is left over or lacking.
    """
    if len(tokens) > _MOST_TOKENS:
        raise NoFormulaError
    reading = _Reading(tokens, known)
    formula = reading.sum()
    if reading.place != len(tokens):
        raise NoFormulaError
    return formula


@dataclass(slots=True)
class _Reading:
    """Recursive descent over the tokens."""

    tokens: Sequence[Token]
    known: Sequence[str]
    place: int = 0

    def sum(self) -> Formula:
        left = self.product()
        while (sign := self._sign("+-")) is not None:
            left = Operation(sign, left, self.product())
        return left

    def product(self) -> Formula:
        left = self.operand()
        while True:
            if (sign := self._sign("*/")) is not None:
                left = Operation(sign, left, self.operand())
            elif self._is_factor_left_out(left):
                # "1/3 Điểm tối đa", "0,5b": the sign of the product is left out.
                left = Operation("*", left, self.operand())
            else:
                return left

    def _is_factor_left_out(self, left: Formula) -> bool:
        if phrase_at(self.tokens, self.place, MAXIMUM):
            return not isinstance(left, Name)
        if self.place == len(self.tokens) or not isinstance(left, Number):
            return False
        number, letter = self.tokens[self.place - 1], self.tokens[self.place]
        return number.kind == "number" and letter.text in self.known and number.end == letter.start

    def operand(self) -> Formula:
        if self._sign("(") is not None:
            inner = self.sum()
            if self._sign(")") is None:
                raise NoFormulaError
            return inner
        if taken := phrase_at(self.tokens, self.place, MAXIMUM):
            self.place += taken
            return Maximum()
        if taken := phrase_at(self.tokens, self.place, RATIO):
            self.place += taken
            name = self._numbered("tỷ lệ")
            return Name(f"{name} {words}" if name == "tỷ lệ" and (words := self._words()) else name)
        token = self._next()
        if token.kind in ("number", "percent"):
            return Number(token.number)
        if token.kind == "word" and token.text in self.known:
            self._percent_sign()
            return Name(token.text)
        raise NoFormulaError

    def _numbered(self, name: str) -> str:
        token = self.tokens[self.place] if self.place < len(self.tokens) else None
        if token is not None and token.kind == "number" and token.number in (1, 2, 3):
            self.place += 1
            return f"{name} {token.text}"
        self._percent_sign()
        return name

    def _words(self) -> str:
        """What a ratio is called, with what it leaves out: "hồ sơ được số hóa (trừ hồ sơ mật)"."""
        end, depth, found = self.place, 0, []
        while end < len(self.tokens) and (self.tokens[end].kind == "word" or self.tokens[end].text in "()"):
            depth += {"(": 1, ")": -1}.get(self.tokens[end].text, 0)
            if depth < 0 or (self.tokens[end].text == "x" and not depth):
                break
            found.append(self.tokens[end].text)
            end += 1
        is_ended = end == len(self.tokens) or self.tokens[end].text in ("*", "/", "+", "-", ")", "x")
        if not found or depth > 0 or not is_ended or found[0] == "(" or _NO_NAME & set(found):
            return ""
        self.place = end
        return re.sub(r"\( | \)", lambda match: match[0].strip(), " ".join(found))

    def _percent_sign(self) -> None:
        if self.place < len(self.tokens) and self.tokens[self.place].text == "%":
            self.place += 1

    def _sign(self, signs: str) -> str | None:
        token = self.tokens[self.place] if self.place < len(self.tokens) else None
        if token is None or token.kind != "sign" or token.text not in signs:
            return None
        self.place += 1
        return token.text

    def _next(self) -> Token:
        if self.place >= len(self.tokens):
            raise NoFormulaError
        self.place += 1
        return self.tokens[self.place - 1]


# --- working with formulas ----------------------------------------------------------------


def names_in(formula: Formula) -> list[str]:
    """The names a formula reads, in order of appearance."""
    if isinstance(formula, Name):
        return [formula.name]
    if isinstance(formula, Operation):
        return list(dict.fromkeys((*names_in(formula.left), *names_in(formula.right))))
    return []


def substitute(formula: Formula, meanings: Mapping[str, Formula]) -> Formula:
    """The formula with names replaced by what they mean, to the bottom."""
    if isinstance(formula, Name) and formula.name in meanings:
        rest = {name: meaning for name, meaning in meanings.items() if name != formula.name}
        return substitute(meanings[formula.name], rest)
    if isinstance(formula, Operation):
        return Operation(
            formula.sign, substitute(formula.left, meanings), substitute(formula.right, meanings)
        )
    return formula


def without_maximum(formula: Formula) -> Formula | None:
    """Points as a share of the maximum; None unless every term holds the maximum exactly once as a factor."""
    if isinstance(formula, Maximum):
        return Number(Fraction(1))
    if not isinstance(formula, Operation):
        return None
    left, right = without_maximum(formula.left), without_maximum(formula.right)
    if formula.sign in "+-":
        return None if left is None or right is None else Operation(formula.sign, left, right)
    if formula.sign == "/":
        return None if left is None or has_maximum(formula.right) else Operation("/", left, formula.right)
    if left is not None and not has_maximum(formula.right):
        return Operation("*", left, formula.right)
    return None if right is None or has_maximum(formula.left) else Operation("*", formula.left, right)


def has_maximum(formula: Formula) -> bool:
    """Whether the maximum stands in it."""
    if isinstance(formula, Operation):
        return has_maximum(formula.left) or has_maximum(formula.right)
    return isinstance(formula, Maximum)


def formula_text(formula: Formula, level: int = 0) -> str:
    """The formula as an expression of the set format.

    Raises:
        NoFormulaError: It still holds the maximum.
    """
    if isinstance(formula, Number):
        text = amount_text(formula.value)
        return f"({text})" if "/" in text and level else text
    if isinstance(formula, Name):
        return formula.name
    if isinstance(formula, Maximum):
        raise NoFormulaError
    own = 1 if formula.sign in "+-" else 2
    right_level = own + (formula.sign in "-/")
    text = f"{formula_text(formula.left, own)} {formula.sign} {formula_text(formula.right, right_level)}"
    return f"({text})" if own < level else text
