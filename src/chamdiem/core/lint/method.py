"""The rule against the literal calculation text: formulas and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.expression import letters_in
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.printed_formulas import agrees, given_otherwise, is_changed
from chamdiem.core.lint.rule_numbers import constants_in, turned_round, values_of
from chamdiem.core.rules.rule import walk
from chamdiem.core.unparse import unparse

_QUOTIENT = re.compile(r"(?<![\w/])([a-e])\s*(?:/|chia(?: cho)?)\s*([a-e])(?![\w/])")
_PARENTHESIS = re.compile(r"\((\d+)\s+[^)]*\)")


def formula_against_rule(document: Document) -> Iterator[Hit]:
    """The formula printed in the text is not the one the rule computes."""
    for row, rule in document.computed:
        values = list(values_of(rule))
        for formula in document.wording.calculation(row).formulas:
            could_be = [*values, *turned_round(rule)]
            gives = given_otherwise(formula, rule, row.max_points or Fraction(1))
            is_other = not agrees(formula, could_be) or is_changed(formula, row, rule, document)
            if set(letters_in(formula.term)) <= set(row.inputs) and (is_other or gives):
                computed = unparse(gives or values[0]) if values else ""
                facts: Facts = {"formula": formula.text, "read": unparse(formula.term), "rule": computed}
                yield Hit(
                    row=row,
                    detail=unparse(formula.term),
                    printed=formula.text,
                    computed=computed,
                    facts=facts,
                )


def letters_without_input(document: Document) -> Iterator[Hit]:
    """The text explains a letter that is no input of the row."""
    for row, rule in document.computed:
        constants = {
            number for inner in walk(rule) for term in inner.terms() for number in constants_in(term)
        }
        meanings = document.wording.calculation(row).meanings
        for letter, meaning in meanings.items():
            stated = {Fraction(each) for each in _PARENTHESIS.findall(meaning)}
            # The only letter of a text may be known by its words.
            labels = [fold(given.label) for given in row.inputs.values()] if len(meanings) == 1 else []
            is_called = any(fold(meaning) in label for label in labels)
            if letter not in row.inputs and not is_called and not stated & constants:
                yield Hit(
                    row=row, detail=letter, printed=letter, facts={"letter": letter, "meaning": meaning}
                )


def letters_not_printed(document: Document) -> Iterator[Hit]:
    """The rule reads a letter the text does not explain, although it explains others."""
    for row, rule in document.computed:
        calculation = document.wording.calculation(row)
        meanings = {letter.casefold() for letter in calculation.meanings}
        used = {letter for each in calculation.formulas for letter in letters_in(each.term)}
        meanings |= {letter.casefold() for letter in used - calculation.results}
        # "Gọi M là tỷ lệ a/b": the letters of the ratio are printed.
        if meanings:
            meanings.update(*_QUOTIENT.findall(document.wording.method(row)))
        read = dict.fromkeys(
            letter for inner in walk(rule) for term in inner.terms() for letter in letters_in(term)
        )
        for letter in read:
            if meanings and letter in "abcde" and letter not in meanings:
                yield Hit(row=row, detail=letter, computed=letter, facts={"letter": letter})


CHECKS = (
    Check("method.formula", "error", "rule and text", formula_against_rule),
    Check("method.letter", "warning", "rule and text", letters_without_input),
    Check("method.letter_not_printed", "warning", "rule and text", letters_not_printed),
)
