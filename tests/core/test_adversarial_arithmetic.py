"""Why arrays can be exact: ``floor(fl(P·n / Q·d) + ½)`` is half-up while ``P·n + Q·d < 2**52``.

The claim is argued in ``docs/scoring.md``. Here it meets every small fraction,
the near-ties most likely to break it, and the naive variants that do break.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from chamdiem.core.criterion import compile_criteria
from chamdiem.core.expression import parse_term
from chamdiem.core.inputs import Input
from chamdiem.core.matrix import MatrixScorer
from chamdiem.core.matrix.vectors import LIMIT
from chamdiem.core.points import Rounding
from chamdiem.core.rules.ratio import RatioRule

from . import sets

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
UNIT = Rounding(2)


def half_up(above: Ints, below: Ints) -> Ints:
    """The reference, in whole numbers only."""
    rounded: Ints = (2 * above + below) // (2 * below)
    return rounded


def as_the_arrays_do(above: Ints, below: Ints) -> Ints:
    """The operations of ``core.matrix.vectors``, on products already multiplied out."""
    quotient = np.divide(above.astype(np.float64), below.astype(np.float64))
    return np.floor(quotient + 0.5).astype(np.int64)


def near_ties(below: int, quanta: int) -> list[int]:
    """Numerators on a tie and one either side: ``quanta + ½`` is ``(2·quanta + 1) / 2``."""
    middle = (2 * quanta + 1) * below // 2
    return [middle - 1, middle, middle + 1]


def test_every_small_fraction_is_rounded_half_up() -> None:
    below, above = (grid.ravel() for grid in np.meshgrid(np.arange(1, 601), np.arange(0, 1201)))
    for points in (1, 3, 10, 15):
        product = above * points * 100
        assert np.array_equal(as_the_arrays_do(product, below), half_up(product, below))


def test_the_grid_holds_thousands_of_exact_ties() -> None:
    below, above = np.meshgrid(np.arange(1, 601), np.arange(0, 601))
    ties = (2 * above * 100 % below == 0) & (2 * above * 100 // below % 2 == 1)
    assert int(ties.sum()) > 2500


@given(st.integers(0, 20_000), st.integers(2, 2**51), st.data())
def test_near_ties_just_below_the_limit_are_rounded_half_up(
    quanta: int, below: int, data: st.DataObject
) -> None:
    below = min(below, (LIMIT - 2) // (quanta + 2))
    above = data.draw(st.sampled_from(near_ties(below, quanta)))
    assert above + below < LIMIT
    computed = as_the_arrays_do(np.array([above]), np.array([below]))
    assert int(computed[0]) == (2 * above + below) // (2 * below)


def test_a_hundred_thousand_near_ties_at_the_very_limit() -> None:
    chance = np.random.default_rng(52)
    quanta = chance.integers(0, 100_000, 100_000)
    below = (LIMIT - 2) // (quanta + 2) - chance.integers(0, 1000, 100_000)
    middle = (2 * quanta + 1) * below // 2
    for above in (middle - 1, middle, middle + 1):
        assert int((above + below).max()) < LIMIT
        assert np.array_equal(as_the_arrays_do(above, below), half_up(above, below))


def test_the_largest_number_below_a_half_is_not_rounded_up() -> None:
    # 0.49999999999999994 + 0.5 is 1.0 in float64: what breaks round() in several languages.
    assert np.floor(np.nextafter(0.5, 0) + 0.5) == 1
    below = LIMIT // 3 * 2
    above = below // 2 - 1
    assert above + below < LIMIT
    assert as_the_arrays_do(np.array([above]), np.array([below])).tolist() == [0]


def test_beyond_the_limit_the_claim_is_false_so_the_limit_is_needed() -> None:
    below = 2**54 - 2
    above = below // 2 - 1
    assert as_the_arrays_do(np.array([above]), np.array([below])).tolist() == [1]
    assert UNIT.quanta(above, below * UNIT.quanta_per_point) == 0


# --- the scorer itself --------------------------------------------------------------------

SHARE = RatioRule(value=parse_term("a / b"), if_zero="zero")


def _scorer(rule: RatioRule = SHARE) -> MatrixScorer:
    indicator_set = sets.set_of(rule)
    group, row = indicator_set.rows
    row = replace(row, inputs={"a": Input(), "b": Input()})
    return MatrixScorer(replace(indicator_set, rows=(group, row)))


def _scored(scorer: MatrixScorer, above: list[int], below: list[int]) -> tuple[list[int], list[int], bool]:
    """Cells in arrays, cells one by one, and whether arrays were used at all."""
    columns = {"1.1.a": np.array(above, dtype=np.float64), "1.1.b": np.array(below, dtype=np.float64)}
    prepared = scorer.prepare(columns)
    criterion = compile_criteria(scorer.indicator_set)["1.1"]
    one_by_one = [criterion.cell(pair) for pair in zip(above, below, strict=True)]
    return scorer.score(prepared).cells[0].tolist(), one_by_one, prepared.jobs[0].vector is not None


@given(st.integers(0, 699), st.lists(st.integers(1, 2**41), min_size=1, max_size=20))
def test_the_scorer_rounds_near_ties_half_up(quanta: int, denominators: list[int]) -> None:
    above, below = [], []
    for each in denominators:
        for numerator in near_ties(each, quanta):
            above += [numerator // 700]
            below += [each]
    computed, one_by_one, _ = _scored(_scorer(), above, below)
    assert computed == one_by_one


def test_figures_beyond_the_limit_leave_the_arrays_and_stay_exact() -> None:
    below = [2**50, 2**51 - 1, 2**52 - 3]
    above = [each // 1400 for each in below]
    computed, one_by_one, in_arrays = _scored(_scorer(), above, below)
    assert computed == one_by_one
    assert not in_arrays


# --- naive variants, shown to differ ------------------------------------------------------


def _product_first(ratio: Floats) -> Floats:
    return np.floor(ratio * 15 * 100 + 0.5)


def _numpy_round(ratio: Floats) -> Floats:
    return np.rint(np.round(ratio * 15, 2) * 100)


def _percent_first(ratio: Floats) -> Floats:
    return np.floor(np.round(ratio * 100, 2) * 15 + 0.5)


@pytest.mark.parametrize(
    ("naive", "least_wrong"), [(_product_first, 40), (_numpy_round, 500), (_percent_first, 5000)]
)
def test_a_naive_variant_gives_wrong_cents(naive: Callable[[Floats], Floats], least_wrong: int) -> None:
    below, above = (grid.ravel() for grid in np.meshgrid(np.arange(1, 601), np.arange(0, 601)))
    is_share = above <= below
    below, above = below[is_share], above[is_share]
    wrong = naive(above / below) != half_up(above * 1500, below)
    assert int(wrong.sum()) >= least_wrong


def test_pythons_round_gives_wrong_cents() -> None:
    pairs = [(n, d) for d in range(1, 201) for n in range(d + 1)]
    wrong = [(n, d) for n, d in pairs if round(round(n / d, 2) * 100) != (200 * n + d) // (2 * d)]
    assert (1, 8) in wrong
    assert len(wrong) > 100
