"""A set made ready for the checks: what several of them need, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from itertools import chain

from chamdiem.core.criterion import Criterion, compile_criterion
from chamdiem.core.expression import Term
from chamdiem.core.figures import Figure, list_figures
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.lint.numbers import PrintedNumber, read_number
from chamdiem.core.lint.old_encodings import decoded
from chamdiem.core.lint.proving import Proof
from chamdiem.core.lint.small_texts import list_small_texts
from chamdiem.core.lint.walking import RuleAt, rules_of
from chamdiem.core.lint.wording import Passage, Wording
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import Rule, walk


class Document:
    """One set under inspection. Lives as long as one run of lint."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        self.set = indicator_set
        self.rows = indicator_set.rows
        self.tree = indicator_set.tree
        self.positions = {row.key: place for place, row in enumerate(self.rows)}
        self._proofs: dict[str, Proof] = {}
        self._ceilings: dict[tuple[str, str], Fraction | None] = {}

    @cached_property
    def roots(self) -> dict[str, str]:
        """Row key → key of the topmost row above it."""
        top: dict[str, str] = {}
        for row in self.rows:
            above = self.tree.parent[row.key]
            top[row.key] = row.key if above is None else top[above]
        return top

    @cached_property
    def numbers(self) -> dict[str, PrintedNumber]:
        """Row key → printed number, where it has one that can be read."""
        read = ((row.key, read_number(row.number)) for row in self.rows)
        return {key: number for key, number in read if number is not None}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure of the set, by key."""
        return list_figures(self.set)

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        """Every criterion, compiled, by key."""
        return {row.key: compile_criterion(row, self.set, self.figures) for row in self.set.criteria}

    @cached_property
    def computed(self) -> tuple[tuple[Row, Rule], ...]:
        """Criteria whose points are computed from a printed text, each with its rule."""
        return tuple(
            (row, row.rule)
            for row in self.set.criteria
            if row.rule is not None and not any(isinstance(rule, ManualRule) for rule in walk(row.rule))
        )

    @cached_property
    def wording(self) -> Wording:
        """The texts of the set and what is known about their words."""
        return Wording(self.set)

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """The passages, and the small texts beside them: offices, labels, units, levels, grades."""
        small = (each for each in list_small_texts(self.set) if decoded(each.text) is None)
        return (*self.wording.passages(), *small)

    def proof(self, key: str) -> Proof:
        """What is known about the inputs of a criterion: ranges and hard checks."""
        known = self._proofs.get(key)
        if known is None:
            known = self._proofs[key] = Proof.of(self.criteria[key])
        return known

    def ceiling(self, place: RuleAt, value: Term) -> Fraction | None:
        """The most the value of the rule in a place can be; several checks ask, it is proved once."""
        at = (place.row.key, place.path)
        if at not in self._ceilings:
            self._ceilings[at] = place.proof.ceiling(value)
        return self._ceilings[at]

    @cached_property
    def rules(self) -> tuple[RuleAt, ...]:
        """Every rule of the set in its place, outer rules before those inside."""
        found = (rules_of(criterion, self.proof(key)) for key, criterion in self.criteria.items())
        return tuple(chain.from_iterable(found))

    def label(self, row: Row) -> str:
        """How a sentence names a row: its number, or its key where the number names several."""
        return self.tree.labels[row.key]

    def labels(self, rows: Iterable[Row]) -> tuple[str, ...]:
        """How a sentence names several rows."""
        return tuple(self.label(row) for row in rows)

    def parent(self, row: Row) -> Row | None:
        """The row above, if any."""
        above = self.tree.parent[row.key]
        return None if above is None else self.tree.by_key[above]

    def children(self, row: Row) -> list[Row]:
        """The rows directly below, in printed order."""
        return [self.tree.by_key[key] for key in self.tree.children[row.key]]

    def siblings(self) -> Iterator[list[Row]]:
        """Every list of rows that stand side by side, in printed order."""
        yield [self.tree.by_key[key] for key in self.tree.roots]
        for row in self.rows:
            if self.tree.children[row.key]:
                yield self.children(row)
