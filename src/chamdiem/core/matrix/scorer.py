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
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.matrix.vectors import LIMIT, NoVector, Vector, vector

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
        """Competition places (1-2-2-4) by index value; equal values share a place.

        Exact: totals and maxima are whole quanta below 10**7, so different
        fractions differ by more than float64 can blur.
        """
        ascending = np.sort(-self.index_value)
        places: Ints = np.searchsorted(ascending, -self.index_value, side="left") + 1
        return places


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
        return {
            key: np.array([_number(answers.get(key)) for answers in everybody], dtype=np.float64)
            for key in keys
        }

    def prepare(self, columns: Mapping[str, Floats], *, count: int | None = None) -> Prepared:
        """Look at all figures once and choose a path for each criterion.

        Args:
            columns: Figure key → shape ``(organisations,)``. Stored integers as
                float64, NaN where missing; a figure left out is missing everywhere.
            count: How many organisations, when no column is given.

        Returns:
            The figures of each criterion, with arrays where they are small
            enough for exact float64, the exact path otherwise.
        """
        size = count if count is not None else len(next(iter(columns.values())))
        largest = {key: _largest(column) for key, column in columns.items()}
        empty = np.full(size, np.nan)
        jobs: list[_Job] = []
        for key, criterion in self.criteria.items():
            figures = criterion.letters.figures
            compiled = self._vectors[key]
            most = [largest.get(figure, 0) for figure in figures]
            is_exact = compiled is not None and compiled.magnitude(most) < LIMIT
            own = [columns.get(figure, empty) for figure in figures]
            jobs.append(_Job(criterion, compiled if is_exact else None, own))
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
        bonus, deduction = (self._role(cells, role) for role in ("bonus", "deduction"))
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

    def _role(self, cells: Ints, role: str) -> Ints:
        rows = [place for place, each in enumerate(self.criteria.values()) if each.row.role == role]
        summed: Ints = np.maximum(cells[rows], 0).sum(axis=0)
        return summed

    def _quanta(self, points: Fraction) -> int:
        return self.indicator_set.rounding.quanta(points.numerator, points.denominator)


def exact_column(criterion: Criterion, own: Sequence[Floats]) -> Ints:
    """One criterion for all organisations on the exact path, one by one."""
    rows = zip(*(column.tolist() for column in own), strict=True)
    values = ([None if value != value else int(value) for value in row] for row in rows)  # noqa: PLR0124  NaN
    return np.array([criterion.cell(each) for each in values], dtype=np.int64)


def _vector(criterion: Criterion) -> Vector | None:
    try:
        return vector(criterion.node, criterion.rounding)
    except NoVector:
        return None


def _number(value: int | None) -> float:
    return np.nan if value is None else float(value)


def _largest(column: Floats) -> int:
    """The largest magnitude in a column; 0 for an empty one."""
    magnitude = np.fmax(column.max(initial=0.0), -column.min(initial=0.0))
    if np.isnan(magnitude):
        magnitude = np.fmax(np.nanmax(column, initial=0.0), -np.nanmin(column, initial=0.0))
    return int(magnitude)


def _spans(indicator_set: IndicatorSet, keys: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """For each group the first and last criterion below it; printed order keeps them together."""
    places = {key: place for place, key in enumerate(keys)}
    spans = {}
    for row in indicator_set.rows:
        below = [places[each.key] for each in indicator_set.tree.below(row.key) if each.key in places]
        if below:
            spans[row.key] = (below[0], below[-1] + 1)
    return spans
