"""Timing: medians of several runs, two contestants in turn so that drift hits both alike."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from time import perf_counter

# Below a tenth of a millisecond two decimals say nothing.
_ONE_TENTH = 0.0001
# Small: the same ways with so little that each takes a minute; it proves that they run, and no goal.
IS_SMALL = bool(os.environ.get("BENCH_SMALL"))


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the report."""

    work: str
    goal: str
    measured: str
    is_met: bool | None = None
    remark: str = ""


def tell(what: str) -> None:
    """Say on standard error what is done now, with the time of day."""
    sys.stderr.write(f"  {datetime.now().astimezone():%H:%M:%S}  {what}\n")
    sys.stderr.flush()


def seconds(run: Callable[[], object], rounds: int = 15) -> float:
    """The median duration of a call, after one warm-up."""
    run()
    return median(_once(run) for _ in range(rounds))


def side_by_side(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 25
) -> tuple[float, float]:
    """Median durations of two calls made in turn, after one warm-up of each."""
    ours(), theirs()
    pairs = [(_once(ours), _once(theirs)) for _ in range(rounds)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def _once(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def milliseconds(duration: float) -> str:
    """A duration for people."""
    return f"{duration * 1000:.2f} ms" if duration >= _ONE_TENTH else f"{duration * 1_000_000:.1f} µs"
