"""Finds figures that show a turn of a rule: within their ranges, with all checks holding if possible.

The figures are tried from a short list of round numbers; the one that moves
is solved for, so that the term stands exactly on the threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, islice, product
from typing import Literal

from chamdiem.core.conditions import test_of
from chamdiem.core.criterion import Criterion
from chamdiem.core.exact import checker
from chamdiem.core.expression import Expression, Letter, letters_in
from chamdiem.core.inputs import Input
from chamdiem.core.quotient import constant, evaluator, quotient_of, subtract
from chamdiem.core.rules.rule import walk
from chamdiem.core.trials.edges import Context, Edge, Situation, ZeroDenominator
from chamdiem.core.trials.meeting import fits, values_around

Side = Literal["below", "on", "above"]
SIDES: tuple[Side, ...] = ("below", "on", "above")
Figures = tuple[int, ...]

# In units of the figure; the first that fits is taken.
_ROUND = (100, 1000, 60, 50, 10, 0, 1, 12, 30, 20, 80, 500, 2, 5)
# Below this a hundredth is more than a tenth of the threshold.
_SMALL = Fraction(1, 10)
_MOST_TRIES = 3000
_PERFECT = 6


@dataclass(slots=True)
class Search:
    """Looks for figures of one criterion."""

    criterion: Criterion
    inputs: list[Input] = field(init=False)
    letters: list[str] = field(init=False)
    _below: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        given = self.criterion.letters.inputs
        self.letters, self.inputs = list(given), list(given.values())
        terms = [term for rule in walk(self.criterion.rule) for term in rule.terms()]
        below = [quotient_of(term).denominator for term in terms if not isinstance(term, Letter)]
        self._below = frozenset(letter for part in below for monomial in part for letter in monomial)

    def situation(self, wanted: Situation) -> Figures | None:
        """Figures for which the conditions come out as wanted."""
        allowed = self._allows(wanted.context)
        found = (figures for figures in self._tries(_spoken(wanted.context)) if allowed(figures))
        return self._best(found)

    def zero(self, wanted: ZeroDenominator) -> Figures | None:
        """Figures for which the term divides by zero."""
        allowed, evaluate = self._allows(wanted.context), self.criterion.scope.evaluator(wanted.term)
        read = (*_spoken(wanted.context), *letters_in(wanted.term))
        tries = chain([self._nothing()], self._tries(read))
        return self._best(f for f in tries if evaluate(f)[1] == 0 and allowed(f))

    def around(self, edge: Edge) -> dict[Side, Figures]:
        """Figures just below, on and just above a threshold, as far as there are any."""
        best: dict[Side, Figures] = {}
        best_worth = 0
        for moving in letters_in(edge.term):
            for found in self._solutions(edge, moving):
                worth = sum(1 + self.holds(figures) for figures in found.values())
                if worth > best_worth:
                    best, best_worth = found, worth
                if worth == _PERFECT:
                    return best
        return best

    def every(self) -> Iterator[Figures]:
        """All figures to try, whatever they show."""
        return self._tries(tuple(self.letters))

    def fullest(self, known: Sequence[Figures]) -> Figures | None:
        """Figures that earn the maximum: parts of those known, put together while that earns more."""
        known = sorted(known, key=self._worth, reverse=True)
        best = known[0] if known else None
        while best is not None and self._worth(best) < self._most:
            better = max(self._mixtures(best, known), key=self._worth, default=best)
            if self._worth(better) <= self._worth(best):
                return None
            best = better
        return best

    @property
    def _most(self) -> int:
        maximum = self.criterion.maximum
        return self.criterion.rounding.quanta(maximum.numerator, maximum.denominator)

    def _mixtures(self, figures: Figures, known: Sequence[Figures]) -> Iterator[Figures]:
        """The figures with those of one part of the rule taken from elsewhere."""
        for part in self._parts():
            for other in known:
                yield tuple(
                    theirs if letter in part else own
                    for letter, own, theirs in zip(self.letters, figures, other, strict=True)
                )

    def _parts(self) -> list[set[str]]:
        """The letters of each rule inside, with those that checks tie to them."""
        parts = []
        for rule in walk(self.criterion.rule):
            read = [*rule.terms(), *rule.conditions()]
            parts.append(self._tied({letter for each in read for letter in letters_in(each)}))
        return parts + [self._tied({letter}) for letter in self.letters]

    def _worth(self, figures: Figures) -> int:
        """Quanta earned by figures that are accepted; below zero by others."""
        return self.criterion.cell(figures) if self.holds(figures) else -10

    def holds(self, figures: Figures) -> bool:
        """Whether every check between the figures holds."""
        return not self.criterion.broken_checks(figures)

    def fits(self, place: int, value: int) -> bool:
        """Whether a value lies within the range of its figure."""
        return fits(self.inputs[place], value)

    def _solutions(self, edge: Edge, moving: str) -> Iterator[dict[Side, Figures]]:
        place = self.letters.index(moving)
        allowed = self._allows(edge.context)
        bound = self.criterion.scope.bind(subtract(quotient_of(edge.term), constant(edge.threshold)))
        distance = evaluator(bound)
        read = (*_spoken(edge.context), *letters_in(edge.term))
        for figures in self._tries(read, edge.threshold, without=moving):
            sides: dict[Side, Figures] = {}
            for value in values_around(distance, figures, place, self.inputs[place].grain):
                moved = (*figures[:place], value, *figures[place + 1 :])
                above, below = distance(moved)
                if below and self.fits(place, value) and allowed(moved):
                    sides.setdefault("on" if not above else "above" if above > 0 else "below", moved)
            if sides:
                yield sides

    def _allows(self, context: Context) -> Callable[[Figures], bool]:
        scope = self.criterion.scope
        tests = [(checker(test_of(condition, scope)), wanted) for condition, wanted in context]
        return lambda figures: all(holds(figures) == wanted for holds, wanted in tests)

    def _best(self, found: Iterator[Figures]) -> Figures | None:
        """The first for which all checks hold, else the first."""
        fallback = None
        for figures in found:
            if self.holds(figures):
                return figures
            fallback = fallback or figures
        return fallback

    def _tries(
        self, read: tuple[str, ...], threshold: Fraction = Fraction(0), without: str = ""
    ) -> Iterator[Figures]:
        """Figures to try: those read vary, and those checked against them; the others stay."""
        varied = self._tied(set(read)) - {without}
        choices = [
            self._choices(place, threshold) if letter in varied else [self._usual(place)]
            for place, letter in enumerate(self.letters)
        ]
        return islice(product(*choices), _MOST_TRIES)

    def _tied(self, letters: set[str]) -> set[str]:
        """The letters, and those that checks tie to them."""
        ties = [set(letters_in(check.that)) for check in self.criterion.row.checks]
        grown = letters.union(*(tie for tie in ties if tie & letters))
        return grown if grown == letters else self._tied(grown)

    def _choices(self, place: int, threshold: Fraction) -> list[int]:
        given = self.inputs[place]
        low, high = given.range
        if given.type == "yes_no":
            return [1, 0]
        if given.type == "choice":
            return list(range(len(given.options)))
        units = [*_finer(threshold), *_ROUND, threshold.denominator, 10 * threshold.denominator]
        values = [unit * given.scale for unit in units]
        values += [edge for edge in (high, None if high is None else high // 2, low) if edge is not None]
        return [v for v in dict.fromkeys(values) if self.fits(place, v) and v % given.grain == 0]

    def _nothing(self) -> Figures:
        """Zero for every figure that may be zero: where a part is no more than the whole, both are."""
        return tuple(0 if self.fits(place, 0) else self._usual(place) for place in range(len(self.letters)))

    def _usual(self, place: int) -> int:
        """What a figure is that nobody looks at: nothing, unless something is divided by it."""
        low, _ = self.inputs[place].range
        if self.letters[place] in self._below:
            return self._choices(place, Fraction(0))[0]
        return max(0, low or 0)


def _finer(threshold: Fraction) -> list[int]:
    """What is divided by, where one in a hundred is far from a small threshold."""
    if not 0 < threshold < _SMALL:
        return []
    return [1000] if threshold >= _SMALL / 10 else [10_000]


def _spoken(context: Context) -> tuple[str, ...]:
    """Every letter the conditions read."""
    expressions: list[Expression] = [condition for condition, _ in context]
    return tuple(letter for expression in expressions for letter in letters_in(expression))
