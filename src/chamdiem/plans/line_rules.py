"""What the parts of a reported line must say together: one place for the form and the use case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

WHOLE = 100
# What cannot be said without a difficulty people can act on.
_WORRYING = ("behind", "stopped")


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit: the part it stands in, and the refusal with its facts."""

    part: str
    code: str
    facts: dict[str, str] = field(default_factory=dict)


def find_fault(
    *, state: str, percent: int | None, difficulty: str, unreached: Mapping[str, str] | None = None
) -> Fault | None:
    """The first thing that does not fit; ``None`` where all does.

    Args:
        state: As chosen.
        percent: As typed.
        difficulty: As typed.
        unreached: The facts of a figure that misses its threshold, as ``measuring.find_unreached`` gives.
    """
    if percent is not None and not 0 <= percent <= WHOLE:
        return Fault("percent", "report.percent_bounds", {"percent": str(percent)})
    if state == "not_started" and percent not in (None, 0):
        return Fault("percent", "report.not_started_is_nought", {"percent": str(percent)})
    if state == "done" and percent not in (None, WHOLE):
        return Fault("percent", "report.done_is_whole", {"percent": str(percent)})
    if state != "done" and percent == WHOLE:
        return Fault("percent", "report.whole_is_done")
    if state in _WORRYING and not difficulty.strip():
        return Fault("difficulty", "report.difficulty_missing")
    if state == "done" and unreached and not difficulty.strip():
        return Fault("difficulty", "report.threshold_missed", dict(unreached))
    return None


def percent_of(state: str, percent: int | None) -> int | None:
    """The percentage that goes with a state: all of what is done, none of what is not started."""
    return {"done": WHOLE, "not_started": 0}.get(state, percent)
