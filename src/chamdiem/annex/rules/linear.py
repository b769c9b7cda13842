"""Points that grow or shrink evenly with numbers of things: "a x 0,2 + b x 0,3", "10 - 0,2 x n"."""

# Patterns stay on one line: so their wording can be read.

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.rules.formulas import Formula, Maximum, Name, Number, Operation
from chamdiem.annex.rules.material import Material
from chamdiem.annex.rules.ratios import Rule
from chamdiem.annex.rules.statements import Assignment, Cap, Definition, Statement, WordsRatio

_COUNTED = re.compile(r"(?:tổng )?số (?!điểm|tiền|vốn)", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(?:tối đa|không (?:quá|vượt quá)|cao nhất)\b", re.IGNORECASE)
_CONSTANT = ""


def by_linear(material: Material) -> Rule | None:
    """A sum of so many points for each of some things; or all points, less so many for each."""
    if len(material.points) != 1 or material.awards or material.eaches or material.of(WordsRatio):
        return None
    if material.of(Assignment):
        return None
    stated = material.points[0]
    terms = _terms(stated.formula, material.maximum)
    if terms is None or not _count_things(material, terms):
        return None
    start, prices = terms.pop(_CONSTANT, Fraction(0)), terms
    caps = [each for each in material.of(Cap) if each.most.of(material.maximum) == material.maximum]
    if start == 0 and all(each > 0 for each in prices.values()):
        kind = "count"
    elif start == material.maximum and all(each < 0 for each in prices.values()):
        kind = "deduct"
    else:
        return None
    material.use(stated, *caps)
    for letter in prices:
        if not material.figures.use(Name(letter)):
            return None
    if kind == "count" and not caps and not _AT_MOST.search(stated.clause.text):
        material.assume("văn bản không nói mức trần: cộng đến điểm tối đa của dòng")
    parts: list[dict[str, Any]] = [
        {"of": letter, "points_each": amount_text(abs(price))} for letter, price in prices.items()
    ]
    return {"kind": kind, "parts": parts}


def _count_things(material: Material, terms: dict[str, Fraction]) -> bool:
    """Whether every letter is a number of things, as the text says."""
    defined: dict[str, Statement] = {each.letter: each for each in material.of(Definition)}
    labels = material.figures.labels
    letters = terms.keys() - {_CONSTANT}
    return bool(letters) and all(
        letter in defined and _COUNTED.match(labels.get(letter, "")) for letter in letters
    )


def _terms(formula: Formula, maximum: Fraction) -> dict[str, Fraction] | None:
    """Each letter with its factor, and the number beside them; None where they are multiplied or divided."""
    if isinstance(formula, Number):
        return {_CONSTANT: formula.value}
    if isinstance(formula, Maximum):
        return {_CONSTANT: maximum}
    if isinstance(formula, Name):
        return {formula.name: Fraction(1)}
    if not isinstance(formula, Operation):
        return None
    left, right = _terms(formula.left, maximum), _terms(formula.right, maximum)
    if left is None or right is None:
        return None
    if formula.sign in ("+", "-"):
        sign = 1 if formula.sign == "+" else -1
        names = dict.fromkeys([*left, *right])
        return {name: left.get(name, Fraction(0)) + sign * right.get(name, Fraction(0)) for name in names}
    if formula.sign != "*":
        return None
    number, others = (left, right) if left.keys() == {_CONSTANT} else (right, left)
    if number.keys() != {_CONSTANT}:
        return None
    return {name: factor * number[_CONSTANT] for name, factor in others.items()}
