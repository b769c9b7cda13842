"""Formulas whose figures are named by words: "Điểm = 10 x (1 - số hồ sơ trễ/tổng số hồ sơ)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.formulas import (
    MAXIMUM,
    RATIO,
    Formula,
    Maximum,
    Name,
    NoFormulaError,
    Number,
    Operation,
    has_maximum,
    names_in,
    read_formula,
)
from chamdiem.annex.rules.trimming import tidy_label
from chamdiem.annex.rules.words import Token, phrase_at, text_of

Figures = tuple[tuple[str, str], ...]

_COUNTS = frozenset(("số", "tổng", "lượng", "kinh", "dân", "diện", "doanh", "vốn"))
_LETTERS = "abcdefgh"
_LONGEST = 20
# Words that only look like a limit or a sum.
_WHOLE = re.compile(r"\b(?:quá hạn|công cộng|cộng đồng|cộng tác)\b|(?<=số )điểm (?=cầu|phục|truy|giao|phát)")
# Inside the name of a figure these are a limit, a choice or a sum of its own.
_NO_NAME = frozenset(("tối", "quá", "hoặc", "nhưng", "nếu", "trừ", "điểm", "cộng", "nhất"))


def read_worded(tokens: Sequence[Token], body: str, known: Sequence[str]) -> tuple[Formula, Figures]:
    """A formula with a letter for every figure, and the names of the figures.

    Raises:
        NoFormulaError: Something else stands in it, or figures are taken from each other.
    """
    letters = [each for each in _LETTERS if each not in known]
    figures: dict[str, str] = {}
    labels: dict[str, str] = {}
    replaced: list[Token] = []
    place = 0
    while place < len(tokens):
        taken = _name(tokens, place)
        if not taken:
            replaced.append(tokens[place])
            place += 1
            continue
        label = text_of(tokens[place : place + taken], body)
        if label.casefold() not in figures and len(figures) == len(letters):
            raise NoFormulaError
        letter = figures.setdefault(
            label.casefold(), letters[len(figures)] if len(figures) < len(letters) else ""
        )
        labels.setdefault(letter, tidy_label(label))
        replaced.append(Token("word", letter, tokens[place].start, tokens[place + taken - 1].end))
        place += taken
    formula = read_formula(replaced, [*known, *figures.values()])
    if not figures or not _is_plain(formula):
        raise NoFormulaError
    return formula, tuple(labels.items())


def _name(tokens: Sequence[Token], place: int) -> int:
    """How many tokens the name of a figure takes, with brackets that belong to it."""
    if tokens[place].text not in _COUNTS or any(phrase_at(tokens, place, each) for each in (MAXIMUM, RATIO)):
        return 0
    end = place
    while end < len(tokens) and tokens[end].kind == "word" and tokens[end].text != "x":
        end += 1
    words = _WHOLE.sub("", " ".join(token.text for token in tokens[place:end])).split()
    if not 1 < len(words) <= _LONGEST or _NO_NAME & set(words):
        return 0
    return end - place


def _is_what_is_left(above: Operation, whole: Formula) -> bool:
    """As in "(tổng số hồ sơ - số hồ sơ trễ hạn) / tổng số hồ sơ": what is left of a whole, of that whole."""
    return (
        above.sign == "-"
        and above.left == whole
        and isinstance(whole, Name)
        and isinstance(above.right, Name)
    )


def _is_plain(formula: Formula) -> bool:
    """Whether figures are added, multiplied and divided only; one share may be what is left of all."""
    if not isinstance(formula, Operation):
        return True
    if formula.sign == "-" and isinstance(formula.left, Maximum) and has_maximum(formula.right):
        # "10 - (số hồ sơ trễ / tổng số hồ sơ) x 10": all points less a share of them.
        return _is_plain(formula.right)
    if (
        formula.sign == "/"
        and isinstance(formula.left, Operation)
        and _is_what_is_left(formula.left, formula.right)
    ):
        return True
    if formula.sign == "-" and not (isinstance(formula.left, Number) and formula.left.value == 1):
        return False
    if formula.sign == "-" and not (isinstance(formula.right, Operation) and formula.right.sign == "/"):
        return False
    if formula.sign == "*" and names_in(formula.left) and names_in(formula.right):
        return False
    return _is_plain(formula.left) and _is_plain(formula.right)
