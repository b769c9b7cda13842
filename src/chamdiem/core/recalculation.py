"""One edit, and only what depends on it is computed again.

A figure leads to its criteria, these to their groups, these to the total. A
peer rule also hangs on the least and greatest figure of all organisations, and
its reason on whether one stands alone: an edit that leaves these unchanged
touches one cell, else the column.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.core.criterion import Answers, Criterion, Outcome
from chamdiem.core.form import Spread
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.peers import figure_compared
from chamdiem.core.scoring import Scorer, ScoreSheet, add_up


def dependents(criteria: Mapping[str, Criterion]) -> dict[str, tuple[str, ...]]:
    """Figure key → keys of the criteria that read it."""
    readers: dict[str, list[str]] = {}
    for key, criterion in criteria.items():
        for figure in dict.fromkeys(criterion.letters.figures):
            readers.setdefault(figure, []).append(key)
    return {figure: tuple(keys) for figure, keys in readers.items()}


class Dossier:
    """The answers of one organisation and its score, kept in step."""

    def __init__(self, scorer: Scorer, answers: Answers) -> None:
        self._scorer = scorer
        self._readers = dependents(scorer.criteria)
        self.answers: dict[str, int | None] = dict(answers)
        self.outcomes = dict(scorer.score(answers).outcomes)

    @property
    def sheet(self) -> ScoreSheet:
        """The score sheet as it stands."""
        return add_up(self._scorer.indicator_set, self.outcomes)

    def change(self, figure: str, value: int | None) -> tuple[str, ...]:
        """Set one figure; returns the keys of the criteria computed again."""
        self.answers[figure] = value
        return self._again(self._readers.get(figure, ()))

    def freeze(self, spreads: Mapping[str, Spread]) -> tuple[str, ...]:
        """Take new spreads of peer rules; returns the keys computed again."""
        self._scorer = self._scorer.with_spreads(spreads)
        return self._again(tuple(spreads))

    def _again(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        for key in keys:
            criterion = self._scorer.criteria[key]
            self.outcomes[key] = criterion.outcome(criterion.values(self.answers))
        return keys


@dataclass(slots=True)
class _Comparison:
    """One peer rule in one peer group: the figures compared, sorted."""

    criterion: Criterion
    members: tuple[int, ...]
    figures: dict[int, Fraction] = field(default_factory=dict)
    ordered: list[Fraction] = field(default_factory=list)

    @property
    def spread(self) -> Spread | None:
        """How many figures, the least and the greatest."""
        if not self.ordered:
            return None
        return Spread(len(self.ordered), self.ordered[0], self.ordered[-1])

    def replace(self, member: int, figure: Fraction | None) -> None:
        """Take out the old figure of a member and put in the new one."""
        old = self.figures.pop(member, None)
        if old is not None:
            del self.ordered[bisect_left(self.ordered, old)]
        if figure is not None:
            self.figures[member] = figure
            insort(self.ordered, figure)


class CampaignScores:
    """All organisations of a campaign, kept in step edit by edit.

    Args:
        indicator_set: The edition.
        everybody: Answers by organisation.
        groups: Peer group by organisation, ``""`` for none.
    """

    def __init__(
        self, indicator_set: IndicatorSet, everybody: Sequence[Answers], groups: Sequence[str]
    ) -> None:
        self._set = indicator_set
        base = Scorer(indicator_set)
        self._criteria = base.criteria
        self._readers = dependents(base.criteria)
        self._groups = tuple(groups)
        self.answers = [dict(answers) for answers in everybody]
        self._comparisons = self._compare()
        self._scorers = {group: base.with_spreads(self._spreads(group)) for group in dict.fromkeys(groups)}
        self.outcomes: list[dict[str, Outcome]] = [
            dict(self._scorers[group].score(answers).outcomes)
            for group, answers in zip(groups, self.answers, strict=True)
        ]

    def sheet(self, member: int) -> ScoreSheet:
        """The score sheet of one organisation as it stands."""
        return add_up(self._set, self.outcomes[member])

    def change(self, member: int, figure: str, value: int | None) -> list[tuple[int, str]]:
        """Set one figure of one organisation; returns the cells computed again."""
        self.answers[member][figure] = value
        cells: list[tuple[int, str]] = []
        for key in self._readers.get(figure, ()):
            moved = self._moved(member, key)
            cells += [(other, key) for other in moved] or [(member, key)]
        for other, key in cells:
            self._again(other, key)
        return cells

    def _again(self, member: int, key: str) -> None:
        criterion = self._scorers[self._groups[member]].criteria[key]
        self.outcomes[member][key] = criterion.outcome(criterion.values(self.answers[member]))

    def _moved(self, member: int, key: str) -> tuple[int, ...]:
        """The members whose points move with the spread: nobody, or all compared."""
        comparison = self._comparisons.get((key, self._scope(key, member)))
        if comparison is None:
            return ()
        before = comparison.spread
        comparison.replace(member, figure_compared(comparison.criterion, self.answers[member]))
        after = comparison.spread
        if _told(before) == _told(after):
            return ()
        for group in {self._groups[other] for other in comparison.members}:
            known = comparison.criterion.with_spread(after)
            self._scorers[group].criteria[key] = known
        return comparison.members

    def _scope(self, key: str, member: int) -> str:
        rule = self._criteria[key].peer_rule
        return "" if rule is None or rule.among == "all" else self._groups[member]

    def _compare(self) -> dict[tuple[str, str], _Comparison]:
        comparisons: dict[tuple[str, str], _Comparison] = {}
        for key, criterion in self._criteria.items():
            if criterion.peer_rule is None:
                continue
            for scope in dict.fromkeys(self._scope(key, m) for m in range(len(self.answers))):
                members = tuple(m for m in range(len(self.answers)) if self._scope(key, m) == scope)
                comparison = _Comparison(criterion, members)
                for member in members:
                    comparison.replace(member, figure_compared(criterion, self.answers[member]))
                comparisons[key, scope] = comparison
        return comparisons

    def _spreads(self, group: str) -> dict[str, Spread]:
        spreads = {}
        for (key, scope), comparison in self._comparisons.items():
            rule = comparison.criterion.peer_rule
            is_ours = rule is not None and (rule.among == "all" or scope == group)
            if is_ours and comparison.spread is not None:
                spreads[key] = comparison.spread
        return spreads


def _told(spread: Spread | None) -> tuple[Fraction, Fraction, bool] | None:
    """What points and reasons take from a spread: its ends, and whether there is anybody to compare with."""
    return None if spread is None else (spread.least, spread.most, spread.count == 1)
