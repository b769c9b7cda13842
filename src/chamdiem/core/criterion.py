"""One criterion made ready to compute: its letters, its rule compiled, its checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from chamdiem.core.award import Award, Reason, Status
from chamdiem.core.conditions import test_of
from chamdiem.core.exact import Compute, Disputed, PeersUnknown, Unsettled, checker, computer
from chamdiem.core.figures import Figure, Letters, letters_of, list_figures
from chamdiem.core.form import If, Node, NotApplicable, Spread, Test
from chamdiem.core.indicator_set import Check, IndicatorSet, Row
from chamdiem.core.intervals import box_of, truth
from chamdiem.core.lacking import Lacking, lacker
from chamdiem.core.points import Rounding
from chamdiem.core.quotient import MissingInput, Values
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.rule import Explain, Rule, Scope, missing, walk

# What stands in place of quanta where no points are awarded.
MISSING, NOT_APPLICABLE, NEEDS_PEERS, DISPUTED, INVALID = -1, -2, -3, -4, -5
_STATUS_OF = {
    MISSING: Status.MISSING,
    NOT_APPLICABLE: Status.NOT_APPLICABLE,
    NEEDS_PEERS: Status.NEEDS_PEERS,
    DISPUTED: Status.DISPUTED,
    INVALID: Status.INVALID,
}

Answers = Mapping[str, int | None]
Holds = Callable[[Values], bool]


def status_of(quanta: int) -> Status:
    """The status a cell of quanta stands for."""
    return _STATUS_OF.get(quanta, Status.SCORED)


@dataclass(slots=True, eq=False)
class Outcome:
    """What one criterion gives one organisation: quanta after rounding, and why."""

    key: str
    status: Status
    quanta: int
    award: Award
    maximum: Fraction
    rounding: Rounding
    broken: tuple[Check, ...] = ()
    # False for a condition without a maximum: it is met or not.
    has_points: bool = True
    # Its points are taken off the total.
    is_deduction: bool = False

    @property
    def points(self) -> Fraction:
        """The rounded points; zero unless scored."""
        return self.rounding.points(self.quanta)

    @property
    def checked_status(self) -> Status:
        """As scored, but invalid where a hard check is broken."""
        is_broken = any(not check.soft for check in self.broken)
        return Status.INVALID if is_broken else self.status

    @property
    def reason(self) -> Reason:
        """Why."""
        return self.award.reason

    @property
    def cell(self) -> int:
        """Quanta, or the negative number that stands for the status."""
        if self.status is Status.SCORED:
            return self.quanta
        return next(cell for cell, status in _STATUS_OF.items() if status is self.status)


@dataclass(slots=True, eq=False)
class Criterion:
    """A criterion compiled for one edition; ``spread`` freezes its peer rule.

    ``label`` is how a sentence names it (``Tree.labels``);
    ``peer_rule`` is the peer rule inside, if points depend on other organisations.
    """

    row: Row
    rule: Rule
    letters: Letters
    maximum: Fraction
    rounding: Rounding
    spread: Spread | None = None
    label: str = ""
    peer_rule: PeerRule | None = field(init=False)
    scope: Scope = field(init=False)
    node: Node = field(init=False)
    _compute: Compute | None = field(init=False, default=None)
    _explain: Explain | None = field(init=False, default=None)
    _lacking: Lacking | None = field(init=False, default=None)
    _checkers: tuple[tuple[Check, Test, Holds], ...] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.peer_rule = next((rule for rule in walk(self.rule) if isinstance(rule, PeerRule)), None)
        self.scope = Scope(self.letters.inputs, self.spread)
        self.node = self._form()

    @property
    def key(self) -> str:
        """The key of the row."""
        return self.row.key

    def with_spread(self, spread: Spread | None) -> Criterion:
        """The same criterion with the figures of the others known (frozen)."""
        return replace(self, spread=spread)

    def values(self, answers: Answers) -> list[int | None]:
        """The values of the letters, by position."""
        return [answers.get(key) for key in self.letters.figures]

    def cell(self, values: Values) -> int:
        """Quanta earned, or a negative number that stands for a status."""
        compute = self._compute
        if compute is None:
            compute = self._compute = computer(self.node)
        try:
            pair = compute(values)
        except MissingInput:
            return MISSING
        except PeersUnknown:
            return NEEDS_PEERS
        except Disputed:
            return DISPUTED
        except Unsettled:
            return INVALID
        return NOT_APPLICABLE if pair is None else self.rounding.quanta(*pair)

    def outcome(self, values: Values) -> Outcome:
        """The same with the reason, and the checks that do not hold."""
        explain = self._explain
        if explain is None:
            explain = self._explain = self._explainer()
        try:
            award = explain(values)
        except MissingInput as error:
            award = missing(self.scope, sorted({error.position, *self._lacked(values)}))
        is_scored = award.status is Status.SCORED
        quanta = self.rounding.quanta(award.numerator, award.denominator) if is_scored else 0
        return Outcome(
            self.row.key,
            award.status,
            quanta,
            award,
            self.maximum,
            self.rounding,
            self.broken_checks(values) if self.row.checks else (),
            self.row.max_points is not None,
            self.row.role == "deduction",
        )

    def _lacked(self, values: Values) -> Iterator[int]:
        lacking = self._lacking
        if lacking is None:
            lacking = self._lacking = lacker(self.node)
        return lacking(values)

    def broken_checks(self, values: Values) -> tuple[Check, ...]:
        """The checks that do not hold, or cannot hold any more whatever a missing figure becomes."""
        checkers = self._checkers
        if checkers is None:
            checkers = self._checkers = tuple(self._compiled_checks())
        broken = []
        for check, test, holds in checkers:
            try:
                if not holds(values):
                    broken.append(check)
            except MissingInput:
                if truth(test, box_of(self.letters.inputs.values(), values)) is False:
                    broken.append(check)
        return tuple(broken)

    def _compiled_checks(self) -> Iterator[tuple[Check, Test, Holds]]:
        for check in self.row.checks:
            test = test_of(check.that, self.scope)
            yield check, test, checker(test)

    def _form(self) -> Node:
        node = self.rule.form(self.scope, self.maximum)
        if self.row.not_applicable_when is None:
            return node
        return If(test_of(self.row.not_applicable_when, self.scope), NotApplicable(), node)

    def _explainer(self) -> Explain:
        inner = self.rule.explainer(self.scope, self.maximum)
        condition = self.row.not_applicable_when
        if condition is None:
            return inner
        applies_not = checker(test_of(condition, self.scope))

        def explain(values: Values) -> Award:
            if applies_not(values):
                facts = {"condition": condition, "scope": self.scope, "values": values}
                return Award(Status.NOT_APPLICABLE, 0, 1, Reason("not_applicable", facts))
            return inner(values)

        return explain


def maximum_of(row: Row) -> Fraction:
    """What a row is computed for; a condition without points is tested for one point."""
    return row.max_points if row.max_points is not None else Fraction(1)


def compile_criterion(row: Row, indicator_set: IndicatorSet, figures: Mapping[str, Figure]) -> Criterion:
    """Make one row ready."""
    if row.rule is None:
        raise KeyError(row.key)
    letters = letters_of(row, indicator_set, figures)
    label = indicator_set.tree.labels[row.key]
    return Criterion(row, row.rule, letters, maximum_of(row), indicator_set.rounding, label=label)


def compile_criteria(indicator_set: IndicatorSet) -> dict[str, Criterion]:
    """Every criterion of a set by key, in printed order."""
    figures = list_figures(indicator_set)
    return {row.key: compile_criterion(row, indicator_set, figures) for row in indicator_set.criteria}
