"""Comparisons of one figure with another: "0 < a < b", "a lớn hơn hoặc bằng 80% b"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from chamdiem.annex.amounts import amount_text, exact_number
from chamdiem.annex.rules.formulas import Name, Number, Operation, formula_text
from chamdiem.annex.rules.simplifying import simplify
from chamdiem.annex.rules.statements import Award

_CASE = re.compile(r"^(?:(?:nếu|khi|với|trường hợp)\s+)+", re.IGNORECASE)
_WORDS = (
    (re.compile(r"\b(?:lớn|cao|nhiều) hơn hoặc bằng\b|\bkhông (?:nhỏ|thấp|ít) hơn\b|≥|>\s*="), " >= "),
    (re.compile(r"\b(?:nhỏ|thấp|ít) hơn hoặc bằng\b|\bkhông (?:lớn|cao|nhiều) hơn\b|≤|<\s*="), " <= "),
    (re.compile(r"\b(?:lớn|cao|nhiều) hơn\b"), " > "),
    (re.compile(r"\b(?:nhỏ|thấp|ít) hơn\b"), " < "),
    (re.compile(r"\bbằng\b"), " = "),
)
_SIGNS = re.compile(r"\s*(<=|>=|<|>|=)\s*")
_NUMBER = r"\d+(?:,\d+)?\s*%?"
_OPERAND = re.compile(
    rf"(?P<alone>{_NUMBER})|(?:(?P<times>{_NUMBER}|\d+/\d+)\s*(?:[x×*]\s*)?(?:của )?)?(?P<letter>[a-eghkmn])(?:\s*(?P<sign>[x×*/])\s*(?P<behind>{_NUMBER}))?",
    re.IGNORECASE,
)
_TESTS = {
    "<": lambda one, other: one < other,
    ">": lambda one, other: one > other,
    "<=": lambda one, other: one <= other,
    ">=": lambda one, other: one >= other,
    "=": lambda one, other: one == other,
}


@dataclass(frozen=True, slots=True)
class Operand:
    """So many times a figure, or a number alone."""

    times: Fraction
    letter: str = ""

    def of(self, values: dict[str, int]) -> Fraction:
        """The value for some figures."""
        return self.times * values[self.letter] if self.letter else self.times

    def __str__(self) -> str:
        if not self.letter:
            return amount_text(self.times)
        return formula_text(simplify(Operation("*", Number(self.times), Name(self.letter))))


Test = tuple[Operand, str, Operand]


@dataclass(frozen=True, slots=True)
class Level:
    """Ways for it, each of comparisons that all hold, and what is given then; no way for the rest."""

    ways: tuple[tuple[Test, ...], ...]
    award: Award

    @property
    def tests(self) -> tuple[Test, ...]:
        """All comparisons."""
        return tuple(test for way in self.ways for test in way)

    @property
    def is_of_a_number(self) -> bool:
        """As in "a = 0": a case of its own."""
        return len(self.tests) == 1 and self.tests[0][1] == "=" and not self.tests[0][2].letter

    def holds(self, values: dict[str, int]) -> bool:
        """Whether it is the level of some figures."""
        return any(
            all(_TESTS[sign](one.of(values), other.of(values)) for one, sign, other in way)
            for way in self.ways
        )

    @property
    def when(self) -> str:
        """As a condition of the set format."""
        return " or ".join(
            " and ".join(f"{one} {sign} {other}" for one, sign, other in way) for way in self.ways
        )


def level_of(award: Award, letters: Sequence[str]) -> Level | None:
    """The comparisons of a condition; none where it says anything else."""
    if award.band is not None and award.band.is_rest:
        return Level((), award)
    text = _CASE.sub("", award.condition).casefold()
    for words, sign in _WORDS:
        text = words.sub(sign, text)
    ways = [_way(each.strip(), letters) for each in re.split(r"\bhoặc\b", text)]
    return Level(tuple(ways), award) if all(ways) else None


def _way(text: str, letters: Sequence[str]) -> tuple[Test, ...]:
    """As in "0 < a < b"; nothing where it is no comparison."""
    parts = _SIGNS.split(text)
    operands = [_operand(each.strip(), letters) for each in parts[::2]]
    if not 2 <= len(operands) <= 3 or None in operands:
        return ()
    known = [each for each in operands if each is not None]
    return tuple((one, sign, other) for (one, other), sign in zip(pairwise(known), parts[1::2], strict=True))


def _operand(text: str, letters: Sequence[str]) -> Operand | None:
    match = _OPERAND.fullmatch(text)
    if match is None:
        return None
    if match["alone"]:
        return Operand(_value(match["alone"])) if "%" not in text else None
    if match["letter"] not in letters or (match["times"] and match["behind"]):
        return None
    times = _value(match["times"] or match["behind"] or "1")
    if match["sign"] == "/":
        times = 1 / times if times else Fraction(0)
    return Operand(times, match["letter"]) if times else None


def _value(text: str) -> Fraction:
    if "/" in text:
        return Fraction(text)
    value = exact_number(text.rstrip(" %"))
    return value / 100 if "%" in text else value
