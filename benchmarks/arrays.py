"""Claim: a whole campaign in arrays, within 1.3 × of the same formulas written by hand in numpy.

Cells, group sums, totals, applicable maxima and places of 10,600 organisations;
peer rules in both phases. Not one cent may differ: that is a hard gate.
"""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np

from benchmarks import hand_written
from benchmarks.campaign import ORGANISATIONS, Floats, edition, random_columns
from benchmarks.measuring import Claim, milliseconds, seconds, side_by_side
from chamdiem.core.form import Spread
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.matrix import MatrixScorer


def claims() -> list[Claim]:
    """Ours against numpy by hand, and OpenFisca where it is installed."""
    indicator_set = edition()
    columns = random_columns(indicator_set)
    spreads = {
        key: Spread(count, least, most) for key, (count, least, most) in hand_written.spreads(columns).items()
    }
    scorer = MatrixScorer(indicator_set, spreads)
    prepared = scorer.prepare(columns)
    groups = _groups(indicator_set)
    ours, theirs = side_by_side(
        lambda: scorer.score(prepared).places(), lambda: hand_written.score(columns, groups)
    )
    matrix = scorer.score(prepared)
    by_hand = hand_written.score(columns, groups)
    differing = int((matrix.cells != by_hand.cells).sum()) + int((matrix.places() != by_hand.places).sum())
    preparing = seconds(lambda: scorer.prepare(columns), rounds=9)
    size = f"{ORGANISATIONS:,} organisations × {len(matrix.keys)} criteria"
    return [
        Claim(
            f"Score {size} in arrays",
            "≤ 1.3 × numpy by hand",
            f"{ours / theirs:.2f} ×",
            ours / theirs <= 1.3,
            f"{milliseconds(ours)} against {milliseconds(theirs)}",
        ),
        Claim("Differing cents and places against numpy by hand", "0", str(differing), differing == 0),
        Claim("Checking the figures for size beforehand", "–", milliseconds(preparing)),
        *_openfisca(columns, matrix.cells, list(matrix.keys), ours),
    ]


def _groups(indicator_set: IndicatorSet) -> list[tuple[int, int]]:
    """First and last criterion of each main group, for the yardstick's sums."""
    keys = [row.key for row in indicator_set.criteria]
    spans = []
    for row in indicator_set.rows:
        below = [keys.index(each.key) for each in indicator_set.tree.below(row.key) if each.is_criterion]
        if below and row.level == "main":
            spans.append((below[0], below[-1] + 1))
    return spans


def _openfisca(columns: dict[str, Floats], cells: np.ndarray, keys: list[str], ours: float) -> list[Claim]:
    if find_spec("openfisca_core") is None:
        return [Claim("The same by OpenFisca", "–", "not installed")]
    from benchmarks import openfisca  # noqa: PLC0415  only where it is installed

    system, inputs = openfisca.prepare(columns)
    theirs = seconds(lambda: openfisca.score(system, inputs), rounds=3)
    points = openfisca.score(system, inputs)
    differing = sum(int((points[key] != cells[keys.index(key)]).sum()) for key in hand_written.RULES)
    share = differing / cells.size
    return [
        Claim(
            "The same criteria by OpenFisca-core",
            "–",
            milliseconds(theirs),
            None,
            f"{theirs / ours:.1f} × our time; {differing:,} cents differ ({share:.2%})",
        ),
    ]
