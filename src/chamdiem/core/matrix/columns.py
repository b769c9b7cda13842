"""Columns of figures: stored integers of all organisations, NaN where missing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# From here on float64 does not hold every whole number.
_GAPS = 2**53


def column_of(values: Sequence[int | None]) -> Floats:
    """One figure of all organisations; as objects where float64 has gaps."""
    numbers = [np.nan if value is None else value for value in values]
    is_large = any(value is not None and abs(value) >= _GAPS for value in values)
    return np.array(numbers, dtype=object if is_large else np.float64)


def extent(column: Floats) -> tuple[int, int]:
    """The least and greatest of zero and the numbers of a column."""
    if column.dtype == object:
        numbers = [int(value) for value in column.tolist() if value == value]  # noqa: PLR0124  NaN
        return min(0, *numbers), max(0, *numbers)
    low, high = column.min(initial=0.0), column.max(initial=0.0)
    if np.isnan(low):
        low, high = np.nanmin(column, initial=0.0), np.nanmax(column, initial=0.0)
    return int(low), int(high)
