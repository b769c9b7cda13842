"""Claim: load and lint one edition of 100 criteria, ≤ 150 ms cold, ≤ 5 ms from cache."""

from __future__ import annotations

from benchmarks.measuring import Claim, milliseconds, seconds
from chamdiem.core.lint import lint
from chamdiem.library import list_editions, load_edition, read_set_text
from chamdiem.library.editions import edition_text


def claims() -> list[Claim]:
    """Every edition of the library, scaled to 100 criteria; the slowest counts."""
    rows = [_claim(key) for key in list_editions()]
    return [row for pair in rows for row in pair]


def _claim(key: str) -> list[Claim]:
    text = edition_text(key)
    criteria = len(read_set_text(text).criteria)
    cold = seconds(lambda: lint(read_set_text(text)), rounds=5)
    warm = seconds(lambda: load_edition(key), rounds=5)
    scaled = cold * 100 / criteria
    return [
        Claim(
            f"Load and lint {key} ({criteria} criteria)",
            "≤ 150 ms for 100",
            milliseconds(cold),
            scaled <= 0.150,
            f"{milliseconds(scaled)} for 100 criteria",
        ),
        Claim(f"… {key} from cache", "≤ 5 ms", milliseconds(warm), warm <= 0.005),
    ]
