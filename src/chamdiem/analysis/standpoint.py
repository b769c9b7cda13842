"""Where one organisation stands: its figures, what it earns by them, what a change of them would win."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from chamdiem.analysis.levers import list_levers
from chamdiem.core.criterion import Answers, Criterion
from chamdiem.core.figures import list_figures
from chamdiem.core.group_caps import ADDED_ROLES, added_points
from chamdiem.core.inputs import Input
from chamdiem.core.recalculation import dependents
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.scoring import Scorer

_SIGN = {"scored": 1, "bonus": 1, "deduction": -1}

# Figure key → the stored integer it shall have.
Changes = Mapping[str, int]


class Standpoint:
    """The figures of one organisation under one edition, peer rules frozen as they are.

    Args:
        scorer: The compiled edition, with the spreads of its peer rules where there are any.
        answers: Figure key → stored integer.
        decided: Criteria whose points a person decided: no figure changes them.
    """

    def __init__(self, scorer: Scorer, answers: Answers, decided: Collection[str] = ()) -> None:
        self.indicator_set = scorer.indicator_set
        self.answers = dict(answers)
        self.criteria: dict[str, Criterion] = {
            key: criterion
            for key, criterion in scorer.criteria.items()
            if criterion.row.role in _SIGN and key not in decided
        }
        self.levers = list_levers(scorer.indicator_set, self.criteria)
        self._readers = dependents(self.criteria)
        self._rows = {key: figure.row for key, figure in list_figures(scorer.indicator_set).items()}
        self._cells = {key: each.cell(each.values(self.answers)) for key, each in self.criteria.items()}
        self._broken = {
            key: frozenset(each.broken_checks(each.values(self.answers)))
            for key, each in self.criteria.items()
        }

    def is_scored(self, key: str) -> bool:
        """Whether a criterion earns points by its figures, as they are."""
        return key in self._cells and self._cells[key] >= 0

    def is_by_figures(self, key: str) -> bool:
        """Whether figures alone, as they are, give its points: no person awards any of them."""
        return self.is_scored(key) and not any(
            isinstance(rule, ManualRule) for rule in walk(self.criteria[key].rule)
        )

    def readers(self, figures: Collection[str]) -> tuple[str, ...]:
        """The criteria that read any of some figures, in printed order."""
        found = {key for figure in figures for key in self._readers.get(figure, ())}
        return tuple(key for key in self.criteria if key in found)

    def gain(self, changes: Changes) -> Fraction | None:
        """The points that changes of figures win in all criteria together, groups kept within their maxima.

        None where they would break a check that holds, or leave a criterion
        without points that has some.
        """
        changed = {**self.answers, **changes}
        cells = {}
        for key in self.readers(changes.keys()):
            criterion = self.criteria[key]
            values = criterion.values(changed)
            cell = criterion.cell(values)
            if (cell < 0 or self._cells[key] < 0) and cell != self._cells[key]:
                return None
            if not self._broken[key].issuperset(criterion.broken_checks(values)):
                return None
            cells[key] = cell
        return self._won(cells)

    def _won(self, cells: Mapping[str, int]) -> Fraction:
        """What other cells of some criteria add to the total."""
        is_capped = bool(self.indicator_set.tree.capped)
        won = self._added({**self._cells, **cells}) - self._added(self._cells) if is_capped else Fraction(0)
        for key, cell in cells.items():
            criterion = self.criteria[key]
            if cell >= 0 and not (is_capped and criterion.row.role in ADDED_ROLES):
                won += _SIGN[criterion.row.role] * criterion.rounding.points(cell - self._cells[key])
        return won

    def _added(self, cells: Mapping[str, int]) -> Fraction:
        """Bonuses less deductions, each group kept within its maximum; what a person decided is left out."""
        points = dict.fromkeys(self.indicator_set.tree.by_key, Fraction(0))
        points |= {key: each.rounding.points(max(cells[key], 0)) for key, each in self.criteria.items()}
        bonus, deduction = (added_points(self.indicator_set, role, points)[0] for role in ADDED_ROLES)
        return bonus - deduction

    def gain_at(self, key: str, changes: Changes) -> Fraction:
        """The points that changes of figures win in one criterion that is scored before and after."""
        criterion = self.criteria[key]
        cell = criterion.cell(criterion.values({**self.answers, **changes}))
        return _SIGN[criterion.row.role] * criterion.rounding.points(cell - self._cells[key])

    def effects(self, figures: Collection[str], changes: Changes) -> dict[str, Fraction]:
        """Criterion key → points won or lost there by changes, of all scored ones that read ``figures``."""
        gains = {key: self.gain_at(key, changes) for key in self.readers(figures) if self.is_scored(key)}
        return {key: gain for key, gain in gains.items() if gain}

    def input(self, figure: str) -> Input:
        """What kind of figure it is."""
        criterion = self.criteria[self._readers[figure][0]]
        letter = list(criterion.letters.inputs)[criterion.letters.figures.index(figure)]
        return criterion.letters.inputs[letter]

    def row_of(self, figure: str) -> str:
        """The key of the row that asks for a figure."""
        return self._rows[figure]
