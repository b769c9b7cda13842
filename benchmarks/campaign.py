"""A seeded campaign by ``chuprong-2023``: every figure of every organisation, some missing, some zero."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from chamdiem.core.figures import Figure, list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.library import load_edition

Floats = NDArray[np.float64]
EDITION = "chuprong-2023"
ORGANISATIONS = 10_600
SHARE_MISSING = 0.01
SHARE_ZERO = 0.01


def edition() -> IndicatorSet:
    """The set all core benchmarks use: 74 criteria, nearly every idiom."""
    return load_edition(EDITION)


def random_columns(
    indicator_set: IndicatorSet, count: int = ORGANISATIONS, seed: int = 20261124
) -> dict[str, Floats]:
    """Columns of stored integers, NaN where missing; parts are drawn below their wholes where keys say so."""
    random = np.random.default_rng(seed)
    return {key: _column(figure, count, random) for key, figure in list_figures(indicator_set).items()}


def _column(figure: Figure, count: int, random: np.random.Generator) -> Floats:
    low, high = figure.input.range
    if figure.input.type in ("yes_no", "choice"):
        column = random.integers(0, (high or 0) + 1, count).astype(np.float64)
    else:
        # Few digits or many: ratios meet thresholds, ties and large totals alike.
        most = 10.0 ** random.integers(1, 6, count)
        column = np.floor(most * random.random(count)) + (low or 0)
        column[random.random(count) < SHARE_ZERO] = low or 0
    column[random.random(count) < SHARE_MISSING] = np.nan
    return column


def answers_of(columns: Mapping[str, Floats], place: int) -> dict[str, int | None]:
    """The answers of one organisation, out of the columns."""
    return {key: None if np.isnan(column[place]) else int(column[place]) for key, column in columns.items()}
