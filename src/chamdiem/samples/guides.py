"""What the rule and the checks of a criterion tell about the figures it reads: for example figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Compare, Letter, letters_in
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.trials.edges import Edge, list_turns


@dataclass(slots=True)
class Guide:
    """``keys``: the figure of each letter. ``wholes``: what a letter is a part of, ``all_wholes`` of any.

    ``tops``: its highest threshold, where it has any.
    """

    criterion: Criterion
    keys: dict[str, str] = field(init=False)
    all_wholes: frozenset[str] = field(init=False)
    wholes: dict[str, set[str]] = field(init=False)
    tops: dict[str, Fraction] = field(init=False)
    order: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        letters = self.criterion.letters
        self.keys = dict(zip(letters.inputs, letters.figures, strict=True))
        self.wholes = {letter: set() for letter in letters.inputs}
        self._read_terms()
        self._read_checks()
        self.all_wholes = frozenset(each for wholes in self.wholes.values() for each in wholes)
        self.tops = self._highest()
        self.order = self._sorted()

    @property
    def agreeing(self) -> tuple[str, ...]:
        """Marks of assessors who have to agree: one who differs would leave the points open."""
        rule = self.criterion.rule
        return tuple(rule.letters) if isinstance(rule, ManualRule) and rule.combine == "consensus" else ()

    def _read_terms(self) -> None:
        for rule in walk(self.criterion.rule):
            for term in rule.terms():
                quotient = quotient_of(term)
                below = {letter for monomial in quotient.denominator for letter in monomial}
                self._note(quotient.letters - below, below)

    def _read_checks(self) -> None:
        for check in self.criterion.row.checks:
            if isinstance(check.that, Compare) and check.that.operator in ("<", "<="):
                self._note(letters_in(check.that.left), letters_in(check.that.right))

    def _note(self, parts: Iterable[str], wholes: Iterable[str]) -> None:
        for part in parts:
            self.wholes[part] |= set(wholes) - {part}

    def _highest(self) -> dict[str, Fraction]:
        tops: dict[str, Fraction] = {}
        for turn in list_turns(self.criterion):
            if isinstance(turn, Edge) and isinstance(turn.term, Letter) and turn.threshold > 0:
                name = turn.term.name
                tops[name] = max(tops.get(name, Fraction(0)), turn.threshold)
        return tops

    def _sorted(self) -> tuple[str, ...]:
        """Wholes before their parts; where that goes in a circle, as printed."""
        done: list[str] = []
        waiting = list(self.wholes)
        while waiting:
            ready = [letter for letter in waiting if self.wholes[letter] <= set(done)]
            done += ready or waiting[:1]
            waiting = [letter for letter in waiting if letter not in done]
        return tuple(done)
