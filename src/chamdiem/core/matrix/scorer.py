"""Score many organisations by one edition, criterion by criterion, in arrays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from chamdiem.core.criterion import MISSING, NOT_APPLICABLE, Answers, Criterion, compile_criteria
from chamdiem.core.form import Spread
from chamdiem.core.group_caps import ADDED_ROLES, AddedRole, totals_of
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.matrix.columns import column_of, extent
from chamdiem.core.matrix.polynomials import NoVector
from chamdiem.core.matrix.vectors import LIMIT, Vector, vector

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(slots=True)
class ScoreMatrix:
    """The scores of many organisations, in quanta (730 is 7.30 points at two digits).

    Attributes:
        keys: Criterion keys, in printed order.
        cells: Shape ``(criteria, organisations)``. Quanta, or a negative status.
        groups: Group key → quanta, shape ``(organisations,)``.
        total: Shape ``(organisations,)``. Quanta, with bonus and deduction.
        maximum: Shape ``(organisations,)``. Quanta that apply.
        index_value: Shape ``(organisations,)``. ``total / maximum``, 0 where nothing applies.
    """

    keys: tuple[str, ...]
    cells: Ints
    groups: dict[str, Ints]
    total: Ints
    maximum: Ints
    index_value: Floats

    def places(self) -> Ints:
        """Competition places (1-2-2-4) by index value; equal values share one, 0 where nothing applies."""
        descending, is_ranked = -self._order(), self.maximum > 0
        places = np.searchsorted(np.sort(descending[is_ranked]), descending, side="left") + 1
        ranked: Ints = np.where(is_ranked, places, 0)
        return ranked

    def _order(self) -> Floats | Ints:
        """Numbers that compare as the exact index values do.

        Different fractions differ by at least ``1 / (total × maximum)`` of
        their size, more than float64 can blur while that product is small.
        """
        if int(self.total.max(initial=0)) * int(self.maximum.max(initial=0)) < LIMIT:
            return self.index_value
        pairs = zip(self.total.tolist(), self.maximum.tolist(), strict=True)
        values = [Fraction(total, maximum) if maximum else Fraction(0) for total, maximum in pairs]
        position = {value: place for place, value in enumerate(sorted(set(values)))}
        return np.array([position[value] for value in values], dtype=np.int64)


@dataclass(slots=True)
class _Job:
    """One criterion, its columns, and the path its magnitudes allow."""

    criterion: Criterion
    vector: Vector | None
    columns: list[Floats]

    def cells(self) -> Floats | Ints:
        if self.vector is None:
            return exact_column(self.criterion, self.columns)
        quanta = np.asarray(self.vector.run(self.columns))
        # NaN survives a sum: one pass tells whether anything is missing.
        if np.isnan(quanta.sum()):
            return np.where(np.isnan(quanta), MISSING, quanta)
        return quanta


@dataclass(slots=True)
class Prepared:
    """The figures of all organisations, checked for size, ready to score."""

    count: int
    jobs: list[_Job]


class MatrixScorer:
    """Scores a whole campaign; equal to ``Scorer`` in every cell."""

    def __init__(self, indicator_set: IndicatorSet, spreads: Mapping[str, Spread] | None = None) -> None:
        self.indicator_set = indicator_set
        self.criteria = compile_criteria(indicator_set)
        for key, spread in (spreads or {}).items():
            self.criteria[key] = self.criteria[key].with_spread(spread)
        self._vectors = {key: _vector(criterion) for key, criterion in self.criteria.items()}
        self._spans = _spans(indicator_set, tuple(self.criteria))
        self._cuts = sorted({start for start, _ in self._spans.values()})
        self._roots = [key for key in indicator_set.tree.roots if key in self._spans]

    def columns(self, everybody: Sequence[Answers]) -> dict[str, Floats]:
        """Answers of all organisations as columns by figure; NaN where missing."""
        keys = {key for criterion in self.criteria.values() for key in criterion.letters.figures}
        return {key: column_of([answers.get(key) for answers in everybody]) for key in keys}

    def prepare(self, columns: Mapping[str, Floats], *, count: int | None = None) -> Prepared:
        """Look at all figures once and choose a path for each criterion.

        Args:
            columns: Figure key → shape ``(organisations,)``. Stored integers as
                float64 (as objects from 2**53 on, where float64 has gaps), NaN
                where missing; a figure left out is missing everywhere.
            count: How many organisations, when no column is given.

        Returns:
            The figures of each criterion, with arrays where they are small
            enough for exact float64 and not negative against their
            declaration, the exact path otherwise.
        """
        size = count if count is not None else len(next(iter(columns.values())))
        extents = {key: extent(column) for key, column in columns.items()}
        empty = np.full(size, np.nan)
        jobs: list[_Job] = []
        for key, criterion in self.criteria.items():
            figures = criterion.letters.figures
            within = [extents.get(figure, (0, 0)) for figure in figures]
            own = [columns.get(figure, empty) for figure in figures]
            jobs.append(_Job(criterion, _allowed(self._vectors[key], criterion, within), own))
        return Prepared(size, jobs)

    def score(self, prepared: Prepared) -> ScoreMatrix:
        """Score all organisations: cells, group sums, totals and index values."""
        cells = np.empty((len(self.criteria), prepared.count), dtype=np.int64)
        with np.errstate(divide="ignore", invalid="ignore"):
            for place, job in enumerate(prepared.jobs):
                cells[place] = job.cells()
        return self._add_up(cells)

    def _add_up(self, cells: Ints) -> ScoreMatrix:
        maxima = self._maxima()
        points, maximum = self._counted(cells, maxima)
        groups = self._groups(points)
        scored = sum((groups[key] for key in self._roots), np.zeros(cells.shape[1], dtype=np.int64))
        bonus, deduction = (self._role(cells, role) for role in ADDED_ROLES)
        cap = self._quanta(self.indicator_set.bonus_cap or Fraction(0))
        total = np.minimum(maximum + cap, np.maximum(0, scored + bonus - deduction))
        index = np.divide(total, maximum, out=np.zeros(len(total)), where=maximum != 0)
        return ScoreMatrix(tuple(self.criteria), cells, groups, total, maximum, index)

    def _groups(self, points: Ints) -> dict[str, Ints]:
        """Sums of every group: each stretch between two cuts is added up once."""
        if not self._cuts:
            return {}
        stretches = np.add.reduceat(points, self._cuts, axis=0)
        groups: dict[str, Ints] = {}
        for key, (start, end) in self._spans.items():
            first, last = bisect_left(self._cuts, start), bisect_left(self._cuts, end)
            groups[key] = stretches[first:last].sum(axis=0) if last - first > 1 else stretches[first]
        return groups

    def _counted(self, cells: Ints, maxima: Ints) -> tuple[Ints, Ints]:
        """Points that count and the maximum that applies, by the set's policy."""
        policy = self.indicator_set.not_applicable
        full = np.full(cells.shape[1], maxima.sum(), dtype=np.int64)
        points = np.maximum(cells, 0)
        if any(row.role != "scored" for row in self.indicator_set.criteria):
            points = points * (maxima > 0)[:, None]
        is_out = cells == NOT_APPLICABLE
        if policy == "zero" or not is_out.any():
            return points, full
        if policy == "full":
            return np.where(is_out, maxima[:, None], points), full
        return points, full - maxima @ is_out

    def _maxima(self) -> Ints:
        """Quanta each criterion can bring into the total; zero for other roles."""
        return np.array(
            [
                self._quanta(criterion.maximum) if criterion.row.role == "scored" else 0
                for criterion in self.criteria.values()
            ],
            dtype=np.int64,
        )

    def _role(self, cells: Ints, role: AddedRole) -> Ints:
        """All bonuses or all deductions, each group kept within its maximum."""
        points = {
            key: np.maximum(cells[place], 0)
            for place, (key, each) in enumerate(self.criteria.items())
            if each.row.role == role
        }
        nothing: Ints = np.zeros(cells.shape[1], dtype=np.int64)
        sums = self.indicator_set.tree.role_sums[role]
        made = totals_of(sums, points, nothing, lambda quanta, most: np.minimum(quanta, self._quanta(most)))
        counts: Ints = made[""][1]
        return counts

    def _quanta(self, points: Fraction) -> int:
        return self.indicator_set.rounding.quanta(points.numerator, points.denominator)


