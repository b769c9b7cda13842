"""Letters that the text explains the other way round than the labels of the figures: ``m: chi đầu tư``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import words

# "m: chi đầu tư, n: chi thường xuyên".
_WITH_COLON = re.compile(
    r"(?:^|[;,\n(]|\b(?:với|trong đó|và)\b:?)\s*[-+•]?\s*([A-Za-z])\s*:\s*(?=[^\W\d_]{2})([^;,:\n)]+)",
    re.IGNORECASE,
)
# Words that tell no figure from another.
_GENERAL = frozenset(("số", "tổng", "lượng", "của", "các", "được", "đã", "trong", "là", "trên", "và"))
# How alike a meaning and the label of the other letter must be.
_ENOUGH = Fraction(3, 5)


def letters_exchanged(document: Document) -> Iterator[Hit]:
    """The text explains two letters, and each of them is labelled as the other is explained."""
    for row, _ in document.computed:
        meanings = _meanings(document.wording.method(row), document.wording.calculation(row).meanings)
        labels = {letter: given.label for letter, given in row.inputs.items() if given.label}
        for one, other in combinations([each for each in labels if each in meanings], 2):
            pair = (one, other), (other, one)
            if all(
                _likeness(meanings[letter], labels[letter]) < _likeness(meanings[letter], labels[second])
                and _likeness(meanings[letter], labels[second]) >= _ENOUGH
                for letter, second in pair
            ):
                facts: Facts = {
                    "letter": one,
                    "other": other,
                    "meaning": meanings[one],
                    "label": labels[one],
                }
                yield Hit(
                    row=row,
                    detail=f"{one}-{other}",
                    printed=f"{one}: {meanings[one]}",
                    computed=f"{one}: {labels[one]}",
                    facts=facts,
                )


def _meanings(text: str, read: Mapping[str, str]) -> dict[str, str]:
    """Letter → what the text says it is; a letter explained twice in other words is left out."""
    found = {letter: meaning.strip() for letter, meaning in _WITH_COLON.findall(text)} if ":" in text else {}
    return {letter: read.get(letter, found.get(letter, "")) for letter in {**found, **read}}


def _likeness(one: str, other: str) -> Fraction:
    """The share of telling words of both that stand in both; all words where none tells."""
    sides = [set(words(text)) for text in (one, other)]
    first, second = (side - _GENERAL or side for side in sides)
    general = Fraction(len(sides[0] & sides[1]), 100 * len(sides[0] | sides[1]) or 1)
    return Fraction(len(first & second), len(first | second) or 1) + general


CHECKS = (Check("method.exchanged_letters", "error", "rule and text", letters_exchanged),)