def exact_column(criterion: Criterion, own: Sequence[Floats]) -> Ints:
    """One criterion for all organisations on the exact path, one by one."""
    if not own:
        return np.array(criterion.cell(()))
    rows = zip(*(column.tolist() for column in own), strict=True)
    values = ([None if value != value else int(value) for value in row] for row in rows)  # noqa: PLR0124  NaN
    return np.array([criterion.cell(each) for each in values], dtype=np.int64)


def _vector(criterion: Criterion) -> Vector | None:
    try:
        return vector(criterion.node, criterion.rounding)
    except NoVector:
        return None


def _allowed(
    compiled: Vector | None, criterion: Criterion, within: Sequence[tuple[int, int]]
) -> Vector | None:
    """The arrays of a criterion, where the figures at hand leave them exact."""
    most = [max(-low, high) for low, high in within]
    if compiled is None or compiled.magnitude(most) >= LIMIT:
        return None
    # Arrays rely on declared least values: a figure that is negative against them goes the exact path.
    signed = criterion.scope.signed
    return compiled if all(low >= 0 or place in signed for place, (low, _) in enumerate(within)) else None


def _spans(indicator_set: IndicatorSet, keys: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """The first and last criterion of each group; printed order keeps them together.

    A criterion is a group of its own only where it stands on top or has criteria below.
    """
    places = {key: place for place, key in enumerate(keys)}
    tree, spans = indicator_set.tree, {}
    for row in indicator_set.rows:
        own = [places[each.key] for each in (row, *tree.below(row.key)) if each.key in places]
        if own and (row.key not in places or len(own) > 1 or tree.parent[row.key] is None):
            spans[row.key] = (own[0], own[-1] + 1)
    return spans
